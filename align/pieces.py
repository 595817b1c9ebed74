"""A long document in pieces, cut where both sides surely meet, so that cost grows linearly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import numpy as np

from align.corridor import best_chain
from align.tokens import Vectors

#: Sentences of a piece, about: 2,000 by 3,000 cosines take 24 MB and a tenth of a second.
_PIECE = 1_500
#: A window looks this much further than a piece, on either side.
_WINDOW = 1.6
#: Cosine above the mean of row and column at which two sentences surely belong together,
_SURE = 0.3
#: in how many pairs running, each next to the one before.
_RUNNING = 4
#: The widest window, in sentences of the Chinese side: 6,000 by 9,000 cosines take 200 MB.
#: Where not even that holds a sure meeting, the last likely one will do. Costs: a passage
#: of thousands of sentences that one side lacks may be cut in a wrong place.
_WIDEST = 6_000
_CHAIN = 0.1

Piece = tuple[tuple[int, int], tuple[int, int]]


class Rows(Protocol):
    """One side as sentence vectors, read as far as they are asked for."""

    @property
    def count(self) -> int:
        """Number of sentences."""

    def vectors(self, start: int, stop: int) -> Vectors:
        """Unit rows of the sentences of a range."""


def pieces(source: Rows, target: Rows, size: int = _PIECE) -> Iterator[Piece]:
    """Ranges of both sides to be aligned by themselves: one, unless the document is long.

    From each cut a window is searched for the last place where several sentences running
    face each other one to one, beyond doubt; there the next cut is made. Where a long
    passage is missing on one side, the window grows until such a place is found.
    """
    top = left = 0
    shorter, longer = sorted((source.count, target.count))
    slope = longer / max(shorter, 1)
    reach = size * _WINDOW
    while shorter and longer > reach:
        bottom = min(top + int(reach), source.count)
        right = min(left + int(reach * slope), target.count)
        if (bottom == source.count and right == target.count) or top == bottom or left == right:
            break
        window = source.vectors(top, bottom), target.vectors(left, right)
        meeting = _last_meeting(*window, _RUNNING)
        if meeting is None or meeting[0] < size / 4:
            if 2 * reach <= max(_WIDEST, size * _WINDOW):
                reach *= 2
                continue
            meeting = _last_meeting(*window, 1)
            if meeting is None or min(meeting) == 0:
                meeting = (len(window[0]) + 1) // 2, (len(window[1]) + 1) // 2
        reach = size * _WINDOW
        below, beside = top + meeting[0], left + meeting[1]
        yield (top, below), (left, beside)
        top, left = below, beside
    yield (top, source.count), (left, target.count)


def _last_meeting(source: Vectors, target: Vectors, running: int) -> tuple[int, int] | None:
    """The cut in the middle of the last ``running`` neighbouring pairs that are sure."""
    cosine = source @ target.T
    cosine -= 0.5 * (cosine.mean(axis=1, keepdims=True) + cosine.mean(axis=0, keepdims=True))
    chain = best_chain(cosine - np.float32(_CHAIN))
    run: list[tuple[int, int]] = []
    for i, j in reversed(chain):
        if cosine[i, j] < _SURE or (run and (i + 1, j + 1) != run[-1]):
            run = []
        if cosine[i, j] >= _SURE:
            run.append((i, j))
        if len(run) == running:
            return run[(running - 1) // 2]
    return None
