"""Which words stay without a like one in right translations, and which hardly ever."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.words import chinese_words, english_words
from qa.coverage_habits import habits, stored_habits, telling
from qa.coverage_model import Mode


def test_a_word_is_looked_up_by_its_key() -> None:
    # Snowball makes "regards" and "regarding" one
    words = english_words("Regarding peace")
    assert habits({"regard": 0.7}, "en", words).tolist() == [0.7, 0.0]


def test_a_word_that_is_never_alone_counts_twice_at_the_most() -> None:
    # e to the power of a quarter and of minus a half
    told = telling(np.array([0, -3, -0.5, 1])).tolist()
    assert told == pytest.approx([1, 2, 1.284, 0.607], abs=0.001)


@pytest.mark.parametrize("mode", ["full", "fast"])
def test_law_is_never_alone_and_manners_of_speech_are(mode: Mode) -> None:
    listed = stored_habits(mode, "zh")
    law, says = habits(listed, "zh", chinese_words("法律表示"))
    assert law < -0.9
    assert says > 0.9


@pytest.mark.parametrize("mode", ["full", "fast"])
def test_no_word_stands_for_itself_alone(mode: Mode) -> None:
    # ten sights of any word are added: nothing is likelier than a few times more or less
    for listed in (stored_habits(mode, "zh"), stored_habits(mode, "en")):
        assert len(listed) > 1000
        assert all(0.1 <= abs(habit) < 5 for habit in listed.values())
