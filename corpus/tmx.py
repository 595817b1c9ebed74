"""TMX 1.4: translation memories that OmegaT, Trados and memoQ load."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import IO, Any

from lxml import etree

from corpus.errors import InputError
from corpus.judged import (
    NOT_TEXT,
    SCORED,
    TYPE,
    Changes,
    Item,
    Written,
    findings_of,
    pair_of,
    score_of,
    selected,
    type_of,
)
from corpus.languages import choose, fit, language, tidy
from corpus.model import Pair, Segment, Severity
from corpus.problem import Problem, Report, refusing
from corpus.xml_text import (
    decodable,
    elements,
    local_name,
    segment_text,
    text_without_codes,
    without_illegal,
)

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

#: Attributes of ``<tu>`` that a reader keeps and a writer gives back, in the DTD's order.
_TU_ATTRIBUTES = (
    "o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool",
    "creationtoolversion", "creationdate", "creationid", "changedate", "segtype", "changeid",
    "o-tmf",
)
_WHO_AND_WHEN = ("creationdate", "creationid", "changedate", "changeid")

#: Attributes, of any element, that hold a date.
DATES = ("lastusagedate", "creationdate", "changedate")

#: Elements inside ``<seg>`` whose content is code of the file format, not text.
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})

#: The only form of a date that the standard allows: 20241130T081500Z.
DATE = re.compile(r"\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ")

#: Properties with a place of their own in the file.
_OWN_PLACE = frozenset({"note", "tuid", SCORED, NOT_TEXT, *_TU_ATTRIBUTES})


def write_tmx(
    stream: IO[bytes],
    items: Iterable[Item],
    *,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
    tool: str = "duiyi",
    tool_version: str = "",
    date: str = "",
    segtype: str = "sentence",
    header: Mapping[str, str] | None = None,
    min_score: float = 0.0,
    dedupe: bool = False,
    reverse: bool = False,
    skip_findings: Severity | None = None,
) -> Written:
    """Write pairs as TMX 1.4, one after the other: memory does not grow with their number.

    Unpaired segments, pairs below ``min_score`` and pairs empty after cleaning stay out.
    ``segtype="paragraph"`` lets CAT tools split pairs of several sentences again, so that
    they match; OmegaT looks at the header's segtype only, others at the unit's, so units
    of one sentence are marked as such. ``reverse`` exchanges the sides and the languages.
    ``date`` is written only if given: equal input gives equal bytes. ``header`` holds
    further props of the header by type.
    """
    if reverse:
        source_lang, target_lang = target_lang, source_lang
    languages = tidy(source_lang), tidy(target_lang)
    changes = Changes()
    count = units = last = 0

    def counted() -> Iterator[Item]:
        nonlocal count
        for item in items:
            count += 1
            yield item

    stream.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    with etree.xmlfile(stream, encoding="utf-8") as xml, xml.element("tmx", version="1.4"):
        xml.write("\n")
        head = {
            "creationtool": tool,
            "creationtoolversion": tool_version or "0",
            "segtype": segtype,
            "o-tmf": "duiyi",
            "adminlang": "en-US",
            # the code of the source tuv, or OmegaT takes none of the units
            "srclang": languages[0],
            "datatype": "plaintext",
        }
        xml.write(_header(head | ({"creationdate": date} if date else {}), header or {}))
        xml.write("\n")
        with xml.element("body"):
            xml.write("\n")
            chosen = selected(
                counted(), min_score=min_score, paired_only=True, dedupe=dedupe,
                reverse=reverse, skip_findings=skip_findings,
            )
            for item in chosen:
                # numbered like the report's pairs, and unique over several documents too
                number = max(last, pair_of(item).index) + 1
                unit = _unit(item, number, languages, segtype, date, changes.append)
                if unit is not None:
                    xml.write(unit)
                    xml.write("\n")
                    units, last = units + 1, number
        xml.write("\n")
    stream.write(b"\n")
    return changes.written(units, count - units)


def _header(attributes: Mapping[str, str], props: Mapping[str, str]) -> etree._Element:
    header = etree.Element("header")
    for name, value in attributes.items():
        header.set(name, value)
    for kind, value in props.items():
        _prop(header, kind, value)
    return header


def _unit(
    item: Item,
    number: int,
    languages: tuple[str, str],
    segtype: str,
    date: str,
    report: Report,
) -> etree._Element | None:
    pair = pair_of(item)
    texts = (
        segment_text(pair.source_text, "source", number, report),
        segment_text(pair.target_text, "target", number, report),
    )
    if not all(texts):
        return None
    unit = etree.Element("tu", tuid=str(number))
    attributes = {"creationdate": date} if date else {}
    attributes |= {n: v for n, v in pair.properties.items() if n in _TU_ATTRIBUTES and v}
    if segtype == "paragraph":
        attributes["segtype"] = "sentence" if type_of(item) == "1-1" else "paragraph"
    for name, value in attributes.items():
        if name not in DATES or DATE.fullmatch(value):
            unit.set(name, without_illegal(value)[0])
    note = pair.properties.get("note", "")
    if note.strip():
        etree.SubElement(unit, "note").text = without_illegal(note)[0]
    props = _props(item)
    if pair.properties.get("tuid", str(number)) != str(number):
        props.setdefault("x-tuid", pair.properties["tuid"])
    for kind, value in props.items():
        _prop(unit, kind, value)
    for code, text in zip(languages, texts):
        variant = etree.SubElement(unit, "tuv")
        variant.set(_XML_LANG, code)
        etree.SubElement(variant, "seg").text = text
    return unit


def _props(item: Item) -> dict[str, str]:
    """Our own props in a fixed order, then those that the pair brought along."""
    pair = pair_of(item)
    score = score_of(item)
    rules = " ".join(dict.fromkeys(finding.rule for finding in findings_of(item)))
    own = {
        "x-align-score": "" if score is None else f"{score:.4f}",
        TYPE: type_of(item),
        "x-qa": rules or pair.properties.get("x-qa", ""),
        "x-doc": pair.doc,
    }
    brought = {
        kind: value for kind, value in pair.properties.items() if kind not in _OWN_PLACE | set(own)
    }
    return {kind: value for kind, value in (own | brought).items() if kind and value}


def _prop(parent: etree._Element, kind: str, value: str) -> None:
    element = etree.SubElement(parent, "prop", type=without_illegal(kind)[0])
    element.text = without_illegal(value)[0]


def read_tmx(
    stream: IO[bytes],
    name: str = "TMX",
    *,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
    report: Report | None = None,
) -> Iterator[Pair]:
    """Yield the units of a TMX as pairs in the direction asked for, whatever its srclang.

    Codes are matched generously ("zh", "zh_CN", "ZH-Hans"; ``lang`` for ``xml:lang``).
    Inline codes are left out of the text and counted in the properties. Without ``report``
    the first bad unit raises InputError; with it, bad units are told and stepped over.
    """
    tell = report or refusing(name)
    number = kept = 0
    with decodable(name):
        for event, unit in elements(stream, name, ("tu",), root="tmx", report=report):
            if event != "end":
                continue
            number += 1
            try:
                pair = _pair(unit, number, kept, (source_lang, target_lang), tell)
            except UnicodeDecodeError:
                # the parser stepped over a reference like &#xD800;, and lxml cannot give it out
                what = "a reference to a character that does not exist"
                tell(Problem("xml.malformed", what, number, line=unit.sourceline or 0))
                continue
            except _BadUnit as bad:
                tell(Problem(bad.kind, bad.what, number, line=unit.sourceline or 0))
                continue
            kept += 1
            yield pair


def tmx_codes(stream: IO[bytes], name: str = "TMX") -> tuple[str, ...]:
    """The codes of the first unit's languages, tidied; none if the file has no unit."""
    with suppress(InputError, UnicodeDecodeError):  # as reading the units will tell
        for event, unit in elements(stream, name, ("tu",), root="tmx", report=lambda bad: None):
            if event == "end":
                return tuple(tidy(variant_language(v)) for v in unit if _is(v, "tuv"))
    return ()


