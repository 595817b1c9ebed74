"""What speaks for a bead: one number per kind of evidence, for every bead of the corridor."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.beads import LONGEST
from align.corridor import Corridor, Indices
from align.encoder import Vectors
from align.words import Words
from corpus.lexicon import glosses

Scores = NDArray[np.float32]

#: Added to the cosine of two words when the dictionary knows one as a gloss of the other.
_GLOSS_BONUS = 0.5


def span_cosines(corridor: Corridor, source: Vectors, target: Vectors) -> Scores:
    """Cosine of each bead's two sides, shape (cells, LONGEST, LONGEST).

    ``source`` and ``target`` hold a unit row for every run of sentences, as
    ``UseEncoder.spans`` gives them. A cell is where the bead starts.
    """
    offset = corridor.offset
    found = np.zeros((offset[-1], LONGEST, LONGEST), dtype=np.float32)
    width = target.shape[2]
    for row in range(corridor.rows - 1):
        low, high = corridor.low[row], min(corridor.high[row], len(target))
        slab = target[low:high].reshape(-1, width)
        cosine = (source[row] @ slab.T).reshape(LONGEST, high - low, LONGEST)
        found[offset[row] : offset[row] + high - low] = cosine.transpose(1, 0, 2)
    return found


@dataclass(frozen=True, slots=True)
class Coverage:
    """How well the words of each side are met on the other, summed over the words."""

    #: shape (cells, LONGEST, LONGEST): sum of weight times best match
    source: Scores
    target: Scores


def coverage(corridor: Corridor, source: Words, target: Words) -> Coverage:
    """Sum over a bead's words of weight times best match among the other side's words."""
    offset = corridor.offset
    forward = np.zeros((offset[-1], LONGEST, LONGEST), dtype=np.float32)
    backward = np.zeros_like(forward)
    rows, columns = len(source.first) - 1, len(target.first) - 1
    facing = _facing(source, target)
    low = [int(corridor.low[max(i - LONGEST + 1, 0) : i + 1].min()) for i in range(rows)]
    high = [
        min(int(corridor.high[max(i - LONGEST + 1, 0) : i + 1].max()) + LONGEST, columns)
        for i in range(rows)
    ]
    best: dict[int, Scores] = {}
    met: dict[int, Scores] = {}
    for i in range(rows + LONGEST - 1):
        if i < rows:
            match = _match(source, target, i, low[i], high[i], facing)
            met[i] = _met(match, source, target, i, low[i], high[i])
            best[i] = (
                match.max(axis=0)
                if len(match)
                else np.zeros(match.shape[1], dtype=np.float32)
            )
        start = i - LONGEST + 1
        if start < 0:
            continue
        left, right = int(corridor.low[start]), min(int(corridor.high[start]), columns)
        here = slice(offset[start], offset[start] + right - left)
        stop = min(right + LONGEST - 1, columns)
        words = slice(target.first[left], target.first[stop])
        total = np.zeros((right - left, LONGEST), dtype=np.float32)
        top = np.full(words.stop - words.start, -1.0, dtype=np.float32)
        for size in range(LONGEST):
            sentence = start + size
            if sentence < rows:
                total += met[sentence][left - low[sentence] : right - low[sentence]]
                from_word = target.first[left] - target.first[low[sentence]]
                np.maximum(top, best[sentence][from_word : from_word + len(top)], out=top)
            forward[here, size] = total
            weighted = np.concatenate([[0], np.cumsum(top * target.weights[words])])
            bounds = target.first[left : stop + 1] - target.first[left]
            sums = weighted[bounds]
            for length in range(LONGEST):
                end = np.minimum(np.arange(right - left) + length + 1, stop - left)
                backward[here, size, length] = sums[end] - sums[: right - left]
        best.pop(start, None)
        met.pop(start, None)
    return Coverage(forward, backward)


def _facing(source: Words, target: Words) -> dict[str, list[int]]:
    """For each source key, the numbers of the target words that its glosses name."""
    places = defaultdict(list)
    for number, key in enumerate(target.keys):
        places[key].append(number)
    return {
        key: sorted(n for gloss in glosses(key) | {key.lower()} for n in places.get(gloss, ()))
        for key in set(source.keys)
    }


def _match(
    source: Words, target: Words, i: int, low: int, high: int, facing: dict[str, list[int]]
) -> Scores:
    """Similarity of sentence i's words to the words of target sentences low to high."""
    mine = slice(source.first[i], source.first[i + 1])
    first, last = int(target.first[low]), int(target.first[high])
    match: Scores = source.vectors[mine] @ target.vectors[first:last].T
    for row, key in enumerate(source.keys[mine]):
        known = np.array(facing[key], dtype=np.int64)
        begin, end = np.searchsorted(known, [first, last])
        match[row, known[begin:end] - first] += _GLOSS_BONUS
    return np.clip(match, 0, 1)


def _met(
    match: Scores, source: Words, target: Words, i: int, low: int, high: int
) -> Scores:
    """Sentence i's coverage by each run of target sentences, shape (high - low, LONGEST)."""
    count = high - low
    bounds = target.first[low : high + 1] - target.first[low]
    filled = np.flatnonzero(np.diff(bounds))
    top = np.zeros((len(match), count + LONGEST), dtype=np.float32)
    if len(match) and len(filled):
        top[:, filled] = np.maximum.reduceat(match, bounds[filled], axis=1)
    weights = source.weights[source.first[i] : source.first[i + 1]]
    met = np.empty((count, LONGEST), dtype=np.float32)
    running = top[:, :count].copy()
    for length in range(LONGEST):
        if length:
            np.maximum(running, top[:, length : length + count], out=running)
        met[:, length] = weights @ running
    return met


def run_sums(values: NDArray[np.float32]) -> Scores:
    """Sums of runs of up to LONGEST entries, shape (entries, LONGEST); cut short at the end."""
    total = np.concatenate([[0], np.cumsum(values, dtype=np.float64)])
    count = len(values)
    ends = np.minimum(np.arange(count)[:, None] + np.arange(1, LONGEST + 1), count)
    return (total[ends] - total[:count, None]).astype(np.float32)


def place(corridor: Corridor) -> tuple[Indices, Indices]:
    """Row and column of every cell."""
    offset = corridor.offset
    row = np.repeat(np.arange(corridor.rows), corridor.high - corridor.low)
    return row, np.arange(offset[-1]) - offset[row] + corridor.low[row]
