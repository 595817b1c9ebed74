from __future__ import annotations

from fractions import Fraction

import pytest

from corpus.numerals_english import english_quantities
from tests.corpus.quantity_cases import cases, written


@pytest.mark.parametrize(("text", "expected"), cases("quantities_english"))
def test_quantities_of_a_text(text: str, expected: str) -> None:
    assert written(english_quantities(text)) == expected


@pytest.mark.parametrize("text", ["", "Nothing to count here.", "…", " "])
def test_texts_without_numbers_hold_nothing(text: str) -> None:
    assert english_quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [("5 millionmillion", [5]), ("2 hundred million", [200_000_000])],
)
def test_scales_are_parted(text: str, values: list[int]) -> None:
    assert [number.value for number in english_quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [("one ten-thousandth", "fraction", Fraction(1, 10_000)),
     ("the ten-thousandth visitor", "ordinal", Fraction(10_000)),
     ("one hundredth", "fraction", Fraction(1, 100))],
)
def test_parts_below_a_thousandth(text: str, kind: str, value: Fraction) -> None:
    assert [(number.kind, number.value) for number in english_quantities(text)] == [(kind, value)]


def test_a_long_s_is_no_letter_of_a_number() -> None:
    assert english_quantities("ſeveral millionſ") == ()


def test_spans_point_at_the_number() -> None:
    text = "The value has surpassed $79.4 trillion since 2019."
    assert [text[number.start : number.end] for number in english_quantities(text)] == [
        "$79.4 trillion", "2019",
    ]


@pytest.mark.parametrize(
    ("text", "weight"),
    [("860,000 people", "hard"), ("nine academicians", "plain"), ("the first cohort", "soft"),
     ("one of them", "silent"), ("he may go", "silent"), ("in May", "plain")],
)
def test_how_surely_a_number_must_be_said(text: str, weight: str) -> None:
    found = english_quantities(text)
    assert (found[0].weight if found else "silent") == weight
