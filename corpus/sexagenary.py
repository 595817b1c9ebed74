"""Years by stem and branch: 甲申 is 1644, 1704 and every sixtieth year before and after."""

from __future__ import annotations

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
#: The year 4 was 甲子.
_FIRST = 4


def cyclic_name(year: int) -> str:
    """How the calendar of sixty years calls a year of our era."""
    return _STEMS[(year - _FIRST) % 10] + _BRANCHES[(year - _FIRST) % 12]
