"""One to one: no word answers for two, abbreviations answer for several."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from align.wordmatch import WordStates
from corpus.words import Word
from qa.coverage_words import Decided, meet, unmet_runs


def states(*texts: str, light: Sequence[str] = ()) -> WordStates:
    words, start = [], 0
    for text in texts:
        words.append(Word(text, start, start + len(text)))
        start += len(text) + 1
    return WordStates(
        tuple(words),
        np.zeros((len(words), 0), dtype=np.float32),
        np.array([0 if text in light else 1 for text in texts], dtype=np.float32),
        texts,
    )


def table(*rows: Sequence[float]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.array(rows, dtype=np.float32)


def test_one_word_does_not_answer_for_two() -> None:
    zh, _ = meet(
        states("技术", "一", "二", "三", "科技"),
        states("technology", "x", "y", "z"),
        table([0.9, 0, 0, 0], [0, 0.9, 0, 0], [0, 0, 0.9, 0], [0, 0, 0, 0.9], [0.8, 0, 0, 0]),
    )
    assert zh.met[0] == 1
    assert zh.met[4] == 0
    assert zh.best[4] == 1


def test_a_neighbour_may_share_its_partner() -> None:
    # 知识产权 is intellectual and property
    _, en = meet(states("知识产权"), states("intellectual", "property"), table([0.9, 0.8]))
    assert en.met[0] == 1
    assert en.met[1] == pytest.approx(0.85)


def test_decided_places_are_not_asked_again() -> None:
    zh, _ = meet(
        states("86", "万人"),
        states("people"),
        table([0.0], [0.9]),
        (Decided(answered=((0, 2),), unanswered=((3, 5),)), Decided()),
    )
    assert list(zh.met) == [1, 0]


def test_an_abbreviation_stands_for_the_words_it_spells() -> None:
    zh, en = meet(
        states("访问", "产权", "组织"), states("visited", "WIPO"), table([0.9, 0], [0, 0], [0, 0])
    )
    assert zh.met[1] == zh.met[2] == pytest.approx(0.8)
    assert en.met[1] == pytest.approx(0.8)


def test_an_abbreviation_does_not_hide_a_lost_clause() -> None:
    zh, _ = meet(
        states("一", "二", "三", "四", "五", "六"), states("WOC"), np.zeros((6, 1), dtype=np.float32)
    )
    assert zh.met.max() == 0


def test_a_far_mention_is_another_mention() -> None:
    words = [str(number) for number in range(60)]
    near = np.zeros((60, 60), dtype=np.float32)
    near[0, 0] = 0.5
    far = np.zeros((60, 60), dtype=np.float32)
    far[0, 59] = 0.5
    assert meet(states(*words), states(*words), near)[0].met[0] == 1
    assert meet(states(*words), states(*words), far)[0].met[0] < 0.3


def test_function_words_do_not_part_a_run() -> None:
    zh, _ = meet(
        states("拥抱", "与", "创新", "技术", light=["与"]),
        states("technology"),
        table([0.0], [0.0], [0.0], [0.9]),
    )
    assert unmet_runs(zh) == [[0, 2]]


def test_empty_sides() -> None:
    zh, en = meet(states("技术"), states(), np.zeros((1, 0), dtype=np.float32))
    assert list(zh.met) == [0]
    assert len(en.met) == 0
