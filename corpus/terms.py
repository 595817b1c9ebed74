"""Termbases: what a term is to be called, as TSV, CSV and XLSX.

TBX, the exchange format of terminology tools, is in ``corpus.tbx``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from corpus.errors import InputError
from corpus.tables import Rows, find_columns

#: Further columns that a header may name.
_COLUMNS = {
    "forbidden": frozenset({"forbidden", "forbidden terms", "deprecated", "禁用", "禁用词"}),
    "part_of_speech": frozenset({"part of speech", "part_of_speech", "pos", "词性"}),
    "note": frozenset({"note", "notes", "comment", "comments", "备注", "注释"}),
}

#: Between the variants of a cell: "WIPO; World Intellectual Property Organization".
_BETWEEN = re.compile(r"\s*[;；|]\s*")

#: Tabs and line breaks end a cell in OmegaT's glossaries, which know no quotes.
_ENDS_CELL = re.compile(r"[\t\r\n]+")


@dataclass(frozen=True, slots=True)
class Term:
    """What a source term is to be called, and what it must not be called."""

    source: str
    #: any of them is right; the first one is preferred
    targets: tuple[str, ...]
    #: none of them may stand for it
    forbidden: tuple[str, ...] = ()
    part_of_speech: str = ""
    note: str = ""
    #: 1-based line or entry of its file
    line: int = 0


def read_term_rows(
    rows: Rows, name: str, *, source_lang: str = "zh-CN", target_lang: str = "en-US"
) -> Iterator[Term]:
    """Yield a term a row: by a header, or as OmegaT's glossaries have it (source, target, comment).

    Variants stand in one cell, separated by semicolons or upright bars. A row that has a
    source but neither a target nor a forbidden term raises InputError; rows without a
    source, and lines that begin with "#", are none.
    """
    columns: dict[str, int] = {"source": 0, "target": 1, "note": 2}
    for number, (line, row) in enumerate(rows):
        where = f"{name}:{line}"
        if number == 0:
            header = _header(row, (source_lang, target_lang), where)
            if header is not None:
                columns = header
                continue
        cells = {key: row[at].strip() for key, at in columns.items() if at < len(row)}
        source = cells.get("source", "")
        if not source or source.startswith("#"):
            continue
        targets = _variants(cells.get("target", ""))
        forbidden = _variants(cells.get("forbidden", ""))
        if not targets and not forbidden:
            raise InputError(
                f"the term {source} has no target", where=where,
                hint="give a target, or a forbidden term",
            )
        yield Term(
            source, targets, forbidden, cells.get("part_of_speech", ""), cells.get("note", ""), line
        )


def _header(
    row: Sequence[str], languages: tuple[str, str], where: str
) -> dict[str, int] | None:
    places = find_columns(row, languages, where)
    if places is None:
        return None
    found = {"source": places[0], "target": places[1]}
    for at, cell in enumerate(row):
        for key, names in _COLUMNS.items():
            if cell.strip().lower() in names:
                found.setdefault(key, at)
    return found


def _variants(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in _BETWEEN.split(cell.strip()) if part))


def write_glossary(stream: IO[bytes], terms: Iterable[Term]) -> None:
    """Write OmegaT's glossary: source, target, comment, a line a variant, forbidden ones last."""
    for term in terms:
        rows = [(target, term.note) for target in term.targets]
        rows += [(word, f"forbidden. {term.note}".rstrip()) for word in term.forbidden]
        for target, note in rows:
            cells = (_ENDS_CELL.sub(" ", cell) for cell in (term.source, target, note))
            line = "\t".join(cells).rstrip("\t")
            stream.write(line.encode("utf-8", "replace") + b"\n")


def write_term_table(stream: IO[bytes], terms: Iterable[Term]) -> None:
    """Write the table that ``read_term_rows`` reads, one row a term, for editing."""
    stream.write(b"source\ttarget\tforbidden\tpart of speech\tnote\n")
    for term in terms:
        cells = (
            term.source, "; ".join(term.targets), "; ".join(term.forbidden),
            term.part_of_speech, term.note,
        )
        line = "\t".join(_ENDS_CELL.sub(" ", cell) for cell in cells)
        stream.write(line.encode("utf-8", "replace") + b"\n")
