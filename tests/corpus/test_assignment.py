from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import numpy as np
import pytest

from corpus import assignment


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A scipy that keeps its solver in another place."""
    monkeypatch.setattr(assignment, "EXTENSION_SUFFIXES", [".elsewhere"])
    assignment._solver.cache_clear()
    yield
    assignment._solver.cache_clear()


def _answers() -> list[list[int]]:
    # the best cell of each row is in the first column; only one may have it
    table = np.array([[5.0, 4.0, 0.0], [6.0, 3.0, 1.0]])
    most = assignment.assigned(table, maximize=True)
    least = assignment.assigned(table.tolist())
    return [list(map(int, some)) for some in (*most, *least)]


def test_one_to_one() -> None:
    assert _answers() == [[0, 1], [1, 0], [0, 1], [2, 1]]


def test_the_usual_way_where_the_file_is_elsewhere(elsewhere: None) -> None:
    assert _answers() == [[0, 1], [1, 0], [0, 1], [2, 1]]


def test_the_rest_of_scipy_is_not_imported() -> None:
    code = (
        "import sys; from corpus.assignment import assigned; "
        "assigned([[1.0]]); print('scipy.linalg' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
