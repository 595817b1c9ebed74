from __future__ import annotations

import pytest

from corpus.surnames_told import renamed


@pytest.mark.parametrize(
    ("chinese", "english", "told"),
    [
        ("代理人刘敏到庭参加诉讼。", "The agent, Li Min, appeared in court.", [("刘敏", "Li Min")]),
        ("你去找王经理面谈。", "Go to Manager Huang for an interview.", [("王", "Huang")]),
        ("陈国栋表示不知情。", "Zhang Guodong said he knew nothing.", [("陈国栋", "Zhang Guodong")]),
        ("陈国栋表示不知情。", "Guodong Zhang said he knew nothing.", [("陈国栋", "Guodong Zhang")]),
        ("代理人刘敏到庭参加诉讼。", "The agent, Liu Min, appeared in court.", []),
        ("代理人刘敏到庭参加诉讼。", "The agent, Ms. Liu, appeared in court.", []),
        ("陈国栋表示不知情。", "Chan Kwok-tung said he knew nothing.", []),
        ("陈国栋表示不知情。", "Guodong said he knew nothing.", []),
        ("你去找王经理和黄经理。", "Go to the managers, Mr Huang and his colleague.", []),
        ("会议在北京举行。", "The meeting was held in Beijing by Mr Huang.", []),
        ("", "", []),
    ],
)
def test_another_surname(chinese: str, english: str, told: list[tuple[str, str]]) -> None:
    assert [(name.text, other.text) for name, other in renamed(chinese, english)] == told
