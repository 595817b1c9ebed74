from __future__ import annotations

import re

from corpus.jieba_dictionary import TOTAL, Dictionary, dictionary, dictionary_text

_TEXT = "中国 5 ns\n中国人 3 n\n刘华 2 nr\nT恤 4 n\n中东 1 ns\n"


def test_words_and_their_beginnings() -> None:
    made = Dictionary(_TEXT)
    made.need("中")
    assert made.counts == {"中国": 5, "中": 0, "中国人": 3, "中东": 1}
    assert made.read == {"中"}


def test_counts() -> None:
    made = Dictionary(_TEXT)
    assert [made.count(word) for word in ("T恤", "中国", "中", "没有", "")] == [4, 5, 0, 0, 0]


def test_people() -> None:
    made = Dictionary(_TEXT)
    assert made.is_person("刘华")
    assert not made.is_person("中国")
    assert not made.is_person("刘")


def test_the_sum_is_that_of_the_dictionary() -> None:
    assert sum(map(int, re.findall(r" (\d+) ", dictionary_text()))) == TOTAL


def test_the_real_one() -> None:
    assert dictionary().count("中国") == 129_470
    assert dictionary().is_person("鲁迅")
