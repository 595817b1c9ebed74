"""Which sentence numbers face each other: ``.align`` files, hunalign ladders, InterText XML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from corpus.errors import InputError
from corpus.model import Pair
from corpus.reading import read_bytes
from corpus.xml_text import elements, local_name


class Link(NamedTuple):
    """A bead by numbers: sentences counted from 0 on each side; one side may be empty."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    #: as the file gives it; None if it gives none
    score: float | None = None

    @property
    def paired(self) -> bool:
        return bool(self.source) and bool(self.target)


_SIDE = re.compile(r"\s*\[\s*((?:\d{1,18}\s*(?:,\s*\d{1,18}\s*)*)?)\]\s*", re.ASCII)
_NUMBER = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*", re.ASCII)
_INTEGER = re.compile(r"\s*(\d{1,8})\s*", re.ASCII)
#: A sentence's name in InterText: 12, or 3:12 (paragraph and sentence); in OPUS s12 or s3.12
_NAME = re.compile(r"s?\d{1,18}(?:[:.]\d{1,18})*", re.ASCII)
#: Said of XML that is none of them.
_ALIGNMENTS = "of XML, InterText's and OPUS's alignments are read"
#: Bytes in which an XML file tells its root element.
_BEGINNING = 4096


def write_align(pairs: Iterable[Pair]) -> str:
    """One line a pair, in the pairs' order: ``[0, 1]:[0]:0.9731``, unpaired ``[2]:[]:0.0000``.

    The numbers are the segments' places on their side, so that the pairs of an alignment
    cover every number once.
    """
    return "".join(
        align_line([one.number for one in pair.source], [one.number for one in pair.target],
                   pair.score)
        for pair in pairs
    )


def align_line(source: list[int], target: list[int], score: float) -> str:
    """One bead's line."""
    return f"{source}:{target}:{score:.4f}\n"


def read_links(path: Path) -> list[Link]:
    """The beads of a file in any of the three formats, told apart by how it begins."""
    return parse_links(read_bytes(path), str(path))


