from __future__ import annotations

from collections.abc import Iterable

import pytest

from corpus.quantities import Quantity
from corpus.quantity_match import NOTHING, compare, power_of_ten


def texts(numbers: Iterable[Quantity]) -> list[str]:
    return [number.text for number in numbers]


def test_matched_missing_and_added() -> None:
    found = compare("2023年共有48名专家和9名院士", "In 2023 there were 48 experts and 12 guests")
    assert [(c.text, e.text) for c, e in found.matched] == [("2023年", "2023"), ("48", "48")]
    assert [(c.text, e.text) for c, e in found.changed] == [("9", "12")]
    assert found.missing_in_english == found.missing_in_chinese == ()


def test_nothing_to_compare() -> None:
    assert compare("", "") == compare("今天下雨", "It rains today") == NOTHING


def test_an_empty_side() -> None:
    assert texts(compare("共有48名专家", "").missing_in_english) == ["48"]
    assert texts(compare("", "48 experts").missing_in_chinese) == ["48"]


def test_silent_numbers_answer_but_are_never_missed() -> None:
    assert [e.text for _, e in compare("二十国集团", "the G20").matched] == ["G20"]
    assert compare("我们一起去", "We go").missing_in_english == ()
    assert compare("我们去", "One of us goes").missing_in_chinese == ()


def test_every_number_has_one_partner() -> None:
    found = compare("三名工人和三名学生", "three workers")
    assert len(found.matched) == 1
    assert [(number.text, number.weight) for number in found.missing_in_english] == [
        ("三", "soft"),                     # said twice in Chinese
    ]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("二战结束", "World War I ended"),
        ("伊丽莎白二世", "Queen Elizabeth I"),
        ("降低了一半", "fell by a third"),
        ("半个世纪以来", "over the past century"),
        ("数以万计的人", "tens of millions of people"),
        ("几百年来", "for thousands of years"),
    ],
)
def test_what_seldom_must_be_said_is_compared_where_both_say_it(chinese: str, english: str) -> None:
    assert len(compare(chinese, english).changed) == 1
    assert compare(chinese, "It came to an end").changed == ()


def test_decades_of_a_century() -> None:
    found = compare("十九世纪二三十年代", "the 1820s and 1830s")
    assert found.changed == () and len(found.matched) == 2
    found = compare("十九世纪二三十年代", "the 1920s and 1930s")
    assert [(c.value, e.value) for c, e in found.changed] == [(20, 20), (30, 30)]


def test_opposite_directions_are_a_change() -> None:
    [(chinese, english)] = compare("近2000人", "over 2,000 people").changed
    assert (chinese.vague, english.vague) == ("under", "over")


@pytest.mark.parametrize(
    ("chinese", "english", "zeros"),
    [("86万", "8.6 million", -1), ("3亿", "30,000", 4), ("48", "84", 0), ("48", "48", 0)],
)
def test_powers_of_ten(chinese: str, english: str, zeros: int) -> None:
    found = compare(chinese + "人", english)
    pairs = found.changed or found.matched
    assert power_of_ten(*pairs[0]) == zeros


def test_the_order_of_the_texts_decides_between_equals() -> None:
    found = compare("先有3人，后来又有3人", "first 3 people, then 3 more")
    ours, theirs = zip(*((c.start, e.start) for c, e in found.matched if c.text == "3"))
    assert list(ours) == sorted(ours)
    assert list(theirs) == sorted(theirs)


@pytest.mark.parametrize("text", ["一" * 5000, "1" * 5000, "万" * 5000, "三分之" * 200, "A-1" * 200])
def test_noise_is_no_number_and_no_crash(text: str) -> None:
    found = compare(text, text)
    assert len(found.changed) == 0


@pytest.mark.parametrize(
    ("chinese", "english", "lost"),
    [
        ("他以21:18取胜", "He won 21–18", []),
        ("他以12比15落败", "He lost 12:15", []),
        ("他以21:18取胜", "He won 21–15", ["21:18"]),
    ],
)
def test_a_score_that_looks_like_a_clock_time(
    chinese: str, english: str, lost: list[str]
) -> None:
    assert texts(compare(chinese, english).missing_in_english) == lost


@pytest.mark.parametrize("chinese", ["十多个人", "十来个人"])
def test_ten_or_so_is_a_dozen(chinese: str) -> None:
    assert len(compare(chinese, "a dozen people").matched) == 1
    assert compare("10个人", "a dozen people").matched == ()


@pytest.mark.parametrize(
    ("chinese", "english", "changed"),
    [
        ("余款于一周内付清", "The balance is due within a month", True),
        ("余款于一周内付清", "The balance is due within a week", False),
        ("有一天他走了", "A week later he left", False),
    ],
)
def test_a_term_of_one_unit_against_one_of_another(
    chinese: str, english: str, changed: bool
) -> None:
    assert bool(compare(chinese, english).changed) is changed
