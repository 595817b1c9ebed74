"""From a span in a pair to a line and column of the file it was read from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from corpus.model import Finding, Pair, Segment, join


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands; lines and columns from 1, columns in code points."""

    line: int
    column: int
    end_line: int
    #: of the first character after it
    end_column: int


class Lines:
    """The line starts of a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        found = text.find("\n")
        while found >= 0:
            self._starts.append(found + 1)
            found = text.find("\n", found + 1)

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def place(pair: Pair, finding: Finding, lines: Lines | None = None) -> Place:
    """Where a finding stands in the pair's document.

    Without the document's lines only the line of a segment is known, and the column is
    1. A finding on an empty side stands where the other side does. A pair that came
    from no document (a translation memory) stands on the line of its number.
    """
    segments = pair.source if finding.side == "source" else pair.target
    start, end = finding.span
    if not segments:
        segments, start, end = pair.source or pair.target, 0, 0
    length = len(join(segments))
    if (start, end) == (0, 0) or start >= length:
        start, end = 0, length
    first, start_offset = _offset(segments, start)
    _, end_offset = _offset(segments, max(start, min(end, length)), closing=True)
    if lines is None or first.line < 1:
        line = first.line if first.line >= 1 else pair.index + 1
        return Place(line, 1, line, 1)
    return Place(*lines.at(start_offset), *lines.at(max(start_offset, end_offset)))


def _offset(
    segments: tuple[Segment, ...], position: int, closing: bool = False
) -> tuple[Segment, int]:
    """The segment that a position of the joined text lies in, and its document offset.

    A position on the blank between two segments opens the next or closes the one before.
    """
    begun = 0
    for index, segment in enumerate(segments):
        begun = len(join(segments[: index + 1])) - len(segment.text)
        ended = begun + len(segment.text)
        if position < ended or (closing and position == ended) or index == len(segments) - 1:
            break
    inside = min(max(position - begun, 0), len(segment.text))
    if closing and index and position <= begun:
        before = segments[index - 1]
        return before, before.end
    return segment, segment.start + inside
