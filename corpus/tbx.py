"""TBX: termbases as terminology tools exchange them, 2008 ("martif") and 2019 ("tbx")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, Any

from lxml import etree

from corpus.languages import choose, tidy
from corpus.problem import Problem, Report, refusing
from corpus.terms import Term
from corpus.xml_text import decodable, elements, local_name, without_illegal

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

#: Values of administrativeStatus and normativeAuthorization that forbid a term.
_FORBIDDEN = frozenset(
    {
        "deprecatedTerm-admn-sts", "supersededTerm-admn-sts", "deprecatedTerm", "supersededTerm",
        "obsoleteTerm", "deprecated", "superseded",
    }
)
_STATUS = "administrativeStatus"


def read_tbx(
    stream: IO[bytes],
    name: str = "TBX",
    *,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
    report: Report | None = None,
) -> Iterator[Term]:
    """Yield a term for each source word of every entry; entries in one language are none.

    Words marked as deprecated or superseded are forbidden; so marked source words are
    left out. Without ``report`` the first entry that cannot be read raises InputError.
    """
    tell = report or refusing(name)
    tags = ("termEntry", "conceptEntry")
    number = 0
    with decodable(name):
        for event, entry in elements(stream, name, tags, root=_root(stream), report=report):
            if event != "end":
                continue
            number += 1
            try:
                yield from _terms(entry, number, (source_lang, target_lang))
            except UnicodeDecodeError:
                what = "a reference to a character that does not exist"
                tell(Problem("xml.malformed", what, number))


def _root(stream: IO[bytes]) -> str:
    """The root element of either version, by the head of the file."""
    stream.seek(0)
    head = stream.read(4096)
    stream.seek(0)
    return "martif" if b"<martif" in head or "<martif".encode("utf-16-le") in head else "tbx"


def _terms(entry: Any, number: int, languages: tuple[str, str]) -> Iterator[Term]:
    sections = [child for child in entry if _local(child) in ("langSet", "langSec")]
    codes = [section.get(_XML_LANG) or section.get("lang") or "" for section in sections]
    source = choose(codes, languages[0])
    target = choose(codes, languages[1], taken=source)
    if source < 0 or target < 0:
        return
    allowed, forbidden = _words(sections[target])
    note = next((_text(child) for child in entry.iter("{*}note", "{*}descrip")), "")
    part = next(
        (_text(one) for one in sections[source].iter("{*}termNote")
         if one.get("type") == "partOfSpeech"),
        "",
    )
    if allowed or forbidden:
        for word in _words(sections[source])[0]:
            yield Term(word, allowed, forbidden, part, note, number)


def _words(section: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a language, allowed and forbidden."""
    allowed: list[str] = []
    forbidden: list[str] = []
    for term in section.iter("{*}term"):
        word = _text(term)
        holder = term.getparent()
        status = {_text(note) for note in holder.iter("{*}termNote") if note.get("type") in
                  (_STATUS, "normativeAuthorization")}
        if word:
            (forbidden if status & _FORBIDDEN else allowed).append(word)
    return tuple(dict.fromkeys(allowed)), tuple(dict.fromkeys(forbidden))


def _local(element: Any) -> str:
    return local_name(element) if isinstance(element.tag, str) else ""


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def write_tbx(
    stream: IO[bytes],
    terms: Iterable[Term],
    *,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
) -> int:
    """Write TBX as OmegaT and Trados read it (2008), an entry a term; give their number."""
    root = etree.Element("martif", type="TBX")
    root.set(_XML_LANG, "en")
    header = etree.SubElement(root, "martifHeader")
    described = etree.SubElement(etree.SubElement(header, "fileDesc"), "sourceDesc")
    etree.SubElement(described, "p").text = "duiyi"
    body = etree.SubElement(etree.SubElement(root, "text"), "body")
    for number, term in enumerate(terms, start=1):
        body.append(_entry(term, number, tidy(source_lang), tidy(target_lang)))
    etree.indent(root, space=" ")
    stream.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write(etree.tostring(root, encoding="utf-8") + b"\n")
    return len(body)


def _entry(term: Term, number: int, source: str, target: str) -> etree._Element:
    entry = etree.Element("termEntry", id=f"t{number}")
    if term.note:
        etree.SubElement(entry, "note").text = without_illegal(term.note)[0]
    ours = etree.SubElement(entry, "langSet")
    ours.set(_XML_LANG, source)
    _word(ours, term.source, part_of_speech=term.part_of_speech)
    theirs = etree.SubElement(entry, "langSet")
    theirs.set(_XML_LANG, target)
    for word in term.targets:
        _word(theirs, word)
    for word in term.forbidden:
        _word(theirs, word, status="deprecatedTerm-admn-sts")
    return entry


def _word(
    section: etree._Element, word: str, *, part_of_speech: str = "", status: str = ""
) -> None:
    group = etree.SubElement(section, "tig")
    etree.SubElement(group, "term").text = without_illegal(word)[0]
    for kind, value in (("partOfSpeech", part_of_speech), (_STATUS, status)):
        if value:
            etree.SubElement(group, "termNote", type=kind).text = without_illegal(value)[0]
