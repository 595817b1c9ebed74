"""The features, on words whose counterparts are given by hand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from corpus.words import Word
from qa.coverage_features import NAMES, Free, Missing, features, pair_features
from qa.coverage_lengths import Lengths
from qa.coverage_words import Met


def side(
    met: Sequence[float],
    partner: Sequence[int] | None = None,
    size: int = 2,
    around: Sequence[float] | None = None,
) -> Met:
    """Words of ``size`` characters that touch, all of weight 1."""
    places = range(len(met))
    return Met(
        tuple(Word("字" * size, place * size, (place + 1) * size) for place in places),
        [1.0] * len(met),
        list(met),
        list(met),
        list(partner if partner is not None else [-1] * len(met)),
        list(met if around is None else around),
    )


def named(own: Met, other: Met, clauses: list[tuple[int, int]]) -> dict[str, float]:
    values = features(own, other, clauses, Lengths(0.1, 0.2), Missing(3, 1, 2))
    return dict(zip(NAMES, map(float, values)))


def test_the_worst_clause_counts() -> None:
    own = side([1, 1, 1, 0, 0, 0])
    found = named(own, side([1, 1, 1]), [(0, 6), (6, 12)])
    assert found["clause"] == pytest.approx(3 / 3.5)
    # three lost words, no more than odds of 20 to 1 each: log(20) is 3
    assert found["doubt"] == pytest.approx(np.log1p(9), abs=0.001)
    assert found["run"] == pytest.approx(np.log1p(3 * 2.7), abs=0.001)
    assert found["gap"] == pytest.approx(np.log1p(3))
    assert found["length"] == pytest.approx(0.1)
    assert found["letters"] == pytest.approx(0.2)


def test_words_without_content_are_never_doubted() -> None:
    found = named(side([0]).weighing([0.0]), side([1]), [(0, 2)])
    assert found["doubt"] == found["run"] == found["clause"] == 0


def test_a_stretch_ends_where_words_are_met_again() -> None:
    # a met word between is outweighed, three are not
    held = named(side([0, 0, 1, 0, 0]), side([]), [])
    parted = named(side([0, 0, 1, 1, 1, 0, 0]), side([]), [])
    assert held["run"] == pytest.approx(np.log1p(4 * 2.7 - 3.3), abs=0.001)
    assert parted["run"] == pytest.approx(np.log1p(2 * 2.7), abs=0.001)


def test_three_lost_numbers_are_no_worse_than_two() -> None:
    found = named(side([1]), side([1]), [(0, 2)])
    assert found["numbers"] == 2
    assert found["names"] == 1


def test_a_missing_sentence_counts_as_far_as_a_clause_is_unmet() -> None:
    # one lost word; half of a word more is taken as there
    assert named(side([0]), side([1]), [(0, 2)])["sentences"] == pytest.approx(np.log(3) / 1.5)
    # two sentences made one
    assert named(side([1]), side([1]), [(0, 2)])["sentences"] == 0


def test_what_stands_free_on_the_other_side_is_its_share() -> None:
    # two of three words are like nothing; one more word is taken as there
    assert named(side([1]), side([1, 0, 0]), [])["free"] == pytest.approx(2 / 4)
    assert named(side([1]), side([1, 1, 1]), [])["free"] == 0


def test_free_content_between_the_neighbours_answers_for_a_run() -> None:
    # words 1 and 2 are unmet; between the counterparts of 0 and 3 stand two unmet words
    own = side([1, 0, 0, 1], [0, -1, -1, 3])
    free = side([1, 0, 0, 1], [0, -1, -1, 3])
    tight = side([1, 1], [0, 3])
    assert Free(own, free).content(1, 2) == 2
    assert Free(own, tight).content(1, 2) == 0
    assert named(own, free, [(0, 8)])["gap"] < named(own, tight, [(0, 8)])["gap"]


def test_nothing_at_all() -> None:
    empty = side([])
    assert np.isfinite(features(empty, empty, [], Lengths(0, 0), Missing(0, 0))).all()
    assert np.isfinite(pair_features(empty, empty, Lengths(0, 0))).all()


def test_surroundings_are_a_second_opinion() -> None:
    # synonyms that the vectors hold apart, but their place is not empty
    own = side([0.2, 0.2, 0.9, 0.9], around=[0.9, 0.9, 0.9, 0.9])
    values = named(own, side([1.0] * 4), [(0, 4), (4, 8)])
    assert values["clause"] == pytest.approx(1.6 / 2.5)
    assert values["clause around"] == pytest.approx(0.2 / 2.5)
    assert values["run"] > 1 > values["run around"] == 0
    assert values["doubt around"] == 0
