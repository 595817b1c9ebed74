"""What became of each word's surroundings: does the other side leave them room?

A word that finds nothing like itself may be said in other words; then something else stands
where it would be. If a clause is lost, its neighbours' counterparts stand side by side, and
the likenesses that its words find lie scattered. Places are read off a ladder: the heaviest
chain of sure counterparts that runs forward on both sides, so a single false likeness or a
clause that moved bends nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from qa.coverage_cells import Places
from qa.coverage_match import Matched

Values = NDArray[np.float64]

#: What is known of each word's surroundings, behind ``qa.coverage_match.COLUMNS``.
COLUMNS = (
    "apart",  # how far its counterpart is from where it would be, 0 to 1; 1 without one
    "room",  # unmet content there against unmet content here, a logarithm
)

#: A counterpart of this likeness can be a rung.
_SURE = 0.4
#: Places from the expected one that count as far as can be.
_APART = 20
#: Content taken as there on both sides, so that a single small word decides nothing.
_SMALL = 0.5


def with_surroundings(pairs: Sequence[tuple[Matched, Matched]]) -> list[tuple[Matched, Matched]]:
    """The matched words of pairs, with ``COLUMNS`` behind their evidence."""
    if not pairs:
        return []
    zh, en = (_Row(sides) for sides in zip(*pairs))
    here, there = _ladders(zh, en)
    return list(zip(_told(zh, en, (here, there)), _told(en, zh, (there, here))))


def _ladders(here: _Row, there: _Row) -> tuple[Places, Places]:
    """The rungs of all pairs on both sides, as places that ascend on both.

    Two rungs more stand at either end of each pair.
    """
    partners = here.partners + there.first[here.pair]
    sure = np.flatnonzero(here.sure & (here.weights > 0))
    sure = sure[there.weights[partners[sure]] > 0]
    bounds = np.searchsorted(sure, here.first).tolist()
    places, gains = partners[sure].tolist(), here.evidence[sure, 0].tolist()
    chosen: list[int] = []
    for begin, end in zip(bounds, bounds[1:]):
        chosen += [begin + rung for rung in _heaviest_chain(places[begin:end], gains[begin:end])]
    words = sure[chosen]
    return here.rungs(words), there.rungs(partners[words])


def _heaviest_chain(places: Sequence[int], gains: Sequence[float]) -> list[int]:
    """Numbers of the entries with ascending ``places`` (all different) that gain the most."""
    # the best chain that ends at a place or before it: both lists ascend
    ends: list[int] = []
    sums: list[float] = []
    last: list[int] = []
    before: list[int] = []
    for number, (place, gain) in enumerate(zip(places, gains)):
        at = bisect_left(ends, place)
        total = gain + (sums[at - 1] if at else 0.0)
        before.append(last[at - 1] if at else -1)
        worse = at
        while worse < len(sums) and sums[worse] <= total:
            worse += 1
        ends[at:worse] = [place]
        sums[at:worse] = [total]
        last[at:worse] = [number]
    chain: list[int] = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(number)
        number = before[number]
    return chain[::-1]


def _told(here: _Row, there: _Row, rungs: tuple[Places, Places]) -> Iterator[Matched]:
    """The words of one side of every pair with ``COLUMNS``: all pairs in one row."""
    steps = _Steps(here, there, rungs)
    met = here.partners >= 0
    partner = here.partners + there.before[here.pair]
    apart = np.abs(partner - steps.expected()) / _APART
    claimed = np.zeros(len(there.pair), dtype=bool)
    claimed[(here.partners + there.first[here.pair])[here.sure]] = True
    wanted = steps.sums(here.weights * ~here.sure, 0)
    found = steps.sums(there.weights * ~claimed, 1)
    columns = [
        np.where(met, np.minimum(apart, 1), 1.0),
        np.log((found + _SMALL) / (wanted + _SMALL)),
    ]
    evidence = np.concatenate([here.evidence, np.stack(columns, axis=1)], axis=1, dtype=np.float32)
    bounds = here.first.tolist()
    for side, begin, end in zip(here.sides, bounds, bounds[1:]):
        yield Matched(side.words, side.weights, side.partner, evidence[begin:end])


class _Row:
    """The words of one side of many pairs in one row, two empty places between the pairs."""

    def __init__(self, sides: Sequence[Matched]) -> None:
        counts = np.array([len(side.words) for side in sides])
        self.first = np.concatenate([[0], np.cumsum(counts)])
        self.pair = np.repeat(np.arange(len(sides)), counts)
        #: places in the row of each pair's first word, and behind its last
        self.before = self.first[:-1] + 2 * np.arange(len(sides)) + 1
        self.after = self.before + counts
        self.place = np.arange(len(self.pair)) + 2 * self.pair + 1
        self.sides = sides
        self.weights = np.concatenate([side.weights for side in sides])
        self.partners = np.concatenate([side.partner for side in sides])
        self.evidence = np.concatenate([side.evidence for side in sides])
        #: the words that can be rungs
        self.sure = (self.partners >= 0) & (self.evidence[:, 0] > _SURE)

    def rungs(self, words: Places) -> Places:
        """The places of words, with two rungs more at either end of each pair."""
        return np.sort(np.concatenate([self.place[words], *[self.before - 1, self.after] * 2]))


class _Steps:
    """The ladders of all pairs in one row, each with two rungs at either end of its pair."""

    def __init__(self, here: _Row, there: _Row, rungs: tuple[Places, Places]) -> None:
        self._here = here
        self._rows = rungs
        place = here.place
        ahead = np.searchsorted(self._rows[0], place)
        on_rung = self._rows[0][ahead] == place
        #: the second rung below each word, and the second above
        self._below, self._above = ahead - 2, ahead + 1 + on_rung

    def expected(self) -> Values:
        """Where on the other side each word would be."""
        found: Values = np.interp(self._here.place, self._rows[0], self._rows[1])
        return found

    def sums(self, values: Values, side: int) -> Values:
        """One side's values between the second rung below each word and the second above."""
        sums = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
        # from places to numbers of words: without the empty places
        rungs, shift = self._rows[side], 2 * self._here.pair + 1
        found: Values = sums[rungs[self._above] - shift] - sums[rungs[self._below] + 1 - shift]
        return found
