from __future__ import annotations

import pytest

from corpus.errors import InputError
from corpus.joined import joined, sentences
from corpus.ladders import Link

SOURCE = (sentences(["天亮了。", "他走了。", "雨停了。"], "zh-CN"), "a.zh.txt")
TARGET = (sentences(["At dawn he left.", "Silence."], "en-US"), "a.en.txt")


def told(links: list[Link]) -> list[tuple[int, str, str, float]]:
    pairs = joined(links, SOURCE, TARGET, "a.align")
    return [(pair.index, pair.source_text, pair.target_text, pair.score) for pair in pairs]


def test_sentences_of_a_bead_are_joined_as_their_language_joins_them() -> None:
    links = [Link((0, 1), (0,), 0.9), Link((2,), ()), Link((), (1,), 0.0)]
    assert told(links) == [
        (0, "天亮了。他走了。", "At dawn he left.", 0.9), (1, "雨停了。", "", 0.0), (2, "", "Silence.", 0.0)
    ]


def test_sentences_in_no_bead_come_out_unpaired_in_their_place() -> None:
    assert told([Link((1,), (0,), 0.9)]) == [
        (0, "天亮了。", "", 0.0), (1, "他走了。", "At dawn he left.", 0.9), (2, "雨停了。", "", 0.0),
        (3, "", "Silence.", 0.0),
    ]


def test_a_score_that_is_no_probability_is_none() -> None:
    [pair, *_] = joined([Link((0, 1, 2), (0, 1), 3.7)], SOURCE, TARGET, "a.align")
    assert (pair.score, pair.properties) == (1.0, {"duiyi-scored": "no"})


def test_a_sentence_that_is_not_there() -> None:
    with pytest.raises(InputError) as raised:
        told([Link((0,), (2,))])
    assert str(raised.value) == (
        "a.align: a bead names sentence 2, but a.en.txt has 2 (from 0)"
        " (are these the texts that were aligned?)"
    )
