"""Term bases: what a Chinese term is to be in English, and what it must not be."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from corpus.errors import InputError, unreadable
from corpus.spreadsheets import sheet_rows
from corpus.tables import Rows, csv_rows, find_columns, tsv_rows
from corpus.tbx import Entry, Wording, read_tbx, write_tbx

#: Between the variants of one cell.
_PARTS = re.compile(r"\s*[|;；]\s*")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")

#: Columns beside source and target, and what headers call them.
_FURTHER = {
    "forbidden": frozenset(
        {"forbidden", "forbidden terms", "deprecated", "not", "禁用", "禁用词", "禁用译法"}
    ),
    "part of speech": frozenset(
        {"part of speech", "part_of_speech", "partofspeech", "pos", "词性"}
    ),
    "note": frozenset(
        {"note", "notes", "comment", "comments", "remark", "备注", "注释", "说明"}
    ),
}

COLUMNS = ("source", "target", *_FURTHER)

#: Without a header, as OmegaT's glossaries have it.
_PLAIN_COLUMNS = {"source": 0, "target": 1, "note": 2}
#: OmegaT begins its glossaries with a line that says so.
_REMARK = "#"

_TABLES: dict[str, Callable[[IO[bytes], str], Rows]] = {
    ".tsv": tsv_rows, ".tab": tsv_rows, ".txt": tsv_rows, ".utf8": tsv_rows,
    ".csv": csv_rows, ".xlsx": sheet_rows,
}  # fmt: skip
_TBX = (".tbx", ".xml")


@dataclass(frozen=True, slots=True)
class Term:
    """A concept with its words in both languages."""

    chinese: tuple[str, ...]
    #: what English may have, the preferred one first
    english: tuple[str, ...]
    #: what a translation must not have, in either language
    forbidden: tuple[str, ...] = ()
    part_of_speech: str = ""
    note: str = ""


def read_terms(
    path: Path, *, source_lang: str = "zh-CN", target_lang: str = "en-US"
) -> tuple[Term, ...]:
    """The terms of a TSV, CSV, XLSX or TBX file, in its order.

    Tables have the columns source and target (any order and direction, variants parted by
    "|" or ";") and may have forbidden, part of speech and note. Without a header they are
    read as OmegaT's glossaries: source, target, comment, remarks after "#".
    """
    suffix = path.suffix.lower()
    if suffix not in _TABLES and suffix not in _TBX:
        raise InputError(
            "no term base by its name", where=str(path), hint="TSV, CSV, XLSX and TBX are read"
        )
    try:
        with path.open("rb") as stream:
            if suffix in _TBX:
                found = list(_of_tbx(stream, str(path)))
            else:
                rows = _TABLES[suffix](stream, str(path))
                found = list(_of_table(rows, str(path), (source_lang, target_lang)))
    except OSError as error:
        raise unreadable(error, path) from error
    if not found:
        raise InputError(
            "no terms in it", where=str(path), hint="columns source and target, Chinese and English"
        )
    return tuple(found)


def _of_table(rows: Rows, name: str, languages: tuple[str, str]) -> Iterator[Term]:
    columns: dict[str, int] | None = None
    for line, row in rows:
        if row[0].startswith(_REMARK):
            continue
        if columns is None:
            header = _header(row, languages, f"{name}:{line}")
            columns = header or _PLAIN_COLUMNS
            if header:
                continue
        cells = {title: row[at].strip() for title, at in columns.items() if at < len(row)}
        source, target = _parts(cells.get("source", "")), _parts(cells.get("target", ""))
        chinese, english = (source, target) if _is_chinese(source) else (target, source)
        forbidden = _parts(cells.get("forbidden", ""))
        if _is_chinese(chinese) and (english or forbidden):
            part_of_speech, note = cells.get("part of speech", ""), cells.get("note", "")
            yield Term(chinese, english, forbidden, part_of_speech, note)


def _header(
    row: Sequence[str], languages: tuple[str, str], where: str
) -> dict[str, int] | None:
    """The places of the columns; None if the row is a term."""
    places = find_columns(row, languages, where)
    if places is None:
        return None
    found = {"source": places[0], "target": places[1]}
    for at, cell in enumerate(row):
        for title, names in _FURTHER.items():
            if cell.strip().lower() in names:
                found.setdefault(title, at)
    return found


def _of_tbx(stream: IO[bytes], name: str) -> Iterator[Term]:
    for entry in read_tbx(stream, name):
        chinese = [word for word in entry.wordings if word.language == "zh"]
        english = [word for word in entry.wordings if word.language == "en"]
        allowed = tuple(word.text for word in chinese if not word.forbidden)
        if allowed:
            yield Term(
                allowed,
                tuple(word.text for word in english if not word.forbidden),
                tuple(word.text for word in entry.wordings if word.forbidden),
                next((w.part_of_speech for w in entry.wordings if w.part_of_speech), ""),
                entry.note,
            )


def terms_tsv(terms: Iterable[Term]) -> str:
    """The terms as a table that ``read_terms`` and spreadsheets read."""
    made = io.StringIO()
    table = csv.writer(made, delimiter="\t", lineterminator="\n")
    table.writerow(COLUMNS)
    for term in terms:
        table.writerow(
            [
                "|".join(map(_plain, term.chinese)),
                "|".join(map(_plain, term.english)),
                "|".join(map(_plain, term.forbidden)),
                term.part_of_speech,
                _plain(term.note),
            ]
        )
    return made.getvalue()


def terms_glossary(terms: Iterable[Term]) -> str:
    """OmegaT's glossary: source, target, comment, a line a variant, forbidden ones last.

    It knows no quotes and no forbidden words: these say so in their comment.
    """
    lines: list[str] = []
    for term in terms:
        for source in term.chinese:
            rows = [(target, term.note) for target in term.english]
            rows += [(word, f"forbidden. {term.note}".rstrip()) for word in term.forbidden]
            cells = ([source, target, note] for target, note in rows)
            lines += ("\t".join(" ".join(cell.split()) for cell in row).rstrip() for row in cells)
    return "".join(f"{line}\n" for line in lines)


def terms_tbx(terms: Iterable[Term]) -> bytes:
    """The terms as TBX-Basic."""
    return write_tbx(
        Entry(
            tuple(
                [Wording("zh", text, False, term.part_of_speech) for text in term.chinese]
                + [Wording("en", text, False, term.part_of_speech) for text in term.english]
                + [
                    Wording("zh" if _HAN.search(text) else "en", text, True, term.part_of_speech)
                    for text in term.forbidden
                ]
            ),
            term.note,
        )
        for term in terms
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in _PARTS.split(cell.strip()) if part))


def _plain(text: str) -> str:
    """Text for one cell: variants with a bar of their own lose it."""
    return " ".join(text.replace("|", " ").split())


def _is_chinese(words: Iterable[str]) -> bool:
    return any(_HAN.search(word) for word in words)
