"""Where the ladder may run: a band of cut points around the best chain of sentence pairs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.int64]

#: Cut points kept to either side of the chain. 10 loses nothing on the hand-aligned sets.
_RADIUS = 10


@dataclass(frozen=True, slots=True)
class Corridor:
    """The cut points (i, j), ``low[i] <= j < high[i]``, that a ladder may use.

    Row i holds the cuts before source sentence i; there is one row more than sentences.
    Cells are numbered row by row: cell (i, j) is ``offset[i] + j - low[i]``.
    """

    low: Indices
    high: Indices

    @property
    def rows(self) -> int:
        return len(self.low)

    @property
    def offset(self) -> Indices:
        """Number of each row's first cell, and the number of all cells at the end."""
        return np.concatenate([[0], np.cumsum(self.high - self.low)]).astype(np.int64)

    def step(self, down: int, right: int) -> Indices:
        """For each cell, the cell ``down`` rows and ``right`` columns before it, or -1."""
        offset = self.offset
        row = np.repeat(np.arange(self.rows), self.high - self.low)
        column = np.arange(offset[-1]) - offset[row] + self.low[row] - right
        above = row - down
        safe = np.maximum(above, 0)
        inside = (above >= 0) & (column >= self.low[safe]) & (column < self.high[safe])
        return np.where(inside, offset[safe] + column - self.low[safe], -1)


def full(rows: int, columns: int) -> Corridor:
    """Every cut point of a small document."""
    low = np.zeros(rows + 1, dtype=np.int64)
    return Corridor(low, np.full(rows + 1, columns + 1, dtype=np.int64))


def around(
    chain: list[tuple[int, int]], rows: int, columns: int, radius: int = _RADIUS
) -> Corridor:
    """The band around a chain of sentence pairs that rises in both numbers."""
    first = np.full(rows + 1, columns, dtype=np.int64)
    last = np.zeros(rows + 1, dtype=np.int64)
    before = (0, 0)
    for i, j in [*chain, (rows, columns)]:
        # between two pairs of the chain every cut of the box is allowed
        top, bottom = before[0], i + 1
        np.minimum(first[top:bottom], before[1], out=first[top:bottom])
        np.maximum(last[top:bottom], j, out=last[top:bottom])
        before = (i, j)
    low, high = first.copy(), last.copy()
    for shift in range(1, radius + 1):
        np.minimum(low[shift:], first[:-shift], out=low[shift:])
        np.minimum(low[:-shift], first[shift:], out=low[:-shift])
        np.maximum(high[shift:], last[:-shift], out=high[shift:])
        np.maximum(high[:-shift], last[shift:], out=high[:-shift])
    return Corridor(np.maximum(low - radius, 0), np.minimum(high + radius, columns) + 1)


def best_chain(gain: NDArray[np.float32]) -> list[tuple[int, int]]:
    """The chain of pairs (i, j), both rising, with the greatest sum of positive gains."""
    rows, columns = gain.shape
    total = np.zeros((rows + 1, columns + 1), dtype=np.float32)
    for i in range(rows):
        np.maximum(total[i, 1:], total[i, :-1] + gain[i], out=total[i + 1, 1:])
        np.maximum.accumulate(total[i + 1], out=total[i + 1])
    chain = []
    i, j = rows, columns
    while i and j:
        if total[i, j] == total[i - 1, j]:
            i -= 1
        elif total[i, j] == total[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            chain.append((i, j))
    return chain[::-1]
