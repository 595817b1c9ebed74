"""Subtitles (.srt, .vtt): the lines that are spoken; numbers and times become noise.

The lines of one language within a cue are one paragraph; a cue in both languages gives one
paragraph of each. Positions in braces and voice tags become noise; ``<i>`` stays.
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


def read_subtitles(data: bytes, where: str, encoding: str | None = None) -> Extracted:
    """The spoken text of a subtitle file."""
    decoded = decode(data, forced=encoding, where=where)
    text = decoded.text
    lines = list(lines_of(text))
    marks: list[Mark] = []
    joined: list[tuple[int, int]] = []
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
        joined += _runs(text, paragraph[times + 1 :])
    if not cues:
        raise InputError(
            "has no times of subtitles", where=where, hint="rename it to .txt if it is plain text"
        )
    marks += [Mark(found.start(), found.end(), "markup") for found in _TAG.finditer(text)]
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


def _runs(text: str, rows: list[Line]) -> Iterator[tuple[int, int]]:
    """Neighbouring lines of a cue in one script, as spans without the white space around."""
    place = 0
    while place < len(rows):
        last = place
        while last + 1 < len(rows) and _speaks(text, rows, last) == _speaks(text, rows, last + 1):
            last += 1
        if last > place:
            words = text[rows[place].start : rows[last].end]
            start = rows[place].start + len(words) - len(words.lstrip())
            if not _TAG.search(words) and not words.lstrip().startswith(("-", "–", "—")):
                yield start, start + len(words.strip())
        place = last + 1


def _speaks(text: str, rows: list[Line], place: int) -> bool:
    return has_han(text[rows[place].start : rows[place].end])
