"""Which tokens read differently when a text stands among its neighbours.

A token's state depends on a few tokens to either side, so inside a text it is the same
whether the text is read alone or among its neighbours. Only around the seams is it read
again, and the rest of the sum is taken from the first reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.tokens import Numbers, Tokenised


@dataclass(frozen=True, slots=True)
class Seams:
    """What of a chunk of joined texts must be read again, in halves of the texts."""

    #: the tokens to be read, in runs, and the number of each run's first token
    ids: Numbers
    first: Numbers
    #: text * 2 + half of each token; -1 where it is only the surroundings of others
    halves: Numbers
    #: for each token read alone: text * 6 + part. Parts 0 to 2 are the first half (before,
    #: inside, after what reads the same among neighbours), 3 to 5 the second
    alone: Numbers


def joined(texts: Sequence[str], size: int, joint: str) -> list[str]:
    """The texts in chunks of ``size``, as their neighbours see them."""
    return [joint.join(texts[i : i + size]) for i in range(0, len(texts), size)]


def seams(
    texts: Sequence[str], alone: Tokenised, among: Tokenised, size: int, joint: str, reach: int
) -> Seams:
    """Compare the tokens of single texts with those of their chunks.

    Sentence marks count with the half beside them; a token over the middle of a text with
    the second half.
    """
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    chunk = np.arange(len(texts)) // size
    before = np.concatenate([[0], np.cumsum(lengths + len(joint))])
    start = before[:-1] - before[chunk * size]
    middle = lengths // 2
    own_middle = _cuts(alone, np.arange(len(texts)), middle)
    own_end = alone.first[1:]
    middle_among = _cuts(among, chunk, start + middle)
    end_among = _cuts(among, chunk, start + lengths)
    last = np.append(chunk[1:] != chunk[:-1], True)
    end_among[last] = among.first[1:]
    begin_among = np.concatenate([[0], end_among[:-1]])

    # tokens of the chunk that are not those of the text alone
    text = np.repeat(np.arange(len(texts)), end_among - begin_among)
    place = np.arange(len(text)) + (own_middle - middle_among)[text]
    inside = (place >= alone.first[text]) & (place < own_end[text])
    place = np.where(inside, place, 0)
    same = inside & (alone.ids[place] == among.ids)
    same &= alone.ends[place] == among.ends - start[text]
    other = np.flatnonzero(~same)
    found = np.searchsorted(other, middle_among)
    bounds = np.concatenate([[-1], other, [len(text)]])
    left = np.maximum(begin_among, bounds[found] + 1) + reach
    right = np.minimum(end_among, bounds[found + 1]) - reach
    left, right = np.where(left < right, (left, right), (middle_among, middle_among))

    cuts = np.stack(
        [
            begin_among,
            np.minimum(left, middle_among),
            np.minimum(right, middle_among),
            middle_among,
            np.maximum(left, middle_among),
            np.maximum(right, middle_among),
        ],
        axis=1,
    )
    own = cuts + (own_middle - middle_among)[:, None]
    own[:, 0] = alone.first[:-1]
    parts = _labels(cuts, len(among.ids))
    again = ~np.isin(parts % 6, (1, 4))
    keep = _widened(again, reach)
    edges = np.diff(keep, prepend=False) & keep
    edges[among.first[:-1]] = True
    heads = np.flatnonzero(edges[keep])
    halves = np.where(again, parts // 3, -1)
    return Seams(
        among.ids[keep],
        np.append(heads, int(keep.sum())),
        halves[keep],
        _labels(own, len(alone.ids)),
    )


def _cuts(tokens: Tokenised, texts: Numbers, places: Numbers) -> Numbers:
    """Number of the first token that ends after a place of a text."""
    sizes = np.diff(tokens.first)
    lengths = tokens.ends[tokens.first[1:] - 1]
    base = np.concatenate([[0], np.cumsum(lengths + 2)])
    keys = tokens.ends + np.repeat(base[:-1], sizes)
    # the closing mark comes after whatever ends with the text
    keys[tokens.first[1:] - 1] += 1
    found: Numbers = np.searchsorted(keys, base[texts] + places, side="right")
    return found


def _labels(cuts: Numbers, count: int) -> Numbers:
    """For each of ``count`` tokens, the number of the part it falls in."""
    parts = np.searchsorted(cuts.ravel(), np.arange(count), side="right") - 1
    labels: Numbers = parts
    return labels


def _widened(chosen: NDArray[np.bool_], reach: int) -> NDArray[np.bool_]:
    wide = chosen.copy()
    for shift in range(1, reach + 1):
        wide[shift:] |= chosen[:-shift]
        wide[:-shift] |= chosen[shift:]
    return wide
