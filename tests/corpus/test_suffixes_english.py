from __future__ import annotations

from fractions import Fraction

import pytest

from corpus.scan import Reading
from corpus.suffixes_english import read_around


@pytest.mark.parametrize(
    ("text", "numeral", "value", "kind", "result", "unit"),
    [
        ("$79.4 trillion", "79.4 trillion", 79_400_000_000_000, "money", 79_400_000_000_000,
         "dollar"),
        ("three quarters of them", "three", 3, "fraction", Fraction(3, 4), ""),
        ("two-thirds", "two", 2, "fraction", Fraction(2, 3), ""),
        ("17 basis points", "17", 17, "percent", Fraction(17, 10_000), ""),
        ("5 per cent", "5", 5, "percent", Fraction(1, 20), ""),
        ("two and a half million", "two", 2, "count", 2_500_000, ""),
        ("five and a half hours", "five", 5, "measure", Fraction(11, 2), "hour"),
        ("three times", "three", 3, "multiple", 3, ""),
        ("20-year-old", "20", 20, "measure", 20, "year"),
        ("5 km", "5", 5, "measure", 5, "km"),
        ("five has", "five", 5, "count", 5, ""),            # "ha" is no hectare here
        ("3 won", "3", 3, "count", 3, ""),                  # the verb
        ("300 yuan", "300", 300, "money", 300, "CNY"),
    ],
)
def test_what_stands_around_decides(
    text: str, numeral: str, value: int, kind: str, result: Fraction | int, unit: str
) -> None:
    start = text.index(numeral)
    end = start + len(numeral)
    reading = Reading(text, start, end, numeral, Fraction(value), stop=end)
    read_around(reading)
    assert (reading.kind, reading.value, reading.unit) == (kind, result, unit)
