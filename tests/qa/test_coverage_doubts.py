"""The stored weights of a word's signs fit their terms and point the right way."""

from __future__ import annotations

import json
from importlib.resources import files

import numpy as np
import pytest

from qa.coverage_around import COLUMNS as AROUND
from qa.coverage_doubts import AROUND_TERMS, SIGHTS, TERMS, doubts, terms
from qa.coverage_match import COLUMNS
from qa.coverage_model import Mode
from qa.unit import Tongue

STORED = json.loads((files("qa") / "data" / "words.json").read_text(encoding="utf-8"))
#: A word that is alone as often as others.
NONE = np.zeros(1)


def word(**known: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """A rare word that faces thirty others."""
    given = {"weight": 1.0, "size": 3.4, **known}
    columns = (*COLUMNS, *AROUND)
    return np.array([[given.get(name, 0.0) for name in columns]], dtype=np.float32)


#: What is known of a word with its like on the other side.
SURE = word(
    matched=0.9, best=0.9, anywhere=0.9, mutual=1, listed=0.25, matched_listed=0.25, content=1,
    second=0.2, shared=0.1,
)  # fmt: skip
#: ... with a synonym, ...
LIKE = word(matched=0.4, best=0.4, anywhere=0.4, mutual=1, content=1, second=0.2, shared=0.1)
#: ... and with nothing.
NOTHING = word(best=0.15, anywhere=0.15, second=0.12, shared=0.1)


@pytest.mark.parametrize("mode", ["full", "fast"])
def test_one_weight_for_each_term(mode: Mode) -> None:
    for tongue in ("zh", "en"):
        alone, around = (STORED[mode][tongue][sight]["weights"] for sight in SIGHTS)
        assert tuple(alone) == TERMS
        assert tuple(around) == AROUND_TERMS


def test_terms_are_what_they_are_called() -> None:
    given = word(matched=0.5, best=0.7, weight=0.5, size=2, listed=0.25, room=-0.5)
    found = dict(zip(AROUND_TERMS, terms(given, np.array([0.8]))[0]))
    assert found["room"] == -0.5
    assert found["matched>.35"] == pytest.approx(0.15)
    assert found["matched>.6"] == 0
    assert found["best>.6"] == pytest.approx(0.1)
    assert found["weight best"] == pytest.approx(0.35)
    assert found["size best"] == pytest.approx(1.4)
    assert found["listed"] == 1
    assert found["matched listed"] == 0
    assert found["habit"] == 0.8
    assert found["habit matched"] == pytest.approx(0.4)


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_the_less_like_the_more_doubt(tongue: Tongue) -> None:
    sure, like, nothing = (
        float(doubts("full", tongue, one, NONE)[0, 0]) for one in (SURE, LIKE, NOTHING)
    )
    assert sure < -1.5
    assert sure < like < nothing
    assert nothing > 1


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_without_vectors_the_dictionary_speaks(tongue: Tongue) -> None:
    kept, lost = (float(doubts("fast", tongue, one, NONE)[0, 0]) for one in (SURE, word()))
    assert kept < 0 < lost


@pytest.mark.parametrize("mode", ["full", "fast"])
@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_a_word_that_is_often_alone_is_doubted_less(mode: Mode, tongue: Tongue) -> None:
    often, hardly = (doubts(mode, tongue, NOTHING, np.array([habit]))[0] for habit in (1.0, -1.0))
    assert (often < hardly - 0.5).all()


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_a_word_whose_place_is_empty_is_doubted_more(tongue: Tongue) -> None:
    # a likeness of .2 where nothing stands free, and where as much stands free as here
    weak = {"best": 0.2, "anywhere": 0.2, "second": 0.15, "apart": 1.0}
    crowded, free = (
        doubts("full", tongue, word(room=room, **weak), NONE)[0] for room in (-2.0, 0.0)
    )
    assert crowded[0] == free[0]
    assert crowded[1] > free[1] + 1
