"""One thing that was tried in one client, and what came out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """A line of the table that ``make acceptance`` prints."""

    client: str
    version: str
    #: what was tried, in words
    what: str
    #: counts that must be equal
    expected: int
    found: int
    #: the first difference, for a check that failed
    first: str = ""

    @property
    def passed(self) -> bool:
        return self.expected == self.found

    def __str__(self) -> str:
        mark = "ok" if self.passed else "FAILED"
        line = f"{self.client:<20}{self.version:<12}{self.what:<58}"
        line += f"{self.found:>8} of {self.expected:<8}{mark}"
        return line if self.passed or not self.first else f"{line}\n    first: {self.first}"


def same(
    client: str, version: str, what: str, expected: Sequence[object], found: Sequence[object]
) -> Check:
    """How many of the expected values were found at their place, and the first that was not."""
    equal = sum(one == other for one, other in zip(expected, found))
    first = next(
        (f"{one!r} became {other!r}" for one, other in zip(expected, found) if one != other),
        f"{len(expected)} became {len(found)}" if len(expected) != len(found) else "",
    )
    if len(found) > len(expected):
        equal = len(found)
    return Check(client, version, what, len(expected), equal, first)
