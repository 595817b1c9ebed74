from __future__ import annotations

import pytest

from qa.checks.markup import RULES
from tests.qa.checks.cases import cases, marked, unit


@pytest.mark.parametrize(("rule", "chinese", "english", "expected"), cases("markup"))
def test_cases(rule: str, chinese: str, english: str, expected: str) -> None:
    assert marked(RULES, rule, unit(chinese, english)) == expected


@pytest.mark.parametrize(
    ("chinese", "english", "severity"),
    [
        ("第%d页，共%s页", "%s pages, page %d", "error"),
        ("点击<b>这里</b>", "Click </b>here<b>", "error"),
        ("<b>甲</b>和<i>乙</i>", "<i>B</i> and <b>A</b>", "note"),
    ],
)
def test_how_grave_another_order_is(chinese: str, english: str, severity: str) -> None:
    rule = next(rule for rule in RULES if rule.id == "markup.order")
    assert [one.severity for one in rule.findings(unit(chinese, english))] == [severity]


def test_the_order_is_told_of_the_translation_either_way() -> None:
    rule = next(rule for rule in RULES if rule.id == "markup.order")
    (found,) = rule.findings(unit("共%s页，第%d页", "page %d of %s", source="en"))
    assert (found.side, found.message) == ("target", "%s stands where the source has %d.")
