"""Blocks cut into sentences, with every character's place kept.

Where a sentence ends is a fact about its language: ``corpus/chinese.py`` and
``corpus/english.py`` say it. Here the ends become spans and segments.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus import chinese, english
from corpus.lines import LineNumbers
from corpus.model import Block, Language, Segment


def spans(text: str, language: Language) -> list[tuple[int, int]]:
    """The sentences of ``text`` as half-open spans, stripped of the white space around them.

    Spans and gaps rejoin to the text, and a gap holds white space only. What is
    neither Chinese nor English is cut by the English rules.
    """
    ends = chinese.sentence_ends(text) if language == "zh" else english.sentence_ends(text)
    found: list[tuple[int, int]] = []
    start = 0
    for end in (*ends, len(text)):
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            found.append((left, right))
        start = end
    return found


def segments(blocks: Sequence[Block]) -> tuple[Segment, ...]:
    """The sentences of the blocks, numbered from 0, with their places in the document."""
    found: list[Segment] = []
    for place, block in enumerate(blocks):
        lines = LineNumbers(block.text)
        for start, end in spans(block.text, block.language):
            found.append(
                Segment(
                    text=block.text[start:end],
                    language=block.language,
                    number=len(found),
                    start=block.start + start,
                    end=block.start + end,
                    line=block.line + lines.at(start) - 1,
                    block=place,
                )
            )
    return tuple(found)
