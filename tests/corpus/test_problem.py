from __future__ import annotations

import pytest

from corpus.errors import InputError
from corpus.problem import Problem, refusing


def test_in_words() -> None:
    assert str(Problem("a.b", "no xml:lang on the second tuv", 312)) == (
        "unit 312: no xml:lang on the second tuv"
    )
    assert str(Problem("a.b", "no header")) == "no header"


def test_its_place() -> None:
    assert Problem("a.b", "x").at("m.tmx") == "m.tmx"
    assert Problem("a.b", "x", line=7).at("m.tmx") == "m.tmx:7"
    assert Problem("a.b", "x", line=7, column=3).at("m.tmx") == "m.tmx:7:3"


def test_refusing() -> None:
    with pytest.raises(InputError) as caught:
        refusing("m.tmx")(Problem("a.b", "both segments are empty", 2, 9))
    assert str(caught.value) == "m.tmx:9: unit 2: both segments are empty"
