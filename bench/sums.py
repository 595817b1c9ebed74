"""The marginals of ``align/lattice.py`` compiled, cell by cell: fits need them thousands of times.

Same numbers, a fiftieth of the time. Needs numba (``pip install 'duiyi[fit]'``); nothing that
is installed for users does.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import numpy as np
from numba import njit

from align.corridor import Corridor
from align.lattice import Lattice, Marginals, Nulls, Values

#: Stands for the logarithm of nothing, and what is as good as that.
_NOTHING, _NEXT_TO_NOTHING = -1e30, -1e29
#: Probability of being passed, as a first look at a text tells, below which a cut is not looked
#: at. With it posteriors change by less than .0001.
_PASSED = 1e-5
#: Added to something so many times as great (a logarithm), a number is lost in its last digit.
_LOST = 40.0


def compiled_marginals(lattice: Lattice, scores: Values, nulls: Nulls) -> Marginals:
    """Forward-backward over all ladders."""
    beads, source, target, opened, total, _ = _everything(lattice, scores, nulls)
    return Marginals(beads, source, target, (float(opened[0]), float(opened[1])), float(total))


def narrowed(
    lattice: Lattice, scores: Values, nulls: Nulls, kept: Collection[tuple[int, int]]
) -> Lattice:
    """The same beads in a corridor without the cuts that hardly any ladder passes.

    A tenth of the cuts is left, so a fit takes a seventh of the time. The cuts in ``kept``
    stay: the ladder made by hand must not be lost.
    """
    old, offset = lattice.corridor, lattice.corridor.offset
    visited = _everything(lattice, scores, nulls)[-1] >= _PASSED
    visited[lattice.start] = visited[lattice.end] = True
    inside = [(row, column) for row, column in kept if old.low[row] <= column < old.high[row]]
    visited[[offset[row] + column - old.low[row] for row, column in inside]] = True
    cells = np.flatnonzero(visited)
    rows = np.repeat(np.arange(old.rows), old.high - old.low)[cells]
    columns = cells - offset[rows] + old.low[rows]
    low = np.full(old.rows, old.high.max())
    high = np.zeros(old.rows, np.int64)
    np.minimum.at(low, rows, columns)
    np.maximum.at(high, rows, columns + 1)
    corridor = Corridor(np.minimum(low, high), high)
    first = corridor.offset[:-1] - corridor.low
    after, below = lattice.row + lattice.source, lattice.column + lattice.target
    start, end = first[lattice.row] + lattice.column, first[after] + below
    return replace(lattice, corridor=corridor, start=start, end=end)


def _everything(lattice: Lattice, scores: Values, nulls: Nulls):  # type: ignore[no-untyped-def]
    """The marginals as a tuple, and how likely a ladder passes each cut."""
    corridor = lattice.corridor
    return _marginals(
        corridor.low,
        corridor.high,
        corridor.offset,
        lattice.start,
        lattice.end,
        np.ascontiguousarray(scores),
        nulls.source,
        nulls.target,
        *nulls.opening,
    )


@njit(cache=False, inline="always")
def _both(one, other):  # type: ignore[no-untyped-def]
    if one < other:
        one, other = other, one
    if other <= _NEXT_TO_NOTHING or one - other > _LOST:
        return one
    return one + np.log1p(np.exp(other - one))


@njit(cache=False)
def _by_cell(cells, size):  # type: ignore[no-untyped-def]
    """Beads in the order of a cell of theirs, and where each cell's beads begin."""
    first = np.zeros(size + 1, np.int64)
    for cell in cells:
        first[cell + 1] += 1
    for cell in range(size):
        first[cell + 1] += first[cell]
    place = first[:-1].copy()
    order = np.empty(len(cells), np.int64)
    for bead in range(len(cells)):
        order[place[cells[bead]]] = bead
        place[cells[bead]] += 1
    return order, first


@njit(cache=False)
def _together(order, first, cell, other, values, scores):  # type: ignore[no-untyped-def]
    """Logarithm of the sum over a cell's beads of their worth and that of their other end."""
    top = _NOTHING
    for place in range(first[cell], first[cell + 1]):
        bead = order[place]
        top = max(top, values[other[bead]] + scores[bead])
    if top <= _NEXT_TO_NOTHING:
        return _NOTHING
    total = 0.0
    for place in range(first[cell], first[cell + 1]):
        bead = order[place]
        worth = values[other[bead]] + scores[bead] - top
        if worth > -_LOST:
            total += np.exp(worth)
    return top + np.log(total)


@njit(cache=False)
def _marginals(  # type: ignore[no-untyped-def]
    low, high, offset, start, end, scores, null_source, null_target, open_source, open_target
):
    rows, size = len(low), offset[-1]
    arriving, arriving_first = _by_cell(end, size)
    leaving, leaving_first = _by_cell(start, size)
    ahead = np.full((3, size), _NOTHING)
    reached = np.full(size, _NOTHING)
    for i in range(rows):
        for j in range(low[i], high[i]):
            cell = offset[i] + j - low[i]
            pair = _together(arriving, arriving_first, cell, start, reached, scores)
            ahead[0, cell] = 0.0 if cell == 0 else pair
            if i > 0 and low[i - 1] <= j < high[i - 1]:
                above = offset[i - 1] + j - low[i - 1]
                down = _both(ahead[0, above] + open_source, ahead[1, above])
                ahead[1, cell] = null_source[i - 1] + down
            if j > low[i]:
                opened = _both(ahead[0, cell - 1], ahead[1, cell - 1]) + open_target
                ahead[2, cell] = null_target[j - 1] + _both(opened, ahead[2, cell - 1])
            reached[cell] = _both(_both(ahead[0, cell], ahead[1, cell]), ahead[2, cell])
    total = reached[size - 1]

    behind = np.full((3, size), _NOTHING)
    source, target = np.zeros(len(null_source)), np.zeros(len(null_target))
    gaps = np.zeros(2)
    for i in range(rows - 1, -1, -1):
        for j in range(high[i] - 1, low[i] - 1, -1):
            cell = offset[i] + j - low[i]
            value = _together(leaving, leaving_first, cell, end, behind[0], scores)
            if cell == size - 1:
                value = 0.0
            drop = slide = _NOTHING
            if i + 1 < rows and low[i + 1] <= j < high[i + 1]:
                drop = null_source[i] + behind[1, offset[i + 1] + j - low[i + 1]]
            if j + 1 < high[i]:
                slide = null_target[j] + behind[2, cell + 1]
            onward = _both(value, slide + open_target)
            behind[2, cell] = _both(value, slide)
            behind[1, cell] = _both(onward, drop)
            behind[0, cell] = _both(onward, drop + open_source)
            if drop > _NEXT_TO_NOTHING:
                fresh = np.exp(ahead[0, cell] + open_source + drop - total)
                gaps[0] += fresh
                source[i] += fresh + np.exp(ahead[1, cell] + drop - total)
            if slide > _NEXT_TO_NOTHING:
                before = _both(ahead[0, cell], ahead[1, cell])
                fresh = np.exp(before + open_target + slide - total)
                gaps[1] += fresh
                target[j] += fresh + np.exp(ahead[2, cell] + slide - total)
    beads = np.empty(len(start))
    for bead in range(len(start)):
        beads[bead] = np.exp(reached[start[bead]] + scores[bead] + behind[0, end[bead]] - total)
    visited = np.zeros(size)
    for state in range(3):
        visited += np.exp(ahead[state] + behind[state] - total)
    return beads, source, target, gaps, total, visited
