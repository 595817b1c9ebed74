"""Data files of installed packages, found without importing the package.

``import jieba`` costs a quarter of a second for ``pkg_resources`` alone, ``import pypinyin``
half a second for tables of which a document needs a few entries.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def data_file(package: str, *parts: str) -> Path:
    """Where a package keeps a file; ModuleNotFoundError if it is not installed."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"No package named {package!r}", name=package)
    return Path(spec.submodule_search_locations[0], *parts)
