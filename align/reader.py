"""Everything about one side that the evidence rests on, from one pass over its texts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.beads import LONGEST
from align.encoder import Encoder, UseEncoder, concatenated, default_encoder, runs_of
from align.evidence import Side, lengths
from align.marks import read_marks
from align.pooling import pooled
from align.use_model import WIDTH
from align.words import Words, split_words, words_of


def read_side(
    texts: Sequence[str],
    encoder: Encoder,
    *,
    chinese: bool,
    paragraphs: Sequence[int] | None = None,
) -> Side:
    """Read the texts of one side.

    The words' vectors always come from the default encoder: they need token states, which
    others don't show.
    """
    joint = "" if chinese else " "
    wordly = encoder if isinstance(encoder, UseEncoder) else default_encoder()
    found = split_words(texts, chinese=chinese)
    halves = []
    rows = [np.zeros((0, WIDTH), dtype=np.float32)]
    for read in wordly.read(texts, joint):
        halves.append(read.halves)
        own = found[read.start : read.stop]
        rows.append(pooled(own, read.tokens.places, read.tokens.states))
    if isinstance(encoder, UseEncoder):
        runs = encoder.runs_from(concatenated(halves), LONGEST)
    else:
        runs = runs_of(encoder, texts, LONGEST, joint)
    words = words_of(found, np.concatenate(rows), chinese=chinese)
    return Side(runs, words, read_marks(texts), lengths(texts, chinese=chinese), paragraphs or None)


def read_words(texts: Sequence[str], encoder: UseEncoder, *, chinese: bool) -> Words:
    """The words of each text alone."""
    return read_side(texts, encoder, chinese=chinese).words
