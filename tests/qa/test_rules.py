from __future__ import annotations

import re

import pytest

from corpus.errors import UsageError
from qa.rules import RULES, TOOLS, rule_of, selected
from qa.settings import Settings
from tests.qa.checks.cases import unit


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_explains_itself(rule: object) -> None:
    from qa.rule import Rule

    assert isinstance(rule, Rule)
    assert re.fullmatch(r"[a-z]+\.[a-z_]+", rule.id)
    assert rule.summary.endswith(".") and len(rule.summary) < 120
    assert len(rule.explanation) > 40, "say when the check is wrong"
    assert "/" in rule.mqm
    assert set(rule.known_as) <= set(TOOLS)


def test_ids_are_unique() -> None:
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_empty_sides_are_survived(rule: object) -> None:
    from qa.rule import Rule

    assert isinstance(rule, Rule)
    for pair in (unit("", ""), unit("", "", source="en")):
        assert rule.findings(pair) == []


def test_wrong_id_offers_the_nearest() -> None:
    with pytest.raises(UsageError, match="no rule is called 'align.lowscore'") as error:
        rule_of("align.lowscore")
    assert "align.low_score" in str(error.value)


def test_only_and_skip() -> None:
    chosen = selected(Settings(only=("untranslated.*", "align"), skip=("*.unpaired",)))
    ids = [rule.id for rule in chosen]
    assert "untranslated.empty" in ids and "align.low_score" in ids
    assert "align.unpaired" not in ids
    assert all(rule_id.split(".")[0] in ("untranslated", "align") for rule_id in ids)


def test_a_glob_that_names_nothing_is_an_error() -> None:
    with pytest.raises(UsageError, match="untranslate"):
        selected(Settings(skip=("untranslate.*",)))


def test_preset_moves_the_limit() -> None:
    def low_scores(settings: Settings, score: float) -> int:
        pair = unit("他来了。", "He came.", score=score)
        rules = (rule for rule in selected(settings) if rule.id == "align.low_score")
        return sum(len(rule.findings(pair)) for rule in rules)

    assert low_scores(Settings(preset="balanced"), 0.6) == 0
    assert low_scores(Settings(preset="strict"), 0.6) == 1
    assert low_scores(Settings(preset="lenient"), 0.4) == 0


def test_a_severity_for_no_rule_is_named() -> None:
    with pytest.raises(UsageError, match="no rule is called 'negation.chnged'"):
        selected(Settings(severities={"negation.chnged": "note"}))
