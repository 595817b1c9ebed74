"""Words by themselves: synonyms of glosses lie near, other words do not."""

from __future__ import annotations

import numpy as np
import pytest

from align.encoder import default_encoder
from align.lone_words import lone_vectors, with_lone_words
from align.wordmatch import chinese_states, english_states


def alike(chinese: str, english: str) -> float:
    encoder = default_encoder()
    both = lone_vectors([chinese], encoder, 0) @ lone_vectors([english], encoder, 1).T
    return float(both.item())


@pytest.mark.parametrize(
    ("chinese", "english", "other"),
    [
        # 服从 is "to obey", "to submit" in the dictionary: the noun is not listed
        ("服从", "obedience", "kitchen"),
        ("豁免", "exempted", "kitchen"),
        ("推动", "promoting", "Saturday"),
        ("知识产权", "patents", "banana"),
    ],
)
def test_words_that_no_gloss_joins_are_alike(chinese: str, english: str, other: str) -> None:
    assert alike(chinese, english) > alike(chinese, other) + 0.1


def test_both_likenesses_are_weighed_together() -> None:
    encoder = default_encoder()
    zh = chinese_states(["士兵必须服从。"], encoder)
    en = english_states(["Obedience is due."], encoder)
    (both,), (english,) = with_lone_words(zh, encoder, 0), with_lone_words(en, encoder, 1)
    row = [word.text for word in both.words].index("服从")
    expected = 0.8 * zh[0].vectors[row] @ en[0].vectors[0] + 0.5 * alike("服从", "Obedience")
    assert float(both.vectors[row] @ english.vectors[0]) == pytest.approx(expected, abs=1e-5)
    assert both.words == zh[0].words


def test_lone_vectors_are_unit_rows_and_the_same_in_any_company() -> None:
    encoder = default_encoder()
    rows = lone_vectors(["命令", "服从"], encoder, 0)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert np.allclose(rows[1], lone_vectors(["服从"], encoder, 0)[0], atol=1e-6)


def test_texts_without_words() -> None:
    encoder = default_encoder()
    (empty,) = with_lone_words(chinese_states([""], encoder), encoder, 0)
    assert empty.vectors.shape[0] == 0
