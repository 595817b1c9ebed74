from __future__ import annotations

import pytest

from corpus.negation_english import base_of, english_signs
from corpus.words import english_words


def signs_of(english: str, chinese: str, *meant: str) -> list[str]:
    found = english_signs(english, english_words(english), chinese, [frozenset(meant)])
    return [f"{english[one.start:one.end]} {one.kind}" for one in found]


@pytest.mark.parametrize(
    ("chinese", "english", "signs"),
    [
        ("他没来", "He did not come.", ["not plain"]),
        ("不再", "It is no longer so.", ["no longer turn"]),
        ("不仅", "not only", ["not only told"]),
        ("他去", "not only", ["not only turn"]),
        ("前所未有", "not unprecedented", ["not plain", "unprecedented prefix"]),
        ("还没出门", "had yet to leave", ["yet to word"]),
        ("太近", "too close to it", []),
        ("不知道是谁", "did not know whether it was he or she", ["not plain"]),
        ("更像外交而非科学", "more like diplomacy than science", ["more turn"]),
        ("不清楚", "That is unclear.", ["unclear prefix"]),
        ("没有意义", "It is meaningless.", ["meaningless word"]),
        ("他没买", "He went but did not buy.", ["but weak", "not plain"]),
        ("但他没买", "He went but did not buy.", ["but told", "not plain"]),
        ("也没", "not seen or heard", ["not plain", "or shared"]),
        ("并非不可能", "It is not impossible.", ["not weak", "impossible prefix"]),
        ("不少于三人", "at least three", ["at least turn"]),
        ("三人", "at least three", []),
    ],
)
def test_english(chinese: str, english: str, signs: list[str]) -> None:
    assert signs_of(english, chinese) == signs


def test_a_word_that_translates_another_is_told() -> None:
    assert signs_of("They refused.", "", "refus") == ["refused told"]
    assert signs_of("Simply put, it is understood.", "", "simpl") == ["Simply told"]


def test_a_few_is_no_negation() -> None:
    assert signs_of("Few came", "没人来") == ["Few word"]
    assert signs_of("A few came", "没人来") == []


def test_what_a_prefixed_word_negates() -> None:
    assert [base_of(word) for word in ("unnecessary", "groundless", "non-tariff")] == [
        "necessari", "ground", "tariff",
    ]


@pytest.mark.parametrize(
    ("english", "signs"),
    [
        ("It is far from clear.", ["far from word"]),
        ("He came rather than wrote.", ["rather than word"]),
        ("He rather liked it.", ["rather weak"]),
        ("by no means easy", ["no plain"]),
        ("It is still dark.", ["still dark word"]),
        ("It is still here, and far away.", []),
        ("a duty-free shop, a free shop", ["duty-free word"]),
        ("Too few to count", ["Too few to word"]),
        ("a non-profit body", ["non-profit word"]),
        ("an ill-timed visit in vain", ["ill-timed word", "in vain word"]),
        ("The lamp stays off, he stays calm.", ["stays off weak"]),
        ("He ruled it, they ruled out both.", ["ruled out word"]),
        ("an anti-war film", ["anti-war weak"]),
        ("She couldn't have cared less.", ["couldn't have cared less turn"]),
        ("He went. Nor did I stay.", ["Nor turn"]),
        ("out of reach, out of town", ["out of reach turn", "out of word"]),
        ("I don't think so, do I?", ["don't plain"]),
    ],
)
def test_what_is_longer_than_a_word(english: str, signs: list[str]) -> None:
    assert signs_of(english, "他来") == signs
