"""Which words of a pair have a counterpart: one to one, so that no word answers for two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from align.wordmatch import WordStates
from corpus.words import Word

Numbers = NDArray[np.float32]
Span = tuple[int, int]

#: Similarity below which two words are not matched at all: the best of the wrong words of a
#: sentence has a median of .18, the right one .73 (``bench/fit_words.py``).
_NULL = 0.2
#: From not covered to covered: a ramp, so that a synonym of .3 counts half.
_UNCOVERED, _COVERED = 0.12, 0.48
#: Function words may answer for content words (已有 by "are"), at this part of the gain.
_FUNCTION_SHARE = 0.3
#: A word beside a matched one may share its partner (知识产权, intellectual property), and is
#: then covered to this part: a compound's second word is rarely lost alone.
_SHARED = 0.85
_REACH = 2


@dataclass(frozen=True, slots=True)
class Met:
    """The words of one side, and how far each is met on the other."""

    words: tuple[Word, ...]
    #: how much each word's content counts, 0 to 1
    weights: Numbers
    #: 0 to 1, one to one
    met: Numbers
    #: 0 to 1, by the best word of the other side, whomever else it answers for
    best: Numbers
    #: number of the word's counterpart, -1 if it has none
    partner: NDArray[np.int64]

    @property
    def lost(self) -> Numbers:
        """What each word counts, as far as it is not met."""
        lost: Numbers = self.weights * (1 - self.met)
        return lost


def meet(
    zh: WordStates,
    en: WordStates,
    table: Numbers,
    answered: tuple[Iterable[Span], Iterable[Span]] = ((), ()),
    unanswered: tuple[Iterable[Span], Iterable[Span]] = ((), ()),
) -> tuple[Met, Met]:
    """The words of both sides with their counterparts.

    ``answered`` and ``unanswered`` are places in the Chinese and in the English text that
    other evidence has decided: numbers by value, names by sound.
    """
    rows = np.full(len(zh), -1, dtype=np.int64)
    columns = np.full(len(en), -1, dtype=np.int64)
    first = np.zeros(len(zh), dtype=np.float32)
    second = np.zeros(len(en), dtype=np.float32)
    if table.size:
        gain = np.maximum(table - _NULL, 0)
        gain *= np.where(zh.weights > 0, 1, _FUNCTION_SHARE)[:, None]
        gain *= np.where(en.weights > 0, 1, _FUNCTION_SHARE)
        for row, column in zip(*linear_sum_assignment(gain, maximize=True)):
            if gain[row, column] > 0:
                rows[row], columns[column] = column, row
                first[row] = second[column] = table[row, column]
    best_zh = table.max(axis=1) if table.size else first
    best_en = table.max(axis=0) if table.size else second
    return (
        _met(zh, first, best_zh, rows, table, list(answered[0]), list(unanswered[0])),
        _met(en, second, best_en, columns, table.T, list(answered[1]), list(unanswered[1])),
    )


def _met(
    states: WordStates,
    scores: Numbers,
    best: Numbers,
    partner: NDArray[np.int64],
    table: Numbers,
    answered: list[Span],
    unanswered: list[Span],
) -> Met:
    met = _ramp(scores)
    for place in map(int, np.flatnonzero((met < _SHARED) & (states.weights > 0))):
        near = partner[max(0, place - _REACH) : place + _REACH + 1]
        near = near[near >= 0]
        if len(near):
            shared = _SHARED * float(_ramp(table[place, near]).max())
            met[place] = max(met[place], shared)
    best = _ramp(best)
    for place, word in enumerate(states.words):
        if _inside(word, answered):
            met[place] = best[place] = 1
        elif _inside(word, unanswered):
            met[place] = best[place] = 0
    return Met(states.words, states.weights, met, best, partner)


def _ramp(scores: Numbers) -> Numbers:
    ramp: Numbers = np.clip((scores - _UNCOVERED) / (_COVERED - _UNCOVERED), 0, 1)
    return ramp.astype(np.float32)


def _inside(word: Word, spans: list[Span]) -> bool:
    return any(start < word.end and word.start < end for start, end in spans)
