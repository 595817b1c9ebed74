"""Words in one space: who is whose counterpart, checked on the encoder that ships."""

from __future__ import annotations


import numpy as np
import pytest

from align.encoder import default_encoder
from align.wordmatch import (
    WordStates,
    chinese_states,
    english_information,
    english_states,
    similarity,
)


def one_of_each(chinese: str, english: str) -> tuple[WordStates, WordStates]:
    encoder = default_encoder()
    return chinese_states([chinese], encoder)[0], english_states([english], encoder)[0]


def best(chinese: str, english: str) -> dict[str, str]:
    """Each Chinese word's most similar English word."""
    zh, en = one_of_each(chinese, english)
    table = similarity(zh, en)
    return {
        word.text: en.words[int(table[row].argmax())].text
        for row, word in enumerate(zh.words)
        if zh.weights[row] > 0
    }


def test_words_find_their_translation() -> None:
    found = best("我们应善用技术工具和开放资源。", "We should make good use of technology and open resources.")
    assert found["技术"] == "technology"
    assert found["开放"] == "open"
    assert found["资源"] == "resources"


@pytest.mark.parametrize(
    ("chinese", "english", "word", "counterpart"),
    [
        ("张志成介绍了情况。", "Zhicheng introduced the situation, said Li.", "志成", "Zhicheng"),
        ("他参观了TISC。", "A visit to the TISC was paid by him.", "TISC", "TISC"),
        ("共有68项服务。", "There are services of all kinds, 68 in number.", "68", "68"),
    ],
)
def test_names_letters_and_figures_find_themselves(
    chinese: str, english: str, word: str, counterpart: str
) -> None:
    assert best(chinese, english)[word] == counterpart


def test_a_director_is_not_a_mister_zhang() -> None:
    zh, en = one_of_each("人事司司长张志成", "Zhang Zhicheng, Director of Personnel")
    table = similarity(zh, en)
    row = [word.text for word in zh.words].index("司长")
    column = [word.text for word in en.words].index("Zhang")
    assert table[row, column] < 0.3


def test_punctuation_and_function_words_weigh_nothing() -> None:
    zh, en = one_of_each("他的知识产权，和我们的。", "His intellectual property and ours.")
    weights = {word.text: float(weight) for word, weight in zip(zh.words, zh.weights)}
    assert weights["，"] == weights["的"] == weights["和"] == 0
    assert weights["知识产权"] == 1
    weights = {word.text: float(weight) for word, weight in zip(en.words, en.weights)}
    assert weights["and"] == 0
    assert weights["intellectual"] == 1


def test_a_variable_says_less_than_a_name() -> None:
    zh, _ = one_of_each("顶点u和IBM的B细胞", "a vertex")
    weights = {word.text: float(weight) for word, weight in zip(zh.words, zh.weights)}
    assert weights["IBM"] == 1
    assert weights["u"] == weights["B"] == pytest.approx(0.4)


def test_frequent_english_words_say_less() -> None:
    assert english_information("the") < english_information("people")
    assert english_information("people") < english_information("entrepreneurs")


def test_vectors_are_unit_rows_but_of_particles_and_marks() -> None:
    zh, en = one_of_each("知识产权的人才。", "Talent for the new office.")
    assert [word.text for word in zh.words] == ["知识产权", "的", "人才", "。"]
    assert np.linalg.norm(zh.vectors, axis=1).round(5).tolist() == [1, 0, 1, 0]
    assert np.linalg.norm(en.vectors, axis=1).round(5).tolist() == [1, 0, 0, 1, 1]


def test_empty_sides_give_an_empty_table() -> None:
    zh, en = one_of_each("", "Read more")
    assert len(zh) == 0
    assert similarity(zh, en).shape == (0, 2)


def test_a_text_has_the_same_words_in_any_batch() -> None:
    encoder = default_encoder()
    texts = ["王楠", "她鼓励同学们持续关注知识产权领域。", ""]
    together = chinese_states(texts, encoder)
    for text, states in zip(texts, together):
        alone = chinese_states([text], encoder)[0]
        assert alone.words == states.words
        assert np.allclose(alone.vectors, states.vectors, atol=1e-4)
