from __future__ import annotations

import numpy as np

from align.unit_rows import to_unit, turned


def test_rows_get_the_length_of_one_and_zeros_stay() -> None:
    rows = np.array([[3, 4], [0, 0], [0, -2]], dtype=np.float32)
    to_unit(rows)
    assert np.allclose(rows, [[0.6, 0.8], [0, 0], [0, -1]])


def test_rows_turn_and_the_last_row_of_the_space_is_added() -> None:
    rows = np.array([[1, 2], [0, 0]], dtype=np.float32)
    space = np.array([[1, 0, 2], [0, 1, 1], [5, 6, 7]], dtype=np.float32)
    # 1 x (1, 0, 2) + 2 x (0, 1, 1) + (5, 6, 7)
    assert turned(rows, space).tolist() == [[6, 8, 11], [5, 6, 7]]
