"""From doubts to words that are met; abbreviations answer for several."""

from __future__ import annotations

import numpy as np
import pytest

from qa.coverage_words import Decided, Met, meet, unmet_runs
from tests.qa.test_coverage_match import matched, states

#: Odds of more than a hundred to one.
_LOST, _KEPT = 5.0, -5.0


def met(
    chinese: dict[str, float],
    english: dict[str, float],
    decided: tuple[Decided, Decided] = (Decided(), Decided()),
    light: tuple[str, ...] = (),
) -> tuple[Met, Met]:
    """Words with how much is doubted of each, with their surroundings twice as much."""
    zh, en = states(*chinese, light=light), states(*english, light=light)
    nothing = np.zeros((len(chinese), len(english)), dtype=np.float32)
    first, second = (np.array(list(side.values())) for side in (chinese, english))
    doubts = np.stack([first, 2 * first], axis=1), np.stack([second, 2 * second], axis=1)
    return meet(matched(zh, en, nothing), doubts, decided)


def test_no_doubt_is_met() -> None:
    zh, _ = met({"技术": _KEPT, "创新": 0.0, "拥抱": _LOST}, {"technology": _KEPT})
    assert zh.met == pytest.approx([0.993, 0.5, 0.007], abs=0.001)
    assert sum(zh.gone) == pytest.approx(1.5)


def test_surroundings_say_how_far_a_word_is_met_as_well() -> None:
    zh, _ = met({"技术": _KEPT, "创新": 0.0, "拥抱": 1.0}, {"technology": _KEPT})
    assert zh.around == pytest.approx([1, 0.5, 0.119], abs=0.001)


def test_function_words_are_never_lost() -> None:
    zh, _ = met({"的": _LOST}, {"of": _KEPT}, light=("的",))
    assert zh.gone == [0]


def test_decided_places_are_not_asked_again() -> None:
    zh, _ = met(
        {"86": _LOST, "万人": _KEPT},
        {"people": _KEPT},
        (Decided(answered=((0, 2),), unanswered=((3, 5),)), Decided()),
    )
    assert zh.met == zh.around == [1, 0]


def test_an_abbreviation_stands_for_the_words_it_spells() -> None:
    zh, en = met(
        {"访问": _KEPT, "产权": _LOST, "组织": _LOST}, {"visited": _KEPT, "WIPO": _LOST}
    )
    assert zh.met[1] == zh.met[2] == pytest.approx(0.8)
    assert en.met[1] == pytest.approx(0.8)


def test_an_abbreviation_does_not_hide_a_lost_clause() -> None:
    zh, _ = met(dict.fromkeys("一二三四五六", _LOST), {"WOC": _LOST})
    assert max(zh.met) < 0.01


def test_function_words_do_not_part_a_run() -> None:
    zh, _ = met(
        {"拥抱": _LOST, "与": _KEPT, "创新": _LOST, "技术": _KEPT},
        {"technology": _KEPT},
        light=("与",),
    )
    assert unmet_runs(zh) == [[0, 2]]


def test_empty_sides() -> None:
    zh, en = met({"技术": _LOST}, {})
    assert zh.met == pytest.approx([0.007], abs=0.001)
    assert len(en.met) == 0
