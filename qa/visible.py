"""Making characters visible that a reader of a report could not see, or that no file can hold."""

from __future__ import annotations

import re
import unicodedata

from markupsafe import Markup, escape

#: Controls, direction marks and what UTF-8 or HTML refuses. Tabs and line feeds stay, and so
#: do the joiners U+200C and U+200D, which emoji and Indic scripts need.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069"
    "\ufeff\ufffe\uffff\ud800-\udfff]"
)

_SURROGATE = re.compile("[\ud800-\udfff]")


def code_point(character: str) -> str:
    """"U+202E": how a character that can't be shown is named."""
    return f"U+{ord(character):04X}"


def encodable(text: str) -> str:
    """The text with lone surrogates, which UTF-8 refuses, replaced by U+FFFD."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def plain(text: str) -> str:
    """The text with each unseen character replaced by its code point in brackets."""
    return _UNSEEN.sub(lambda found: f"[{code_point(found.group())}]", text)


def marked_up(text: str) -> Markup:
    """The text as HTML, each unseen character as a small labelled box."""
    parts: list[Markup] = []
    done = 0
    for found in _UNSEEN.finditer(text):
        parts.append(escape(text[done : found.start()]))
        parts.append(_box(found.group()))
        done = found.end()
    parts.append(escape(text[done:]))
    return Markup("").join(parts)


def _box(character: str) -> Markup:
    code = code_point(character)
    name = unicodedata.name(character, "control character")
    return Markup('<span class="unseen" title="{} {}">{}</span>').format(code, name.lower(), code)
