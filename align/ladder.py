"""Dynamic programming over ladders of cut points."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from align.beads import SHAPES
from align.corridor import Corridor

Scores = NDArray[np.float32]


def best_ladder(
    corridor: Corridor, scores: Scores, source_null: Scores, target_null: Scores
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The ladder with the greatest sum of scores, as ranges of source and target sentences.

    ``scores[shape, cell]`` is worth of the bead of ``SHAPES[shape]`` that ends at the
    cell, ``source_null[i]`` and ``target_null[j]`` that of an unpaired sentence.
    """
    offset = corridor.offset
    before = np.stack([corridor.step(source, target) for source, target in SHAPES])
    total = np.full(offset[-1] + 1, -np.inf)  # the last entry stands for "outside"
    total[0] = 0
    run = np.concatenate([[0], np.cumsum(target_null)])
    for row in range(corridor.rows):
        here = slice(offset[row], offset[row + 1])
        low, high = corridor.low[row], corridor.high[row]
        if row:
            best = (total[before[:, here]] + scores[:, here]).max(axis=0)
            left, right = max(low, corridor.low[row - 1]), min(high, corridor.high[row - 1])
            above = total[offset[row - 1] :][left - corridor.low[row - 1] :][: right - left]
            inner = slice(left - low, right - low)
            best[inner] = np.maximum(best[inner], above + source_null[row - 1])
        else:
            best = total[here].copy()
        slope = run[low:high]
        total[here] = np.maximum.accumulate(best - slope) + slope
    return _walk_back(corridor, total, scores, before, source_null, target_null)


def _walk_back(corridor, total, scores, before, source_null, target_null):  # type: ignore
    offset = corridor.offset
    i, j = corridor.rows - 1, int(corridor.high[-1]) - 1
    beads = []
    left = corridor.step(0, 1)
    above = corridor.step(1, 0)
    while i or j:
        cell = offset[i] + j - corridor.low[i]
        options = total[before[:, cell]] + scores[:, cell]
        best = int(options.argmax())
        value = options[best]
        source, target = SHAPES[best]
        if i and above[cell] >= 0 and total[above[cell]] + source_null[i - 1] > value:
            source, target, value = 1, 0, total[above[cell]] + source_null[i - 1]
        if j and left[cell] >= 0 and total[left[cell]] + target_null[j - 1] > value:
            source, target = 0, 1
        beads.append(((i - source, i), (j - target, j)))
        i, j = i - source, j - target
    return beads[::-1]
