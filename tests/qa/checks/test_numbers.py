from __future__ import annotations

from pathlib import Path

import pytest

from qa.checks.numbers import RULES
from tests.qa.checks.cases import cases, marked, unit


@pytest.mark.parametrize(("rule", "chinese", "english", "expected"), cases("numbers"))
def test_cases(rule: str, chinese: str, english: str, expected: str) -> None:
    assert marked(RULES, rule, unit(chinese, english)) == expected


def told(chinese: str, english: str, source: str = "zh") -> list[tuple[str, str, str, str]]:
    """Rule, severity, side and message of every finding."""
    pair = unit(chinese, english, "zh" if source == "zh" else "en")
    return [
        (finding.rule, finding.severity, finding.side, finding.message)
        for rule in RULES
        for finding in rule.findings(pair)
    ]


def test_messages_give_both_values_in_words() -> None:
    assert told("价值已超过79.4万亿美元。", "The value has surpassed $7.94 trillion.") == [
        ("number.changed", "error", "target",
         "79.4万亿美元 is over 79.4 trillion USD; the translation has $7.94 trillion, "
         "ten times too little."),
    ]
    assert told("共有48名专家", "comprising 84 experts") == [
        ("number.changed", "error", "target", "The source has 48; the translation has 84."),
    ]
    assert told("在4个方面取得成效", "achieved initial successes") == [
        ("number.missing", "warning", "source", "4 has no counterpart in the translation."),
    ]


def test_what_is_missing_depends_on_the_direction() -> None:
    chinese, english = "共有专家。", "There are 48 experts."
    assert told(chinese, english) == [
        ("number.extra", "error", "target", "48 has no counterpart in the source."),
    ]
    assert told(chinese, english, source="en") == [
        ("number.missing", "error", "source", "48 has no counterpart in the translation."),
    ]


@pytest.mark.parametrize(
    ("chinese", "english", "severity"),
    [
        ("培训共19期。", "The training went on.", "error"),
        ("三名工人来了。", "The workers came.", "warning"),
        ("两国领导人会谈。", "The leaders of the countries met.", "note"),
        ("两国领导人一起会谈。", "The leaders of both countries met.", None),
    ],
)
def test_severity_follows_how_surely_a_number_must_be_said(
    chinese: str, english: str, severity: str | None
) -> None:
    assert [found[1] for found in told(chinese, english)] == ([severity] if severity else [])


def test_seed_paragraph_with_many_numbers_is_quiet() -> None:
    chinese = (
        "今年3月,由48名知名专家组成的第五届国家知识产权专家咨询委员会成立,其中两院院士9名。"
    )
    english = (
        "In March of this year, the fifth session of the National Intellectual Property Expert "
        "Advisory Committee was established, comprising 48 renowned experts, including nine "
        "academicians from the Chinese Academy of Sciences and Chinese Academy of Engineering."
    )
    assert told(chinese, english) == []     # 两院, the two academies, are named


def test_every_rule_explains_itself() -> None:
    assert [rule.id for rule in RULES] == [
        "number.missing", "number.extra", "number.changed", "date.mismatch", "unit.mismatch",
    ]
    for rule in RULES:
        assert rule.summary.endswith(".")
        assert "Wrong" in rule.explanation
        assert rule.mqm.startswith("Accuracy/")


_RIGHT = [
    line.split("\t")
    for line in (Path(__file__).parent / "cases" / "numbers_right.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("chinese", "english"), _RIGHT)
def test_right_translations_raise_no_alarm(chinese: str, english: str) -> None:
    assert [found for found in told(chinese, english) if found[1] != "note"] == []


def _changed_lines() -> list[list[str]]:
    path = Path(__file__).parent / "cases" / "numbers_changed.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("source", ["zh", "en"])
@pytest.mark.parametrize(("chinese", "right", "wrong"), _changed_lines())
def test_right_is_quiet_and_changed_is_loud(
    chinese: str, right: str, wrong: str, source: str
) -> None:
    assert not [one for one in told(chinese, right, source) if one[1] != "note"]
    if wrong != "-":
        assert [one for one in told(chinese, wrong, source) if one[1] != "note"]
