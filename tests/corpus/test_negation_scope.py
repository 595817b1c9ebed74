from __future__ import annotations

import pytest

from corpus.negation_scope import (
    added_in_english,
    chinese_negated,
    english_negated,
    literalness,
    lost_in_english,
)


@pytest.mark.parametrize(
    ("chinese", "negated"),
    [
        ("他没有回答问题。", [("没有", "回答")]),
        ("专家尚未公布结果。", [("尚未", "公布")]),
        ("合同不能再修改。", [("不能", "修改")]),
        ("中国不断扩大开放。", []),
        ("你是不是记者？", []),
        ("卫星不能用小型探测器观测。", []),
        ("他不，我也不。", []),
    ],
)
def test_what_a_chinese_negation_negates(chinese: str, negated: list[tuple[str, str]]) -> None:
    assert [(one.negation.text, one.word.text) for one in chinese_negated(chinese)] == negated


def test_what_an_english_negation_negates() -> None:
    found = english_negated("He did not really answer, nor did he only listen; no doubt.")
    assert [(one.negation.text, one.word.text) for one in found] == [("not", "answer")]


@pytest.mark.parametrize(
    ("chinese", "english", "lost"),
    [
        ("专家尚未公布结果。", "The experts published the results.", "公布"),
        ("专家尚未公布结果。", "The experts have yet to publish the results.", ""),
        ("本地无死亡病例。", "There were local deaths.", "死亡"),
        ("本地无死亡病例。", "There were no local deaths.", ""),
        ("系统的函数不明。", "The function of the system is unknown.", ""),
        ("他们未接受访问，也未提供内容。", "They did not accept an interview or provide content.", ""),
        ("会议没有举行。", "The meeting was held.", "举行"),
        ("他不上这当。", "Clever fellow!", ""),
    ],
)
def test_lost_in_english(chinese: str, english: str, lost: str) -> None:
    found = lost_in_english(chinese, english)
    assert (found[0].word.text if found else "") == lost


@pytest.mark.parametrize(
    ("chinese", "english", "added"),
    [
        ("会议在北京举行。", "The meeting was not held in Beijing.", "held"),
        ("会议没有在北京举行。", "The meeting was not held in Beijing.", ""),
        ("他拒绝参加。", "He did not take part.", ""),
        ("他很忙。", "He did not come.", ""),
    ],
)
def test_added_in_english(chinese: str, english: str, added: str) -> None:
    found = added_in_english(chinese, english)
    assert (found[0].word.text if found else "") == added


def test_literalness() -> None:
    assert literalness("专家公布结果。", "Experts publish the results.") == 1.0
    assert literalness("老乌龟倒聪明，不上这当。", "He cursed to himself.") == 0.0
    assert literalness("，", "Yes.") == 0.0
