from __future__ import annotations

import pytest

from corpus.pinyin import (
    chinese_sounds,
    english_sounds,
    folded,
    likeness,
    may_be_pinyin,
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
