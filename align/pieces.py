"""A long document in pieces, cut where both sides surely meet, so that cost grows linearly."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.corridor import best_chain
from align.encoder import Encoder, Vectors

#: Sentences of a piece, about: 2,000 by 3,000 cosines take 24 MB and a tenth of a second.
_PIECE = 1_500
#: A window looks this much further than a piece, on either side.
_WINDOW = 1.6
#: Cosine above the mean of row and column at which two sentences surely belong together,
_SURE = 0.3
#: in how many pairs running, each next to the one before.
_RUNNING = 4
_CHAIN = 0.1

Piece = tuple[tuple[int, int], tuple[int, int]]


def pieces(chinese: Sequence[str], english: Sequence[str], encoder: Encoder) -> list[Piece]:
    """Ranges of both sides to be aligned by themselves: one, unless the document is long.

    From each cut a window is searched for the last place where several sentences running
    face each other one to one, beyond doubt; there the next cut is made. Where a long
    passage is missing on one side, the window grows until such a place is found.
    """
    if max(len(chinese), len(english)) <= _PIECE * _WINDOW:
        return [((0, len(chinese)), (0, len(english)))]
    source, target = encoder.encode(chinese), encoder.encode(english)
    return cuts(source, target, _PIECE)


def cuts(source: Vectors, target: Vectors, size: int) -> list[Piece]:
    """The pieces of two sides given as sentence vectors."""
    found: list[Piece] = []
    top = left = 0
    slope = len(target) / len(source)
    reach = size * _WINDOW
    while True:
        bottom = min(top + int(reach), len(source))
        right = min(left + int(reach * max(slope, 1 / slope)), len(target))
        if bottom == len(source) and right == len(target):
            break
        meeting = _last_meeting(source[top:bottom], target[left:right])
        if meeting is None or meeting[0] < size / 4:
            reach *= 2
            continue
        reach = size * _WINDOW
        below, beside = top + meeting[0], left + meeting[1]
        found.append(((top, below), (left, beside)))
        top, left = below, beside
    found.append(((top, len(source)), (left, len(target))))
    return found


def _last_meeting(source: Vectors, target: Vectors) -> tuple[int, int] | None:
    """The cut in the middle of the last run of sure pairs."""
    cosine = source @ target.T
    cosine -= 0.5 * (cosine.mean(axis=1, keepdims=True) + cosine.mean(axis=0, keepdims=True))
    chain = best_chain(cosine - np.float32(_CHAIN))
    run: list[tuple[int, int]] = []
    for i, j in reversed(chain):
        if cosine[i, j] < _SURE or (run and (i + 1, j + 1) != run[-1]):
            run = []
        if cosine[i, j] >= _SURE:
            run.append((i, j))
        if len(run) == _RUNNING:
            return run[_RUNNING // 2 - 1]
    return None
