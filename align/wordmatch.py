"""Words of both languages in one space: which Chinese word and which English word say the same.

A word's vector is the sum of its tokens' states over the root of their number, minus the mean
of its language, turned into the space where matched words of right pairs correlate most
(canonical correlation, fitted by ``bench/fit_words.py``; both lie in ``align/data``): the
median cosine of a word and its translation rises from .58 to .73, that of other words stays
at .01. To the cosine comes a bonus for a dictionary gloss, for pinyin (Zhicheng, 志成) and for
equal letters or figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, compress
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from align.tokens import Vectors, sentence_pieces
from align.unit_rows import to_unit
from corpus.lexicon import CHINESE_FUNCTION_WORDS, FUNCTION_WORDS, broad_glosses, glosses
from corpus.pinyin import may_be_pinyin
from corpus.syllables import first_letters
from corpus.words import (
    Word,
    chinese_information,
    chinese_words,
    english_words,
    pinyin,
    stem,
)

#: Texts that are read together: the more, the fewer tokens are new.
_TEXTS_AT_ONCE = 512

_HAN = re.compile("[\u3400-\u9fff]")

#: Words whose weights are kept in memory.
_WORDS_KEPT = 1 << 17

#: Added to the cosine of two words; 1-1 matching is hardly sensitive to them (.15 to .3).
_GLOSS_BONUS = 0.25
_PINYIN_BONUS = 0.5
_EQUAL_BONUS = 0.6

#: Information of a word (``chinese_information``, ``english_information``) that counts
#: nothing, and that counts fully.
_EMPTY_CHINESE, _FULL_CHINESE = 4.0, 10.0
_EMPTY_ENGLISH, _FULL_ENGLISH = 6.0, 11.0
#: What a frequent word counts that is no function word (人, people).
_LEAST_WEIGHT = 0.25
#: What a single Latin letter counts in Chinese: 顶点u is "the vertex", and B细胞 "they" the second
#: time.
_LETTER_WEIGHT = 0.4

#: Words that are not read in their sentence, as marks are not: they never were the counterpart
#: of content, and their reading took a fifth of the encoder's time. (Without all words that
#: weigh nothing, 可以 and could among them, sentences that were cut are found less: .961 for .967.)
_SILENT = frozenset(
    """
    的 地 得 了 着 过 吗 呢 吧 啊 呀 嘛 啦 哦 么 之 者 所
    the a an of to and in for on at by as that which it its this these their
    """.split()
)


class TokenEncoder(Protocol):
    """An encoder that shows its words."""

    def words(
        self, texts: Sequence[str], words: Sequence[Sequence[Word]], space: Vectors | None = None
    ) -> Vectors:
        """A row for each word of all texts, from the states of its tokens turned into a space."""

    def embedded(self, words: Sequence[str]) -> Vectors:
        """(words, 512): each word's tokens before they are read, as ``align.encoder`` has it."""


@dataclass(frozen=True, slots=True)
class WordStates:
    """The words of one text as the matching sees them."""

    words: tuple[Word, ...]
    #: (words, 256): unit rows in the space of both languages; zeros for particles and marks
    vectors: Vectors
    #: (words,) how much each word's content counts, 0 to 1; 0 for punctuation and function words
    weights: Vectors
    #: comparison keys: the Chinese word, the English stem
    keys: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)


def chinese_states(
    texts: Sequence[str], encoder: TokenEncoder | None, *, centred: Vectors | None = None
) -> list[WordStates]:
    """The words of Chinese texts with vectors and weights.

    Without an encoder the vectors have no columns, and only the bonuses speak. With
    ``centred`` (two mean vectors) they stay in the encoder's own space, for fitting.
    """
    return _states(texts, encoder, chinese_words, _chinese_weight, str, 0, centred)


def english_states(
    texts: Sequence[str], encoder: TokenEncoder | None, *, centred: Vectors | None = None
) -> list[WordStates]:
    """The words of English texts with vectors and weights."""
    return _states(texts, encoder, _latin_words, _english_weight, stem, 1, centred)


def similarity(zh: WordStates, en: WordStates) -> Vectors:
    """(Chinese words, English words): cosine plus what dictionary, pinyin and spelling add."""
    table: Vectors = zh.vectors @ en.vectors.T
    return table + listed(zh, en)


