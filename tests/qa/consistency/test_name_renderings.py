from __future__ import annotations

import pytest

from corpus.names import chinese_names
from qa.consistency.model import Bitext, Place
from qa.consistency.name_renderings import letters, render, spelled, words_of


def rendered(chinese: str, english: str) -> tuple[str, tuple[str, ...], bool, str]:
    """Of the first name: what stands for it, its parts, whether in pinyin; the Chinese of it."""
    name = chinese_names(chinese)[0]
    found, text = render(name, Bitext(chinese, english, Place("d", 0)))
    assert found is not None
    return found.text, found.parts, found.spelled, text


@pytest.mark.parametrize(
    ("english", "text", "parts", "pinyin"),
    [
        ("Zhang Zhicheng said so.", "Zhang Zhicheng", ("zhang", "zhicheng"), True),
        ("Zhi-cheng Zhang’s words", "Zhi-cheng Zhang", ("zhang", "zhicheng"), True),
        ("Zhang Zhi Cheng said so.", "Zhang Zhi Cheng", ("zhang", "zhicheng"), True),
        ("Chang Chih-ch’eng said so.", "Chang Chih-ch’eng", ("chang", "chihcheng"), False),
        ("Mr. Zhang said so.", "Zhang", ("zhang",), True),
    ],
)
def test_a_person(english: str, text: str, parts: tuple[str, ...], pinyin: bool) -> None:
    assert rendered("张志成表示，要继续推进。", english) == (text, parts, pinyin, "张志成")


def test_the_english_says_how_long_the_chinese_name_is() -> None:
    assert rendered("冯诣博", "Feng Yibo")[3] == "冯诣博"


def test_a_place_and_a_foreigner() -> None:
    assert rendered("他去了广州。", "He went to Guangzhou’s port.") == (
        "Guangzhou", ("guangzhou",), True, "广州",
    )
    inventor = rendered("乔纳斯·索尔克出生于纽约。", "Jonas Salk was born in New York.")
    assert (inventor[0], inventor[1]) == ("Jonas Salk", ("jonas", "salk"))


def test_a_name_that_is_not_there() -> None:
    name = chinese_names("刘华指出，价值很高。")[0]
    pair = Bitext("刘华指出，价值很高。", "The value is high.", Place("d", 0))
    assert render(name, pair) == (None, "刘华")


def test_lu_with_two_dots_has_several_spellings() -> None:
    lu, lyu, lv = (spelled("吕明", [word, "Ming"]) for word in ("Lü", "Lyu", "Lv"))
    assert lu is not None and lyu is not None and lv is not None
    assert lu.parts == lyu.parts == lv.parts == ("lv", "ming")


def test_letters_and_words() -> None:
    assert (letters("Chih-ch’eng"), letters("Lü")) == ("chihcheng", "lu")
    assert words_of("Zhi-cheng Zhang’s 3 words") == ["Zhi-cheng", "Zhang’s", "words"]
