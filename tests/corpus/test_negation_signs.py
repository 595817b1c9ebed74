from __future__ import annotations

import pytest

from corpus.negation_signs import (
    compares,
    forbidding_signs,
    hidden_signs,
    negative_signs,
    only_until,
    used_up,
)
from corpus.negations import Sign


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
        ("与其抱怨，不如行动", ["与其 hidden", "不如 neutral"]),
        ("他不如我，与其说话不无关系", ["不如 plain", "与其 hidden", "不无 double"]),
        ("莫让懒惰毁了前程，莫言", ["莫 free"]),
        ("好不容易才到，雨不停地下", ["好不容易 double", "不停地 double"]),
        ("", []),
    ],
)
def test_chinese(chinese: str, signs: list[str]) -> None:
    found = _chinese_signs(chinese)
    assert [f"{chinese[one.start:one.end]} {one.kind}" for one in found] == signs


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
        ("他何尝愿意离开", "He wanted to leave", ["何尝"]),
        ("他何尝愿意离开", "Did he want to leave?", []),
        ("他何尝不愿意离开", "He wanted to leave", []),
        ("我怎么会忘记", "How could I forget", []),
        ("我怎么会忘记", "I would forget", ["怎么会"]),
        ("少有人知道", "Many people know", ["少有人"]),
        ("少有人知道", "Few people know", []),
        ("切忌空腹服药", "Take it on an empty stomach", ["切忌"]),
        ("切忌空腹服药", "Avoid taking it on an empty stomach", []),
        ("应避免震动", "Shaking is recommended", ["避免"]),
        ("为避免震动", "Because of shaking", []),
        ("他拒绝了提议", "He turned the offer down", []),
    ],
)
def test_what_forbids_asks_where_it_is_not_given_back(
    chinese: str, english: str, asks: list[str]
) -> None:
    found = forbidding_signs(chinese, english)
    assert [chinese[sign.start : sign.end] for sign in found] == asks


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
