"""The words of one side as the aligner sees them: vectors, keys and weights.

The vectors are the encoder's token states, turned into a space where a word and its
translation lie close together. (``align/wordmatch.py`` has such a space of its own, fitted on
the hand-aligned texts as well; this one knows news and talks only, so that measurements by
chapter stay honest.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from align.tokens import Vectors
from align.unit_rows import to_unit, turned
from align.wordmatch import english_information, scaled, spelled, stored_rows, word_means
from corpus.lexicon import CHINESE_FUNCTION_WORDS, FUNCTION_WORDS, broad_glosses
from corpus.words import (
    Word,
    chinese_information,
    chinese_words,
    english_words,
    family,
    stem,
)

#: What a function word counts: little, but "she" and 她 help to tell short sentences apart.
_FUNCTION_WEIGHT = 0.15
#: A word in Latin letters in the Chinese: a name or a code, most often.
_MOST_WEIGHT = 1.0
#: Information (minus log share of running text) that counts nothing, and that counts fully.
_CHINESE_RANGE = 4.0, 10.0
_ENGLISH_RANGE = 6.0, 11.0

#: Added to the cosine of two words that the dictionary, pinyin or spelling holds equal; the
#: dictionary also where it has another word of the family: 实证主义 is positivism there, so
#: "positivists" are 实证主义者.
_GLOSS_BONUS = 0.3
_PINYIN_BONUS = 0.5
_EQUAL_BONUS = 0.6

#: Words after which a document's own mean counts as much as the shipped one.
_MEAN_WORDS = 200.0


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a side, in order."""

    #: the words as they stand in the text
    texts: tuple[str, ...]
    #: comparison keys: the Chinese word itself, the English stem
    keys: tuple[str, ...]
    #: number of the first word of each sentence, and the number of all words at the end
    first: NDArray[np.int64]
    #: unit rows in the space of both languages, the side's mean taken out
    vectors: Vectors
    #: how much each word matters, 0 to 1
    weights: NDArray[np.float32]


def split_words(texts: Sequence[str], *, chinese: bool) -> list[list[Word]]:
    """The words of each text."""
    return [_chinese(text) if chinese else english_words(text) for text in texts]


def words_of(texts: Sequence[Sequence[Word]], rows: Vectors, *, chinese: bool) -> Words:
    """The words of a side, given the pooled token states of each."""
    found = list(chain.from_iterable(texts))
    tongue = 0 if chinese else 1
    centred = rows - word_means()[tongue]
    _centre(centred)
    vectors = turned(centred, _space()[tongue])
    _centre(vectors)
    weigh = _chinese_weight if chinese else _english_weight
    return Words(
        tuple(word.text for word in found),
        tuple(word.text if chinese else stem(word.text) for word in found),
        np.cumsum([0, *map(len, texts)], dtype=np.int64),
        vectors,
        np.array([weigh(word.text) for word in found], dtype=np.float32),
    )


def equals(source: Words, target: Words) -> dict[str, tuple[NDArray[np.int64], Vectors]]:
    """For each Chinese key the English words held equal to it, and the bonus of each."""
    families = defaultdict(list)
    spellings = defaultdict(list)
    for number, (text, key) in enumerate(zip(target.texts, target.keys)):
        for form in family(key):
            families[form].append(number)
        spellings[text.lower()].append(number)
    capital = np.array([text[0].isupper() for text in target.texts], dtype=np.bool_)
    beginnings = {text[0].lower() for text in target.texts if text[0].isupper()}
    found = {}
    for key in set(source.keys):
        bonus: dict[int, float] = {}
        if key.isascii():
            bonus = dict.fromkeys(spellings.get(key.lower(), ()), _EQUAL_BONUS)
        else:
            for form in {form for gloss in broad_glosses(key) for form in family(gloss)}:
                for number in families.get(form, ()):
                    bonus[number] = _GLOSS_BONUS
            for spelling in spelled(key, beginnings):
                for number in spellings.get(spelling, ()):
                    if capital[number]:
                        bonus[number] = bonus.get(number, 0.0) + _PINYIN_BONUS
        numbers = np.array(sorted(bonus), dtype=np.int64)
        found[key] = numbers, np.array([bonus[n] for n in numbers.tolist()], dtype=np.float32)
    return found


def _chinese(text: str) -> list[Word]:
    return [word for word in chinese_words(text) if any(c.isalnum() for c in word.text)]


def _chinese_weight(word: str) -> float:
    if word in CHINESE_FUNCTION_WORDS:
        return _FUNCTION_WEIGHT
    if word.isascii():
        return _MOST_WEIGHT
    return scaled(chinese_information(word), *_CHINESE_RANGE)


def _english_weight(word: str) -> float:
    if word.lower() in FUNCTION_WORDS:
        return _FUNCTION_WEIGHT
    return scaled(english_information(word), *_ENGLISH_RANGE)


def _centre(rows: Vectors) -> None:
    """Unit rows less the document's own mean, in place."""
    to_unit(rows)
    if len(rows):
        rows -= np.float32(len(rows) / (len(rows) + _MEAN_WORDS)) * rows.mean(axis=0)
        to_unit(rows)


@cache
def _space() -> Vectors:
    """(2, 513, 256): how a centred word of either language turns; the last row is added."""
    return stored_rows("alignment_space.npy")
