from __future__ import annotations

import pytest

from qa.checks.negation import RULES
from tests.qa.checks.cases import cases, marked, unit


@pytest.mark.parametrize(("rule", "chinese", "english", "expected"), cases("negation"))
def test_cases(rule: str, chinese: str, english: str, expected: str) -> None:
    assert marked(RULES, rule, unit(chinese, english)) == expected


@pytest.mark.parametrize(
    ("chinese", "english", "severity"),
    [
        ("他来了。", "He did not come.", "error"),
        ("会议没有在北京举行。", "The meeting was held in Beijing.", "error"),
        ("申请人若不提交文件，视为撤回。", "If documents are filed, the claim falls.", "note"),
    ],
)
def test_how_sure(chinese: str, english: str, severity: str) -> None:
    (rule,) = RULES
    (finding,) = rule.findings(unit(chinese, english))
    assert finding.severity == severity


def test_two_lost_are_two_findings() -> None:
    (rule,) = RULES
    found = rule.findings(unit("他没有走，她也没有回答问题。", "He left and she answered the question."))
    assert [finding.span for finding in found] == [(1, 3), (7, 9)]
