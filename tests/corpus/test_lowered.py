from __future__ import annotations

import sys

from corpus.lowered import lowered


def test_places_hold() -> None:
    assert lowered("İzmir's NOT far") == "izmir's not far"


def test_no_letter_becomes_longer() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert len(lowered(every)) == len(every)
