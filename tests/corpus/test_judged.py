from __future__ import annotations

from corpus.judged import (
    SCORED, TYPE, Changes, findings_of, pair_of, reversed_item, score_of, selected, type_of,
)
from corpus.model import Finding, Judgement, Pair, Segment, Severity
from corpus.problem import Problem


def pair(index: int, source: str, target: str, score: float, **properties: str) -> Pair:
    return Pair(
        index,
        (Segment(source, "zh", index, 0, len(source), 1),) if source else (),
        (Segment(target, "en", index, 0, len(target), 1),) if target else (),
        score,
        properties=properties,
    )


def judged(one: Pair, *severities: Severity) -> Judgement:
    findings = tuple(Finding("a.b", kind, "m", "source", (0, 1), "", "") for kind in severities)
    return Judgement(one, one.score, 0.3, 0.1, findings)


ITEMS = [
    judged(pair(0, "甲", "A", 0.9), "note"),
    judged(pair(1, "乙", "B", 0.4), "warning"),
    pair(2, "甲", "A", 0.8),
    judged(pair(3, "丁", "", 0.0), "error", "note"),
]


def kept(**options: object) -> list[int]:
    return [pair_of(item).index for item in selected(ITEMS, **options)]  # type: ignore[arg-type]


def test_what_is_selected() -> None:
    assert kept() == [0, 1, 2, 3]
    assert kept(min_score=0.5) == [0, 2]
    assert kept(paired_only=True) == [0, 1, 2]
    assert kept(dedupe=True) == [0, 1, 3]
    assert kept(skip_findings="error") == [0, 1, 2]
    assert kept(skip_findings="warning") == [0, 2]
    assert kept(skip_findings="note") == [2]


def test_a_pair_whose_file_gave_no_score_passes() -> None:
    unscored = pair(0, "甲", "A", 1.0, **{SCORED: "no"})
    assert score_of(unscored) is None
    assert list(selected([unscored], min_score=1.0)) == [unscored]
    assert score_of(Judgement(unscored, 0.25, 0.0, 0.0)) == 0.25


def test_reversed() -> None:
    item = judged(pair(0, "甲", "A", 0.9, **{TYPE: "2-1"}), "note")
    turned = reversed_item(item)
    assert isinstance(turned, Judgement)
    assert (turned.pair.source_text, turned.pair.target_text) == ("A", "甲")
    assert (turned.omission, turned.addition) == (0.1, 0.3)
    assert [finding.side for finding in findings_of(turned)] == ["target"]
    assert type_of(turned) == "1-2"
    assert reversed_item(turned) == item


def test_changes_are_counted_and_the_first_kept() -> None:
    changes = Changes()
    for unit in range(1, 1_502):
        changes.append(Problem("text.removed", "x", unit))
    changes.append(Problem("text.space", "x", 1_502))
    done = changes.written(2_000, 3)
    assert (done.units, done.left_out, done.changed, len(done.changes)) == (2_000, 3, 1_502, 1_000)
    assert done.cut == 1_501
    assert done.changes[0].unit == 1


def test_type() -> None:
    assert type_of(pair(0, "甲", "A", 1.0)) == "1-1"
    assert type_of(pair(0, "甲", "A", 1.0, **{TYPE: "3-1"})) == "3-1"
    assert type_of(pair(0, "甲", "", 1.0, **{TYPE: "3-1"})) == "1-0"
