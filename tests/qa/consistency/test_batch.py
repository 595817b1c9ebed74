"""A batch as a language service has it: batch.tsv, written for the purpose, planted and read.

Ten documents on intellectual property in two scripts. What is planted: a title changed
halfway, Liu Hwa, 李嘉诚 once in pinyin, an organisation under an old name and one with its words
turned, a sentence translated anew, one that differs in a year, harmless stops and capitals.
What must stay silent: WIPO and its long form, SMEs, hyphens, licence and license, Lü and Lyu,
机构 in its two senses, reports that differ in figures only, 劉華 beside 刘华.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from align.encoder import default_encoder
from qa.consistency.examine import examine
from qa.consistency.model import Result
from qa.consistency.store import Store, Text

BATCH = Path(__file__).with_name("batch.tsv")


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    rows = [line.split("\t") for line in BATCH.read_text(encoding="utf-8").splitlines()[1:]]
    with Store(tmp_path_factory.mktemp("batch") / "work") as store:
        store.load(
            Text(doc, place, place + 2, zh, en) for place, (doc, zh, en) in enumerate(rows)
        )
        return examine(store, source="zh", encoder=default_encoder())


def test_each_finding_is_a_planted_one(result: Result) -> None:
    told = {
        (one.rule, one.severity, one.subject, one.proposal.text, one.variant.text)
        for one in result.departures
        if one.rule in ("name.inconsistent", "term.inconsistent")
    }
    assert told == {
        ("name.inconsistent", "warning", "刘华", "Liu Hua", "Liu Hwa"),
        ("name.inconsistent", "warning", "李嘉诚", "Li Ka Shing", "Li Jiacheng"),
        ("term.inconsistent", "warning", "条法司司长",
         "Director General of the Legal Affairs Department",
         "Head of the Treaty and Law Department"),
        ("term.inconsistent", "warning", "国家知识产权局", "CNIPA",
         "State Intellectual Property Office"),
        ("term.inconsistent", "warning", "海关总署", "General Administration of Customs",
         "General Customs Administration"),
    }  # fmt: skip


def test_segments_are_told_by_how_they_differ(result: Result) -> None:
    told = [
        (one.rule.removeprefix("consistency."), one.severity, one.match, one.subject[:6])
        for one in result.departures
        if one.rule.startswith("consistency.")
    ]
    assert sorted(told) == [
        ("source", "note", "exact", "Thank "),
        ("target", "note", "exact", "详情请见官方"),  # no stop
        ("target", "note", "exact", "详情请见官方"),  # capitals
        ("target", "note", "near", "法院驳回了原"),
        ("target", "warning", "exact", "企业仍然是技"),
        ("target", "warning", "exact", "条法司司长张"),
        ("target", "warning", "numbers", "截至2023"),
    ]


def test_both_scripts_and_all_forms_are_one_row(result: Result) -> None:
    terms = {one.source: one for one in result.terms}
    names = {one.source: one for one in result.names}
    assert terms["世界知识产权组织"].others == ()
    assert terms["世界知识产权组织"].count == 4
    assert terms["中小企业"].others == ()
    assert "世界知識產權組織" not in terms
    assert names["刘华"].count == 5
    assert [one.text for one in names["刘华"].shorter] == ["Liu"]
    assert names["吕国良"].others == names["廖承威"].others == ()
    assert "五月" not in names


def test_a_sentence_is_no_term(result: Result) -> None:
    assert not {"海关查获侵权商品", "知识产权保护中心新增"} & {one.source for one in result.terms}
