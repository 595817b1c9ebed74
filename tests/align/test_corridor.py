import numpy as np

from align.corridor import Corridor, around, best_chain, full


def test_a_small_document_keeps_every_cut() -> None:
    corridor = full(2, 3)
    assert corridor.offset.tolist() == [0, 4, 8, 12]


def test_step_finds_the_cell_before_or_nothing() -> None:
    corridor = Corridor(np.array([0, 1]), np.array([2, 4]))  # cells (0,0) (0,1) | (1,1) (1,2) (1,3)
    assert corridor.step(1, 1).tolist() == [-1, -1, 0, 1, -1]
    assert corridor.step(0, 1).tolist() == [-1, 0, -1, 2, 3]


def test_the_best_chain_rises_on_both_sides() -> None:
    gain = np.array([[0.9, 0.1, 0.0], [0.0, 0.0, 0.8], [0.0, 0.7, 0.0]], dtype=np.float32)
    assert best_chain(gain) == [(0, 0), (1, 2)]


def test_pairs_that_speak_against_each_other_are_not_chained() -> None:
    assert best_chain(np.full((3, 3), -0.2, dtype=np.float32)) == []


def test_the_band_holds_the_chain_and_both_corners() -> None:
    chain = [(number, number + 20) for number in range(30)]
    corridor = around(chain, 30, 50, radius=2)
    assert corridor.low[0] == 0 and corridor.high[-1] == 51
    for i, j in chain:
        assert corridor.low[i] <= j < corridor.high[i]
        assert corridor.low[i + 1] <= j + 1 < corridor.high[i + 1]
    # twenty target sentences without a counterpart lie open before the first pair only
    assert corridor.high[20] - corridor.low[20] < 12


def test_without_a_chain_all_is_open() -> None:
    corridor = around([], 4, 5, radius=1)
    assert corridor.low.tolist() == [0] * 5 and corridor.high.tolist() == [6] * 5
