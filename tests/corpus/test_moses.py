from __future__ import annotations

import io
from pathlib import Path

import pytest

from corpus.errors import InputError, UsageError
from corpus.model import Pair, Segment
from corpus.moses import both_paths, read_moses, write_moses


@pytest.mark.parametrize(
    ("given", "existing", "source", "target"),
    [
        ("news.zh", "", "news.zh", "news.en"),
        ("news.en", "", "news.zh", "news.en"),
        ("news.zh-CN", "", "news.zh-CN", "news.en-US"),
        ("news.zh", "news.en-US", "news.zh", "news.en-US"),
        ("a.b.en_US", "a.b.zh", "a.b.zh", "a.b.en_US"),
    ],
)
def test_both_paths(tmp_path: Path, given: str, existing: str, source: str, target: str) -> None:
    if existing:
        (tmp_path / existing).touch()
    found = both_paths(tmp_path / given, "zh-CN", "en-US")
    assert found == (tmp_path / source, tmp_path / target)


def test_a_name_without_language() -> None:
    with pytest.raises(UsageError, match=r"a Moses file ends in its language, \.zh or \.en"):
        both_paths(Path("news.txt"), "zh-CN", "en-US")


def test_lines_face_each_other() -> None:
    pairs = [
        Pair(0, (Segment("雨\n停", "zh", 0, 0, 3, 1),), (Segment("It stops", "en", 0, 0, 8, 1),), 1),
        Pair(1, (), (Segment("More", "en", 1, 9, 13, 2),), 0),
    ]
    source, target = io.BytesIO(), io.BytesIO()
    done = write_moses(source, target, pairs)
    assert source.getvalue().decode() == "雨停\n\n"
    assert target.getvalue() == b"It stops\nMore\n"
    assert [str(change) for change in done.changes] == [
        "unit 1: source: white space at the ends or line breaks changed"
    ]
    back = list(read_moses(source, target))
    assert [(p.source_text, p.target_text) for p in back] == [("雨停", "It stops"), ("", "More")]


def test_different_lengths() -> None:
    with pytest.raises(InputError) as caught:
        list(read_moses(io.BytesIO(b"a\nb\n"), io.BytesIO(b"x\n"), ("n.zh", "n.en")))
    assert str(caught.value) == (
        "n.en: it has 1 lines, n.zh has more (the two files of a Moses pair have equal lines)"
    )


def test_windows_line_ends() -> None:
    [pair] = read_moses(io.BytesIO("甲\r\n".encode()), io.BytesIO(b"A\r\n"))
    assert (pair.source_text, pair.target_text) == ("甲", "A")
