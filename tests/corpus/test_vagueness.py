from __future__ import annotations

import re

import pytest

from corpus.vagueness import chinese_vagueness, english_vagueness


@pytest.mark.parametrize(
    ("text", "unit", "vague"),
    [
        ("超过50人", "", "over"),
        ("不少于50人", "", "over"),
        ("近50人", "", "under"),
        ("将近50年", "year", "under"),
        ("近50年来", "year", ""),           # the past fifty years
        ("附近50人", "", ""),               # 近 belongs to 附近
        ("约50人", "", "about"),
        ("50人左右", "", "about"),
        ("50人以上", "", "over"),
        ("50人以下", "", "under"),
        ("50人和30岁以上", "", ""),          # 以上 belongs to the next number
        ("多达50人", "", ""),
    ],
)
def test_chinese(text: str, unit: str, vague: str) -> None:
    number = re.search("50", text)
    assert number is not None
    assert chinese_vagueness(text, *number.span(), unit) == vague


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("more than 50 people", "over"),
        ("50 or more people", "over"),
        ("50-odd people", "over"),
        ("nearly 50 people", "under"),
        ("no more than 50 people", "under"),
        ("about 50 people", "about"),
        ("up to 50 people", ""),            # 多达50人
        ("50 people", ""),
    ],
)
def test_english(text: str, vague: str) -> None:
    number = re.search("50", text)
    assert number is not None
    assert english_vagueness(text, *number.span()) == vague
