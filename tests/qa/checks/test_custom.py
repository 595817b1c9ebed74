from __future__ import annotations

import pytest

from corpus.errors import InputError
from qa.checks.custom import read
from tests.qa.checks.cases import unit

TABLE = """\
source pattern\ttarget pattern\tmessage\tseverity
# names of the house
产权组织\tWIPO|World Intellectual Property\tSay WIPO\terror

一带一路\t!(?i)one belt\tIt is the Belt and Road Initiative
\tutilize\tPlain English\tnote
保密\t\tConfidential text
"""


def found(chinese: str, english: str) -> list[tuple[str, str, str, str]]:
    return [
        (finding.rule, finding.severity, finding.side, finding.evidence)
        for rule in read(TABLE, "rules.tsv")
        for finding in rule.findings(unit(chinese, english))
    ]


@pytest.mark.parametrize(
    ("chinese", "english", "expected"),
    [
        ("产权组织的报告", "The report", [("custom.3", "error", "source", "产权组织")]),
        ("产权组织的报告", "The WIPO report", []),
        ("报告", "The report", []),
        ("一带一路", "One Belt One Road", [("custom.5", "warning", "target", "One Belt")]),
        ("一带一路", "Belt and Road", []),
        ("使用", "utilize", [("custom.6", "note", "target", "utilize")]),
        ("保密文件", "A paper", [("custom.7", "warning", "source", "保密")]),
        ("", "", []),
    ],
)
def test_table(chinese: str, english: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert found(chinese, english) == expected


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("only two\tcolumns", "t.tsv:1: 2 columns, at least 3 are wanted"),
        ("(\tx\tm", "t.tsv:1: pattern '('"),
        ("a\tb\tm\tfatal", "t.tsv:1: severity 'fatal'"),
        ("\t\tm", "t.tsv:1: both patterns are empty"),
    ],
)
def test_errors_name_the_line(line: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        read(line, "t.tsv")
    assert str(error.value).startswith(message)


def test_a_rule_of_the_user_explains_itself() -> None:
    rule = read(TABLE, "rules.tsv")[0]
    assert rule.summary == "A rule of your own fires."
    assert [hit.message for hit in rule.check(unit("产权组织", ""))] == ["Say WIPO"]
