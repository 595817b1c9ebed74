"""Decisions applied to pairs: pure, and without losing a text.

Merging, splitting and moving keep the segments of each side in their order; only an edit
changes a text. A decision whose pairs are no longer there is told, never dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.decisions import Decision, PairTexts
from corpus.judged import TYPE
from corpus.model import Language, Pair, Segment, join
from review.cuts import Segments, halves, rewritten
from review.rows import Lapsed, Review, Row, State

#: Segment number of a text that stands in no document.
_NOWHERE = -1

#: What each decision about a whole pair makes of it.
STATES: dict[str, State] = {
    "accept": "accepted", "reject": "rejected", "reopen": "undecided",
}


def replay(
    review: Review, decisions: Iterable[Decision], languages: tuple[Language, Language]
) -> Review:
    """The review after all these decisions (those that were not taken back)."""
    table = _Table(review)
    for decision in decisions:
        table.decide(decision, languages)
    return table.review()


class _Table:
    """Rows that change, findable by their texts."""

    def __init__(self, review: Review) -> None:
        self.rows = list(review.rows)
        self.include_undecided = review.include_undecided
        self.lapsed = list(review.lapsed)
        self._places: dict[tuple[str, str], list[int]] | None = None

    def review(self) -> Review:
        return Review(tuple(self.rows), self.include_undecided, tuple(self.lapsed))

    def decide(self, decision: Decision, languages: tuple[Language, Language]) -> None:
        if decision.kind == "include":
            self.include_undecided = decision.undecided
        elif decision.kind in STATES:
            for pair in decision.pairs:
                self._state(decision, pair)
        elif decision.kind in ("edit", "merge", "split", "move"):
            self._rewrite(decision, languages)

    def _state(self, decision: Decision, pair: PairTexts) -> None:
        place = self._find(pair)
        if place is None:
            self.lapsed.append(Lapsed(decision, pair))
        else:
            self.rows[place] = replace(
                self.rows[place], state=STATES[decision.kind], when=decision.when
            )

    def _rewrite(self, decision: Decision, languages: tuple[Language, Language]) -> None:
        place = self._find_all(decision.pairs)
        if place is None:
            # the next run may have come to the same by itself
            if self._find_all(_wanted(decision, languages)) is None:
                self.lapsed.extend(Lapsed(decision, pair) for pair in decision.pairs)
            return
        old = self.rows[place : place + len(decision.pairs)]
        self.rows[place : place + len(old)] = _made(decision, old, languages)
        self._places = None

    def _find(self, pair: PairTexts) -> int | None:
        if self._places is None:
            self._places = {}
            for place, row in enumerate(self.rows):
                self._places.setdefault(row.texts, []).append(place)
        found = self._places.get((pair.source, pair.target), [])
        return found[pair.nth] if pair.nth < len(found) else None

    def _find_all(self, pairs: Sequence[PairTexts]) -> int | None:
        """Where these pairs stand one after the other."""
        first = self._find(pairs[0]) if pairs else None
        if first is None:
            return None
        texts = [row.texts for row in self.rows[first : first + len(pairs)]]
        return first if texts == [(pair.source, pair.target) for pair in pairs] else None


def _made(
    decision: Decision, rows: Sequence[Row], languages: tuple[Language, Language]
) -> list[Row]:
    """The rows that come in the place of ``rows``."""
    if decision.kind == "edit" and decision.texts is not None:
        return [_edited(rows[0], decision, decision.texts, languages)]
    source: Segments = tuple(segment for row in rows for segment in row.pair.source)
    target: Segments = tuple(segment for row in rows for segment in row.pair.target)
    if decision.cut is None:
        sides = [(source, target)]
    else:
        sides = list(zip(halves(source, decision.cut[0]), halves(target, decision.cut[1])))
    # a half that is empty on both sides is no pair: all the text is in the other
    return [
        Row(
            pair=_pair(rows[min(place, len(rows) - 1)].pair, *side),
            judgement=None,
            edited=any(row.edited for row in rows),
            when=decision.when,
        )
        for place, side in enumerate(sides)
        if any(side)
    ]


def _edited(
    row: Row, decision: Decision, texts: tuple[str, str], languages: tuple[Language, Language]
) -> Row:
    sides = []
    for text, before, language in zip(texts, (row.pair.source, row.pair.target), languages):
        if text == join(before):
            sides.append(before)
        elif text:
            sides.append(rewritten(text, before, Segment("", language, _NOWHERE, 0, 0, 0)))
        else:
            sides.append(())
    pair = _pair(row.pair, *sides)
    changed = any(text != before for text, before in zip(texts, row.texts))
    return replace(
        row,
        pair=pair if changed else row.pair,
        judgement=None if changed else row.judgement,
        state="accepted",
        edited=row.edited or changed,
        when=decision.when,
    )


def _pair(old: Pair, source: Segments, target: Segments) -> Pair:
    """A pair in the place of another; what a file said of the old one's shape goes."""
    properties = {key: value for key, value in old.properties.items() if key != TYPE}
    return replace(old, source=source, target=target, score=0.0, properties=properties)


def _wanted(decision: Decision, languages: tuple[Language, Language]) -> list[PairTexts]:
    """What a decision would make of its pairs, by their texts alone."""
    if decision.texts is not None:
        return [PairTexts(*decision.texts)]
    sides: list[tuple[Segments, Segments]] = []
    for place, language in enumerate(languages):
        texts = [(pair.source, pair.target)[place] for pair in decision.pairs]
        segments = tuple(Segment(text, language, 0, 0, 0, 0) for text in texts if text)
        whole = (segments, ())
        sides.append(halves(segments, decision.cut[place]) if decision.cut else whole)
    made = [PairTexts(join(source), join(target)) for source, target in zip(*sides)]
    return [pair for pair in made if pair.source or pair.target]
