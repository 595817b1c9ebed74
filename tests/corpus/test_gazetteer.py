from __future__ import annotations

import pytest

from corpus.cedict import dictionary_text
from corpus.gazetteer import (
    english_words,
    is_common,
    is_proper,
    listed_name,
    longest_listed,
    places_in_english,
    small_words,
)


@pytest.mark.parametrize(
    ("word", "kind", "key"),
    [
        ("北京", "place", "beijing"),
        ("澳门", "place", "macao"),
        ("比利时", "place", "belgi"),
        ("普京", "person", "putin"),
        ("世界知识产权组织", "organisation", "wipo"),
        ("卢旺达", "place", "rwanda"),
    ],
)
def test_listed(word: str, kind: str, key: str) -> None:
    listed = listed_name(word)
    assert listed is not None
    assert listed[0] == kind
    assert key in listed[1]


@pytest.mark.parametrize("word", ["和平", "创新", "海洋", "英语", "T字裤", ""])
def test_not_listed(word: str) -> None:
    assert listed_name(word) is None


def test_words() -> None:
    assert is_common("和平")
    # listed as names, and yet too common
    assert is_proper("朝阳") and is_common("朝阳")
    assert longest_listed().get("世界", 0) >= len("世界知识产权组织")
    assert longest_listed().get("创新", 0) == 0
    assert "railway" in english_words()
    assert "belgium" not in english_words()
    assert "montevideo" in places_in_english()
    assert "railway" not in places_in_english()


def test_the_kept_words_are_those_of_the_dictionary() -> None:
    assert english_words() == frozenset(small_words(dictionary_text()))
