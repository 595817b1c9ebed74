import numpy as np
import pytest

from align.corridor import full
from align.lattice import all_beads
from align.ties import Ties, tie_columns, tied, windows

#: Two source sentences of two units and one; two target sentences of one unit and two.
FIRST = np.array([0, 2, 3]), np.array([0, 1, 3])
WEIGHTS = np.array([1, 0.5, 1], np.float32), np.array([1, 1, 0.25], np.float32)
TABLES = [
    np.array([[0.9, 0.2, 0.1], [0.0, 0.3, 0.8]], np.float32),
    np.array([[0.4, 0.7, 0.0]], np.float32),
]


def found() -> tuple[Ties, Ties, Ties]:
    low, high = np.array([0, 0]), np.array([2, 2])
    return tied(TABLES, (low, high), FIRST, WEIGHTS)


def test_units_that_choose_each_other_tie_their_sentences() -> None:
    mutual = found()[0]
    assert list(zip(mutual.source, mutual.target)) == [(0, 0), (0, 1), (1, 1)]
    # the second unit weighs a half, its partner a quarter
    assert mutual.strength == pytest.approx([0.9, 0.8 * 0.125**0.5, 0.7])


def test_a_unit_is_tied_as_firmly_as_the_next_best_sentence_is_worse() -> None:
    _, source, target = found()
    assert list(zip(source.source, source.target)) == [(0, 0), (0, 1), (1, 1)]
    assert source.strength == pytest.approx([0.7, 0.8 * 0.5, 0.3])
    assert list(zip(target.source, target.target)) == [(0, 0), (1, 1), (0, 1)]
    assert target.strength == pytest.approx([0.5, 0.4, 0.8 * 0.25])


def test_nothing_to_tie() -> None:
    empty = np.zeros((0, 0), np.float32)
    nothing = np.zeros(0, np.float32)
    first = np.array([0, 0]), np.array([0, 0])
    ties = tied([empty], (np.array([0]), np.array([1])), first, (nothing, nothing))
    assert [len(one.strength) for one in ties] == [0, 0, 0]


def test_beads_keep_ties_inside_or_cut_them() -> None:
    lattice = all_beads(full(2, 2))
    ties = Ties(np.array([1, 0, 0]), np.array([1, 1, 0]), np.array([4.0, 2.0, 1.0]))
    inside, cut = tie_columns(lattice, ties)
    shapes = zip(lattice.row, lattice.column, lattice.source, lattice.target)
    bead = {tuple(map(int, shape)): number for number, shape in enumerate(shapes)}
    first, last, whole = bead[0, 0, 1, 1], bead[1, 1, 1, 1], bead[0, 0, 2, 2]
    # 2 leads from the first source sentence to the second target sentence
    assert inside[[first, last, whole]].tolist() == [1, 4, 7]
    assert cut[[first, last, whole]].tolist() == [2, 2, 0]


def test_a_window_holds_what_the_beads_of_a_sentence_may_face() -> None:
    low, high = windows(all_beads(full(2, 3)))
    assert (low.tolist(), high.tolist()) == ([0, 0], [3, 3])
