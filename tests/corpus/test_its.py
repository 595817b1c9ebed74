"""ITS 2.0 types of findings."""

from __future__ import annotations

import pytest

from corpus import its
from corpus.model import Finding, Severity

#: https://www.w3.org/TR/its20/#lqissue-typevalues
RECOMMENDED = set(
    """
    terminology mistranslation omission untranslated addition duplication inconsistency grammar
    legal register locale-specific-content locale-violation style characters misspelling
    typographical formatting inconsistent-entities numbers markup pattern-problem whitespace
    internationalization length non-conformance uncategorized other
    """.split()
)


def finding(rule: str, severity: Severity = "error") -> Finding:
    return Finding(rule, severity, "message", "source", (0, 0), "", "Accuracy")


def test_every_type_is_one_of_the_recommendation() -> None:
    assert {*its.TYPES.values(), its.OTHER} <= RECOMMENDED


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("omission.content", "omission"),
        ("addition.content", "addition"),
        ("untranslated.residue", "untranslated"),
        ("number.changed", "numbers"),
        ("date.mismatch", "numbers"),
        ("name.missing", "mistranslation"),
        ("name.inconsistent", "inconsistent-entities"),
        ("term.forbidden", "terminology"),
        ("format.space", "whitespace"),
        ("punctuation.end", "typographical"),
        ("align.low_score", "uncategorized"),
        ("custom.house_style", "other"),
    ],
)
def test_the_type_follows_the_rule_then_its_group(rule: str, expected: str) -> None:
    assert its.issue_type(finding(rule)) == expected


def test_severities_rise_within_what_its_allows() -> None:
    assert [its.severity(finding("x.y", s)) for s in ("note", "warning", "error")] == [0, 40, 80]
