from __future__ import annotations

import io

import pytest

from corpus.errors import InputError
from corpus.tables import csv_rows, tsv_rows
from corpus.terms import Term, read_term_rows, write_glossary, write_term_table


def read(text: str) -> list[Term]:
    return list(read_term_rows(tsv_rows(io.BytesIO(text.encode()), "t.tsv"), "t.tsv"))


def test_a_table_with_a_header() -> None:
    assert read(
        "词性\t译文\t禁用\t原文\t备注\n"
        "n\tWIPO; World Intellectual Property Organization\tWPO｜W.I.P.O.\t世界知识产权组织\t全称\n"
        .replace("｜", "|")
    ) == [
        Term(
            "世界知识产权组织", ("WIPO", "World Intellectual Property Organization"),
            ("WPO", "W.I.P.O."), "n", "全称", 2,
        )
    ]


def test_a_glossary_of_omegat() -> None:
    text = "# OmegaT\n专利\tpatent\t一般用语\n商标\ttrademark\n\t\n"
    assert read(text) == [
        Term("专利", ("patent",), note="一般用语", line=2), Term("商标", ("trademark",), line=3)
    ]


def test_a_term_that_is_only_forbidden() -> None:
    [term] = read("source\ttarget\tforbidden\n发明专利\t\tinvent patent\n")
    assert (term.targets, term.forbidden) == ((), ("invent patent",))


def test_a_term_without_anything() -> None:
    with pytest.raises(InputError) as caught:
        read("专利\tpatent\n商标\t\n")
    assert str(caught.value) == (
        "t.tsv:2: the term 商标 has no target (give a target, or a forbidden term)"
    )


def test_csv_by_language() -> None:
    rows = csv_rows(io.BytesIO("en,zh\npatent,专利\n".encode()), "t.csv")
    assert list(read_term_rows(rows, "t.csv")) == [Term("专利", ("patent",), line=2)]


def test_a_glossary_has_a_line_a_variant() -> None:
    stream = io.BytesIO()
    write_glossary(stream, [Term("专利", ("patent", "letters\tpatent"), ("patents",), note="法律")])
    assert stream.getvalue().decode() == (
        "专利\tpatent\t法律\n专利\tletters patent\t法律\n专利\tpatents\tforbidden. 法律\n"
    )


def test_the_table_reads_what_it_wrote() -> None:
    terms = [Term("专利", ("patent", "letters patent"), ("patents",), "n", "法律", 2)]
    stream = io.BytesIO()
    write_term_table(stream, terms)
    assert read(stream.getvalue().decode()) == terms
