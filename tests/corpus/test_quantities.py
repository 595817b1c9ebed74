from __future__ import annotations

from fractions import Fraction

import pytest

from corpus.quantities import Quantity, figure, in_order, lighter, said


def quantity(kind: str, value: Fraction | int, **more: object) -> Quantity:
    return Quantity(kind, Fraction(value), 0, 1, "x", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Fraction("79.4") * 10**12, "79.4 trillion"),
        (Fraction(860_000), "860,000"),
        (Fraction(4_176_000), "4.176 million"),
        (Fraction(1_234_567), "1,234,567"),      # never rounded: messages are exact
        (Fraction(2, 3), "2/3"),
        (Fraction(1, 4), "0.25"),
    ],
)
def test_figures_as_an_english_reader_writes_them(value: Fraction, words: str) -> None:
    assert figure(value) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (quantity("month", 5), "May"),
        (quantity("weekday", 7), "Sunday"),
        (quantity("time", 870), "14:30"),
        (quantity("year", 2025), "2025"),
        (quantity("decade", 80), "the 80s"),
        (quantity("century", 18), "century 18"),
        (quantity("day", 20), "day 20"),
        (quantity("ordinal", 5), "No. 5"),
        (quantity("percent", Fraction(1, 20)), "5%"),
        (quantity("multiple", 2), "2 times"),
        (quantity("measure", 3, unit="year"), "3 years"),
        (quantity("measure", 1, unit="year"), "1 year"),
        (quantity("measure", 500, unit="mu"), "500 mu"),
        (quantity("count", 2000, vague="under"), "nearly 2,000"),
        (quantity("count", 100, vague="few", upper=Fraction(900)), "100 to 900"),
    ],
)
def test_quantities_in_words(number: Quantity, words: str) -> None:
    assert said(number) == words


def test_weights_have_an_order() -> None:
    assert lighter("hard", "soft") == "soft"
    assert lighter("silent", "plain") == "silent"


def test_order_is_by_place() -> None:
    late = Quantity("count", Fraction(1), 5, 6, "1")
    early = Quantity("count", Fraction(2), 0, 1, "2")
    assert in_order([late, early]) == [early, late]


def test_soft_and_top() -> None:
    assert quantity("count", 1, weight="silent").soft
    assert not quantity("count", 1, weight="plain").soft
    assert quantity("count", 3, vague="few", upper=Fraction(9)).top == 9
    assert quantity("count", 3, upper=Fraction(9)).top == 3
