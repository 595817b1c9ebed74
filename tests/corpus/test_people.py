from __future__ import annotations

import pytest

from corpus.people import people, person_keys, surname_of
from corpus.words import chinese_words


def found(text: str) -> list[tuple[str, bool]]:
    return [(text[start:end], sure) for start, end, sure in people(text, chinese_words(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国家知识产权局局长申长雨先生", [("申长雨", True)]),
        ("王女士来了", [("王", True)]),
        ("刘华指出，创新很重要", [("刘华", True)]),
        ("让郭梅越来越有干劲", [("郭梅", True)]),
        ("孙硕副市长致辞", [("孙硕", True)]),
        ("钟南山院士表示", [("钟南山", True)]),
        ("我以为陈清扬会来看我", [("陈清扬", False)]),
        ("王认为这很重要", []),
        ("司机向右转", []),
        ("提高贡献率", []),
        ("向更高水平跃升", []),
        ("这张图很清楚", []),
        ("卫生员说不行", []),
        ("韦伯认为官僚制很理性", [("韦伯", True)]),      # a unit as well
        ("线圈的磁通量用韦伯计量", []),
        ("铁路五道梁北大桥", [("梁北", False)]),
        ("罗马式建筑", []),
        ("", []),
    ],
)
def test_people(text: str, expected: list[tuple[str, bool]]) -> None:
    assert found(text) == expected


def test_surnames() -> None:
    assert surname_of("欧阳修") == "欧阳"
    assert surname_of("刘华") == "刘"
    assert surname_of("的确") == ""


def test_keys_hold_both_orders_and_the_surname_alone() -> None:
    assert {"liu", "liuhua", "hualiu"} <= person_keys("刘华")
    assert "binying" in person_keys("王彬颖")
    assert "hua" not in person_keys("刘华")  # one syllable alone says too little
