"""Languages that are not what was said, in ``check`` and ``convert``, and files without pairs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from cli.main import run

ZH = "大会今天通过了关于知识产权的决议，并请秘书处提交报告。"
TRADITIONAL = "大會今天通過了關於智慧財產的決議，並請秘書處提交報告。"
EN = "Today the assembly adopted a resolution on intellectual property and asked for a report."


def table(path: Path, source: str, target: str) -> str:
    path.write_text(f"source\ttarget\n{source}\t{target}\n", encoding="utf-8")
    return str(path)


def memory(path: Path, zh: str, en: str, codes: tuple[str, str] = ("zh-CN", "en-US")) -> str:
    path.write_text(
        '<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence"'
        f' o-tmf="x" adminlang="en" srclang="{codes[0]}" datatype="x"/><body>'
        f'<tu><tuv xml:lang="{codes[0]}"><seg>{zh}</seg></tuv>'
        f'<tuv xml:lang="{codes[1]}"><seg>{en}</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    return str(path)


def codes(path: Path) -> list[str | None]:
    name = "{http://www.w3.org/XML/1998/namespace}lang"
    return [variant.get(name) for variant in etree.parse(str(path)).iter("tuv")]


def test_a_table_the_other_way_round_is_read_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = table(tmp_path / "a.tsv", EN, ZH)
    assert run(["check", given, "--format", "jsonl"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["findings"] == []
    assert err == (
        f"duiyi: {given}: the source is English: read as en-US to zh-CN"
        " (--source-lang, --target-lang)\n"
    )
    assert run(["convert", given, str(tmp_path / "a.tmx")]) == 0
    assert codes(tmp_path / "a.tmx") == ["en-US", "zh-CN"]


def test_what_was_said_is_contradicted_but_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = table(tmp_path / "a.tsv", EN, ZH)
    out = str(tmp_path / "a.csv")
    assert run(["convert", given, out, "--source-lang", "zh-CN"]) == 0
    assert capsys.readouterr().err.startswith(
        f"duiyi: {given}: the source is English, not zh-CN: exchange --source-lang and"
    )
    given = memory(tmp_path / "a.tmx", EN, ZH)
    assert run(["convert", given, out]) == 0
    assert capsys.readouterr().err.startswith(
        f"duiyi: {given}: the source is English, though its code is zh-CN: exchange the codes"
    )


def test_one_language_on_both_sides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = table(tmp_path / "a.tsv", ZH, ZH)
    run(["check", given, "--fast"])
    assert f"{given}: source and target are both Chinese" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["a.tsv", "a.csv", "a.tmx"])
def test_an_empty_file_could_not_be_read(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.touch()
    assert run(["check", str(path)]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"duiyi: {path}: ")
    assert "the file is empty" in told


@pytest.mark.parametrize(("name", "text"), [("a.tsv", "source\ttarget\n"), ("a.jsonl", "")])
def test_a_file_without_pairs(
    name: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_text(text)
    assert run(["check", str(path)]) == 0
    assert run(["convert", str(path), str(tmp_path / "a.csv")]) == 0
    line = f"duiyi: {path}: no pairs in it\n"
    assert capsys.readouterr().err == line + line + f"duiyi: {tmp_path}/a.csv: 0 pairs\n"


def test_the_code_follows_a_table_s_text_and_a_memory_s_own_code(tmp_path: Path) -> None:
    out = tmp_path / "out.tmx"
    assert run(["convert", table(tmp_path / "a.tsv", TRADITIONAL, EN), str(out)]) == 0
    assert codes(out) == ["zh-TW", "en-US"]
    given = memory(tmp_path / "a.tmx", TRADITIONAL, EN, ("zh-HK", "en-GB"))
    assert run(["convert", given, str(out)]) == 0
    assert codes(out) == ["zh-HK", "en-GB"]
    assert run(["convert", given, str(tmp_path / "a.xlf")]) == 0
    assert run(["convert", str(tmp_path / "a.xlf"), str(out), "--reverse"]) == 0
    assert codes(out) == ["en-GB", "zh-HK"]
    assert run(["convert", given, str(out), "--source-lang", "zh-Hant"]) == 0
    assert codes(out) == ["zh-Hant", "en-GB"]


def test_texts_for_a_format_that_holds_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    zh, en, beads = tmp_path / "1.txt", tmp_path / "2.txt", tmp_path / "a.align"
    zh.write_text(f"{ZH}\n", encoding="utf-8")
    en.write_text(f"{EN}\n\n", encoding="utf-8")
    beads.write_text("[0]:[0]:0.9\n")
    out = tmp_path / "a.tmx"
    texts = ["--source", str(zh), "--target", str(en)]
    assert run(["convert", str(beads), str(out), *texts]) == 0
    assert [seg.text for seg in etree.parse(str(out)).iter("seg")] == [ZH, EN]
    assert run(["convert", str(out), str(tmp_path / "b.tsv"), *texts]) == 2
    assert "name the texts of one file that holds none" in capsys.readouterr().err
    assert run(["convert", str(out), str(tmp_path / "news.zh.en.xml")]) == 0
    assert run(["convert", str(tmp_path / "news.zh.en.xml"), str(tmp_path / "b.align")]) == 0
    assert (tmp_path / "b.zh.txt").read_text(encoding="utf-8") == f"{ZH}\n"
    assert (tmp_path / "b.align").read_text() == "[0]:[0]:1.0000\n"
