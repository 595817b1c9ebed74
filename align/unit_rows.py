"""Rows of length one, whose products are cosines, and how rows turn into another space."""

from __future__ import annotations

import numpy as np

from align.tokens import Vectors

#: Keeps a row of zeros what it is.
_SOME = 1e-9


def to_unit(rows: Vectors) -> None:
    """Divide each row by its length, in place; a row of zeros stays."""
    rows /= np.maximum(np.sqrt(np.einsum("ij,ij->i", rows, rows)), _SOME)[:, None]


def turned(rows: Vectors, space: Vectors) -> Vectors:
    """The rows in a space (width + 1, other width), whose last row is added to each."""
    result: Vectors = rows @ space[:-1] + space[-1]
    return result
