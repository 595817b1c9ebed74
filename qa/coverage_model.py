"""The fitted weights: from a pair's features to a probability.

``qa/data/omission.json`` is written by ``bench/fit_omission.py``, which says on what.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Mode = Literal["full", "fast"]
Question = Literal["zh", "en", "score"]


def probability(mode: Mode, question: Question, values: NDArray[np.float32]) -> float:
    """The chance that content of the side is lost, or that the pair is a translation."""
    weights, intercept = _weights(mode, question)
    logit = float(values.astype(np.float64) @ weights) + intercept
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


@cache
def _weights(mode: Mode, question: Question) -> tuple[NDArray[np.float64], float]:
    model = _stored()[mode][question]
    return np.array(list(model["weights"].values())), float(model["intercept"])


@cache
def _stored() -> dict[str, Any]:
    with (files("qa") / "data" / "omission.json").open("rb") as stream:
        stored: dict[str, Any] = json.load(stream)
    return stored
