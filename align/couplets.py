"""Interleaved documents: each run of one language with the neighbour that means the same."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby

from align.beads import Bead
from align.encoder import Encoder
from align.layout import owners
from align.sides import ACCEPTED, Sides, Stretch, align_stretches
from corpus.model import Block, Segment

#: Characters of a run that stand for the whole when neighbouring runs are compared.
_RUN_SAMPLE = 400
#: A couplet with this many Chinese characters and more shows by its content whether it is
#: one; a shorter one may be a name or a caption, of which vectors know nothing.
_TELLING = 15
#: English letters for a Chinese character, at least and at most, in lines that may face each
#: other on the strength of their place alone: "Photo: WOC" for 图:产权组织中国办事处 has 0.9,
#: "Wang Nan" for 王楠 has 4, "Director General" for 局长 has 8.
_LETTERS_A_CHARACTER = 0.5, 12.0


def align_couplets(blocks: Sequence[Block], sides: Sides, encoder: Encoder) -> list[Bead]:
    """Align an interleaved document couplet by couplet.

    Names and captions that the content can't pair are paired by their place, as surely
    as place was right in the couplets whose content tells.
    """
    stretches = _stretches(blocks, sides, encoder)
    aligned = align_stretches(sides, stretches, encoder)
    trust = _trust(sides, stretches, aligned)
    beads: list[Bead] = []
    for stretch, found in zip(stretches, aligned):
        beads.extend(_by_place(sides, stretch, found, trust))
    return beads


def matched(gains: Sequence[float]) -> list[tuple[int, ...]]:
    """Partition ``len(gains) + 1`` runs into neighbours taken together and runs left alone.

    ``gains[i]`` is the likeness of run i and run i + 1; the sum over the chosen couplets
    is greatest. Runs alternate in language, so a couplet is always one of each.
    """
    # best[i]: greatest sum over the first i runs
    best = [0.0, 0.0]
    for gain in gains:
        best.append(max(best[-1], best[-2] + gain))
    chosen: list[tuple[int, ...]] = []
    end = len(best) - 1
    while end > 0:
        if end > 1 and best[end] > best[end - 1]:
            chosen.append((end - 2, end - 1))
            end -= 2
        else:
            chosen.append((end - 1,))
            end -= 1
    return chosen[::-1]


def _stretches(blocks: Sequence[Block], sides: Sides, encoder: Encoder) -> list[Stretch]:
    runs = [
        [place for place, _ in run]
        for _, run in groupby(enumerate(owners(blocks)), lambda item: item[1])
    ]
    samples = ["\n".join(blocks[place].text for place in run)[:_RUN_SAMPLE] for run in runs]
    vectors = encoder.encode(samples)
    gains = [float(one @ other) for one, other in zip(vectors, vectors[1:])]
    stretches: list[Stretch] = []
    for couplet in matched(gains):
        first, last = runs[couplet[0]][0], runs[couplet[-1]][-1] + 1
        stretches.append((_within(sides.chinese, first, last), _within(sides.english, first, last)))
    return stretches


def _within(segments: Sequence[Segment], first: int, last: int) -> tuple[int, int]:
    """The range of the segments whose blocks lie from ``first`` up to before ``last``."""
    places = [segment.block for segment in segments]
    return bisect_left(places, first), bisect_left(places, last)


def _trust(
    sides: Sides, stretches: Sequence[Stretch], aligned: Sequence[Sequence[Bead]]
) -> float:
    """How often neighbours are translations here, judged where the content tells (Laplace)."""
    told = right = 0
    for (chinese, _), beads in zip(stretches, aligned):
        if sum(len(segment.text) for segment in sides.chinese[slice(*chinese)]) >= _TELLING:
            told += 1
            right += any(bead.score >= ACCEPTED for bead in beads)
    return (right + 1) / (told + 2)


def _by_place(
    sides: Sides, stretch: Stretch, found: Sequence[Bead], trust: float
) -> Sequence[Bead]:
    """The beads; or line by line, if the couplet is lines of equal number and content failed."""
    (zh_start, zh_end), (en_start, en_end) = stretch
    chinese, english = sides.chinese[zh_start:zh_end], sides.english[en_start:en_end]
    lines = len(chinese)
    is_list = (
        len({segment.block for segment in chinese}) == lines
        and len({segment.block for segment in english}) == len(english) == lines > 0
        and all(_may_face(one, other) for one, other in zip(chinese, english))
    )
    if not is_list or all(bead.score >= max(trust, ACCEPTED) for bead in found):
        return found
    known = {(bead.source, bead.target): bead.score for bead in found}
    diagonal = [
        ((zh_start + line, zh_start + line + 1), (en_start + line, en_start + line + 1))
        for line in range(lines)
    ]
    return [Bead(*place, max(trust, known.get(place, 0.0))) for place in diagonal]


def _may_face(chinese: Segment, english: Segment) -> bool:
    least, most = _LETTERS_A_CHARACTER
    return least <= len(english.text) / len(chinese.text) <= most
