"""The letters of a text: small ones where a sentence begins, and those of other alphabets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from qa.checks.punctuation import ending
from qa.rule import Hit, Rule
from qa.unit import Unit

#: A first word in small letters. Not iPhone, mRNA or x-ray, not a) or (c), nor a site's name as
#: in "chinanews.com, July 26", which news agencies begin with.
_SMALL = re.compile(r"[\s“‘\"'*_]*(?P<word>a|i(?:['’][a-z]+)?|[a-z]{2}[a-z'’-]*)(?=[\s,;!?—]|$)")
_SENTENCE = frozenset({"stop", "question", "exclamation"})


def capital(unit: Unit) -> Iterator[Hit]:
    """A sentence of the English begins with a small letter.

    Looked at is the first word of an English target, and only where both sides end as sentences:
    headings and parts of a sentence begin as they like. Wrong for what goes on from the segment
    before (he asked. after “Why?”), for the last point of a list, and for names that are written
    small (npm, bell hooks).
    """
    if unit.target != "en":
        return
    found = _SMALL.match(unit.english)
    if found and {ending(unit.chinese), ending(unit.english)} <= _SENTENCE:
        word = found["word"]
        yield Hit("en", found.span("word"), f"The English begins with a small letter: {word}", word)


#: Cyrillic, and the capitals of Greek that look like A B E Z H I K M N O P T Y X, with omicron.
#: Other Greek letters stand beside Latin ones rightly: TGFβ, μm, Δt.
_OTHER = (
    "\u0400-\u052f\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03bf"
)
#: The radicals of dictionaries, drawn as the characters that they are in: PDFs put them there.
_RADICAL = "\u2e80-\u2fd5"
#: What all of these hold: most texts have none.
_STRANGE = re.compile(f"[{_OTHER}{_RADICAL}]")
_LOOKALIKE = re.compile(
    rf"""
    [A-Za-z{_OTHER}]* (?: [A-Za-z][{_OTHER}] | [{_OTHER}][A-Za-z] ) [A-Za-z{_OTHER}]*
  | [{_RADICAL}]+
    """,
    re.VERBOSE,
)


def lookalike(unit: Unit) -> Iterator[Hit]:
    """A letter is another one that looks the same: a Cyrillic a in bank, a radical for 人.

    Looked for on both sides, since searches, terms and translation memories don't find such a
    word. Cyrillic and Greek words by themselves are passed over, and so are the Greek letters of
    formulas (μm, TGFβ). Wrong where a text speaks of radicals, and for names that mix alphabets
    on purpose.
    """
    for tongue in (unit.source, unit.target):
        text = unit.text(tongue)
        if text.isascii() or not _STRANGE.search(text):
            continue
        for found in _LOOKALIKE.finditer(text):
            strange = dict.fromkeys(_STRANGE.findall(found.group()))
            names = ", ".join(f"U+{ord(sign):04X} {unicodedata.name(sign, '')}" for sign in strange)
            meant = unicodedata.normalize("NFKC", found.group())
            instead = f", not {meant}" if meant != found.group() else ""
            message = f"{found.group()} is written with {names.rstrip()}{instead}."
            yield Hit(tongue, found.span(), message, found.group())


RULES = (
    Rule(
        "format.capital",
        capital,
        "warning",
        "Linguistic conventions/Spelling",
        {
            "Trados": "Capitalization of initial letters",
            "memoQ": "case of the first letter (3030)",
            "pofilter": "startcaps",
        },
    ),
    Rule("format.lookalike", lookalike, "warning", "Design/Character encoding"),
)
