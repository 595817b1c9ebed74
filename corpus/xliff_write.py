"""Writing XLIFF 1.2 and 2.0 with match scores, and findings as notes and ITS issues."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import IO

from lxml import etree

from corpus import its
from corpus.judged import Changes, Item, Written, findings_of, pair_of, score_of, type_of
from corpus.languages import tidy
from corpus.problem import Problem, Report
from corpus.xml_text import without_illegal

V12 = "urn:oasis:names:tc:xliff:document:1.2"
V20 = "urn:oasis:names:tc:xliff:document:2.0"
_MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
#: ITS 2.0, whose types of issues other tools know; see corpus/its.py
_ITS = its.NAMESPACE
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ID = "{http://www.w3.org/XML/1998/namespace}id"

#: XLIFF counts priorities from 1, the highest.
_PRIORITY = {"error": "1", "warning": "2", "note": "3"}

_Unit = Callable[[Item, int, Report], etree._Element]


def write_xliff12(
    stream: IO[bytes],
    items: Iterable[Item],
    *,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
) -> Written:
    """Write XLIFF 1.2, a ``<file>`` a document, a ``<trans-unit>`` a pair."""
    languages = {"source-language": tidy(source_lang), "target-language": tidy(target_lang)}

    def open_file(xml: etree._IncrementalFileWriter, doc: str, number: int) -> object:
        attributes = {"original": doc or "duiyi", "datatype": "plaintext"} | languages
        return xml.element(f"{{{V12}}}file", attributes)

    return _write(stream, items, V12, {"version": "1.2"}, open_file, _trans_unit, body=True)


def write_xliff20(
    stream: IO[bytes],
    items: Iterable[Item],
    *,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
) -> Written:
    """Write XLIFF 2.0, a ``<file>`` a document, a ``<unit>`` of one segment a pair."""
    attributes = {"version": "2.0", "srcLang": tidy(source_lang), "trgLang": tidy(target_lang)}

    def open_file(xml: etree._IncrementalFileWriter, doc: str, number: int) -> object:
        own = {"id": f"f{number}"} | ({"original": doc} if doc else {})
        return xml.element(f"{{{V20}}}file", own)

    return _write(stream, items, V20, attributes, open_file, _unit, body=False)


def _write(
    stream: IO[bytes],
    items: Iterable[Item],
    namespace: str,
    attributes: dict[str, str],
    open_file: Callable[[etree._IncrementalFileWriter, str, int], object],
    unit_of: _Unit,
    *,
    body: bool,
) -> Written:
    changes = Changes()
    units = left_out = 0

    def translatable() -> Iterator[Item]:
        nonlocal left_out
        for item in items:
            if pair_of(item).source_text.strip():
                yield item
            else:
                left_out += 1

    stream.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    with etree.xmlfile(stream, encoding="utf-8") as xml:
        spaces: dict[str | None, str] = {None: namespace, "its": _ITS}
        with xml.element(
            f"{{{namespace}}}xliff", attributes | {f"{{{_ITS}}}version": "2.0"}, nsmap=spaces
        ):
            number = 0
            for doc, group in groupby(translatable(), key=lambda item: pair_of(item).doc):
                number += 1
                xml.write("\n")
                with open_file(xml, without_illegal(doc)[0], number):  # type: ignore[attr-defined]
                    if body:
                        with xml.element(f"{{{namespace}}}body"):
                            units += _units(xml, group, units, unit_of, changes.append)
                    else:
                        units += _units(xml, group, units, unit_of, changes.append)
            if not number:
                # both versions require a file
                with open_file(xml, "", 1):  # type: ignore[attr-defined]
                    if body:
                        xml.write(etree.Element(f"{{{namespace}}}body"))
            xml.write("\n")
    stream.write(b"\n")
    return changes.written(units, left_out)


def _units(
    xml: etree._IncrementalFileWriter,
    items: Iterable[Item],
    before: int,
    unit_of: _Unit,
    report: Report,
) -> int:
    count = 0
    for count, item in enumerate(items, start=1):
        xml.write("\n")
        xml.write(unit_of(item, before + count, report))
    xml.write("\n")
    return count


# Units are built without a namespace: written inside an element that declares the default
# namespace they are in it, and no unit has to declare it again.


def _trans_unit(item: Item, number: int, report: Report) -> etree._Element:
    pair = pair_of(item)
    source, target = _texts(item, number, report)
    unit = etree.Element(
        "trans-unit", {"id": str(number), _SPACE: "preserve"}, nsmap=_prefixes(item)
    )
    etree.SubElement(unit, "source").text = source
    if target:
        # an error keeps the unit from passing as finished
        wrong = any(finding.severity == "error" for finding in findings_of(item))
        state = "needs-review-translation" if wrong else "translated"
        etree.SubElement(unit, "target", state=state).text = target
    for finding in findings_of(item):
        note = etree.SubElement(
            unit, "note",
            {"from": "duiyi", "priority": _PRIORITY[finding.severity], "annotates": finding.side},
        )
        note.text = without_illegal(f"{finding.rule}: {finding.message}")[0]
    if pair.properties.get("note"):
        etree.SubElement(unit, "note").text = without_illegal(pair.properties["note"])[0]
    score = score_of(item)
    if score is not None and target:
        match = etree.SubElement(
            unit, "alt-trans",
            {"match-quality": f"{100 * score:.2f}", "origin": "duiyi", "extradata": type_of(item)},
        )
        etree.SubElement(match, "source").text = source
        etree.SubElement(match, "target").text = target
    _issues(unit, item, number, "#")
    return unit


def _unit(item: Item, number: int, report: Report) -> etree._Element:
    pair = pair_of(item)
    source, target = _texts(item, number, report)
    unit = etree.Element(
        "unit", {"id": f"u{number}", _SPACE: "preserve"}, nsmap=_prefixes(item)
    )
    score = score_of(item)
    if score is not None and target:
        matches = etree.SubElement(
            unit, f"{{{_MATCHES}}}matches", nsmap={"mtc": _MATCHES}
        )
        match = etree.SubElement(
            matches, f"{{{_MATCHES}}}match",
            {"ref": "#s1", "matchQuality": f"{100 * score:.2f}", "origin": "duiyi",
             "type": "other", "subType": f"duiyi:{type_of(item)}"},
        )
        etree.SubElement(match, "source").text = source
        etree.SubElement(match, "target").text = target
    # XLIFF 2 has prefixes for what an address may name
    _issues(unit, item, number, "#its=")
    findings, own = findings_of(item), pair.properties.get("note", "")
    if findings or own:
        notes = etree.SubElement(unit, "notes")
        for finding in findings:
            note = etree.SubElement(
                notes, "note", category=finding.rule,
                priority=_PRIORITY[finding.severity], appliesTo=finding.side,
            )
            note.text = without_illegal(finding.message)[0]
        if own:
            etree.SubElement(notes, "note").text = without_illegal(own)[0]
    state = "translated" if target else "initial"
    segment = etree.SubElement(unit, "segment", id="s1", state=state)
    etree.SubElement(segment, "source").text = source
    if target:
        etree.SubElement(segment, "target").text = target
    return unit


def _prefixes(item: Item) -> dict[str, str]:
    return {"its": _ITS} if findings_of(item) else {}


def _issues(unit: etree._Element, item: Item, number: int, address: str) -> None:
    """The findings once more, as localization quality issues of ITS 2.0 that the unit points to."""
    findings = findings_of(item)
    if not findings:
        return
    name = f"issues{number}"
    unit.set(f"{{{_ITS}}}locQualityIssuesRef", f"{address}{name}")
    issues = etree.SubElement(unit, f"{{{_ITS}}}locQualityIssues", {_ID: name})
    for finding in findings:
        etree.SubElement(
            issues,
            f"{{{_ITS}}}locQualityIssue",
            {
                "locQualityIssueType": its.issue_type(finding),
                "locQualityIssueComment": without_illegal(finding.message)[0],
                "locQualityIssueSeverity": str(its.severity(finding)),
            },
        )


def _texts(item: Item, number: int, report: Report) -> tuple[str, str]:
    """Both sides as XML can hold them; line breaks are allowed here, so they stay."""
    pair = pair_of(item)
    texts: list[str] = []
    for side, text in (("source", pair.source_text), ("target", pair.target_text)):
        clean, removed = without_illegal(text)
        if removed:
            what = f"{side}: {len(removed)} characters that XML cannot hold removed"
            report(Problem("text.removed", what, number))
        texts.append(clean)
    return texts[0], texts[1]
