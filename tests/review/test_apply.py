from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decisions import Decision, Kind, PairTexts
from corpus.judged import TYPE
from review.apply import replay
from review.rows import Review, Row, beginning, names
from tests.review.sample import walk

JUDGEMENTS = walk()[1]
START = beginning(JUDGEMENTS)
RAIN, ROAD, BAG, ROAD_AGAIN, RIVER = names(START.rows)


def done(*decisions: Decision, start: Review = START) -> Review:
    return replay(start, decisions, ("zh", "en"))


def texts(review: Review) -> list[tuple[str, str]]:
    return [row.texts for row in review.rows]


def test_accepting_and_rejecting_change_the_state_alone() -> None:
    review = done(
        Decision(1, "accept", "20261123T031500Z", (RAIN, RIVER)),
        Decision(2, "reject", "", (ROAD_AGAIN,)),
        Decision(3, "reopen", "", (RIVER,)),
    )
    assert [row.state for row in review.rows] == [
        "accepted", "undecided", "undecided", "rejected", "undecided",
    ]
    assert texts(review) == texts(START)
    assert review.rows[0].when == "20261123T031500Z"
    assert review.rows[0].judgement is JUDGEMENTS[0]


def test_an_edit_is_accepted_and_judged_anew() -> None:
    new = ("雨停了。我们出门。", "The rain had stopped. We went out.")
    row = done(Decision(1, "edit", "", (RAIN,), texts=new)).rows[0]
    assert (row.texts, row.state, row.review, row.judgement) == (new, "accepted", "edited", None)
    assert row.pair.type == "2-2"
    assert row.pair.source == JUDGEMENTS[0].pair.source


def test_an_edit_that_changes_nothing_accepts() -> None:
    row = done(Decision(1, "edit", "", (RAIN,), texts=(RAIN.source, RAIN.target))).rows[0]
    assert (row.review, row.judgement) == ("accepted", JUDGEMENTS[0])


def test_a_segment_without_translation_gets_one() -> None:
    new = ("他没有带伞。", "He had no umbrella.")
    row = done(Decision(1, "edit", "", (BAG,), texts=new)).rows[2]
    assert (row.texts, row.pair.type, row.review) == (new, "1-1", "edited")


def test_merging_joins_each_language_in_its_way() -> None:
    review = done(Decision(1, "merge", "", (RAIN, ROAD)))
    assert texts(review)[0] == (
        "雨停了。我们出门。路很滑。", "The rain stopped. We went out. The road was slippery."
    )
    assert (len(review.rows), review.rows[0].pair.type) == (4, "3-3")
    assert (review.rows[0].state, review.rows[0].judgement) == ("undecided", None)


def test_splitting_at_sentences_and_inside_them() -> None:
    assert texts(done(Decision(1, "split", "", (RAIN,), cut=(4, 18))))[:2] == [
        ("雨停了。", "The rain stopped."), ("我们出门。", "We went out."),
    ]
    assert texts(done(Decision(1, "split", "", (RIVER,), cut=(10, 31))))[4:] == [
        ("三点钟我们到了河边，", "At three we came to the river,"),
        ("水很高。", "and the water was high."),
    ]
    assert texts(done(Decision(1, "split", "", (RAIN,), cut=(9, 18))))[:2] == [
        ("雨停了。我们出门。", "The rain stopped."), ("", "We went out."),
    ]


def test_moving_a_segment_over_the_boundary() -> None:
    review = done(Decision(1, "move", "", (RAIN, ROAD), cut=(4, 18)))
    assert texts(review)[:2] == [
        ("雨停了。", "The rain stopped."),
        ("我们出门。路很滑。", "We went out. The road was slippery."),
    ]


def test_what_a_file_said_of_the_old_shape_goes() -> None:
    first = JUDGEMENTS[0]
    pair = replace(first.pair, properties={TYPE: "3-1", "note": "kept"})
    start = beginning([replace(first, pair=pair), *JUDGEMENTS[1:]])
    row = done(Decision(1, "merge", "", (RAIN, ROAD)), start=start).rows[0]
    assert row.pair.properties == {"note": "kept"}


