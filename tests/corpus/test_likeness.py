from __future__ import annotations

import pytest

from corpus.likeness import ENOUGH, likeness
from corpus.numerals_chinese import chinese_quantities
from corpus.numerals_english import english_quantities


def like(chinese: str, english: str) -> float:
    [ours] = [number for number in chinese_quantities(chinese) if number.weight != "silent"][:1]
    [theirs] = english_quantities(english)[:1]
    return likeness(ours, theirs)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("86万", "860,000"),
        ("十一届", "11th"),
        ("80年代", "the 1980s"),
        ("下午2点半", "2:30"),
        ("2点半", "2:30 p.m."),
        ("十八世纪三十年代", "the 1730s"),
        ("三毛钱", "thirty cents"),
        ("增加了两倍", "tripled"),
        ("五百英镑", "500 pounds"),
        ("24时", "24:00"),
        ("500亩", "33 hectares"),
        ("500亩", "82 acres"),
        ("30里", "15 kilometers"),
        ("38摄氏度", "100 degrees Fahrenheit"),
        ("10年", "a decade"),
        ("一个半月", "six weeks"),
        ("三分之二", "67%"),
        ("50%", "half"),
        ("约12.3万", "about 120,000"),
        ("2.726度", "2.73"),
        ("增长3倍", "4 times"),
        ("增长1倍", "100%"),
        ("数百名", "hundreds"),
        ("十几年", "more than a decade"),
        ("100块", "100 dollars"),
        ("二百一十名", "more than two hundred"),
        ("429万", "over 4.2 million"),
        ("290人", "nearly 300"),
    ],
)
def test_the_same(chinese: str, english: str) -> None:
    assert like(chinese, english) >= ENOUGH


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("86万", "8.6 million"),
        ("48名", "84"),
        ("3月", "three"),
        ("80年代", "the 1990s"),
        ("下午2点半", "3:30"),
        ("下午2点半", "2:30 a.m."),
        ("十八世纪三十年代", "the 1830s"),
        ("增加了两倍", "doubled"),
        ("五百欧元", "500 pounds"),
        ("500亩", "500 hectares"),
        ("50亿欧元", "$5 billion"),
        ("1979年", "1997"),
        ("146460例", "146,000"),             # not said to be rounded
        ("逾14万", "more than 135,000"),
        ("数百名", "thousands"),
        ("数千名", "in 2037"),
        ("二百一十名", "nearly two hundred and twenty thousand"),
        ("421万", "over 3.9 million"),
        ("421万", "about 4.3 million"),
        ("260人", "nearly 300"),
    ],
)
def test_not_the_same(chinese: str, english: str) -> None:
    assert like(chinese, english) < ENOUGH
