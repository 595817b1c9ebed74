"""Which words of a pair have a counterpart: one to one, so that no word answers for two."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from corpus.words import Word
from qa.coverage_doubts import Doubts
from qa.coverage_match import Matched

Span = tuple[int, int]

#: For the likeness of the best word: from no counterpart to a sure one.
STRANGE, LIKE = 0.12, 0.48
#: How far an abbreviation answers for the words it may stand for.
_ABBREVIATED = 0.8
#: A word met so far needs no abbreviation.
_WELL = 0.85
#: Below this a word counts as unmet.
UNMET = 0.5


@dataclass(frozen=True)
class Met:
    """The words of one side, and how far each is met on the other.

    Lists, not arrays: a text has some thirty words, and numpy's calls cost more than sums. What
    features and gaps both ask for is worked out once, when ``meet`` is done.
    """

    words: tuple[Word, ...]
    #: how much each word's content counts, 0 to 1; to 2 where it tells most of a loss
    weights: list[float]
    #: 0 to 1: the chance that the word has a counterpart, one to one
    met: list[float]
    #: 0 to 1, by the best word of the other side, whomever else it answers for
    best: list[float]
    #: number of the word's counterpart, -1 if it has none
    partner: list[int]
    #: 0 to 1: the chance of a counterpart where the surroundings are asked as well
    around: list[float]

    def weighing(self, weights: list[float]) -> Met:
        """The same words with other weights."""
        return Met(self.words, weights, self.met, self.best, self.partner, self.around)

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return [start for _, start, _ in self.words]

    @cached_property
    def gone(self) -> list[float]:
        """What each word counts, as far as it is not met one to one."""
        return [weight * (1 - met) for weight, met in zip(self.weights, self.met)]

    @cached_property
    def runs(self) -> list[list[int]]:
        """Its ``unmet_runs``."""
        return unmet_runs(self)


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
    met, around = (1 / (1 + np.exp(doubts.T))).tolist()
    best = [
        0.0 if one <= STRANGE else 1.0 if one >= LIKE else (one - STRANGE) / (LIKE - STRANGE)
        for one in matched.evidence[:, 1].tolist()
    ]
    weights, partner = matched.weights.tolist(), matched.partner.tolist()
    found = Met(matched.words, weights, met, best, partner, around)
    if decided.answered or decided.unanswered:
        ends = [end for _, _, end in found.words]
        # where both hold, the answer stands
        for spans, chance in ((decided.unanswered, 0.0), (decided.answered, 1.0)):
            for start, end in spans:
                # empty spans hold no word
                if start < end:
                    for place in range(bisect_right(ends, start), bisect_left(found.starts, end)):
                        met[place] = around[place] = best[place] = chance
    return found


def _spell_out(chinese: Met, english: Met) -> None:
    """Let abbreviations answer for the Chinese words beside their counterpart.

    产权组织 is WIPO, 中国办事处 is WOC: four capitals can stand for four words, so an
    abbreviation that is met badly answers for a run of unmet words about as long as itself.
    """
    for place, (text, _, _) in enumerate(english.words):
        letters = text.removesuffix("s")
        if not letters.isupper() or not 3 <= len(letters) <= 6 or english.met[place] >= _WELL:
            continue
        run = _unmet_beside(chinese, english.partner[place])
        if 0 < len(run) <= len(letters) + 1:
            for met in (chinese.met, chinese.around):
                for near in run:
                    met[near] = max(met[near], _ABBREVIATED)
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
    for place, (weight, met) in enumerate(zip(own.weights, own.met)):
        if weight <= 0:
            continue
        if met < UNMET:
            current.append(place)
        elif current:
            runs.append(current)
            current = []
    if current:
        runs.append(current)
    return runs
