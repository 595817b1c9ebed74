"""Paragraphs that moved: text left over on both sides of a monotone alignment, paired after it.

A heading, a caption or a whole paragraph may stand elsewhere in the translation. A ladder
can't reach it, so it comes out unpaired on both sides; here what was left over is compared
with all that was left over on the other side.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from align.beads import Bead
from align.encoder import Encoder
from align.sides import ACCEPTED, Sides, align_stretch
from corpus.model import Segment

#: Cosine from which two left-over paragraphs are taken for each other. Passages of four
#: sentences that are translations have .43 to .8 (literature) and .66 to .9 (academic); of
#: those that are not, 1 in 100 has .56, and of the paragraphs of seed 003, all on one
#: subject, one pair in 210 has .6. Costs: freely translated passages stay left over.
_ALIKE = 0.6
#: … and by so much more than the next best on either side: with it none of 317 passages of
#: seven hand-aligned texts found a wrong partner, even from a cosine of .5 up.
_DISTINCT = 0.1
#: Characters (letters for English) of a left-over that is worth moving: shorter ones say too
#: little to be told apart.
_TELLING = 6

#: Half-open range of segments of one side, all of one paragraph.
Range = tuple[int, int]


def rejoined(sides: Sides, beads: Sequence[Bead], encoder: Encoder) -> list[Bead]:
    """The beads, with left-over paragraphs that mean the same brought together.

    They stand where the Chinese stands; all others keep their order.
    """
    chinese = _left_over(sides.chinese, [bead.source for bead in beads if not bead.paired])
    english = _left_over(sides.english, [bead.target for bead in beads if not bead.paired])
    found: dict[int, list[Bead]] = {}
    moved: set[int] = set()
    for source, target in _alike(sides, chinese, english, encoder):
        aligned = align_stretch(sides, (source, target), encoder)
        if any(bead.score >= ACCEPTED for bead in aligned):
            found[source[0]] = aligned
            moved.update(range(*source))
            moved.update(~number for number in range(*target))
    made: list[Bead] = []
    for bead in beads:
        if bead.paired:
            made.append(bead)
        elif bead.source[0] < bead.source[1]:
            made.extend(found.get(bead.source[0], ()))
            if bead.source[0] not in moved:
                made.append(bead)
        elif ~bead.target[0] not in moved:
            made.append(bead)
    return made


def _left_over(segments: Sequence[Segment], ranges: Sequence[Range]) -> list[Range]:
    """Neighbouring unpaired segments of one paragraph, as ranges that say enough."""
    numbers = [number for start, end in ranges for number in range(start, end)]
    left: list[Range] = []
    # equal differences are neighbours
    for _, run in groupby(enumerate(numbers), lambda item: item[1] - item[0]):
        for _, same in groupby(run, lambda item: segments[item[1]].block):
            places = [number for _, number in same]
            left.append((places[0], places[-1] + 1))
    return [one for one in left if len(_text(segments, one)) >= _TELLING]


def _alike(
    sides: Sides, chinese: Sequence[Range], english: Sequence[Range], encoder: Encoder
) -> list[tuple[Range, Range]]:
    """The left-overs that are each other's nearest by a clear distance."""
    if not chinese or not english:
        return []
    vectors = [
        encoder.encode([_text(segments, one) for one in ranges])
        for segments, ranges in ((sides.chinese, chinese), (sides.english, english))
    ]
    table = vectors[0] @ vectors[1].T
    pairs: list[tuple[Range, Range]] = []
    for row, column in enumerate(np.argmax(table, axis=1)):
        nearest = table[row, column]
        others = np.concatenate([np.delete(table[row], column), np.delete(table[:, column], row)])
        if nearest >= _ALIKE and (others < nearest - _DISTINCT).all():
            pairs.append((chinese[row], english[int(column)]))
    return pairs


def _text(segments: Sequence[Segment], place: Range) -> str:
    return " ".join(segment.text for segment in segments[slice(*place)])
