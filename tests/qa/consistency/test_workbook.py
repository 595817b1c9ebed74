from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook

from qa.consistency import workbook
from tests.qa.consistency.test_lines import RESULT


def test_three_sheets() -> None:
    stream = BytesIO()
    workbook.write(stream, RESULT)
    book = load_workbook(BytesIO(stream.getvalue()))
    assert book.sheetnames == ["findings", "terms", "names"]
    row = [cell.value for cell in book["findings"][2]]
    assert row[:7] == ["warning", "name.inconsistent", "刘华", "Liu Hua", 3, "Liu Hwa", 1]
    assert row[9] == "b:3"
    assert [cell.value for cell in book["names"][2]][:6] == ["刘华", None, "person", 4, "Liu Hua", 3]
