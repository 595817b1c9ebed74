"""TBX, the exchange format of term bases: read in versions 2 and 3, written as TBX-Basic 2."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any
from xml.sax.saxutils import escape

from corpus.languages import language
from corpus.model import Language
from corpus.xml_text import elements, local_name, one_line, without_illegal

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

#: Status of a word that is not to be used: administrativeStatus and normativeAuthorization.
_NOT_ALLOWED = re.compile("deprecated|superseded|obsolete|forbidden|notrecommended", re.IGNORECASE)
_STATUS = ("administrativeStatus", "normativeAuthorization")

#: Parts of speech that TBX-Basic knows.
PARTS_OF_SPEECH = ("noun", "verb", "adjective", "adverb", "properNoun", "other")

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="zh-CN">
  <martifHeader>
    <fileDesc>
      <titleStmt><title>Terms of a batch of translations</title></titleStmt>
      <sourceDesc><p>Mined from aligned pairs by duiyi</p></sourceDesc>
    </fileDesc>
    <encodingDesc>
      <p type="XCSURI">http://www.ttt.org/oscarstandards/tbx/TBXBasicXCSV02.xcs</p>
    </encodingDesc>
  </martifHeader>
  <text>
    <body>
"""
_FOOT = "    </body>\n  </text>\n</martif>\n"
_CODES = {"zh": "zh-CN", "en": "en-US"}


@dataclass(frozen=True, slots=True)
class Wording:
    """A word or phrase for a concept."""

    language: Language
    text: str
    #: whether it must not be used
    forbidden: bool = False
    part_of_speech: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept with its wordings in all languages."""

    wordings: tuple[Wording, ...]
    note: str = ""


def read_tbx(stream: IO[bytes], name: str) -> Iterator[Entry]:
    """The entries of a TBX file, in its order; other languages than ours are passed over."""
    start = stream.read(4096)
    stream.seek(0)
    root = "martif" if b"<martif" in start else "tbx"
    for event, element in elements(
        stream, name, ("termEntry", "conceptEntry"), root=root, hint="is it a term base?"
    ):
        if event == "end":
            yield _entry(element)


def _entry(element: Any) -> Entry:
    wordings: list[Wording] = []
    notes: list[str] = []
    for child in element.iter():
        if not isinstance(child.tag, str):
            continue
        kind = local_name(child)
        if kind in ("langSet", "langSec"):
            tongue = language(child.get(_XML_LANG) or "")
            wordings.extend(_wordings(child, tongue) if tongue != "other" else ())
        elif kind == "note" and (child.text or "").strip():
            notes.append(one_line(child.text))
    return Entry(tuple(dict.fromkeys(wordings)), "; ".join(dict.fromkeys(notes)))


def _wordings(section: Any, tongue: Language) -> Iterator[Wording]:
    for group in section.iter():
        if isinstance(group.tag, str) and local_name(group) in ("tig", "ntig", "termSec"):
            text, forbidden, part = "", False, ""
            for child in group.iter():
                if not isinstance(child.tag, str):
                    continue
                kind = local_name(child)
                value = "".join(child.itertext()).strip()
                if kind == "termNote":
                    kind = child.get("type") or ""
                if kind == "term":
                    text = one_line(value)
                elif kind in _STATUS:
                    forbidden = bool(_NOT_ALLOWED.search(value))
                elif kind == "partOfSpeech":
                    part = value
            if text:
                yield Wording(tongue, text, forbidden, part)


def write_tbx(entries: Iterable[Entry]) -> bytes:
    """A TBX-Basic file: equal entries give equal bytes."""
    parts = [_HEAD]
    for number, entry in enumerate(entries, start=1):
        parts.append(f'      <termEntry id="c{number}">\n')
        if entry.note:
            parts.append(f"        <note>{_text(entry.note)}</note>\n")
        for code in ("zh", "en"):
            own = [word for word in entry.wordings if word.language == code]
            if own:
                parts.append(f'        <langSet xml:lang="{_CODES[code]}">\n')
                preferred = next((word for word in own if not word.forbidden), None)
                parts.extend(_tig(word, word is preferred) for word in own)
                parts.append("        </langSet>\n")
        parts.append("      </termEntry>\n")
    parts.append(_FOOT)
    return "".join(parts).encode("utf-8")


def _tig(word: Wording, preferred: bool) -> str:
    status = "preferredTerm" if preferred else "admittedTerm"
    if word.forbidden:
        status = "deprecatedTerm"
    lines = [f"            <term>{_text(word.text)}</term>"]
    if word.part_of_speech:
        part = word.part_of_speech if word.part_of_speech in PARTS_OF_SPEECH else "other"
        lines.append(f'            <termNote type="partOfSpeech">{part}</termNote>')
    lines.append(f'            <termNote type="administrativeStatus">{status}-admn-sts</termNote>')
    inner = "\n".join(lines)
    return f"          <tig>\n{inner}\n          </tig>\n"


def _text(text: str) -> str:
    return escape(without_illegal(one_line(text))[0])
