"""How much English a Chinese text lets expect, and how much shorter it is.

Kinds of words take different room: 的 hardly any, 人 one word, an idiom of four characters
two. With a share for each kind, right pairs of articles scatter by .145 (a logarithm, by
content) instead of .174 with one share for all. ``qa/data/lengths.json`` is written by
``bench/fit_omission.py``. How wordy one document's translator is, ``usual_lengths`` tells.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.lexicon import CHINESE_FUNCTION_WORDS
from corpus.words import Word, chinese_information
from qa.coverage_words import Met

Room = NDArray[np.float64]

#: Kinds of Chinese words, the frequent before the rare ("rare" is the rest). Commas and stops
#: count because Chinese leaves out what English says at them: "and", "it", "which".
KINDS = (
    "comma", "stop", "bracket or quote", "other mark", "figures", "latin letters",
    "particle", "function word of one", "function word",
    "one frequent", "one", "one rare",
    "two most frequent", "two frequent", "two", "two rare",
    "three", "three rare", "four", "four rare", "longer",
)  # fmt: skip
_COMMAS, _STOPS, _PAIRED = "，,、", "。！？；;：:", "“”‘’《》（）()\""
#: Words that English has no word for as a rule: 的, 了 and 着 are its endings.
_PARTICLES = frozenset("的地得了着过吗呢吧啊")
#: Information (``chinese_information``) below which a content word of so many characters is of
#: the first kind, of the second ...
_FREQUENT = {1: (7.0, 10.0), 2: (8.0, 9.5, 11.5), 3: (12.0,), 4: (12.0,)}
_FIRST_OF = {1: "one frequent", 2: "two most frequent", 3: "three", 4: "four"}
#: Words whose kind is kept in memory.
_WORDS_KEPT = 1 << 17
#: Taken as there on both sides, so that a text of two words decides nothing.
_SMALL = 2
#: Letters are counted in words of so many: with technical terms the words are few and long.
_LETTERS_A_WORD = 5
#: A document's own length ratio is believed as if these many pairs had the usual one ...
_PRIOR_PAIRS = 10
#: ... and moves the expectation by at most a third: magazine .476 words a character,
#: literature .719, all .58. More would be a file full of omissions.
_WIDEST = 0.3


class Lengths(NamedTuple):
    """Logarithms of how much shorter the English is than the Chinese lets expect."""

    #: by the content weights of the words
    content: float
    #: by the number of letters
    letters: float

    def less(self, usual: Lengths) -> Lengths:
        """The same against what is usual in the document."""
        return Lengths(self.content - usual.content, self.letters - usual.letters)

    @property
    def reverse(self) -> Lengths:
        """How much shorter the Chinese is."""
        return Lengths(-self.content, -self.letters)


@dataclass(frozen=True, slots=True)
class Shares:
    """What a Chinese word of each of ``KINDS`` takes in English."""

    content: Room
    #: in words of five letters
    letters: Room


def length_ratios(zh: Met, en: Met, shares: Shares | None = None) -> Lengths:
    """How much shorter the English is than expected: by content, by letters."""
    taken = shares or stored_shares()
    kinds = counted(zh.words)
    content = np.log((kinds @ taken.content + _SMALL) / (sum(en.weights) + _SMALL))
    letters = np.log((kinds @ taken.letters + _SMALL) / (written(en.words) + _SMALL))
    return Lengths(float(content), float(letters))


def usual_lengths(lengths: Sequence[Lengths]) -> Lengths:
    """The document's own length ratio: its median, held back where there are few pairs."""
    if not lengths:
        return Lengths(0, 0)
    trust = len(lengths) / (len(lengths) + _PRIOR_PAIRS)
    medians = np.median(lengths, axis=0) * trust
    content, letters = np.clip(medians, -_WIDEST, _WIDEST)
    return Lengths(float(content), float(letters))


def written(words: Sequence[Word]) -> float:
    """How long English words are together, in words of five letters."""
    return sum(len(word.text) for word in words) / _LETTERS_A_WORD


def counted(words: Sequence[Word]) -> Room:
    """How many of the words are of each of ``KINDS``."""
    return np.bincount([_kind(word.text) for word in words], minlength=len(KINDS)).astype(float)


@lru_cache(_WORDS_KEPT)
def _kind(word: str) -> int:
    return KINDS.index(_named(word))


def _named(word: str) -> str:
    size = len(word)
    if not any(map(str.isalnum, word)):
        for marks, name in ((_COMMAS, "comma"), (_STOPS, "stop"), (_PAIRED, "bracket or quote")):
            if word in marks:
                return name
        return "other mark"
    if word.isascii():
        return "figures" if any(map(str.isdigit, word)) else "latin letters"
    if word in _PARTICLES:
        return "particle"
    if word in CHINESE_FUNCTION_WORDS:
        return "function word of one" if size == 1 else "function word"
    if size not in _FREQUENT:
        return "longer"
    said = chinese_information(word)
    rarer = sum(said >= least for least in _FREQUENT[size])
    return KINDS[KINDS.index(_FIRST_OF[size]) + rarer]


@cache
def stored_shares() -> Shares:
    """The shares that are shipped."""
    with (files("qa") / "data" / "lengths.json").open("rb") as stream:
        stored = json.load(stream)
    content, letters = (
        np.array([stored[name][kind] for kind in KINDS]) for name in ("content", "letters")
    )
    return Shares(content, letters)
