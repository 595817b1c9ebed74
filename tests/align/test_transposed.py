from itertools import product

import numpy as np
import pytest

from align.transposed import best_passage, passages, walled

FAR = -1.0


def table(size: int, *met: tuple[int, int]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    rows = np.full((size, size), FAR)
    for cell in met:
        rows[cell] = 0.5
    return rows


def test_the_longest_diagonal_wins() -> None:
    found = best_passage(table(6, (0, 5), (2, 1), (3, 2), (4, 3)))
    assert (found.source, found.target) == ((2, 5), (1, 4))
    assert found.gain == pytest.approx(1.5)


def test_a_sentence_without_counterpart_is_bridged_for_a_small_price() -> None:
    found = best_passage(table(6, (0, 0), (2, 1), (3, 3)))
    assert (found.source, found.target) == ((0, 4), (0, 4))
    assert found.gain == pytest.approx(1.5 - 2 * 0.05)


def test_a_wall_is_not_bridged() -> None:
    met = table(4, (0, 0), (1, 1), (2, 2), (3, 3))
    assert best_passage(met).gain == pytest.approx(2.0)
    assert best_passage(walled(met, [0, 1, 2, 7], [0, 1, 2, 3])).gain == pytest.approx(1.5)
    assert best_passage(walled(met, [0, 1, 2, 3], [0, 1, 6, 7])).gain == pytest.approx(1.0)


def _brute(rows: list[list[float]]) -> float:
    """Every path that goes down, right or both, priced step by step."""
    height, width = len(rows), len(rows[0])
    best = 0.0

    def walk(i: int, j: int, gain: float) -> None:
        nonlocal best
        best = max(best, gain)
        if i < height and j < width:
            walk(i + 1, j + 1, gain + rows[i][j])
        if i < height:
            walk(i + 1, j, gain - 0.05)
        if j < width:
            walk(i, j + 1, gain - 0.05)

    for i, j in product(range(height), range(width)):
        walk(i, j, 0.0)
    return best


@pytest.mark.parametrize("seed", range(10))
def test_no_other_passage_gains_more(seed: int) -> None:
    rows = np.random.default_rng(seed).normal(-0.1, 0.4, (4, 5))
    assert best_passage(rows).gain == pytest.approx(_brute(rows.tolist()))


def test_two_articles_that_changed_places() -> None:
    vectors = np.eye(8, dtype=np.float32)
    order = [4, 5, 6, 7, 0, 1, 2, 3]
    found = list(passages(vectors, vectors[order], range(8), range(8)))
    assert sorted((one.source, one.target) for one in found) == [
        ((0, 4), (4, 8)), ((4, 8), (0, 4)),
    ]


def test_numbers_that_are_no_neighbours_stand_apart() -> None:
    vectors = np.eye(4, dtype=np.float32)
    found = list(passages(vectors, vectors, [0, 1, 5, 6], range(4)))
    assert [(one.source, one.target) for one in found] == [((0, 2), (0, 2)), ((5, 7), (2, 4))]


def test_nothing_left_over_is_no_passage() -> None:
    nothing = np.zeros((0, 4), dtype=np.float32)
    assert list(passages(nothing, np.eye(4, dtype=np.float32), [], range(4))) == []
