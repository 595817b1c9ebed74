"""A document as the page shows it at one moment."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from corpus.model import Judgement
from qa.view import badness
from review.rows import Lapsed, Row


@dataclass(frozen=True, slots=True)
class Shown:
    """A row as the page shows it."""

    label: str
    row: Row
    #: without the findings that were dismissed; None while the checks are at work
    judgement: Judgement | None
    #: of the texts: what a window says it decides about
    key: str

    @property
    def slug(self) -> str:
        """The label for addresses."""
        return self.label.replace("–", "-")


@dataclass(frozen=True, slots=True)
class Picture:
    """All that the page shows of a document at one moment."""

    version: int
    shown: tuple[Shown, ...]
    include_undecided: bool
    lapsed: tuple[Lapsed, ...]
    #: what went wrong behind the page, in one line
    problem: str = ""
    #: units of the memory on disk; None while it is not what was decided
    units: int | None = None

    @property
    def counts(self) -> Counter[str]:
        """Rows by what was decided: accepted, edited, rejected, undecided."""
        return Counter(one.row.review for one in self.shown)

    @property
    def pending(self) -> int:
        """Rows that the checks are at work on."""
        return sum(one.judgement is None for one in self.shown)


def ranks(picture: Picture) -> dict[str, int]:
    """Each row's place from the worst down, by slug."""
    judged = [
        (one.judgement or Judgement(one.row.pair, 0.0, 0.0, 0.0), one.slug)
        for one in picture.shown
    ]
    ordered = sorted(judged, key=lambda one: badness(one[0]))
    return {slug: rank for rank, (_, slug) in enumerate(ordered, start=1)}


def key_of(row: Row) -> str:
    """What a window calls the texts of a row."""
    return hashlib.sha256("\0".join(row.texts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def first_change(before: Sequence[Shown], after: Sequence[Shown]) -> str:
    """The slug of the first row that is not as it was."""
    for old, new in zip_longest(before, after):
        if new is not None and (old is None or old != new):
            return str(new.slug)
    return after[-1].slug if after else ""
