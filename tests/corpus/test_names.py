from __future__ import annotations

import pytest

from corpus.names import chinese_names


def found(text: str) -> list[tuple[str, str]]:
    return [(name.text, name.kind) for name in chinese_names(text)]


def test_people_places_and_foreign_names_in_one_sentence() -> None:
    text = "刘华主任在北京会见了苏恩·斯泰普·索伦森先生。"
    assert found(text) == [
        ("刘华", "person"),
        ("北京", "place"),
        ("苏恩·斯泰普·索伦森", "foreign"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("国家知识产权局局长申长雨先生", "申长雨"),
        ("欧阳修表示", "欧阳修"),
        ("王女士来了", "王"),
        ("惠特默说", "惠特默"),
    ],
)
def test_a_title_or_a_verb_of_speech_shows_a_name(text: str, name: str) -> None:
    assert name in [found.text for found in chinese_names(text)]


@pytest.mark.parametrize(
    "text", ["于是高兴地走了", "和平与发展", "这张图", "大家都从容应对", "铭文记载了周王册命贵族的过程", ""]
)
def test_everyday_words_are_no_names(text: str) -> None:
    assert found(text) == []


def test_a_ruler_is_named_without_the_title() -> None:
    assert found("画上有乾隆皇帝御题诗一首") == [("乾隆", "person")]


def test_the_longest_name_wins() -> None:
    assert found("粤港澳大湾区") == [("粤港澳大湾区", "place")]
    assert found("南非队获胜") == [("南非", "place")]


def test_two_places_in_a_row_are_two_names() -> None:
    assert [name.text for name in chinese_names("他去了青海格尔木旅游。")] == ["青海", "格尔木"]


def test_who_stands_in_a_list_with_a_name_is_one() -> None:
    def sure(text: str) -> list[tuple[str, bool]]:
        return [(name.text, name.sure) for name in chinese_names(text)]

    assert sure("节目请来了钟南山院士和陈展。") == [("钟南山", True), ("陈展", True)]
    assert sure("节目请来了陈展。") == [("陈展", False)]
    assert sure("节目请来了陈展，钟南山院士也到场。")[0] == ("陈展", False)


def test_a_title_tells_a_person_from_a_foreign_name() -> None:
    found = chinese_names("总台记者杨洪")
    assert [(name.text, name.kind, name.sure) for name in found] == [("杨洪", "person", True)]


def test_what_follows_tells_a_place() -> None:
    found = chinese_names("帕拉州确诊十四万例")
    assert [(name.text, name.sure) for name in found] == [("帕拉", True)]
