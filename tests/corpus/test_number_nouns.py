from __future__ import annotations

from fractions import Fraction

import pytest

from corpus.number_nouns import NOUN_WORDS, number_nouns, number_phrases
from corpus.scan import Scan


@pytest.mark.parametrize(
    ("text", "value", "upper"),
    [
        ("half a million", 500_000, 500_000),
        ("a quarter of a billion", 250_000_000, 250_000_000),
        ("tens of thousands", 10_000, 99_999),
        ("hundreds", 100, 999),
        ("a couple of thousand", 1000, 9000),
        ("a day or two", 2, 2),
    ],
)
def test_phrases(text: str, value: int, upper: int) -> None:
    [number] = number_phrases(Scan(text, NOUN_WORDS))
    assert (number.value, number.upper) == (value, upper)


def test_a_year_and_a_half() -> None:
    [number] = number_phrases(Scan("a year and a half", NOUN_WORDS))
    assert (number.kind, number.value, number.unit) == ("measure", Fraction(3, 2), "year")


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [("both sides", "count", 2, ""), ("twice", "multiple", 2, ""),
     ("a decade", "measure", 10, "year"), ("World War II", "ordinal", 2, "world war"),
     ("Elizabeth I visited", "ordinal", 1, "of the name"),
     ("tripled", "multiple", 3, "")],
)
def test_words_with_a_number_in_them(text: str, kind: str, value: int, unit: str) -> None:
    [number] = number_nouns(Scan(text, NOUN_WORDS))
    assert (number.kind, number.value, number.unit, number.weight) == (kind, value, unit, "silent")


def test_half_an_hour_is_a_measure() -> None:
    [number] = number_nouns(Scan("half an hour", NOUN_WORDS))
    assert (number.kind, number.value, number.unit, number.weight) == (
        "measure", Fraction(1, 2), "hour", "soft",
    )


def test_a_roman_numeral_in_a_row_is_said() -> None:
    [number] = number_nouns(Scan("Part I", NOUN_WORDS))
    assert (number.value, number.weight, number.unit) == (1, "plain", "")


def test_the_pronoun_i_is_no_roman_numeral() -> None:
    assert list(number_nouns(Scan("then I said", NOUN_WORDS))) == []