def test_equal_pairs_are_told_apart() -> None:
    review = done(Decision(1, "merge", "", (BAG, replace(ROAD_AGAIN, nth=0))))
    assert texts(review)[2] == ("他没有带伞。路很滑。", "The road was slippery.")
    assert not done(Decision(1, "reject", "", (ROAD_AGAIN,))).lapsed
    assert [row.state for row in done(Decision(1, "reject", "", (ROAD,))).rows][1] == "rejected"


def test_what_no_longer_applies_is_told() -> None:
    gone = PairTexts("河水退了。", "The river fell.")
    accept = Decision(1, "accept", "", (RAIN, gone))
    merge = Decision(2, "merge", "", (ROAD, gone))
    review = done(accept, merge)
    assert [(one.decision, one.pair) for one in review.lapsed] == [
        (accept, gone), (merge, ROAD), (merge, gone),
    ]
    assert review.rows[0].state == "accepted"
    assert len(review.rows) == 5


@pytest.mark.parametrize(
    "decision",
    [
        Decision(1, "merge", "", (PairTexts("雨停了。", "The rain stopped."),
                                  PairTexts("我们出门。", "We went out."))),
        Decision(1, "split", "", (PairTexts("雨停了。我们出门。路很滑。",
                 "The rain stopped. We went out. The road was slippery."),), cut=(9, 31)),
        Decision(1, "edit", "", (PairTexts("路很滑。", "The road was slipery."),),
                 texts=(ROAD.source, ROAD.target)),
    ],
)  # fmt: skip
def test_what_the_next_run_came_to_by_itself_has_not_lapsed(decision: Decision) -> None:
    review = done(decision)
    assert (review.lapsed, texts(review)) == ((), texts(START))


def test_the_memory_may_hold_undecided_pairs() -> None:
    assert done(Decision(1, "include", undecided=True)).include_undecided
    again = Decision(2, "include", undecided=False)
    assert not done(Decision(1, "include", undecided=True), again).include_undecided


def _letters(rows: tuple[Row, ...]) -> list[str]:
    """All text of each side in order, without the blanks that cutting may take or joining give."""
    return ["".join("".join(row.texts[side] for row in rows).split()) for side in (0, 1)]


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["accept", "reject", "reopen", "merge", "split", "move"]),
        st.integers(0, 9), st.integers(0, 70), st.integers(0, 140),
    ),
    max_size=12,
)  # fmt: skip


@given(_STEPS)
def test_no_text_is_lost_and_segments_keep_their_order(
    steps: list[tuple[Kind, int, int, int]],
) -> None:
    review = START
    for number, (kind, at, source, target) in enumerate(steps, start=1):
        called = names(review.rows)
        place = at % len(called)
        pairs = tuple(called[place : place + (2 if kind in ("merge", "move") else 1)])
        if kind in ("merge", "move") and len(pairs) < 2:
            continue
        cut = (source, target) if kind in ("split", "move") else None
        review = done(Decision(number, kind, "", pairs, cut=cut), start=review)
        assert not review.lapsed
        assert all(any(row.texts) for row in review.rows)
        assert _letters(review.rows) == _letters(START.rows)
        for side in ("source", "target"):
            order = [s.number for row in review.rows for s in getattr(row.pair, side)]
            assert order == sorted(order)


@given(_STEPS)
def test_a_pair_that_no_decision_touched_is_the_same_object(
    steps: list[tuple[Kind, int, int, int]],
) -> None:
    # decisions about the first pairs alone
    review = START
    for number, (kind, _, source, target) in enumerate(steps, start=1):
        cut = (source, target) if kind == "split" else None
        if kind not in ("merge", "move"):
            [first] = names(review.rows)[:1]
            review = done(Decision(number, kind, "", (first,), cut=cut), start=review)
    assert review.rows[-4:] == START.rows[-4:]
    assert review.rows[-1] is START.rows[-1]
