import numpy as np
import pytest
from logistic import Model, area, fit, fit_freely

# four pairs of rows, alike but for the first feature, which decides
ROWS = np.array([[0.0, 1.0], [1.0, 1.0], [0.0, 2.0], [1.0, 2.0]] * 5)
HITS = np.array([0.0, 1.0, 0.0, 1.0] * 5)


def test_logits_are_weights_times_features_and_the_intercept() -> None:
    assert Model(np.array([2.0, -1.0]), 0.5).logits(np.array([[1.0, 3.0]])).tolist() == [-0.5]


def test_half_of_equal_rows_hit_gives_even_odds() -> None:
    rows = np.array([[1.0], [1.0], [2.0], [2.0]])
    model = fit(rows, np.array([0.0, 1.0, 0.0, 1.0]), np.ones(4), [0])
    assert model.logits(rows) == pytest.approx(np.zeros(4), abs=1e-4)


def test_both_ways_of_fitting_find_the_same_weights() -> None:
    held, free = fit(ROWS, HITS, np.ones(20), [0, 0]), fit_freely(ROWS, HITS, np.ones(20))
    assert held.weights == pytest.approx(free.weights, abs=1e-3)
    assert held.intercept == pytest.approx(free.intercept, abs=1e-3)
    # ridge 1, the feature scaled to -1 and 1: 20 / (1 + exp(w)) = w, so w is 2.128, and twice
    # that for the feature as it is
    assert free.weights == pytest.approx([4.256, 0], abs=1e-3)


def test_a_sign_holds_a_weight_at_zero() -> None:
    assert fit(ROWS, HITS, np.ones(20), [-1, 0]).weights[0] == 0


def test_rows_that_count_twice_pull_twice() -> None:
    # one of three says yes, counted double: two of four
    rows, hits = np.zeros((3, 1)), np.array([1.0, 0.0, 0.0])
    assert fit(rows, hits, np.array([2.0, 1.0, 1.0]), [0]).intercept == pytest.approx(0, abs=1e-4)
    assert fit_freely(rows, hits, np.ones(3)).intercept == pytest.approx(-np.log(2), abs=1e-6)


def test_area_counts_ties_half() -> None:
    # 3 above all four, 1 above one, equal to one, below two: (4 + 1.5) / 8
    assert area([3, 1], [0, 1, 2, 2]) == 5.5 / 8
