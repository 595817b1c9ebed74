from __future__ import annotations

from pathlib import Path

import pytest

from qa.checks.names import RULES
from tests.qa.checks.cases import cases, marked, unit


@pytest.mark.parametrize(("rule", "chinese", "english", "expected"), cases("names"))
def test_cases(rule: str, chinese: str, english: str, expected: str) -> None:
    assert marked(RULES, rule, unit(chinese, english)) == expected


def severities(chinese: str, english: str) -> list[tuple[str, str]]:
    return [
        (finding.rule, finding.severity)
        for rule in RULES
        for finding in rule.findings(unit(chinese, english))
    ]


def test_a_pronoun_for_a_person_is_a_note() -> None:
    assert severities("刘华女士指出这很重要。", "She said that this matters.") == [
        ("name.missing", "note")
    ]
    assert severities("刘华女士指出这很重要。", "It was said to matter.") == [
        ("name.missing", "warning")
    ]


def test_a_pronoun_that_the_chinese_has_too_stands_for_no_name() -> None:
    chinese = "李琼英说她鼓励同学们关注知识产权。"
    assert severities(chinese, "The talk said she encouraged students to follow IP.") == [
        ("name.missing", "warning")
    ]
    # once more than in the Chinese: one of them may be Li Qiongying
    assert severities(chinese, "She said that she encouraged students to follow IP.") == [
        ("name.missing", "note")
    ]
    # nobody is named by "you"
    assert severities("刘华女士说你们来了。", "It was said that you came.") == [
        ("name.missing", "warning")
    ]


def test_a_role_that_the_chinese_has_too_stands_for_no_name() -> None:
    assert severities("部长李琼英谈到了知识产权。", "The minister spoke about IP.") == [
        ("name.missing", "warning")
    ]
    assert severities("李琼英谈到了知识产权。", "The minister spoke about IP.") == [
        ("name.missing", "note")
    ]


def test_a_pronoun_far_from_the_name_stands_for_another() -> None:
    chinese = "李琼英在会上谈到了知识产权保护的意义，认为困难不大。"
    assert severities(chinese, "She spoke about what IP protection means, and saw no problem.") == [
        ("name.missing", "note")
    ]
    # Chinese needs no pronoun there
    assert severities(chinese, "Spoke about what IP protection means, and she saw no problem.") == [
        ("name.missing", "warning")
    ]


def test_initials_of_another_organisation_hold_no_country() -> None:
    chinese = "联合国儿童基金会的报告发表在英国医学杂志上。"
    assert severities(chinese, "The UNICEF report appeared in the BMJ.") == []
    assert severities(chinese, "The UNICEF report appeared in the journal.") == [
        ("name.missing", "warning")
    ]


def test_here_is_no_country_where_the_chinese_says_it_too() -> None:
    assert severities("泰国当地警方正在调查。", "Local police are investigating.") == [
        ("name.missing", "warning")
    ]
    assert severities("泰国警方正在调查。", "Police in the country are investigating.") == [
        ("name.missing", "note")
    ]
    # who speaks of foreign friends says not where; 中国国家 is "national"
    assert severities("外国朋友对中国有误解。", "Foreign friends misunderstand it.") == [
        ("name.missing", "warning")
    ]
    assert severities("中国国家图书馆已开放。", "The national library is open.") == [
        ("name.missing", "note")
    ]


def test_any_place_of_a_name_may_be_the_grave_one() -> None:
    # America goes without saying before Los Angeles, not as a team
    chinese = "在美国洛杉矶举行的比赛中，美国队获胜。"
    assert severities(chinese, "The hosts won in Los Angeles.") == [("name.missing", "warning")]
    assert severities("比赛在美国洛杉矶举行。", "The match was held in Los Angeles.") == [
        ("name.missing", "note")
    ]


def test_another_name_in_its_place_is_an_error() -> None:
    assert severities("刘华女士指出这很重要。", "Ms. Zhang Wei said that this matters.") == [
        ("name.changed", "error")
    ]


def test_a_country_that_goes_without_saying_is_a_note() -> None:
    assert severities("他住在美国洛杉矶。", "He lives in Los Angeles.") == [("name.missing", "note")]


def test_the_other_direction() -> None:
    pair = unit("他们去了一座城市。", "They went to a city in Belgium.", source="en")
    assert marked(RULES, "name.missing", pair) == "Belgium"
    assert marked(RULES, "name.extra", pair) == "-"
    pair = unit("他去了比利时。", "He went there.", source="en")
    assert marked(RULES, "name.missing", pair) == "-"
    assert marked(RULES, "name.extra", pair) == "比利时"


_RIGHT = [
    line.split("\t")
    for line in (Path(__file__).parent / "cases" / "names_right.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("chinese", "english"), _RIGHT)
def test_right_translations_raise_no_alarm(chinese: str, english: str) -> None:
    assert [rule.id for rule in RULES if rule.findings(unit(chinese, english))] == []


def _changed_lines() -> list[list[str]]:
    path = Path(__file__).parent / "cases" / "names_changed.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("chinese", "right", "wrong"), _changed_lines())
def test_right_is_quiet_and_another_name_is_loud(chinese: str, right: str, wrong: str) -> None:
    assert not [one for one in severities(chinese, right) if one[1] != "note"]
    if wrong != "-":
        assert [one for one in severities(chinese, wrong) if one[1] != "note"]
