"""consistency.xlsx: findings, terms and names as three sheets to sort and filter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO

from corpus.workbooks import Cell, Sheet, write_workbook
from qa.consistency.model import Departure, Entry, Place, Result, Variant

#: Rows of one sheet: Excel's own bound is 1,048,576; nobody reads more than these.
MOST = 100_000

_FINDINGS = (
    ("severity", 10), ("rule", 20), ("subject", 40), ("proposal", 50), ("pairs", 8),
    ("variant", 50), ("pairs ", 8), ("chrF", 8), ("match", 9), ("places", 40),
    ("message", 40), ("fingerprint", 24),
)  # fmt: skip
_ENTRIES = (
    ("Chinese", 28), ("also", 20), ("kind", 12), ("pairs", 8), ("best", 40), ("pairs ", 8),
    ("short forms", 40), ("others", 40), ("places", 40),
)  # fmt: skip


def write(stream: IO[bytes], result: Result) -> None:
    """Write the workbook; equal results give equal bytes."""
    write_workbook(
        stream,
        (
            Sheet("findings", _FINDINGS, _limited(map(_finding, result.departures))),
            Sheet("terms", _ENTRIES, _limited(map(_entry, result.terms))),
            Sheet("names", _ENTRIES, _limited(map(_entry, result.names))),
        ),
    )


def _limited(rows: Iterator[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    for number, row in enumerate(rows):
        if number == MOST:
            return
        yield row


def _finding(one: Departure) -> list[Cell]:
    return [
        one.severity, one.rule, one.subject, one.proposal.text, one.proposal.count,
        one.variant.text, one.variant.count, one.variant.chrf, one.match,
        _places(one.variant.places), one.message, one.fingerprint,
    ]  # fmt: skip


def _entry(one: Entry) -> list[Cell]:
    return [
        one.source, ", ".join(one.aliases), one.sort, one.count, one.best.text, one.best.count,
        _variants(one.shorter), _variants(one.others), _places(one.best.places),
    ]  # fmt: skip


def _variants(variants: Sequence[Variant]) -> str:
    return "; ".join(f"{one.text} ({one.count})" for one in variants)


def _places(places: Sequence[Place]) -> str:
    return ", ".join(f"{place.doc}:{place.index + 1}" for place in places)
