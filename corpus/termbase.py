"""Term bases: what a Chinese term is to be in English, and what it must not be."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import InputError
from corpus.formats import read_pairs
from corpus.tbx import Entry, Wording, read_tbx, write_tbx

#: Between the variants of one cell.
_PARTS = re.compile(r"\s*[|;；]\s*")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")

#: Columns beside source and target, and other names that headers use for them.
_FORBIDDEN = ("forbidden", "deprecated", "not", "禁用", "禁用译法")
_PART_OF_SPEECH = ("part of speech", "part_of_speech", "pos", "partofspeech", "词性")
_NOTE = ("note", "notes", "comment", "remark", "备注", "说明")

COLUMNS = ("source", "target", "forbidden", "part of speech", "note")

_TABLES = {".tsv": "tsv", ".tab": "tsv", ".txt": "tsv", ".csv": "csv", ".xlsx": "xlsx"}
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
    "|" or ";") and may have forbidden, part of speech and note.
    """
    suffix = path.suffix.lower()
    if suffix in _TBX:
        found = list(_of_tbx(path))
    elif suffix in _TABLES:
        found = list(_of_table(path, _TABLES[suffix], source_lang, target_lang))
    else:
        raise InputError(
            "no term base by its name", where=str(path), hint="TSV, CSV, XLSX and TBX are read"
        )
    if not found:
        raise InputError(
            "no terms in it", where=str(path), hint="columns source and target, Chinese and English"
        )
    return tuple(found)


def _of_table(path: Path, format: str, source_lang: str, target_lang: str) -> Iterator[Term]:
    for pair in read_pairs(path, format=format, source_lang=source_lang, target_lang=target_lang):
        cells = {key.strip().lower(): value for key, value in pair.properties.items()}
        source, target = _parts(pair.source_text), _parts(pair.target_text)
        chinese, english = (source, target) if _is_chinese(source) else (target, source)
        forbidden = _parts(_cell(cells, _FORBIDDEN))
        if not _is_chinese(chinese) or not (english or forbidden):
            continue
        yield Term(
            chinese, english, forbidden, _cell(cells, _PART_OF_SPEECH), _cell(cells, _NOTE)
        )


def _of_tbx(path: Path) -> Iterator[Term]:
    try:
        with path.open("rb") as stream:
            for entry in read_tbx(stream, str(path)):
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
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"cannot read: {reason}", where=str(path)) from error


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


def _cell(cells: Mapping[str, str], names: Iterable[str]) -> str:
    return next((cells[name].strip() for name in names if name in cells), "")
