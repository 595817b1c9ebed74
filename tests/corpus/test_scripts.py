from __future__ import annotations

import pytest

from corpus.scripts import chinese_script, count, has_han, has_latin, is_english, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("知识产权人才工作", "zh"),
        ("國際知識產權組織", "zh"),
        ("刘华", "zh"),
        ("（完）", "zh"),
        ("WIPO GREEN绿色技术交易平台", "zh"),
        ("IP Key China 项目", "zh"),
        ("技术与创新支持中心(Technology and Innovation Support Center, TISC)", "zh"),
        ("他高呼：“I have a dream that one day this nation will rise up.”", "zh"),
        ("参见 https://www.wipo.int/portal/en/index.html", "zh"),
        ("下载 Microsoft Office for Mac", "zh"),
        ("\U00020bb7野家", "zh"),
        ("Wang Nan", "en"),
        ("The word 关系 means relationship.", "en"),
        ("Guanxi (关系) matters", "en"),
        ("My name is 王小明 and I live in Beijing.", "en"),
        ("John Smith, Jean de la Fontaine", "en"),
        ("Complete: x ≥A y or y ≥A x;", "en"),
        ("12 May 2024", "en"),
        ("Mars", "en"),
        ("30 avril 2024", "other"),
        ("3 de mayo de 2024", "other"),
        ("La Conférence diplomatique sur un traité relatif au droit des dessins", "other"),
        ("Der Rat hat die Verordnung angenommen", "other"),
        ("日本の首都は東京です", "other"),
        ("대한민국의 수도는 서울입니다", "other"),
        ("Россия и Китай", "other"),
        ("https://www.wipo.int/portal/en/index.html", "other"),
        ("woc@wipo.int", "other"),
        ("2024", "other"),
        ("— —", "other"),
        ("", "other"),
    ],
)
def test_language_of(text: str, language: str) -> None:
    assert language_of(text) == language


def test_an_aside_decides_where_nothing_else_is_said() -> None:
    assert language_of("(Photo: ZGC Forum)") == "en"
    assert language_of("“十四五”") == "zh"


def test_count_weighs_names_half() -> None:
    letters = count("“WIPO全球奖” awards to Beijing")
    assert letters.han == 3
    assert letters.words == 4
    assert letters.weight == 3.0


def test_count_takes_a_hyphenated_word_as_one() -> None:
    assert count("IPR-intensive co-operation don’t").words == 3


def test_is_english_is_lenient_with_short_texts() -> None:
    assert is_english("Ministère de la")
    assert not is_english("Le ministère de la culture et de la science")


def test_one_letter_is_enough() -> None:
    assert has_han("A股") and has_latin("A股")
    assert not has_han("A") and not has_latin("股")


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("产权组织中国办事处", "Hans"),
        ("產權組織中國辦事處", "Hant"),
        ("国际知识产权保护（“國”字的写法）", "Hans"),
        ("王楠", None),
        ("WIPO", None),
    ],
)
def test_chinese_script(text: str, script: str | None) -> None:
    assert chinese_script(text) == script
