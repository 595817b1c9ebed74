from __future__ import annotations

import pytest

from corpus.decisions import (
    KINDS,
    Decision,
    Dismissal,
    Kind,
    PairTexts,
    live,
    read_decision,
)
from corpus.errors import InputError

RAIN = PairTexts("雨停了。", "The rain stopped.")
ROAD = PairTexts("路很滑。", "The road was slippery.", nth=1)

EACH = [
    Decision(1, "accept", "20261123T031500Z", (RAIN, ROAD)),
    Decision(2, "reject", "", (ROAD,)),
    Decision(3, "reopen", "", (ROAD,)),
    Decision(4, "edit", "", (RAIN,), texts=("雨停了。", "It \ud800stopped raining.")),
    Decision(5, "merge", "", (RAIN, ROAD)),
    Decision(6, "split", "", (RAIN,), cut=(2, 9)),
    Decision(7, "move", "", (RAIN, ROAD), cut=(0, 9)),
    Decision(8, "dismiss", "", (RAIN,), dismissal=Dismissal("0f" * 10, "number.missing", "三", "x")),
    Decision(9, "include", undecided=True),
    Decision(10, "undo", undoes=5),
]


def test_every_kind_is_here() -> None:
    assert [decision.kind for decision in EACH] == list(KINDS)


@pytest.mark.parametrize("decision", EACH, ids=KINDS)
def test_a_decision_comes_back_from_its_line(decision: Decision) -> None:
    assert read_decision(decision.line(), "x") == decision


def test_a_line_can_be_read_by_people() -> None:
    assert EACH[3].line() == (
        '{"number": 4, "kind": "edit", "pairs": [{"source": "雨停了。", "target": '
        '"The rain stopped."}], "texts": ["雨停了。", "It \\ud800stopped raining."]}'
    )
    assert EACH[7].line() == (
        '{"number": 8, "kind": "dismiss", "pairs": [{"source": "雨停了。", "target": '
        '"The rain stopped."}], "finding": {"fingerprint": "0f0f0f0f0f0f0f0f0f0f", '
        '"rule": "number.missing", "text": "三"}, "reason": "x"}'
    )


@pytest.mark.parametrize(
    "line",
    [
        "",
        "[]",
        "{}",
        '{"number": 1, "kind": "approve", "pairs": []}',
        '{"number": "1", "kind": "include", "undecided": true}',
        '{"number": 1, "kind": "accept", "pairs": []}',
        '{"number": 1, "kind": "accept", "pairs": [{"source": 3, "target": ""}]}',
        '{"number": 1, "kind": "merge", "pairs": [{"source": "a", "target": "b"}]}',
        '{"number": 1, "kind": "edit", "pairs": [{"source": "a", "target": "b"}], "texts": ["a"]}',
        '{"number": 1, "kind": "split", "pairs": [{"source": "a", "target": "b"}], "cut": [-1, 0]}',
        '{"number": 1, "kind": "undo"}',
    ],
)
def test_what_is_no_decision_is_one_clear_line(line: str) -> None:
    with pytest.raises(InputError) as error:
        read_decision(line, "walk.decisions.jsonl:3")
    assert str(error.value) == (
        "walk.decisions.jsonl:3: not a decision of duiyi review"
        " (mend the line or remove it; the decisions after it still hold)"
    )


def numbers(*steps: tuple[Kind, int]) -> list[int]:
    """What holds after accepts (0) and undos of the steps of these numbers (from 1)."""
    decisions = [
        Decision(place, kind, "", (RAIN,) if kind == "accept" else (), undoes=undoes)
        for place, (kind, undoes) in enumerate(steps, start=1)
    ]
    return [decision.number for decision in live(decisions)]


def test_an_undo_takes_back_and_can_be_taken_back() -> None:
    assert numbers(("accept", 0), ("accept", 0)) == [1, 2]
    assert numbers(("accept", 0), ("accept", 0), ("undo", 2)) == [1]
    assert numbers(("accept", 0), ("accept", 0), ("undo", 1)) == [2]
    assert numbers(("accept", 0), ("undo", 1), ("undo", 2)) == [1]
    assert numbers(("accept", 0), ("undo", 1), ("undo", 2), ("undo", 1)) == []
    assert numbers(("accept", 0), ("undo", 7)) == [1]
