from __future__ import annotations

from fractions import Fraction

import pytest

from corpus.units import (
    CHINESE_MONEY,
    CHINESE_UNITS,
    ENGLISH_UNITS,
    UNITS,
    dimension,
    english_money,
    english_unit,
    in_base,
    same_currency,
)


def test_every_named_unit_is_known() -> None:
    assert set(CHINESE_UNITS.values()) <= set(UNITS)
    assert set(ENGLISH_UNITS.values()) <= set(UNITS)


@pytest.mark.parametrize(
    ("value", "unit", "base"),
    [
        (15, "mu", Fraction(10_000)),       # 15 亩 are a hectare
        (1, "hectare", Fraction(10_000)),
        (1, "jin", Fraction(1, 2)),         # 1 斤 is half a kilogram
        (2, "li", Fraction(1000)),          # 2 里 are a kilometre
        (212, "°F", Fraction(100)),
        (1, "decade", Fraction(3650)),
    ],
)
def test_base_units(value: int, unit: str, base: Fraction) -> None:
    assert in_base(Fraction(value), unit) == base


@pytest.mark.parametrize(
    ("name", "unit"),
    [("years", "year"), ("Year", "year"), ("feet", "foot"), ("square  kilometres", "km²"),
     ("centuries", "century"), ("km", "km"), ("taels", "liang")],
)
def test_english_units_in_any_form(name: str, unit: str) -> None:
    assert english_unit(name) == unit


def test_money() -> None:
    assert english_money("US dollars") == "USD"
    assert english_money("yuan") == CHINESE_MONEY["元"] == "CNY"
    assert same_currency("USD", "dollar")
    assert same_currency("HKD", "dollar")
    assert same_currency("CNY", "¥")
    assert same_currency("", "EUR")         # 100块 names no currency
    assert not same_currency("CNY", "dollar")
    assert not same_currency("EUR", "GBP")


def test_dimensions() -> None:
    assert dimension("mu") == dimension("acre") == "area"
    assert dimension("USD") == ""
