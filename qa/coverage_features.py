"""What speaks for lost content on one side of a pair: a handful of numbers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import exp, log, log1p
from operator import mul
from typing import NamedTuple

import numpy as np

from qa.coverage_cells import Numbers
from qa.coverage_lengths import Lengths
from qa.coverage_words import Met

Span = tuple[int, int]

#: The features in their order; ``qa/data/omission.json`` has one weight for each.
NAMES = (
    "clause",  # how little of the worst clause is met
    "doubt",  # how much speaks for the loss of a clause as a whole
    "run",  # how much speaks for the loss of a stretch, wherever it begins and ends
    "gap",  # the longest run of unmet words, less what stands unmet facing it
    "length",  # how much less content the other side has than expected
    "letters",  # the same by the number of letters
    "numbers",  # numbers without counterpart
    "names",  # names without counterpart
    "sentences",  # how many sentences fewer the other side has, times "clause": not if all is met
    "free",  # content of the other side without any like word: a free translation, so less is lost
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
#: No single word says more than this, for or against: odds of 20 to 1.
_MOST_DOUBT = 3.0
#: The chance of a counterpart at which that much is said.
_LEAST = 1 / (1 + exp(_MOST_DOUBT))
#: Three numbers lost are no worse than two: tables and lists.
_MOST_NUMBERS = 2
#: Content that stands free on the other side between the neighbours' counterparts answers
#: for this part of a run: 为我所用 for "to expand knowledge".
_ANSWERS = 0.8


class Missing(NamedTuple):
    """What a side has that the other side lacks."""

    numbers: int
    names: int
    #: how many more than the other side
    sentences: int = 0


def features(
    own: Met, other: Met, clauses: Sequence[Span], short: Lengths, missing: Missing
) -> Numbers:
    """The numbers of ``NAMES`` for what ``own`` says and ``other`` does not.

    ``short`` is positive when ``other`` is short.
    """
    weighty = _weighty(own, clauses)
    worst, doubt, run = _stretches(own, own.met, weighty)
    return np.array(
        [
            worst,
            doubt,
            run,
            log1p(_gap(own, other)),
            short.content,
            short.letters,
            min(missing.numbers, _MOST_NUMBERS),
            min(missing.names, _MOST_NUMBERS),
            log1p(missing.sentences) * worst,
            _free(other),
            *_stretches(own, own.around, weighty),
        ],
        dtype=np.float32,
    )


def pair_features(zh: Met, en: Met, lengths: Lengths) -> Numbers:
    """The numbers of ``PAIR_NAMES``."""
    content = sum(zh.weights), sum(en.weights)
    parts = [
        sum(map(mul, zh.weights, zh.met)) / (content[0] + 1),
        sum(map(mul, en.weights, en.met)) / (content[1] + 1),
        sum(map(mul, zh.weights, zh.best)) / (content[0] + 1),
        sum(map(mul, en.weights, en.best)) / (content[1] + 1),
    ]
    return np.array([*parts, log1p(min(content)), abs(lengths.content)], dtype=np.float32)


def _free(other: Met) -> float:
    """The share of a side's content to which no word of this side is like."""
    content = sum(other.weights)
    alike: float = sum(map(mul, other.weights, other.best))
    return (content - alike) / (content + 1)


def _weighty(own: Met, clauses: Sequence[Span]) -> list[tuple[int, int, float]]:
    """The clauses that can be judged by themselves: half-open numbers of words, content."""
    weights = list(accumulate(own.weights, initial=0.0))
    found = []
    for start, end in clauses:
        first, last = bisect_left(own.starts, start), bisect_left(own.starts, end)
        weight = weights[last] - weights[first]
        if weight >= _LEAST_CLAUSE:
            found.append((first, last, weight))
    return found


def _stretches(
    own: Met, chances: Sequence[float], clauses: Sequence[tuple[int, int, float]]
) -> tuple[float, float, float]:
    """What speaks for the loss of a clause or of any stretch of words.

    First how little of the worst clause is met, then the most that speaks for a clause's loss,
    then for that of any stretch.
    """
    # in one walk: every word of a batch comes by four times
    losses, doubts = [0.0], [0.0]
    loss = doubted = stretch = longest = 0.0
    for weight, met in zip(own.weights, chances):
        if weight > 0:
            loss += weight * (1 - met)
            doubt = (
                _MOST_DOUBT if met <= _LEAST
                else -_MOST_DOUBT if met >= 1 - _LEAST
                else log(1 / met - 1)
            )  # fmt: skip
            doubted += doubt
            stretch = stretch + doubt - _DOUBTED
            if stretch < 0:
                # what speaks against all before it begins a new stretch
                stretch = 0.0
            elif stretch > longest:
                longest = stretch
        losses.append(loss)
        doubts.append(doubted)
    worst = most = 0.0
    for first, last, weight in clauses:
        worst = max(worst, (losses[last] - losses[first]) / (weight + 0.5))
        most = max(most, doubts[last] - doubts[first])
    return worst, log1p(most), log1p(longest)


def _gap(own: Met, other: Met) -> float:
    """The heaviest unmet run's content, after what may answer for it."""
    gap = 0.0
    free: Free | None = None
    for words in own.runs:
        weight = sum(own.weights[word] for word in words)
        if weight > gap:
            free = free or Free(own, other)
            gap = max(gap, weight - _ANSWERS * free.content(words[0], words[-1]))
    return gap


class Free:
    """What stands unmet on the other side where words of this side would stand."""

    __slots__ = ("_places", "_partners", "_lost")

    def __init__(self, own: Met, other: Met) -> None:
        pairs = [
            (place, partner)
            for place, (partner, weight) in enumerate(zip(own.partner, own.weights))
            if partner >= 0 and weight > 0
        ]
        self._places = [place for place, _ in pairs]
        self._partners = [partner for _, partner in pairs]
        self._lost = other.gone

    def content(self, first: int, last: int) -> float:
        """Unmet content between the counterparts of the neighbours of a run of words."""
        before, after = bisect_left(self._places, first), bisect_right(self._places, last)
        left = self._partners[before - 1] if before else -1
        right = self._partners[after] if after < len(self._places) else len(self._lost)
        low, high = min(left, right), max(left, right)
        return sum(self._lost[max(low, 0) : high + 1])
