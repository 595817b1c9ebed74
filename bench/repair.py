"""Segmentation repair on texts with known sentences: what it recovers and what it harms.

    python bench/repair.py --data DIR [--take N]

The hand-aligned texts are given as running paragraphs, once as they are and once with every
tenth full stop between two sentences of one side replaced by a blank, and once with line breaks
in the middle of every tenth sentence. A split is right where a line of the hand-made text ends,
a join is right where none ends.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from gold import Gold, read_sets

from align.documents import align_files
from align.encoder import default_encoder
from corpus.model import Block, Document, Language, Segment
from corpus.segmentation import segments

#: Lines of a paragraph.
_LINES = 5
#: Damage is done to one line in so many.
_EVERY = 10


@dataclass(frozen=True, slots=True)
class Damaged:
    """A side as a document, and where its lines end."""

    document: Document
    ends: frozenset[int]


def damaged(lines: Sequence[str], language: Language, kind: str, seed: int) -> Damaged:
    """The lines as paragraphs, damaged as ``kind`` says."""
    random = np.random.default_rng(seed)
    joint = "" if language == "zh" else " "
    text, ends, blocks = "", set(), []
    for place in range(0, len(lines), _LINES):
        start = len(text)
        for number, line in enumerate(lines[place : place + _LINES]):
            text += joint if number else ""
            hit = random.random() < 1 / _EVERY
            if hit and kind == "stops" and line[-1] in "。." and number < _LINES - 1:
                line = line[:-1] + (" " if language == "zh" else "")
                text += line.rstrip()
                ends.add(len(text))
                text += " " if language == "zh" else ""
                continue
            if hit and kind == "wraps" and len(line) > 40:
                middle = len(line) // 2
                if language == "en":
                    middle = line.index(" ", middle) if " " in line[middle:] else len(line) - 1
                text += line[:middle].rstrip()
                blocks.append(_block(text, start, language, len(blocks)))
                text += "\n"
                start = len(text)
                line = line[middle:].lstrip()
            text += line
            ends.add(len(text))
        blocks.append(_block(text, start, language, len(blocks)))
        text += "\n"
    return Damaged(Document("", kind, text, "", "", tuple(blocks), ()), frozenset(ends))


def _block(text: str, start: int, language: Language, number: int) -> Block:
    return Block(start, len(text), text[start:], language, number + 1)


def counts(gold: Gold, kind: str, take: int) -> Counter[str]:
    """What the repair did to one text."""
    beads = [bead for bead in gold.beads if bead[0] and bead[1]][:take]
    chinese = gold.chinese[: max(bead[0][-1] for bead in beads) + 1]
    english = gold.english[: max(bead[1][-1] for bead in beads) + 1]
    counted: Counter[str] = Counter()
    # one side at a time is damaged: the other shows where
    for hit in ("zh", "en"):
        one = damaged(chinese, "zh", kind if hit == "zh" else "none", 1)
        other = damaged(english, "en", kind if hit == "en" else "none", 1)
        alignment = align_files(one.document, other.document, encoder=default_encoder())
        pairs = alignment.pairs
        for name, side, of in (
            ("zh", one, [s for pair in pairs for s in pair.source]),
            ("en", other, [s for pair in pairs for s in pair.target]),
        ):
            if name == hit:
                counted.update(_judged(name, side, of))
        if kind == "none":
            counted.update(_judged("en", other, [s for pair in pairs for s in pair.target]))
            break
    return counted


def _judged(name: str, side: Damaged, found: Sequence[Segment]) -> Counter[str]:
    before = {segment.end for segment in segments(side.document.blocks)}
    after = {segment.end for segment in found}
    return Counter(
        {
            f"{name} boundaries": len(side.ends),
            f"{name} missed before": len(side.ends - before),
            f"{name} split, right": len((after - before) & side.ends),
            f"{name} split, wrong": len((after - before) - side.ends),
            f"{name} cut wrongly before": len(before - side.ends),
            f"{name} joined, right": len((before - after) - side.ends),
            f"{name} joined, wrong": len((before - after) & side.ends),
        }
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--take", type=int, default=150, help="beads of each text")
    options = parser.parse_args()
    for kind in ("none", "stops", "wraps"):
        total: Counter[str] = Counter()
        for gold in read_sets(options.data):
            total += counts(gold, kind, options.take)
        print(kind, dict(total), flush=True)


if __name__ == "__main__":
    main()
