"""Which glosses teach the space of lone words, and what the space does with what it was taught."""

import numpy as np
import pytest
from fit_words import correlate, glosses_of


@pytest.mark.parametrize(
    ("word", "known", "unknown"),
    [
        # "to obey (an order)", "to defer to": "obey" is rarer than the encoder's pieces know well
        ("服从", {"defer"}, {"order", "to"}),
        # "patent" and "patented; proprietary" are words; a sense of several words is none
        ("专利", {"patent"}, {"right"}),
    ],
)
def test_glosses_are_single_content_words(word: str, known: set[str], unknown: set[str]) -> None:
    found = set(glosses_of(word))
    assert known <= found
    assert not unknown & found


def test_what_the_segmenter_does_not_know_teaches_nothing() -> None:
    assert glosses_of("AA制") == []
    # too long for a word
    assert glosses_of("中华人民共和国") == []


def test_correlated_directions_meet_and_noise_does_not() -> None:
    # two languages that say the same three things in other coordinates, and noise of their own
    chance = np.random.default_rng(5)
    said = chance.standard_normal((400, 3))
    noise = chance.standard_normal((2, 400, 3))
    ours = np.concatenate([said, noise[0]], axis=1).astype(np.float32)
    theirs = np.concatenate([noise[1], said @ [[0, 2, 0], [1, 0, 0], [0, 0, 3]]], axis=1)
    space = correlate(ours, theirs.astype(np.float32))
    one, two = ours @ space[0, :-1] + space[0, -1], theirs @ space[1, :-1] + space[1, -1]
    cosines = (one * two).sum(axis=1) / np.linalg.norm(one, axis=1) / np.linalg.norm(two, axis=1)
    assert float(np.median(cosines)) > 0.95
