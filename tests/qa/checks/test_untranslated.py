from __future__ import annotations

import pytest

from qa.checks.untranslated import RULES
from tests.qa.checks.cases import cases, marked, unit


@pytest.mark.parametrize(("rule", "chinese", "english", "expected"), cases("untranslated"))
def test_cases(rule: str, chinese: str, english: str, expected: str) -> None:
    assert marked(RULES, rule, unit(chinese, english)) == expected


def test_chinese_as_target_may_hold_chinese() -> None:
    pair = unit("世界知识产权组织", "", source="en")
    assert marked(RULES, "untranslated.empty", pair) == "-"
    assert marked(RULES, "untranslated.residue", pair) == "-"


def test_english_left_in_a_chinese_target() -> None:
    pair = unit("他说 he will be back by the end of May。", "He will be back.", source="en")
    assert marked(RULES, "untranslated.residue", pair) == "he will be back by the end of May"
    pair = unit("世界知识产权组织（World Intellectual Property Organization）", "WIPO", source="en")
    assert marked(RULES, "untranslated.residue", pair) == "-"
