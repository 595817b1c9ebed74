"""Rows of length one, whose products are cosines."""

from __future__ import annotations

import numpy as np

from align.tokens import Vectors

#: Keeps a row of zeros what it is.
_SOME = 1e-9


def to_unit(rows: Vectors) -> None:
    """Divide each row by its length, in place; a row of zeros stays."""
    rows /= np.maximum(np.sqrt(np.einsum("ij,ij->i", rows, rows)), _SOME)[:, None]
