import numpy as np
import pytest

from align.clauses import clauses_of, split_clauses


def test_english_is_cut_at_joining_words_between_long_halves() -> None:
    texts = ["She picked up the money and followed Zhou Rui's wife out of the room."]
    (found,) = split_clauses(texts, chinese=False)
    assert [clause.text for clause in found] == [
        "She picked up the money ",
        "and followed Zhou Rui's wife out of the room.",
    ]


def test_a_short_half_stays() -> None:
    (found,) = split_clauses(["Bread and butter for everybody here."], chinese=False)
    assert len(found) == 1


def test_chinese_is_cut_at_its_commas() -> None:
    (found,) = split_clauses(["她拿了银钱，跟着他走到外边。"], chinese=True)
    assert [(clause.start, clause.end) for clause in found] == [(0, 6), (6, 14)]


def test_clauses_know_their_sentence_and_their_weight() -> None:
    texts = split_clauses(["她拿了银钱，跟着他走到外边。", "好。"], chinese=True)
    side = clauses_of(texts, np.zeros((3, 4), np.float32), chinese=True)
    assert side.first.tolist() == [0, 2, 3]
    # six characters are four tokens
    assert side.weights[0] == pytest.approx(1.0)
