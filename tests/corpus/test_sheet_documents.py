from __future__ import annotations

import io
import zipfile
from datetime import date

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from corpus import sheet_documents
from corpus.errors import InputError
from corpus.model import Document
from corpus.reading import document_from_bytes


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(book: openpyxl.Workbook) -> Document:
    return document_from_bytes(saved(book), "a.xlsx", "a")


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.language, block.text) for block in document.blocks]


def two_columns() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["序号", "中文", "English"])
    sheet.append([1, "专利合作条约", "Patent Cooperation Treaty"])
    sheet.append([2, "第一行\n第二行", "Line one\nLine two"])
    return book


def test_two_columns_alternate() -> None:
    document = read(two_columns())
    assert blocks(document) == [
        ("zh", "专利合作条约"), ("en", "Patent Cooperation Treaty"),
        ("zh", "第一行"), ("zh", "第二行"), ("en", "Line one"), ("en", "Line two"),
    ]
    assert [(noise.kind, noise.text) for noise in document.noise] == [
        ("column heading", "序号"), ("column heading", "中文"), ("column heading", "English")
    ]
    assert document.encoding_reason == (
        "xlsx: Excel workbook; 1 sheet, 2 cells without text left out"
    )


def test_headings_say_the_language() -> None:
    book = openpyxl.Workbook()
    book.active.append(["en-US", "zh-CN"])
    book.active.append(["Résumé du projet et de la loi", "项目"])
    assert blocks(read(book)) == [("en", "Résumé du projet et de la loi"), ("zh", "项目")]


def test_headings_that_name_no_language_and_a_column_of_notes() -> None:
    book = openpyxl.Workbook()
    book.active.append(["序号", "原文", "译文", "备注"])
    book.active.append(["一", "专利合作条约", "Patent Cooperation Treaty", "ok"])
    book.active.append(["二", "商标", "trademark", None])
    document = read(book)
    assert [text for _, text in blocks(document)] == [
        "专利合作条约", "Patent Cooperation Treaty", "商标", "trademark"
    ]
    assert [(noise.kind, noise.text) for noise in document.noise][4:] == [
        ("table note", "一"), ("table note", "ok"), ("table note", "二")
    ]


def test_a_first_row_of_text_is_text() -> None:
    book = openpyxl.Workbook()
    book.active.append(["中文", "WIPO", "知识产权组织"])
    assert [text for _, text in blocks(read(book))] == ["中文", "WIPO", "知识产权组织"]


def test_hidden_sheets_dates_and_rich_text() -> None:
    book = two_columns()
    book.active.append(
        [date(2024, 5, 20), CellRichText("世界", TextBlock(InlineFont(b=True), "知识产权")), True]
    )
    hidden = book.create_sheet("旧")
    hidden.append(["旧文"])
    hidden.sheet_state = "hidden"
    document = read(book)
    assert blocks(document)[-1] == ("zh", "世界知识产权")
    assert "1 sheet, 1 hidden sheet left out, 4 cells without text" in document.encoding_reason


def test_a_cell_at_the_far_end_costs_nothing() -> None:
    book = two_columns()
    book.active["XFD1048576"] = "远"
    assert blocks(read(book))[-1] == ("zh", "远")


def test_limits_and_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    data = saved(two_columns())
    with pytest.raises(InputError, match="damaged"):
        document_from_bytes(data[:-200], "a.xlsx", "a")
    monkeypatch.setattr(sheet_documents, "MAX_CELLS", 5)
    with pytest.raises(InputError, match="refused: more than 5 cells"):
        document_from_bytes(data, "a.xlsx", "a")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "x")
    with pytest.raises(InputError, match="has no xl/workbook.xml"):
        document_from_bytes(stream.getvalue(), "a.xlsx", "a")


def test_a_workbook_is_known_by_its_content() -> None:
    document = document_from_bytes(saved(two_columns()), "-", "stdin")
    assert document.encoding == "xlsx"
