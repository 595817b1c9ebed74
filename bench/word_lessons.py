"""Which words of a sample are lost, which are kept: what a word's match is judged by."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from logistic import Model, fit_freely
from numpy.typing import NDArray
from omission_sets import Sample

from corpus.words import Word
from qa.coverage import Comparison
from qa.coverage_doubts import TERMS, terms
from qa.coverage_habits import Habits, habits
from qa.coverage_match import Matched
from qa.coverage_words import Decided
from qa.unit import Tongue

Flags = NDArray[np.bool_]

#: In the right pair a word so like its counterpart shows where its sentence part stands.
_SURE = 0.4


class WordLessons:
    """The words of one side of all samples that are known to be lost or kept."""

    def __init__(
        self, found: Sequence[Sample], compared: Sequence[Comparison], tongue: Tongue
    ) -> None:
        self._tongue = tongue
        #: the words of each sample that teaches, and their number in the rows
        self._words: list[tuple[int, list[Word]]] = []
        rows, hits, numbers = [], [], []
        for number, sample in enumerate(found):
            verdict = _verdict(found, compared, number, 0 if tongue == "zh" else 1)
            if verdict is None:
                continue
            chosen, lost = verdict
            own = compared[number].matched[0 if tongue == "zh" else 1]
            words = [own.words[place] for place in np.flatnonzero(chosen).tolist()]
            self._words.append((number, words))
            rows.append(own.evidence[chosen])
            hits.append(np.full(int(chosen.sum()), float(lost)))
            numbers.append(np.full(int(chosen.sum()), number))
        self._evidence = np.concatenate(rows)
        self._hits = np.concatenate(hits)
        self._numbers = np.concatenate(numbers)

    def learn(self, allowed: Flags, without: Sequence[Habits]) -> tuple[Model, Model]:
        """The models from the words of the allowed samples; lost and kept count equally.

        ``without`` are the habits of words for each sample, learned without it. The first
        model sees a word's match alone, the second its surroundings as well.
        """
        keep = allowed[self._numbers]
        alone = np.concatenate(
            [
                habits(without[number], self._tongue, words)
                for number, words in self._words
                if allowed[number]
            ]
        )
        rows, hits = terms(self._evidence[keep], alone), self._hits[keep]
        importance = np.where(hits == 1, 1.0, hits.sum() / (1 - hits).sum())
        match = fit_freely(rows[:, : len(TERMS)], hits, importance)
        return match, fit_freely(rows, hits, importance)


def _verdict(
    found: Sequence[Sample], compared: Sequence[Comparison], number: int, side: int
) -> tuple[Flags, bool] | None:
    """The words that are known of, and whether they are lost; None if nothing is known."""
    sample = found[number]
    own, decided = compared[number].matched[side], compared[number].decided[side]
    open_words = asked(own, decided)
    if sample.kind == "right":
        return open_words, False
    if sample.kind == ("sentence-en", "sentence-zh")[side]:
        text = (sample.chinese, sample.english)[side]
        return open_words & _inside(own, text.find(sample.lost.strip()), sample.lost.strip()), True
    if sample.kind == ("clause-en", "clause-zh")[side]:
        right = found[sample.right]
        start = (right.english, right.chinese)[side].find(sample.lost)
        there = _inside(compared[sample.right].matched[1 - side], start, sample.lost)
        return open_words & _facing(compared[sample.right].matched[side], there), True
    return None


def asked(own: Matched, decided: Decided) -> Flags:
    """Content words whose place nothing else has decided."""
    free: Flags = own.weights > 0
    for start, end in (*decided.answered, *decided.unanswered):
        free = free & np.array([w.end <= start or end <= w.start for w in own.words], dtype=bool)
    return free


def _inside(own: Matched, start: int, text: str) -> Flags:
    return np.array([start <= word.start < start + len(text) for word in own.words], dtype=bool)


def _facing(own: Matched, there: Flags) -> Flags:
    """The words of the right pair that face what is cut out: between two that surely do."""
    likeness, content = own.evidence[:, 0], own.weights > 0
    sure = np.flatnonzero(content & (own.partner >= 0) & (likeness > _SURE)).tolist()
    facing = np.zeros(len(own.words), dtype=bool)
    for left, right in zip(sure, sure[1:]):
        if there[own.partner[left]] and there[own.partner[right]]:
            facing[left : right + 1] = True
    return facing
