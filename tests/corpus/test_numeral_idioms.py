from __future__ import annotations

from fractions import Fraction

import pytest

from corpus.numeral_idioms import dictionary_role, sayings, weight_of
from corpus.scan import Reading, Scan


@pytest.mark.parametrize(
    ("text", "numeral", "value", "weight"),
    [
        ("三名工人", "三", 3, "plain"),
        ("四川盆地", "四", 4, "silent"),
        ("百姓生活", "百", 100, "silent"),
        ("百名人才", "百", 100, "plain"),
        ("每万人口", "万", 10_000, "plain"),
        ("千叶先生", "千", 1000, "silent"),
        ("两个案例", "两", 2, "soft"),
        ("一个案例", "一", 1, "silent"),
        ("第一批", "一", 1, "soft"),
        ("第二天", "二", 2, "soft"),
        ("第五届", "五", 5, "plain"),
        ("十二生肖", "十二", 12, "plain"),
        ("三十六计", "三十六", 36, "hard"),
    ],
)
def test_weights(text: str, numeral: str, value: int, weight: str) -> None:
    start = text.index(numeral)
    reading = Reading(text, start, start + len(numeral), numeral, Fraction(value))
    assert weight_of(reading) == weight


@pytest.mark.parametrize(
    ("text", "numeral", "role"),
    [("一起去", "一", "idiom"), ("千方百计", "百", "idiom"), ("两国", "两", "word"),
     ("五邦", "五", "")],
)
def test_the_dictionary_says_what_is_no_number(text: str, numeral: str, role: str) -> None:
    start = text.index(numeral)
    assert dictionary_role(text, start, start + 1) == role


@pytest.mark.parametrize(
    "text", ["十分重要", "千万不要", "万一", "百分百", "双十一", "十一黄金周"]
)
def test_sayings_are_taken(text: str) -> None:
    scan = Scan(text)
    assert all(number.weight == "silent" for number in sayings(scan))
    assert not scan.is_free(0, 2)


def test_ten_minutes_are_no_saying() -> None:
    scan = Scan("十分钟和五百万")
    assert list(sayings(scan)) == []
    assert scan.is_free(0, 7)


@pytest.mark.parametrize(
    ("text", "kind", "low", "high", "unit"),
    [
        ("数以万计", "count", 10_000, 99_999, ""),
        ("成百上千", "count", 100, 9_999, ""),
        ("减少一半", "fraction", Fraction(1, 2), Fraction(1, 2), ""),
        ("二战", "ordinal", 2, 2, "world war"),
        ("路易十四世", "ordinal", 14, 14, "of the name"),
    ],
)
def test_sayings_that_hold_a_number(
    text: str, kind: str, low: Fraction, high: Fraction, unit: str
) -> None:
    [number] = sayings(Scan(text))
    assert (number.kind, number.value, number.upper, number.unit) == (kind, low, high, unit)
    assert number.weight == "silent"


@pytest.mark.parametrize("text", ["前三世为人", "一生一世", "一半天就回", "一战成名"])
def test_what_looks_like_such_a_saying(text: str) -> None:
    assert list(sayings(Scan(text))) == []


def test_halves_of_a_year() -> None:
    numbers = list(sayings(Scan("下半年")))
    assert [(number.kind, number.value) for number in numbers] == [
        ("ordinal", 2), ("fraction", Fraction(1, 2)), ("measure", 6),
    ]
