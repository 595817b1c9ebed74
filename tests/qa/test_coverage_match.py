"""One to one: no word answers for two, and each word's evidence tells what it is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from align.wordmatch import WordStates
from corpus.words import Word
from qa.coverage_cells import Numbers
from qa.coverage_match import COLUMNS, Matched, match


def states(*texts: str, light: Sequence[str] = ()) -> WordStates:
    """Words of weight 1 (0 if ``light``) without vectors: the likeness is given by a table."""
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


def table(*rows: Sequence[float]) -> Numbers:
    return np.array(rows, dtype=np.float32)


def matched(zh: WordStates, en: WordStates, likeness: Numbers) -> tuple[Matched, Matched]:
    """One pair by itself, its likeness from the dictionary."""
    return next(match([(zh, en, likeness, likeness)]))


def known(side: Matched, place: int) -> dict[str, float]:
    return dict(zip(COLUMNS, map(float, side.evidence[place])))


def test_one_word_does_not_answer_for_two() -> None:
    zh, en = matched(
        states("技术", "一", "二", "三", "科技"),
        states("technology", "x", "y", "z"),
        table([0.9, 0, 0, 0], [0, 0.9, 0, 0], [0, 0, 0.9, 0], [0, 0, 0, 0.9], [0.8, 0, 0, 0]),
    )
    assert list(zh.partner) == [0, 1, 2, 3, -1]
    assert list(en.partner) == [0, 1, 2, 3]
    second = known(zh, 4)
    assert second["matched"] == 0
    assert second["best"] == pytest.approx(0.8)
    # technology is more like the other word
    assert second["mutual"] == 0
    assert known(zh, 0)["mutual"] == 1


def test_a_neighbours_partner_is_shared() -> None:
    # 知识产权 is intellectual and property
    _, en = matched(states("知识产权"), states("intellectual", "property"), table([0.9, 0.8]))
    assert known(en, 1)["matched"] == 0
    assert known(en, 1)["shared"] == pytest.approx(0.8)
    assert known(en, 0)["shared"] == 0


def test_a_function_word_is_a_poor_counterpart() -> None:
    zh, _ = matched(states("已有"), states("are", light=["are"]), table([0.5]))
    assert list(zh.partner) == [0]
    assert known(zh, 0)["content"] == 0


def test_the_second_best_and_the_size() -> None:
    zh, _ = matched(states("场所"), states("place", "site", "x"), table([0.5, 0.6, 0.1]))
    assert known(zh, 0)["second"] == pytest.approx(0.5)
    assert known(zh, 0)["size"] == pytest.approx(np.log(4))
    # likeness that no vector gave comes from the dictionary
    assert known(zh, 0)["listed"] == pytest.approx(0.6)


def test_a_far_mention_is_another_mention() -> None:
    words = [str(number) for number in range(60)]
    near = np.zeros((60, 60), dtype=np.float32)
    near[0, 0] = 0.5
    far = np.zeros((60, 60), dtype=np.float32)
    far[0, 59] = 0.5
    assert known(matched(states(*words), states(*words), near)[0], 0)["best"] == 0.5
    there = known(matched(states(*words), states(*words), far)[0], 0)
    assert there["best"] < 0.2
    assert there["anywhere"] == 0.5


def test_empty_sides() -> None:
    zh, en = matched(states("技术"), states(), np.zeros((1, 0), dtype=np.float32))
    assert list(zh.partner) == [-1]
    assert not zh.evidence.any()
    assert len(en.partner) == 0


def test_equal_words_keep_their_order_whatever_the_rounding() -> None:
    # 是的，是的，是的: yes, yes, yes; a later one is alike by a millionth more
    level = np.full((3, 3), 0.7)
    for slant in (level, level + np.fliplr(np.eye(3)) * 1e-6):
        zh, en = matched(states("是", "是", "是"), states("yes", "yes", "yes"), table(*slant))
        assert list(zh.partner) == list(en.partner) == [0, 1, 2]


def test_a_pair_is_matched_as_by_itself_whatever_lies_beside_it() -> None:
    # a long pair with a clause that moved to the front, one without Chinese words, a short one
    words = [str(number) for number in range(40)]
    moved = np.roll(np.eye(40, dtype=np.float32) * 0.8, 9, axis=1)
    long = states(*words), states(*words), moved, moved * 0.5
    none = states(), states("x"), *[np.zeros((0, 1), dtype=np.float32)] * 2
    short = states("场所"), states("place", "site"), *[table([0.5, 0.6])] * 2
    together = list(match([none, long, short, none, long]))
    for found, alone in zip(together, [none, long, short, none, long], strict=True):
        for side, expected in zip(found, next(match([alone]))):
            assert side.words == expected.words
            assert side.partner.tolist() == expected.partner.tolist()
            assert side.evidence.tolist() == expected.evidence.tolist()
    # nine places further on, where all of its neighbours are as well
    assert together[1][0].partner[:5].tolist() == [9, 10, 11, 12, 13]
