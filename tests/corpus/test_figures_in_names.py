from __future__ import annotations

import pytest

from corpus.figures_in_names import citations, figures_in_names
from corpus.scan import Scan


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("COVID-19 patients", "COVID-19"),
        ("F-16战机", "F-16"),
        ("5G网络", "5G"),
        ("ISO 9001标准", "ISO 9001"),
        ("see [12]", "[12]"),
        ("https://a.cn/2025/3", "https://a.cn/2025/3"),
        ("（一）建设", "（一）"),
        ("3) Building", "3) "),
        ("1.1 什么是宇宙线", "1.1 "),
    ],
)
def test_no_numbers(text: str, taken: str) -> None:
    scan = Scan(text)
    assert all(number.soft for number in figures_in_names(scan))
    start = text.index(taken)
    assert scan.free_until(start, start + len(taken)) == start


@pytest.mark.parametrize(
    "text", ["US$5 billion", "Q3", "5km", "2025WIPO", "2.7K", "Post-90s", "3.5亿", "RMB100"]
)
def test_numbers_beside_letters_stay_free(text: str) -> None:
    scan = Scan(text)
    assert list(figures_in_names(scan)) == []
    assert scan.is_free(0, len(text))


def test_g20_may_answer_to_a_number() -> None:
    [number] = figures_in_names(Scan("the G20 summit"))
    assert (number.text, number.value, number.weight) == ("G20", 20, "silent")


@pytest.mark.parametrize("text", ["电话010-88886666", "call +86 10-8888-6666"])
def test_a_telephone_number_is_the_same_from_abroad(text: str) -> None:
    [number] = figures_in_names(Scan(text))
    assert (number.kind, number.value, number.weight) == ("count", 8886666, "plain")


def test_figures_of_references_are_soft() -> None:
    numbers = list(citations(Scan("(Sewell 2005, 110–111)")))
    assert [(number.kind, number.value, number.weight) for number in numbers] == [
        ("year", 2005, "soft"), ("count", 110, "soft"), ("count", 111, "soft"),
    ]
    [equation] = figures_in_names(Scan("see Equation (2-1)"))
    assert (str(equation.value), equation.weight) == ("21/10", "soft")


@pytest.mark.parametrize(
    ("text", "taken", "value"),
    [("见2.1.3节", "2.1.3", 2_001_003), ("固件1.0.12", "1.0.12", 1_000_012)],
)
def test_versions_and_sections_are_one_number(text: str, taken: str, value: int) -> None:
    [number] = figures_in_names(Scan(text))
    assert (number.text, number.value) == (taken, value)


def test_a_table_by_its_number() -> None:
    [ours] = figures_in_names(Scan("见表3-2"))
    [theirs] = figures_in_names(Scan("see Table 3-2"))
    assert ours.text == theirs.text == "3-2"
    assert ours.value == theirs.value