def listed(zh: WordStates, en: WordStates) -> Vectors:
    """(Chinese words, English words): what dictionary, pinyin and spelling add."""
    table = np.zeros((len(zh), len(en)), dtype=np.float32)
    columns: dict[str, list[int]] = {}
    capitals: dict[str, list[int]] = {}
    for column, (key, (text, _, _), weight) in enumerate(
        zip(en.keys, en.words, en.weights.tolist())
    ):
        if weight > 0:
            columns.setdefault(key, []).append(column)
            if text[0].isupper() and may_be_pinyin(lower := text.lower()):
                capitals.setdefault(lower, []).append(column)
    known = frozenset(columns)
    beginnings = {lower[0] for lower in capitals}
    latin: dict[str, list[int]] | None = None
    for row, (text, weight) in enumerate(zip(zh.keys, zh.weights.tolist())):
        if text.isascii():
            if text[0].isalnum():  # no English word is a mark
                latin = latin or _by_spelling(en.words)
                for column in latin.get(text.lower(), ()):
                    table[row, column] += _EQUAL_BONUS
            continue
        if weight > 0:
            for key in known & broad_glosses(text):
                for column in columns[key]:
                    table[row, column] += _GLOSS_BONUS
        if capitals and not beginnings.isdisjoint(_beginnings(text)):
            for key in spelled(text, beginnings):
                for column in capitals.get(key, ()):
                    table[row, column] += _PINYIN_BONUS
    return table


def _by_spelling(words: Sequence[Word]) -> dict[str, list[int]]:
    """The places of words by their small letters."""
    found: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        found.setdefault(word.text.lower(), []).append(place)
    return found


def fit_means(chinese: Sequence[str], english: Sequence[str], encoder: TokenEncoder) -> Vectors:
    """The two mean vectors, content words only: what ``align/data/word_means.npy`` holds."""
    nothing = np.zeros(512, dtype=np.float32)
    rows = []
    for texts, words, weigh in (
        (chinese, chinese_words, _chinese_weight),
        (english, _latin_words, _english_weight),
    ):
        total, count = nothing.astype(np.float64), 0.0
        for start in range(0, len(texts), _TEXTS_AT_ONCE):
            part = texts[start : start + _TEXTS_AT_ONCE]
            found = [words(text) for text in part]
            pooled = encoder.words(part, found)
            weights = np.array([weigh(word.text) for one in found for word in one])
            total += weights @ pooled
            count += float(weights.sum())
        rows.append(total / count)
    return np.array(rows, dtype=np.float32)


def _states(
    texts: Sequence[str],
    encoder: TokenEncoder | None,
    split: Callable[[str], list[Word]],
    weigh: Callable[[str], float],
    key: Callable[[str], str],
    tongue: int,
    centred: Vectors | None,
) -> list[WordStates]:
    result: list[WordStates] = []
    for start in range(0, len(texts), _TEXTS_AT_ONCE):
        part = texts[start : start + _TEXTS_AT_ONCE]
        found = [split(text) for text in part]
        vectors = _vectors(part, found, encoder, tongue, centred)
        written = [word.text for words in found for word in words]
        weights = np.array(list(map(weigh, written)), dtype=np.float32)
        keys = list(map(key, written))
        first = 0
        for words in found:
            own = slice(first, first + len(words))
            first += len(words)
            result.append(
                WordStates(tuple(words), vectors[own], weights[own], tuple(keys[own]))
            )
    return result


def _vectors(
    texts: Sequence[str],
    words: Sequence[Sequence[Word]],
    encoder: TokenEncoder | None,
    tongue: int,
    centred: Vectors | None,
) -> Vectors:
    """A row for each word of all texts, zeros for those that are not read."""
    count = sum(map(len, words))
    if encoder is None:
        return np.zeros((count, 0), dtype=np.float32)
    heard = [[_is_heard(word.text) for word in some] for some in words]
    read_words = [list(compress(*both)) for both in zip(words, heard)]
    if centred is None:
        space, mean = _spaces()[tongue]
        read = encoder.words(texts, read_words, space)
    else:
        mean = centred[tongue]
        read = encoder.words(texts, read_words)
    read -= mean
    to_unit(read)
    rows = np.zeros((count, read.shape[1]), dtype=np.float32)
    rows[np.fromiter(chain.from_iterable(heard), dtype=np.bool_, count=count)] = read
    return rows


