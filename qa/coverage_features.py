"""What speaks for lost content on one side of a pair: a handful of numbers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from qa.coverage_lengths import Lengths
from qa.coverage_match import Numbers, Shares
from qa.coverage_words import Met, unmet_runs

Span = tuple[int, int]

#: The features in their order; ``qa/data/omission.json`` has one weight for each.
NAMES = (
    "clause",  # how little of the worst clause is met
    "doubt",  # how much speaks for the loss of a clause as a whole
    "run",  # how much speaks for the loss of a stretch, wherever it begins and ends
    "gap",  # the longest run of unmet words, less what stands unmet facing it
    "length",  # how much less content the other side has than expected
    "words",  # the same by the number of words
    "numbers",  # numbers without counterpart
    "names",  # names without counterpart
    "clause around",  # the first three, where the words' surroundings are asked as well
    "doubt around",
    "run around",
)
#: The features of the pair as a whole: is it a translation at all?
PAIR_NAMES = ("met_zh", "met_en", "best_zh", "best_en", "size", "length")


#: Content below which a clause is too short to be judged by itself (说, 他说).
_LEAST_CLAUSE = 0.8
#: A word makes a stretch longer when more than this speaks for its loss: else every long text
#: would have a stretch.
_DOUBTED = 0.3
#: Three numbers lost are no worse than two: tables and lists.
_MOST_NUMBERS = 2
#: Content that stands free on the other side between the neighbours' counterparts answers
#: for this part of a run: 为我所用 for "to expand knowledge".
_ANSWERS = 0.8


class Missing(NamedTuple):
    """What a side names that the other side lacks."""

    numbers: int
    names: int


def features(
    own: Met, other: Met, clauses: Sequence[Span], short: Lengths, missing: Missing
) -> Numbers:
    """The numbers of ``NAMES`` for what ``own`` says and ``other`` does not.

    ``short`` is positive when ``other`` is short.
    """
    return np.array(
        [
            *_stretches(own, clauses),
            np.log1p(_gap(own, other)),
            short.content,
            short.words,
            min(missing.numbers, _MOST_NUMBERS),
            min(missing.names, _MOST_NUMBERS),
            *_stretches(own.by_surroundings, clauses),
        ],
        dtype=np.float32,
    )


def pair_features(zh: Met, en: Met, lengths: Lengths) -> Numbers:
    """The numbers of ``PAIR_NAMES``."""
    parts = []
    for side in (zh, en):
        total = float(side.weights.sum()) + 1
        parts.append(float((side.weights * side.met).sum()) / total)
    for side in (zh, en):
        total = float(side.weights.sum()) + 1
        parts.append(float((side.weights * side.best).sum()) / total)
    size = float(np.log1p(min(float(zh.weights.sum()), float(en.weights.sum()))))
    return np.array([*parts, size, abs(lengths.content)], dtype=np.float32)


def _stretches(own: Met, clauses: Sequence[Span]) -> tuple[float, float, float]:
    """What speaks for the loss of a clause or of any stretch of words."""
    doubts = own.doubts
    worst, doubt = _worst(own, doubts, clauses)
    return worst, float(np.log1p(doubt)), float(np.log1p(_stretch(own, doubts)))


def _worst(own: Met, doubts: Shares, clauses: Sequence[Span]) -> tuple[float, float]:
    """How little of the worst clause is met, and the most that speaks for a clause's loss."""
    starts = [word.start for word in own.words]
    sums = np.zeros((3, len(own.words) + 1))
    np.cumsum(np.stack([own.weights, own.lost, doubts]), axis=1, out=sums[:, 1:])
    weights, losses, doubted = sums.tolist()
    worst = most = 0.0
    for start, end in clauses:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        weight = weights[last] - weights[first]
        if weight >= _LEAST_CLAUSE:
            worst = max(worst, (losses[last] - losses[first]) / (weight + 0.5))
            most = max(most, doubted[last] - doubted[first])
    return worst, most


def _stretch(own: Met, doubts: Shares) -> float:
    """The most that speaks for the loss of any stretch of words."""
    total = least = most = 0.0
    for doubt in doubts[own.weights > 0].tolist():
        total += doubt - _DOUBTED
        least = min(least, total)
        most = max(most, total - least)
    return most


def _gap(own: Met, other: Met) -> float:
    """The heaviest unmet run's content, after what may answer for it."""
    gap = 0.0
    free = Free(own, other)
    for words in unmet_runs(own):
        weight = float(own.weights[words].sum())
        if weight > gap:
            gap = max(gap, weight - _ANSWERS * free.content(words[0], words[-1]))
    return gap


class Free:
    """What stands unmet on the other side where words of this side would stand."""

    __slots__ = ("_places", "_partners", "_lost")

    def __init__(self, own: Met, other: Met) -> None:
        places = np.flatnonzero((own.partner >= 0) & (own.weights > 0))
        self._places: list[int] = places.tolist()
        self._partners: list[int] = own.partner[places].tolist()
        self._lost = other.lost

    def content(self, first: int, last: int) -> float:
        """Unmet content between the counterparts of the neighbours of a run of words."""
        before, after = bisect_left(self._places, first), bisect_right(self._places, last)
        left = self._partners[before - 1] if before else -1
        right = self._partners[after] if after < len(self._places) else len(self._lost)
        low, high = min(left, right), max(left, right)
        return float(self._lost[max(low, 0) : high + 1].sum())
