from __future__ import annotations

import pytest

from corpus.calendar_english import CALENDAR_WORDS, english_calendar
from corpus.scan import Scan


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May 20, 2025", [("month", 5), ("day", 20), ("year", 2025)]),
        ("the 20th of May 2025", [("month", 5), ("day", 20), ("year", 2025)]),
        ("Sept. 3", [("month", 9), ("day", 3)]),
        ("5/20/2025", [("year", 2025), ("month", 5), ("day", 20)]),
        ("20/5/2025", [("year", 2025), ("month", 5), ("day", 20)]),
        ("99/99/2025", []),
        ("in May 30 percent left", [("month", 5)]),
        ("a quarter to seven", [("time", 6 * 60 + 45)]),
        ("one quarter to one fifth", []),               # shares
        ("12 a.m.", [("time", 0)]),
        ("12:15 pm", [("time", 735)]),
        ("25:10", [("time", 70)]),                      # wrong, but a clock time
        ("3-2", []),
        ("the early 1990s", [("decade", 90)]),
        ("the nineteen nineties", [("decade", 90)]),
        ("'60s", [("decade", 60)]),
        ("on Mondays", [("weekday", 1)]),
    ],
)
def test_calendar(text: str, expected: list[tuple[str, int]]) -> None:
    found = english_calendar(Scan(text, CALENDAR_WORDS))
    assert [(number.kind, number.value) for number in found] == expected


@pytest.mark.parametrize(
    ("text", "weight"),
    [("in May", "plain"), ("You May Say", "silent"), ("March 3", "plain"),
     ("They March On", "silent"), ("October", "plain")],
)
def test_may_and_march_are_verbs_as_well(text: str, weight: str) -> None:
    assert next(english_calendar(Scan(text, CALENDAR_WORDS))).weight == weight
