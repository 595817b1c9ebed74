"""How much English each kind of Chinese word takes: pairs made by hand."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from length_lessons import LengthLessons

from corpus.words import Word
from qa.coverage_lengths import KINDS


def compared(commas: int, figures: int, english: int) -> Any:
    """A pair of so many commas and figures, and so many English words of weight 1."""
    chinese = tuple([Word("，", 0, 1)] * commas + [Word("25", 0, 2)] * figures)
    there = SimpleNamespace(words=(Word("words", 0, 5),) * english, weights=np.ones(english))
    return SimpleNamespace(matched=(SimpleNamespace(words=chinese), there))


def test_what_a_kind_takes_is_read_off_right_pairs_that_are_allowed() -> None:
    # each figure takes two words, a comma none; the cut pair and the one not allowed say nothing
    rows = [("right", 0, 8, 16), ("right", 9, 8, 16), ("cut", 0, 8, 1), ("right", 9, 0, 90)] * 25
    found: Any = [SimpleNamespace(kind=kind) for kind, *_ in rows]
    lessons = LengthLessons(found, [compared(*sizes) for _, *sizes in rows])
    taken = lessons.learn(np.array([True, True, True, False] * 25)).letters
    named = dict(zip(KINDS, taken.tolist()))
    assert named["figures"] == pytest.approx(2, abs=0.1)
    assert named["comma"] == pytest.approx(0, abs=0.1)
    # of a kind that was never seen nothing is known but what is usual
    assert named["four rare"] == pytest.approx(0.6, abs=0.001)
