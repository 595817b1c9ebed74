import numpy as np

from align.pooling import pooled, summed
from align.tokens import Tokenised
from corpus.words import Word

#: "open sea" in one token, then "86万人" in three: 86, 万, 人 under marks.
TOKENS = Tokenised(
    ids=np.array([1, 5, 2, 1, 6, 7, 8, 2]),
    begins=np.array([0, 0, 8, 0, 0, 2, 3, 4]),
    ends=np.array([0, 8, 8, 0, 2, 3, 4, 4]),
    first=np.array([0, 3, 8]),
)
STATES = np.arange(16, dtype=np.float32).reshape(8, 2)
WORDS = [
    [Word("open", 0, 4), Word("sea", 5, 8)],
    [Word("86万", 0, 3), Word("人", 3, 4), Word("?", 4, 4)],
]


def test_rows_are_summed_from_place_to_place() -> None:
    assert summed(STATES, np.array([0, 2, 2, 8])).tolist() == [[2, 4], [0, 0], [54, 60]]


def test_tokens_are_summed_over_the_root_of_their_number() -> None:
    rows = pooled(WORDS, TOKENS, STATES)
    assert rows[:2].tolist() == [[2, 3], [2, 3]]
    assert np.allclose(rows[2], [(8 + 10) / 2**0.5, (9 + 11) / 2**0.5])
    assert rows[3].tolist() == [12, 13]
    # a word of no length has no token
    assert rows[4].tolist() == [0, 0]


def test_a_shared_token_is_divided_by_characters() -> None:
    rows = pooled([[Word("open", 0, 4), Word("sea", 5, 8)], []], TOKENS, STATES, shared=True)
    # half of the token, over the root of one half
    assert np.allclose(rows[0], np.array([2, 3]) * 0.5**0.5)
    assert np.allclose(rows[1], np.array([2, 3]) * (3 / 8) ** 0.5)


def test_no_words() -> None:
    assert pooled([[], []], TOKENS, STATES).shape == (0, 2)
