"""Which words of a pair have a counterpart: one to one, so that no word answers for two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from align.wordmatch import WordStates
from corpus.words import Word

Numbers = NDArray[np.float32]
Shares = NDArray[np.float64]
Places = NDArray[np.int64]
Span = tuple[int, int]

#: Similarity below which two words are not matched at all: the best of the wrong words of a
#: sentence has a median of .18, the right one .73 (``bench/fit_words.py``).
_NULL = 0.2
#: Distance from the expected place: words that cost nothing, words over which the loss
#: grows, and the loss in likeness then. First as if both texts ran evenly ...
_EVEN = (12, 20, 0.35)
#: ... then by the counterparts of at least three sure words among fifteen on either side.
_LOCAL = (15, 20, 0.5)
_NEIGHBOURS, _ENOUGH, _SURE = 15, 3, 0.45
#: A text of so few words has no far places.
_SHORT = 25
#: From not covered to covered: a ramp, so that a synonym of .3 counts half.
_UNCOVERED, _COVERED = 0.12, 0.48
#: Function words may answer for content words (已有 by "are"), at this part of the gain.
_FUNCTION_SHARE = 0.3
#: A word beside a matched one may share its partner (知识产权, intellectual property), and is
#: then covered to this part: a compound's second word is rarely lost alone.
_SHARED = 0.85
_REACH = 2
#: How far an abbreviation answers for the words it may stand for.
_ABBREVIATED = 0.8
#: Below this a word counts as unmet.
UNMET = 0.5


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


@dataclass(frozen=True, slots=True)
class Decided:
    """Places of one text that other evidence has decided: numbers by value, names by sound."""

    #: said on the other side
    answered: tuple[Span, ...] = ()
    #: not said there
    unanswered: tuple[Span, ...] = ()


def meet(
    zh: WordStates,
    en: WordStates,
    table: Numbers,
    decided: tuple[Decided, Decided] = (Decided(), Decided()),
) -> tuple[Met, Met]:
    """The words of both sides with their counterparts."""
    rows = np.full(len(zh), -1, dtype=np.int64)
    columns = np.full(len(en), -1, dtype=np.int64)
    first = np.zeros(len(zh), dtype=np.float32)
    second = np.zeros(len(en), dtype=np.float32)
    if table.size:
        shares = (
            np.where(zh.weights > 0, 1, _FUNCTION_SHARE),
            np.where(en.weights > 0, 1, _FUNCTION_SHARE),
        )
        table = table - _distance(table, shares)
        matched = _assign(table, shares)
        rows[matched[0]], columns[matched[1]] = matched[1], matched[0]
        first[matched[0]] = second[matched[1]] = table[matched]
    best_zh = table.max(axis=1) if table.size else first
    best_en = table.max(axis=0) if table.size else second
    chinese = _met(zh, first, best_zh, rows, table, decided[0])
    english = _met(en, second, best_en, columns, table.T, decided[1])
    _spell_out(chinese, english)
    return chinese, english


def _assign(table: Numbers, shares: tuple[Shares, Shares]) -> tuple[Places, Places]:
    """The words that are each other's counterparts, where that gains the most in all."""
    gain = np.maximum(table - _NULL, 0) * shares[0][:, None] * shares[1]
    rows, columns = linear_sum_assignment(gain, maximize=True)
    found = gain[rows, columns] > 0
    return rows[found], columns[found]


def _distance(table: Numbers, shares: tuple[Shares, Shares]) -> Numbers:
    """What two words lose in likeness by standing in different parts of a paragraph.

    Inside a sentence Chinese and English order differ freely; two sentences further on the
    same word is another mention of the thing, and must not answer for this one. Where a word
    is expected is seen from its neighbours' counterparts.
    """
    places = np.arange(table.shape[1])
    slope = table.shape[1] / table.shape[0]
    even = np.arange(table.shape[0]) * slope
    far = _far(np.abs(even[:, None] - places), _EVEN)
    if max(table.shape) <= _SHORT:
        return far
    rows, columns = _assign(table - far, shares)
    sure = (shares[0][rows] == 1) & (shares[1][columns] == 1) & (table[rows, columns] > _SURE)
    rows, columns = rows[sure], columns[sure]
    apart = rows - np.arange(table.shape[0])[:, None]
    near = np.abs(apart) <= _NEIGHBOURS
    seen = near.sum(axis=1) >= _ENOUGH
    if seen.sum() < 2:
        return far
    told = np.where(near[seen], columns - apart[seen] * slope, np.inf)
    middle = _medians(told, near[seen].sum(axis=1))
    expected = np.interp(np.arange(table.shape[0]), np.flatnonzero(seen), middle)
    return _far(np.abs(expected[:, None] - places), _LOCAL)


