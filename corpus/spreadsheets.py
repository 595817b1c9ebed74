"""XLSX: pairs for people who review in Excel, the worst first."""

from __future__ import annotations

import datetime
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from typing import IO, Any

from corpus.errors import InputError
from corpus.judged import Changes, Item, Written, findings_of, pair_of, score_of, type_of
from corpus.model import SEVERITIES, Judgement, Pair
from corpus.problem import Problem, Report
from corpus.tables import find_columns, no_rows, table_pair
from corpus.xml_text import without_illegal, without_surrogates

#: Column titles and their widths in characters.
_COLUMNS = (
    ("index", 7), ("severity", 10), ("source", 50), ("target", 60), ("rules", 24),
    ("findings", 50), ("score", 8), ("omission", 9), ("addition", 9), ("type", 6),
    ("doc", 20), ("note", 20),
)

#: Fill of a row by its worst finding: red, amber, blue, pale enough to read and to print.
_FILLS = {"error": "FFF8D7DA", "warning": "FFFFF3CD", "note": "FFE2ECF7"}

#: Height of a line in points, and the lines of the tallest row (Excel's bound is 409 points).
_LINE = 15.0
_TALLEST = 27

#: Excel's bound on a cell, in UTF-16 units.
_LONGEST_CELL = 32_767

#: How the format writes characters that XML cannot hold, and this escape itself.
_NEEDS_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\\0-\\x08\\v\\f\\r\\x0e-\\x1f\\ufffe\\uffff]")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")

#: Rows that a sheet can have beside its header.
_MOST_ROWS = 1_048_575

#: Bound on what a workbook may unpack to: fifty times the largest that people review.
_LARGEST_UNPACKED = 1 << 30

