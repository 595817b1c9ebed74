from __future__ import annotations

import pytest

from corpus.negations import chinese_negations, english_negations, given_back


def test_counts_on_both_sides() -> None:
    plain, excuses = chinese_negations("他没有来，不久就走了，非常遗憾。", "")
    assert [mark.text for mark in plain] == ["没有"]
    assert excuses == 1  # 不久
    english = english_negations("He did not come, nor did he call; no matter.")
    assert [mark.text for mark in english] == ["not"]


@pytest.mark.parametrize(
    ("chinese", "plain", "excuses"),
    [
        ("他没有来", ["没有"], 0),
        ("住户未在事故中受伤", ["未在"], 0),
        ("品牌无处不在", [], 1),
        ("不断扩大，不仅如此，非常好", [], 0),
        ("你是不是记者，能不能来", [], 0),
        ("非洲的未来", [], 0),
        ("洪水没过了脚踝", [], 0),
        ("水没过膝盖，又没过他的胸口", [], 0),
        ("惨遭没顶，小船沉没，田地淹没，财产没收", [], 0),
        ("积雪没膝，箭没入木中，家道没落", [], 0),
        ("他没收到信，没入选，也没顶住压力", ["没", "没", "没"], 0),
        ("措施没落实，考试没过", ["没", "没"], 0),
        ("", [], 0),
    ],
)
def test_chinese(chinese: str, plain: list[str], excuses: int) -> None:
    marks, free = chinese_negations(chinese, "")
    assert [mark.text for mark in marks] == plain
    assert free == excuses


def test_a_word_that_is_given_back_excuses_nothing() -> None:
    assert chinese_negations("他拒绝参加", "He refused to take part.") == ([], 0)
    assert chinese_negations("他拒绝参加", "He would not take part.") == ([], 1)


@pytest.mark.parametrize(
    ("english", "marks"),
    [
        ("It isn't so, and never was.", ["isn't", "never"]),
        ("Not only that, no matter what, no doubt.", []),
        ("It did not open until May.", []),
        ("Notes on knots.", []),
    ],
)
def test_english(english: str, marks: list[str]) -> None:
    assert [mark.text for mark in english_negations(english)] == marks


def test_what_translates_another_word_is_blanked() -> None:
    assert given_back("他去了，但没买", "he went but bought none.") == "he went     bought none."
    assert given_back("他去了", "he went but bought none.") == "he went but bought none."
