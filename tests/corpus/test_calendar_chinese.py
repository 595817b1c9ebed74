from __future__ import annotations

from fractions import Fraction

import pytest

from corpus.calendar_chinese import chinese_calendar
from corpus.scan import Scan


def found(text: str) -> list[tuple[str, int | Fraction, str]]:
    return [
        (number.kind, number.value, number.weight) for number in chinese_calendar(Scan(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-05-20", [("year", 2025, "hard"), ("month", 5, "hard"), ("day", 20, "hard")]),
        ("2025-13-20", []),                                 # no date
        ("9·11事件", [("month", 9, "silent"), ("day", 11, "silent")]),
        ("五一假期", [("month", 5, "silent"), ("day", 1, "silent")]),
        ("五一三二", []),                                     # a row of digits
        ("周三", [("weekday", 3, "plain")]),
        ("一周三次", []),
        ("最后一个星期日", [("weekday", 7, "plain")]),
        ("“十四五”规划", [("ordinal", 14, "plain"), ("count", 5, "silent")]),
        ("十四五岁", []),                                     # fourteen or fifteen years
        ("民国元年", [("year", 1912, "plain")]),
        ("公元前5世纪", [("century", 5, "plain")]),
        ("下午2点半", [("time", 14 * 60 + 30, "plain")]),
        ("早上六点三刻", [("time", 6 * 60 + 45, "plain")]),
        ("24时整", [("time", 0, "plain")]),
        ("三点建议", []),                                     # three suggestions
        ("比分是3:2", []),                                    # a score has no minutes
    ],
)
def test_calendar(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert found(text) == expected
