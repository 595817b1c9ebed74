from __future__ import annotations

import pytest

from corpus.sexagenary import cyclic_name


@pytest.mark.parametrize(
    ("year", "name"),
    [(1644, "甲申"), (1650, "庚寅"), (1894, "甲午"), (1898, "戊戌"), (1911, "辛亥"), (2024, "甲辰")],
)
def test_a_year_by_stem_and_branch(year: int, name: str) -> None:
    assert cyclic_name(year) == name
