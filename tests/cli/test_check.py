import io
import json
from pathlib import Path

import pytest

from cli.main import run
from tests.cli.sample import PAIRS


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.tsv"
    rows = ["source\ttarget", *("\t".join(pair) for pair in PAIRS)]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_a_line_a_finding_and_exit_code_1_for_an_error(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(table), "--only", "number.*"]) == 1
    told = capsys.readouterr()
    assert told.err == ""
    (line,) = told.out.splitlines()
    assert line.startswith(f"{table}:3:1: error number.changed ")


def test_a_json_line_a_pair_with_the_contracts_keys(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(table), "--format", "jsonl", "--fail-on", "never"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["source"], line["target"]) for line in lines] == PAIRS
    assert [line["index"] for line in lines] == [0, 1, 2]
    for line in lines:
        assert list(line) == [
            "index",
            "source",
            "target",
            "score",
            "omission",
            "addition",
            "findings",
        ]
        assert line["score"] > 0.5
    finding = next(one for one in lines[1]["findings"] if one["rule"] == "number.changed")
    assert list(finding) == ["rule", "severity", "message", "side", "span", "evidence", "mqm"]
    text = lines[1][finding["side"]]
    assert "79.4" in text[slice(*finding["span"])] or "97.4" in text[slice(*finding["span"])]


def test_english_to_chinese_says_the_same_the_other_way_round(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "pairs.tsv"
    rows = ["source\ttarget", *(f"{en}\t{zh}" for zh, en in PAIRS)]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    command = ["check", str(path), "--source-lang", "en-US", "--target-lang", "zh-CN"]
    assert run([*command, "--format", "jsonl"]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["source"] for line in lines] == [en for _, en in PAIRS]
    assert [one["rule"] for one in lines[1]["findings"]] == ["number.changed"]


def test_standard_input_and_a_file_for_the_output(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Standard:
        buffer = io.BytesIO(table.read_bytes())

    monkeypatch.setattr("sys.stdin", Standard)
    page = tmp_path / "review.html"
    command = ["check", "-", "--from", "tsv", "--format", "html", "-o", str(page)]
    assert run(command) == 1
    assert capsys.readouterr().out == ""
    assert "79.4万亿" in page.read_text(encoding="utf-8")


def test_a_workbook(table: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "review.xlsx"
    assert run(["check", str(table), "--format", "xlsx", "-o", str(path)]) == 1
    first = [cell.value for cell in next(load_workbook(path).active.iter_rows(min_row=2))]
    assert PAIRS[1][0] in first  # the worst pair first


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["nowhere.tmx"], "nowhere.tmx: no such file (check the path)"),
        (["pairs.xyz"], "pairs.xyz: cannot tell its format by its name"),
        (["pairs.tsv", "--preset", "severe"], "'severe' is not one of"),
    ],
)
def test_what_cannot_be_checked(
    arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", *arguments]) == 2
    told = capsys.readouterr()
    assert line in told.err
    assert told.out == ""


def test_a_foreign_memory_is_audited_and_what_can_be_read_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "memory.tmx"
    zh, en = PAIRS[0]
    good = f'<tuv xml:lang="zh_CN"><seg>{zh}</seg></tuv><tuv xml:lang="en"><seg>{en}</seg></tuv>'
    path.write_text(
        '<tmx version="1.4"><header srclang="zh-CN" creationtool="t" creationtoolversion="1" '
        'segtype="sentence" o-tmf="t" adminlang="en" datatype="plaintext"/><body>\n'
        f"<tu>{good}</tu>\n<tu>{good.replace(' xml:lang=' + chr(34) + 'en' + chr(34), '')}</tu>\n"
        "</body></tmx>",
        encoding="utf-8",
    )
    assert run(["check", str(path), "--format", "jsonl", "--fail-on", "never"]) == 2
    told = capsys.readouterr()
    assert [json.loads(line)["source"] for line in told.out.splitlines()] == [zh]
    assert told.err.splitlines() == [
        f"duiyi: {path}:2: unit 1: first tuv: zh_CN never matches in OmegaT; write zh-CN",
        f"duiyi: {path}:3: unit 2: first tuv: zh_CN never matches in OmegaT; write zh-CN",
        f"duiyi: {path}:3: unit 2: no xml:lang on the second tuv: OmegaT loses the whole memory",
    ]
