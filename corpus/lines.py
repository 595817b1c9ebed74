"""The lines of a text as an editor counts them, whatever ends them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")

#: Marks that print nothing; ``str.strip`` knows white space only.
INVISIBLE = (
    "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}\N{WORD JOINER}"
    "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{SOFT HYPHEN}"
)
_EDGE = re.compile(rf"[\s{INVISIBLE}]*")


class Line(NamedTuple):
    """A physical line without its line break."""

    start: int
    end: int
    #: 1-based
    number: int


def lines_of(text: str) -> Iterator[Line]:
    """All lines in order; a text that ends with a line break has no empty last line."""
    start, number = 0, 1
    for found in _LINE_END.finditer(text):
        yield Line(start, found.start(), number)
        start, number = found.end(), number + 1
    if start < len(text):
        yield Line(start, len(text), number)


class LineNumbers:
    """From an offset to the 1-based number of its line."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def at(self, offset: int) -> int:
        return bisect_right(self._starts, offset)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space (also U+3000, NBSP) and invisible marks at its edges."""
    found = _EDGE.match(text, start, end)
    start = found.end() if found else start
    while end > start and (text[end - 1].isspace() or text[end - 1] in INVISIBLE):
        end -= 1
    return start, end
