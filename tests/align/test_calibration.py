import numpy as np
import pytest

from align.calibration import calibration_evidence, careful, probabilities
from align.lattice import Ranges


def test_pairs_only_with_odds_and_surroundings() -> None:
    path: list[Ranges] = [((0, 1), (0, 1)), ((1, 2), (1, 1)), ((2, 3), (1, 3))]
    rows = calibration_evidence(path, np.array([0.5, 0.9, 0.8]), np.array([[0.4], [0], [0.6]]))
    # around the first pair: one unpaired sentence and a pair of three
    assert rows[0] == pytest.approx([1, 0, np.log(3 / 4 + 0.05), 0.5, 0.2])
    # around the second: a pair of two and one unpaired
    assert rows[1] == pytest.approx([1, np.log(4), np.log(2 / 3 + 0.05), 4 / 7, 2.4 / 7])
    assert len(rows) == 2


def test_a_lone_pair_has_nothing_against_it() -> None:
    rows = calibration_evidence([((0, 1), (0, 1))], np.array([0.5]), np.array([[0.3]]))
    assert rows[0, 2:] == pytest.approx([np.log(1.05), 1, 0.3])


def test_probabilities() -> None:
    rows = np.array([[1.0, 0.0, 0.0], [1.0, 2.0, 0.0]])
    assert probabilities(rows, [0.0, 1.0, 0.0]) == pytest.approx([0.5, 0.8808], abs=1e-4)


def test_what_may_well_be_wrong_is_shown_below_the_limit_of_review() -> None:
    shown = careful(np.array([0.3, 0.5, 0.79, 0.8, 0.8685, 0.9419, 0.943, 0.99]))
    # .8685 is half-way from .795 to .942
    expected = [0.3, 0.5, 0.79, 0.7952, 0.79745, 0.7999, 0.943, 0.99]
    assert shown == pytest.approx(expected, abs=1e-4)
    assert shown[5] < 0.8
    assert (np.diff(shown) > 0).all()
