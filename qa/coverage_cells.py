"""The tables of many pairs as one row of cells: what is asked of each, asked of all at once.

A sentence has some thirty words, and a table so small is worked on in less time than numpy
takes to begin. So the tables of many pairs lie one behind the other, row after row, and
maxima, places and distances are taken over all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
Places = NDArray[np.int64]
Value = TypeVar("Value", np.float32, np.float64)


@dataclass(frozen=True, slots=True)
class Lines:
    """The words of one side of all pairs, each with its cells in a row.

    Cells are numbered in this side's order, word by word.
    """

    #: of each word: its pair, its number in the pair, its first cell and how many it has
    pair: Places
    place: Places
    first: Places
    sizes: Places
    #: number of each pair's first word, and of all words at the end
    bounds: Places
    #: the word of each cell
    line: Places

    @classmethod
    def of(cls, counts: Places, others: Places) -> Lines:
        """The lines of pairs of so many words here and there, none of them empty."""
        bounds = np.concatenate([[0], np.cumsum(counts)])
        pair = np.repeat(np.arange(len(counts)), counts)
        place = np.arange(bounds[-1]) - bounds[pair]
        sizes = others[pair]
        first = np.cumsum(sizes) - sizes
        return cls(pair, place, first, sizes, bounds, np.repeat(np.arange(len(pair)), sizes))

    def __len__(self) -> int:
        return len(self.pair)

    def most(self, cells: NDArray[Value]) -> NDArray[Value]:
        """The highest value of each line."""
        found: NDArray[Value] = np.maximum.reduceat(cells, self.first)
        return found

    def where_most(self, cells: NDArray[Value], most: NDArray[Value]) -> Places:
        """The first cell in each line that holds the highest value."""
        hits = np.flatnonzero(cells == most[self.line])
        lines = self.line[hits]
        first = np.ones(len(hits), dtype=np.bool_)
        np.not_equal(lines[1:], lines[:-1], out=first[1:])
        found: Places = hits[first]
        return found


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of all pairs' tables in the order of rows, seen from either side."""

    rows: Lines
    columns: Lines
    #: the column of each cell in the order of rows
    column: Places
    #: for each cell in the order of columns its number in the order of rows
    turn: Places

    @classmethod
    def of(cls, shapes: Sequence[tuple[int, int]]) -> Cells:
        """The cells of tables of such shapes, none of them empty."""
        down, across = np.array(shapes, dtype=np.int64).reshape(-1, 2).T
        rows, columns = Lines.of(down, across), Lines.of(across, down)
        ahead = columns.bounds[rows.pair] - rows.first
        column = np.arange(len(rows.line)) + ahead[rows.line]
        # a column's next cell is a row further on
        within = np.arange(len(columns.line)) - columns.first[columns.line]
        start = rows.first[rows.bounds[columns.pair]] + columns.place
        turn = start[columns.line] + within * across[columns.pair][columns.line]
        return cls(rows, columns, column, turn)

    def table(self, cells: NDArray[Value], pair: int) -> NDArray[Value]:
        """The table of one pair, as a view."""
        begin, end = self.rows.bounds[pair], self.rows.bounds[pair + 1]
        start, wide = self.rows.first[begin], self.rows.sizes[begin]
        return cells[start : start + (end - begin) * wide].reshape(end - begin, wide)
