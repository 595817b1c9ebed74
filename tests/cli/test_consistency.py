from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from cli.main import run

PAIRS = [
    ("目录", "Contents"),
    ("人事司司长", "Director General of the Personnel Department"),
    ("人事司司长", "Director General of the Personnel Department"),
    ("人事司司长", "Head of Human Resources"),
    ("刘华指出，价值已超过79.4万亿美元。", "Ms. Liu Hua said it surpassed $79.4 trillion."),
    ("刘华说，会议很重要。", "Liu Hwa said the meeting mattered."),
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "batch.tsv"
    path.parent.mkdir()
    rows = [("source", "target"), *PAIRS]
    path.write_text("".join(f"{zh}\t{en}\n" for zh, en in rows), encoding="utf-8")
    return path


def findings(out: Path) -> list[dict[str, Any]]:
    lines = (out / "consistency.jsonl").read_text(encoding="utf-8").splitlines()
    return [record for record in map(json.loads, lines) if record["kind"] == "finding"]


def test_three_files_and_a_table(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run(["consistency", str(table.parent), "-o", str(out)]) == 0
    assert {(one["rule"], one["variant"]["text"]) for one in findings(out)} == {
        ("consistency.target", "Head of Human Resources"),
        ("name.inconsistent", "Liu Hwa"),
    }
    page = (out / "consistency.html").read_text(encoding="utf-8")
    assert "Head</mark>" in page and "刘华" in page
    assert "http:" not in page.replace("http://www.w3.org", "")
    assert load_workbook(out / "consistency.xlsx").sheetnames == ["findings", "terms", "names"]
    told = capsys.readouterr().out
    assert "1 document, 6 pairs" in told
    assert not (out / ".duiyi" / "consistency").exists()


def test_a_review_s_files_are_no_documents_of_their_own(table: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for name in ("a.decisions.jsonl", "a.reviewed.pairs.jsonl", "a.reviewed.tmx"):
        (table.parent / name).write_text("not read", encoding="utf-8")
    assert run(["consistency", str(table.parent), "-o", str(out), "-q"]) == 0
    assert len(findings(out)) == 2


def test_two_runs_give_equal_bytes(table: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert run(["consistency", str(table), "-o", str(tmp_path / name), "-q"]) == 0
    for name in ("consistency.html", "consistency.jsonl", "consistency.xlsx"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_parquet_that_was_exported_gives_the_same(table: Path, tmp_path: Path) -> None:
    first, second, kept = tmp_path / "a", tmp_path / "b", tmp_path / "kept"
    arguments = ["consistency", str(table), "-o", str(first), "-q"]
    assert run([*arguments, "--export-parquet", str(kept)]) == 0
    assert run(["consistency", str(kept), "-o", str(second), "-q"]) == 0
    assert (first / "consistency.jsonl").read_bytes() == (second / "consistency.jsonl").read_bytes()


def test_dismissed_and_known_findings_stay_away(table: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(["consistency", str(table), "-o", str(out), "-q"])
    first, second = findings(out)
    (table.parent / "duiyi-ignore.tsv").write_text(f"{first['fingerprint']}\tx\ty\tas agreed\n")
    again = tmp_path / "again"
    run(["consistency", str(table), "-o", str(again), "-q"])
    assert [one["fingerprint"] for one in findings(again)] == [second["fingerprint"]]
    last = tmp_path / "last"
    old = str(again / "consistency.jsonl")
    run(["consistency", str(table), "-o", str(last), "-q", "--baseline", old])
    assert findings(last) == []


def test_exit_codes(table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(tmp_path / "out")
    assert run(["consistency", str(table), "-o", out, "-q", "--fail-on", "warning"]) == 1
    assert run(["consistency", str(table), "-o", out, "-q", "--fail-on", "error"]) == 0
    assert run(["consistency", str(tmp_path / "none"), "-o", out]) == 2
    assert "no such file or folder" in capsys.readouterr().err
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run(["consistency", str(empty), "-o", out]) == 2
    assert "no results of duiyi align" in capsys.readouterr().err


def test_a_term_base_in_and_the_mined_terms_out(table: Path, tmp_path: Path) -> None:
    base = tmp_path / "base.tsv"
    base.write_text("source\ttarget\tforbidden\n司长\tdirector-general\thead\n", encoding="utf-8")
    out = tmp_path / "out"
    arguments = ["consistency", str(table), "-o", str(out), "-q", "--terms", str(base)]
    assert run([*arguments, "--export-terms", "tbx", "--fail-on", "error"]) == 1
    told = [one for one in findings(out) if one["rule"] == "term.forbidden"]
    assert [(one["subject"], one["variant"]["text"]) for one in told] == [("司长", "head")]
    assert run([*arguments[:-1], str(out / "terms.tbx")]) == 0
    assert run([*arguments, "--export-terms", "omegat"]) == 0
    mined = (out / "terms.utf8").read_text(encoding="utf-8").splitlines()
    assert mined and all(len(line.split("\t")) == 3 for line in mined)


def test_only_and_skip(table: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(["consistency", str(table), "-o", str(out), "-q", "--only", "name.inconsistent"])
    assert [one["rule"] for one in findings(out)] == ["name.inconsistent"]
