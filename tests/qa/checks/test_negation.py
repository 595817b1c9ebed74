from __future__ import annotations

import pytest

from qa.checks.negation import RULES
from tests.qa.checks.cases import cases, marked, unit


@pytest.mark.parametrize(("rule", "chinese", "english", "expected"), cases("negation"))
def test_cases(rule: str, chinese: str, english: str, expected: str) -> None:
    assert marked(RULES, rule, unit(chinese, english)) == expected


def test_graver_where_nothing_speaks_for_it() -> None:
    (rule,) = RULES
    alone = rule.findings(unit("他来了。", "He did not come."))
    among = rule.findings(unit("他没有走，他来了。", "He didn't go and he did not come."))
    assert [finding.severity for finding in (*alone, *among)] == ["error", "warning"]
