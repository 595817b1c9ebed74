"""consistency.html: one page that needs no network and no server."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from corpus.model import SEVERITIES, Severity
from qa.consistency.model import Departure, Entry, Place, Result, Variant
from qa.report import asset, csp_hash, environment, language_name

#: Cards of one section: more make no browser happy, and nobody reads them. All are in the
#: workbook and the JSON lines.
SHOWN = 300
#: Rows of the tables of terms and names.
ROWS = 1_000
#: Places of a variant that are named.
PLACES = 6

_PIECE = re.compile(r"[^\W\d_]+|\d+|\s+|.", re.DOTALL)
_HAN = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a variant, marked where the proposal has something else."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A subject with the proposal and all that departs from it."""

    severity: Severity
    rule: str
    match: str
    subject: str
    #: whether the subject is Chinese, and whether the variants are
    subject_lang: str
    lang: str
    proposal: Variant
    departures: tuple[Departure, ...]

    @property
    def harmless(self) -> bool:
        """Whether only case, width, blanks or punctuation differ."""
        return all(one.variant.chrf is None and one.match == "exact" for one in self.departures)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page."""

    id: str
    title: str
    about: str
    cards: tuple[Card, ...]
    #: cards that the page leaves out
    more: int


def render(
    result: Result,
    *,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
    signature: str = "",
    link: Callable[[Place], str] = lambda place: "",
) -> str:
    """The page. ``link`` gives the address of a pair in its document's report, or ""."""
    style = asset("base.css") + asset("consistency.css")
    script = asset("consistency.js")
    cards = _cards(result.departures, source_lang, target_lang)
    counts = Counter(one.severity for one in result.departures)
    template = environment().get_template("consistency.html")
    return template.render(
        result=result,
        counts={severity: counts[severity] for severity in SEVERITIES},
        sections=_sections(cards, source_lang, target_lang),
        terms=result.terms[:ROWS],
        names=result.names[:ROWS],
        limit=ROWS,
        places_shown=PLACES,
        pieces=pieces,
        holding=holding,
        by_document=by_document,
        link=link,
        signature=signature,
        style=style,
        script=script,
        csp_style=csp_hash(style),
        csp_script=csp_hash(script),
        zh="zh-CN",
        sorts=_sorts(result.names),
    )


def _cards(
    departures: Iterable[Departure], source_lang: str, target_lang: str
) -> list[Card]:
    grouped: dict[tuple[str, str, str, str], list[Departure]] = {}
    for one in departures:
        kind = "harmless" if _harmless(one) else one.match
        grouped.setdefault((one.rule, one.subject, one.proposal.text, kind), []).append(one)
    cards = []
    for (rule, subject, _, _), some in grouped.items():
        first = some[0]
        other = source_lang if first.side == "target" else target_lang
        own = target_lang if first.side == "target" else source_lang
        if first.match in ("term", "name"):
            other, own = "zh-CN", "en-US"
        match, best = first.match, first.proposal
        cards.append(
            Card(first.severity, rule, match, subject, other, own, best, tuple(some))
        )
    return cards


def _harmless(one: Departure) -> bool:
    return one.rule.startswith("consistency.") and one.match == "exact" and one.variant.chrf is None


def _sections(cards: Sequence[Card], source_lang: str, target_lang: str) -> list[Section]:
    source, target = language_name(source_lang), language_name(target_lang)
    parts: list[tuple[str, str, str, list[Card]]] = [
        ("termbase", "Terms of the termbase", "", []),
        ("names-differ", "Names written in several ways", "", []),
        ("terms-differ", "Terms rendered in several ways",
         "Found in the pairs themselves. The commonest rendering is the proposal.", []),
        ("targets", f"One {source} text, several {target} texts",
         "Real differences: punctuation, width, case and blanks don't count.", []),
        ("near", f"Nearly the same {source}, translated apart",
         "A small difference in the source, a large one in the translation.", []),
        ("sources", f"Several {source} texts, one {target} text", "", []),
        ("harmless", "Harmless differences", "Only case, width, blanks or punctuation.", []),
    ]  # fmt: skip
    bins = {part[0]: part[3] for part in parts}
    for card in cards:
        bins[_bin(card)].append(card)
    return [
        Section(id, title, about, tuple(some[:SHOWN]), max(0, len(some) - SHOWN))
        for id, title, about, some in parts
        if some
    ]


def _bin(card: Card) -> str:
    if card.rule in ("term.missing", "term.forbidden"):
        return "termbase"
    if card.match in ("term", "name"):
        return f"{card.match}s-differ"
    if card.harmless:
        return "harmless"
    if card.rule == "consistency.source":
        return "sources"
    return "near" if card.match == "near" else "targets"


def pieces(variant: str, proposal: str) -> list[Piece]:
    """The variant cut where it begins and ends to differ from the proposal, word by word."""
    own, other = _words(variant), _words(proposal)
    found: list[Piece] = []
    for kind, start, end, _, _ in SequenceMatcher(None, own, other, False).get_opcodes():
        text = "".join(own[start:end])
        if text:
            found.append(Piece(text, kind != "equal" and bool(text.strip())))
    return found


def holding(text: str, term: str) -> list[Piece]:
    """A text cut where the term stands, which is marked."""
    parts = text.split(term)
    found = [Piece(parts[0], False)]
    for part in parts[1:]:
        found += [Piece(term, True), Piece(part, False)]
    return [piece for piece in found if piece.text]


def by_document(places: Sequence[Place]) -> list[tuple[str, list[Place]]]:
    """The first places, each document named once."""
    return [
        (doc, list(some)) for doc, some in groupby(places[:PLACES], key=lambda place: place.doc)
    ]


def _words(text: str) -> list[str]:
    parts: list[str] = []
    for piece in _PIECE.findall(text):
        parts.extend(piece if _HAN.search(piece) else [piece])
    return parts


def _sorts(entries: Sequence[Entry]) -> Mapping[str, str]:
    """What a kind of name is called for people."""
    return {one.sort: one.sort for one in entries} | {"foreign": "foreign name"}
