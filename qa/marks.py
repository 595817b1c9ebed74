"""Cutting a text into pieces where findings begin and end, overlaps included."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text over which the same findings lie."""

    #: the stretch; empty at a place where something is to be put in
    text: str
    #: numbers of the findings over it, in ascending order
    over: tuple[int, ...] = ()
    #: those of them that end here: their reference numbers follow the stretch
    ending: tuple[int, ...] = ()


def pieces(text: str, spans: Mapping[int, tuple[int, int]]) -> tuple[Piece, ...]:
    """The text in pieces; joined they are the text again.

    ``spans`` maps a finding's number to its half-open place. Places past the end are
    cut off there. Whole-side findings do not belong here: see ``whole``.
    """
    clipped = {number: _clip(span, len(text)) for number, span in spans.items()}
    cuts = sorted({0, len(text), *(cut for span in clipped.values() for cut in span)})
    found: list[Piece] = []
    for start, end in zip(cuts, [*cuts[1:], len(text)]):
        found.extend(
            Piece("", (number,), (number,))
            for number, span in sorted(clipped.items())
            if span == (start, start)
        )
        if start == end:
            continue
        over = tuple(
            number for number, span in sorted(clipped.items()) if span[0] <= start < span[1]
        )
        ending = tuple(number for number in over if clipped[number][1] == end)
        found.append(Piece(text[start:end], over, ending))
    return tuple(found)


def whole(text: str, span: tuple[int, int]) -> bool:
    """Whether a span speaks of the whole side: (0, 0), or nothing that lies in the text."""
    return span == (0, 0) or not text or span[0] >= len(text) > 0 and span[0] != span[1]


def _clip(span: tuple[int, int], length: int) -> tuple[int, int]:
    start = max(0, min(span[0], length))
    return start, max(start, min(span[1], length))
