from __future__ import annotations

import pytest

from corpus.model import Pair, Segment
from qa.checks.punctuation import RULES
from qa.unit import unit_of
from tests.qa.checks.cases import cases, marked, unit


@pytest.mark.parametrize(("rule", "chinese", "english", "expected"), cases("punctuation"))
def test_cases(rule: str, chinese: str, english: str, expected: str) -> None:
    assert marked(RULES, rule, unit(chinese, english)) == expected


def test_beads_of_several_sentences_end_as_they_like() -> None:
    source = (Segment("他来了", "zh", 0, 0, 3, 1), Segment("她走了", "zh", 1, 3, 6, 1))
    target = (Segment("He came and she left.", "en", 0, 0, 21, 1),)
    assert marked(RULES, "punctuation.end", unit_of(Pair(0, source, target, 1.0))) == "-"


def test_only_a_changed_question_is_loud() -> None:
    rule = next(rule for rule in RULES if rule.id == "punctuation.end")
    lost = rule.findings(unit("他来了。", "He came"))
    asked = rule.findings(unit("他来了。", "Did he come?"))
    assert [finding.severity for finding in (*lost, *asked)] == ["note", "warning"]
