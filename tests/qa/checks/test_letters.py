from __future__ import annotations

import pytest

from qa.checks.letters import RULES
from tests.qa.checks.cases import cases, marked, unit


@pytest.mark.parametrize(("rule", "chinese", "english", "expected"), cases("letters"))
def test_cases(rule: str, chinese: str, english: str, expected: str) -> None:
    assert marked(RULES, rule, unit(chinese, english)) == expected


def test_an_english_source_may_begin_as_it_likes() -> None:
    pair = unit("会议在北京举行。", "the meeting was held in Beijing.", source="en")
    assert marked(RULES, "format.capital", pair) == "-"


def test_a_look_alike_is_named_with_what_is_meant() -> None:
    rule = next(rule for rule in RULES if rule.id == "format.lookalike")
    radical, letter = rule.findings(
        unit("中国\N{KANGXI RADICAL MAN}民", "China's b\N{CYRILLIC SMALL LETTER A}nk")
    )
    assert (radical.side, radical.span) == ("source", (2, 3))
    assert radical.message.endswith("is written with U+2F08 KANGXI RADICAL MAN, not 人.")
    assert (letter.side, letter.span) == ("target", (8, 12))
    assert letter.message.endswith("is written with U+0430 CYRILLIC SMALL LETTER A.")


def test_a_radical_without_a_known_character_is_named_all_the_same() -> None:
    rule = next(rule for rule in RULES if rule.id == "format.lookalike")
    (found,) = rule.findings(unit("\N{CJK RADICAL C-SIMPLIFIED LONG}江", "the Yangtze"))
    assert found.message.endswith("is written with U+2ED3 CJK RADICAL C-SIMPLIFIED LONG.")
