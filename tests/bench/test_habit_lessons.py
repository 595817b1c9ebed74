"""How often words stay alone in right pairs: pairs made by hand."""

from __future__ import annotations

from math import log
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from habit_lessons import HabitLessons

from corpus.words import Word
from qa.coverage_words import Decided


def compared(*likeness: tuple[str, float]) -> Any:
    """A pair with these Chinese words, each so like its counterpart."""
    words = tuple(Word(text, 0, len(text)) for text, _ in likeness)
    evidence = np.array([[like] for _, like in likeness])
    own = SimpleNamespace(words=words, weights=np.ones(len(words)), evidence=evidence)
    nothing = Decided()
    return SimpleNamespace(matched=(own, own), decided=(nothing, nothing))


def sample(kind: str, document: str) -> Any:
    return SimpleNamespace(kind=kind, group=document)


MET, ALONE = ("法律", 0.9), ("道", 0.0)
FOUND = [
    sample("right", "one"), sample("right", "two"),
    sample("clause-en", "two"), sample("right", "three"),
]  # fmt: skip
COMPARED = [
    compared(MET, ALONE), compared(MET, ALONE), compared(("法律", 0.0)), compared(("拤", 0.0)),
]  # fmt: skip


def test_words_of_right_pairs_of_two_documents_have_a_habit() -> None:
    lessons = HabitLessons(FOUND, COMPARED, "zh")
    habits = lessons.learn(lambda document: True)
    # 拤 stands in one document; in three of five places a word is alone
    assert list(habits) == ["法律", "道"]
    usual = 3 / 5
    assert habits["法律"] == pytest.approx(log(6 / (2 + 4)) - log(usual / (1 - usual)))
    assert habits["道"] == pytest.approx(log((2 + 6) / 4) - log(usual / (1 - usual)))


def test_documents_that_are_not_allowed_teach_nothing() -> None:
    lessons = HabitLessons(FOUND, COMPARED, "zh")
    assert lessons.learn(lambda document: document != "two") == {}
