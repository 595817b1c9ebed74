"""What speaks for lost content on one side of a pair: a handful of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from qa.coverage_words import Met, Numbers, unmet_runs

Span = tuple[int, int]

#: The features in their order; ``qa/data/omission.json`` has one weight for each.
NAMES = (
    "share",  # part of the content that is not met
    "clause",  # how little of the worst clause is met
    "run",  # the longest stretch of words without counterpart
    "gap",  # the same, less what stands unmet between its neighbours' counterparts
    "length",  # how much less content the other side has than expected
    "characters",  # the same by characters and words
    "numbers",  # numbers without counterpart
    "names",  # names without counterpart
)
#: The features of the pair as a whole: is it a translation at all?
PAIR_NAMES = ("met_zh", "met_en", "best_zh", "best_en", "size", "length")


class Lengths(NamedTuple):
    """Logarithms of how much shorter the English is than the Chinese lets expect."""

    #: by the content weights of the words
    content: float
    #: by characters and words
    words: float

    def less(self, usual: Lengths) -> Lengths:
        """The same against what is usual in the document."""
        return Lengths(self.content - usual.content, self.words - usual.words)

    @property
    def reverse(self) -> Lengths:
        """How much shorter the Chinese is."""
        return Lengths(-self.content, -self.words)


#: Content weight of the English side over that of the Chinese one, in right pairs (median).
_ENGLISH_CONTENT = 1.18
#: English words a Chinese character, in right pairs (median of five genres).
_WORDS_A_CHARACTER = 0.58
#: Content below which a clause is too short to be judged by itself (说, 他说).
_LEAST_CLAUSE = 0.8
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
    longest, gap = _runs(own, other)
    return np.array(
        [
            float(own.lost.sum()) / (float(own.weights.sum()) + 1),
            _worst(own, clauses),
            np.log1p(longest),
            np.log1p(gap),
            short.content,
            short.words,
            min(missing.numbers, _MOST_NUMBERS),
            min(missing.names, _MOST_NUMBERS),
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


def length_ratios(zh: Met, en: Met) -> Lengths:
    """How much shorter the English is than expected: by content, by words."""
    content = np.log(
        (float(zh.weights.sum()) * _ENGLISH_CONTENT + 1) / (float(en.weights.sum()) + 1)
    )
    characters = sum(word.end - word.start for word in zh.words if word.text[0].isalnum())
    words = np.log((characters * _WORDS_A_CHARACTER + 2) / (len(en.words) + 2))
    return Lengths(float(content), float(words))


def _worst(own: Met, clauses: Sequence[Span]) -> float:
    """How little of the worst clause is met."""
    starts = np.array([word.start for word in own.words], dtype=np.int64)
    lost = own.lost
    worst = 0.0
    for start, end in clauses:
        inside = slice(*map(int, np.searchsorted(starts, (start, end))))
        weight = float(own.weights[inside].sum())
        if weight >= _LEAST_CLAUSE:
            worst = max(worst, float(lost[inside].sum()) / (weight + 0.5))
    return worst


def _runs(own: Met, other: Met) -> tuple[float, float]:
    """The longest unmet run's content, and the largest after what may answer for it."""
    longest = gap = 0.0
    for words in unmet_runs(own):
        weight = float(own.weights[words].sum())
        longest = max(longest, weight)
        gap = max(gap, weight - _ANSWERS * free_content(own, other, words[0], words[-1]))
    return longest, gap


def free_content(own: Met, other: Met, first: int, last: int) -> float:
    """Unmet content of the other side between the counterparts of a run's neighbours."""
    before = own.partner[:first][(own.partner[:first] >= 0) & (own.weights[:first] > 0)]
    after = own.partner[last + 1 :][
        (own.partner[last + 1 :] >= 0) & (own.weights[last + 1 :] > 0)
    ]
    left = int(before[-1]) if len(before) else -1
    right = int(after[0]) if len(after) else len(other.words)
    low, high = min(left, right), max(left, right)
    return float(other.lost[max(low, 0) : high + 1].sum())
