"""Passages in another order: the likest stretch of two sides, wherever it stands.

A ladder rises on both sides, so of two articles whose translations changed places it can
climb only one. Here runs of sentences are compared without regard to what stands before
or after them, as Smith and Waterman compare proteins: the best diagonal of the table of
cosines that may begin and end anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from align.tokens import Vectors

#: Cosine, less the median of row and column, from which two sentences speak for a passage, and
#: what a sentence without counterpart costs. Measured with the next constant.
_NEUTRAL, _GAP = 0.2, 0.05
#: The least sum over a passage. The best of 100 sentences against 100 unrelated ones has .4 in
#: 19 of 20 trials over seven hand-aligned texts and .6 at most; four pairs of a novel or an
#: article have .77 in 19 of 20 cases, eight have 1.5. The aligner has the last word, so this may
#: be low. Costs: one or two sentences alone are mostly not found this way (``align/strays.py``
#: looks for them by paragraphs).
ENOUGH = 0.5
#: Dearer than any passage.
_WALL = 1e6
#: Cells of the largest table that is searched: 3,000 by 3,000 sentences left over, a second
#: and 150 MB. Costs: halves of a long novel that changed places stay unpaired.
_LARGEST = 9_000_000

Table = NDArray[np.float64]


class Passage(NamedTuple):
    """Half-open ranges of both sides, and how much speaks for them."""

    source: tuple[int, int]
    target: tuple[int, int]
    gain: float


def passages(
    source: Vectors, target: Vectors, rows: Sequence[int], columns: Sequence[int]
) -> Iterator[Passage]:
    """Passages that mean the same, the surest first, none overlapping.

    ``rows`` and ``columns`` number the sentences whose vectors are given; numbers that are
    no neighbours stand in different passages.
    """
    if not len(rows) or not len(columns) or len(rows) * len(columns) > _LARGEST:
        return
    table = walled(gains(source, target), rows, columns)
    number = [_numbers(rows), _numbers(columns)]
    while True:
        found = best_passage(table)
        if found.gain < ENOUGH:
            return
        (top, bottom), (left, right), gain = found
        yield Passage(
            (number[0][top], number[0][bottom - 1] + 1),
            (number[1][left], number[1][right - 1] + 1),
            gain,
        )
        table[top:bottom] = -np.inf
        table[:, left:right] = -np.inf


def _numbers(numbers: Sequence[int]) -> list[int]:
    """The number of each row of a walled table; a wall has none."""
    return [int(one) for one in np.insert(np.array(numbers), _breaks(numbers), -1)]


def gains(source: Vectors, target: Vectors) -> Table:
    """How much more than chance each two sentences resemble each other."""
    cosine = (source @ target.T).astype(np.float64)
    # the median, not the mean: among few sentences the counterpart itself weighs too much
    chance = np.median(cosine, axis=1, keepdims=True) + np.median(cosine, axis=0, keepdims=True)
    return cosine - 0.5 * chance - _NEUTRAL


def walled(table: Table, rows: Sequence[int], columns: Sequence[int]) -> Table:
    """The table with a wall between rows (columns) whose numbers are no neighbours."""
    parted = np.insert(table, _breaks(rows), -np.inf, axis=0)
    return np.insert(parted, _breaks(columns), -np.inf, axis=1)


def _breaks(numbers: Sequence[int]) -> list[int]:
    return [place for place in range(1, len(numbers)) if numbers[place] != numbers[place - 1] + 1]


def best_passage(table: Table) -> Passage:
    """The ranges with the greatest sum of gains; rows and columns of -inf part passages."""
    rows, columns = table.shape
    best = Passage((0, 0), (0, 0), 0.0)
    cuts = np.arange(columns + 1)
    walls = np.isneginf(table).all(axis=0) * _WALL
    # what it costs to go right from the first cut to each other
    cost = np.concatenate([[0.0], np.cumsum(walls + _GAP)])
    gain = np.zeros(columns + 1)
    # where the best passage that ends at each cut began
    top, left = np.zeros(columns + 1, np.int64), cuts
    for row in range(rows):
        met, alone = gain[:-1] + table[row], gain[1:] - _GAP
        value = np.where(np.isneginf(table[row]), 0.0, np.maximum(met, alone))
        alive, pairs = value > 0, met >= alone
        gain = np.concatenate([[0.0], np.where(alive, value, 0.0)])
        above = np.where(pairs, top[:-1], top[1:]), np.where(pairs, left[:-1], left[1:])
        top = np.concatenate([[row + 1], np.where(alive, above[0], row + 1)])
        left = np.concatenate([[0], np.where(alive, above[1], cuts[1:])])
        highest = np.maximum.accumulate(gain + cost)
        origin = np.maximum.accumulate(np.where(gain + cost == highest, cuts, 0))
        gain, top, left = highest - cost, top[origin], left[origin]
        end = int(gain.argmax())
        if gain[end] > best.gain:
            best = Passage((int(top[end]), row + 1), (int(left[end]), end), float(gain[end]))
    return best
