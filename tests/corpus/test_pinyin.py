from __future__ import annotations

import pytest

from corpus.pinyin import (
    chinese_sounds,
    english_sounds,
    folded,
    likeness,
    other_letters,
    may_be_pinyin,
    sound_alike,
    spelled_within,
    spellings,
    wade_giles,
)
from corpus.syllables import readings


@pytest.mark.parametrize("word", ["shanghai", "chongqing", "zhicheng", "lvliang", "xian", "er"])
def test_pinyin_is_made_of_syllables(word: str) -> None:
    assert may_be_pinyin(word)


@pytest.mark.parametrize("word", ["london", "trump", "washington", "smith", "", "the"])
def test_other_words_are_not(word: str) -> None:
    assert not may_be_pinyin(word)


def test_all_characters_but_interjections_have_such_syllables() -> None:
    heard = {sound for code in range(0x4E00, 0x9FA6) for sound in readings(chr(code))}
    odd = {sound for sound in heard if not may_be_pinyin(sound)}
    assert odd == {"", "n", "m", "ng", "hm", "hng", "ê"}


@pytest.mark.parametrize(
    ("chinese", "spelling"),
    [
        ("刘华", "liuhua"),
        ("单", "shan"),
        ("吕", "lyu"),
        ("吕", "lu"),
        ("吕", "lv"),
        ("重庆", "chongqing"),
        ("徐", "hsu"),
        ("张", "cheung"),
        ("毛泽东", "maotsetung"),
    ],
)
def test_spellings(chinese: str, spelling: str) -> None:
    assert spelling in spellings(chinese)


@pytest.mark.parametrize(
    ("pinyin", "older"),
    [("xu", "hsu"), ("qin", "chin"), ("deng", "teng"), ("zhou", "chou"), ("ren", "jen")],
)
def test_wade_giles(pinyin: str, older: str) -> None:
    assert wade_giles(pinyin) == older


def test_folded() -> None:
    assert folded("Ürümqi") == "urumqi"
    assert folded("Las Cañitas") == "las canitas"


def test_sounds() -> None:
    assert chinese_sounds("索尔克") == english_sounds("Salk") == "SLK"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [("惠特默", "Whitmer"), ("约翰", "John"), ("索伦森", "Sørensen"), ("卢旺达", "Rwanda")],
)
def test_the_right_name_sounds_alike(chinese: str, english: str) -> None:
    assert likeness(chinese, english) > 0.7


@pytest.mark.parametrize(
    ("chinese", "english"),
    [("惠特默", "Zeman"), ("普京", "Russian"), ("米勒", "Trump"), ("卢旺达", "Belgium")],
)
def test_another_name_does_not(chinese: str, english: str) -> None:
    assert likeness(chinese, english) < 0.6


def test_nothing_sounds_like_nothing() -> None:
    assert likeness("", "Salk") == likeness("索尔克", "") == 0.0


def test_spelled_within() -> None:
    assert spelled_within("李丽丽来了", "lili")
    assert spelled_within("去了重庆", "chongqing")
    assert spelled_within("张先生", "cheung")
    assert not spelled_within("去了重庆", "beijing")
    assert not spelled_within("", "li")


def test_words_that_begin_otherwise_sound_otherwise() -> None:
    assert {"s", "k", "t", "m"} <= other_letters("布莱尔")      # knee may begin with N, Blair with P
    assert not other_letters("布莱尔") & set("bpaeiouvfwyh")
    assert not other_letters("惠特默")      # 惠 is nearly a vowel: Whitmer, Eustace


@pytest.mark.parametrize("limit", [0.65, 0.75, 0.85])
def test_the_limit_is_the_likeness(limit: float) -> None:
    for chinese in ("布莱尔", "普京", "惠特默", "斯维亚托斯拉夫", "乔"):
        for english in ("blair", "russian", "putin", "whitmer", "sviatoslav", "joe", "a"):
            alike = sound_alike(chinese_sounds(chinese), english, limit)
            assert alike == (likeness(chinese, english) >= limit)


def test_every_reading_may_be_spelled() -> None:
    # the door that turns away Smith and Brown
    surnames = "李张许郑朴黄阮武伍关容吴区文尹翟吕"
    for name, key in (("黄", "ng"), ("朴", "park"), ("郑", "tay"), ("武", "vu"), ("郭", "kwok"),
                      ("阮", "nguyen"), ("徐", "hsu"), ("尹", "yoon"), ("秦", "chin")):
        assert spelled_within(f"见{name}", key), name
    assert not spelled_within(surnames, "smith") and not spelled_within(surnames, "brown")
