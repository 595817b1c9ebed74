from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook

from corpus.workbooks import Sheet, write_workbook


def written() -> bytes:
    stream = BytesIO()
    sheet = Sheet("names", (("Chinese", 10), ("pairs", 6)), [["刘华", 8], ["=1+1", None]])
    write_workbook(stream, [sheet])
    return stream.getvalue()


def test_text_stays_text_and_numbers_numbers() -> None:
    sheet = load_workbook(BytesIO(written()))["names"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows == [["Chinese", "pairs"], ["刘华", 8], ["=1+1", None]]
    assert sheet["A3"].data_type == "s"


def test_equal_tables_give_equal_bytes() -> None:
    assert written() == written()
