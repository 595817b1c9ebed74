from __future__ import annotations

import numpy as np

from corpus.beginnings import characters, runs

_TEXT = "aé中\U00020000"


def test_characters_of_every_length() -> None:
    data = np.frombuffer(_TEXT.encode(), dtype=np.uint8)
    assert list(map(chr, characters(data, np.array([0, 1, 3, 6])))) == list(_TEXT)


def test_lines_of_one_character_are_a_run() -> None:
    first = np.array(list(map(ord, "中中人中")))
    found = runs(np.array([1, 8, 15, 20]), 27, first)
    assert found == {"中": ((1, 15), (20, 27)), "人": ((15, 20),)}


def test_a_line_may_be_looked_up_by_two_characters() -> None:
    one, other = (np.array(list(map(ord, some))) for some in ("幾幾几", "几几几"))
    assert runs(np.arange(3), 3, one, other) == {"幾": ((0, 2),), "几": ((0, 2), (2, 3))}


def test_no_lines() -> None:
    assert runs(np.arange(0), 0, np.arange(0)) == {}
