from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from cli.account import account, account_of, told
from cli.main import run
from corpus.model import Alignment, Layout, Noise, Pair, Segment
from qa.summary import DocumentSummary, failed
from tests.cli.sample import ARTICLE, PAIRS


def aligned(*repairs: tuple[str, int]) -> Alignment:
    """A document of one sentence to each repair, given with its line."""
    pairs = tuple(
        Pair(place, (Segment("他来了。", "zh", place, 0, 4, line, repair=repair),), (), 0.0)
        for place, (repair, line) in enumerate(repairs)
    )
    return Alignment(
        "news", Layout("blocks", "Chinese, then English"), "zh-CN", "en-US", pairs,
        encoding="gb18030", encoding_reason="gb18030: every byte fits",
    )


def test_decisions_reasons_and_time() -> None:
    noise = (Noise("caption", 0, 2, "图：", 12), Noise("bookmark", 3, 5, "a1", 9),
             Noise("bookmark", 6, 8, "a2", 3), Noise("bookmark", 8, 9, "a", 3))  # fmt: skip
    document = aligned(("split:list", 4), ("", 5), ("joined:line", 7), ("split:list", 6))
    assert account(replace(document, noise=noise), 1.26) == (
        "layout blocks: Chinese, then English",
        "encoding gb18030: every byte fits",
        "mended: 1 joined:line (line 7), 2 split:list (lines 4, 6)",
        "kept out: 3 bookmark (lines 3, 9), 1 caption (line 12)",
        "time: 1.3 s",
    )


def test_an_encoding_is_named_once() -> None:
    document = replace(aligned(), encoding="docx", encoding_reason="a Word file")
    assert account(document, 0)[1] == "encoding docx: a Word file"


def test_nothing_mended_and_many_lines_cut_short() -> None:
    assert account(aligned(("", 1)), 0)[2:4] == ("mended: nothing", "kept out: nothing")
    many = account(aligned(*(("split:list", line) for line in range(1, 11))), 0)
    assert many[2] == "mended: 10 split:list (lines 1, 2, 3, 4, 5, 6, 7, 8 …)"


def test_what_an_earlier_run_did_and_what_failed() -> None:
    earlier = DocumentSummary(
        "a.txt", "a", "cached", layout="mono", layout_reason="all Chinese", encoding="utf-8"
    )
    assert account_of(earlier) == (
        "layout mono: all Chinese", "encoding utf-8", "unchanged since an earlier run",
    )
    assert account_of(failed("a.txt", "a", "it is a picture")) == ()
    assert told("a", ["one\nline"]) == ["duiyi: a: one line"]


def test_align_tells_it_on_stderr_and_writes_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    command = ["align", str(article), "-o"]
    assert run([*command, str(tmp_path / "loud"), "-v"]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("duiyi: article: layout interleaved: ")
    assert [line.split(" ")[2] for line in lines] == [
        "layout", "encoding", "mended:", "kept", "time:"
    ]
    assert re.fullmatch(r"duiyi: article: time: \d+\.\d s", lines[-1])
    assert run([*command, str(tmp_path / "still")]) == 0
    assert capsys.readouterr().err == ""
    for name in ("summary.json", "article.report.html", ".duiyi/article.json"):
        assert (tmp_path / "loud" / name).read_bytes() == (tmp_path / "still" / name).read_bytes()
    assert run([*command, str(tmp_path / "still"), "--verbose"]) == 0
    assert "duiyi: article: unchanged since an earlier run\n" in capsys.readouterr().err


def test_two_files_and_a_contradiction(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for place, name in enumerate(("zh.txt", "en.txt")):
        text = "".join(f"{pair[place]}\n" for pair in PAIRS)
        (tmp_path / name).write_text(text, encoding="utf-8")
    command = [
        "align", "--source", str(tmp_path / "zh.txt"), "--target", str(tmp_path / "en.txt"),
        "-o", str(tmp_path / "out"), "--format", "align",
    ]
    assert run([*command, "-v"]) == 0
    assert "duiyi: zh: mended: nothing\n" in capsys.readouterr().err
    assert (tmp_path / "out" / "zh.align").read_text().count("\n") == len(PAIRS)
    assert run([*command, "-v", "-q"]) == 2
    assert capsys.readouterr().err == (
        "duiyi: -v and -q contradict each other (leave one of them out)\n"
    )