@lru_cache(_WORDS_KEPT)
def _is_heard(word: str) -> bool:
    return word.lower() not in _SILENT and any(map(str.isalnum, word))


def _latin_words(text: str) -> list[Word]:
    """English words; Chinese characters left in an English text carry nothing over."""
    words = english_words(text)
    return [word for word in words if not _HAN.match(word.text)] if _HAN.search(text) else words


@lru_cache(_WORDS_KEPT)
def _chinese_weight(word: str) -> float:
    if word in CHINESE_FUNCTION_WORDS or not any(letter.isalnum() for letter in word):
        return 0.0
    if word.isascii():
        return _LETTER_WEIGHT if len(word) == 1 and word.isalpha() else 1.0
    return scaled(chinese_information(word), _EMPTY_CHINESE, _FULL_CHINESE)


@lru_cache(_WORDS_KEPT)
def _english_weight(word: str) -> float:
    if word.lower().replace("’", "'").removesuffix("'s") in FUNCTION_WORDS:
        return 0.0
    return scaled(english_information(word), _EMPTY_ENGLISH, _FULL_ENGLISH)


@lru_cache(_WORDS_KEPT)
def english_information(word: str) -> float:
    """How much an English word says: minus the logarithm of its pieces' shares of text.

    the 4.9, property 10.9, entrepreneurs 13.2; from the unigram scores of the encoder's
    sentencepiece model, where the shares are of text in sixteen languages.
    """
    lower = word.lower()
    return _cost(word) if lower == word else min(_cost(word), _cost(lower))


def _cost(word: str) -> float:
    pieces = sentence_pieces()
    return -float(sum(pieces.get_score(number) for number in pieces.encode(word)))


def scaled(information: float, empty: float, full: float) -> float:
    """What a word that is no function word counts, from how much it says."""
    return min(1.0, max(_LEAST_WEIGHT, (information - empty) / (full - empty)))


def spelled(word: str, beginnings: AbstractSet[str]) -> set[str]:
    """Pinyin under which a Chinese word may stand in English, where it begins with such a letter.

    Words that the dictionary lacks may be names and are cut as well: 张志成 is Zhang and
    Zhicheng. 司长 (director) has an entry, so its 长 is not taken for a Mr. Zhang.
    """
    fitting = (cut for cut in _cuts(word) if not beginnings.isdisjoint(first_letters(cut[0])))
    return {pinyin(cut) for cut in fitting} - {"a", "e", "o"}


@lru_cache(1 << 16)
def _cuts(word: str) -> tuple[str, ...]:
    if 1 < len(word) <= 4 and not glosses(word):
        return tuple(dict.fromkeys(filter(None, (word, word[0], word[1:], word[:2], word[2:]))))
    return (word,)


@lru_cache(1 << 16)
def _beginnings(word: str) -> str:
    """Letters with which all that ``spelled`` gives begins: pinyin is looked up for few words."""
    return "".join(map(first_letters, word[:3]))


@cache
def word_means() -> NDArray[np.float32]:
    """(2, 512): the mean word of either language."""
    return stored_rows("word_means.npy")


@cache
def _spaces() -> list[tuple[Vectors, Vectors]]:
    """For either language how a word turns, (512, 256), and the mean word there.

    The file's last row would be added to centred words of length one. They are .02 of their
    length apart with it, and without it a word turns as its tokens do.
    """
    turns = stored_rows("word_space.npy")[:, :-1]
    return [
        (np.ascontiguousarray(turn), mean @ turn) for turn, mean in zip(turns, word_means())
    ]


def stored_rows(name: str) -> NDArray[np.float32]:
    """What ``align/data`` holds under a name, in single precision."""
    path = files("align") / "data" / name
    with path.open("rb") as stream:
        stored: NDArray[np.float32] = np.load(stream, allow_pickle=False).astype(np.float32)
    return stored
