"""Segments whose boundaries the other side shows to be wrong, split or joined, each by name.

Only where a pair has more segments on one side than on the other can a boundary be wrong.
A list, a heading or a line that is glued to a sentence is cut where each half has its own
counterpart; two segments are joined where the end of the first is no end of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from align.aligner import Part, align_parts
from align.beads import Bead
from align.encoder import Encoder
from align.sides import ACCEPTED
from corpus.breaks import begins_item, breaks, pieces
from corpus.model import Pair, Segment
from corpus.simplified import simplified

#: Pieces of one side of a pair, at most: a longer list is left as it is.
_MOST_PIECES = 16
#: Cosines of two new neighbours with their own sides, less those with each other's, at least:
#: where the aligner believes each new pair by itself, and where it believes only the whole.
_APART = 0.2, 0.4
#: Marks that part clauses as often as sentences: cut only where the other side has an item
#: with a mark of its own, or a line that follows a line with one of these.
_WEAK = frozenset(("semicolon", "colon"))
_WEAK_MARKS = frozenset("；：;:")
#: Unpaired neighbours of a pair that may face a piece of it, to either side.
_AROUND = 2

#: A short word without a vowel (Bldg. | Blvd.), and one that a figure follows (Cap. | 12).
_ABBREVIATION = re.compile(r"(?:^|[\s(])[A-Z]?[b-df-hj-np-tv-z]{1,4}\.$")
_BEFORE_FIGURE = re.compile(r"(?:^|[\s(])[A-Z][a-z]{1,3}\.$")
_OPEN_BRACKET = re.compile(r"[（(《【\[][^（）()《》【】\[\]]*$")
_CLOSING_BRACKET = re.compile(r"[^（）()《》【】\[\]]*[）)》】\]]")
#: A Chinese line that was broken in its middle ends with a character and is as long as this;
#: headings are shorter. Costs: a long heading that one sentence translates together with
#: what follows is joined to it.
_BROKEN_LINE = re.compile(r"[\u4e00-\u9fffA-Za-z0-9，、]$")
_LEAST_LINE = 16


class _Piece(NamedTuple):
    """A stretch of a segment, and the kind of break before it ("" at the segment's start)."""

    segment: Segment
    start: int
    end: int
    kind: str

    @property
    def text(self) -> str:
        return self.segment.text[self.start : self.end]


def repaired(pairs: Sequence[Pair], encoder: Encoder, texts: tuple[str, str]) -> tuple[Pair, ...]:
    """The pairs with boundaries mended; pairs and segments are numbered anew.

    ``texts`` are those that the offsets of source and target point into.
    """
    made: list[Pair] = []
    place = 0
    while place < len(pairs):
        pair = pairs[place]
        before = _unpaired(made[: -_AROUND - 1 : -1])
        after = _unpaired(pairs[place + 1 : place + 1 + _AROUND])
        window = [*made[len(made) - before :], *pairs[place : place + 1 + after]]
        believed = pair.paired and pair.score >= ACCEPTED
        split = _split(window, pair, encoder) if believed else []
        if split:
            made[len(made) - before :] = split
            place += 1 + after
        else:
            made.append(pair)
            place += 1
    return _renumbered([_without_wrong_ends(pair, texts) for pair in made])


def _unpaired(pairs: Sequence[Pair]) -> int:
    """How many pairs at the beginning are unpaired."""
    return next((count for count, pair in enumerate(pairs) if pair.paired), len(pairs))


def _split(window: Sequence[Pair], pair: Pair, encoder: Encoder) -> list[Pair]:
    """The pairs that ``pair`` and its unpaired neighbours fall into when one side is cut.

    The side with fewer segments is cut at every break, and its pieces are aligned with the
    other side; pieces that face the same stay together. No pairs if that is no better.
    """
    sides = [s for one in window for s in one.source], [s for one in window for s in one.target]
    if len(sides[0]) == len(sides[1]):
        return []
    coarse = 0 if len(sides[0]) < len(sides[1]) else 1
    fine = sides[1 - coarse]
    items = any(_is_item(fine[place - 1], fine[place]) for place in range(1, len(fine)))
    cut = list(_pieces(sides[coarse], frozenset() if items else _WEAK))
    if not len(sides[coarse]) < len(cut) <= _MOST_PIECES:
        return []
    whole = [_Piece(segment, 0, len(segment.text), "") for segment in sides[1 - coarse]]
    faced = [cut, whole] if coarse == 0 else [whole, cut]
    beads = _aligned(faced, encoder)
    kept = {segment.start for segment in (pair.target if coarse == 0 else pair.source)}
    for bead in beads:
        if not bead.paired:
            lost = faced[0][slice(*bead.source)] + faced[1][slice(*bead.target)]
            if any(piece in cut or piece.segment.start in kept for piece in lost):
                return []
    sure = all(bead.score >= ACCEPTED for bead in beads if bead.paired)
    if not _well_cut(beads, faced, coarse, _APART[0] if sure else _APART[1], encoder):
        return []
    return [
        replace(
            pair,
            source=tuple(_segments(faced[0][slice(*bead.source)])),
            target=tuple(_segments(faced[1][slice(*bead.target)])),
            score=max(bead.score, pair.score) if bead.paired else 0.0,
        )
        for bead in beads
    ]


def _is_item(before: Segment, segment: Segment) -> bool:
    """Whether a segment begins an item: by its mark, or on a new line behind a colon."""
    return begins_item(segment.text) or (
        segment.block != before.block and before.text[-1] in _WEAK_MARKS
    )


def _pieces(segments: Sequence[Segment], without: Collection[str]) -> Iterator[_Piece]:
    for segment in segments:
        cuts = [one for one in breaks(segment.text, segment.language) if one.kind not in without]
        kinds = ["", *(cut.kind for cut in cuts)]
        for (start, end), kind in zip(pieces(segment.text, cuts), kinds):
            yield _Piece(segment, start, end, kind)


def _aligned(faced: Sequence[Sequence[_Piece]], encoder: Encoder) -> list[Bead]:
    """The pieces of both sides aligned; the aligner takes the Chinese side first."""
    exchanged = faced[0][0].segment.language == "en"
    chinese, english = faced[::-1] if exchanged else faced
    part = Part([simplified(one.text) for one in chinese], [one.text for one in english])
    beads = align_parts([part], encoder=encoder)[0]
    return [Bead(b.target, b.source, b.score) for b in beads] if exchanged else beads


def _well_cut(
    beads: Sequence[Bead],
    faced: Sequence[Sequence[_Piece]],
    coarse: int,
    apart: float,
    encoder: Encoder,
) -> bool:
    """Whether a segment was cut, and at each cut both halves belong to their own side."""
    paired = [bead for bead in beads if bead.paired]
    texts = [
        [" ".join(one.text for one in side[slice(*place)]) for place in places]
        for side, places in (
            (faced[0], [bead.source for bead in paired]),
            (faced[1], [bead.target for bead in paired]),
        )
    ]
    vectors = [encoder.encode([simplified(text) for text in side]) for side in texts]
    found = False
    for number in range(1, len(paired)):
        own, other = paired[number].source, paired[number].target
        if coarse == 1:
            own, other = other, own
        piece = faced[coarse][own[0]]
        if not piece.kind:
            continue
        found = True
        fine = faced[1 - coarse]
        item = _is_item(fine[other[0] - 1].segment, fine[other[0]].segment)
        if piece.kind in _WEAK and not item:
            return False
        table = vectors[0][number - 1 : number + 1] @ vectors[1][number - 1 : number + 1].T
        if table[0, 0] + table[1, 1] - table[0, 1] - table[1, 0] < apart:
            return False
    return found


def _segments(stretch: Sequence[_Piece]) -> Iterator[Segment]:
    """The segments that neighbouring pieces make: those of one segment stay one."""
    for _, run in groupby(stretch, lambda piece: piece.segment.start):
        own = list(run)
        segment, start, end = own[0].segment, own[0].start, own[-1].end
        kind = own[0].kind
        if (start, end) == (0, len(segment.text)):
            yield segment
            continue
        yield replace(
            segment,
            text=segment.text[start:end],
            start=segment.start + start,
            end=segment.start + end,
            line=segment.line + segment.text.count("\n", 0, start),
            repair=f"split:{kind}" if kind else segment.repair,
        )


def _without_wrong_ends(pair: Pair, texts: tuple[str, str]) -> Pair:
    """The pair with segments joined where the other side has fewer and the end is no end."""
    source, target = pair.source, pair.target
    if len(source) > len(target) > 0:
        source = tuple(_joined(source, texts[0], len(target)))
    elif len(target) > len(source) > 0:
        target = tuple(_joined(target, texts[1], len(source)))
    return replace(pair, source=source, target=target)


def _joined(segments: Sequence[Segment], text: str, least: int) -> list[Segment]:
    made = list(segments[:1])
    over = len(segments) - least
    for segment in segments[1:]:
        kind = _wrong_end(made[-1], segment, text) if over else ""
        if kind:
            over -= 1
            end = segment.end
            whole = text[made[-1].start : end]
            made[-1] = replace(made[-1], text=whole, end=end, repair=f"joined:{kind}")
        else:
            made.append(segment)
    return made


def _wrong_end(first: Segment, second: Segment, text: str) -> str:
    """What shows that no sentence ends between two segments of a pair, or nothing."""
    gap = text[first.end : second.start]
    if gap.strip() or first.language != second.language:
        return ""
    if first.block == second.block:
        if _OPEN_BRACKET.search(first.text) and _CLOSING_BRACKET.match(second.text):
            return "bracket"
        figure = second.text[0].isdigit() and _BEFORE_FIGURE.search(first.text)
        if first.language == "en" and (figure or _ABBREVIATION.search(first.text)):
            return "abbreviation"
        return ""
    if gap.count("\n") != 1:
        return ""
    if first.language == "en":
        broken = second.text[0].islower() and first.text[-1] not in ".!?:;"
    else:
        broken = len(first.text) >= _LEAST_LINE and _BROKEN_LINE.search(first.text) is not None
    return "line" if broken else ""


def _renumbered(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Pairs by their place, and the segments of each side in the order of its text."""
    starts = (
        sorted(segment.start for pair in pairs for segment in pair.source),
        sorted(segment.start for pair in pairs for segment in pair.target),
    )
    numbers = [{start: number for number, start in enumerate(side)} for side in starts]
    return tuple(
        replace(
            pair,
            index=index,
            source=tuple(replace(one, number=numbers[0][one.start]) for one in pair.source),
            target=tuple(replace(one, number=numbers[1][one.start]) for one in pair.target),
        )
        for index, pair in enumerate(pairs)
    )
