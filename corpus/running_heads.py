"""What stands on every page of a paginated text: found by its company and its repetition.

PDF readers know where a page ends; in a text file a page number alone on its line shows it
("page number" in ``corpus/furniture.py``), or a figure beside a line that recurs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

#: A figure at either end of a line: 华东大学年度报告 13, 14 Annual Report.
_FIGURE = re.compile(r"(?:^\d{1,4}\s+(?=\D))|(?:(?<=[^\d\s])\s++\d{1,4}$)")
_ALONE = re.compile(r"\d{1,4}")
#: Heads with a number in or beside them must recur so often, their figures rising as pages do.
_NUMBERED_COPIES = 3
#: Characters of a head that holds its number: 实验 1, Day 2 and Lesson 3 are headings. Costs:
#: long headings that differ in nothing but a number at their end are taken for heads.
_NUMBERED_LENGTH = 8
#: Words that number parts of a text: 第三章 is no head for its figure.
_PART = re.compile(r"第|章|节|条|课|[图表]|问题|Chapter|Section|Part|Article|Figure|Table|Question|Step")


def running_heads(lines: Sequence[str], kinds: Sequence[str]) -> set[int]:
    """The places of later copies of running heads and of the page numbers beside them.

    ``kinds`` says which lines are known as noise already. The first copy stays: it is the
    title, or at worst a segment that its translation faces.
    """
    copies: dict[str, list[int]] = defaultdict(list)
    for place, (line, kind) in enumerate(zip(lines, kinds)):
        # Chapter, and 1 on the line below, is the heading of a chapter
        if not kind and not _ALONE.fullmatch(line) and not _PART.fullmatch(line):
            copies[line].append(place)
    found = _numbered(lines, kinds)
    for places in copies.values():
        later = [place for place in places[1:] if _beside_number(kinds, place)]
        found.update(later)
        figures = [_figure_beside(lines, kinds, place) for place in places]
        numbers = [int(lines[figure]) for figure in figures if figure is not None]
        if len(numbers) >= _NUMBERED_COPIES and _rising(numbers):
            found.update(places[1:])
            found.update(figure for figure in figures if figure is not None)
    return found


def _beside_number(kinds: Sequence[str], place: int) -> bool:
    return "page number" in kinds[max(0, place - 1) : place + 2]


def _figure_beside(lines: Sequence[str], kinds: Sequence[str], place: int) -> int | None:
    """The line above or below if it is nothing but a figure."""
    for other in (place - 1, place + 1):
        if 0 <= other < len(lines) and not kinds[other] and _ALONE.fullmatch(lines[other]):
            return other
    return None


def _numbered(lines: Sequence[str], kinds: Sequence[str]) -> set[int]:
    """Later copies of heads that hold the number of their page."""
    heads: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, (line, kind) in enumerate(zip(lines, kinds)):
        found = None if kind or _PART.search(line) else _FIGURE.search(line)
        if found is not None:
            words = line[: found.start()] + line[found.end() :]
            if len(words) >= _NUMBERED_LENGTH:
                heads[words].append((place, int(found.group())))
    return {
        place
        for copies in heads.values()
        if len(copies) >= _NUMBERED_COPIES and _rising([number for _, number in copies])
        for place, _ in copies[1:]
    }


def _rising(numbers: Sequence[int]) -> bool:
    """Whether each number is one more than the one before, or two: books print on both sides."""
    return all(later - earlier in (1, 2) for earlier, later in zip(numbers, numbers[1:]))
