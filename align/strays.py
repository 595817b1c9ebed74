"""Text that moved: what a monotone alignment left over on both sides, paired after it.

A heading, a paragraph or a whole article may stand elsewhere in the translation. A ladder
can't reach it, so it comes out unpaired on both sides, or in pairs that nobody believes.
What was left over is compared with all that was left over on the other side: first runs of
sentences, then single paragraphs, which may be too short for that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from align.beads import Bead
from align.encoder import Encoder
from align.sides import ACCEPTED, Sides, Stretch, align_stretch
from align.transposed import passages
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
#: little to be told apart …
_TELLING = 6
#: … unless they are a paragraph of their own (背景, 目录) and as alike as this: of twenty such
#: headings thirteen are (背景 and "Background" have .96), and of those that are no translations
#: of each other none has more than .56. Costs: 方法 and "Methods" (.5) stay apart.
_SHORT_ALIKE = 0.75

#: Half-open range of segments of one side, all of one paragraph.
Range = tuple[int, int]


def rejoined(sides: Sides, beads: Sequence[Bead], encoder: Encoder) -> list[Bead]:
    """The beads, with left-over text that means the same brought together.

    It stands where the Chinese stands; all others keep their order.
    """
    made = list(beads)
    for search in (_passages, _paragraphs):
        free = [bead for bead in made if bead.score < ACCEPTED]
        chinese = [number for bead in free for number in range(*bead.source)]
        english = [number for bead in free for number in range(*bead.target)]
        if chinese and english:
            for stretch in search(sides, sorted(chinese), sorted(english), encoder):
                aligned = align_stretch(sides, stretch, encoder)
                if any(bead.score >= ACCEPTED for bead in aligned):
                    made = _moved(made, stretch, aligned)
    return made


def _moved(beads: Sequence[Bead], stretch: Stretch, aligned: Sequence[Bead]) -> list[Bead]:
    """The beads with a stretch of either side taken out and put back as ``aligned`` has it."""
    made: list[Bead] = []
    waiting = list(aligned)
    for bead in beads:
        rest = [
            [number for number in range(*own) if number not in range(*gone)]
            for own, gone in zip((bead.source, bead.target), stretch)
        ]
        if len(rest[0]) == len(range(*bead.source)) and len(rest[1]) == len(range(*bead.target)):
            made.append(bead)
            continue
        if waiting and bead.source[0] < stretch[0][1] and bead.source[1] > stretch[0][0]:
            made.extend(waiting)
            waiting = []
        # a pair of which a part moved was no pair: what is left stands alone
        made.extend(Bead((n, n + 1), (bead.target[0],) * 2, 0.0) for n in rest[0])
        made.extend(Bead((bead.source[1],) * 2, (n, n + 1), 0.0) for n in rest[1])
    return made


def _passages(
    sides: Sides, chinese: Sequence[int], english: Sequence[int], encoder: Encoder
) -> Iterator[Stretch]:
    """Runs of left-over sentences that resemble each other one by one."""
    vectors = [
        encoder.encode([segments[number].text for number in numbers])
        for segments, numbers in ((sides.chinese, chinese), (sides.english, english))
    ]
    for passage in passages(vectors[0], vectors[1], chinese, english):
        yield passage.source, passage.target


def _paragraphs(
    sides: Sides, chinese: Sequence[int], english: Sequence[int], encoder: Encoder
) -> Iterator[Stretch]:
    """Left-over paragraphs that are each other's nearest by a clear distance."""
    yield from _alike(
        sides, _left_over(sides.chinese, chinese), _left_over(sides.english, english), encoder
    )


def _left_over(segments: Sequence[Segment], numbers: Sequence[int]) -> list[Range]:
    """Neighbouring segments of one paragraph, as ranges that say enough."""
    left: list[Range] = []
    # equal differences are neighbours
    for _, run in groupby(enumerate(numbers), lambda item: item[1] - item[0]):
        for _, same in groupby(run, lambda item: segments[item[1]].block):
            places = [number for _, number in same]
            left.append((places[0], places[-1] + 1))
    return [
        one
        for one in left
        if len(_text(segments, one)) >= _TELLING or _is_paragraph(segments, one)
    ]


def _is_paragraph(segments: Sequence[Segment], place: Range) -> bool:
    """Whether a range of one paragraph's segments is all of it."""
    first, last = place
    block = segments[first].block
    return (first == 0 or segments[first - 1].block != block) and (
        last == len(segments) or segments[last].block != block
    )


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
        pair = chinese[row], english[int(column)]
        short = min(len(_text(sides.chinese, pair[0])), len(_text(sides.english, pair[1])))
        least = _ALIKE if short >= _TELLING else _SHORT_ALIKE
        if nearest >= least and (others < nearest - _DISTINCT).all():
            pairs.append(pair)
    return pairs


def _text(segments: Sequence[Segment], place: Range) -> str:
    return " ".join(segment.text for segment in segments[slice(*place)])
