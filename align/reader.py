"""Everything about one side that the evidence rests on, from one pass over its texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from align.beads import LONGEST
from align.clauses import clauses_of, split_clauses
from align.encoder import Encoder, Halves, Read, concatenated
from align.encoders import parts_of, run_sums
from align.evidence import Side, lengths
from align.excerpt import excerpt
from align.marks import read_marks
from align.pooling import pooled
from align.tokens import Vectors
from align.use_model import WIDTH
from align.words import split_words, words_of
from corpus.words import Word


@dataclass(frozen=True, slots=True)
class _Units:
    """The words, or the clauses, of some texts."""

    texts: list[list[Word]]
    #: a row for each of them
    rows: Vectors

    def part(self, first: int, last: int) -> _Units:
        """Those of a range of the texts."""
        texts = self.texts[first:last]
        before = sum(map(len, self.texts[:first]))
        return _Units(texts, self.rows[before : before + sum(map(len, texts))])


@dataclass(frozen=True, slots=True)
class _Block:
    """Texts that were read together."""

    start: int
    stop: int
    #: a unit row for each text
    vectors: Vectors
    #: the same from the encoder that gives spans beside the default one
    others: Vectors | None
    halves: Halves
    words: _Units
    clauses: _Units


class SideReader:
    """Reads the texts of one side from the front, each once, as far as is asked for.

    The words' vectors always come from the default encoder, which shows its token states;
    the spans' from either or both (``align/encoders.py``). Of a segment that is no sentence
    the beginning and the end are read. What lies behind can be forgotten: a sentence takes
    some 60 KB.
    """

    def __init__(self, texts: Sequence[str], encoder: Encoder, *, chinese: bool) -> None:
        self.texts, self._chinese = texts, chinese
        self._read = [excerpt(text) for text in texts]
        self._own, self._spans, self._share = parts_of(encoder)
        self._ahead = self._own.read(self._read, "" if chinese else " ")
        self._blocks: list[_Block] = []

    def vectors(self, start: int, stop: int) -> Vectors:
        """Unit rows of the texts of a range."""
        rows = [
            block.vectors[first:last] for block, first, last in self._covering(start, stop)
        ]
        return np.concatenate(rows) if rows else np.zeros((0, WIDTH), dtype=np.float32)

    def side(self, start: int, stop: int, paragraphs: Sequence[int] | None = None) -> Side:
        """The texts of a range as a side by themselves."""
        texts = self.texts[start:stop]
        halves: list[Halves] = []
        others: list[Vectors] = []
        words, clauses = [_NONE], [_NONE]
        for block, first, last in self._covering(start, stop):
            halves.append(block.halves.part(first, last))
            if block.others is not None:
                others.append(block.others[first:last])
            words.append(block.words.part(first, last))
            clauses.append(block.clauses.part(first, last))
        runs = self._runs(concatenated(halves), others, list(map(len, texts)))
        return Side(
            runs,
            words_of(*_together(words), chinese=self._chinese),
            clauses_of(*_together(clauses), chinese=self._chinese),
            read_marks(texts),
            lengths(texts, chinese=self._chinese),
            paragraphs or None,
        )

    def forget(self, stop: int) -> None:
        """Give back the memory of the texts before ``stop``."""
        self._blocks = [block for block in self._blocks if block.stop > stop]

    def _covering(self, start: int, stop: int) -> Iterator[tuple[_Block, int, int]]:
        """The blocks that hold a range, each with its part of it, counted in the block."""
        while start < stop and (not self._blocks or self._blocks[-1].stop < stop):
            self._blocks.append(self._block(next(self._ahead)))
        for block in self._blocks:
            first, last = max(start, block.start), min(stop, block.stop)
            if first < last:
                yield block, first - block.start, last - block.start

    def _block(self, read: Read) -> _Block:
        texts = self._read[read.start : read.stop]
        words = split_words(texts, chinese=self._chinese)
        clauses = split_clauses(texts, chinese=self._chinese)
        pooled_words, pooled_clauses = (
            pooled(units, read.tokens.places, read.tokens.states) for units in (words, clauses)
        )
        return _Block(
            read.start,
            read.stop,
            self._own.runs_from(read.halves, 1)[:, 0],
            None if self._spans is None else self._spans.encode(texts),
            read.halves,
            _Units(words, pooled_words),
            _Units(clauses, self._own.united(pooled_clauses)),
        )

    def _runs(
        self, halves: Halves, others: Sequence[Vectors], sizes: Sequence[int]
    ) -> Vectors:
        """Unit rows for every run; of both encoders side by side, so that cosines add up."""
        if not others:
            return self._own.runs_from(halves, LONGEST)
        runs = run_sums(np.concatenate(others), sizes, LONGEST)
        if not self._share:
            return runs
        both = (
            self._own.runs_from(halves, LONGEST) * np.float32(self._share**0.5),
            runs * np.float32((1 - self._share) ** 0.5),
        )
        return np.concatenate(both, axis=2)


_NONE = _Units([], np.zeros((0, WIDTH), dtype=np.float32))


def _together(parts: Sequence[_Units]) -> tuple[list[list[Word]], Vectors]:
    """The units of one stretch of texts after another, and their rows."""
    texts = [text for part in parts for text in part.texts]
    return texts, np.concatenate([part.rows for part in parts])


def read_side(
    texts: Sequence[str],
    encoder: Encoder,
    *,
    chinese: bool,
    paragraphs: Sequence[int] | None = None,
) -> Side:
    """Read the texts of a side that is small enough to be aligned in one piece."""
    return SideReader(texts, encoder, chinese=chinese).side(0, len(texts), paragraphs)
