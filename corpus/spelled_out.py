"""Chinese abbreviations by number, and the list that the English makes of them: 两会, 三农.

Such a word is a list in short (两院院士: of the academy of sciences and that of engineering), so the
list adds nothing and its number is not left out. What is not in this table is told as added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

Span = tuple[int, int]


class SpelledOut(NamedTuple):
    """An abbreviation and the English list for it, each by its half-open place."""

    chinese: Span
    english: Span


#: (CAS) behind the first of a list.
_SHORT = r"(?:\s\([A-Z]{2,6}\))?"
_AND = r",?\sand\s(?:of\s)?(?:the\s)?"
_KNOWN = tuple(
    (re.compile(chinese), re.compile(english))
    for chinese, english in (
        (
            "两院",
            rf"(?:Chinese\s)?Academy\sof\sSciences?{_SHORT}{_AND}(?:Chinese\s)?Academy\sof"
            rf"\sEngineering{_SHORT}",
        ),
        (
            "两会",
            rf"National\sPeople['’]s\sCongress{_SHORT}{_AND}(?:National\sCommittee\sof\sthe\s)?"
            rf"(?:Chinese\sPeople['’]s\s)?Political\sConsultative\sConference{_SHORT}"
            rf"|NPC{_AND}CPPCC",
        ),
        (
            "三农",
            rf"agriculture,\s(?:the\s)?(?:rural\sareas|countryside|villages){_AND}"
            r"(?:farmers|peasants|rural\s(?:people|residents))",
        ),
        (
            "一带一路",
            rf"Silk\sRoad\sEconomic\sBelt{_AND}21st[-\s][Cc]entury\sMaritime\sSilk\sRoad",
        ),
        ("两岸", rf"(?:the\s)?mainland{_AND}Taiwan"),
    )
)
#: What all of them hold.
_ANY = re.compile("两院|两会|三农|一带一路|两岸")


def spelled_out(chinese: str, english: str) -> Iterator[SpelledOut]:
    """The abbreviations of a Chinese text that the English spells out, in the table's order."""
    if not _ANY.search(chinese):
        return
    for short, long in _KNOWN:
        here, there = short.search(chinese), long.search(english)
        if here and there:
            yield SpelledOut(here.span(), there.span())
