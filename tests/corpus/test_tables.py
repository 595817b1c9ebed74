from __future__ import annotations

import csv
import io

import pytest

from corpus.errors import InputError
from corpus.model import Pair, Segment
from corpus.tables import escaped, read_csv, read_tsv, unescaped, write_csv, write_tsv


def pair(source: str, target: str) -> Pair:
    return Pair(
        0,
        (Segment(source, "zh", 0, 0, len(source), 1),),
        (Segment(target, "en", 0, 0, len(target), 1),),
        0.5,
    )


def tsv(text: str) -> list[tuple[str, str]]:
    pairs = read_tsv(io.BytesIO(text.encode("utf-8")), "a.tsv")
    return [(pair.source_text, pair.target_text) for pair in pairs]


def comma(text: str) -> list[tuple[str, str]]:
    pairs = read_csv(io.BytesIO(text.encode("utf-8")), "a.csv")
    return [(pair.source_text, pair.target_text) for pair in pairs]


@pytest.mark.parametrize(
    "header",
    ["source\ttarget", "Source\tTarget", "原文\t译文", "zh-CN\ten-US", "zh\ten", "中文\t英文",
     "\ufeffsource\ttarget", "src\ttgt"],
)
def test_headers(header: str) -> None:
    assert tsv(f"{header}\n你好\tHello\n") == [("你好", "Hello")]


def test_columns_by_name_wherever_they_stand() -> None:
    [found] = read_csv(io.BytesIO("id,target,score,source,note\n7,Hello,0.25,你好,熟\n".encode()))
    assert (found.source_text, found.target_text, found.score) == ("你好", "Hello", 0.25)
    assert found.properties == {"id": "7", "note": "熟"}


def test_two_columns_without_header() -> None:
    assert tsv("你好\tHello\n\n再见\tBye\n") == [("你好", "Hello"), ("再见", "Bye")]


def test_a_language_as_a_word_of_the_text_is_no_header() -> None:
    assert tsv("中文\tChinese\n") == [("中文", "Chinese")]


def test_every_row_keeps_its_place() -> None:
    pairs = list(read_tsv(io.BytesIO("你好\t\n\tHello\n\t\n再见\tBye\n".encode())))
    assert [(p.index, p.type) for p in pairs] == [(0, "1-0"), (1, "0-1"), (2, "1-0"), (3, "1-1")]
    assert [p.score for p in pairs] == [0.0, 0.0, 0.0, 1.0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "你好\tHello\n再见\n",
            "a.tsv:2: row 2 has 1 cell, but column 2 is needed "
            "(leave the cell empty, but keep its separator)",
        ),
        (
            "source\tgloss\n",
            "a.tsv:1: the header has no column target: source, gloss "
            "(name the two columns source and target)",
        ),
        (
            "你好\n",
            "a.tsv:1: only one column; source and target are needed "
            "(separate them by a tab, or name the format with --from)",
        ),
    ],
)
def test_bad_rows_are_named(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        tsv(text)
    assert str(caught.value) == message


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters_of_csv(delimiter: str) -> None:
    text = f'"你好，世界"{delimiter}"Hello, ""world"""\n再见{delimiter}Bye\n'
    assert comma(text) == [("你好，世界", 'Hello, "world"'), ("再见", "Bye")]


def test_quotes_of_a_tsv_made_by_joining_are_text() -> None:
    assert tsv('他说好。\t"Good," he said.\n“好。”\t"Good."\n') == [
        ("他说好。", '"Good," he said.'),
        ("“好。”", '"Good."'),
    ]


def test_quotes_of_a_tsv_that_needs_them_enclose() -> None:
    assert tsv('他说\t"Good.\nBye."\n“好。”\t"""Good."""\n') == [
        ("他说", "Good.\nBye."),
        ("“好。”", '"Good."'),
    ]
    assert tsv('"他说"\t"He said"\n') == [("他说", "He said")]


def test_lines_are_counted_over_line_breaks_in_cells() -> None:
    text = 'source,target\n"a\nb",c\nd,e\n'
    assert [p.source[0].line for p in read_csv(io.BytesIO(text.encode()))] == [2, 4]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_encodings(encoding: str) -> None:
    text = "原文\t译文\n我们的国家在发展经济。\tOur country is developing its economy.\n"
    [found] = read_tsv(io.BytesIO(text.encode(encoding)))
    assert found.source_text == "我们的国家在发展经济。"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [("=1+1", "'=1+1"), ("+86", "'+86"), ("-5", "'-5"), ("@he", "'@he"), ("'=1", "''=1"),
     ("'tis", "'tis"), ("a=b", "a=b"), ("", "")],
)
def test_formulas(cell: str, shown: str) -> None:
    assert escaped(cell) == shown
    assert unescaped(shown) == cell


def test_csv_as_a_spreadsheet_wants_it() -> None:
    stream = io.BytesIO()
    write_csv(stream, [pair("=SUM(A1)", 'Say "hi",\nthen go')])
    data = stream.getvalue()
    assert data.startswith(b"\xef\xbb\xbfsource,target,score,type,doc,")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[1][:4] == ["'=SUM(A1)", 'Say "hi",\nthen go', "0.5000", "1-1"]
    stream.seek(0)
    assert next(read_csv(stream)).source_text == "=SUM(A1)"


def test_what_a_table_cannot_hold_is_told() -> None:
    stream = io.BytesIO()
    done = write_tsv(stream, [pair("甲\0", "A\udc80\x0b")])
    assert [str(change) for change in done.changes] == [
        "unit 1: source: 1 characters that no text file can hold removed",
        "unit 1: target: 1 characters that no text file can hold removed",
    ]
    stream.seek(0)
    [back] = read_tsv(stream)
    assert (back.source_text, back.target_text) == ("甲", "A\x0b")


def test_an_empty_table_has_its_header() -> None:
    stream = io.BytesIO()
    write_tsv(stream, [])
    assert stream.getvalue().startswith(b"source\ttarget\t")
    stream.seek(0)
    assert list(read_tsv(stream)) == []
