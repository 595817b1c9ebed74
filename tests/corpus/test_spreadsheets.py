from __future__ import annotations

import io
import zipfile
from typing import Any

import openpyxl
import pytest

from corpus.errors import InputError
from corpus.judged import Item
from corpus.model import Finding, Judgement, Pair, Segment, Severity
from corpus.spreadsheets import read_xlsx, write_xlsx


def pair(index: int, source: str, target: str, score: float = 0.9) -> Pair:
    return Pair(
        index,
        (Segment(source, "zh", index, 0, len(source), 1),),
        (Segment(target, "en", index, 0, len(target), 1),),
        score,
        "d",
    )


def judged(one: Pair, *found: tuple[str, Severity]) -> Judgement:
    findings = tuple(
        Finding(rule, severity, f"says {rule}", "source", (0, 1), "", "")
        for rule, severity in found
    )
    return Judgement(one, one.score, 0.25, 0.0, findings)


def workbook(items: list[Item]) -> Any:
    stream = io.BytesIO()
    write_xlsx(stream, items)
    return openpyxl.load_workbook(stream)["pairs"]


def rows_of(*rows: list[Any]) -> io.BytesIO:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream


def test_the_worst_first_with_colours() -> None:
    sheet = workbook([
        judged(pair(0, "甲", "A")),
        judged(pair(1, "乙", "B"), ("number.changed", "error"), ("format.space", "note")),
        judged(pair(2, "丙", "C"), ("omission.content", "warning")),
        judged(pair(3, "丁", "D", 0.2)),
    ])
    assert [row[0] for row in sheet.values] == ["index", 2, 3, 4, 1]
    second = list(sheet.values)[1]
    assert second[1:10] == (
        "error", "乙", "B", "number.changed\nformat.space",
        "says number.changed\nsays format.space", 0.9, 0.25, 0, "1-1",
    )
    fills = [sheet.cell(row, 1).fill.fgColor.rgb for row in (2, 3, 4)]
    assert fills == ["FFF8D7DA", "FFFFF3CD", "00000000"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:L5"


def test_rows_are_as_high_as_their_text() -> None:
    # 50 columns hold 25 Chinese characters; 60 hold as many Latin letters
    sheet = workbook([pair(0, "字" * 26, "A"), pair(1, "字", "a" * 121), pair(2, "字\n字", "A" * 60)])
    assert [sheet.row_dimensions[row].height for row in (2, 3, 4)] == [30, 45, 30]
    tall = workbook([pair(0, "字" * 10_000, "A")])
    assert tall.row_dimensions[2].height == 405


def test_more_pairs_than_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.spreadsheets._MOST_ROWS", 2)
    stream = io.BytesIO()
    done = write_xlsx(stream, [pair(0, "甲", "A"), pair(1, "乙", "B", 0.1), pair(2, "丙", "C", 0.5)])
    assert (done.units, done.left_out) == (2, 1)
    assert [found.source_text for found in read_xlsx(stream)] == ["乙", "丙"]


def test_formulas_are_text() -> None:
    sheet = workbook([pair(0, "=1+1", "@SUM(A1)")])
    assert [(cell.value, cell.data_type) for cell in sheet[2][2:4]] == [
        ("=1+1", "s"), ("@SUM(A1)", "s")
    ]
    assert sheet["C2"].quotePrefix


def test_two_runs_give_equal_bytes_without_a_clock() -> None:
    stream = io.BytesIO()
    write_xlsx(stream, [pair(0, "甲", "A")])
    with zipfile.ZipFile(stream) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2000-01-01T00:00:00Z") == 2


def test_columns_by_header() -> None:
    stream = rows_of(["no", "译文", "原文"], [1, "Hello", "你好"], [2, None, "再见"], [3, 5.0, 5])
    pairs = list(read_xlsx(stream))
    assert [(p.source_text, p.target_text) for p in pairs] == [
        ("你好", "Hello"), ("再见", ""), ("5", "5"),
    ]
    assert pairs[1].source[0].line == 3


def test_two_columns_without_header() -> None:
    [found] = read_xlsx(rows_of(["你好", "Hello"]))
    assert (found.source_text, found.target_text) == ("你好", "Hello")


def test_empty_workbook() -> None:
    with pytest.raises(InputError, match="a.xlsx: the file is empty"):
        list(read_xlsx(rows_of(), "a.xlsx"))


def test_no_workbook() -> None:
    with pytest.raises(InputError, match="a.xlsx: not a workbook"):
        list(read_xlsx(io.BytesIO(b"PK\x03\x04 broken"), "a.xlsx"))


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.spreadsheets._LARGEST_UNPACKED", 1 << 20)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (3 << 20))
    with pytest.raises(InputError, match="a.xlsx: it unpacks to 3 MB, more than 1"):
        list(read_xlsx(stream, "a.xlsx"))


def test_a_sheet_that_ends_in_the_middle() -> None:
    book = openpyxl.Workbook()
    for row in (("source", "target"), ("你好", "Hello"), ("再见", "Goodbye")):
        book.active.append(row)
    whole, broken = io.BytesIO(), io.BytesIO()
    book.save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data[: len(data) // 2] if "sheet1" in name else data)
    with pytest.raises(InputError, match=r"b\.xlsx: not a workbook: .*open and save it again"):
        list(read_xlsx(broken, "b.xlsx"))
