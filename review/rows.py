"""The pairs of a document as a review stands: each with what was decided about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from corpus.decisions import Decision, PairTexts
from corpus.model import Judgement, Pair, Segment, Side

State = Literal["undecided", "accepted", "rejected"]

#: Suffixes of pairs that were one: 17a, 17b; the 27th is 17z2.
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Row:
    """A pair under review."""

    pair: Pair
    #: what the checks said of it; None once its texts are others, until they have spoken again
    judgement: Judgement | None
    state: State = "undecided"
    #: somebody wrote one of its texts
    edited: bool = False
    #: the last decision about it, as TMX writes a date
    when: str = ""

    @property
    def texts(self) -> tuple[str, str]:
        return self.pair.source_text, self.pair.target_text

    @property
    def review(self) -> str:
        """The state in one word, as ``x-review`` tells it."""
        return "edited" if self.edited and self.state == "accepted" else self.state


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A pair that a decision speaks of and that is no longer there."""

    decision: Decision
    pair: PairTexts


@dataclass(frozen=True, slots=True)
class Review:
    """A document under review: its rows in reading order, and what else was decided."""

    rows: tuple[Row, ...]
    #: undecided pairs go into the memory as well
    include_undecided: bool = False
    lapsed: tuple[Lapsed, ...] = ()


def beginning(judgements: Sequence[Judgement]) -> Review:
    """A document nobody has looked at."""
    return Review(tuple(Row(judgement.pair, judgement) for judgement in judgements))


def names(rows: Sequence[Row]) -> list[PairTexts]:
    """What decisions call the rows."""
    seen: Counter[tuple[str, str]] = Counter()
    found: list[PairTexts] = []
    for row in rows:
        texts = row.texts
        found.append(PairTexts(*texts, nth=seen[texts]))
        seen[texts] += 1
    return found


def labels(rows: Sequence[Row], origins: dict[tuple[Side, int], int]) -> list[str]:
    """The rows' names on the page: the numbers of the report's pairs that they come from.

    ``origins`` says which pair (from 0) had the segment of that side and number. "17" is
    pair 17, "17–18" two that were merged, "17a" and "17b" one that was split.
    """
    plain = [_label(row.pair, origins) for row in rows]
    found: list[str] = []
    for label, group in groupby(plain):
        count = len(list(group))
        found.extend([label] if count == 1 else (label + _letter(n) for n in range(count)))
    return _unique(found)


def segment_origins(judgements: Sequence[Judgement]) -> dict[tuple[Side, int], int]:
    """Which of align's pairs each segment was in."""
    return {
        (side, segment.number): place
        for place, judgement in enumerate(judgements)
        for side, segments in _sides(judgement.pair)
        for segment in segments
    }


def _label(pair: Pair, origins: dict[tuple[Side, int], int]) -> str:
    numbers = {
        origins[side, segment.number]
        for side, segments in _sides(pair)
        for segment in segments
        if (side, segment.number) in origins
    }
    if not numbers:
        return str(pair.index + 1)
    first, last = min(numbers) + 1, max(numbers) + 1
    return str(first) if first == last else f"{first}–{last}"


def _sides(pair: Pair) -> tuple[tuple[Side, tuple[Segment, ...]], ...]:
    return ("source", pair.source), ("target", pair.target)


def _letter(number: int) -> str:
    turn, letter = divmod(number, len(_LETTERS))
    return _LETTERS[letter] + (str(turn + 1) if turn else "")


def _unique(found: list[str]) -> list[str]:
    """The same, rows that share a label but are no neighbours told apart."""
    seen: dict[str, int] = {}
    made: list[str] = []
    for label in found:
        seen[label] = seen.get(label, 0) + 1
        made.append(label if seen[label] == 1 else f"{label}.{seen[label]}")
    return made
