"""The beads a ladder may be made of, and the two walks over them: marginals and best path.

A ladder runs from cut (0, 0) to the last cut of a corridor. Each bead leads from one cut to a
later one; a sentence without a counterpart is a step down (source) or to the right (target).
Of a gap's unpaired sentences those of the source come first, so that one alignment is one
ladder. Opening a gap costs extra: three states tell a cut after a pair, after an unpaired
source sentence, and after an unpaired target sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.beads import SHAPES
from align.corridor import Corridor, Indices

Values = NDArray[np.float64]
Ranges = tuple[tuple[int, int], tuple[int, int]]

_SHAPE_SOURCE = np.array([source for source, _ in SHAPES])
_SHAPE_TARGET = np.array([target for _, target in SHAPES])


@dataclass(frozen=True, slots=True)
class Lattice:
    """Beads inside a corridor, ordered by the cut they start from."""

    corridor: Corridor
    #: cells where each bead starts and ends
    start: Indices
    end: Indices
    #: first source and target sentence of each bead, and how many of each it joins
    row: Indices
    column: Indices
    source: Indices
    target: Indices

    def __len__(self) -> int:
        return len(self.start)


@dataclass(frozen=True, slots=True)
class Nulls:
    """What it is worth to leave sentences unpaired."""

    source: Values
    target: Values
    #: added where a gap opens: with a source sentence, with a target sentence
    opening: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Marginals:
    """Probabilities under all ladders, each ladder weighing exp(sum of its scores)."""

    beads: Values
    source: Values
    target: Values
    #: expected number of gaps opened by a source and by a target sentence
    opened: tuple[float, float]
    #: logarithm of the sum of all ladders' weights
    total: float


def all_beads(corridor: Corridor) -> Lattice:
    """Every bead of every shape that fits into the corridor."""
    offset = corridor.offset
    rows = np.repeat(np.arange(corridor.rows), corridor.high - corridor.low)
    columns = np.arange(offset[-1]) - offset[rows] + corridor.low[rows]
    row = np.repeat(rows, len(SHAPES))
    column = np.repeat(columns, len(SHAPES))
    source = np.tile(_SHAPE_SOURCE, len(rows))
    target = np.tile(_SHAPE_TARGET, len(rows))
    below = np.minimum(row + source, corridor.rows - 1)
    right = column + target
    inside = (row + source < corridor.rows) & (right >= corridor.low[below])
    inside &= right < corridor.high[below]
    end = offset[below] + right - corridor.low[below]
    start = np.repeat(np.arange(offset[-1]), len(SHAPES))
    everything = Lattice(corridor, start, end, row, column, source, target)
    return select(everything, inside)


def select(lattice: Lattice, keep: NDArray[np.bool_]) -> Lattice:
    """The lattice with the kept beads only."""
    return Lattice(
        lattice.corridor,
        lattice.start[keep],
        lattice.end[keep],
        lattice.row[keep],
        lattice.column[keep],
        lattice.source[keep],
        lattice.target[keep],
    )


def marginals(lattice: Lattice, scores: Values, nulls: Nulls) -> Marginals:
    """Forward-backward over all ladders."""
    corridor, offset = lattice.corridor, lattice.corridor.offset
    low, high = corridor.low, corridor.high
    size = int(offset[-1])
    order = np.argsort(lattice.end, kind="stable")
    starts, arriving = lattice.start[order], scores[order]
    in_row = np.searchsorted(lattice.end[order], offset)
    in_ends = lattice.end[order]
    steps = np.concatenate([[0.0], np.cumsum(nulls.target)])
    open_source, open_target = nulls.opening

    ahead = np.full((3, size), -np.inf)
    reached = np.full(size, -np.inf)  # any state
    for row in range(corridor.rows):
        here = slice(int(offset[row]), int(offset[row + 1]))
        pair, down, right = ahead[0, here], ahead[1, here], ahead[2, here]
        begin, stop = in_row[row], in_row[row + 1]
        if stop > begin:
            worth = reached[starts[begin:stop]] + arriving[begin:stop]
            _gather(pair, in_ends[begin:stop] - here.start, worth)
        if row == 0:
            pair[0] = 0.0
        else:
            left, edge = max(low[row], low[row - 1]), min(high[row], high[row - 1])
            if edge > left:
                first = offset[row - 1] + left - low[row - 1]
                above = slice(first, first + edge - left)
                down[left - low[row] : edge - low[row]] = nulls.source[row - 1] + np.logaddexp(
                    ahead[0, above] + open_source, ahead[1, above]
                )
        if len(pair) > 1:
            run = steps[low[row] : high[row]]
            opened = np.logaddexp(pair, down)[:-1] + open_target - run[:-1]
            right[1:] = np.logaddexp.accumulate(opened) + run[1:]
        reached[here] = np.logaddexp(np.logaddexp(pair, down), right)
    total = float(reached[-1])

    behind = np.full((3, size), -np.inf)
    out_row = np.searchsorted(lattice.start, offset)
    source = np.zeros(corridor.rows - 1)
    target = np.zeros(len(nulls.target))
    opened_source = opened_target = 0.0
    for row in range(corridor.rows - 1, -1, -1):
        here = slice(int(offset[row]), int(offset[row + 1]))
        pair, down, right = behind[0, here], behind[1, here], behind[2, here]
        value = np.full(here.stop - here.start, -np.inf)
        begin, stop = out_row[row], out_row[row + 1]
        if stop > begin:
            leaving = behind[0, lattice.end[begin:stop]] + scores[begin:stop]
            _gather(value, lattice.start[begin:stop] - here.start, leaving)
        if row == corridor.rows - 1:
            value[-1] = 0.0
        drop = np.full(len(value), -np.inf)
        if row + 1 < corridor.rows:
            left, edge = max(low[row], low[row + 1]), min(high[row], high[row + 1])
            if edge > left:
                first = offset[row + 1] + left - low[row + 1]
                below = slice(first, first + edge - left)
                inner = slice(left - low[row], edge - low[row])
                drop[inner] = nulls.source[row] + behind[1, below]
        run = steps[low[row] : high[row]]
        right[:] = np.logaddexp.accumulate((value + run)[::-1])[::-1] - run
        slide = np.full(len(value), -np.inf)
        slide[:-1] = right[1:] + np.diff(run)
        onward = np.logaddexp(value, slide + open_target)
        down[:] = np.logaddexp(onward, drop)
        pair[:] = np.logaddexp(onward, drop + open_source)

        fresh = np.exp(ahead[0, here] + open_source + drop - total)
        opened_source += float(fresh.sum())
        if row + 1 < corridor.rows:
            source[row] = float((fresh + np.exp(ahead[1, here] + drop - total)).sum())
        before = np.logaddexp(ahead[0, here], ahead[1, here])
        fresh = np.exp(before + open_target + slide - total)
        opened_target += float(fresh.sum())
        going = fresh + np.exp(ahead[2, here] + slide - total)
        target[low[row] : high[row] - 1] += going[:-1]
    beads = np.exp(reached[lattice.start] + scores + behind[0, lattice.end] - total)
    return Marginals(beads, source, target, (opened_source, opened_target), total)


def _gather(into: Values, places: Indices, values: Values) -> None:
    """Logarithm of the sum of exp(values) by place; ``places`` is sorted."""
    top = values.max()
    if top == -np.inf:
        return
    heads = np.flatnonzero(np.diff(places, prepend=-1))
    with np.errstate(divide="ignore"):
        into[places[heads]] = np.log(np.add.reduceat(np.exp(values - top), heads)) + top


def best_path(lattice: Lattice, beads: Values, source: Values, target: Values) -> list[Ranges]:
    """The ladder whose beads and unpaired sentences have the greatest sum of values."""
    corridor, offset = lattice.corridor, lattice.corridor.offset
    low, high = corridor.low, corridor.high
    order = np.argsort(lattice.end, kind="stable")
    starts, values, ends = lattice.start[order], beads[order], lattice.end[order]
    in_row = np.searchsorted(ends, offset)
    steps = np.concatenate([[0.0], np.cumsum(target)])
    best = np.full(int(offset[-1]), -np.inf)
    for row in range(corridor.rows):
        here = slice(int(offset[row]), int(offset[row + 1]))
        value = best[here]
        begin, stop = in_row[row], in_row[row + 1]
        if stop > begin:
            heads = np.flatnonzero(np.diff(ends[begin:stop], prepend=-1))
            arriving = best[starts[begin:stop]] + values[begin:stop]
            value[ends[begin:stop][heads] - here.start] = np.maximum.reduceat(arriving, heads)
        if row == 0:
            value[0] = 0.0
        else:
            left, edge = max(low[row], low[row - 1]), min(high[row], high[row - 1])
            if edge > left:
                inner = slice(left - low[row], edge - low[row])
                first = offset[row - 1] + left - low[row - 1]
                above = best[first : first + edge - left] + source[row - 1]
                value[inner] = np.maximum(value[inner], above)
        run = steps[low[row] : high[row]]
        value[:] = np.maximum.accumulate(value - run) + run

    path: list[Ranges] = []
    i, j = corridor.rows - 1, int(high[-1]) - 1
    while i or j:
        cell = int(offset[i] + j - low[i])
        begin, stop = np.searchsorted(ends, [cell, cell + 1])
        options = best[starts[begin:stop]] + values[begin:stop]
        pick = int(options.argmax()) if stop > begin else -1
        top = float(options[pick]) if stop > begin else -np.inf
        step = (0, 0)
        if i and low[i - 1] <= j < high[i - 1]:
            down = float(best[offset[i - 1] + j - low[i - 1]] + source[i - 1])
            if down > top:
                top, step = down, (1, 0)
        if j > low[i] and float(best[cell - 1] + target[j - 1]) > top:
            step = (0, 1)
        if step == (0, 0):
            bead = order[begin + pick]
            step = (int(lattice.source[bead]), int(lattice.target[bead]))
        path.append(((i - step[0], i), (j - step[1], j)))
        i, j = i - step[0], j - step[1]
    return path[::-1]
