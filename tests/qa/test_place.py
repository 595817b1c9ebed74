"""From spans back to lines and columns of the file."""

from __future__ import annotations

import pytest

from corpus.model import Finding, Language, Pair, Segment, Side
from qa.place import Lines, Place, place

#: two Chinese sentences on line 2, two English ones on lines 4 and 5
TEXT = "题目\n  第一句。第二句!\n\nOne.\n  Two, three.\n"


def segment(text: str, number: int) -> Segment:
    start = TEXT.index(text)
    line = TEXT.count("\n", 0, start) + 1
    language: Language = "en" if text.isascii() else "zh"
    return Segment(text, language, number, start, start + len(text), line)


PAIR = Pair(
    0,
    (segment("第一句。", 0), segment("第二句!", 1)),
    (segment("One.", 0), segment("Two, three.", 1)),
    0.9,
)


def finding(side: Side, span: tuple[int, int]) -> Finding:
    return Finding("a.b", "note", "message", side, span, "", "Accuracy")


@pytest.mark.parametrize(
    ("side", "span", "expected"),
    [
        ("source", (0, 2), Place(2, 3, 2, 5)),  # 第一
        ("source", (5, 7), Place(2, 8, 2, 10)),  # 二句
        ("source", (2, 6), Place(2, 5, 2, 9)),  # 句。第二, over both sentences
        ("source", (0, 0), Place(2, 3, 2, 11)),  # the whole side
        ("target", (0, 3), Place(4, 1, 4, 4)),  # One
        ("target", (5, 8), Place(5, 3, 5, 6)),  # Two, after the blank that joins
        ("target", (0, 4), Place(4, 1, 4, 5)),  # One. ends before that blank
        ("target", (0, 8), Place(4, 1, 5, 6)),  # One. Two
        ("target", (16, 16), Place(4, 1, 5, 14)),  # past the end: the whole side
        ("target", (0, 5), Place(4, 1, 4, 5)),  # up to the blank
    ],
)
def test_where_a_span_stands(side: Side, span: tuple[int, int], expected: Place) -> None:
    assert place(PAIR, finding(side, span), Lines(TEXT)) == expected


def test_an_empty_side_stands_where_the_other_does() -> None:
    lonely = Pair(3, PAIR.source, (), 0.0)
    assert place(lonely, finding("target", (0, 0)), Lines(TEXT)) == Place(2, 3, 2, 11)


def test_without_the_text_the_line_is_the_segments() -> None:
    assert place(PAIR, finding("target", (5, 8))) == Place(5, 1, 5, 1)


def test_a_pair_of_a_memory_stands_on_the_line_of_its_number() -> None:
    unplaced = Pair(6, (Segment("一", "zh", 0, 0, 1, 0),), (), 0.0)
    assert place(unplaced, finding("source", (0, 1))) == Place(7, 1, 7, 1)


def test_lines_and_columns_start_at_one() -> None:
    lines = Lines("ab\n\ncd")
    assert [lines.at(offset) for offset in (0, 2, 3, 4, 5)] == [
        (1, 1),
        (1, 3),
        (2, 1),
        (3, 1),
        (3, 2),
    ]
