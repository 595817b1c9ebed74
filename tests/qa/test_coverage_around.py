"""Lost words and words said otherwise: their own likeness is the same, their places are not."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

import numpy as np
import pytest

from corpus.words import Word
from qa.coverage_around import COLUMNS, with_surroundings
from qa.coverage_match import COLUMNS as MATCH
from qa.coverage_match import Matched

LIKE = 0.9


def side(partners: Sequence[int]) -> Matched:
    """Words of weight 1 with these counterparts, each as like as can be wished."""
    evidence = np.zeros((len(partners), len(MATCH)), dtype=np.float32)
    evidence[:, 0] = [LIKE if partner >= 0 else 0 for partner in partners]
    return Matched(
        tuple(Word(str(place), place, place + 1) for place in range(len(partners))),
        np.ones(len(partners), dtype=np.float32),
        np.array(partners, dtype=np.int64),
        evidence,
    )


def facing(partners: Sequence[int], size: int) -> tuple[Matched, Matched]:
    back = [-1] * size
    for place, partner in enumerate(partners):
        if partner >= 0:
            back[partner] = place
    return side(partners), side(back)


def known(matched: Matched, place: int) -> dict[str, float]:
    found = matched.evidence[place, len(MATCH) :]
    return dict(zip(COLUMNS, found.tolist(), strict=True))


#: The middle four of twelve words have no counterpart: the English is four words short ...
LOST = facing([0, 1, 2, 3, -1, -1, -1, -1, 4, 5, 6, 7], 8)
#: ... or has four words of its own there.
OTHERWISE = facing([0, 1, 2, 3, -1, -1, -1, -1, 8, 9, 10, 11], 12)


def test_what_is_lost_has_no_room() -> None:
    lost, otherwise = (one[0] for one in with_surroundings([LOST, OTHERWISE]))
    # unmet here are four words, there none; half a word is added to both
    assert known(lost, 5)["room"] == pytest.approx(log(0.5 / 4.5))
    assert known(otherwise, 5)["room"] == pytest.approx(0)
    # far from it nothing is missing
    assert known(lost, 0)["room"] == pytest.approx(0)


def test_an_accidental_likeness_stands_apart_and_bends_no_ladder() -> None:
    # word 4 is most like the last word: another mention of the thing
    ((zh, _),) = with_surroundings([facing([0, 1, 2, 3, 8, 4, 5, 6, 7], 9)])
    # expected between 3 and 4
    assert known(zh, 4)["apart"] == pytest.approx((8 - 3.5) / 20)
    assert known(zh, 3)["apart"] == 0


def test_words_without_a_counterpart_are_as_far_as_can_be() -> None:
    ((zh, en),) = with_surroundings([LOST])
    assert known(zh, 4)["apart"] == 1
    assert en.evidence.shape == (8, len(MATCH) + len(COLUMNS))


def test_pairs_do_not_touch_each_other() -> None:
    together = with_surroundings([LOST, OTHERWISE, LOST])
    for pair, among in zip((LOST, OTHERWISE, LOST), together):
        alone = with_surroundings([pair])[0]
        for one, other in zip(alone, among):
            assert np.allclose(one.evidence, other.evidence, atol=1e-6)


def test_empty_sides() -> None:
    (pair,) = with_surroundings([(side([-1, -1]), side([]))])
    assert pair[0].evidence.shape == (2, len(MATCH) + len(COLUMNS))
    assert pair[1].evidence.shape == (0, len(MATCH) + len(COLUMNS))
    assert with_surroundings([]) == []
