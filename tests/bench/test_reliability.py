import numpy as np
import pytest
from lxml import etree
from reliability import plot, reliability

SCORE = np.array([0.05, 0.5, 0.55, 0.58, 1.0])
RIGHT = np.array([0.0, 1.0, 0.0, 1.0, 1.0])


def test_bins_hold_their_pairs_and_empty_ones_are_left_out() -> None:
    found = reliability(SCORE, RIGHT, 10)
    assert [one[:2] for one in found] == [(0, 1), (5, 3), (9, 1)]
    assert found[1][2:] == pytest.approx((1.63 / 3, 2 / 3))
    # 1 belongs to the last bin
    assert found[2][2:] == (1.0, 1.0)


def test_the_picture_has_a_circle_for_each_bin() -> None:
    picture = etree.fromstring(plot(SCORE, RIGHT, 10))
    circles = [one for one in picture if etree.QName(one).localname == "circle"]
    # 320 wide with an edge of 40: score 1, share 1 is at 280 from the left and 40 from the top
    assert [(one.get("cx"), one.get("cy")) for one in circles][0::2] == [
        ("52.0", "280.0"), ("280.0", "40.0")
    ]  # fmt: skip
    assert [one[0].text for one in circles] == ["1 pairs", "3 pairs", "1 pairs"]
