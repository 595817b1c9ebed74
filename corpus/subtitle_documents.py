"""Subtitles (.srt, .vtt): the lines that are spoken; numbers and times become noise.

The lines of one language within a cue are one paragraph; a cue in both languages gives one
paragraph of each. Positions in braces, voice tags, and italics around a whole line become
noise; ``<i>`` inside a line stays, since the translation may need it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.encodings import decode
from corpus.errors import InputError
from corpus.extracted import Extracted, Mark
from corpus.lines import Line, lines_of
from corpus.scripts import has_han

#: 00:01:02,345 --> 00:01:04,000, in WebVTT with a point, without hours, and settings behind it.
_TIME = r"(?:\d+:)?\d{1,2}:\d{2}[,.]\d{1,3}"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}.*")
_NUMBER = re.compile(r"\s*\d+\s*")
#: Blocks of WebVTT that are not spoken.
_SILENT = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)\b.*")
#: {\an8}, {y:i}, <v Liu Hua>, <c.yellow>, </v>, and karaoke times <00:01:02.345>.
_TAG = re.compile(r"\{[\\yYcCfFsSpP][^{}\n]{0,80}\}|</?[vc][ .][^<>\n]{0,80}>|</[vc]>|<\d[\d:.]+>")
#: The look of a line, which subtitles of one language often have and the other's don't.
_STYLE = re.compile(r"</?(?:[ibus]|font|ruby|lang)\b[^<>\n]{0,80}>", re.IGNORECASE)
_MARKUP = re.compile(f"{_TAG.pattern}|{_STYLE.pattern}", re.IGNORECASE)
_LEADING = re.compile(rf"\s+|{_MARKUP.pattern}", re.IGNORECASE)
_TRAILING = re.compile(rf"(?:\s+|{_MARKUP.pattern})\Z", re.IGNORECASE)


def read_subtitles(data: bytes, where: str, encoding: str | None = None) -> Extracted:
    """The spoken text of a subtitle file."""
    decoded = decode(data, forced=encoding, where=where)
    text = decoded.text
    lines = list(lines_of(text))
    marks: list[Mark] = []
    joined: list[tuple[int, int]] = []
    looks: list[re.Match[str]] = []
    cues = 0
    for paragraph in _paragraphs(text, lines):
        times = next(
            (n for n, row in enumerate(paragraph[:2]) if _TIMES.fullmatch(text, row[0], row[1])),
            None,
        )
        if times is None:
            if _SILENT.match(text, paragraph[0].start) or _NUMBER.fullmatch(
                text, paragraph[0].start, paragraph[-1].end
            ):
                marks.append(Mark(paragraph[0].start, paragraph[-1].end, "cue"))
            continue
        cues += 1
        marks.append(Mark(paragraph[0].start, paragraph[times].end, "cue"))
        for start, end, lines_joined in _runs(text, paragraph[times + 1 :]):
            first, last = _inside(text, start, end)
            looks += [*_STYLE.finditer(text, start, first), *_STYLE.finditer(text, last, end)]
            words = text[first:last]
            if lines_joined and not _TAG.search(words) and not words.startswith(("-", "–", "—")):
                joined.append((first, last))
    if not cues:
        raise InputError(
            "has no times of subtitles", where=where, hint="rename it to .txt if it is plain text"
        )
    marks += [Mark(found.start(), found.end(), "markup") for found in _TAG.finditer(text)]
    marks += [Mark(found.start(), found.end(), "markup") for found in looks]
    marks.sort(key=lambda mark: mark.start)
    reason = f"{decoded.reason}; subtitles, {cues} cues"
    return Extracted(text, decoded.encoding, reason, tuple(marks), (), tuple(joined))


def _paragraphs(text: str, lines: list[Line]) -> Iterator[list[Line]]:
    """Lines between blank lines; a line of times opens a new cue even without one."""
    current: list[Line] = []
    for line in lines:
        if not text[line.start : line.end].strip():
            if current:
                yield current
            current = []
            continue
        if len(current) > 1 and _TIMES.fullmatch(text, line.start, line.end):
            number = [current.pop()] if _NUMBER.fullmatch(text, *current[-1][:2]) else []
            if current:
                yield current
            current = number
        current.append(line)
    if current:
        yield current


def _runs(text: str, rows: list[Line]) -> Iterator[tuple[int, int, bool]]:
    """Neighbouring lines of a cue in one script: their span, and whether they are several."""
    place = 0
    while place < len(rows):
        last = place
        while last + 1 < len(rows) and _speaks(text, rows, last) == _speaks(text, rows, last + 1):
            last += 1
        yield rows[place].start, rows[last].end, last > place
        place = last + 1


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the blanks at its ends, and without the tags if they are a pair."""
    first, last = start, end
    while found := _LEADING.match(text, first, last):
        first = found.end()
    while found := _TRAILING.search(text[first:last]):
        last = first + found.start()
    tags = _STYLE.findall(text, first, last)
    if 2 * sum(tag.startswith("</") for tag in tags) != len(tags):
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        last = first + len(words.strip())
    return first, last


def _speaks(text: str, rows: list[Line], place: int) -> bool:
    return has_han(text[rows[place].start : rows[place].end])
