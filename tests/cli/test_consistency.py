from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openpyxl import load_workbook

from cli.consistency import _inside
from cli.main import run

PAIRS = [
    ("目录", "Contents"),
    ("人事司司长", "Director General of the Personnel Department"),
    ("人事司司长", "Director General of the Personnel Department"),
    ("人事司司长", "Head of Human Resources"),
    ("刘华指出，价值已超过79.4万亿美元。", "Ms. Liu Hua said it surpassed $79.4 trillion."),
    ("刘华说，会议很重要。", "Liu Hwa said the meeting mattered."),
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "batch.tsv"
    path.parent.mkdir()
    rows = [("source", "target"), *PAIRS]
    path.write_text("".join(f"{zh}\t{en}\n" for zh, en in rows), encoding="utf-8")
    return path


def findings(out: Path) -> list[dict[str, Any]]:
    lines = (out / "consistency.jsonl").read_text(encoding="utf-8").splitlines()
    return [record for record in map(json.loads, lines) if record["kind"] == "finding"]


def test_three_files_and_a_table(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run(["consistency", str(table.parent), "-o", str(out)]) == 0
    assert {(one["rule"], one["variant"]["text"]) for one in findings(out)} == {
        ("consistency.target", "Head of Human Resources"),
        ("name.inconsistent", "Liu Hwa"),
    }
    page = (out / "consistency.html").read_text(encoding="utf-8")
    assert "Head</mark>" in page and "刘华" in page
    assert "http:" not in page.replace("http://www.w3.org", "")
    assert load_workbook(out / "consistency.xlsx").sheetnames == ["findings", "terms", "names"]
    told = capsys.readouterr().out
    assert "1 document, 6 pairs" in told
    assert not (out / ".duiyi" / "consistency").exists()


def test_a_review_s_files_are_no_documents_of_their_own(table: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for name in ("a.decisions.jsonl", "a.reviewed.pairs.jsonl", "a.reviewed.tmx"):
        (table.parent / name).write_text("not read", encoding="utf-8")
    assert run(["consistency", str(table.parent), "-o", str(out), "-q"]) == 0
    assert len(findings(out)) == 2


def test_two_runs_give_equal_bytes(table: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert run(["consistency", str(table), "-o", str(tmp_path / name), "-q"]) == 0
    for name in ("consistency.html", "consistency.jsonl", "consistency.xlsx"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_parquet_that_was_exported_gives_the_same(table: Path, tmp_path: Path) -> None:
    first, second, kept = tmp_path / "a", tmp_path / "b", tmp_path / "kept"
    arguments = ["consistency", str(table), "-o", str(first), "-q"]
    assert run([*arguments, "--export-parquet", str(kept)]) == 0
    assert run(["consistency", str(kept), "-o", str(second), "-q"]) == 0
    assert (first / "consistency.jsonl").read_bytes() == (second / "consistency.jsonl").read_bytes()


def test_dismissed_and_known_findings_stay_away(table: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(["consistency", str(table), "-o", str(out), "-q"])
    first, second = findings(out)
    (table.parent / "duiyi-ignore.tsv").write_text(f"{first['fingerprint']}\tx\ty\tas agreed\n")
    again = tmp_path / "again"
    run(["consistency", str(table), "-o", str(again), "-q"])
    assert [one["fingerprint"] for one in findings(again)] == [second["fingerprint"]]
    last = tmp_path / "last"
    old = str(again / "consistency.jsonl")
    run(["consistency", str(table), "-o", str(last), "-q", "--baseline", old])
    assert findings(last) == []


ARTICLE = """\
刘华出席了开幕式。
Liu Hua attended the opening ceremony.
知识产权保护是创新的基础。会议在北京举行。
The protection of intellectual property is the basis of innovation. The meeting was held in Beijing.
刘华在会上发表讲话。
Liu Hwa gave a speech at the meeting.
知识产权保护是创新的基础。
Innovation rests upon IP protection.
"""


def test_what_was_dismissed_stays_away_when_the_article_is_aligned_anew(tmp_path: Path) -> None:
    article, results = tmp_path / "article.txt", tmp_path / "results"

    def told(out: str, *more: str) -> dict[str, str]:
        assert run(["align", str(article), "-o", str(results), "-q", "-j", "1"]) == 0
        assert run(["consistency", str(results), "-o", str(tmp_path / out), "-q", *more]) == 0
        return {one["rule"]: one["fingerprint"] for one in findings(tmp_path / out)}

    article.write_text(ARTICLE, encoding="utf-8")
    before = told("before")
    assert set(before) == {"consistency.target", "name.inconsistent"}
    ignore = tmp_path / "duiyi-ignore.tsv"
    ignore.write_text("".join(f"{one}\tagreed\n" for one in before.values()), encoding="utf-8")

    # other pairs, other places: a new beginning with a new fault, and two sentences made one
    article.write_text(
        "刘华说：“欢迎各位来宾！”\n“Welcome, all guests!” said Liu Hwua.\n"
        + ARTICLE.replace(" opening ceremony.", " opening ceremony. It was a great success.")
        .replace("开幕式。", "开幕式，开幕式十分成功。"),
        encoding="utf-8",
    )
    dismissed = told("dismissed", "--ignore", str(ignore))
    assert set(dismissed) == {"name.inconsistent"}  # the new one
    new, = findings(tmp_path / "dismissed")
    assert new["variant"]["text"] == "Liu Hwua"
    known = told("known", "--baseline", str(tmp_path / "before" / "consistency.jsonl"))
    assert known == dismissed


#: The core structure of TBX (ISO 30042), as far as TBX-Basic needs it here, in our own words.
_STRUCTURE = """
<!ELEMENT martif (martifHeader, text)>
<!ATTLIST martif type CDATA #REQUIRED xml:lang CDATA #REQUIRED>
<!ELEMENT martifHeader (fileDesc, encodingDesc?, revisionDesc?)>
<!ELEMENT fileDesc (titleStmt?, publicationStmt?, sourceDesc+)>
<!ELEMENT titleStmt (title, note*)> <!ELEMENT title (#PCDATA)> <!ELEMENT note (#PCDATA)>
<!ELEMENT publicationStmt (p+)> <!ELEMENT revisionDesc (#PCDATA)> <!ELEMENT sourceDesc (p+)>
<!ELEMENT encodingDesc (p+)> <!ELEMENT p (#PCDATA)> <!ATTLIST p type (XCSURI|DCSName) #IMPLIED>
<!ELEMENT text (body)> <!ELEMENT body (termEntry+)>
<!ELEMENT termEntry ((descrip|note)*, langSet+)> <!ATTLIST termEntry id ID #REQUIRED>
<!ELEMENT langSet ((descrip|note)*, tig+)> <!ATTLIST langSet xml:lang CDATA #REQUIRED>
<!ELEMENT tig (term, termNote*, (descrip|note)*)> <!ELEMENT term (#PCDATA)>
<!ELEMENT termNote (#PCDATA)> <!ATTLIST termNote type (partOfSpeech|administrativeStatus) #REQUIRED>
<!ELEMENT descrip (#PCDATA)> <!ATTLIST descrip type CDATA #REQUIRED>
"""
_STATUSES = {f"{name}-admn-sts" for name in ("preferredTerm", "admittedTerm", "deprecatedTerm")}


def test_the_mined_terms_have_the_structure_of_tbx_basic(tmp_path: Path) -> None:
    from corpus.tbx import PARTS_OF_SPEECH

    batch = Path(__file__).parents[1] / "qa" / "consistency" / "batch.tsv"
    arguments = ["consistency", str(batch), "-o", str(tmp_path), "-q", "--export-terms", "tbx"]
    assert run(arguments) == 0
    parser = etree.XMLParser(load_dtd=False, no_network=True)
    tree = etree.parse(tmp_path / "terms.tbx", parser)
    structure = etree.DTD(io.StringIO(_STRUCTURE))
    assert structure.validate(tree), structure.error_log
    values: dict[str, set[str]] = {}
    for one in tree.iter("termNote"):
        values.setdefault(str(one.get("type")), set()).add(str(one.text))
    assert values["administrativeStatus"] <= _STATUSES
    assert values["partOfSpeech"] <= set(PARTS_OF_SPEECH)
    entry = next(one for one in tree.iter("termEntry") if "世界知识产权组织" in one.itertext())
    assert [term.text for term in entry.iter("term")] == [
        "世界知识产权组织", "World Intellectual Property Organization", "WIPO"
    ]  # fmt: skip


def test_pairs_from_standard_input(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["consistency", str(table), "-o", str(tmp_path / "file"), "-q"]) == 0
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(table.read_bytes())))
    command = ["consistency", "-", "--from", "tsv", "-o", str(tmp_path / "piped"), "-q"]
    assert run(command) == 0
    lines = [
        [
            json.loads(line)
            for line in (tmp_path / name / "consistency.jsonl").read_bytes().splitlines()
        ]
        for name in ("file", "piped")
    ]
    assert lines[0] and [one.get("message") for one in lines[0]] == [
        one.get("message") for one in lines[1]
    ]


def test_from_is_for_what_is_named_not_for_what_is_in_a_folder(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "memories"
    folder.mkdir()
    (folder / "a.jsonl").write_text(
        json.dumps({"source": "我们走吧。", "target": "Let us go."}) + "\n", encoding="utf-8"
    )
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(table.read_bytes())))
    command = ["consistency", "--from", "tsv", str(folder), "-", "-o", str(tmp_path / "out"), "-q"]
    assert run(command) == 0


def test_exit_codes(table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(tmp_path / "out")
    assert run(["consistency", str(table), "-o", out, "-q", "--fail-on", "warning"]) == 1
    assert run(["consistency", str(table), "-o", out, "-q", "--fail-on", "error"]) == 0
    assert run(["consistency", str(tmp_path / "none"), "-o", out]) == 2
    assert "no such file or folder" in capsys.readouterr().err
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run(["consistency", str(empty), "-o", out]) == 2
    assert "no results of duiyi align" in capsys.readouterr().err


def test_a_term_base_in_and_the_mined_terms_out(table: Path, tmp_path: Path) -> None:
    base = tmp_path / "base.tsv"
    base.write_text("source\ttarget\tforbidden\n司长\tdirector-general\thead\n", encoding="utf-8")
    out = tmp_path / "out"
    arguments = ["consistency", str(table), "-o", str(out), "-q", "--terms", str(base)]
    assert run([*arguments, "--export-terms", "tbx", "--fail-on", "error"]) == 1
    told = [one for one in findings(out) if one["rule"] == "term.forbidden"]
    assert [(one["subject"], one["variant"]["text"]) for one in told] == [("司长", "head")]
    assert run([*arguments[:-1], str(out / "terms.tbx")]) == 0
    assert run([*arguments, "--export-terms", "omegat"]) == 0
    mined = (out / "terms.utf8").read_text(encoding="utf-8").splitlines()
    assert mined and all(len(line.split("\t")) == 3 for line in mined)


def test_only_and_skip(table: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(["consistency", str(table), "-o", str(out), "-q", "--only", "name.inconsistent"])
    assert [one["rule"] for one in findings(out)] == ["name.inconsistent"]


def test_a_merged_memory_is_not_read_beside_what_it_was_made_of(tmp_path: Path) -> None:
    for name in ("a.pairs.jsonl", "a.tmx", "b.tmx", "merged.tmx", "merged.zh-TW.en-US.tmx"):
        (tmp_path / name).touch()
    assert [path.name for path in _inside(tmp_path, tmp_path)] == ["a.pairs.jsonl", "b.tmx"]
    (tmp_path / "a.pairs.jsonl").unlink()
    assert "merged.tmx" in [path.name for path in _inside(tmp_path, tmp_path)]
