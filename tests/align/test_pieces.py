from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.pieces import Piece, pieces


def sentences(count: int, seed: int) -> NDArray[np.float32]:
    """Unit vectors that have nothing in common."""
    rows = np.random.default_rng(seed).normal(size=(count, 64)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@dataclass
class Known:
    """A side whose vectors are there already."""

    rows: NDArray[np.float32]

    @property
    def count(self) -> int:
        return len(self.rows)

    def vectors(self, start: int, stop: int) -> NDArray[np.float32]:
        return self.rows[start:stop]


def cuts(source: NDArray[np.float32], target: NDArray[np.float32], size: int) -> list[Piece]:
    return list(pieces(Known(source), Known(target), size))


def test_a_short_document_is_one_piece() -> None:
    assert cuts(sentences(3, 1), sentences(5, 2), 200) == [((0, 3), (0, 5))]
    assert cuts(sentences(0, 1), sentences(5, 2), 200) == [((0, 0), (0, 5))]


def test_pieces_follow_each_other_and_meet_where_the_sides_do() -> None:
    source = sentences(1000, 1)
    target = np.concatenate([source[:300], sentences(20, 2), source[300:]])
    found = cuts(source, target, 200)
    assert len(found) >= 3
    assert found[0][0][0] == found[0][1][0] == 0
    assert found[-1][0][1] == 1000 and found[-1][1][1] == 1020
    for ((_, bottom), (_, right)), ((top, _), (left, _)) in zip(found, found[1:]):
        assert (bottom, right) == (top, left)
        assert right - bottom == (0 if bottom <= 300 else 20)


def test_a_missing_half_is_stepped_over() -> None:
    source = sentences(1200, 1)
    target = np.concatenate([source[:100], source[700:]])
    found = cuts(source, target, 200)
    assert found[-1][0][1] == 1200 and found[-1][1][1] == 600
    for (_, bottom), (_, right) in found[:-1]:
        assert bottom - right in (0, 600)


def test_without_a_meeting_all_is_one_piece() -> None:
    assert cuts(sentences(500, 1), sentences(700, 2), 200) == [((0, 500), (0, 700))]


def test_a_window_never_outgrows_the_memory() -> None:
    # nothing meets, in texts longer than the widest window: still cut, and nothing lost
    found = cuts(sentences(9000, 1), sentences(9500, 2), 1500)
    assert len(found) > 1
    assert found[0][0][0] == found[0][1][0] == 0
    assert found[-1][0][1] == 9000 and found[-1][1][1] == 9500
    for ((_, bottom), (_, right)), ((top, _), (left, _)) in zip(found, found[1:]):
        assert (bottom, right) == (top, left)
        assert bottom > 0 and right > 0
