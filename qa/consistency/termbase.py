"""A batch against a term base: where its terms are lacking or forbidden wordings stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.model import Severity
from corpus.termbase import Term
from qa.checks.terms import Termbase, Use
from qa.consistency.model import PLACES, Bitext, Departure, Entry, Place, Variant
from qa.unit import Tongue

#: Different texts of one term that are told.
TEXTS = 200


class _Tally:
    """One term: where it is as it should be, and where not."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.fine = 0
        self.places: list[Place] = []
        #: rule, what stands there and what it faces, to its places
        self.wrong: dict[tuple[str, str, str], list[Place]] = {}
        self.counts: dict[tuple[str, str, str], int] = {}

    def add_wrong(self, rule: str, text: str, facing: str, place: Place) -> None:
        key = (rule, text, facing)
        if key not in self.wrong and len(self.wrong) >= TEXTS:
            return
        self.counts[key] = self.counts.get(key, 0) + 1
        some = self.wrong.setdefault(key, [])
        if len(some) < PLACES:
            some.append(place)


class Watched:
    """The terms of a base in a batch, counted pair by pair."""

    def __init__(self, terms: Sequence[Term], source: Tongue) -> None:
        self._base = Termbase(terms)
        self._source: Tongue = source
        self._tallies: dict[int, _Tally] = {}

    def add(self, pair: Bitext) -> None:
        """Look for the base's terms in a pair."""
        for use in self._base.uses(pair.chinese, pair.english, self._source):
            tally = self._tallies.setdefault(id(use.term), _Tally(use.text))
            target, source = pair.english, pair.chinese
            if self._source == "en":
                target, source = source, target
            if use.forbidden:
                tally.add_wrong("term.forbidden", use.forbidden[0][0], "", pair.place)
            elif use.allowed or not _wanted(use, self._source):
                tally.fine += 1
                if len(tally.places) < PLACES:
                    tally.places.append(pair.place)
            else:
                tally.add_wrong("term.missing", target, source, pair.place)

    def departures(self) -> Iterable[Departure]:
        """What is lacking or forbidden, term by term in the order of the base."""
        for term in self._base.terms:
            tally = self._tallies.get(id(term))
            if tally is None:
                continue
            wanted = term.english if self._source == "zh" else term.chinese
            best = Variant(" | ".join(wanted), tally.fine, tuple(tally.places))
            for (rule, text, facing), places in tally.wrong.items():
                count = tally.counts[rule, text, facing]
                if rule == "term.missing":
                    severity: Severity = "warning"
                    message = f"{tally.text} is not translated as the term base says."
                else:
                    severity = "error"
                    message = f"“{text}” is forbidden for {tally.text}."
                yield Departure(
                    rule, severity, "term", tally.text, "target", best,
                    Variant(text, count, tuple(places), facing), message,
                )  # fmt: skip


def _wanted(use: Use, source: Tongue) -> tuple[str, ...]:
    return use.term.english if source == "zh" else use.term.chinese


def mined(entries: Iterable[Entry]) -> list[Term]:
    """Mined terms and names as a term base, to be edited and given back with ``--terms``."""
    found = []
    for entry in entries:
        proper = entry.kind == "name" or entry.sort == "organisation"
        others = ", ".join(f"{one.text} ({one.count})" for one in entry.others)
        note = f"{entry.count} pairs" + (f"; also {others}" if others else "")
        found.append(
            Term(
                (entry.source, *entry.aliases),
                tuple(
                    dict.fromkeys([entry.best.text, *(one.text for one in entry.shorter)])
                ),
                (),
                "properNoun" if proper else "noun",
                note,
            )
        )
    return found
