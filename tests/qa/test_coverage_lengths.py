"""What a Chinese text lets expect in English: kinds of words counted by hand."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.words import Word, chinese_words, english_words
from qa.coverage_lengths import (
    KINDS,
    Lengths,
    Shares,
    counted,
    length_ratios,
    stored_shares,
    usual_lengths,
)
from qa.coverage_words import Met


def side(words: list[Word]) -> Met:
    """Words of weight 1, all met."""
    ones = [1.0] * len(words)
    return Met(tuple(words), ones, ones, ones, list(range(len(words))), ones)


def kinds(*words: str) -> dict[str, int]:
    found = counted([Word(word, 0, len(word)) for word in words])
    return {kind: int(count) for kind, count in zip(KINDS, found) if count}


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("，", "comma"),
        ("；", "stop"),
        ("《", "bracket or quote"),
        ("……", "other mark"),
        ("2013", "figures"),
        ("3D", "figures"),
        ("GIS", "latin letters"),
        ("的", "particle"),
        ("和", "function word of one"),
        ("因为", "function word"),
        ("人", "one frequent"),
        ("牛", "one"),
        ("隼", "one rare"),
        ("中国", "two most frequent"),
        ("人才", "two frequent"),
        ("拥抱", "two rare"),
        ("实事求是", "four"),
        ("三顾茅庐", "four rare"),
        ("联合国安理会", "longer"),
    ],
)
def test_each_word_is_of_one_kind(word: str, kind: str) -> None:
    assert kinds(word) == {kind: 1}


def test_words_are_counted() -> None:
    assert kinds("书", "的", "书", "，", "的", "书") == {"particle": 2, "comma": 1, "one": 3}


def test_the_expected_length_is_the_sum_of_the_shares() -> None:
    # each word of any kind takes an English word of ten letters
    one = Shares(np.ones(len(KINDS)), np.full(len(KINDS), 2.0))
    chinese, english = side([Word("书", 0, 1)] * 8), side([Word("books", 0, 5)] * 3)
    lengths = length_ratios(chinese, english, one)
    assert lengths.content == pytest.approx(np.log(10 / 5))
    assert lengths.letters == pytest.approx(np.log(18 / 5))


def test_lengths_turn_with_the_side() -> None:
    lengths = Lengths(0.4, 0.3)
    assert lengths.reverse == Lengths(-0.4, -0.3)
    assert lengths.less(Lengths(0.4, 0.1)) == pytest.approx((0, 0.2))


def test_a_lost_clause_makes_the_english_short() -> None:
    chinese = "她强调，在数字化时代背景下，同学们应拥抱变革与创新，善用技术工具和开放资源。"
    whole = (
        "She stressed that in the digital age the students should embrace change and innovation"
        " and make good use of technology and open resources."
    )
    part = "She stressed that the students should make good use of technology and open resources."
    zh = side(chinese_words(chinese))
    full, short = (length_ratios(zh, side(english_words(text))) for text in (whole, part))
    assert abs(full.letters) < 0.3 < short.letters


def test_particles_take_less_than_rare_words() -> None:
    shares = stored_shares()
    for taken in (shares.content, shares.letters):
        by_kind = dict(zip(KINDS, taken.tolist()))
        assert by_kind["particle"] < by_kind["two rare"] < by_kind["four rare"]


def test_a_document_has_its_own_length() -> None:
    # ten pairs count as much as the ten that are taken for usual
    assert usual_lengths([Lengths(0.2, -0.1)] * 10) == pytest.approx((0.1, -0.05))
    # and no document moves the expectation by more than a third
    assert usual_lengths([Lengths(2.0, -2.0)] * 90) == pytest.approx((0.3, -0.3))
    assert usual_lengths([]) == Lengths(0, 0)
