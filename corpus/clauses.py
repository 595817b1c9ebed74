"""Clauses with their places: the stretches of a sentence that can be lost as a whole."""

from __future__ import annotations

import re
from itertools import islice

#: Characters (Chinese) and words (English) below which a clause goes to its neighbour:
#: 她强调， and "However," are no content of their own.
_LEAST_CHINESE = 4
_LEAST_ENGLISH = 2

#: Where a Chinese clause ends: after the mark and what closes around it. An ASCII comma or
#: stop counts too (many sites write them in Chinese text), but not inside 1,234 or 79.4.
_CHINESE_END = re.compile(
    r"""
    (?: [，。；：！？…!?;] | —— | (?<!\d)[,.:] | [,.:](?!\d) )+
    [”’」』）》"')\]]*
    \s*
    """,
    re.VERBOSE,
)
#: Where an English clause ends. A full stop needs a blank and a capital behind it, and no
#: single capital or title before it (U.S. Senate, Ms. Liu); a dash or bracket parts as well.
_ENGLISH_END = re.compile(
    r"""
    (?=[;!?…—:,.\s])              # seen before the rest is tried: a third of the time
    (?: [;!?…—]+ | :(?=\s) | ,(?!\d) | \s[-–]\s
      | (?<! \b[A-Z] ) (?<! \bMr ) (?<! \bMs ) (?<! \bDr ) (?<! \bMrs ) (?<! \bNo ) (?<! \bSt )
        \.+ (?= ["”’')\]]* (?: \s+ ["“‘'(\[]* [A-Z\d] | \s*$ ) )
    )+
    ["”’')\]]*
    \s*
    """,
    re.VERBOSE,
)
#: What closes a sentence, and what may stand behind it.
_SENTENCE_END = frozenset("。！？…!?.；;")
_CLOSING = "”’」』）》\"')]"
#: Where a sentence surely ends: for counting. An English semicolon parts what Chinese closes
#: with a full stop; a Chinese one (；) stands between items of a list.
_STOPS = re.compile(r"[。！？!?;]+|\.+(?=[\"”’)\]]|\s|$)")
_ENGLISH_WORD = re.compile(r"[^\W_]+")
_CHINESE_LETTER = re.compile(r"[^\W_]")

Span = tuple[int, int]


def chinese_clauses(text: str) -> list[Span]:
    """Half-open spans of the clauses of a Chinese text, marks included, without gaps."""
    return _clauses(text, _CHINESE_END, _CHINESE_LETTER, _LEAST_CHINESE)


def english_clauses(text: str) -> list[Span]:
    """Half-open spans of the clauses of an English text, marks included, without gaps."""
    return _clauses(text, _ENGLISH_END, _ENGLISH_WORD, _LEAST_ENGLISH)


def sentences(text: str, clauses: list[Span]) -> list[tuple[int, int]]:
    """The clauses grouped to sentences: half-open ranges of clause numbers."""
    groups: list[tuple[int, int]] = []
    first = 0
    for number, (start, end) in enumerate(clauses):
        last = text[start:end].rstrip().rstrip(_CLOSING)[-1:]
        if last in _SENTENCE_END or number == len(clauses) - 1:
            groups.append((first, number + 1))
            first = number + 1
    return groups


def stops(text: str) -> int:
    """How many sentences of a text of either language are closed by a mark.

    "Dr. Li" and "et al." count as well, an ASCII stop right before Chinese does not.
    """
    return len(_STOPS.findall(text))


def _clauses(
    text: str, ends: re.Pattern[str], letter: re.Pattern[str], least: int
) -> list[Span]:
    cuts = [match.end() for match in ends.finditer(text)]
    if not cuts or cuts[-1] < len(text):
        cuts.append(len(text))
    spans: list[Span] = []
    start = 0
    for cut in cuts:
        small = len(list(islice(letter.finditer(text, start, cut), least))) < least
        if small and cut < len(text):
            continue  # goes to the clause behind it
        if small and spans:
            spans[-1] = (spans[-1][0], cut)
        elif cut > start:
            spans.append((start, cut))
        start = cut
    return spans
