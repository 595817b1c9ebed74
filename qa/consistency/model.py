"""What a consistency report is made of: variants with their places, departures, table rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from corpus.model import Severity, Side
from corpus.phrases import phrase_key
from qa.checks import across
from qa.fingerprint import digest

#: How the same was recognised: equal once punctuation, width and case are folded; equal once
#: numbers, or names, are masked as well; nearly equal; one term or one name.
Match = Literal["exact", "numbers", "names", "near", "term", "name"]

#: Places kept of a variant; all are counted.
PLACES = 20

_MQM = {rule.id: rule.mqm for rule in across.RULES}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pair stands."""

    doc: str
    #: 0-based number of the pair in its document
    index: int
    #: 1-based line in the file that the pair was read from; 0 if it has none
    line: int = 0

    def as_json(self) -> dict[str, Any]:
        return {"doc": self.doc, "index": self.index, "line": self.line}


class Bitext(NamedTuple):
    """A pair with its two texts told apart by language."""

    chinese: str
    english: str
    place: Place


@dataclass(frozen=True, slots=True)
class Variant:
    """One of several ways in which the same is said."""

    text: str
    #: pairs that have it
    count: int
    #: the first of them
    places: tuple[Place, ...]
    #: what is in those pairs instead of the subject, where that is only nearly the same
    facing: str = ""
    #: chrF against the proposal, 0 to 100; None where it says nothing
    chrf: float | None = None

    def as_json(self) -> dict[str, Any]:
        record: dict[str, Any] = {"text": self.text, "count": self.count}
        if self.facing:
            record["facing"] = self.facing
        if self.chrf is not None:
            record["chrf"] = round(self.chrf, 1)
        record["places"] = [place.as_json() for place in self.places]
        return record


@dataclass(frozen=True, slots=True)
class Departure:
    """A variant that departs from the one that most pairs have."""

    rule: str
    severity: Severity
    match: Match
    #: the text, term or name that has several counterparts
    subject: str
    #: the side that the variants are on
    side: Side
    proposal: Variant
    variant: Variant
    #: one sentence for the reviewer
    message: str

    @property
    def fingerprint(self) -> str:
        """Of the rule and the texts, whichever of the two variants leads in this run.

        Of a name or term, the words count, not how most pairs of this run happen to write
        them: Li Ka-shing is Li Ka Shing, member states are a Member State.
        """
        texts = [self.proposal.text, self.variant.text]
        if self.rule.endswith(".inconsistent"):
            texts = [" ".join(phrase_key(text)) for text in texts]
        return digest(self.rule, self.subject, *sorted(texts))

    @property
    def mqm(self) -> str:
        return _MQM[self.rule]

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": "finding",
            "rule": self.rule,
            "severity": self.severity,
            "message": self.message,
            "match": self.match,
            "subject": self.subject,
            "side": self.side,
            "proposal": self.proposal.as_json(),
            "variant": self.variant.as_json(),
            "mqm": self.mqm,
            "fingerprint": self.fingerprint,
        }


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the table of terms or names: what a batch calls something."""

    kind: Literal["term", "name"]
    #: the Chinese in its longest form
    source: str
    #: shorter Chinese forms of the same: 产权组织 of 世界知识产权组织
    aliases: tuple[str, ...]
    #: person, place, foreign, organisation; part of speech for a term
    sort: str
    #: how often the Chinese was found, and in how many of these pairs a rendering was
    count: int
    rendered: int
    #: the rendering to keep; short forms and abbreviations of it; others
    best: Variant
    shorter: tuple[Variant, ...] = ()
    others: tuple[Variant, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "source": self.source,
            "aliases": list(self.aliases),
            "sort": self.sort,
            "count": self.count,
            "rendered": self.rendered,
            "best": self.best.as_json(),
            "shorter": [variant.as_json() for variant in self.shorter],
            "others": [variant.as_json() for variant in self.others],
        }


@dataclass(frozen=True, slots=True)
class Result:
    """All that a run found."""

    pairs: int
    documents: int
    departures: tuple[Departure, ...]
    terms: tuple[Entry, ...]
    names: tuple[Entry, ...]
    #: findings that a reviewer dismissed or an earlier run told
    dismissed: int
    #: findings beyond the bound of one run
    untold: int
    #: how the figures were made: chrF's signature, thresholds
    signatures: Mapping[str, str]
