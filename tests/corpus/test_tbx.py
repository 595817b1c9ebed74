from __future__ import annotations

import io

import pytest

from corpus.errors import InputError
from corpus.tbx import read_tbx, write_tbx
from corpus.terms import Term

TERMS = [
    Term("专利", ("patent", "letters patent"), ("patents & co",), "noun", "法律用语", 1),
    Term("商标", ("trademark",), line=2),
]


def read(text: str) -> list[Term]:
    return list(read_tbx(io.BytesIO(text.encode()), "t.tbx"))


def entry(zh: str, en: str) -> str:
    return (
        '<martif type="TBX"><text><body><termEntry id="a">'
        f'<langSet xml:lang="zh-CN">{zh}</langSet><langSet xml:lang="en">{en}</langSet>'
        "</termEntry></body></text></martif>"
    )


def test_it_reads_what_it_wrote() -> None:
    stream = io.BytesIO()
    assert write_tbx(stream, TERMS) == 2
    stream.seek(0)
    assert list(read_tbx(stream)) == TERMS


def test_both_groupings_and_both_statuses() -> None:
    assert read(entry(
        "<ntig><termGrp><term>发明</term></termGrp></ntig>",
        "<tig><term>invention</term></tig>"
        '<tig><term>inventing</term><termNote type="normativeAuthorization">deprecatedTerm'
        "</termNote></tig>",
    )) == [Term("发明", ("invention",), ("inventing",), line=1)]


def test_the_version_of_2019() -> None:
    assert read(
        '<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dct" xml:lang="en">'
        '<text><body><conceptEntry id="c1"><langSec xml:lang="zh"><termSec><term>专利</term>'
        '</termSec></langSec><langSec xml:lang="en-GB"><termSec><term>patent</term></termSec>'
        "</langSec></conceptEntry></body></text></tbx>"
    ) == [Term("专利", ("patent",), line=1)]


def test_synonyms_are_terms_of_their_own() -> None:
    zh = "<tig><term>电脑</term></tig><tig><term>计算机</term></tig>"
    assert [term.source for term in read(entry(zh, "<tig><term>computer</term></tig>"))] == [
        "电脑", "计算机"
    ]


def test_an_entry_in_one_language_is_none() -> None:
    only = entry("<tig><term>专利</term></tig>", "").replace('xml:lang="en"', 'xml:lang="fr"')
    assert read(only) == []


def test_no_termbase() -> None:
    with pytest.raises(InputError, match="t.tbx: no <tbx> in it"):
        read("<tmx/>")
    with pytest.raises(InputError, match="t.tbx:1:.*the file ends in the middle"):
        read("<martif><text>")
