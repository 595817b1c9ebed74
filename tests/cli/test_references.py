import json
from pathlib import Path

import pytest

from cli.main import run
from tests.cli.sample import PAIRS


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write(tmp_path / "pairs.tsv", [f"{zh}\t{en}" for zh, en in PAIRS])


def write(path: Path, rows: list[str]) -> Path:
    header = ["source\ttarget"] if path.suffix == ".tsv" else []
    path.write_text("\n".join(header + rows) + "\n", encoding="utf-8")
    return path


def test_another_bitext_is_matched_by_its_sources(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [f"{PAIRS[2][0]}\t{PAIRS[2][1]}", f"{PAIRS[0][0]}\tSomething else."]
    other = write(tmp_path / "other.tsv", rows)
    command = ["check", str(table), "--format", "jsonl", "--fail-on", "never", "--against"]
    assert run([*command, str(other)]) == 0
    told = capsys.readouterr()
    lines = [json.loads(line) for line in told.out.splitlines()]
    assert ["reference" in line for line in lines] == [True, False, True]
    assert lines[2]["reference"] == {"chrf": 100.0, "bleu": 100.0, "ter": 0.0}
    assert lines[0]["reference"]["bleu"] < 10
    assert told.err.startswith(f"duiyi: against {other} (2 of 3 pairs):\n  chrF ")
    assert "nrefs:1|case:mixed" in told.err


def test_a_text_file_has_a_line_a_pair(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reference = write(tmp_path / "reference.txt", [en for _, en in PAIRS])
    command = ["check", str(table), "--format", "jsonl", "--fail-on", "never", "--reference"]
    assert run([*command, str(reference)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["reference"]["ter"] for line in lines] == [0.0, 0.0, 0.0]

    short = write(tmp_path / "short.txt", ["Only one."])
    assert run([*command, str(short)]) == 2
    assert "has 1 lines, fewer than there are pairs" in capsys.readouterr().err


def test_nothing_in_common_is_said(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = write(tmp_path / "other.tsv", ["别的\tOther"])
    command = ["check", str(table), "--format", "jsonl", "--reference", str(other)]
    assert run(command) == 2
    assert f"{other}: has no reference for any pair" in capsys.readouterr().err


def test_where_nothing_can_be_added(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(table), "--reference", str(table)]) == 2
    told = capsys.readouterr().err
    assert "--reference and --against add to the JSON lines (with --format jsonl)" in told
