from __future__ import annotations

import pytest

from corpus.quantity_match import compare
from corpus.rates import other_rate


def rates(chinese: str, english: str) -> tuple[str, str] | None:
    [(c, e)] = compare(chinese, english).matched
    found = other_rate(c, e, chinese, english)
    return None if found is None else (found[0].text.strip(), found[1].text.strip())


@pytest.mark.parametrize(
    ("chinese", "english", "expected"),
    [
        ("工资6000元/月", "paid 6,000 yuan a day", ("/月", "a day")),
        ("工资6000元/月", "paid 6,000 yuan a month", None),
        ("时速350公里", "350 km a minute", ("时速", "a minute")),
        ("时速350公里", "350 km/h", None),
        ("每月每平方米2.8元", "2.8 yuan per square metre per year", ("每月", "per year")),
        ("每月每平方米2.8元", "2.8 yuan per square metre per month", None),
        ("月薪6000元", "a salary of 6,000 yuan", None),          # English leaves it unsaid
        ("存了6000元", "saved 6,000 yuan a year", None),          # … and Chinese
        ("一天卖出2000只烤鸭", "sells 2,000 roast ducks a month", ("一天", "roast ducks a month")),
        ("每天早起，花了6000元", "paid 6,000 yuan a month", None),   # of another clause
        ("每周花6000元", "paid 6,000 yuan a day later", None),
    ],
)
def test_what_a_number_is_counted_by(
    chinese: str, english: str, expected: tuple[str, str] | None
) -> None:
    assert rates(chinese, english) == expected