class _BadUnit(Exception):
    def __init__(self, kind: str, what: str) -> None:
        super().__init__(kind, what)
        self.kind = kind
        self.what = what


_ORDINALS = ("first", "second", "third", "fourth", "fifth")


def ordinal(place: int) -> str:
    """The word for a 0-based place: "second" for 1."""
    return _ORDINALS[place] if place < len(_ORDINALS) else f"{place + 1}th"


def variant_language(variant: Any) -> str:
    """The code of a tuv: ``xml:lang``, or ``lang`` as TMX 1.1 had it; "" if it has none."""
    return str(variant.get(_XML_LANG) or variant.get("lang") or "").strip()


def _pair(
    unit: Any, number: int, index: int, wanted: tuple[str, str], report: Report
) -> Pair:
    variants = [child for child in unit if _is(child, "tuv")]
    codes = [variant_language(variant) for variant in variants]
    for place, code in enumerate(codes):
        if not code:
            raise _BadUnit("tmx.language", f"no xml:lang on the {ordinal(place)} tuv")
    source = choose(codes, wanted[0])
    target = choose(codes, wanted[1], taken=source)
    if source < 0 or target < 0:
        missing = wanted[0] if source < 0 else wanted[1]
        have = ", ".join(codes) or "no tuv"
        raise _BadUnit("tmx.single", f"no tuv in {missing} (it has {have})")
    if fit(codes[source], wanted[1]) > fit(codes[source], wanted[0]):
        raise _BadUnit("tmx.single", f"no tuv in {wanted[0]} (it has {', '.join(codes)})")
    properties = _properties(unit)
    for name in _WHO_AND_WHEN:
        # OmegaT and Trados keep them on the tuv of the translation
        if variants[target].get(name):
            properties.setdefault(name, variants[target].get(name))
    sides: list[tuple[Segment, ...]] = []
    for place, side, code in ((source, "source", wanted[0]), (target, "target", wanted[1])):
        text, inline = _seg(variants[place])
        if inline:
            properties[f"x-inline-codes-{side}"] = str(inline)
        segment = Segment(
            text, language(code), index, 0, len(text), variants[place].sourceline or 0
        )
        sides.append((segment,) if text else ())
    if not any(sides):
        raise _BadUnit("tmx.empty", "both segments are empty")
    score = _score(properties)
    if score is None:
        properties[SCORED] = "no"
    doc = properties.pop("x-doc", "")
    unscored = 1.0 if all(sides) else 0.0
    return Pair(index, sides[0], sides[1], unscored if score is None else score, doc, properties)


def _is(element: Any, tag: str) -> bool:
    return isinstance(element.tag, str) and local_name(element) == tag


def _properties(unit: Any) -> dict[str, str]:
    found = {name: unit.get(name) for name in ("tuid", *_TU_ATTRIBUTES) if unit.get(name)}
    notes: list[str] = []
    for child in unit:
        if _is(child, "note"):
            notes.append("".join(child.itertext()).strip())
        elif _is(child, "prop") and child.get("type"):
            found.setdefault(child.get("type"), "".join(child.itertext()).strip())
    if any(notes):
        found["note"] = "\n".join(note for note in notes if note)
    return found


def _score(properties: dict[str, str]) -> float | None:
    try:
        score = float(properties.pop("x-align-score", ""))
    except ValueError:
        return None
    return min(1.0, max(0.0, score)) if score == score else None


def _seg(variant: Any) -> tuple[str, int]:
    """The text of a tuv without its inline codes, and the number of these codes."""
    segment = variant.find("{*}seg")
    if segment is None:
        return "", 0
    text, codes = text_without_codes(segment, _CODES)
    return text.strip(), codes
