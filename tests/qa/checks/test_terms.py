from __future__ import annotations

import pytest

from corpus.model import Finding, Pair, Segment
from corpus.termbase import Term
from qa.checks.terms import rules
from qa.unit import unit_of

BASE = (
    Term(("知识产权",), ("intellectual property", "IP"), ("property right",)),
    Term(("国家知识产权局",), ("CNIPA",)),
    Term(("司长",), ("director-general",), ("head",)),
    Term(("成员国",), ("member state",)),
)


def found(source: str, target: str) -> list[Finding]:
    english_first = source.isascii()
    tongue = "en" if english_first else "zh"
    sides = ((source, "en"), (target, "zh")) if english_first else ((source, "zh"), (target, "en"))
    segments = [
        (Segment(text, "zh" if code == "zh" else "en", 0, 0, len(text), 1),) for text, code in sides
    ]
    unit = unit_of(Pair(0, segments[0], segments[1], 1.0), "en" if tongue == "en" else "zh")
    return [finding for rule in rules(BASE) for finding in rule.findings(unit)]


@pytest.mark.parametrize(
    "source, target",
    [
        ("加强知识产权保护。", "Strengthen intellectual-property protection."),
        ("国家知识产权局发布公告。", "The CNIPA issued a notice."),
        ("人事司司长出席。", "The Director General of the department attended."),
        ("各成员国同意。", "All Member States agreed."),
        ("世界知识产权组织发布公告。", "WIPO issued a notice."),
        ("天气很好。", "The head of state likes IP."),
        ("The member states agreed.", "成员国同意。"),
    ],
)
def test_right_translations_are_silent(source: str, target: str) -> None:
    assert found(source, target) == []


def test_a_missing_term_is_a_warning_on_the_source() -> None:
    one, = found("各成员国同意。", "All countries agreed.")
    assert (one.rule, one.severity) == ("term.missing", "warning")
    assert (one.side, one.span) == ("source", (1, 4))
    assert one.evidence == "member state"


def test_a_forbidden_wording_is_an_error_where_it_stands() -> None:
    one, = found("人事司司长出席。", "The head of the department attended.")
    assert (one.rule, one.severity) == ("term.forbidden", "error")
    assert (one.side, one.span) == ("target", (4, 8))


def test_a_longer_term_of_the_base_wins() -> None:
    one, = found("国家知识产权局发布公告。", "The patent office issued a notice.")
    assert one.evidence == "CNIPA"


def test_the_other_direction() -> None:
    one, = found("The member states agreed.", "各国同意。")
    assert (one.rule, one.side) == ("term.missing", "source")
    assert one.span == (4, 17)


def test_empty_sides_are_for_others() -> None:
    assert found("各成员国同意。", "") == []


def test_the_rules_have_their_names_in_other_tools() -> None:
    from qa.rules import rule_of

    for rule in rules(()):
        assert rule.known_as == rule_of(rule.id).known_as
        assert rule.known_as["Xbench"] == "Key Term Mismatch"
