import math

import pytest

from align.gaps import gap_sign


def test_one_sentence_in_twenty_says_nothing() -> None:
    # with three of a hundred seen before 55 of 1,100
    assert gap_sign(52, 1000) == pytest.approx(0)


def test_few_gaps_in_a_long_text_say_much_and_in_a_short_one_little() -> None:
    # a text of which nothing is known has three of a hundred
    assert gap_sign(0, 0) == pytest.approx(math.log(0.03 / 0.05))
    assert gap_sign(0, 25) == pytest.approx(math.log(0.024 / 0.05))
    assert gap_sign(0, 900) == pytest.approx(math.log(0.003 / 0.05))


def test_beyond_twice_the_even_share_more_gaps_say_no_more() -> None:
    assert 0 < gap_sign(90, 1000) < gap_sign(200, 1000) == gap_sign(900, 1000)
    assert gap_sign(900, 1000) == pytest.approx(math.log(2))
