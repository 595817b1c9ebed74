import numpy as np
import pytest

from align.calibration import calibration_evidence, careful, probabilities
from align.lattice import Ranges


LIKENESS = np.array([[0.4], [0], [0.6]])


def test_pairs_only_with_odds_and_surroundings() -> None:
    # a pair, one unpaired sentence on either side, a pair of three
    path: list[Ranges] = [((0, 1), (0, 1)), ((1, 2), (1, 1)), ((2, 2), (1, 2)), ((2, 3), (2, 4))]
    odds = [0.5, 0.9, 0.9, 0.8]
    rows = calibration_evidence(path, np.array(odds), np.array([[0.4], [0], [0], [0.6]]))
    # around the first: a pair of three and two granted, against the two unpaired ones
    assert rows[0] == pytest.approx([1, 0, np.log(5 / 7 + 0.05), 4 / 9, 0, 0.4 * 4 / 9])
    # around the second: a pair of two, two granted, two unpaired
    lonely = 4 / 8
    assert rows[1] == pytest.approx(
        [1, np.log(4), np.log(4 / 6 + 0.05), lonely, np.log(4) * lonely, 0.6 * lonely]
    )
    assert len(rows) == 2


def test_what_one_side_left_out_says_nothing_against_a_pair() -> None:
    path: list[Ranges] = [((0, 1), (0, 1)), ((1, 2), (1, 1)), ((2, 3), (1, 1))]
    rows = calibration_evidence(path, np.array([0.5, 0.9, 0.9]), LIKENESS)
    assert rows[0, 2] == pytest.approx(np.log(1.05))


def test_a_lone_pair_has_nothing_against_it() -> None:
    rows = calibration_evidence([((0, 1), (0, 1))], np.array([0.5]), LIKENESS[:1])
    assert rows[0, 2:] == pytest.approx([np.log(1.05), 1, 0, 0.4])


def test_a_path_without_pairs_has_no_rows() -> None:
    unpaired: list[Ranges] = [((0, 1), (0, 0)), ((1, 1), (0, 1))]
    for path in (unpaired, []):
        rows = calibration_evidence(path, np.ones(len(path)), np.zeros((len(path), 2)))
        assert rows.shape == (0, 7)


def test_probabilities() -> None:
    rows = np.array([[1.0, 0.0, 0.0], [1.0, 2.0, 0.0]])
    assert probabilities(rows, [0.0, 1.0, 0.0]) == pytest.approx([0.5, 0.8808], abs=1e-4)


def test_what_may_well_be_wrong_is_shown_below_the_limit_of_review() -> None:
    shown = careful(np.array([0.3, 0.5, 0.79, 0.8, 0.885, 0.9749, 0.976, 0.99]))
    # .885 is half-way from .795 to .975
    expected = [0.3, 0.5, 0.79, 0.7951, 0.79745, 0.7999, 0.976, 0.99]
    assert shown == pytest.approx(expected, abs=1e-4)
    assert shown[5] < 0.8
    assert (np.diff(shown) > 0).all()
