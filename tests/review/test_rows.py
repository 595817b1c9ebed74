from __future__ import annotations

from corpus.decisions import Decision, PairTexts
from review.apply import replay
from review.rows import beginning, labels, names, segment_origins
from tests.review.sample import walk

LANGUAGES = ("zh", "en")


def after(*decisions: Decision) -> list[str]:
    """The labels of the walk's rows after decisions."""
    _, judgements = walk()
    review = replay(beginning(judgements), decisions, ("zh", "en"))
    assert not review.lapsed
    return labels(review.rows, segment_origins(judgements))


def test_rows_are_called_by_their_texts_and_equal_ones_by_their_place() -> None:
    _, judgements = walk()
    called = names(beginning(judgements).rows)
    assert called[0] == PairTexts("雨停了。我们出门。", "The rain stopped. We went out.")
    assert [one.nth for one in called] == [0, 0, 0, 1, 0]


def test_labels_are_the_numbers_of_the_report() -> None:
    rain, road, bag, _, river = names(beginning(walk()[1]).rows)
    assert after() == ["1", "2", "3", "4", "5"]
    split = Decision(1, "split", "", (rain,), cut=(4, 18))
    assert after(split) == ["1a", "1b", "2", "3", "4", "5"]
    merge = Decision(2, "merge", "", (PairTexts("我们出门。", "We went out."), road))
    assert after(split, merge) == ["1", "1–2", "3", "4", "5"]
    assert after(Decision(1, "merge", "", (road, bag))) == ["1", "2–3", "4", "5"]
    edit = Decision(1, "edit", "", (bag,), texts=(bag.source, "He had no umbrella."))
    assert after(edit) == ["1", "2", "3", "4", "5"]
    assert after(Decision(1, "split", "", (river,), cut=(10, 31)))[4:] == ["5a", "5b"]
