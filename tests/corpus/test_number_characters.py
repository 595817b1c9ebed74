from __future__ import annotations

import pytest

from corpus.number_characters import folded
from corpus.quantity_match import compare


def test_folding_keeps_every_place() -> None:
    assert folded("兩億三千萬個") == "两亿三千万个"
    assert folded("两亿") == "两亿"
    assert len(folded("政府撥款兩億")) == 6


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("政府撥款兩億三千萬元", "$230 million"),
        ("二○○三年十二月十五日下午二時三十分", "2:30 p.m. on 15 December 2003"),
        ("數以萬計的市民", "tens of thousands of people"),
        ("第四十六條", "Article 46"),
        ("十五歲以下", "under 15 years of age"),
        ("四分之三", "three quarters"),
    ],
)
def test_traditional_texts_are_read_alike(chinese: str, english: str) -> None:
    found = compare(chinese, english)
    assert found.matched
    assert found.missing_in_english == found.missing_in_chinese == found.changed == ()


def test_quantities_keep_their_own_characters() -> None:
    [(chinese, _)] = compare("兩億三千萬元", "$230 million").matched
    assert chinese.text == "兩億三千萬元"
