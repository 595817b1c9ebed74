"""One-to-one assignment by scipy, without the half second that ``import scipy.optimize`` takes.

The solver is one small file of compiled code that needs nothing but numpy. It is loaded by itself;
where scipy keeps it elsewhere, the usual way is taken.
"""

from __future__ import annotations

from functools import cache
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader
from importlib.util import module_from_spec, spec_from_file_location
from typing import Any

from corpus.installed import data_file

_NAME = "scipy.optimize._lsap"


def assigned(table: Any, *, maximize: bool = False) -> tuple[Any, Any]:
    """Rows and their columns, one to one, so that their cells sum to the least, or to the most."""
    rows, columns = _solver()(table, maximize=maximize)
    return rows, columns


@cache
def _solver() -> Any:
    try:
        return _by_itself().linear_sum_assignment
    except (ImportError, AttributeError):
        from scipy.optimize import linear_sum_assignment

        return linear_sum_assignment


def _by_itself() -> Any:
    for suffix in EXTENSION_SUFFIXES:
        path = data_file("scipy", "optimize", f"_lsap{suffix}")
        spec = spec_from_file_location(_NAME, path, loader=ExtensionFileLoader(_NAME, str(path)))
        if path.is_file() and spec is not None and spec.loader is not None:
            module = module_from_spec(spec)
            spec.loader.exec_module(module)
            return module
    raise ImportError(f"no file of {_NAME}")
