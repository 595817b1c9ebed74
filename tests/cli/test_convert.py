from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import pytest
from lxml import etree

from cli.main import run
from corpus.formats import FORMATS, Format, Writing
from corpus.judged import Item, Written, pair_of
from corpus.problem import Report
from corpus.rows import row_pair

TABLE = "source\ttarget\tscore\n你好\tHello\t0.9\n再见\tBye\t0.4\n你好\tHello\t0.8\n无\t\t\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "talk.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def segments(path: Path) -> list[str]:
    return [str(seg.text) for seg in etree.parse(str(path)).iter("seg")]


def test_by_suffix(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = table.with_suffix(".tmx")
    assert run(["convert", str(table), str(out)]) == 0
    assert segments(out) == ["你好", "Hello", "再见", "Bye", "你好", "Hello"]
    assert capsys.readouterr() == ("", f"duiyi: {out}: 3 pairs, 1 left out\n")


def test_choosing(table: Path) -> None:
    out = table.with_suffix(".tmx")
    assert run(["convert", str(table), str(out), "--min-score", "0.5", "--dedupe"]) == 0
    assert segments(out) == ["你好", "Hello"]


def test_reverse(table: Path) -> None:
    out = table.with_suffix(".tmx")
    assert run(["convert", str(table), str(out), "--reverse", "--dedupe"]) == 0
    assert segments(out) == ["Hello", "你好", "Bye", "再见"]
    assert etree.parse(str(out)).find("header").get("srclang") == "en-US"


def test_merge_names_the_documents(table: Path) -> None:
    other = table.with_name("more.csv")
    other.write_text("谢谢,Thanks\n", encoding="utf-8")
    out = table.with_name("all.tmx")
    assert run(["convert", str(table), str(other), str(out)]) == 0
    root = etree.parse(str(out))
    assert [p.text for p in root.iter("prop") if p.get("type") == "x-doc"] == [
        "talk", "talk", "talk", "more"
    ]
    assert [tu.get("tuid") for tu in root.iter("tu")] == ["1", "2", "3", "5"]


def test_stdin_to_stdout(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stdin:
        buffer = io.BytesIO(TABLE.encode())

    monkeypatch.setattr("sys.stdin", Stdin())
    assert run(["convert", "-", "-", "--from", "tsv", "--to", "jsonl"]) == 0
    first = capsysbinary.readouterr().out.decode().splitlines()[0]
    assert first.startswith('{"index": 0, "source": "你好", "target": "Hello", "score": 0.9')


def test_bad_units_are_told_and_left_out(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    memory = table.with_name("m.tmx")
    zh, en = '<tuv xml:lang="zh"><seg>甲</seg></tuv>', '<tuv xml:lang="en"><seg>A</seg></tuv>'
    memory.write_text(
        f"<tmx><header/><body>\n<tu>{zh}<tuv/></tu>\n<tu>{zh}{en}</tu></body></tmx>",
        encoding="utf-8",
    )
    out = table.with_name("m.csv")
    assert run(["convert", str(memory), str(out)]) == 2
    assert capsys.readouterr().err == (
        f"duiyi: {memory}:2: unit 1: no xml:lang on the second tuv\nduiyi: {out}: 1 pair\n"
    )
    out.unlink()
    assert run(["convert", str(memory), str(out), "--strict"]) == 2
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["a.tsv"], "duiyi: two files are needed (duiyi convert IN OUT)\n"),
        (["no.tsv", "b.tmx"], "duiyi: no.tsv: no such file (check the path)\n"),
        (["a.zip", "b.tmx"], "duiyi: a.zip: cannot tell its format by its name"),
        (["a.tmx", "-", "--to", "moses"],
         "duiyi: moses is not written to a single stream (name a file)\n"),
    ],
)
def test_usage(
    arguments: list[str], line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.tmx").write_text("<tmx/>")
    assert run(["convert", *arguments]) == 2
    assert line in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tmx"]


def test_dates_only_as_told(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = table.with_suffix(".tmx")
    run(["convert", str(table), str(out)])
    assert b"date" not in out.read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1732954500")
    run(["convert", str(table), str(out)])
    assert out.read_bytes().count(b'creationdate="20241130T081500Z"') == 4


def test_a_new_format_is_a_line_in_the_table(
    table: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def write(stream: IO[bytes], items: Iterable[Item], how: Writing) -> Written:
        texts = [pair_of(item).source_text for item in items]
        stream.write("|".join([how.target_lang, *texts]).encode())
        return Written(len(texts))

    def read(
        stream: IO[bytes], name: str, *, source_lang: str, target_lang: str, report: Report | None
    ) -> Iterator[Item]:
        for index, text in enumerate(stream.read().decode().split("|")[1:]):
            yield row_pair(text, "?", {}, index=index, line=1, languages=("zh", "en"))

    bars = Format("bars", (".bars",), "sources with bars between", read, write)
    monkeypatch.setattr("corpus.formats.FORMATS", (*FORMATS, bars))
    out = table.with_suffix(".bars")
    assert run(["convert", str(table), str(out)]) == 0
    assert out.read_text(encoding="utf-8") == "en-US|你好|再见|你好|无"
    assert run(["convert", str(out), "-", "--to", "tsv", "--dedupe"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("你好\t?\t")
    assert run(["check", str(out), "--fast", "--only", "number.*"]) == 0
