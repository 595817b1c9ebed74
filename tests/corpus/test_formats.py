from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import InputError, UsageError
from corpus.formats import FORMATS, Writing, format_of, read_pairs, write_file
from corpus.model import Pair, Segment


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.tmx", "tmx"), ("A.TMX", "tmx"), ("a.pairs.jsonl", "jsonl"), ("a.zh", "moses"),
        ("news.en-US", "moses"), ("x.sdlxliff", "xliff"), ("a.xlf", "xliff"), ("a.csv", "csv"),
    ],
)
def test_by_suffix(path: str, name: str) -> None:
    assert format_of(path).name == name


def test_as_told() -> None:
    assert format_of("a.txt", "tsv").name == "tsv"
    with pytest.raises(UsageError, match=r"no format 'doc' \(known: tmx, xliff, "):
        format_of("a.tmx", "doc")
    with pytest.raises(UsageError, match="a.txt: cannot tell its format by its name"):
        format_of("a.txt")


def test_every_format_is_named_once() -> None:
    suffixes = [suffix for one in FORMATS for suffix in one.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert len({one.name for one in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda one: one.name)
def test_a_file_and_back(chosen: object, tmp_path: Path) -> None:
    for one in FORMATS:
        if one is chosen:
            path = tmp_path / f"a{one.suffixes[0]}"
            pair = Pair(
                0, (Segment("你好。", "zh", 0, 0, 3, 1),), (Segment("Hello.", "en", 0, 0, 6, 1),), 0.5
            )
            assert write_file(path, [pair], one, Writing()).units == 1
            [back] = read_pairs(path)
            assert (back.source_text, back.target_text) == ("你好。", "Hello.")


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="a.tmx: no such file"):
        list(read_pairs(tmp_path / "a.tmx"))


def test_a_missing_other_half(tmp_path: Path) -> None:
    (tmp_path / "a.zh").write_text("甲\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.en: no such file"):
        list(read_pairs(tmp_path / "a.zh"))
