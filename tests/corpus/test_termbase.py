from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from corpus.errors import InputError
from corpus.termbase import Term, read_terms, terms_glossary, terms_tbx, terms_tsv

TERMS = (
    Term(("知识产权",), ("intellectual property", "IP"), ("intelligent property",), "noun", "法律"),
    Term(("世界知识产权组织", "产权组织"), ("WIPO",), (), "properNoun", ""),
    Term(("成员国",), ("member state",), ("participant", "会员国"), "noun", "A & B <c>"),
)


@pytest.mark.parametrize("suffix", ["tsv", "tbx"])
def test_what_is_written_is_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"terms.{suffix}"
    path.write_bytes(terms_tbx(TERMS) if suffix == "tbx" else terms_tsv(TERMS).encode())
    read = read_terms(path)
    assert [(t.chinese, t.english, t.part_of_speech, t.note) for t in read] == [
        (t.chinese, t.english, t.part_of_speech, t.note) for t in TERMS
    ]
    assert [set(term.forbidden) for term in read] == [set(term.forbidden) for term in TERMS]


def test_csv_with_semicolons_in_either_direction(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("source,target,forbidden\nmember state;Member,成员国；会员国,参加国\n", encoding="utf-8")
    term, = read_terms(path)
    assert term == Term(("成员国", "会员国"), ("member state", "Member"), ("参加国",))


def test_a_table_without_a_header(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text("知识产权\tIP\n人才\ttalent\n", encoding="utf-8")
    assert [term.chinese for term in read_terms(path)] == [("知识产权",), ("人才",)]


def test_a_table_with_chinese_headings(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text(
        "词性\t译文\t禁用词\t原文\t备注\nn\tWIPO; W.I.P.O.\tWPO|OMPI\t世界知识产权组织\t全称\n",
        encoding="utf-8",
    )
    assert read_terms(path) == (
        Term(("世界知识产权组织",), ("WIPO", "W.I.P.O."), ("WPO", "OMPI"), "n", "全称"),
    )


def test_a_glossary_of_omegat(tmp_path: Path) -> None:
    path = tmp_path / "glossary.utf8"
    path.write_text(
        "# Glossary in tab-separated format -*- coding: utf-8 -*-\n"
        "专利\tpatent\t一般用语\n商标\ttrademark\n\t\n",
        encoding="utf-8",
    )
    assert read_terms(path) == (
        Term(("专利",), ("patent",), note="一般用语"), Term(("商标",), ("trademark",))
    )


def test_a_glossary_has_a_line_a_variant() -> None:
    terms = [Term(("专利",), ("patent", "letters\tpatent"), ("patents",), note="法律")]
    assert terms_glossary(terms) == (
        "专利\tpatent\t法律\n专利\tletters patent\t法律\n专利\tpatents\tforbidden. 法律\n"
    )


def test_a_workbook(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["source", "target", "forbidden", "part of speech", "note"])
    sheet.append(["司长", "director-general", "head", "noun", "title"])
    book.save(tmp_path / "terms.xlsx")
    assert read_terms(tmp_path / "terms.xlsx") == (
        Term(("司长",), ("director-general",), ("head",), "noun", "title"),
    )


TBX_3 = """<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
 <tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>
 <text><body><conceptEntry id="1">
  <langSec xml:lang="zh"><termSec><term>专利</term></termSec></langSec>
  <langSec xml:lang="en"><termSec><term>patent</term>
   <termNote type="partOfSpeech">noun</termNote></termSec>
   <termSec><term>licence</term>
   <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec>
  <langSec xml:lang="fr"><termSec><term>brevet</term></termSec></langSec>
 </conceptEntry></body></text></tbx>
"""


def test_tbx_of_version_3(tmp_path: Path) -> None:
    path = tmp_path / "terms.tbx"
    path.write_text(TBX_3, encoding="utf-8")
    assert read_terms(path) == (Term(("专利",), ("patent",), ("licence",), "noun", ""),)


@pytest.mark.parametrize(
    "name, text, said",
    [
        ("terms.docx", "", "no term base by its name"),
        ("terms.tsv", "source\ttarget\n", "no terms in it"),
        ("terms.tbx", "<tmx/>", "no <tbx> in it .is it a term base"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, text: str, said: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_terms(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_terms(tmp_path / "none.tbx")
