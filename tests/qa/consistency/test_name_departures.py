from __future__ import annotations

import pytest

from qa.consistency.model import Entry, Place, Variant
from qa.consistency.name_departures import departures_of


def entry(source: str, sort: str, best: str, *others: str, count: int = 3) -> Entry:
    variants = [Variant(text, 1, (Place("d", 7),)) for text in others]
    return Entry(
        "name", source, (), sort, 9, 9, Variant(best, count, ()), others=tuple(variants)
    )


@pytest.mark.parametrize(
    ("source", "sort", "best", "other"),
    [
        ("刘华", "person", "Liu Hua", "Liu Hwa"),
        ("徐磊", "person", "Xu Lei", "Hsu Lei"),
        ("乔纳斯·索尔克", "foreign", "Jonas Salk", "Jonas Salke"),
        ("广州", "place", "Guangzhou", "Canton"),
    ],
)
def test_another_spelling_departs(source: str, sort: str, best: str, other: str) -> None:
    (one,) = departures_of(entry(source, sort, best, other))
    assert (one.rule, one.severity, one.variant.text) == ("name.inconsistent", "warning", other)
    assert one.message == f"{source} is {other} here and {best} in 3 other pairs."


@pytest.mark.parametrize(
    ("source", "sort", "best", "other"),
    [
        ("刘华", "person", "Liu Hua", "Liu Jian"),
        ("沈敏斌", "person", "Shen Minbin", "Shenyang"),
        ("奥斯汀", "foreign", "Austin", "Australia"),
    ],
)
def test_somebody_else_does_not(source: str, sort: str, best: str, other: str) -> None:
    assert [*departures_of(entry(source, sort, best, other))] == []


def test_one_pair_is_another_pair() -> None:
    (one,) = departures_of(entry("刘华", "person", "Liu Hua", "Liu Hwa", count=1))
    assert one.message.endswith("and Liu Hua in another pair.")
