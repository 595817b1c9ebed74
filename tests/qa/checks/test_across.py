from __future__ import annotations

import pytest

from qa.checks.across import RULES
from qa.rule import Rule
from tests.qa.checks.cases import unit


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_one_pair_says_nothing(rule: Rule) -> None:
    assert rule.findings(unit("产权组织", "WIPO")) == []


def test_severities_are_those_of_the_batch() -> None:
    severities = {rule.id: rule.severity for rule in RULES}
    assert severities["consistency.source"] == "note"
    assert severities["name.inconsistent"] == "warning"
