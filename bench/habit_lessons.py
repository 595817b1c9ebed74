"""How often each word stays without a like one, from the words of right pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from math import log

import numpy as np
from omission_sets import Sample
from word_lessons import asked

from qa.coverage import Comparison
from qa.coverage_habits import KEYS, Habits
from qa.coverage_words import LIKE, STRANGE
from qa.unit import Tongue

#: A word is believed as if it had been seen so many times more, and been like any other.
_PRIOR = 10
#: In fewer documents it is their own: a hero's name, a misread character.
_DOCUMENTS = 2


class HabitLessons:
    """The content words of one side of all right pairs, and how strange their counterparts are."""

    def __init__(
        self, found: Sequence[Sample], compared: Sequence[Comparison], tongue: Tongue
    ) -> None:
        key = KEYS[tongue]
        #: the document of each pair, and its words with their strangeness
        self._pairs: list[tuple[str, list[tuple[str, float]]]] = []
        for sample, one in zip(found, compared):
            if sample.kind == "right":
                side = 0 if tongue == "zh" else 1
                own = one.matched[side]
                open_words = asked(own, one.decided[side]).tolist()
                like = np.clip((own.evidence[:, 0] - STRANGE) / (LIKE - STRANGE), 0, 1)
                said = [
                    (key(word.text), 1 - near)
                    for word, asks, near in zip(own.words, open_words, like.tolist())
                    if asks
                ]
                self._pairs.append((sample.group, said))

    def learn(self, allowed: Callable[[str], bool]) -> Habits:
        """The habits by the pairs of the allowed documents."""
        seen: dict[str, int] = defaultdict(int)
        alone: dict[str, float] = defaultdict(float)
        documents: dict[str, set[str]] = defaultdict(set)
        for document, said in self._pairs:
            if allowed(document):
                for word, strange in said:
                    seen[word] += 1
                    alone[word] += strange
                    documents[word].add(document)
        usual = sum(alone.values()) / max(1, sum(seen.values()))
        return {
            word: log((alone[word] + _PRIOR * usual) / (count - alone[word] + _PRIOR * (1 - usual)))
            - log(usual / (1 - usual))
            for word, count in sorted(seen.items())
            if len(documents[word]) >= _DOCUMENTS
        }