#: One moment for every workbook: equal input gives equal bytes.
MOMENT = datetime.datetime(2000, 1, 1)
_ZIP_MOMENT = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def write_xlsx(stream: IO[bytes], items: Iterable[Item]) -> Written:
    """Write a workbook with a row a pair, the worst first, findings in columns.

    Cells are text even if they begin like a formula. All pairs are held in memory, since
    they are sorted; what a sheet has no row for, the best pairs, is left out and counted.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill

    # before the workbook opens files of its own, since reading the items may fail
    chosen = sorted(items, key=_badness)
    changes = Changes()
    book = Workbook(write_only=True)
    book.properties.created = MOMENT
    book.properties.creator = "duiyi"
    sheet = book.create_sheet("pairs")
    sheet.freeze_panes = "A2"
    for place, (_, width) in enumerate(_COLUMNS):
        sheet.column_dimensions["ABCDEFGHIJKLMNOP"[place]].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    top = Alignment(vertical="top", wrap_text=True)
    fills = {kind: PatternFill("solid", fgColor=colour) for kind, colour in _FILLS.items()}

    sheet.append([text_cell(sheet, title, font=Font(bold=True)) for title, _ in _COLUMNS])
    units = 0
    for item in chosen[:_MOST_ROWS]:
        units += 1
        fill = fills.get(_severity(item))
        row = []
        values = _values(item)
        sheet.row_dimensions[units + 1].height = _height(values)
        for (title, _), value in zip(_COLUMNS, values):
            if isinstance(value, str):
                value = fitting(value, title, units, changes)
                row.append(text_cell(sheet, value, alignment=top, fill=fill))
            else:
                row.append(number_cell(sheet, value, alignment=top, fill=fill))
        sheet.append(row)
    sheet.auto_filter.ref = f"A1:{'ABCDEFGHIJKLMNOP'[len(_COLUMNS) - 1]}{units + 1}"
    with TemporaryFile() as packed:
        book.save(packed)
        repack(packed, stream)
    return changes.written(units, len(chosen) - units)


def _values(item: Item) -> list[str | float | int | None]:
    pair = pair_of(item)
    findings = findings_of(item)
    judged = isinstance(item, Judgement)
    return [
        pair.index + 1,
        _severity(item),
        pair.source_text,
        pair.target_text,
        "\n".join(finding.rule for finding in findings),
        "\n".join(finding.message for finding in findings) or pair.properties.get("findings", ""),
        score_of(item),
        item.omission if judged else None,  # type: ignore[union-attr]
        item.addition if judged else None,  # type: ignore[union-attr]
        type_of(item),
        pair.doc,
        pair.properties.get("note", ""),
    ]


def _height(values: list[str | float | int | None]) -> float:
    """Height of a row in points: LibreOffice does not wrap a row that says nothing of it."""
    lines = 1
    for (_, width), value in zip(_COLUMNS, values):
        if isinstance(value, str):
            parts = value[: _TALLEST * width].split("\n")
            lines = max(lines, sum(1 + (_width(part) - 1) // width for part in parts))
    return _LINE * min(lines, _TALLEST)


def _width(text: str) -> int:
    """Width in characters of the default font; East Asian ones count twice."""
    return max(1, sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text))


def _severity(item: Item) -> str:
    found = {finding.severity for finding in findings_of(item)}
    return next((severity for severity in SEVERITIES if severity in found), "")


def _badness(item: Item) -> tuple[int, float, int]:
    severity = _severity(item)
    rank = SEVERITIES.index(severity) if severity else len(SEVERITIES)
    score = score_of(item)
    return rank, 1.0 if score is None else score, pair_of(item).index


def text_cell(sheet: Any, text: str, **style: Any) -> Any:
    cell = number_cell(sheet, None, **style)
    cell.value = text
    if text:
        # openpyxl takes "=1+1" for a formula; the prefix keeps it text when edited in Excel
        cell.data_type = "s"
        cell.quotePrefix = text[0] in "=+-@"
    return cell


def number_cell(sheet: Any, value: float | None, **style: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, None if value is None else round(value, 4))
    for name, given in style.items():
        if given is not None:
            setattr(cell, name, given)
    return cell


def fitting(text: str, column: str, unit: int, changes: Changes | list[Problem]) -> str:
    clean, removed = without_surrogates(text)
    if removed:
        what = f"{column}: {removed} characters that XML cannot hold removed"
        changes.append(Problem("text.removed", what, unit))
    escaped = _NEEDS_ESCAPE.sub(lambda found: f"_x{ord(found.group()):04X}_", clean)
    if len(escaped.encode("utf-16-le")) > 2 * _LONGEST_CELL:
        half = escaped.encode("utf-16-le")[: 2 * _LONGEST_CELL]
        escaped = half.decode("utf-16-le", errors="ignore")
        what = f"{column}: cut after {_LONGEST_CELL} characters, all that a cell can hold"
        changes.append(Problem("text.cut", what, unit))
    return escaped


def repack(packed: IO[bytes], stream: IO[bytes]) -> None:
    """The same archive without the moments that openpyxl and zip put in."""
    with zipfile.ZipFile(packed) as old:
        # a pipe cannot be sought in, and zipfile writes other bytes there
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w") as new:
            for name in old.namelist():
                data = old.read(name)
                if name == "docProps/core.xml":
                    data = _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z", data)
                entry = zipfile.ZipInfo(name, _ZIP_MOMENT)
                entry.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(entry, data)
        stream.write(whole.getvalue())


def read_xlsx(
    stream: IO[bytes],
    name: str = "XLSX",
    *,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
    report: Report | None = None,
) -> Iterator[Pair]:
    """Yield a pair a row of the first sheet: columns by header, or else the first two."""
    languages = (source_lang, target_lang)
    rows = sheet_rows(stream, name)
    first = next(rows, None)
    if first is None:
        raise no_rows(name)
    header = find_columns(first[1], languages, f"{name}:{first[0]}")
    titles = first[1] if header else []
    columns = header or (0, 1)
    if header is None and len(first[1]) < 2:
        where = f"{name}:{first[0]}"
        raise InputError("only one column; source and target are needed", where=where)
    index = 0
    for line, row in ([] if header else [first]):
        yield table_pair(row, titles, columns, index, line, languages, name)
        index += 1
    for line, row in rows:
        # trailing empty cells are not stored, so a short row is no mistake here
        row += [""] * (max(columns) + 1 - len(row))
        yield table_pair(row, titles, columns, index, line, languages, name)
        index += 1


def sheet_rows(stream: IO[bytes], name: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet that are not empty, with their numbers, as text."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(stream) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > _LARGEST_UNPACKED:
            raise InputError(
                f"it unpacks to {unpacked >> 20} MB, more than {_LARGEST_UNPACKED >> 20}",
                where=name,
            )
        stream.seek(0)
        book = load_workbook(stream, read_only=True, data_only=True)
    except InputError:
        raise
    except Exception as error:  # openpyxl raises whatever the broken part raised
        raise _broken(error, name) from error
    if not book.worksheets:
        raise InputError("a workbook without a sheet of cells", where=name)
    sheet = book.worksheets[0]
    # a file may claim 16,384 columns, and every row would be filled up to them
    sheet.reset_dimensions()
    rows = enumerate(sheet.iter_rows(values_only=True), start=1)
    while (row := _next(rows, name)) is not None:
        cells = [_cell_text(value) for value in row[1]]
        if any(cells):
            yield row[0], cells
    book.close()


def _next(rows: Iterator[tuple[int, Any]], name: str) -> tuple[int, Any] | None:
    try:
        return next(rows, None)
    except Exception as error:  # the sheet itself is read row by row
        raise _broken(error, name) from error


def _broken(error: Exception, name: str) -> InputError:
    reason = str(error).strip("'\"")
    return InputError(f"not a workbook: {reason}", where=name, hint="open and save it again")


def _cell_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, str):
        return _ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), value)
    return without_illegal(str(value))[0]
