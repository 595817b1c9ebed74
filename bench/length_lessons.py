"""How much English each kind of Chinese word takes, from right pairs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from logistic import Numbers
from numpy.typing import NDArray
from omission_sets import Sample
from scipy.optimize import minimize

from qa.coverage import Comparison
from qa.coverage_lengths import KINDS, Shares, counted, written

#: Counted on both sides, as ``qa.coverage_lengths`` does.
_SMALL = 2
#: What a word of any kind takes, about, and how strongly a kind is held to it.
_USUAL, _HELD = 0.6, 0.1


class LengthLessons:
    """The right pairs: the kinds of their Chinese words, and the length of their English."""

    def __init__(self, found: Sequence[Sample], compared: Sequence[Comparison]) -> None:
        self._numbers = np.array([n for n, one in enumerate(found) if one.kind == "right"])
        both = [compared[number].matched for number in self._numbers]
        self._rows: Numbers = np.array([counted(zh.words) for zh, _ in both])
        self._content = np.array([float(en.weights.sum()) for _, en in both])
        self._letters = np.array([written(en.words) for _, en in both])

    def learn(self, allowed: NDArray[np.bool_]) -> Shares:
        """The shares by the allowed samples."""
        keep = allowed[self._numbers]
        rows = self._rows[keep]
        return Shares(_fit(rows, self._content[keep]), _fit(rows, self._letters[keep]))


def _fit(rows: Numbers, lengths: Numbers) -> Numbers:
    """The shares, none below zero, that leave the least squares of logarithms."""

    def loss(shares: Numbers) -> tuple[float, Numbers]:
        expected = rows @ shares + _SMALL
        off = np.log(expected) - np.log(lengths + _SMALL)
        away = shares - _USUAL
        value = float(off @ off + _HELD * (away @ away))
        return value, 2 * (rows.T @ (off / expected) + _HELD * away)

    start = np.full(len(KINDS), _USUAL)
    bounds = [(0.0, None)] * len(KINDS)
    found: Numbers = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x
    return found
