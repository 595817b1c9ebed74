"""The dictionary: glosses as stems, remarks left out."""

from __future__ import annotations

import pytest

from corpus.lexicon import (
    CHINESE_FUNCTION_WORDS,
    FUNCTION_WORDS,
    broad_glosses,
    glosses,
    senses,
)
from corpus.words import stem


def test_senses_are_translations_without_remarks() -> None:
    found = senses("公司")
    assert any("company" in sense for sense in found)
    assert not any("CL:" in sense or "(" in sense or "[" in sense for sense in found)


@pytest.mark.parametrize(
    ("word", "gloss"), [("创新", "innovation"), ("專利", "patent"), ("北京", "Beijing")]
)
def test_glosses_are_stems(word: str, gloss: str) -> None:
    assert stem(gloss) in glosses(word)


def test_function_words_are_no_glosses() -> None:
    assert not glosses("创新") & {"to", "of", "the", "a"}


def test_an_unknown_word_has_none() -> None:
    assert glosses("人事司") == frozenset()
    assert senses("人事司") == []


def test_an_unknown_compound_has_those_of_its_parts() -> None:
    assert stem("intellectual") in broad_glosses("知识产权人才")
    assert stem("talent") in broad_glosses("知识产权人才")


def test_a_known_word_is_not_taken_apart() -> None:
    assert broad_glosses("技术") == glosses("技术")


def test_negations_and_quantities_carry_content() -> None:
    assert not CHINESE_FUNCTION_WORDS & set("不 没有 未 全 每 各 多 能 应".split())
    assert {"的", "以及", "我们"} <= CHINESE_FUNCTION_WORDS
    assert "the" in FUNCTION_WORDS
