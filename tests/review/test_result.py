from __future__ import annotations

import json
from pathlib import Path

from corpus.decisions import Decision
from corpus.formats import read_pairs
from corpus.model import Judgement
from corpus.tmx_audit import audit_tmx
from review.apply import replay
from review.result import write
from review.rows import Review, Row, beginning, names
from tests.review.sample import walk

START = beginning(walk()[1])
RAIN, ROAD, BAG, ROAD_AGAIN, RIVER = names(START.rows)
WHEN = "20261123T031500Z"


def judged(row: Row) -> Judgement | None:
    return row.judgement


def memory(folder: Path, *decisions: Decision) -> list[tuple[str, str, str]]:
    """Target, state and date of the pairs in the memory after decisions."""
    review: Review = replay(START, decisions, ("zh", "en"))
    written = write(folder, "walk", review, judged, ("zh-CN", "en-US"))
    pairs = list(read_pairs(folder / "walk.reviewed.tmx"))
    assert written == len(pairs)
    with (folder / "walk.reviewed.tmx").open("rb") as stream:
        assert list(audit_tmx(stream, "walk")) == []
    return [
        (pair.target_text, pair.properties["x-review"], pair.properties.get("changedate", ""))
        for pair in pairs
    ]


def test_the_memory_holds_what_was_accepted(tmp_path: Path) -> None:
    assert memory(
        tmp_path,
        Decision(1, "accept", WHEN, (RAIN, BAG)),
        Decision(2, "reject", WHEN, (ROAD,)),
        Decision(3, "edit", WHEN, (RIVER,), texts=(RIVER.source, "We reached the river.")),
    ) == [
        ("The rain stopped. We went out.", "accepted", WHEN),
        ("We reached the river.", "edited", WHEN),
    ]


def test_undecided_pairs_too_if_the_reviewer_says_so(tmp_path: Path) -> None:
    include = Decision(1, "include", undecided=True)
    reject = Decision(2, "reject", WHEN, (ROAD_AGAIN,))
    assert [state for _, state, _ in memory(tmp_path, include, reject)] == ["undecided"] * 3
    low = START.rows[0].judgement
    assert low is not None
    doubtful = Row(low.pair, Judgement(low.pair, 0.49, 0.0, 0.0))
    write(tmp_path, "low", Review((doubtful,), True), judged, ("zh-CN", "en-US"))
    assert list(read_pairs(tmp_path / "low.reviewed.tmx")) == []


def test_the_lines_hold_the_same_pairs_with_their_findings(tmp_path: Path) -> None:
    memory(tmp_path, Decision(1, "accept", WHEN, (RIVER,)))
    [line] = (tmp_path / "walk.reviewed.pairs.jsonl").read_text(encoding="utf-8").splitlines()
    record = json.loads(line)
    assert (record["index"], record["x-review"], record["source_segments"]) == (4, "accepted", [5])
    assert [one["rule"] for one in record["findings"]] == ["number.missing", "omission.content"]
    assert record["doc"] == "walk"


def test_a_pair_that_nobody_has_judged_yet_claims_no_score(tmp_path: Path) -> None:
    memory(tmp_path, Decision(1, "edit", WHEN, (ROAD,), texts=(ROAD.source, "A slippery road.")))
    assert "x-align-score" not in (tmp_path / "walk.reviewed.tmx").read_text(encoding="utf-8")


def test_equal_decisions_give_equal_bytes(tmp_path: Path) -> None:
    accept = Decision(1, "accept", WHEN, (RAIN, RIVER))
    for folder in ("a", "b"):
        memory(tmp_path / folder, accept)
    for name in ("walk.reviewed.tmx", "walk.reviewed.pairs.jsonl"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
