from __future__ import annotations

import numpy as np

from align.unit_rows import to_unit


def test_rows_get_the_length_of_one_and_zeros_stay() -> None:
    rows = np.array([[3, 4], [0, 0], [0, -2]], dtype=np.float32)
    to_unit(rows)
    assert np.allclose(rows, [[0.6, 0.8], [0, 0], [0, -1]])
