"""Case files of quantities: one text a line, tab-parted, in ``cases/NAME.tsv``.

Columns: text, its quantities, and why the line is there. A quantity is written
``86万=count 860000`` (text, kind, value, then unit and vagueness if any), several are parted
by `` ; ``, none is ``-``. Silent quantities (一 in 一起) are not listed. A time is ``14:30``,
a magnitude ``100..900``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from corpus.quantities import Quantity

_FOLDER = Path(__file__).parent / "cases"


def cases(name: str) -> list[object]:
    """The lines of a case file as pytest parameters: text, quantities as written."""
    found: list[object] = []
    lines = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        *columns, why = line.split("\t")
        known = pytest.mark.xfail(strict=True) if why.startswith("known:") else ()
        found.append(pytest.param(*columns, id=f"line{number}", marks=known))
    return found


def written(quantities: Iterable[Quantity]) -> str:
    """Quantities as the case files write them, silent ones left out."""
    return " ; ".join(_one(number) for number in quantities if number.weight != "silent") or "-"


def _one(number: Quantity) -> str:
    value = str(number.value)
    if number.kind == "time":
        value = f"{int(number.value) // 60}:{int(number.value) % 60:02d}"
    if number.vague == "few":
        value = f"{number.value}..{number.upper}"
    more = [part for part in (number.unit, number.vague) if part and part != "few"]
    return f"{number.text.strip()}={' '.join([number.kind, value, *more])}"
