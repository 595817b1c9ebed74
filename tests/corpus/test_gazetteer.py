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


def test_poets_and_other_writings_are_names() -> None:
    pushkin = listed_name("普希金")
    assert pushkin is not None and pushkin[0] == "person" and "pushkin" in pushkin[1]
    churchill = listed_name("丘吉尔")       # variant of 邱吉尔
    assert churchill is not None and "churchill" in churchill[1]
    # letters of the country are none of his: US president
    reagan = listed_name("里根")
    assert reagan is not None and reagan[1] == {"ronald", "reagan"}
