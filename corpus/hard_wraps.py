"""Paragraphs whose lines were broken at a fixed width, as in mails, old text files and PDFs.

A file of one paragraph a line stays as it is, and so do verse, lists, dialogue and tables.
Lines are joined only if a whole language of the document looks wrapped: nearly every line
that another follows is as full as it could be (the next word would not have fitted), few
end with a sentence, and no line is longer than a page is wide.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from corpus.model import Language
from corpus.scripts import has_han

#: Columns that text is wrapped at, from a newspaper column to a landscape page. A Chinese
#: character takes two columns.
_COLUMNS = (36, 130)
#: Joints (a line and the line below it) that must be seen before anything is joined: two
#: paragraphs of five lines.
_LEAST_JOINTS = 6
#: … and if the other language is wrapped: Chinese takes fewer lines than its translation.
_LEAST_JOINTS_BESIDE = 2
#: Share of the joints at which the upper line must be full.
_FULL_SHARE = 0.7
#: Share of joints at which the upper line may end a sentence. In wrapped prose about one in
#: five does by chance; in lists, verse and dialogue most do.
_STOP_SHARE = 0.4
#: Share of a language's lines that may be wider than a page (a heading pasted in).
_WIDE_SHARE = 0.05
#: Columns by which a Chinese line may fall short: no line begins with a comma, so the one
#: above gives up a character or two, and words in Latin letters are not cut.
_CHINESE_SLACK = 6
#: A line that ends with a sentence may be the paragraph's last, so it must be full to the brim.
_SLACK_AFTER_STOP = 1

_STOP = re.compile(r"[.!?。！？：:；;][\"”’」』)）]*$")
#: Chinese verse ends its lines with commas as well.
_CHINESE_STOP = re.compile(r"[^\w\s][\"”’」』)）]*$")
#: A line that opens a paragraph of its own: 1. (a) • — 一、 第三条 Article 3.
_OPENING = re.compile(
    r"""
    [-•·●○■□◆▪*–—]\s | [(（]?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)、）]\s? | [（(]?[一二三四五六七八九十]{1,3}[、)）]
  | 第[\d一二三四五六七八九十百]+[章节條条款] | (?:Article|Chapter|Section)\s+[\dIVX]+
    """,
    re.VERBOSE,
)


class Row(NamedTuple):
    """A line of text: its span without the white space around it, and how far it is indented."""

    start: int
    end: int
    #: 1-based line number
    number: int
    #: columns of white space before it
    indent: int


class _Measure(NamedTuple):
    language: Language
    columns: int
    #: columns of its first word: what would have had to fit into the line above
    first_word: int


def join_rows(text: str, rows: Sequence[Row]) -> list[tuple[int, int]]:
    """The spans of the paragraphs: of several rows where the text is wrapped, else of one."""
    if len(rows) <= _LEAST_JOINTS:
        return [(row.start, row.end) for row in rows]
    measures: list[_Measure] = []
    for row in rows:
        before = measures[-1].language if measures else "other"
        measures.append(_measure(text[row.start : row.end], before))
    widths = {
        language: width
        for language in ("zh", "en")
        if (width := _wrap_width(text, rows, measures, language, _LEAST_JOINTS))
    }
    for language in ("zh", "en"):
        # the editor that wrapped one language wrapped the other
        if widths and language not in widths:
            width = _wrap_width(text, rows, measures, language, _LEAST_JOINTS_BESIDE)
            widths |= {language: width} if width else {}
    spans: list[tuple[int, int]] = []
    for place, row in enumerate(rows):
        if place and _continues(text, rows, measures, widths, place):
            spans[-1] = (spans[-1][0], row.end)
        else:
            spans.append((row.start, row.end))
    return spans


def _measure(line: str, before: Language) -> _Measure:
    """``before`` is the language of the row above, which a row of figures continues."""
    language: Language = "zh" if has_han(line) else "en"
    if language == "en" and not any(map(str.isalpha, line)):
        language = before
    if language == "zh":
        first = _columns(line[:1])
    else:
        first = _columns(line.split(None, 1)[0])
    return _Measure(language, _columns(line), first)


def _columns(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _wrap_width(
    text: str, rows: Sequence[Row], measures: Sequence[_Measure], language: str, least: int
) -> int:
    """The width that a language's lines are wrapped at, or 0 if they aren't.

    ``least`` joints must be seen.
    """
    columns = sorted(m.columns + r.indent for m, r in zip(measures, rows) if m.language == language)
    joints = [place for place in range(1, len(rows)) if _adjoin(rows, measures, place, language)]
    if len(joints) < least:
        return 0
    width = columns[int((len(columns) - 1) * (1 - _WIDE_SHARE))]
    if not _COLUMNS[0] <= width <= _COLUMNS[1] or columns[-1] > 2 * _COLUMNS[1]:
        return 0
    full = sum(_full(text, rows, measures, width, place) for place in joints)
    stop = _CHINESE_STOP if language == "zh" else _STOP
    stops = sum(
        stop.search(text, rows[p - 1].start, rows[p - 1].end) is not None for p in joints
    )
    strong = full >= _FULL_SHARE * len(joints) and stops <= _STOP_SHARE * len(joints)
    return width if strong else 0


def _adjoin(
    rows: Sequence[Row], measures: Sequence[_Measure], place: int, language: str
) -> bool:
    """Whether two rows of a language stand directly under each other, none newly indented."""
    above, below = rows[place - 1], rows[place]
    return (
        below.number == above.number + 1
        and measures[place - 1].language == measures[place].language == language
        and below.indent <= above.indent
    )


def _full(
    text: str, rows: Sequence[Row], measures: Sequence[_Measure], width: int, place: int
) -> bool:
    """Whether the first word of this row would not have fitted into the row above."""
    above, below = measures[place - 1], measures[place]
    ends = _STOP.search(text, rows[place - 1].start, rows[place - 1].end) is not None
    slack = _CHINESE_SLACK if above.language == "zh" and not ends else _SLACK_AFTER_STOP
    return rows[place - 1].indent + above.columns + slack + below.first_word > width


def _continues(
    text: str,
    rows: Sequence[Row],
    measures: Sequence[_Measure],
    widths: dict[str, int],
    place: int,
) -> bool:
    width = widths.get(measures[place].language, 0)
    return bool(
        width
        and _adjoin(rows, measures, place, measures[place].language)
        and _full(text, rows, measures, width, place)
        and not _OPENING.match(text, rows[place].start, rows[place].end)
    )
