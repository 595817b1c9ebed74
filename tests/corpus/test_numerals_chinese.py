from __future__ import annotations

import pytest

from corpus.numerals_chinese import chinese_quantities
from tests.corpus.quantity_cases import cases, written


@pytest.mark.parametrize(("text", "expected"), cases("quantities_chinese"))
def test_quantities_of_a_text(text: str, expected: str) -> None:
    assert written(chinese_quantities(text)) == expected


@pytest.mark.parametrize("text", ["", "今天下雨", "……", "\N{IDEOGRAPHIC SPACE}"])
def test_texts_without_numerals_hold_nothing(text: str) -> None:
    assert chinese_quantities(text) == ()


def test_spans_point_at_the_number() -> None:
    text = "截至2023年底，人才规模增长至86万人"
    assert [text[number.start : number.end] for number in chinese_quantities(text)] == [
        "2023年", "86万",
    ]


@pytest.mark.parametrize(
    ("text", "weight"),
    [("86万人", "hard"), ("三名工人", "plain"), ("4个方面", "plain"), ("两大浪潮", "soft"),
     ("一个人", "silent"), ("一带一路", "silent"), ("25日表示", "plain"), ("7月25日", "plain")],
)
def test_how_surely_a_number_must_be_said(text: str, weight: str) -> None:
    assert chinese_quantities(text)[0].weight == weight
