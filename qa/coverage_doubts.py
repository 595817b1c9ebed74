"""How surely each word has no counterpart: many small signs weighed together.

The weights in ``qa/data/words.json`` are written by ``bench/fit_omission.py``: a logistic
regression that tells the words of sentences and clauses cut out of the other side from the
words of right pairs. A likeness of .3 says little by itself: for a rare word of a short pair
with no better candidate it is a synonym, for a frequent one of a long paragraph an accident.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.coverage_around import COLUMNS as AROUND
from qa.coverage_cells import Numbers
from qa.coverage_match import COLUMNS as MATCH
from qa.coverage_model import Mode
from qa.unit import Tongue

Doubts = NDArray[np.float64]

#: What dictionary, pinyin or spelling add is .25 or more; less is rounding.
_LISTED = 0.1

#: What is weighed, made of the columns of ``qa.coverage_match`` and ``qa.coverage_around``:
#: "matched>.35" is how far the likeness lies above .35, "matched weight" a product; and of how
#: often the word is alone as a rule (``qa.coverage_habits``).
TERMS = (
    "matched", "matched>.35", "matched>.6", "best", "best>.35", "best>.6", "anywhere",
    "anywhere>.5", "shared", "shared>.35", "second", "mutual", "mutual best", "listed",
    "matched listed", "content", "content matched", "weight", "weight matched", "weight best",
    "weight shared", "size", "size best",
    "habit", "habit matched",
)  # fmt: skip
#: The same with the word's surroundings.
AROUND_TERMS = (*TERMS, *AROUND)
#: The two models: a word's match alone, and with its surroundings. By the second a lost word
#: looks worse than a kept one in .97 of cases (.91 by the first), but it says the same of all
#: words beside each other and is blind to a lost phrase: ``qa.coverage_features`` asks both.
SIGHTS = ("match", "surroundings")


def terms(evidence: Numbers, habit: Doubts) -> Doubts:
    """(words, ``AROUND_TERMS``) from (words, columns of the match and of the surroundings)."""
    columns = evidence.astype(np.float64).T
    matched, best, anywhere, second, mutual, listed, also, content, shared, weight, size = (
        columns[: len(MATCH)]
    )
    return np.stack(
        [
            matched, _above(matched, 0.35), _above(matched, 0.6),
            best, _above(best, 0.35), _above(best, 0.6),
            anywhere, _above(anywhere, 0.5),
            shared, _above(shared, 0.35),
            second, mutual, mutual * best, listed > _LISTED, also > _LISTED,
            content, content * matched,
            weight, weight * matched, weight * best, weight * shared,
            size, size * best, habit, habit * matched,
            *columns[len(MATCH) :],
        ],
        axis=1,
    )  # fmt: skip


def doubts(mode: Mode, tongue: Tongue, evidence: Numbers, habits: Doubts) -> Doubts:
    """For each word the logarithm of how much likelier its match looks if it is lost than kept.

    Shape (words, 2): by its match alone, and with what became of its surroundings.
    """
    weights, intercepts = _weights(mode, tongue)
    found: Doubts = terms(evidence, habits) @ weights + intercepts
    return found


def _above(values: Doubts, least: float) -> Doubts:
    return np.maximum(values - least, 0)


@cache
def _weights(mode: Mode, tongue: Tongue) -> tuple[Doubts, Doubts]:
    models = [_stored()[mode][tongue][sight] for sight in SIGHTS]
    weights = np.zeros((len(AROUND_TERMS), len(models)))
    for column, model in enumerate(models):
        weights[: len(model["weights"]), column] = list(model["weights"].values())
    return weights, np.array([model["intercept"] for model in models])


@cache
def _stored() -> dict[str, Any]:
    with (files("qa") / "data" / "words.json").open("rb") as stream:
        stored: dict[str, Any] = json.load(stream)
    return stored
