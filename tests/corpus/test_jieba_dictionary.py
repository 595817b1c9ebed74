from __future__ import annotations

import re

from corpus.jieba_dictionary import TOTAL, Dictionary, dictionary, dictionary_text

_WORDS = (
    "AT&T 3 nz\n中国 5 ns\n中国人 3 n\n刘华 2 nr\nT恤 4 n\n中东 1 ns\n"
    "\U00020000 2 n\n\U00020001 7 n\n"
).encode()


def test_counts() -> None:
    made = Dictionary(_WORDS)
    words = ("AT&T", "T恤", "中国", "中国人", "中东", "中", "没有", "", "\U00020001")
    assert [made.count(word) for word in words] == [3, 4, 5, 3, 1, 0, 0, 0, 7]


def test_a_broken_character_is_no_word() -> None:
    assert Dictionary(_WORDS).count("中\ud800") == 0


def test_people() -> None:
    made = Dictionary(_WORDS)
    assert made.is_person("刘华")
    assert not made.is_person("中国")
    assert not made.is_person("刘")


def test_the_sum_is_that_of_the_dictionary() -> None:
    assert sum(map(int, re.findall(r" (\d+) ", dictionary_text()))) == TOTAL


def test_the_real_one() -> None:
    assert dictionary().count("中国") == 129_470
    assert dictionary().is_person("鲁迅")
