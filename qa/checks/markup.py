"""Tags and placeholders that a program will read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from qa.rule import Hit, Rule
from qa.unit import Tongue, Unit

_MARKUP = re.compile(
    r"""
    </?[A-Za-z][A-Za-z0-9:_-]*
    (?: \s+ [A-Za-z0-9:_-]+ \s*=\s* (?:"[^"]*"|'[^']*'|[^\s"'>]+) )* \s* /?>
  | \$?\{[A-Za-z_0-9][\w.:]*\} | \{\{[^{}]+\}\}              # {0}, {name}, ${x}, {{ x }}
  | (?<![\dA-Za-z%])%(?:\d+\$)?[sdiuf@](?![A-Za-z])             # %s, %1$d; not "5%", "5 %d"
  | %\([A-Za-z_]\w*\)[sdf] | %[A-Z][A-Z_]+%                  # %(name)s, %PATH%
  | &(?:\#\d+|\#x[0-9A-Fa-f]+|[A-Za-z]{2,8});                # &nbsp;
    """,
    re.VERBOSE,
)


def _marked(text: str) -> bool:
    """Whether a text holds what all of these begin with: most texts don't."""
    return "<" in text or "{" in text or "%" in text or "&" in text


def markup(unit: Unit) -> Iterator[Hit]:
    """A tag or placeholder is on one side only, or not as often.

    Compared are tags (`<b>`, attributes and case of the name aside), placeholders ({0}, %s,
    ${name}) and entities; for their order see `markup.order`. Wrong where `<x>` is mathematics or a
    book title in angle brackets, and where a language needs a tag twice.
    """
    if not _marked(unit.chinese) and not _marked(unit.english):
        return
    if not unit.chinese.strip() or not unit.english.strip():
        return
    for tongue in (unit.source, unit.target):
        other: Tongue = "en" if tongue == "zh" else "zh"
        left = Counter(_key(found.group()) for found in _MARKUP.finditer(unit.text(other)))
        for found in _MARKUP.finditer(unit.text(tongue)):
            key = _key(found.group())
            if left[key]:
                left[key] -= 1
                continue
            where = "target" if tongue == unit.source else "source"
            shown = found.group()
            yield Hit(tongue, found.span(), f"{shown} is missing in the {where}.", shown)


#: Placeholders that are filled by their order: %s and %d, but not %1$s.
_BY_ORDER = re.compile(r"%[sdiuf@]")
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-z][\w:-]*)>")
#: Tags without a partner.
_SINGLE = frozenset("br hr img input meta link wbr x ph it ut mrk bx ex".split())


def order(unit: Unit) -> Iterator[Hit]:
    """Tags or placeholders stand in another order than in the source.

    An error where a program takes them by their order (%s and %d) and where a tag closes before it
    opens, though it doesn't in the source. Otherwise a note: English puts things in another order,
    and takes a word's tags along. Wrong for tags in pairs that have no closing tag in the source
    either.
    """
    if not _marked(unit.chinese) or not _marked(unit.english):
        return
    found = list(_MARKUP.finditer(unit.text(unit.target)))
    source = [_key(one.group()) for one in _MARKUP.finditer(unit.text(unit.source))]
    target = [_key(one.group()) for one in found]
    if Counter(source) != Counter(target):
        return                          # markup.mismatch says it
    filled = [key for key in source if _BY_ORDER.fullmatch(key)]
    ours = [place for place, key in enumerate(target) if _BY_ORDER.fullmatch(key)]
    for place, wanted in zip(ours, filled):
        if target[place] != wanted:
            one = found[place]
            message = f"{one.group()} stands where the source has {wanted}."
            yield Hit(unit.target, one.span(), message, ", ".join(filled), "error")
            return
    broken = _unopened(target)
    if broken is not None and _unopened(source) is None:
        one = found[broken]
        message = f"{one.group()} closes what is not open."
        yield Hit(unit.target, one.span(), message, " ".join(target), "error")
        return
    for one, key, wanted in zip(found, target, source):
        if key != wanted:
            message = f"{one.group()} stands where the source has {wanted}."
            yield Hit(unit.target, one.span(), message, " ".join(source))
            return


def _unopened(keys: list[str]) -> int | None:
    """The place of the first closing tag that is not the last one opened; None if all are."""
    still: list[str] = []
    for place, key in enumerate(keys):
        tag = _TAG.fullmatch(key)
        if tag is None or tag["name"] in _SINGLE:
            continue
        if not tag["close"]:
            still.append(tag["name"])
        elif still and still[-1] == tag["name"]:
            still.pop()
        else:
            return place
    return None


#: Tags inside a line, one or more in a row: no <br>, and no H<sub>2</sub>O.
_INLINE = re.compile(
    r"(?:</?(?:b|i|u|em|strong|span|font|a|g|bpt|ept|code|mark|small|s|q|cite)"
    r"(?:\s[^<>]{0,200})?/?>)+",
    re.IGNORECASE,
)
_LETTERS_BEFORE = re.compile(r"[A-Za-z]{2}$")
_LETTERS_AFTER = re.compile("[A-Za-z]{2}")


def spaces(unit: Unit) -> Iterator[Hit]:
    """A blank is missing or doubled around a tag in the English.

    click<b>here</b>now, a <b> bold</b> word. Chinese has no blanks to compare with, so the English
    alone is read. Wrong where a tag marks part of a word (un<b>believ</b>able).
    """
    text = unit.english
    if "<" not in text:
        return
    for tag in _INLINE.finditer(text):
        before, after = text[: tag.start()], text[tag.end() :]
        if before.endswith(" ") and after.startswith(" "):
            message = f"Blanks on both sides of {tag.group()}."
        elif _LETTERS_BEFORE.search(before[-2:]) and _LETTERS_AFTER.match(after):
            message = f"No blank before or after {tag.group()}."
        else:
            continue
        yield Hit("en", tag.span(), message, tag.group())


def _key(text: str) -> str:
    tag = re.match(r"<(/?[A-Za-z][\w:-]*)", text)
    return f"<{tag[1].lower()}>" if tag else re.sub(r"\s", "", text)


RULES = (
    Rule(
        "markup.mismatch",
        markup,
        "error",
        "Design/Markup",
        {
            "Xbench": "Tag Mismatch",
            "CheckMate": "MISSING_CODE, EXTRA_CODE, UNEXPECTED_PATTERN (C-style printf codes)",
            "Trados": "Tags deleted, Tags added",
            "memoQ": "missing inline tag (2011), extra inline tag (2015)",
            "pofilter": "xmltags, printf, variables",
        },
    ),
    Rule("markup.order", order, "note", "Design/Markup", {"memoQ": "changed tag order (2016)"}),
    Rule(
        "markup.space",
        spaces,
        "note",
        "Design/Markup",
        {"memoQ": "missing, extra space before, after tag (3190-3193)"},
    ),
)
