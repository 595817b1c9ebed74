"""Documents as people have them, against beads that a person made (``tests/documents/``)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.documents.result import HERE, result

_KNOWN = "known failure: "


def documents() -> Iterator[object]:
    for beads in sorted(HERE.glob("*.beads")):
        (document,) = (path for path in HERE.glob(f"{beads.stem}.*") if path != beads)
        wanted = beads.read_text(encoding="utf-8")
        known = wanted.startswith(_KNOWN)
        reason, _, rest = wanted.partition("\n") if known else ("", "", wanted)
        marks = pytest.mark.xfail(reason=reason) if known else ()
        yield pytest.param(document, rest, id=beads.stem, marks=marks)


@pytest.mark.parametrize(("document", "wanted"), [*documents()])
def test_every_bead_is_as_a_person_makes_it(document: Path, wanted: str) -> None:
    assert result(document) == wanted
