"""The measurements are scripts beside each other, so their folder is where they import from."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

# at the end: some have names that packages have as well
sys.path.append(str(Path(__file__).parent.parent.parent / "bench"))


@pytest.fixture
def plain_numba(monkeypatch: pytest.MonkeyPatch) -> None:
    """What numba compiles runs as the plain Python that it is: the extra is not needed."""
    numba = ModuleType("numba")
    numba.njit = lambda **options: lambda function: function  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "numba", numba)
    monkeypatch.delitem(sys.modules, "sums", raising=False)
