from __future__ import annotations

from corpus.lines import LineNumbers, lines_of, trimmed


def test_every_kind_of_line_end_counts_once() -> None:
    text = "a\r\nb\rc\n\nd"
    assert [(text[line.start : line.end], line.number) for line in lines_of(text)] == [
        ("a", 1), ("b", 2), ("c", 3), ("", 4), ("d", 5)
    ]


def test_a_last_line_break_opens_no_line() -> None:
    assert len(list(lines_of("a\n"))) == 1
    assert list(lines_of("")) == []


def test_numbers_agree_with_lines() -> None:
    text = "a\r\nb\rc\n\nd"
    numbers = LineNumbers(text)
    assert [numbers.at(line.start) for line in lines_of(text)] == [1, 2, 3, 4, 5]


def test_trimmed_takes_off_wide_and_invisible_blanks() -> None:
    text = "\ufeff\u3000\u00a0 知识\u3000产权\u200b \t"
    start, end = trimmed(text, 0, len(text))
    assert text[start:end] == "知识\u3000产权"


def test_trimmed_blank_is_empty() -> None:
    start, end = trimmed(" \u3000 ", 0, 3)
    assert start == end
