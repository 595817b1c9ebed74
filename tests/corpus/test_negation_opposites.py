from __future__ import annotations

import pytest

from corpus.negation_opposites import opposites_in, words_against


def opposed(chinese: str, negated: str, english: str, word: str) -> bool:
    start = chinese.rindex(negated)
    found = words_against(start, start + len(negated), opposites_in(chinese))
    return any(words.match(english.lower(), english.index(word)) for words in found)


@pytest.mark.parametrize(
    ("chinese", "negated", "english", "word"),
    [
        ("这题不容易", "不", "This one is hard.", "hard"),
        ("他一声不吭", "一声不吭", "He kept silent.", "silent"),
        ("东西都不见了", "不见", "My things were gone.", "gone"),
        ("不同寻常的一天", "不", "a strange day", "strange"),
        ("指示灯不亮", "不", "The light stays off.", "stays off"),
        ("记不起了", "记不起", "I forgot.", "forgot"),
        ("非公有资本", "非", "non-public capital", "non-public"),
    ],
)
def test_said_from_the_other_side(chinese: str, negated: str, english: str, word: str) -> None:
    assert opposed(chinese, negated, english, word)


@pytest.mark.parametrize(
    ("chinese", "negated", "english", "word"),
    [
        ("不说话就走", "不", "He left at once.", "left"),
        ("不容易，也不贵", "不贵", "It is hard.", "hard"),    # of the other 不
        ("不容易", "不", "a piece of hardware", "hardware"),
        ("非公有资本", "非", "no capital", "no"),
    ],
)
def test_other_words_are_no_opposites(
    chinese: str, negated: str, english: str, word: str
) -> None:
    assert not opposed(chinese, negated, english, word)


def test_a_text_without_negations_has_none() -> None:
    assert opposites_in("他来了，很高兴。") == []