def _medians(rows: NDArray[np.float64], counts: Places) -> NDArray[np.float64]:
    """The median of the smallest ``counts`` entries of each row: the rest is infinite."""
    ordered = np.sort(rows, axis=1)
    each = np.arange(len(rows))
    medians: NDArray[np.float64] = (
        ordered[each, (counts - 1) // 2] + ordered[each, counts // 2]
    ) / 2
    return medians


def _far(apart: NDArray[np.float64], reach: tuple[int, int, float]) -> Numbers:
    free, until, loss = reach
    lost: Numbers = (np.clip((apart - free) / until, 0, 1) * loss).astype(np.float32)
    return lost


def _met(
    states: WordStates,
    scores: Numbers,
    best: Numbers,
    partner: NDArray[np.int64],
    table: Numbers,
    decided: Decided,
) -> Met:
    met = _ramp(scores)
    likely = _ramp(table)
    for place in map(int, np.flatnonzero((met < _SHARED) & (states.weights > 0))):
        first = max(0, place - _REACH)
        for near in partner[first : place + _REACH + 1].tolist():
            if near >= 0:
                met[place] = max(met[place], _SHARED * likely[place, near])
    best = _ramp(best)
    answered, unanswered = _Places(decided.answered), _Places(decided.unanswered)
    for place, word in enumerate(states.words):
        if answered.holds(word):
            met[place] = best[place] = 1
        elif unanswered.holds(word):
            met[place] = best[place] = 0
    return Met(states.words, states.weights, met, best, partner)


def _spell_out(chinese: Met, english: Met) -> None:
    """Let abbreviations answer for the Chinese words beside their counterpart.

    产权组织 is WIPO, 中国办事处 is WOC: four capitals can stand for four words, so an
    abbreviation that is met badly answers for a run of unmet words about as long as itself.
    """
    for place, word in enumerate(english.words):
        letters = word.text.removesuffix("s")
        if not letters.isupper() or not 3 <= len(letters) <= 6 or english.met[place] >= _SHARED:
            continue
        run = _unmet_beside(chinese, int(english.partner[place]))
        if 0 < len(run) <= len(letters) + 1:
            chinese.met[run] = np.maximum(chinese.met[run], _ABBREVIATED)
            english.met[place] = max(english.met[place], _ABBREVIATED)


def _unmet_beside(met: Met, place: int) -> list[int]:
    """The unmet words around a word; around the longest unmet run if there is none."""
    if place < 0:
        free = [[near for near in run if met.partner[near] < 0] for run in unmet_runs(met)]
        return max(free, key=len, default=[])
    return [
        near
        for near in range(max(0, place - 2), min(len(met.words), place + 3))
        if met.weights[near] > 0 and met.met[near] < UNMET
    ]


def unmet_runs(own: Met) -> list[list[int]]:
    """Runs of content words without counterpart; function words between them do not part."""
    runs: list[list[int]] = []
    current: list[int] = []
    met = own.met.tolist()
    for place in np.flatnonzero(own.weights > 0).tolist():
        if met[place] < UNMET:
            current.append(place)
        elif current:
            runs.append(current)
            current = []
    if current:
        runs.append(current)
    return runs


def _ramp(scores: Numbers) -> Numbers:
    ramp: Numbers = np.clip((scores - _UNCOVERED) / (_COVERED - _UNCOVERED), 0, 1)
    return ramp.astype(np.float32)


class _Places:
    """Characters that lie in spans: asked for every word of a text, so without a search."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._inside = bytearray(max((end for _, end in spans), default=0))
        for start, end in spans:
            self._inside[start:end] = b"\1" * (end - start)

    def holds(self, word: Word) -> bool:
        """Whether any character of the word lies in a span."""
        return any(self._inside[word.start : word.end])
