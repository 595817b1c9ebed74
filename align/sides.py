"""The two sides of a document, and the alignment of a stretch of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from align.aligner import Part, align_parts
from align.beads import Bead
from align.crossing import joined
from align.encoder import Encoder
from align.layout import owners
from corpus.model import Block, Segment
from corpus.segmentation import segments
from corpus.simplified import simplified

#: A pair counts as accepted from here on: more likely a translation than not.
ACCEPTED = 0.5

#: Half-open ranges of Chinese and of English segments that may only face each other.
Stretch = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Sides:
    """The segments of a document, told apart by side."""

    chinese: tuple[Segment, ...]
    english: tuple[Segment, ...]

    @property
    def everything(self) -> Stretch:
        return (0, len(self.chinese)), (0, len(self.english))


def sides_of(blocks: Sequence[Block]) -> Sides:
    """The segments of a document's Chinese blocks and those of its English ones."""
    owned = owners(blocks)
    chinese, english = (
        side_of(blocks, [place for place, owner in enumerate(owned) if owner == language])
        for language in ("zh", "en")
    )
    return Sides(chinese, english)


def side_of(blocks: Sequence[Block], places: Iterable[int] | None = None) -> tuple[Segment, ...]:
    """The segments of the blocks at ``places`` (all by default), numbered from 0."""
    found: list[Segment] = []
    for place in range(len(blocks)) if places is None else places:
        for segment in segments([blocks[place]]):
            found.append(replace(segment, number=len(found), block=place))
    return tuple(found)


def align_stretch(sides: Sides, stretch: Stretch, encoder: Encoder) -> list[Bead]:
    """Align one stretch by itself; the beads count in the whole document's segments."""
    return align_stretches(sides, [stretch], encoder)[0]


def align_stretches(
    sides: Sides, stretches: Sequence[Stretch], encoder: Encoder
) -> list[list[Bead]]:
    """Align each stretch by itself, its scores in the light of all of them."""
    parts = [_part(sides, stretch) for stretch in stretches]
    return [
        [
            Bead(
                (bead.source[0] + chinese[0], bead.source[1] + chinese[0]),
                (bead.target[0] + english[0], bead.target[1] + english[0]),
                bead.score,
            )
            for bead in joined(found, part.chinese, part.english)
        ]
        for (chinese, english), part, found in zip(
            stretches, parts, align_parts(parts, encoder=encoder)
        )
    ]


def _part(sides: Sides, stretch: Stretch) -> Part:
    chinese, english = sides.chinese[slice(*stretch[0])], sides.english[slice(*stretch[1])]
    return Part(
        [simplified(segment.text) for segment in chinese],
        [segment.text for segment in english],
        [segment.block for segment in chinese],
        [segment.block for segment in english],
    )
