from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.errors import InputError
from corpus.model import Finding, Judgement, Pair, Segment
from corpus.pairs_lines import pair_line
from qa.dismissals import (
    IGNORE_FILE, Dismissals, find_ignore, fingerprints, ignore_line, load, read_baseline,
    read_ignore, without,
)  # fmt: skip

FIRST = Finding("number.missing", "error", "86 is not there.", "source", (0, 2), "86", "Accuracy")
SECOND = Finding("name.missing", "warning", "Liu is not there.", "source", (2, 4), "刘华", "Accuracy")


def judgement(target: str = "Others.") -> Judgement:
    source = "86刘华"
    pair = Pair(
        0,
        (Segment(source, "zh", 0, 0, len(source), 1),),
        (Segment(target, "en", 0, 0, len(target), 1),),
        0.9,
    )
    return Judgement(pair, 0.9, 0.0, 0.0, (FIRST, SECOND))


def test_a_dismissed_finding_is_not_heard(tmp_path: Path) -> None:
    one = judgement()
    ignore = tmp_path / IGNORE_FILE
    name = fingerprints(one.pair, FIRST)[0]
    ignore.write_text(f"fingerprint\trule\ttext\treason\n# mine\n{name}\tx\ty\tas agreed\n")
    heard, = load(ignore, None).heard([one])
    assert heard.findings == (SECOND,)
    assert read_ignore(ignore) == {name: "as agreed"}


def test_the_sentence_s_own_fingerprint_outlives_another_alignment(tmp_path: Path) -> None:
    before, after = judgement("Others."), judgement("Others entirely.")
    ignore = tmp_path / IGNORE_FILE
    ignore.write_text(fingerprints(before.pair, FIRST)[1] + "\n")
    heard, = load(ignore, None).heard([after])
    assert heard.findings == (SECOND,)


def test_a_baseline_of_pairs_hides_what_it_told(tmp_path: Path) -> None:
    path = tmp_path / "a.pairs.jsonl"
    path.write_text(pair_line(judgement()) + "\n", encoding="utf-8")
    heard, = load(None, path).heard([judgement()])
    assert heard.findings == ()


def test_a_baseline_of_a_consistency_run(tmp_path: Path) -> None:
    path = tmp_path / "consistency.jsonl"
    lines = [{"kind": "run"}, {"kind": "finding", "fingerprint": "ab" * 10}, {"kind": "term"}]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert list(read_baseline(path)) == ["ab" * 10]
    assert load(None, path).hides("ab" * 10)


def test_nothing_is_dismissed_without_files() -> None:
    assert not Dismissals()
    heard, = Dismissals().heard([judgement()])
    assert heard.findings == (FIRST, SECOND)


def test_a_line_that_is_no_fingerprint_is_told(tmp_path: Path) -> None:
    path = tmp_path / IGNORE_FILE
    path.write_text("number.missing\n")
    with pytest.raises(InputError, match="no fingerprint"):
        read_ignore(path)


def test_the_ignore_file_beside_the_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "results"
    inside.mkdir()
    monkeypatch.chdir(tmp_path)
    assert find_ignore([inside]) is None
    (tmp_path / IGNORE_FILE).touch()
    assert find_ignore([inside]) == Path(IGNORE_FILE)
    (inside / IGNORE_FILE).touch()
    assert find_ignore([inside / "a.tmx"]) == inside / IGNORE_FILE


def test_a_line_that_was_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / IGNORE_FILE
    name, other = "ab" * 10, "cd" * 10
    line = ignore_line(name, "number.missing", "86\n\u2028万", 'agreed\twith "Liu"\u202e')
    assert line == f'{name}\tnumber.missing\t86 万\t"agreed with ""Liu"""'
    path.write_text(f"# ours\n{line}\n{other}\tx\n", encoding="utf-8")
    assert read_ignore(path) == {name: 'agreed with "Liu"', other: "x"}


def test_a_dismissal_taken_back_leaves_the_other_lines() -> None:
    name, other = "ab" * 10, "cd" * 10
    text = f"# {name}\n{name}\tx\n{other}\ty\n{name.upper()}\tz"
    assert without(text, name) == f"# {name}\n{other}\ty\n"
