"""Two tables in one row of cells, worked out by hand."""

from __future__ import annotations

import numpy as np

from qa.coverage_cells import Cells

#: Of two words by three, and of one by two.
_CELLS = Cells.of([(2, 3), (1, 2)])
#: 3 1 2 / 5 5 0, then 4 7.
_VALUES = np.array([3, 1, 2, 5, 5, 0, 4, 7], dtype=np.float32)


def test_the_cells_know_their_words() -> None:
    assert _CELLS.rows.line.tolist() == [0, 0, 0, 1, 1, 1, 2, 2]
    assert _CELLS.column.tolist() == [0, 1, 2, 0, 1, 2, 3, 4]
    assert _CELLS.rows.place.tolist() == [0, 1, 0]
    assert _CELLS.columns.place.tolist() == [0, 1, 2, 0, 1]
    assert _CELLS.columns.pair.tolist() == [0, 0, 0, 1, 1]


def test_turned_they_lie_column_by_column() -> None:
    turned = _VALUES[_CELLS.turn]
    assert turned.tolist() == [3, 5, 1, 5, 2, 0, 4, 7]
    assert _CELLS.columns.most(turned).tolist() == [5, 5, 2, 4, 7]


def test_the_first_of_equal_cells_is_the_highest() -> None:
    most = _CELLS.rows.most(_VALUES)
    assert most.tolist() == [3, 5, 7]
    assert _CELLS.rows.where_most(_VALUES, most).tolist() == [0, 3, 7]


def test_a_table_is_seen_by_itself() -> None:
    assert _CELLS.table(_VALUES, 0).tolist() == [[3, 1, 2], [5, 5, 0]]
    assert _CELLS.table(_VALUES, 1).tolist() == [[4, 7]]
