"""Learnt terms counted over a whole batch, and what departs from the best rendering."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from corpus.longest_match import LongestMatch
from corpus.phrases import find, phrase_key
from qa.consistency.candidates import LEAST
from qa.consistency.concepts import Concept, Rendering
from qa.consistency.meanings import Key
from qa.consistency.model import PLACES, Bitext, Departure, Entry, Place, Variant
from qa.consistency.projection import PAIRS

#: Characters from which a departure is a warning; shorter words have more senses: 空间 is
#: space, room and Raum.
_WARNING_LENGTH = 3
#: Share of the rendered pairs that the best rendering and its forms must have before another
#: one is a departure, for long terms and for short ones. Below, the word has several senses,
#: and the table tells them.
_SETTLED, _SETTLED_SHORT = 0.55, 0.75
#: The same for titles and organisations, which have one sense: a title changed halfway has two
#: renderings of equal weight. Below a third, the renderings were badly found.
_SETTLED_NAMED = 1 / 3


@dataclass(slots=True)
class _Count:
    pairs: int = 0
    rendered: int = 0
    seen: Counter[Key] = field(default_factory=Counter)
    places: dict[Key, list[Place]] = field(default_factory=dict)
    #: pairs without a known rendering: their turns, and the first of them whole
    turns: set[int] = field(default_factory=set)
    unrendered: list[Bitext] = field(default_factory=list)

    def add(self, key: Key, place: Place) -> None:
        self.seen[key] += 1
        some = self.places.setdefault(key, [])
        if len(some) < PLACES:
            some.append(place)


class Terms:
    """Learnt terms, counted pair by pair."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self._concepts = concepts
        self._of = {
            source: number
            for number, one in enumerate(concepts)
            for source in (one.source, *one.aliases)
        }
        self._matcher = LongestMatch(self._of)
        self._counts = [_Count() for _ in concepts]
        self._forms = _forms(concepts)
        self._turn = 0
        self._again: set[int] | None = None

    def add(self, pair: Bitext) -> None:
        """Count a pair's terms: all forms of the best rendering, or else the first other one."""
        turn, self._turn = self._turn, self._turn + 1
        if self._again is not None and turn not in self._again:
            return
        lower = pair.english.lower()
        for number in sorted({self._of[hit.text] for hit in self._matcher.find(pair.chinese)}):
            count = self._counts[number]
            if self._again is None:
                count.pairs += 1
            elif turn not in count.turns:
                continue
            forms: list[tuple[int, int]] = []
            for rendering, plain in self._forms[number]:
                places = _spans(rendering, plain, pair.english, lower)
                if not places or (forms and not rendering.same):
                    continue
                if all(_within(place, forms) for place in places):
                    continue  # Intellectual Property inside World Intellectual Property …
                forms.extend(places)
                count.add(rendering.key, pair.place)
                if not rendering.same:
                    break
            count.rendered += bool(forms)
            if forms:
                count.turns.discard(turn)
            else:
                count.turns.add(turn)
                if self._again is None and len(count.unrendered) < PAIRS:
                    count.unrendered.append(pair)

    def widen(self, concepts: Sequence[Concept]) -> None:
        """Take concepts with more renderings: the same pairs are to be added again, in their
        order, and only those count that no known rendering was in."""
        self._concepts = concepts
        self._forms = _forms(concepts)
        self._again = set().union(*(count.turns for count in self._counts))
        self._turn = 0

    @property
    def unrendered(self) -> dict[str, list[Bitext]]:
        """Pairs in which no known rendering of a term is, some of each term."""
        return {
            concept.source: count.unrendered
            for concept, count in zip(self._concepts, self._counts)
            if count.unrendered
        }

    def entries(self) -> tuple[list[Entry], list[Departure]]:
        """The table of terms that were rendered, and what departs from the best."""
        entries: list[Entry] = []
        departures: list[Departure] = []
        for concept, count in zip(self._concepts, self._counts):
            entry = _entry(concept, count)
            if entry is not None:
                entries.append(entry)
                departures.extend(_departures(entry) if concept.sure else ())
        entries.sort(key=lambda entry: (-entry.count, entry.source))
        return entries, departures


def _forms(concepts: Iterable[Concept]) -> list[list[tuple[Rendering, str]]]:
    return [
        [(rendering, rendering.text.lower()) for rendering in one.renderings] for one in concepts
    ]


def _spans(
    rendering: Rendering, plain: str, english: str, lower: str
) -> Sequence[tuple[int, int]]:
    """Where a rendering stands: as it is mostly written, by string, else by the key of each word.

    Splitting a text into words costs a hundred times what looking for a string does.
    """
    start = lower.find(plain) if len(lower) == len(english) else -1
    if start >= 0 and not lower[start - 1 : start].isalnum():
        end = start + len(plain)
        if not lower[end : end + 1].isalnum() and phrase_key(english[start:end]) == rendering.key:
            return ((start, end),)
    return find(rendering.key, english) if _possible(rendering.key, english, lower) else ()


def _possible(key: Key, english: str, lower: str) -> bool:
    """Whether a text has all that its words would begin with: studi is stud in study."""
    return all(part in english if part[0].isupper() else part[:-1] in lower for part in key)


def _within(place: tuple[int, int], forms: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in forms)


def _entry(concept: Concept, count: _Count) -> Entry | None:
    variants = {
        rendering.key: Variant(
            rendering.text, count.seen[rendering.key], tuple(count.places[rendering.key])
        )
        for rendering in concept.renderings
        if count.seen[rendering.key]
    }
    same = [one.key for one in concept.renderings if one.same and one.key in variants]
    if not same or count.rendered < LEAST:
        return None
    same.sort(key=lambda key: -variants[key].count)
    others = [one.key for one in concept.renderings if not one.same and one.key in variants]
    return Entry(
        "term",
        concept.source,
        concept.aliases,
        concept.sort,
        count.pairs,
        count.rendered,
        variants[same[0]],
        tuple(variants[key] for key in same[1:]),
        tuple(variants[key] for key in others),
    )


def _departures(entry: Entry) -> Iterator[Departure]:
    """Renderings beside the best one, where that is settled: in two pairs, and in more."""
    settled = entry.rendered - sum(variant.count for variant in entry.others)
    long = len(entry.source) >= _WARNING_LENGTH or entry.sort != "term"
    named = len(entry.source) >= _WARNING_LENGTH and entry.sort != "term"
    share = _SETTLED_NAMED if named else _SETTLED if long else _SETTLED_SHORT
    if settled < 2 or settled < entry.rendered * share:
        return
    for variant in entry.others:
        if variant.count >= settled + named:
            continue
        message = (
            f"{entry.source} is “{variant.text}” here and “{entry.best.text}” in"
            f" {entry.best.count} other {'pair' if entry.best.count == 1 else 'pairs'}."
        )
        yield Departure(
            "term.inconsistent", "warning" if long else "note", "term", entry.source, "target",
            entry.best, variant, message,
        )  # fmt: skip