def parse_links(data: bytes, where: str) -> list[Link]:
    """The same from what is in a file; ``where`` is its name in messages."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return parse_intertext(data, where)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError("is not UTF-8", where=f"{where}:{line}") from error
    if text.lstrip().startswith("["):
        return parse_align(text, where)
    if not text.strip():
        raise InputError("holds no alignment", where=where)
    return parse_ladder(text, where)


def parse_align(text: str, where: str) -> list[Link]:
    """Beads as ``[0, 1]:[0]`` or ``[0, 1]:[0]:0.97``, one a line; empty lines are skipped."""
    links: list[Link] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        place = f"{where}:{number}"
        source, column = _side(line, 0, place)
        target, column = _side(line, _colon(line, column, place), place)
        score = None
        if column < len(line):
            found = _NUMBER.fullmatch(line, _colon(line, column, place))
            if found is None:
                raise _expected("a score", line, column + 1, place)
            score = float(found[1])
        links.append(Link(source, target, score))
    return links


def parse_ladder(text: str, where: str) -> list[Link]:
    """hunalign's ladder: a line ``i TAB j TAB score`` a cut; a bead lies between two cuts.

    The score of a line is that of the bead that begins there.
    """
    links: list[Link] = []
    before: tuple[int, int, float] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        rung = _rung(line, f"{where}:{number}")
        if before is not None:
            if rung[0] < before[0] or rung[1] < before[1]:
                raise InputError("the ladder goes backwards", where=f"{where}:{number}:1")
            source, target = range(before[0], rung[0]), range(before[1], rung[1])
            if source or target:
                links.append(Link(tuple(source), tuple(target), before[2]))
        before = rung
    return links


class NamedLink(NamedTuple):
    """A bead by the names that its sentences have in their documents."""

    #: of the source and of the target
    sides: tuple[list[str], list[str]]
    #: 1-based line of the file
    line: int


@dataclass(slots=True)
class Group:
    """The links between two documents."""

    #: the source's document and the target's, as the file names them
    from_doc: str
    to_doc: str
    links: list[NamedLink] = field(default_factory=list)


def read_groups(
    data: bytes, where: str, *, hint: str = "say what it is with --from"
) -> Iterator[Group]:
    """Yield the groups of InterText's alignment, or of OPUS's, which has many.

    ``<link type='1-2' xtargets='2:1;1:4 1:5'/>`` has the target side first in InterText's
    ``<linkGrp>``, and the source side first in OPUS's ``<cesAlign>``. ``hint`` says what to do
    about other XML.
    """
    opus = b"<cesAlign" in data[:_BEGINNING]
    group = Group("", "")
    for event, element in elements(
        BytesIO(data), where, ("linkGrp", "link"), root="cesAlign" if opus else "linkGrp", hint=hint
    ):
        if local_name(element) == "linkGrp":
            if event == "start":
                group = Group(element.get("fromDoc") or "", element.get("toDoc") or "")
            else:
                yield group
        elif event == "start":
            sides = [side.split() for side in (element.get("xtargets") or "").split(";")]
            if len(sides) != 2:
                place = f"{where}:{element.sourceline}:1"
                raise InputError("a link needs xtargets='…;…'", where=place)
            first, second = sides if opus else reversed(sides)
            group.links.append(NamedLink((first, second), element.sourceline or 0))


def parse_intertext(data: bytes, where: str) -> list[Link]:
    """InterText's alignment by numbers.

    Sentences are named by paragraph and place, and empty links name unpaired ones; a
    sentence's number is the rank of its name among all that the file mentions.
    """
    named = [
        tuple(_names(side, where, link.line) for side in link.sides)
        for group in read_groups(data, where, hint=_ALIGNMENTS)
        for link in group.links
    ]
    ranks = [
        {name: rank for rank, name in enumerate(sorted({n for bead in named for n in bead[side]}))}
        for side in (0, 1)
    ]
    return [
        Link(tuple(ranks[0][n] for n in source), tuple(ranks[1][n] for n in target))
        for source, target in named
        if source or target
    ]


_Name = tuple[int, ...]


def _names(side: Iterable[str], where: str, line: int) -> list[_Name]:
    for name in side:
        if not _NAME.fullmatch(name):
            raise InputError(
                f"{name!r} names no sentence (expected 12 or 3:12)", where=f"{where}:{line}:1"
            )
    return [tuple(int(part) for part in re.findall(r"\d+", name)) for name in side]


def _side(line: str, column: int, where: str) -> tuple[tuple[int, ...], int]:
    found = _SIDE.match(line, column)
    if found is None:
        raise _expected("a list as [0, 1]", line, column, where)
    return tuple(int(part) for part in found[1].replace(",", " ").split()), found.end()


def _colon(line: str, column: int, where: str) -> int:
    if line[column : column + 1] != ":":
        raise _expected("a colon", line, column, where)
    return column + 1


def _rung(line: str, where: str) -> tuple[int, int, float]:
    fields = line.split("\t")
    column = 0
    for cell, pattern, what in zip(
        fields, (_INTEGER, _INTEGER, _NUMBER), ("a number", "a number", "a score")
    ):
        if not pattern.fullmatch(cell):
            raise _expected(what, line, column, where)
        column += len(cell) + 1
    if len(fields) not in (2, 3):
        raise InputError("a ladder's line is i TAB j TAB score", where=f"{where}:1")
    return int(fields[0]), int(fields[1]), float(fields[2]) if len(fields) == 3 else 0.0


def _expected(what: str, line: str, column: int, where: str) -> InputError:
    seen = line[column : column + 12]
    return InputError(
        f"expected {what}, found {seen!r}" if seen else f"expected {what}",
        where=f"{where}:{column + 1}",
    )
