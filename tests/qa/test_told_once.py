from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.model import Finding, Pair, Segment, Severity
from qa.checks.negation import RULES as NEGATION
from qa.checks.omission import RULES as OMISSION
from qa.told_once import told_once
from qa.unit import Content, Coverage, Gap, Unit, unit_of

LABEL = "药片饭后服用，孕妇不得服用。"
CLAUSE = (7, 13)  # 孕妇不得服用


def unit(chinese: str, english: str, *spans: tuple[int, int], lost: float = 0.8) -> Unit:
    pair = Pair(
        0,
        (Segment(chinese, "zh", 0, 0, len(chinese), 1),),
        (Segment(english, "en", 0, 0, len(english), 1),),
        0.9,
    )
    gaps = tuple(Gap(start, end, 2.0, 0.9, "clause") for start, end in spans)
    return replace(
        unit_of(pair), coverage=Coverage(Content(lost, gaps), Content(0.0), 0.9)
    )


def heard(made: Unit, omission: Severity | None = None) -> list[tuple[str, str, tuple[int, int]]]:
    found = [one for rule in (*OMISSION, *NEGATION) for one in rule.findings(made)]
    if omission is not None:
        found = [replace(one, severity=omission) if "omission" in one.rule else one
                 for one in found]  # fmt: skip
    return [(one.rule, one.severity, one.span) for one in told_once(made, found)]


def test_a_clause_left_out_with_its_negation_is_one_error() -> None:
    made = unit(LABEL, "Take the tablets after meals.", CLAUSE)
    assert heard(made) == [("omission.content", "error", CLAUSE)]


def test_a_negation_lost_elsewhere_is_told() -> None:
    chinese = "药片不要嚼碎，孕妇不得服用。"
    made = unit(chinese, "Chew the tablets.", CLAUSE)
    assert heard(made) == [
        ("omission.content", "error", CLAUSE),
        ("negation.changed", "error", (2, 4)),
    ]


def test_of_two_the_one_that_is_left_out_is_not_told_twice() -> None:
    chinese = "药片不要嚼碎，孕妇不得服用。"
    made = unit(chinese, "Do not chew the tablets.", CLAUSE)
    assert heard(made) == [("omission.content", "error", CLAUSE)]


@pytest.mark.parametrize("omission", ["warning", "note"])
def test_a_milder_omission_hides_no_error(omission: Severity) -> None:
    made = unit(LABEL, "Take the tablets after meals.", CLAUSE)
    assert heard(made, omission) == [
        ("omission.content", omission, CLAUSE),
        ("negation.changed", "error", (9, 11)),
    ]


def test_what_is_not_told_as_left_out_keeps_its_negation() -> None:
    made = unit(LABEL, "Take the tablets after meals.", CLAUSE, lost=0.1)
    assert heard(made) == [("negation.changed", "error", (9, 11))]


def test_other_rules_stay() -> None:
    made = unit(LABEL, "Take the tablets after meals.", CLAUSE)
    number = Finding("number.missing", "error", "3 is lost.", "source", (9, 10), "", "")
    omission = replace(number, rule="omission.content")
    assert told_once(made, [omission, number]) == [omission, number]
    assert told_once(made, []) == []
