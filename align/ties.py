"""Which sentence of the other side a word or a clause belongs to, and which beads cut it off.

A bead may hold good counterparts and still be wrong: what one of its words means may stand in
the sentence after it. So each unit (a word, a clause) is tied to the sentence that answers it
best, as firmly as the next best sentence is worse; and a bead is told what of its ties stays
inside and what it cuts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.beads import LONGEST
from align.corridor import Indices
from align.lattice import Lattice, Values

Table = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Ties:
    """Strengths between sentences of both sides."""

    source: Indices
    target: Indices
    strength: Values


def windows(lattice: Lattice) -> tuple[Indices, Indices]:
    """The target sentences that some bead lets each source sentence face, first and after last."""
    count = lattice.corridor.rows - 1
    low = np.full(count, np.iinfo(np.int64).max)
    high = np.zeros(count, dtype=np.int64)
    for step in range(LONGEST):
        live = lattice.source > step
        place = lattice.row[live] + step
        np.minimum.at(low, place, lattice.column[live])
        np.maximum.at(high, place, (lattice.column + lattice.target)[live])
    return np.minimum(low, high), high


def tied(
    tables: Sequence[Table],
    window: tuple[Indices, Indices],
    first: tuple[Indices, Indices],
    weights: tuple[Table, Table],
) -> tuple[Ties, Ties, Ties]:
    """Ties of units that choose each other, of the source's units, and of the target's.

    ``tables`` holds for each source sentence how much each of its units resembles each unit
    in its window, nothing below 0. ``first`` is the number of each sentence's first unit.
    """
    own_first, other_first = first
    own_weights, other_weights = weights
    owner = np.repeat(np.arange(len(other_first) - 1), np.diff(other_first))
    source = _Best(len(own_weights))
    target = _Best(len(other_weights))
    for row, (table, low, high) in enumerate(zip(tables, *window)):
        if not table.size:
            continue
        units = np.arange(own_first[row], own_first[row + 1])
        begin, end = other_first[low], other_first[high]
        target.offer(slice(begin, end), table.max(axis=0), units[table.argmax(axis=0)], row)
        filled = np.arange(low, high)
        filled = filled[other_first[filled + 1] > other_first[filled]]
        by_sentence = np.maximum.reduceat(table, other_first[filled] - begin, axis=1)
        source.decide(units, by_sentence, table.argmax(axis=1) + begin, filled)
    live = np.flatnonzero(source.value > 0)
    mutual = live[target.unit[source.unit[live]] == live]
    partner = source.unit[mutual]
    rows = np.repeat(np.arange(len(own_first) - 1), np.diff(own_first))
    strength = np.minimum(source.value[mutual], 1)
    strength *= np.sqrt(own_weights[mutual] * other_weights[partner])
    known = np.flatnonzero(target.value > 0)
    return (
        Ties(rows[mutual], owner[partner], strength),
        Ties(rows[live], source.sentence[live], source.margin(live) * own_weights[live]),
        Ties(target.sentence[known], owner[known], target.margin(known) * other_weights[known]),
    )


def tie_columns(lattice: Lattice, ties: Ties) -> tuple[Values, Values]:
    """For each bead the ties inside it, and those it cuts on either side."""
    width = int(lattice.corridor.high[-1])
    keys = ties.source * width + ties.target
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    before = np.concatenate([[0.0], np.cumsum(ties.strength[order])])
    inside = np.zeros(len(lattice))
    for step in range(LONGEST):
        live = lattice.source > step
        begin = (lattice.row[live] + step) * width + lattice.column[live]
        places = np.searchsorted(keys, [begin, begin + lattice.target[live]])
        inside[live] += before[places[1]] - before[places[0]]
    by_row = _before(ties.source, ties.strength, lattice.corridor.rows)
    by_column = _before(ties.target, ties.strength, width)
    rows = by_row[lattice.row + lattice.source] - by_row[lattice.row]
    columns = by_column[lattice.column + lattice.target] - by_column[lattice.column]
    return inside, rows + columns - 2 * inside


def _before(places: Indices, strength: Values, count: int) -> Values:
    total = np.bincount(places, weights=strength, minlength=count)
    return np.concatenate([[0.0], np.cumsum(total)])


class _Best:
    """For each unit of a side the best it was offered, and the best of another sentence."""

    def __init__(self, count: int) -> None:
        self.value = np.zeros(count)
        self.second = np.zeros(count)
        #: the unit and the sentence of the other side that offer the best
        self.unit = np.full(count, -1, dtype=np.int64)
        self.sentence = np.full(count, -1, dtype=np.int64)

    def offer(self, here: slice, values: Table, units: Indices, sentence: int) -> None:
        """One sentence after another, to the units of its window."""
        value = self.value[here]
        better = values > value
        self.second[here] = np.where(better, value, np.maximum(self.second[here], values))
        self.value[here] = np.where(better, values, value)
        self.unit[here] = np.where(better, units, self.unit[here])
        self.sentence[here] = np.where(better, sentence, self.sentence[here])

    def decide(
        self, units: Indices, by_sentence: Table, partner: Indices, sentences: Indices
    ) -> None:
        """All sentences at once, to the units of one."""
        rows = np.arange(len(units))
        choice = by_sentence.argmax(axis=1)
        self.value[units] = by_sentence[rows, choice]
        self.unit[units] = partner
        self.sentence[units] = sentences[choice]
        by_sentence[rows, choice] = 0
        self.second[units] = by_sentence.max(axis=1)

    def margin(self, units: Indices) -> Values:
        margin: Values = np.minimum(self.value[units], 1) - np.minimum(self.second[units], 1)
        return margin
