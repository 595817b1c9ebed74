from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from corpus.judged import Written, pair_of
from corpus.model import Finding, Judgement, Pair, Segment
from corpus.xliff import read_xliff
from corpus.xliff_write import write_xliff12, write_xliff20

FINDING = Finding(
    "number.changed", "error", "3 is 5 in the English", "target", (0, 1), "3", "Accuracy"
)


def pair(index: int, source: str, target: str, score: float = 0.9, doc: str = "a") -> Pair:
    return Pair(
        index,
        (Segment(source, "zh", index, 0, len(source), 1),) if source else (),
        (Segment(target, "en", index, 0, len(target), 1),) if target else (),
        score,
        doc,
        {"note": "审"} if index == 0 else {},
    )


ITEMS = [
    Judgement(pair(0, "三人\n行", "Five go"), 0.9131, 0.0, 0.0, (FINDING,)),
    pair(1, "乙", ""),
    pair(2, "", "C"),
    pair(3, "丁\x0b", "D & <E>", doc="b"),
]

Write = Callable[..., Written]


@pytest.mark.parametrize("write", [write_xliff12, write_xliff20])
def test_it_reads_what_it_wrote(write: Write) -> None:
    stream = io.BytesIO()
    done = write(stream, ITEMS)
    stream.seek(0)
    back = list(read_xliff(stream))
    assert [(p.source_text, p.target_text, p.doc) for p in back] == [
        ("三人\n行", "Five go", "a"), ("乙", "", "a"), ("丁", "D & <E>", "b"),
    ]
    assert (back[0].score, back[2].score) == (0.9131, 0.9)
    assert "审" in back[0].properties["note"]
    assert "3 is 5 in the English" in back[0].properties["note"]
    assert (done.units, done.left_out) == (3, 1)
    assert [str(change) for change in done.changes] == [
        "unit 3: source: 1 characters that XML cannot hold removed"
    ]


def test_what_1_2_looks_like() -> None:
    stream = io.BytesIO()
    write_xliff12(stream, ITEMS[:1])
    head, body = stream.getvalue().decode().split("<body>")
    assert head == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" '
        'xmlns:its="http://www.w3.org/2005/11/its" version="1.2" its:version="2.0">\n'
        '<file original="a" datatype="plaintext" source-language="zh-CN" target-language="en-US">'
    )
    assert body.startswith(
        '\n<trans-unit xmlns:its="http://www.w3.org/2005/11/its" id="1" xml:space="preserve"'
        ' its:locQualityIssuesRef="#issues1"><source>三人\n行</source>'
    )
    unit = etree.fromstring(stream.getvalue()).find(".//{*}trans-unit")
    assert [etree.QName(child).localname for child in unit] == [
        "source", "target", "note", "note", "alt-trans", "locQualityIssues"
    ]
    assert unit[1].get("state") == "needs-review-translation"
    assert dict(unit[2].attrib) == {"from": "duiyi", "priority": "1", "annotates": "target"}
    assert unit[4].get("match-quality") == "91.31"


def test_what_2_0_looks_like() -> None:
    stream = io.BytesIO()
    write_xliff20(stream, ITEMS[:1])
    root: Any = etree.fromstring(stream.getvalue())
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == (
        "2.0", "zh-CN", "en-US"
    )
    unit = root.find(".//{*}unit")
    assert [etree.QName(child).localname for child in unit] == [
        "matches", "locQualityIssues", "notes", "segment"
    ]
    assert unit[0][0].get("matchQuality") == "91.31"
    assert unit[0][0].get("ref") == "#s1"
    assert dict(unit[2][0].attrib) == {
        "category": "number.changed", "priority": "1", "appliesTo": "target"
    }


@pytest.mark.parametrize("write", [write_xliff12, write_xliff20])
def test_nothing_to_write(write: Write) -> None:
    stream = io.BytesIO()
    assert write(stream, []).units == 0
    stream.seek(0)
    assert list(read_xliff(stream)) == []
    root: Any = etree.fromstring(stream.getvalue())
    assert root.find("{*}file") is not None


def test_the_type_of_joined_sentences_survives() -> None:
    two = Pair(
        0, (Segment("甲。", "zh", 0, 0, 2, 1), Segment("乙。", "zh", 1, 2, 4, 1)),
        (Segment("A, B.", "en", 0, 0, 5, 1),), 1.0,
    )
    for write in (write_xliff12, write_xliff20):
        stream = io.BytesIO()
        write(stream, [two])
        stream.seek(0)
        [back] = read_xliff(stream)
        assert pair_of(back).properties["x-align-type"] == "2-1"


@pytest.mark.parametrize(
    ("write", "unit", "address"),
    [(write_xliff12, "trans-unit", "#issues1"), (write_xliff20, "unit", "#its=issues1")],
)
def test_findings_are_issues_of_its_too(write: Write, unit: str, address: str) -> None:
    stream = io.BytesIO()
    write(stream, ITEMS)
    root = etree.fromstring(stream.getvalue())
    its = "{http://www.w3.org/2005/11/its}"
    assert root.get(f"{its}version") == "2.0"
    units = list(root.iter(f"{{*}}{unit}"))
    assert [one.get(f"{its}locQualityIssuesRef") for one in units] == [address, None, None]
    [issues] = root.iter(f"{its}locQualityIssues")
    assert issues.get("{http://www.w3.org/XML/1998/namespace}id") == "issues1"
    assert [dict(issue.attrib) for issue in issues] == [
        {
            "locQualityIssueType": "numbers",
            "locQualityIssueComment": "3 is 5 in the English",
            "locQualityIssueSeverity": "80",
        }
    ]
