"""The summary of a run: JSON for programs, a page for people."""

from __future__ import annotations

import json
from typing import Any

from lxml import html

from qa import summary
from tests.qa import sample


def documents() -> list[summary.DocumentSummary]:
    made = [
        summary.summarise(alignment, judgements)
        for alignment, judgements, _ in (
            sample.talent(),
            sample.wipo(),
            sample.monolingual(),
            sample.hostile(),
        )
    ]
    return [*made, summary.failed("seeds/broken.docx", "broken", "not a <Word> file")]


def test_a_document_is_counted() -> None:
    alignment, judgements, _ = sample.wipo()
    told = summary.summarise(alignment, judgements).as_json()
    assert told.pop("layout_reason").startswith("Chinese and English paragraphs alternate")
    assert told == {
        "name": "000_883c093399264277",
        "path": "seeds/000_883c093399264277.txt",
        "status": "done",
        "reason": "",
        "layout": "interleaved",
        "encoding": "utf-8",
        "source_lang": "zh-CN",
        "target_lang": "en-US",
        "segments": {"source": 10, "target": 8},
        "pairs": 8,
        "unpaired": {"source": 1, "target": 0},
        "noise": 2,
        "changed": 0,
        # (.97 + .96 + .95 + .98 + .91 + .94 + .81 + .93) / 8 = .93125
        "mean_score": 0.9312,
        "findings": {
            "severity": {"error": 1, "warning": 3, "note": 2},
            "rule": {
                "addition.content": 1,
                "negation.changed": 1,
                "omission.condensed": 1,
                "omission.content": 2,
                "omission.segment": 1,
            },
        },
        "penalty": {
            "points": 8.0,
            "length": 176,
            "unit": "words",
            "per_thousand": 45.45,
            "categories": {
                "Accuracy/Addition": 0.0,
                "Accuracy/Mistranslation": 1.0,
                "Accuracy/Omission": 7.0,
            },
        },
        "files": [
            "000_883c093399264277.report.html",
            "000_883c093399264277.tmx",
            "000_883c093399264277.pairs.jsonl",
        ],
    }


def test_a_document_without_pairs_has_no_mean_and_no_rate() -> None:
    alignment, judgements, _ = sample.monolingual()
    told = summary.summarise(alignment, judgements, files=["mono.report.html"])
    assert (told.mean_score, told.weighed.rate, told.unpaired) == (None, None, 2)
    assert told.files == ("mono.report.html",)


def test_the_file_has_totals_and_the_documents_by_name() -> None:
    told = json.loads(summary.summary_json(documents()))
    assert [one["name"] for one in told["documents"]] == [
        "000_883c093399264277",
        "003_9f0c3fb0883e18a6",
        'a<b>&"c"#?',
        "broken",
        "mono",
    ]
    totals = told["totals"]
    assert (totals["documents"], totals["failed"]) == (5, 1)
    assert (totals["pairs"], totals["unpaired"]) == (12, 4)
    # (8 * .93125 + .93 + .95 + .92 + .4) / 12
    assert totals["mean_score"] == 0.8875
    assert totals["findings"]["severity"] == {"error": 3, "warning": 5, "note": 5}
    assert list(totals["findings"]["rule"]) == sorted(totals["findings"]["rule"])
    assert totals["penalty"]["points"] == 20.0


def test_order_and_cache_do_not_change_a_byte() -> None:
    made = documents()
    again = [summary.cached(one) for one in reversed(made) if one.status == "done"]
    again.append(made[-1])
    assert summary.summary_json(again) == summary.summary_json(made)
    assert summary.index_html(again) == summary.index_html(made)


def test_an_entry_reads_back() -> None:
    for one in documents():
        assert summary.from_json(one.as_json()).as_json() == one.as_json()


def test_an_empty_run_has_a_summary() -> None:
    told = json.loads(summary.summary_json([]))
    assert told["documents"] == []
    assert told["totals"]["mean_score"] is None
    assert "0 documents, 0 pairs" in summary.index_html([])


def page() -> Any:
    return html.fromstring(summary.index_html(documents(), signature="duiyi 0.1.0"))


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def test_the_page_links_what_was_written() -> None:
    links = page().xpath("//td[@class='files']/a/@href")
    assert links[:3] == [
        "000_883c093399264277.report.html",
        "000_883c093399264277.tmx",
        "000_883c093399264277.pairs.jsonl",
    ]
    # a name is no markup, and no query or fragment of an address
    assert links[6] == "a%3Cb%3E%26%22c%22%23%3F.report.html"
    assert not page().xpath("//b")


def test_the_page_shows_each_document_and_the_failed_with_their_reason() -> None:
    tree = page()
    rows = tree.xpath("//table[@id='documents']/tbody/tr")
    assert [words(cell) for cell in rows[0].xpath("./td")][1:] == [
        "interleaved",
        "10 | 8",
        "8",
        "1",
        "2",
        "0.93",
        "1",
        "3",
        "2",
        "45.5",
        "report tmx pairs",
    ]
    assert len(rows) == 4
    assert [words(item) for item in tree.xpath("//ul[@class='failed']/li")] == [
        "failedseeds/broken.docx: not a <Word> file"
    ]
    assert words(tree.xpath("//h1")[0]) == "5 documents, 12 pairs"


def test_columns_sort_by_plain_numbers() -> None:
    values = page().xpath("//table[@id='documents']/tbody/tr/td[11]/@data-value")
    assert [round(float(value), 1) for value in values] == [45.5, 47.2, 545.5, -1.0]
