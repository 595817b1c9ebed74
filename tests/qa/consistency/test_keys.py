from __future__ import annotations

import pytest

from qa.consistency.keys import folded, harmless, masked, sketch, telling


@pytest.mark.parametrize(
    "one, other",
    [
        ("欢迎光临。", "欢迎光临"),
        ("在 2025 年，", "在2025年,"),
        ("“十四五”规划", "「十四五」规划"),
        ("ＷＩＰＯ 中国", "wipo中国"),
        ("The Member-States.", "the member states"),
    ],
)
def test_case_width_punctuation_and_blanks_do_not_count(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    "one, other",
    [
        ("截至2023年底增长至86万人", "截至2024年底增长至9万人"),
        ("第五届委员会", "第十一届委员会"),
        ("11 sessions in March 2019", "7 sessions in May 2020"),
        ("nine academicians joined", "48 academicians joined"),
        ("grew by 79.4 percent", "grew by 1,200 percent"),
    ],
)
def test_numbers_are_masked(one: str, other: str) -> None:
    assert folded(one) != folded(other)
    assert masked(folded(one)) == masked(folded(other))


@pytest.mark.parametrize("text", ["一起努力", "万一下雨", "one of them", "we may go"])
def test_words_that_look_like_numbers_stay(text: str) -> None:
    assert masked(folded(text)) == folded(text)


def test_a_number_alone_tells_nothing() -> None:
    assert not telling(masked(folded("2023")))
    assert not telling(masked(folded("3年")))
    assert telling(masked(folded("目录")))


def test_near_texts_share_hashes_and_far_ones_do_not() -> None:
    one = sketch(folded("世界知识产权组织中国办事处主任刘华出席会议并发表讲话"))
    near = sketch(folded("世界知识产权组织中国办事处主任刘华出席会议并讲话"))
    far = sketch(folded("北京市今年将新建十二条地铁线路并改造老旧小区"))
    assert len(set(one) & set(near)) >= 2
    assert not set(one) & set(far)


@pytest.mark.parametrize(
    "one, other, what",
    [
        ("Welcome", "Welcome.", "the final mark"),
        ("Member States", "member states", "case"),
        ("IP  talent", "IP talent", "blanks"),
        ("（IP）", "(IP)", "width"),
        ("IP, talent", "IP; talent", "punctuation"),
    ],
)
def test_what_is_harmless_has_a_name(one: str, other: str, what: str) -> None:
    assert harmless(one, other) == what
