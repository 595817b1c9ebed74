from __future__ import annotations

from fractions import Fraction

import pytest

from corpus.scan import Reading
from corpus.suffixes_chinese import read_more, read_suffix


def read(text: str, numeral: str, value: int) -> Reading:
    start = text.index(numeral)
    end = start + len(numeral)
    reading = Reading(text, start, end, numeral, Fraction(value), stop=end)
    read_more(reading)
    read_suffix(reading)
    return reading


@pytest.mark.parametrize(
    ("text", "numeral", "value", "kind", "result", "unit"),
    [
        ("三分之二", "三", 3, "fraction", Fraction(2, 3), ""),
        ("百分之12.5", "百", 100, "percent", Fraction(1, 8), ""),
        ("5个百分点", "5", 5, "percent", Fraction(1, 20), ""),
        ("七成半", "七", 7, "percent", Fraction(3, 4), ""),
        ("三成为", "三", 3, "count", 3, ""),                 # 成为 "become"
        ("八折", "八", 8, "percent", Fraction(4, 5), ""),
        ("三倍半", "三", 3, "multiple", Fraction(7, 2), ""),
        ("翻两番", "两", 2, "multiple", 4, ""),
        ("80年代", "80", 80, "decade", 80, ""),
        ("20世纪", "20", 20, "century", 20, ""),
        ("2个世纪", "2", 2, "measure", 2, "century"),
        ("1980年", "1980", 1980, "year", 1980, ""),
        ("100年", "100", 100, "measure", 100, "year"),
        ("3月", "3", 3, "month", 3, ""),
        ("3个月", "3", 3, "measure", 3, "month"),
        ("5月20号", "20", 20, "day", 20, ""),
        ("3号楼", "3", 3, "count", 3, ""),
        ("三个半小时", "三", 3, "measure", Fraction(7, 2), "hour"),
        ("两年半", "两", 2, "measure", Fraction(5, 2), "year"),
        ("一米八的个子", "一", 1, "measure", Fraction(9, 5), "m"),
        ("3000元", "3000", 3000, "money", 3000, "CNY"),
        ("2020文化节", "2020", 2020, "year", 2020, ""),
        ("2020个节目", "2020", 2020, "count", 2020, ""),
    ],
)
def test_what_follows_decides(
    text: str, numeral: str, value: int, kind: str, result: Fraction | int, unit: str
) -> None:
    reading = read(text, numeral, value)
    assert (reading.kind, reading.value, reading.unit) == (kind, result, unit)


def test_more_than() -> None:
    reading = read("150余万人", "150", 150)
    assert (reading.value, reading.vague, reading.quantity().text) == (1_500_000, "over", "150余万")


def test_one_in_ten() -> None:
    assert read("十分之一", "十", 10).also == (10,)


def test_growth_by_three_times_is_four_times() -> None:
    assert read("增长3倍", "3", 3).also == (4, 2)
