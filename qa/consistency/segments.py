"""One text with several counterparts: equal, equal but for numbers or names, nearly equal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rapidfuzz import fuzz

from corpus.model import Severity, Side
from corpus.names import chinese_names
from corpus.renderings import latin_names
from qa.consistency.chrf import chrf
from qa.consistency.keys import folded, harmless, masked
from qa.consistency.model import PLACES, Departure, Match, Place, Variant
from qa.consistency.store import Store


#: Indel similarity (rapidfuzz, 0 to 100) of two masked keys from which texts are nearly equal:
#: one word in eight may differ. Lower, and other sentences of one pattern come along.
NEAR = 85.0
#: How much longer the one can be than the other at that similarity.
_LONGER = 1.36
#: chrF of the two counterparts of nearly equal texts below which they are told: the edit in
#: the source can't account for so much.
FAR = 45.0
#: Texts that share a hash of their sketches and are still compared with each other. Commoner
#: pieces (开头 of a form letter) would cost the square of their number.
BLOCK = 40
#: Hashes two texts must share to be compared.
SHARED = 2

#: Departures of one rule that are kept in memory and told; what is beyond is counted.
MOST = 20_000


@dataclass(frozen=True, slots=True)
class _Cell:
    """All pairs with one text on the one side and one on the other."""

    #: the number of the group's first pair
    group: int
    subject: str
    text: str
    key: str
    count: int
    first: int
    places: tuple[tuple[int, Place], ...]


def departures(store: Store, side: Side) -> Iterator[Departure]:
    """Departures with variants on ``side``: exact groups, then masked ones, then near ones.

    ``side`` "target" gives ``consistency.target``, one source with several targets.
    """
    told: set[tuple[str, str, str]] = set()
    for departure in _equal(store, side, "key"):
        told.add(_masks(departure))
        yield departure
    for departure in _equal(store, side, "mask"):
        if _masks(departure) not in told:
            told.add(_masks(departure))
            yield departure
    yield from _near(store, side)


def _masks(departure: Departure) -> tuple[str, str, str]:
    variants = (departure.proposal.text, departure.variant.text)
    first, second = sorted(masked(folded(text)) for text in variants)
    return masked(folded(departure.subject)), first, second


def _equal(store: Store, side: Side, kind: str) -> Iterator[Departure]:
    """Groups whose subject has one ``kind`` of key: "key" as it is, "mask" without numbers."""
    cells = _cells(store, side, kind)
    for _, group in groupby(cells, key=lambda cell: cell.group):
        yield from _of_group(list(group), side, "exact" if kind == "key" else "numbers")


def _cells(store: Store, side: Side, kind: str) -> Iterator[_Cell]:
    """The members of all groups with several variants, group by group.

    The engine groups 64-bit hashes and numbers and fetches texts at the end: a million texts
    of 300 characters would not fit into its memory.
    """
    other = "source" if side == "target" else "target"
    differing = side if kind == "key" else f"{side}_mask"
    subjects = f"AND min(hash({other}_key)) <> max(hash({other}_key))" if kind == "mask" else ""
    store.run(f"""
        CREATE OR REPLACE TABLE several AS
        SELECT hash({other}_{kind}) AS grouped, min(number) AS opening FROM pairs
        WHERE {other}_{kind} <> '' AND {side}_{kind} <> ''
        GROUP BY 1 HAVING min(hash({differing})) <> max(hash({differing})) {subjects}
    """)
    store.run(f"""
        CREATE OR REPLACE TABLE members AS
        SELECT s.opening, p.number, p.doc, p.place, p.line, hash(p.source) AS s,
            hash(p.target) AS t
        FROM pairs p JOIN several s ON hash(p.{other}_{kind}) = s.grouped
        WHERE p.{other}_{kind} <> '' AND p.{side}_{kind} <> ''
    """)
    store.run(f"""
        CREATE OR REPLACE TABLE cells AS
        WITH ranked AS (
            SELECT *, row_number() OVER (PARTITION BY opening, s, t ORDER BY number) AS turn
            FROM members
        )
        SELECT opening, count(*) AS n, min(number) AS first,
            list({{'d': doc, 'p': place, 'l': line, 'n': number}} ORDER BY number)
                FILTER (turn <= {PLACES}) AS places
        FROM ranked GROUP BY opening, s, t
    """)
    query = f"""
        SELECT c.opening, p.{other}, p.{side}, p.{side}_{kind}, c.n, c.first, c.places
        FROM cells c JOIN pairs p ON p.number = c.first ORDER BY c.opening, c.first
    """
    for opening, subject, text, key, count, first, places in store.rows(query):
        found = tuple((at["n"], Place(at["d"], at["p"], at["l"])) for at in places)
        yield _Cell(opening, subject, text, key, count, first, found)


def _of_group(cells: Sequence[_Cell], side: Side, match: Match) -> Iterator[Departure]:
    """What departs in one group: other texts against the commonest, forms within each."""
    classes: dict[str, list[_Cell]] = {}
    for cell in cells:
        classes.setdefault(cell.key, []).append(cell)
    ranked = sorted(
        classes.values(), key=lambda one: (-sum(cell.count for cell in one), one[0].first)
    )
    subject = ranked[0][0].subject
    best = _variant(ranked[0], subject)
    for one in ranked[1:]:
        variant = _variant(one, subject)
        variant = replace(variant, chrf=chrf(variant.text, best.text))
        yield _departure(side, match, subject, best, variant)
    if match == "exact":
        for one in ranked:
            yield from _harmless(one, side)


def _harmless(cells: Sequence[_Cell], side: Side) -> Iterator[Departure]:
    """Forms of one text that differ in case, width, blanks or punctuation only."""
    forms: dict[str, list[_Cell]] = {}
    for cell in cells:
        forms.setdefault(cell.text, []).append(cell)
    if len(forms) < 2:
        return
    ranked = sorted(
        forms.values(), key=lambda one: (-sum(cell.count for cell in one), one[0].first)
    )
    subject = ranked[0][0].subject
    best = _variant(ranked[0], subject)
    for one in ranked[1:]:
        variant = _variant(one, subject)
        what = harmless(best.text, variant.text)
        message = f"Differs from the commonest {side} of this text in {what} only."
        yield Departure(
            f"consistency.{side}", "note", "exact", subject, side, best, variant, message
        )


def _variant(cells: Sequence[_Cell], subject: str) -> Variant:
    """The cells of one variant under their commonest text."""
    counts: dict[str, int] = {}
    for cell in cells:
        counts[cell.text] = counts.get(cell.text, 0) + cell.count
    text = max(counts, key=lambda one: counts[one])  # the first of equals
    facing = next(cell.subject for cell in cells if cell.text == text)
    numbered = sorted((place for cell in cells for place in cell.places), key=lambda one: one[0])
    places = [place for _, place in numbered]
    return Variant(
        text,
        sum(cell.count for cell in cells),
        tuple(places[:PLACES]),
        "" if facing == subject else facing,
    )


_HOW = {
    "exact": "The same {0}",
    "numbers": "The same {0} but for numbers",
    "names": "The same {0} but for names",
    "near": "Nearly the same {0}",
}


def _departure(
    side: Side, match: Match, subject: str, best: Variant, variant: Variant
) -> Departure:
    other = "source" if side == "target" else "target"
    severity: Severity = "note" if side == "source" or match == "near" else "warning"
    how = _HOW[match].format(other)
    if side == "target":
        message = f"{how} is translated otherwise in {_times(best.count)}."
    else:
        message = f"{how} stands for another text in {_times(best.count)}."
    return Departure(f"consistency.{side}", severity, match, subject, side, best, variant, message)


def _times(count: int) -> str:
    return "another place" if count == 1 else f"{count} other places"


def _near(store: Store, side: Side) -> Iterator[Departure]:
    """Pairs of nearly equal texts whose counterparts have little in common.

    Texts are compared that share hashes of their sketches, so the cost grows with the number
    of texts and not with its square; what shares none is not near (see ``qa.consistency.keys``).
    """
    other = "source" if side == "target" else "target"
    store.run(f"""
        CREATE OR REPLACE TABLE texts AS
        SELECT min(number) AS id, count(*) AS n FROM pairs
        WHERE {other}_sketch <> '' AND {side}_mask <> '' GROUP BY hash({other}_mask)
    """)
    store.run(f"""
        CREATE OR REPLACE TABLE hashes AS
        SELECT t.id, unnest(string_split(p.{other}_sketch, ' '))::UINTEGER AS hash
        FROM texts t JOIN pairs p ON p.number = t.id
    """)
    store.run(f"""
        CREATE OR REPLACE TABLE candidates AS
        WITH sized AS (
            SELECT hash FROM hashes GROUP BY hash HAVING count(*) BETWEEN 2 AND {BLOCK}
        ), kept AS (SELECT h.* FROM hashes h SEMI JOIN sized s ON h.hash = s.hash)
        SELECT a.id AS one, b.id AS two FROM kept a JOIN kept b
            ON a.hash = b.hash AND a.id < b.id
        GROUP BY 1, 2 HAVING count(*) >= {SHARED}
    """)
    fields = f"{{0}}.{other}_mask, {{0}}.{other}, {{0}}.{side}, {{1}}.n, {{0}}.doc, {{0}}.place,"
    fields += " {0}.line"
    one, two = fields.format("a", "x"), fields.format("b", "y")
    query = f"""
        SELECT {one}, {two} FROM candidates c
        JOIN texts x ON x.id = c.one JOIN pairs a ON a.number = c.one
        JOIN texts y ON y.id = c.two JOIN pairs b ON b.number = c.two
        WHERE length(a.{other}_mask) <= {_LONGER} * length(b.{other}_mask)
            AND length(b.{other}_mask) <= {_LONGER} * length(a.{other}_mask)
        ORDER BY c.one, c.two
    """
    for row in store.rows(query):
        departure = _compared(row[:7], row[7:], side)
        if departure is not None:
            yield departure


def _compared(one: Sequence[object], two: Sequence[object], side: Side) -> Departure | None:
    if fuzz.ratio(str(one[0]), str(two[0]), score_cutoff=NEAR) < NEAR:
        return None
    best, variant = _single(one), _single(two)
    if variant.count > best.count:
        best, variant, one, two = variant, best, two, one
    apart = chrf(variant.text, best.text)
    if apart >= FAR:
        return None
    subject = str(one[1])
    same = _without_names(subject) == _without_names(str(two[1]))
    if same and _without_names(variant.text) == _without_names(best.text):
        return None
    variant = replace(variant, facing=str(two[1]), chrf=apart)
    return _departure(side, "names" if same else "near", subject, best, variant)


def _single(row: Sequence[object]) -> Variant:
    count, place, line = (int(str(value)) for value in (row[3], row[5], row[6]))
    return Variant(str(row[2]), count, (Place(str(row[4]), place, line),))


def _without_names(text: str) -> str:
    """A text's masked key with every name masked too."""
    spans = [(name.start, name.end) for name in chinese_names(text)]
    spans = spans or [(name.start, name.end) for name in latin_names(text)]
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}0{text[end:]}"
    return masked(folded(text))


def limited(found: Iterable[Departure]) -> tuple[list[Departure], int]:
    """The first ``MOST`` departures, and how many more there are."""
    kept: list[Departure] = []
    more = 0
    for departure in found:
        if len(kept) < MOST:
            kept.append(departure)
        else:
            more += 1
    return kept, more
