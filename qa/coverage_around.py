"""What became of each word's surroundings: does the other side leave them room?

A word that finds nothing like itself may be said in other words; then something else stands
where it would be. If a clause is lost, its neighbours' counterparts stand side by side, and
the likenesses that its words find lie scattered. Places are read off a ladder: the heaviest
chain of sure counterparts that runs forward on both sides, so a single false likeness or a
clause that moved bends nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from qa.coverage_cells import Numbers, Places
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
    rungs = [_ladder(*pair) for pair in pairs]
    down = _columns(pairs, rungs)
    up = _columns([pair[::-1] for pair in pairs], [rung[::-1] for rung in rungs])
    return [
        (_joined(zh, first), _joined(en, second))
        for (zh, en), first, second in zip(pairs, down, up)
    ]


def _joined(matched: Matched, columns: Numbers) -> Matched:
    return replace(matched, evidence=np.concatenate([matched.evidence, columns], axis=1))


def _ladder(own: Matched, other: Matched) -> tuple[Places, Places]:
    """The places of the rungs on both sides, ascending on both."""
    likeness = own.evidence[:, 0]
    sure = np.flatnonzero((own.weights > 0) & (own.partner >= 0) & (likeness > _SURE))
    sure = sure[other.weights[own.partner[sure]] > 0]
    there = own.partner[sure]
    chain = _heaviest_chain(there.tolist(), likeness[sure].tolist())
    return sure[chain], there[chain]


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


def _columns(
    pairs: Sequence[tuple[Matched, Matched]], rungs: Sequence[tuple[Places, Places]]
) -> list[Numbers]:
    """``COLUMNS`` for the first side's words of every pair: all pairs in one row."""
    here, there = (_Row([pair[side] for pair in pairs]) for side in (0, 1))
    steps = _Steps(here, there, rungs)
    met = here.partners >= 0
    partner = here.partners + there.before[here.pair]
    apart = np.abs(partner - steps.expected()) / _APART
    sure = met & (here.likeness > _SURE)
    claimed = np.zeros(len(there.pair), dtype=bool)
    claimed[(here.partners + there.first[here.pair])[sure]] = True
    wanted = steps.sums(here.weights * ~sure, 0)
    found = steps.sums(there.weights * ~claimed, 1)
    columns = [
        np.where(met, np.minimum(apart, 1), 1.0),
        np.log((found + _SMALL) / (wanted + _SMALL)),
    ]
    whole: Numbers = np.stack(columns, axis=1).astype(np.float32)
    return np.split(whole, here.first[1:-1])


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
        self.weights = np.concatenate([side.weights for side in sides])
        self.partners = np.concatenate([side.partner for side in sides])
        self.likeness = np.concatenate([side.evidence[:, 0] for side in sides]).astype(np.float64)


class _Steps:
    """The ladders of all pairs in one row, each with two rungs at either end of its pair."""

    def __init__(
        self, here: _Row, there: _Row, rungs: Sequence[tuple[Places, Places]]
    ) -> None:
        self._here = here
        self._rows: list[Places] = []
        for side, row in enumerate((here, there)):
            parts = []
            for rung, before, after in zip(rungs, row.before.tolist(), row.after.tolist()):
                parts += [[before - 1] * 2, rung[side] + before, [after] * 2]
            self._rows.append(np.concatenate(parts).astype(np.int64))
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
