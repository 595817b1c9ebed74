"""Places inside a segment where it might be two, for the aligner to judge.

The segmenter cuts at full stops. Lists, headings without a stop and lines of subtitles have
none, and some stops look like abbreviations. Commas are no such place: what Chinese parts
by commas English parts by full stops all the time, and both are right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.english import STARTERS
from corpus.model import Language
from corpus.scripts import HAN


class Break(NamedTuple):
    """A gap of a text, of white space only, and what is seen there."""

    start: int
    end: int
    kind: str


_MARK = (
    r"(?:[（(]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z]|[ivxIVX]{1,4})\s*[）)]"
    r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z]|[ivx]{1,4})[)）、．]"
    r"|\d{1,2}\.(?=\s|[^\s\d])|[①-⑳•●▪■◆])"
)
#: In this order; of two at one place the first counts.
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("list", re.compile(rf"(?:(?<=[：:；;。.,，、])\s*+|(?<!\s)\s++)(?={_MARK}\s*\S)")),
    ("line", re.compile(r"(?<!\s)[^\S\n]*+\n\s*+(?=[^\sa-z])")),
    # not beside the end of a line, which is a break of its own or none
    ("wide", re.compile(r"(?<!\s)(?:[^\S\n]{2,}+|[\t\N{IDEOGRAPHIC SPACE}])(?!\s)")),
    ("semicolon", re.compile(r"(?<=[；;])\s*(?=\S)")),
    ("colon", re.compile(r"(?<=[：:])\s+(?=\S)|(?<=：)(?=[^\d\s/])")),
)
_STARTERS = "|".join(sorted(STARTERS - {"I"}))
_OF_LANGUAGE: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "zh": (
        # 气候变化与农业 全球变暖正在…
        ("blank", re.compile(rf"(?<=[{HAN}）】》”])[ \xa0](?=[{HAN}（【《“])")),
        (
            "stop",
            re.compile(
                r"(?<=[。！？…][”’」』）])(?=\S)|(?<=[。！？…])(?=[^\s。！？…”’」』），、；])"
            ),
        ),
    ),
    "en": (
        # in the U.S. Beijing is
        ("stop", re.compile(r"(?:(?<=[.?!])|(?<=[.?!][\"”’)]))\s+(?=[“\"‘(]?[A-Z0-9])")),
        # Irrigation The groundwater table is falling: a small letter, then a word that is
        # written large only where a sentence begins
        ("capital", re.compile(rf"(?<=[a-z0-9)])\s+(?=(?:{_STARTERS})\s)")),
    ),
}


def breaks(text: str, language: Language) -> list[Break]:
    """The places in order, none at the ends of the text."""
    found: dict[int, Break] = {}
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    for kind, pattern in (*_PATTERNS, *_OF_LANGUAGE.get(language, ())):
        for match in pattern.finditer(text):
            start, end = match.span()
            if first < start and end < last:
                found.setdefault(end, Break(start, end, kind))
    apart: list[Break] = []
    for one in sorted(found.values()):
        if not apart or text[apart[-1].end : one.start].strip():
            apart.append(one)
    return apart


def pieces(text: str, cuts: list[Break]) -> Iterator[tuple[int, int]]:
    """The spans between the cuts."""
    start = 0
    for cut in cuts:
        yield start, cut.start
        start = cut.end
    yield start, len(text)


def begins_item(text: str) -> bool:
    """Whether a text begins with the mark of a list."""
    return re.match(_MARK, text) is not None
