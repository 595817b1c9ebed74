"""Spreadsheets (.xlsx): the cells row by row, so that two columns of a translation alternate.

The XML is read directly: only cells that exist are visited, while openpyxl fills a sheet up
to its last formatted cell. Headings such as 中文 | English become noise of the kind "column
heading" and say the language of their column. Numbers, dates and hidden sheets are left out,
and the reason says how many.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.amounts import some
from corpus.archives import Archive, iterate_xml
from corpus.column_headings import Columns, headings
from corpus.errors import InputError
from corpus.extracted import Extracted, Paragraphs
from corpus.model import Language
from corpus.scripts import has_han, has_latin

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Cells that are read. A translation memory of 300,000 pairs with notes has a million.
MAX_CELLS = 2_000_000

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

_COLUMN = re.compile("[A-Z]{1,3}")


def read_sheets(data: bytes, where: str) -> Extracted:
    """The text of a workbook, a cell a line, sheet by sheet and row by row."""
    archive = Archive(data, where)
    if "xl/workbook.xml" not in archive:
        raise InputError(
            "is no Excel workbook: it has no xl/workbook.xml", where=where, hint="is it damaged?"
        )
    strings = _shared_strings(archive, where)
    paragraphs = Paragraphs()
    sheets = hidden = numbers = cells = 0
    for name, shown in _sheets(archive):
        if not shown:
            hidden += 1
            continue
        sheets += 1
        columns: Columns[str] | None = None
        for row in _rows(archive.part(name), where, strings):
            cells += len(row)
            if cells > MAX_CELLS:
                raise InputError(
                    f"refused: more than {MAX_CELLS:,} cells", where=where, hint="split the file"
                )
            texts = {column: text for column, text in row if text is not None}
            numbers += len(row) - len(texts)
            if columns is None:
                columns = headings(texts)
                if columns.named:
                    for text in texts.values():
                        paragraphs.add(text, kind="column heading")
                    continue
            for column, text in texts.items():
                kind = "table note" if column in columns.asides else ""
                for line in text.splitlines():
                    said = columns.languages.get(column)
                    paragraphs.add(line, kind=kind, language=_believable(said, line))
    told = [some(sheets, "sheet")]
    told += [some(hidden, "hidden sheet", "left out")] if hidden else []
    told += [some(numbers, "cell", "without text left out")] if numbers else []
    return paragraphs.extracted("xlsx", f"xlsx: Excel workbook; {', '.join(told)}")


def _sheets(archive: Archive) -> Iterator[tuple[str, bool]]:
    """The part of each sheet in the book's order, and whether it is shown."""
    targets: dict[str, str] = {}
    if "xl/_rels/workbook.xml.rels" in archive:
        for relation in archive.xml("xl/_rels/workbook.xml.rels").iter(_RELATION):
            target = relation.get("Target") or ""
            path = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
            targets[relation.get("Id") or ""] = posixpath.normpath(path)
    for sheet in archive.xml("xl/workbook.xml").iter(f"{_S}sheet"):
        part = targets.get(sheet.get(f"{_R}id") or "", "")
        if part in archive:
            yield part, sheet.get("state", "visible") == "visible"


def _shared_strings(archive: Archive, where: str) -> list[str]:
    if "xl/sharedStrings.xml" not in archive:
        return []
    part = archive.part("xl/sharedStrings.xml")
    return [_string(item) for item in iterate_xml(part, f"{_S}si", where)]


def _string(element: _Element) -> str:
    """The text of a rich string, without its reading aids (rPh)."""
    return "".join(
        text.text or ""
        for text in element.iter(f"{_S}t")
        if not any(parent.tag == f"{_S}rPh" for parent in text.iterancestors())
    )


def _rows(
    part: bytes, where: str, strings: list[str]
) -> Iterator[list[tuple[str, str | None]]]:
    """Column and text of each filled cell; None for numbers, dates, truth values, errors."""
    for row in iterate_xml(part, f"{_S}row", where):
        cells: list[tuple[str, str | None]] = []
        for place, cell in enumerate(row.iter(f"{_S}c")):
            found = _COLUMN.match(cell.get("r") or "")
            value = cell.findtext(f"{_S}v")
            kind = cell.get("t", "n")
            text: str | None = None
            if kind == "s" and value and value.isdecimal() and int(value) < len(strings):
                text = strings[int(value)]
            elif kind == "str":
                text = value
            elif kind == "inlineStr":
                text = _string(cell)
            if value is not None or text:
                text = text if text and text.strip() else None
                cells.append((found.group() if found else str(place), text))
        yield cells


def _believable(said: Language | None, line: str) -> Language | None:
    """What the heading says, unless the letters give it the lie."""
    if said == "zh" and not has_han(line) or said == "en" and not has_latin(line):
        return None
    return said
