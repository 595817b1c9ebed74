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


#: What all of these begin with: most texts have none.
_SIGN = re.compile("[<{%&]")


def markup(unit: Unit) -> Iterator[Hit]:
    """A tag or placeholder is on one side only, or not as often.

    Compared are tags (`<b>`, attributes and case of the name aside), placeholders ({0}, %s,
    ${name}) and entities; their order is free. Wrong where `<x>` is mathematics or a book title
    in angle brackets, and where a language needs a tag twice.
    """
    if not _SIGN.search(unit.chinese) and not _SIGN.search(unit.english):
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
            "memoQ": "Missing inline tag",
            "pofilter": "xmltags, printf, variables",
        },
    ),
)
