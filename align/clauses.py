"""The clauses of one side as the aligner sees them.

A translator who moves a clause over a sentence's end makes two sentences that can only be
paired together. Clause by clause it shows which sentence of the other side says the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.tokens import Vectors
from corpus.clauses import Span, chinese_clauses, english_clauses
from corpus.words import Word

#: English joins by words what Chinese separates by commas: "picked up the money and followed
#: her out" is 拿了银钱,跟着走到外边. Costs: "that" and "and" inside a clause cut it as well.
_JOINING = re.compile(
    r"(?<=\s)(?:and|but|who|which|that|when|as|while|because|so|until|if|with|where|then)\s",
    re.IGNORECASE,
)
#: Words that each half must have to be a clause of its own.
_LEAST_WORDS = 4
#: Characters of a token, about: what makes clauses of both languages weigh the same.
_CHINESE_TOKEN, _ENGLISH_TOKEN = 1.5, 4.5


@dataclass(frozen=True, slots=True)
class Clauses:
    """All clauses of a side, in order."""

    #: number of the first clause of each sentence, and the number of all clauses at the end
    first: NDArray[np.int64]
    #: unit rows
    vectors: Vectors
    #: how much each clause matters: half the root of its tokens' number, about
    weights: NDArray[np.float32]


def split_clauses(texts: Sequence[str], *, chinese: bool) -> list[list[Word]]:
    """The clauses of each text with their places."""
    split = chinese_clauses if chinese else _english
    return [[Word(text[start:end], start, end) for start, end in split(text)] for text in texts]


def clauses_of(texts: Sequence[Sequence[Word]], vectors: Vectors, *, chinese: bool) -> Clauses:
    """The clauses of a side, given the vector of each."""
    sizes = [clause.end - clause.start for text in texts for clause in text]
    token = _CHINESE_TOKEN if chinese else _ENGLISH_TOKEN
    return Clauses(
        np.cumsum([0, *map(len, texts)], dtype=np.int64),
        vectors,
        np.sqrt(np.array(sizes, dtype=np.float32) / token) / 2,
    )


def _english(text: str) -> list[Span]:
    found: list[Span] = []
    for start, end in english_clauses(text):
        for joining in _JOINING.finditer(text, start, end):
            place = joining.start()
            if min(_words(text[start:place]), _words(text[place:end])) >= _LEAST_WORDS:
                found.append((start, place))
                start = place
        found.append((start, end))
    return found


def _words(text: str) -> int:
    return len(text.split())
