"""From token states to word vectors, all words of many texts at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from align.tokens import Numbers, Tokenised
from align.use_model import Vectors
from corpus.words import Word


def pooled(texts: Sequence[Sequence[Word]], tokens: Tokenised, states: Vectors) -> Vectors:
    """Each word's tokens summed over the root of their count; zero if it has none.

    A token over two words (▁万人 over 86万 and 人) counts with both.
    """
    first, stop = touched(texts, tokens)
    count = stop - first
    live = np.flatnonzero(count > 0)
    rows = np.zeros((len(count), states.shape[1]), dtype=np.float32)
    if len(live):
        # reduceat sums from each place to the next; every other sum is one that is wanted
        places = np.stack([first[live], stop[live]], axis=1).ravel()
        closed = places.max() < len(states)
        sums = np.add.reduceat(states, places if closed else places[:-1], axis=0)[::2]
        rows[live] = sums / np.sqrt(count[live], dtype=np.float32)[:, None]
    return rows


def touched(texts: Sequence[Sequence[Word]], tokens: Tokenised) -> tuple[Numbers, Numbers]:
    """For each word the range of the tokens that reach into it."""
    sizes = tokens.ends[tokens.first[1:] - 1] + 1
    base = np.concatenate([[0], np.cumsum(sizes)])
    own = np.repeat(base[:-1], np.diff(tokens.first))
    counts = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    words = list(chain.from_iterable(texts))
    shift = np.repeat(base[:-1], counts)
    begins = np.fromiter((word.start for word in words), np.int64, len(words)) + shift
    ends = np.fromiter((word.end for word in words), np.int64, len(words)) + shift
    first = np.searchsorted(tokens.ends + own, begins, side="right")
    stop = np.searchsorted(tokens.begins + own, ends, side="left")
    return first, stop
