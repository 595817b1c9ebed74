"""Workbooks of plain tables: text stays text, and equal input gives equal bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO

from corpus.judged import Changes
from corpus.spreadsheets import MOMENT, fitting, number_cell, repack, text_cell

Cell = str | float | int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its titles and their widths in characters."""

    name: str
    columns: Sequence[tuple[str, int]]
    rows: Iterable[Sequence[Cell]]


def write_workbook(stream: IO[bytes], sheets: Iterable[Sheet]) -> Changes:
    """Write the tables as one workbook; what a cell cannot hold is told."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    changes = Changes()
    book = Workbook(write_only=True)
    book.properties.created = MOMENT
    book.properties.creator = "duiyi"
    top = Alignment(vertical="top", wrap_text=True)
    bold = Font(bold=True)
    for told in sheets:
        sheet = book.create_sheet(told.name)
        sheet.freeze_panes = "A2"
        for place, (_, width) in enumerate(told.columns, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.append([text_cell(sheet, title.strip(), font=bold) for title, _ in told.columns])
        count = 0
        for count, row in enumerate(told.rows, start=1):
            cells = []
            for (title, _), value in zip(told.columns, row):
                if isinstance(value, str):
                    value = fitting(value, title, count, changes)
                    cells.append(text_cell(sheet, value, alignment=top))
                else:
                    cells.append(number_cell(sheet, value, alignment=top))
            sheet.append(cells)
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(told.columns))}{count + 1}"
    with TemporaryFile() as packed:
        book.save(packed)
        repack(packed, stream)
    return changes
