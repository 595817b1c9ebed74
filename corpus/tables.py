"""TSV and CSV: two columns of text, with or without a header."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from corpus.amounts import some
from corpus.errors import InputError
from corpus.judged import Changes, Item, Written, findings_of, pair_of, score_of, type_of
from corpus.languages import choose, language
from corpus.model import Judgement, Pair
from corpus.problem import Problem, Report
from corpus.rows import row_pair
from corpus.text_stream import storable, text_stream

#: Columns of every table that is written.
COLUMNS = ("source", "target", "score", "type", "doc", "omission", "addition", "findings", "note")

#: Other names of the two columns that a header may use, beside codes and names of languages.
_NAMES = {
    "source": frozenset({"source", "src", "source text", "source_text", "原文", "源文", "源语言"}),
    "target": frozenset({"target", "tgt", "trg", "target text", "target_text", "translation",
                         "译文", "译语", "目标语言"}),
}

#: Longest cell: the same bound as a text of an XML file (the csv module's own is 131,072).
_LONGEST_CELL = 10_000_000

#: What a spreadsheet takes for a formula. An apostrophe before it makes it text, as typed by
#: hand in Excel and LibreOffice; one more apostrophe keeps a real one apart. Wrong for a
#: foreign file whose text truly begins with '- or '=: it loses that apostrophe.
_FORMULA = re.compile("'*[=+@\\-\\t\\r]")

#: Rows looked at before the delimiter of a CSV is settled.
_ROWS_SNIFFED = 20


def write_tsv(stream: IO[bytes], items: Iterable[Item]) -> Written:
    """Write pairs as TSV with a header; cells with tabs, quotes or line breaks are quoted."""
    return _write(stream, items, delimiter="\t", formulas=False, mark=False)


def write_csv(stream: IO[bytes], items: Iterable[Item]) -> Written:
    """Write pairs as CSV that Excel opens rightly: UTF-8 with its mark, formulas as text."""
    return _write(stream, items, delimiter=",", formulas=True, mark=True)


def row_of(item: Item) -> list[str]:
    """The cells of a pair in the order of ``COLUMNS``."""
    pair = pair_of(item)
    score = score_of(item)
    grades = ["", ""]
    if isinstance(item, Judgement):
        grades = [f"{item.omission:.4f}", f"{item.addition:.4f}"]
    findings = " | ".join(f"{one.rule}: {one.message}" for one in findings_of(item))
    return [
        pair.source_text,
        pair.target_text,
        "" if score is None else f"{score:.4f}",
        type_of(item),
        pair.doc,
        *grades,
        findings or pair.properties.get("findings", ""),
        pair.properties.get("note", ""),
    ]


def escaped(cell: str) -> str:
    """The cell as text for a spreadsheet, though it begins like a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unescaped(cell: str) -> str:
    """What ``escaped`` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _write(
    stream: IO[bytes], items: Iterable[Item], *, delimiter: str, formulas: bool, mark: bool
) -> Written:
    changes = Changes()
    stream.write(("\ufeff" if mark else "").encode("utf-8"))
    stream.write(f"{delimiter.join(COLUMNS)}\n".encode("utf-8"))
    units = 0
    for item in items:
        units += 1
        cells: list[str] = []
        for column, cell in zip(COLUMNS, row_of(item)):
            clean, lost = storable(cell)
            if lost:
                what = f"{column}: {lost} characters that no text file can hold removed"
                changes.append(Problem("text.removed", what, units))
            cells.append(escaped(clean) if formulas else clean)
        row = delimiter.join(_enclosed(cell, delimiter) for cell in cells)
        stream.write(f"{row}\n".encode("utf-8"))
    return changes.written(units)


def _enclosed(cell: str, delimiter: str) -> str:
    """The cell in quotes if it needs them (Python's csv.writer forgets a lone return)."""
    if any(mark in cell for mark in (delimiter, '"', "\n", "\r")):
        return '"' + cell.replace('"', '""') + '"'
    return cell


@dataclass(frozen=True, slots=True)
class _Dialect:
    delimiter: str
    #: whether quotes enclose cells; in a TSV made by joining strings they are text
    quoted: bool
    #: whether an apostrophe before = + - @ is the spreadsheet's
    formulas: bool

    def rows(self, lines: IO[str], name: str) -> Iterator[tuple[int, list[str]]]:
        """Each row with the 1-based line that it begins on; blank lines are no rows."""
        csv.field_size_limit(_LONGEST_CELL)
        reader = (
            csv.reader(lines, delimiter=self.delimiter)
            if self.quoted
            else csv.reader(lines, delimiter=self.delimiter, quoting=csv.QUOTE_NONE)
        )
        line = 1
        while True:
            try:
                row = next(reader, None)
            except csv.Error as error:
                raise InputError(f"not a row: {error}", where=f"{name}:{line}") from error
            if row is None:
                return
            if row and row != [""]:
                yield line, [unescaped(cell) for cell in row] if self.formulas else row
            line = reader.line_num + 1


def read_tsv(
    stream: IO[bytes],
    name: str = "TSV",
    *,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
    report: Report | None = None,
) -> Iterator[Pair]:
    """Yield a pair a row of a tab-separated file; quotes are text unless cells need them."""
    return _read(tsv_rows(stream, name), name, (source_lang, target_lang))


def read_csv(
    stream: IO[bytes],
    name: str = "CSV",
    *,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
    report: Report | None = None,
) -> Iterator[Pair]:
    """Yield a pair a row of a file separated by commas, semicolons or tabs."""
    return _read(csv_rows(stream, name), name, (source_lang, target_lang))


Rows = Iterator[tuple[int, list[str]]]


def tsv_rows(stream: IO[bytes], name: str) -> Rows:
    """The rows of a tab-separated file with the 1-based lines that they begin on."""
    dialect = _Dialect("\t", _quotes_enclose(stream, name), formulas=False)
    return dialect.rows(text_stream(stream, name, newline=""), name)


def csv_rows(stream: IO[bytes], name: str) -> Rows:
    """The same of a file separated by commas, semicolons or tabs."""
    dialect = _Dialect(_delimiter(stream, name), quoted=True, formulas=True)
    return dialect.rows(text_stream(stream, name, newline=""), name)


def _read(rows: Rows, name: str, languages: tuple[str, str]) -> Iterator[Pair]:
    first = next(rows, None)
    if first is None:
        raise no_rows(name)
    header = find_columns(first[1], languages, f"{name}:{first[0]}")
    if header is None and len(first[1]) < 2:
        raise InputError(
            "only one column; source and target are needed",
            where=f"{name}:{first[0]}",
            hint="separate them by a tab, or name the format with --from",
        )
    titles = first[1] if header else []
    columns = header or (0, 1)
    index = 0
    for line, row in ([] if header else [first]):
        yield table_pair(row, titles, columns, index, line, languages, name)
        index += 1
    for line, row in rows:
        yield table_pair(row, titles, columns, index, line, languages, name)
        index += 1


def no_rows(name: str) -> InputError:
    """What to say of a table without even a header, as of an empty TMX."""
    return InputError(
        "the file is empty", where=name, hint="a table of no pairs has a row source, target"
    )


def table_pair(
    row: Sequence[str],
    titles: Sequence[str],
    columns: tuple[int, int],
    index: int,
    line: int,
    languages: tuple[str, str],
    name: str,
) -> Pair:
    """The pair of a row; a row without one of the two columns raises InputError."""
    if len(row) <= max(columns):
        raise InputError(
            f"row {index + 1} has {some(len(row), 'cell')},"
            f" but column {max(columns) + 1} is needed",
            where=f"{name}:{line}",
            hint="leave the cell empty, but keep its separator",
        )
    others = {
        title.strip().lower(): cell
        for place, (title, cell) in enumerate(zip(titles, row))
        if place not in columns
    }
    return row_pair(
        row[columns[0]], row[columns[1]], others, index=index, line=line, languages=languages
    )


def find_columns(
    row: Sequence[str], languages: tuple[str, str], where: str
) -> tuple[int, int] | None:
    """The places of source and target if the row is a header, None if it is text.

    A header says "source" and "target" (原文, 译文, …) or names both languages by code or
    name. One that has only one of the two raises InputError.
    """
    names = [cell.strip().lower() for cell in row]
    places = [
        next((place for place, name in enumerate(names) if name in _NAMES[side]), -1)
        for side in ("source", "target")
    ]
    if min(places) >= 0:
        return places[0], places[1]
    codes = [cell.strip() for cell in row]
    known = [code if language(code) != "other" else "" for code in codes]
    source = choose(known, languages[0])
    target = choose(known, languages[1], taken=source)
    if min(source, target) >= 0 and language(codes[source]) != language(codes[target]):
        return source, target
    if "source" in names or "target" in names:
        missing = "target" if "source" in names else "source"
        raise InputError(
            f"the header has no column {missing}: {', '.join(codes)}",
            where=where,
            hint="name the two columns source and target",
        )
    return None


def _delimiter(stream: IO[bytes], name: str) -> str:
    """Comma, semicolon or tab: the one that parts the first rows into equal rows of two or more."""
    best, chosen = (-1, -1), ","
    for delimiter in (",", ";", "\t"):
        lines = text_stream(stream, name, newline="")
        widths: list[int] = []
        try:
            for _, row in _Dialect(delimiter, quoted=True, formulas=True).rows(lines, name):
                widths.append(len(row))
                if len(widths) == _ROWS_SNIFFED:
                    break
        except InputError:
            continue
        least = min(widths, default=0)
        fitness = (int(least >= 2), widths.count(widths[0]) if least >= 2 else 0)
        if fitness > best:
            best, chosen = fitness, delimiter
    return chosen


def _quotes_enclose(stream: IO[bytes], name: str) -> bool:
    """Whether the quotes of a TSV enclose cells: all well-formed, and at least one needed.

    `"Hello," he said.` at the start of a cell is no enclosed cell, so a file that has one
    is read literally. A cell `"Hello."` alone proves nothing; what proves it is an enclosed
    tab, line break or doubled quote, or a file that encloses every cell.
    """
    csv.field_size_limit(_LONGEST_CELL)
    lines = text_stream(stream, name, newline="")
    needed = False
    every = True
    try:
        for row in csv.reader(lines, delimiter="\t", strict=True):
            for cell in row:
                needed = needed or any(mark in cell for mark in '\t\n\r"')
    except csv.Error:
        return False
    if needed:
        return True
    for line in text_stream(stream, name, newline=""):
        cells = line.rstrip("\r\n").split("\t")
        every = all(len(cell) >= 2 and cell[0] == cell[-1] == '"' for cell in cells if cell)
        if not every:
            return False
    return every
