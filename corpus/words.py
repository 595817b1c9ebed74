"""Words with their places: Chinese by jieba, English by a pattern."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import accumulate, repeat
from typing import Any, NamedTuple

from corpus.jieba_dictionary import TOTAL, dictionary
from corpus.kept import kept
from corpus.segmenter import cut
from corpus.syllables import syllables

#: Stems kept in memory: the vocabulary of a large batch of articles.
_STEMS_KEPT = 1 << 17
#: Characters of the Chinese texts whose words are kept: names, negations and word vectors ask
#: for the same. The words of so many take 4 MB.
_CHARACTERS_KEPT = 1 << 16


class Word(NamedTuple):
    """A word and its half-open place in the text."""

    text: str
    start: int
    end: int


#: Letters of any Latin alphabet with inner apostrophes, or digits with inner marks.
_ENGLISH_WORD = re.compile(
    r"""
  ( [^\W\d_]+ (?: ['’] [^\W\d_]+ )*    # don't, O’Brien; hyphens part words: deep-sea is two
  | \d+ (?: [.,] \d+ )* )              # 1,234.5
    """,
    re.VERBOSE,
)


def chinese_words(text: str) -> list[Word]:
    """The words of a Chinese text in order, white space left out, punctuation as words."""
    return list(_placed(text))


@kept(_CHARACTERS_KEPT)
def _placed(text: str) -> tuple[Word, ...]:
    found = cut(text)
    ends = list(accumulate(map(len, found), initial=0))
    words = _words(found, ends, ends[1:])
    if any(map(str.isspace, found)):
        words = (word for word in words if not word.text.isspace())
    return tuple(words)


def english_words(text: str) -> list[Word]:
    """The words and figures of an English text in order, punctuation left out."""
    # what is between words, a word, what is between words ...
    parts = _ENGLISH_WORD.split(text)
    ends = list(accumulate(map(len, parts)))
    return list(_words(parts[1::2], ends[::2], ends[1::2]))


def _words(texts: Iterable[str], starts: Iterable[int], ends: Iterable[int]) -> Iterator[Word]:
    # as Word() does for each, in a quarter of the time: sixty words a pair
    return map(tuple.__new__, repeat(Word), zip(texts, starts, ends))


def english_texts(text: str) -> list[str]:
    """The same words and figures without their places."""
    return _ENGLISH_WORD.findall(text)


#: All of them are one to the stemmer: people’s, people's.
_APOSTROPHES = str.maketrans("’‘‛", "'''")


@cache
def _stemmer() -> Any:
    from Stemmer import Stemmer

    # its own cache is not needed beside ours
    return Stemmer("english", 0)


@lru_cache(_STEMS_KEPT)
def stem(word: str) -> str:
    """The comparison key of an English word: lower case, Snowball stem."""
    key: str = _stemmer().stemWord(word.lower().translate(_APOSTROPHES))
    return key


#: What makes one word of another and the stemmer leaves on it, or half of it: positiv-ist,
#: commun-ism, historian, iniquit-ous, generos-iti, accept-abl.
_DERIVING = re.compile(
    "(?:ist|ism|iz|is|ian|an|al|iti|ous|ic|at|ion|ment|iv|ness|li|ful|er|or"
    "|anc|enc|ant|ent|abl|ibl|ari|ori|ur|i|e)$"
)
#: Letters that must be left: "posit" is no family of "pos", nor "nation" of "nat".
_LEAST_ROOT = 5


@lru_cache(_STEMS_KEPT)
def family(key: str) -> tuple[str, ...]:
    """A stem, and what is left of it without the ending that made one word of another.

    Two words are of one family where any of these are equal: "positivists" (positivist,
    positiv) and "positivism" (positiv, posit), "historian" and "history". Wrong: "communism" and
    "community", so it is only worth asking where a translation may stand.
    """
    ending = _DERIVING.search(key, _LEAST_ROOT)
    return (key, key[: ending.start()]) if ending else (key,)


@lru_cache(_STEMS_KEPT)
def chinese_information(word: str) -> float:
    """How much a Chinese word says: minus the logarithm of its share of running text.

    的 5.2, 中国 6.1, 人才 8.8, 拥抱 12.0; from the counts of jieba's dictionary. A word that
    is not in it counts as seen once.
    """
    return math.log(TOTAL / (dictionary().count(word) or 1))


@lru_cache(_STEMS_KEPT)
def pinyin(word: str) -> str:
    """A Chinese word in pinyin without tones, in one piece: 志成 is zhicheng."""
    return "".join(syllables(word))
