"""The words of a text as vectors: token states pooled, with a weight for each word."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.encoder import Tokens, UseEncoder, Vectors
from corpus.lexicon import FUNCTION_WORDS
from corpus.words import Word, chinese_words, english_words, stem

#: Weight of a word that says little by itself: the, of, 的, 了.
_FUNCTION_WEIGHT = 0.2

_CHINESE_FUNCTION_WORDS = frozenset(
    "的 地 得 了 着 过 是 在 和 与 或 也 都 就 又 还 而 把 被 让 给 对 从 到 向 以 于 之 其 这 那 "
    "这个 那个 一个 一 个 有 不 没 没有 我 你 他 她 它 们 我们 你们 他们 她们 自己 什么 怎么 "
    "很 吧 吗 呢 啊 么 里 上 下 中 来 去 说 道 等 但 但是 因为 所以 如果 虽然 可以 会 要 能".split()
)


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a side, in order."""

    #: comparison keys: the Chinese word itself, the English stem
    keys: tuple[str, ...]
    #: number of the first word of each sentence, and the number of all words at the end
    first: NDArray[np.int64]
    #: unit rows, the side's mean taken out
    vectors: Vectors
    #: how much the word matters
    weights: NDArray[np.float32]


def read_words(texts: Sequence[str], encoder: UseEncoder, *, chinese: bool) -> Words:
    """Words of each text with vectors pooled from the encoder's token states."""
    keys: list[str] = []
    first = [0]
    rows: list[Vectors] = []
    for text, tokens in zip(texts, encoder.tokens(texts)):
        words = _chinese(text) if chinese else english_words(text)
        keys.extend(word.text if chinese else stem(word.text) for word in words)
        first.append(len(keys))
        rows.append(_pool(words, tokens))
    vectors = np.concatenate(rows) if keys else np.zeros((0, 512), dtype=np.float32)
    if keys:
        vectors = vectors - vectors.mean(axis=0)
        norms = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
        vectors = vectors / np.maximum(norms, 1e-6)[:, None]
    stop = _CHINESE_FUNCTION_WORDS if chinese else FUNCTION_WORDS
    weights = _weights(keys, first, stop)
    return Words(tuple(keys), np.array(first, dtype=np.int64), vectors, weights)


def _chinese(text: str) -> list[Word]:
    return [word for word in chinese_words(text) if any(c.isalnum() for c in word.text)]


def _pool(words: Sequence[Word], tokens: Tokens) -> Vectors:
    """Each word's tokens summed over the root of their count; zero if it has none."""
    pooled = np.zeros((len(words), tokens.states.shape[1]), dtype=np.float32)
    place = 0
    for row, word in enumerate(words):
        while place < len(tokens.spans) and tokens.spans[place][1] <= word.start:
            place += 1
        stop = place
        while stop < len(tokens.spans) and tokens.spans[stop][0] < word.end:
            stop += 1
        if stop > place:
            pooled[row] = tokens.states[place:stop].sum(axis=0) / math.sqrt(stop - place)
    return pooled


def _weights(
    keys: Sequence[str], first: Sequence[int], stop: frozenset[str]
) -> NDArray[np.float32]:
    """Inverse document frequency within the text, function words held down."""
    count = len(first) - 1
    seen = Counter(key for i in range(count) for key in set(keys[first[i] : first[i + 1]]))
    top = math.log(count + 2)
    return np.array(
        [_FUNCTION_WEIGHT if key in stop else math.log((count + 2) / seen[key]) / top for key in keys],
        dtype=np.float32,
    )
