from __future__ import annotations

import pytest

from qa.checks.format import RULES
from tests.qa.checks.cases import cases, marked, unit


@pytest.mark.parametrize(("rule", "chinese", "english", "expected"), cases("format"))
def test_cases(rule: str, chinese: str, english: str, expected: str) -> None:
    assert marked(RULES, rule, unit(chinese, english)) == expected


def test_chinese_as_target() -> None:
    pair = unit("他来了 。", "He  came.", source="en")
    assert marked(RULES, "format.space", pair) == " "
    assert marked(RULES, "format.fullwidth", pair) == "-"
