from __future__ import annotations

import pytest

from corpus.negation_signs import (
    Sign,
    base_of,
    compares,
    english_signs,
    forbidding_signs,
    hidden_signs,
    negative_signs,
    only_until,
    used_up,
)


@pytest.mark.parametrize(
    ("chinese", "plain"),
    [
        ("住户未在事故中受伤", ["未"]),
        ("你是不是记者，能不能来", []),
        ("非洲的未来", []),
        ("洪水没过了脚踝", []),
        ("水没过膝盖，又没过他的胸口", []),
        ("惨遭没顶，小船沉没，田地淹没，财产没收", []),
        ("积雪没膝，箭没入木中，家道没落", []),
        ("他没收到信，没入选，也没顶住压力", ["没", "没", "没"]),
        ("措施没落实，考试没过", ["没", "没"]),
        ("他无意中听到，好不热闹", []),
        ("", []),
    ],
)
def test_plain_negations(chinese: str, plain: list[str]) -> None:
    signs, _ = negative_signs(chinese)
    found = [chinese[sign.start : sign.end] for sign in sorted(signs) if sign.kind == "plain"]
    assert found == plain


def _chinese_signs(chinese: str) -> list[Sign]:
    signs, rest = negative_signs(chinese)
    return sorted(signs + hidden_signs(rest))


@pytest.mark.parametrize(
    ("chinese", "signs"),
    [
        ("他没有来", ["没有 plain"]),
        ("本市无新增病例", ["无 plain"]),
        ("市民不再需要排队", ["不再 plain"]),
        ("你别走", ["别 plain"]),
        ("他不得不走", ["不得不 double"]),
        ("没有人不知道", ["没有人不 double"]),
        ("没几天就走了", ["没几 double"]),
        ("中国不断扩大开放", ["不断 neutral"]),
        ("不少人做法不同", ["不少 free", "不同 free"]),
        ("他对此一无所知", ["一无所知 plain"]),
        ("他拒绝参加", ["拒绝 refusal"]),
        ("这是错的", ["错 hidden"]),
        ("无锡的莫言馆", []),
        ("资金没收到", ["没 plain"]),
        ("小事别多问", ["别 plain"]),
        ("性别和年龄", []),
        ("你听明白了没有？", ["了没有 neutral"]),
        ("不仅限于北京", ["不仅 plain"]),
        ("他坚持不放，", ["不放 neutral"]),
        ("", []),
    ],
)
def test_chinese(chinese: str, signs: list[str]) -> None:
    found = _chinese_signs(chinese)
    assert [f"{chinese[one.start:one.end]} {one.kind}" for one in found] == signs


@pytest.mark.parametrize(
    ("chinese", "english", "signs"),
    [
        ("他没来", "He did not come.", ["not plain"]),
        ("不再", "It is no longer so.", ["no longer turn"]),
        ("不仅", "not only", ["not only told"]),
        ("他去", "not only", ["not only turn"]),
        ("前所未有", "not unprecedented", ["not plain", "unprecedented prefix"]),
        ("还没出门", "had yet to leave", ["yet to word"]),
        ("太近", "too close to it", []),
        ("不知道是谁", "did not know whether it was he or she", ["not plain"]),
        ("更像外交而非科学", "more like diplomacy than science", ["more turn"]),
        ("不清楚", "That is unclear.", ["unclear prefix"]),
        ("没有意义", "It is meaningless.", ["meaningless word"]),
        ("他没买", "He went but did not buy.", ["but weak", "not plain"]),
        ("但他没买", "He went but did not buy.", ["but told", "not plain"]),
        ("也没", "not seen or heard", ["not plain", "or shared"]),
        ("并非不可能", "It is not impossible.", ["not weak", "impossible prefix"]),
        ("不少于三人", "at least three", ["at least turn"]),
        ("三人", "at least three", []),
    ],
)
def test_english(chinese: str, english: str, signs: list[str]) -> None:
    found = english_signs(english, chinese, frozenset())
    assert [f"{english[one.start:one.end]} {one.kind}" for one in found] == signs


def test_a_word_that_translates_another_is_told() -> None:
    (sign,) = english_signs("They refused.", "", frozenset({"refus"}))
    assert sign.kind == "told"
    (sign,) = english_signs("Simply put, it is understood.", "", frozenset({"simpl"}))
    assert sign.kind == "told"


def test_a_refusal_given_back_is_used_up() -> None:
    (sign,) = _chinese_signs("他拒绝参加")
    assert used_up("他拒绝参加", "he refused to take part.", sign)
    assert not used_up("他拒绝参加", "he would not take part.", sign)


@pytest.mark.parametrize(
    ("chinese", "english", "asks"),
    [
        ("禁止吸烟", "Smoking is permitted", ["禁止"]),
        ("禁止吸烟", "Smoking is prohibited", []),
        ("他拒不认错", "He admitted it", ["拒不"]),
        ("队员缺乏经验", "They are experienced", ["缺乏"]),
        ("队员缺乏经验", "They lack experience", []),
        ("他不禁笑了", "He laughed", []),
    ],
)
def test_what_forbids_asks_where_it_is_not_given_back(
    chinese: str, english: str, asks: list[str]
) -> None:
    found = forbidding_signs(chinese, english)
    assert [chinese[sign.start : sign.end] for sign in found] == asks


def test_a_few_is_no_negation() -> None:
    for english, words in (("Few came", ["word"]), ("A few came", [])):
        assert [sign.kind for sign in english_signs(english, "没人来", frozenset())] == words


def test_what_a_prefixed_word_negates() -> None:
    assert [base_of(word) for word in ("unnecessary", "groundless", "non-tariff")] == [
        "necessari", "ground", "tariff",
    ]


def test_only_then_beside_an_until() -> None:
    chinese = "到八月才形成"
    assert [chinese[one.start : one.end] for one in only_until(chinese, "It forms until May.")] == [
        "才"
    ]
    assert not only_until(chinese, "It forms in May.")


def test_what_softens() -> None:
    first, second = _chinese_signs("不那么重要，不重要")
    assert compares("不那么重要，不重要", first)
    assert not compares("不那么重要，不重要", second)
