"""Markdown: the text as it stands in the file, with the block marks set apart as noise.

Nothing is rendered: offsets and line numbers stay those of the file, and inline marks
(``**bold**``, links) stay in the text, since both languages should have them. ``#``, ``>``,
bullets, rules and table frames become noise of the kind "markup"; code and front matter
become noise of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.encodings import decode
from corpus.extracted import Extracted, Mark
from corpus.lines import Line, lines_of

#: The beginning of a block: headings, quotes, bullets (also of tasks). The number of a numbered
#: list stays: both languages have it.
_OPENING = re.compile(
    r"""
    [ \t]*(?:(?: \#{1,6}(?=[ \t]) | > | [-*+](?=[ \t])(?:[ \t]+\[[ xX]\](?=[ \t]))? )[ \t]*)+
    """,
    re.VERBOSE,
)
#: Closing marks of a heading; a lone # belongs to a word: C#.
_CLOSING = re.compile(r"(?<=[ \t])\#+[ \t]*$")
#: Lines that are nothing but markup: rules, underlines of headings, table frames, definitions
#: of links, lone pictures, HTML tags alone.
_FRAME = re.compile(
    r"""
    [ \t]*(?:
        (?:[-*_][ \t]*){3,} | =+ | -{2,}
      | \|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?
      | \[[^\]\n]{1,200}\]:[ \t]*\S.*
      | !\[[^\]\n]*\]\([^)\n]*\)
      | </?[A-Za-z][^<>\n]{0,200}>
    )[ \t]*
    """,
    re.VERBOSE,
)
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_FRONT = re.compile(r"---[ \t]*")
_FRONT_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
#: Bars at both ends of a table row; those between cells part its languages.
_ROW = re.compile(r"[ \t]*(\|).*(\|)[ \t]*$")
#: Lines after which front matter without an end is no front matter.
_FRONT_LINES = 100


def read_markdown(data: bytes, where: str, encoding: str | None = None) -> Extracted:
    """The text of a Markdown file with its block marks as noise."""
    decoded = decode(data, forced=encoding, where=where)
    marks = tuple(sorted(_marks(decoded.text), key=lambda mark: mark.start))
    return Extracted(decoded.text, decoded.encoding, f"{decoded.reason}; read as Markdown", marks)


def _marks(text: str) -> Iterator[Mark]:
    for found in _COMMENT.finditer(text):
        yield Mark(found.start(), found.end(), "comment")
    lines = list(lines_of(text))
    first = _front_matter(text, lines[:_FRONT_LINES])
    if first:
        yield Mark(0, lines[first - 1].end, "front matter")
    fence = ""
    for start, end, _ in lines[first:]:
        opened = _FENCE.match(text, start, end)
        if fence or opened:
            yield Mark(start, end, "code")
            if not fence and opened:
                fence = opened[1]
            elif opened and opened[1].startswith(fence) and not text[opened.end():end].strip():
                fence = ""
        elif _FRAME.fullmatch(text, start, end):
            yield Mark(start, end, "markup")
        else:
            yield from _inside(text, start, end)


def _inside(text: str, start: int, end: int) -> Iterator[Mark]:
    opening = _OPENING.match(text, start, end)
    if opening:
        yield Mark(start, opening.end(), "markup")
    if opening and "#" in opening.group():
        closing = _CLOSING.search(text, opening.end(), end)
        if closing:
            yield Mark(closing.start(), closing.end(), "markup")
    row = _ROW.match(text, start, end)
    if row and row.start(1) < row.start(2):
        yield Mark(row.start(1), row.end(1), "markup")
        yield Mark(row.start(2), row.end(2), "markup")


def _front_matter(text: str, lines: list[Line]) -> int:
    """How many lines at the top are settings between two rules."""
    if not lines or not _FRONT.fullmatch(text, lines[0].start, lines[0].end):
        return 0
    for place, (start, end, _) in enumerate(lines[1:], 2):
        if _FRONT_END.fullmatch(text, start, end):
            inner = text[lines[0].end : start].strip()
            return place if re.match(r"[\w-]+[ \t]*:", inner) else 0
    return 0
