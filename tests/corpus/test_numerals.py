from __future__ import annotations

from fractions import Fraction

import pytest

from corpus.numerals import (
    chinese_number,
    english_number,
    roman_number,
    scale_value,
    single_value,
)


@pytest.mark.parametrize(
    ("numeral", "values"),
    [
        ("八十六万", [860_000]),
        ("二〇二五", [2025]),
        ("一九九八", [1998]),
        ("十二亿三千万", [1_230_000_000]),
        ("三万亿", [3 * 10**12]),
        ("一万二", [12_000]),
        ("两百五", [250]),
        ("一百零五", [105]),
        ("廿三", [23]),
        ("壹仟", [1000]),
        ("十八九", [18, 19]),
        ("三五", [3, 5]),
        ("二三十万", [200_000, 300_000]),
        ("十几", [11, 19]),
        ("几万", [10_000, 90_000]),
    ],
)
def test_chinese_numerals(numeral: str, values: list[int]) -> None:
    assert chinese_number(numeral) == tuple(Fraction(value) for value in values)


def test_decimals_in_characters() -> None:
    assert chinese_number("三点五") == (Fraction(7, 2),)


@pytest.mark.parametrize("text", ["", "十百", "点五", "三个"])
def test_no_numeral(text: str) -> None:
    assert chinese_number(text) is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty one", 21),
        ("two hundred and fifty thousand", 250_000),
        ("three million two hundred thousand", 3_200_000),
        ("twelve hundred", 1200),
        ("nineteen eighty four", 1984),
        ("one hundred twenty first", 121),
        ("860,000", 860_000),
    ],
)
def test_english_number_words(words: str, value: int) -> None:
    assert english_number(words.split()) == value


def test_roman_numerals_and_scales() -> None:
    assert [roman_number(text) for text in ("XI", "IV", "MMXXV", "ABC", "")] == [
        11, 4, 2025, None, None,
    ]
    assert scale_value("万亿") == 10**12


def test_single_values() -> None:
    assert single_value("１２") == 12
    assert single_value("十二") == 12
    assert single_value("十八九") is None
