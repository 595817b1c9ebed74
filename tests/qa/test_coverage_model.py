"""The stored weights fit the features, and all point the right way."""

from __future__ import annotations

import json
from importlib.resources import files

import numpy as np
import pytest

from qa.coverage_features import NAMES, PAIR_NAMES
from qa.coverage_model import Mode, Question, probability

STORED = json.loads((files("qa") / "data" / "omission.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("mode", ["full", "fast"])
def test_one_weight_for_each_feature(mode: Mode) -> None:
    assert tuple(STORED[mode]["zh"]["weights"]) == NAMES
    assert tuple(STORED[mode]["en"]["weights"]) == NAMES
    assert tuple(STORED[mode]["score"]["weights"]) == PAIR_NAMES


@pytest.mark.parametrize("mode", ["full", "fast"])
@pytest.mark.parametrize("question", ["zh", "en"])
def test_more_loss_is_never_less_omission(mode: Mode, question: Question) -> None:
    weights = dict(STORED[mode][question]["weights"])
    # a free translation leaves words alone without losing anything
    assert weights.pop("free") <= 0
    assert all(weight >= 0 for weight in weights.values())
    nothing = np.zeros(len(NAMES), dtype=np.float32)
    assert probability(mode, question, nothing) < 0.25


def test_extreme_values_stay_probabilities() -> None:
    huge = np.full(len(NAMES), 1e6, dtype=np.float32)
    assert 0.999 < probability("full", "zh", huge) <= 1
