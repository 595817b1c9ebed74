"""Hostile text through every format: it comes back equal, or its change was told."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.formats import FORMATS, Format, Writing, read_items, write_file
from corpus.judged import pair_of
from corpus.model import Pair, Segment

#: What has broken one format or another: control characters, non-characters, lone surrogates,
#: markup, formulas, quotes, separators, line breaks of all kinds, marks that turn or combine.
PIECES = (
    "\0", "\x01", "\t", "\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x1f", "\x7f", "\x85", "\xa0",
    "\ud800", "\udfff", "\ufffe", "\uffff", "\ufeff", "\ufffd", "\u2028", "\u2029",
    "]]>", "<!--", "<?x", "<b>", "&amp;", "&", "&#1;",
    '"', "'", '""', "`", ",", ";", "\\", "\\u0041",
    "\t-", "=1+1", "+", "-", "@", "'=", "_x0041_", "_x000D_", "{1}", "%s",
    "\N{IDEOGRAPHIC SPACE}", "\u202e", "\u200b", "e\u0301", "가", "𠀀", "👩‍💻", "龘",
    "知识产权", "。”", "……", "source", "Hello", " ", "zh-CN",
)
TEXT = st.lists(st.sampled_from(PIECES), max_size=6).map("".join) | st.text(max_size=20)
#: The same examples every time and few of them, for speed; 600 each were tried by hand.
LESS = settings(
    max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
ROWS = st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4)
ONE_FILE = [one for one in FORMATS if one.files is None]
SEVERAL = [one for one in FORMATS if one.files is not None]


def pairs_of(rows: list[tuple[str, str]]) -> list[Pair]:
    return [
        Pair(
            index,
            (Segment(source, "zh", index, 0, len(source), 1),),
            (Segment(target, "en", index, 0, len(target), 1),),
            # falling scores keep the order of a workbook, which puts the worst first
            (index + 1) / 10,
        )
        for index, (source, target) in enumerate(rows)
    ]


def joins_surrogates(text: str) -> bool:
    """Two lone surrogates that meet are one character once they were written as JSON."""
    return any(a in "\ud800" and b == "\udfff" for a, b in zip(text, text[1:]))


@pytest.mark.parametrize("chosen", ONE_FILE, ids=lambda one: one.name)
@given(rows=ROWS)
@LESS
def test_equal_or_told(chosen: Format, rows: list[tuple[str, str]]) -> None:
    rows = [row for row in rows if not any(map(joins_surrogates, row))]
    assert chosen.read is not None and chosen.write is not None
    stream = io.BytesIO()
    done = chosen.write(stream, pairs_of(rows), Writing())
    changed = {change.unit for change in done.changes}
    stream.seek(0)
    read = chosen.read(stream, "x", source_lang="zh-CN", target_lang="en-US", report=None)
    back = [(pair_of(item).source_text, pair_of(item).target_text) for item in read]
    if done.left_out == 0:
        assert len(back) == len(rows)
        for unit, (before, after) in enumerate(zip(rows, back), start=1):
            assert before == after or unit in changed
    else:
        for after in back:
            assert after in rows or changed


@pytest.mark.parametrize("chosen", SEVERAL, ids=lambda one: one.name)
@given(rows=ROWS)
@LESS
def test_equal_or_told_in_several_files(chosen: Format, rows: list[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{chosen.suffixes[0]}")
        done = write_file(path, pairs_of(rows), chosen, Writing())
        back = [pair_of(item) for item in read_items(path, format=chosen.name)]
    changed = {change.unit for change in done.changes}
    assert len(back) == len(rows)
    for unit, (before, after) in enumerate(zip(rows, back), start=1):
        assert before == (after.source_text, after.target_text) or unit in changed


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda one: one.name)
def test_equal_input_gives_equal_bytes(chosen: Format, tmp_path: Path) -> None:
    written = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        path = tmp_path / name / f"a{chosen.suffixes[0]}"
        write_file(path, pairs_of([("你好", "Hello"), ("再见", "Bye")]), chosen, Writing())
        written.append([file.read_bytes() for file in sorted((tmp_path / name).iterdir())])
    assert written[0] == written[1]
    assert len(written[0]) >= (1 if chosen.files is None else 2)


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda one: one.name)
def test_a_very_long_segment(chosen: Format, tmp_path: Path) -> None:
    long = "很长的句子，" * 40_000
    path = tmp_path / f"a{chosen.suffixes[0]}"
    done = write_file(path, pairs_of([(long, "A long one.")]), chosen, Writing())
    [back] = read_items(path, format=chosen.name)
    if chosen.name == "xlsx":
        assert pair_of(back).source_text == long[:32_767]
        assert [str(change) for change in done.changes] == [
            "unit 1: source: cut after 32767 characters, all that a cell can hold"
        ]
    else:
        assert pair_of(back).source_text == long
        assert done.changes == ()
