"""Segments in, beads out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from align.beads import Bead
from align.calibration import calibration_evidence, careful, probabilities
from align.corridor import Corridor, Indices, around, best_chain, full
from align.encoder import Encoder
from align.encoders import weights_file
from align.evidence import (
    NAMES,
    Side,
    closeness,
    evidence,
    null_evidence,
    paragraph_breaks,
    rough,
)
from align.gaps import gap_sign
from align.lattice import (
    Lattice,
    Marginals,
    Ranges,
    Values,
    all_beads,
    best_path,
    marginals,
    select,
)
from align.pieces import Piece, pieces
from align.reader import SideReader
from align.tokens import Vectors
from align.weights import Weights, shipped

#: Cut points of a document small enough to need no corridor.
_SMALL = 3_000
#: Cosine of two sentences, less the mean of their rows, from which they may be a pair.
_CHAIN = 0.1
#: Rough probability below which a bead is not looked at closely.
_CANDIDATE = 0.0003
#: Score of a paragraph's end inside a bead. Set by hand: the hand-aligned sets have no
#: paragraphs. Translators do join paragraphs, so one end is outweighed by clear evidence.
_PARAGRAPH_BREAK = -1.5
#: Steps of the search for the alignment of greatest expected F1; two are enough in practice.
_STEPS = 5
_CLOSE = 1e-3
#: Evidence that says how much two texts resemble each other, whatever stands around them.
_LIKENESS = [NAMES.index("cosine"), NAMES.index("words met by each other, share")]


class Part(NamedTuple):
    """Sentences of both sides that may only face each other, with their paragraphs."""

    chinese: Sequence[str]
    english: Sequence[str]
    #: a number for each sentence, equal within a paragraph
    chinese_paragraphs: Sequence[int] | None = None
    english_paragraphs: Sequence[int] | None = None


def align(
    chinese: Sequence[str],
    english: Sequence[str],
    *,
    encoder: Encoder,
    chinese_paragraphs: Sequence[int] | None = None,
    english_paragraphs: Sequence[int] | None = None,
) -> list[Bead]:
    """Pair the sentences of two sides in order; every sentence is in exactly one bead."""
    part = Part(chinese, english, chinese_paragraphs, english_paragraphs)
    return align_parts([part], encoder=encoder)[0]


def align_parts(parts: Sequence[Part], *, encoder: Encoder) -> list[list[Bead]]:
    """Align each part of a document by itself; the beads count in the part's sentences.

    The parts follow each other in the document, so how sure a pair is depends on what
    stands around it in all of them.
    """
    weights, stored = shipped(weights_file(encoder))
    paths: list[list[Ranges]] = []
    judged: list[tuple[Values, Values]] = []
    with threadpool_limits(1, user_api="blas"):
        # small parts are read together; a long one is read as far as it is aligned
        source = SideReader([one for part in parts for one in part.chinese], encoder, chinese=True)
        target = SideReader([one for part in parts for one in part.english], encoder, chinese=False)
        top = left = 0
        for part in parts:
            path: list[Ranges] = []
            own = _Own(source, top, len(part.chinese)), _Own(target, left, len(part.english))
            for place in pieces(*own):
                found, posteriors, likeness = _align_piece(part, place, own, weights)
                path += found
                judged.append((posteriors, likeness))
                source.forget(top + place[0][1])
                target.forget(left + place[1][1])
            top, left = top + len(part.chinese), left + len(part.english)
            paths.append(path)
    whole = [step for path in paths for step in path]
    posteriors = np.concatenate([one for one, _ in judged])
    likeness = np.concatenate([one for _, one in judged])
    rows = calibration_evidence(whole, posteriors, likeness)
    scores = iter(careful(probabilities(rows, stored["calibration"])).tolist())
    return [
        [Bead(*step, next(scores) if paired(*step) else 0.0) for step in path] for path in paths
    ]


@dataclass(frozen=True, slots=True)
class _Own:
    """What a part has of a side that is read together with others, counted from 0."""

    reader: SideReader
    first: int
    count: int

    def vectors(self, start: int, stop: int) -> Vectors:
        return self.reader.vectors(self.first + start, self.first + stop)

    def side(self, start: int, stop: int, paragraphs: Sequence[int] | None) -> Side:
        own = paragraphs and paragraphs[start:stop]
        return self.reader.side(self.first + start, self.first + stop, own)


def _align_piece(
    part: Part, place: Piece, own: tuple[_Own, _Own], weights: Weights
) -> tuple[list[Ranges], Values, Values]:
    """The path through a piece, counted in the part, and what its pairs are judged by."""
    (top, bottom), (left, right) = place
    if top == bottom or left == right:
        alone: list[Ranges] = [((i, i + 1), (left, left)) for i in range(top, bottom)]
        alone += [((bottom, bottom), (j, j + 1)) for j in range(left, right)]
        return alone, np.ones(len(alone)), np.zeros((len(alone), len(_LIKENESS)))
    source = own[0].side(top, bottom, part.chinese_paragraphs)
    target = own[1].side(left, right, part.english_paragraphs)
    lattice, close = candidates(source, target)
    columns = evidence(lattice, source, target, close)
    found = posterior(lattice, columns, source, target, close, weights)
    path = decode(lattice, found)
    counted = [((a + top, b + top), (c + left, d + left)) for (a, b), (c, d) in path]
    return counted, *path_evidence(lattice, columns, found, path)


def candidates(
    source: Side, target: Side, sure: Collection[Ranges] = ()
) -> tuple[Lattice, float]:
    """The beads worth a closer look, and how closely the text is translated.

    Beads that are ``sure``, known to be right, are among them (for learning).
    """
    lattice = all_beads(corridor(source.runs[:, 0], target.runs[:, 0]))
    scores, nulls = rough(lattice, source, target)
    found = marginals(lattice, scores, nulls)
    keep = found.beads >= _CANDIDATE
    if sure:
        ends = zip(lattice.row + lattice.source, lattice.column + lattice.target)
        starts = zip(lattice.row, lattice.column)
        known = set(sure)
        keep |= np.array(
            [((a, b), (c, d)) in known for (a, c), (b, d) in zip(starts, ends)], dtype=np.bool_
        )
    kept, unpaired = select(lattice, keep), float(found.source.sum() + found.target.sum())
    return kept, closeness(kept, found.beads[keep], unpaired, source, target)


def corridor(source: Vectors, target: Vectors) -> Corridor:
    """Cut points around the best chain of sentence pairs; all of them in a short document."""
    if len(source) * len(target) <= _SMALL:
        return full(len(source), len(target))
    cosine = source @ target.T
    cosine -= 0.5 * (cosine.mean(axis=1, keepdims=True) + cosine.mean(axis=0, keepdims=True))
    return around(best_chain(cosine - np.float32(_CHAIN)), len(source), len(target))


def posterior(
    lattice: Lattice,
    columns: Values,
    source: Side,
    target: Side,
    close: float,
    weights: Weights,
) -> Marginals:
    """Probability of each candidate and of each sentence being unpaired.

    Found twice where that has a weight: the second time it is known how many sentences seem to be
    unpaired.
    """
    scores = columns @ weights.beads
    scores += _PARAGRAPH_BREAK * paragraph_breaks(lattice, source, target)
    nulls = weights.nulls(null_evidence(source, close), null_evidence(target, close))
    first = marginals(lattice, scores, nulls)
    if not weights.by_gaps:
        return first
    nulls = weights.nulls(
        null_evidence(source, close, gap_sign(float(first.source.sum()), len(source))),
        null_evidence(target, close, gap_sign(float(first.target.sum()), len(target))),
    )
    return marginals(lattice, scores, nulls)


def decode(lattice: Lattice, found: Marginals) -> list[Ranges]:
    """The alignment of greatest expected strict F1 (not the most probable one).

    With G expected gold beads, F1 is 2 TP / (P + G): a bead is worth taking where its
    probability is above half the F1 that the whole reaches, which is found in a few steps.
    """
    expected = float(found.beads.sum() + found.source.sum() + found.target.sum())
    score = 0.9
    path: list[Ranges] = []
    for _ in range(_STEPS):
        price = score / 2
        path = best_path(lattice, found.beads - price, found.source - price, found.target - price)
        right = float(path_posteriors(lattice, found, path).sum())
        before, score = score, 2 * right / (len(path) + expected)
        if abs(score - before) < _CLOSE:
            break
    return path


def path_posteriors(lattice: Lattice, found: Marginals, path: Sequence[Ranges]) -> Values:
    """Posterior of each bead and each unpaired sentence of a path."""
    places = iter(path_beads(lattice, path).tolist())
    result = np.empty(len(path))
    for step, ((a, b), (c, d)) in enumerate(path):
        if a == b:
            result[step] = found.target[c]
        elif c == d:
            result[step] = found.source[a]
        else:
            result[step] = found.beads[next(places)]
    return result


def path_beads(lattice: Lattice, path: Sequence[Ranges]) -> Indices:
    """Which bead of the lattice each pair of a path is."""
    offset, low = lattice.corridor.offset, lattice.corridor.low
    cells = int(offset[-1])
    # ordered by start; the shapes of one start come in any order of their ends
    keys = lattice.start * cells + lattice.end
    order = np.argsort(keys, kind="stable")
    wanted = [
        (offset[a] + c - low[a]) * cells + offset[b] + d - low[b]
        for (a, b), (c, d) in path
        if a < b and c < d
    ]
    places: Indices = order[np.searchsorted(keys, np.array(wanted, np.int64), sorter=order)]
    return places


def path_evidence(
    lattice: Lattice, columns: Values, found: Marginals, path: Sequence[Ranges]
) -> tuple[Values, Values]:
    """Posterior and likeness of each step of a path; no likeness where nothing is paired."""
    likeness = np.zeros((len(path), len(_LIKENESS)))
    pairs = np.array([paired(*step) for step in path], dtype=np.bool_)
    likeness[pairs] = columns[path_beads(lattice, path)][:, _LIKENESS]
    return path_posteriors(lattice, found, path), likeness


def judged_by(
    lattice: Lattice, columns: Values, found: Marginals, path: Sequence[Ranges]
) -> Values:
    """What the probability of each pair of a path is judged by."""
    return calibration_evidence(path, *path_evidence(lattice, columns, found, path))


def paired(source: tuple[int, int], target: tuple[int, int]) -> bool:
    """Whether neither side of a bead is empty."""
    return source[0] < source[1] and target[0] < target[1]
