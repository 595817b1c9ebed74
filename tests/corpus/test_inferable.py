from __future__ import annotations

import pytest

from corpus.inferable import answered, in_a_name, made_explicit, sums_up
from corpus.numerals_chinese import chinese_quantities
from corpus.numerals_english import english_quantities


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("in 2023", "今年召开了会议"),
        ("in July", "26日召开了会议"),
        ("on Wednesday", "26日召开了会议"),
        ("of May 5 on Wednesday", "5月5日电 会议5日召开"),
        ("in 1980", "1980年"),                          # said twice here, once there
    ],
)
def test_a_date_the_other_text_says_otherwise(english: str, chinese: str) -> None:
    number = english_quantities(english)[-1]
    partners = [*chinese_quantities("1980年")]
    assert answered(number, partners, english, chinese).weight == "soft"


def test_last_year_answers_only_once() -> None:
    [number] = [n for n in chinese_quantities("去年纪念1915年") if n.kind == "year"]
    assert answered(number, [], "去年纪念1915年", "celebrated last year").weight == "hard"
    assert answered(number, [], "纪念1915年", "celebrated last year").weight == "soft"


def test_an_invented_year_stays_hard() -> None:
    [number] = english_quantities("in 2023")
    assert answered(number, [], "in 2023", "会议在北京举行").weight == "hard"


@pytest.mark.parametrize(
    ("english", "weight"),
    [
        ("Beijing, Shanghai, and Guangdong", "soft"),
        ("Beijing, Shanghai and Guangdong", "soft"),
        ("Beijing and Shanghai", "plain"),
        ("the places", "plain"),
    ],
)
def test_a_list_of_three_says_three(english: str, weight: str) -> None:
    [number] = chinese_quantities("三地")
    assert answered(number, [], "三地", english).weight == weight


def test_the_year_of_a_date_may_be_added() -> None:
    month, day, year = english_quantities("July 18, 2020")
    assert made_explicit(year, [month, day]).weight == "soft"
    assert made_explicit(year, []).weight == "hard"


@pytest.mark.parametrize(
    ("chinese", "english", "named"),
    [
        ("五道梁", "the Wudaoliang station", True),
        ("王三姐", "Wang San", True),
        ("三名工人", "the workers", False),
    ],
)
def test_numerals_in_names(chinese: str, english: str, named: bool) -> None:
    [number] = [n for n in chinese_quantities(chinese) if n.weight != "silent"][:1]
    assert in_a_name(number, chinese, english) is named


@pytest.mark.parametrize(
    ("chinese", "expected"),
    [
        ("剧组跨越江苏、浙江、辽宁3省", True),
        ("北京、上海、广东三地", True),
        ("湖北和湖南两省", True),
        ("北京、上海三地", False),          # something is missing, or a list of others
        ("他买了苹果，花了三元", False),
        ("三名工人", False),
    ],
)
def test_a_number_that_sums_up_the_list_before_it(chinese: str, expected: bool) -> None:
    number = next(one for one in chinese_quantities(chinese) if one.value in (2, 3))
    assert sums_up(number, chinese) is expected
