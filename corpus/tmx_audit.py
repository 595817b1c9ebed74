"""What is wrong with a TMX that somebody else wrote, though a parser may swallow it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, Any

from corpus.languages import fit, tidy
from corpus.problem import Problem
from corpus.tmx import DATE, DATES, ordinal, variant_language
from corpus.xml_text import decodable, elements, local_name, one_line

#: The header attributes that the standard requires.
HEADER = (
    "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype",
)
_SEGTYPES = frozenset({"block", "paragraph", "sentence", "phrase"})

#: C1 control characters and the replacement character: well-formed XML, but no text. They
#: come from Windows-1252 read as Latin-1, and from bytes that a converter gave up on.
_MOJIBAKE = re.compile("[\x80-\x84\x86-\x9f\ufffd]")


def audit_tmx(stream: IO[bytes], name: str = "TMX") -> Iterator[Problem]:
    """Yield everything that some CAT tool rejects, drops or never matches, in file order.

    What is not well-formed comes last. Raises InputError only for a file that is no TMX.
    """
    malformed: list[Problem] = []
    seen: dict[int, int] = {}
    source, number, headers = "", 0, 0
    with decodable(name):
        for event, element in elements(
            stream, name, ("tmx", "header", "tu"), root="tmx", report=malformed.append
        ):
            kind = local_name(element)
            if kind == "tmx" and event == "start":
                yield from _root(element)
            elif kind == "header" and event == "start":
                headers += 1
                source = element.get("srclang") or ""
                yield from _header(element)
            elif kind == "tu" and event == "end":
                number += 1
                line = element.sourceline or 0
                try:
                    for rule, what in _unit(element, source, seen, number):
                        yield Problem(rule, what, number, line)
                except UnicodeDecodeError:
                    what = "a reference to a character that does not exist"
                    yield Problem("xml.malformed", what, number, line)
        if not headers:
            yield Problem("tmx.header", "no header: most tools refuse the file")
        if not number:
            yield Problem("tmx.empty", "no units")
        yield from malformed


def _root(tmx: Any) -> Iterator[Problem]:
    version = tmx.get("version")
    if not version:
        yield Problem("tmx.header", "no version on <tmx>", line=tmx.sourceline or 0)
    elif version not in ("1.1", "1.2", "1.3", "1.4", "1.4b"):
        what = f"version {version!r} is no TMX version (1.4 is the current one)"
        yield Problem("tmx.header", what, line=tmx.sourceline or 0)


def _header(header: Any) -> Iterator[Problem]:
    line = header.sourceline or 0
    for attribute in HEADER:
        if not header.get(attribute):
            yield Problem("tmx.header", f"no {attribute} in the header", line=line)
    segtype = header.get("segtype")
    if segtype and segtype not in _SEGTYPES:
        yield Problem("tmx.header", f"segtype {segtype!r} is not one of the four", line=line)
    source = header.get("srclang")
    if source and source.lower() != "*all*":
        for what in _code(source):
            yield Problem("tmx.language", f"srclang: {what}", line=line)
    for what in _dates(header):
        yield Problem("tmx.date", what, line=line)


def _unit(
    unit: Any, source: str, seen: dict[int, int], number: int
) -> Iterator[tuple[str, str]]:
    tuid = unit.get("tuid")
    if tuid:
        first = seen.setdefault(hash(tuid), number)
        if first != number:
            yield "tmx.duplicate", f"tuid {tuid!r} was unit {first}'s already"
    yield from (("tmx.date", what) for what in _dates(unit))
    if unit.get("segtype") and unit.get("segtype") not in _SEGTYPES:
        yield "tmx.header", f"segtype {unit.get('segtype')!r} is not one of the four"

    kinds = [local_name(child) for child in unit if isinstance(child.tag, str)]
    if "tuv" in kinds and any(kind != "tuv" for kind in kinds[kinds.index("tuv"):]):
        yield "tmx.order", "note and prop must stand before the tuvs"
    variants = list(unit.iterchildren("{*}tuv"))
    if len(variants) < 2:
        count = "one tuv only" if variants else "no tuv"
        yield "tmx.single", f"{count}: there is nothing to translate with"
    codes = [variant_language(variant) for variant in variants]
    for place, (code, variant) in enumerate(zip(codes, variants)):
        which = f"{ordinal(place)} tuv"
        if not code:
            yield "tmx.language", f"no xml:lang on the {which}: OmegaT loses the whole memory"
        elif code in codes[:place]:
            yield "tmx.language", f"the {which} is in {code} again"
        else:
            yield from (("tmx.language", f"{which}: {what}") for what in _code(code))
        yield from (("tmx.date", f"{which}: {what}") for what in _dates(variant))
        yield from _segment(variant, which)
    if source and source.lower() != "*all*" and all(codes):
        if not any(fit(code, source) >= 3 for code in codes):
            yield "tmx.language", f"no tuv in the header's srclang {source}"


def _segment(variant: Any, which: str) -> Iterator[tuple[str, str]]:
    segment = variant.find("{*}seg")
    if segment is None:
        yield "tmx.empty", f"no <seg> in the {which}"
        return
    text = "".join(segment.itertext())
    if not text.strip():
        yield "tmx.empty", f"the segment of the {which} is empty"
    elif one_line(text) != text:
        yield "tmx.space", f"the {which} has white space at its ends or a line break inside"
    found = _MOJIBAKE.search(text)
    if found:
        yield "tmx.character", f"the {which} has U+{ord(found.group()):04X}, which is no text"


def _dates(element: Any) -> Iterator[str]:
    for attribute in DATES:
        value = element.get(attribute)
        if value and not DATE.fullmatch(value):
            yield f"{attribute} {value!r} is not of the form 20241130T081500Z"


def _code(code: str) -> Iterator[str]:
    if "_" in code:
        yield f"{code} never matches in OmegaT; write {tidy(code)}"
    elif tidy(code) != code and code.lower() != tidy(code).lower():
        yield f"{code} is no language code; write {tidy(code)}"
    elif not re.fullmatch("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", code):
        yield f"{code} is no language code"
