"""Which words of a pair have a counterpart: one to one, so that no word answers for two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from corpus.words import Word
from qa.coverage_doubts import Doubts
from qa.coverage_match import Matched, Numbers, Places

Span = tuple[int, int]

#: For the likeness of the best word: from no counterpart to a sure one.
_STRANGE, _LIKE = 0.12, 0.48
#: No single word says more than this, for or against: odds of 20 to 1.
_MOST_DOUBT = 3.0
#: How far an abbreviation answers for the words it may stand for.
_ABBREVIATED = 0.8
#: A word met so far needs no abbreviation.
_WELL = 0.85
#: Below this a word counts as unmet.
UNMET = 0.5


@dataclass(frozen=True, slots=True)
class Met:
    """The words of one side, and how far each is met on the other."""

    words: tuple[Word, ...]
    #: how much each word's content counts, 0 to 1
    weights: Numbers
    #: 0 to 1: the chance that the word has a counterpart, one to one
    met: Numbers
    #: 0 to 1, by the best word of the other side, whomever else it answers for
    best: Numbers
    #: number of the word's counterpart, -1 if it has none
    partner: Places
    #: 0 to 1: the chance of a counterpart where the surroundings are asked as well
    around: Numbers

    @property
    def by_surroundings(self) -> Met:
        """The same words, met as their surroundings say."""
        return replace(self, met=self.around)

    @property
    def lost(self) -> Numbers:
        """What each word counts, as far as it is not met."""
        lost: Numbers = self.weights * (1 - self.met)
        return lost

    @property
    def doubts(self) -> NDArray[np.float64]:
        """How much speaks for the loss of each content word, in natural logarithms of odds."""
        most = 1 / (1 + np.exp(-_MOST_DOUBT))
        met = np.clip(self.met.astype(np.float64), 1 - most, most)
        found: NDArray[np.float64] = np.log(1 - met) - np.log(met)
        return np.where(self.weights > 0, found, 0.0)


@dataclass(frozen=True, slots=True)
class Decided:
    """Places of one text that other evidence has decided: numbers by value, names by sound."""

    #: said on the other side
    answered: tuple[Span, ...] = ()
    #: not said there
    unanswered: tuple[Span, ...] = ()


def meet(
    matched: tuple[Matched, Matched],
    doubts: tuple[Doubts, Doubts],
    decided: tuple[Decided, Decided] = (Decided(), Decided()),
) -> tuple[Met, Met]:
    """How far the words of both sides are met, from how much is doubted of each match.

    Doubts are (words, 2) a side, as ``qa.coverage_doubts`` gives them.
    """
    chinese, english = map(_met, matched, doubts, decided)
    _spell_out(chinese, english)
    return chinese, english


def _met(matched: Matched, doubts: Doubts, decided: Decided) -> Met:
    chances: Numbers = (1 / (1 + np.exp(np.clip(doubts.T, -30, 30)))).astype(np.float32)
    met, around = chances
    likeness = matched.evidence[:, 1]
    best: Numbers = np.clip((likeness - _STRANGE) / (_LIKE - _STRANGE), 0, 1).astype(np.float32)
    if decided.answered or decided.unanswered:
        answered, unanswered = _Places(decided.answered), _Places(decided.unanswered)
        for place, word in enumerate(matched.words):
            if answered.holds(word):
                met[place] = around[place] = best[place] = 1
            elif unanswered.holds(word):
                met[place] = around[place] = best[place] = 0
    return Met(matched.words, matched.weights, met, best, matched.partner, around)


def _spell_out(chinese: Met, english: Met) -> None:
    """Let abbreviations answer for the Chinese words beside their counterpart.

    产权组织 is WIPO, 中国办事处 is WOC: four capitals can stand for four words, so an
    abbreviation that is met badly answers for a run of unmet words about as long as itself.
    """
    for place, word in enumerate(english.words):
        letters = word.text.removesuffix("s")
        if not letters.isupper() or not 3 <= len(letters) <= 6 or english.met[place] >= _WELL:
            continue
        run = _unmet_beside(chinese, int(english.partner[place]))
        if 0 < len(run) <= len(letters) + 1:
            for met in (chinese.met, chinese.around):
                met[run] = np.maximum(met[run], _ABBREVIATED)
            for met in (english.met, english.around):
                met[place] = max(met[place], _ABBREVIATED)


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


class _Places:
    """Characters that lie in spans: asked for every word of a text, so without a search."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._inside = bytearray(max((end for _, end in spans), default=0))
        for start, end in spans:
            self._inside[start:end] = b"\1" * (end - start)

    def holds(self, word: Word) -> bool:
        """Whether any character of the word lies in a span."""
        return any(self._inside[word.start : word.end])
