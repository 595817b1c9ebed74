"""What speaks for a bead: one number per kind of evidence, for every bead of a lattice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.beads import LONGEST
from align.clauses import Clauses
from align.lattice import Lattice, Nulls, Values
from align.marks import Marks
from align.ties import tie_columns, tied, windows
from align.tokens import Vectors
from align.words import Words, equals

Evidence = NDArray[np.float64]

#: About the mean cosine of the pairs of a hand-aligned text, and how it spreads between texts.
#: A text counts as usual as if so many usual pairs stood in it, and half a pair for each
#: sentence that seems unpaired: what resembles anything in unrelated texts says little.
_USUAL_COSINE, _SPREAD, _USUAL_PAIRS, _UNPAIRED_SHARE = 0.57, 0.1, 4.0, 0.5
#: Novels told freely and textbooks; no text is taken to be further from usual.
_FREEST, _CLOSEST = -0.7, 1.0

#: English words per Chinese character, and the characters of a document that weigh as much as
#: this prior. Genres differ by a fifth, sentences of one document by two fifths, so four
#: sentences tell as much. With 40, one sentence faced by its translation and another sentence
#: was taken for a pair of three: its length was the document's ratio.
_RATIO, _RATIO_CHARACTERS = 0.6, 100.0

#: Shapes whose worth is learnt one by one; the rest fall in the classes after them.
_SINGLE_SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))


@dataclass(frozen=True, slots=True)
class Side:
    """All that the evidence needs of one side."""

    #: shape (sentences, LONGEST, width): a unit row for every run of sentences
    runs: Vectors
    words: Words
    clauses: Clauses
    marks: Marks
    #: characters of a Chinese sentence, words of an English one
    lengths: Values
    #: paragraph of each sentence, or nothing known
    paragraphs: Sequence[int] | None = None

    def __len__(self) -> int:
        return len(self.lengths)


def lengths(texts: Sequence[str], *, chinese: bool) -> Values:
    """Length of each text: characters without white space, or words."""
    if chinese:
        return np.array([len("".join(text.split())) for text in texts], dtype=np.float64)
    return np.array([len(text.split()) for text in texts], dtype=np.float64)


def rough(lattice: Lattice, source: Side, target: Side) -> tuple[Values, Nulls]:
    """Scores from span vectors and length alone, flat enough to choose candidates by.

    Half the weights that a fit on this evidence alone gives. At .001 of the posterior one of
    2,379 hand-made pairs is lost, and 4 (articles) to 19 (free translation) beads a
    sentence are left.
    """
    size = (lattice.source + lattice.target) / 2 - 1
    cosine = _cosines(lattice, source.runs, target.runs)
    mean_source = source.runs.reshape(-1, source.runs.shape[2]).mean(axis=0)
    mean_target = target.runs.reshape(-1, target.runs.shape[2]).mean(axis=0)
    hub_source = (source.runs @ mean_target)[lattice.row, lattice.source - 1]
    hub_target = (target.runs @ mean_source)[lattice.column, lattice.target - 1]
    squared, surprise, signed = _length(lattice, source, target)
    scores = cosine * (8.0 + 3.3 * size) - hub_source * (3.0 + 0.3 * size)
    scores -= hub_target * (1.4 + 1.8 * size) + 1.8 * size
    scores -= 0.5 * squared + 1.9 * surprise + 0.9 * signed
    small = np.minimum(lattice.source, lattice.target)
    large = np.maximum(lattice.source, lattice.target)
    scores += 0.3 * (large == 3) + 0.6 * (small >= 2) + 0.5 * (small >= 3)
    nulls = Nulls(
        -0.9 - 0.1 * np.log(source.lengths + 1),
        -0.3 - 0.4 * np.log(target.lengths + 1),
        (-0.3, -1.2),
    )
    return scores, nulls


#: Evidence that says more where a text is translated closely: a word without a counterpart is
#: nothing strange in a novel, in a contract it belongs to another sentence.
_BY_CLOSENESS = (
    "cosine",
    "cosine of the least part",
    "words of the source",
    "words of the target",
)

_PLAIN = (
    *(f"shape {source}-{target}" for source, target in _SINGLE_SHAPES),
    "shape 1-4 and more",
    "shape 4-1 and more",
    "shape 2-3 and more",
    "shape 3-2 and more",
    "shape 3-3 and more",
    "size",
    "cosine",
    "cosine, by size",
    "cosine of the least part",
    "cosines of the parts",
    "length squared",
    "length surprise",
    "length signed",
    "words met",
    "words of the source",
    "words of the target",
    "words met by each other",
    "words met by each other, share",
    "clauses tied to each other inside",
    "clauses tied to each other, cut",
    "source's clauses tied inside",
    "source's clauses tied, cut",
    "target's clauses tied inside",
    "target's clauses tied, cut",
    "questions differ",
    "exclamations differ",
    "quotation in the source only",
    "quotation in the target only",
    "quotations differ",
    "both open a quotation",
    "one opens a quotation",
    "both close a quotation",
    "one closes a quotation",
    "both end asking",
    "one ends asking",
    "brackets differ",
)

#: Names of the evidence, in the order of the columns.
NAMES = (*_PLAIN, *(f"{name}, closely translated" for name in _BY_CLOSENESS))
_CLOSELY = [_PLAIN.index(name) for name in _BY_CLOSENESS]

#: Evidence about unpaired sentences, for each side; then what opening a gap is worth.
NULL_NAMES = (
    "unpaired",
    "unpaired, by length",
    "unpaired, closely translated",
    "unpaired, by length, closely translated",
    "unpaired, by the text's gaps",
)
_LENGTH_SCALE = 3.0
_MASS_SCALE = 10.0
#: Cosine of two clauses, less the half of what each has to all others, that says nothing.
_CLAUSES_UNLIKE = 0.15
#: Keeps the share of a bead with hardly a word finite, and small.
_NO_WORDS = 0.3


def evidence(lattice: Lattice, source: Side, target: Side, closeness: float) -> Evidence:
    """All evidence for each bead, shape (beads, len(NAMES)).

    ``closeness`` is that of the text, as the function of that name gives it.
    """
    columns = [
        *_shapes(lattice),
        *_meaning(lattice, source, target),
        *_length(lattice, source, target),
        *_words(lattice, source.words, target.words),
        *_clauses(lattice, source.clauses, target.clauses),
        *_marks(lattice, source.marks, target.marks),
    ]
    plain = np.stack(columns, axis=1).astype(np.float64)
    return np.hstack([plain, plain[:, _CLOSELY] * closeness])


def null_evidence(side: Side, closeness: float, gaps: float = 0.0) -> Evidence:
    """Evidence for each sentence of being unpaired, shape (sentences, len(NULL_NAMES)).

    ``gaps`` is the sign of the side's gaps (``gap_sign``), 0 as long as it is not known.
    """
    plain = np.stack([np.ones(len(side)), np.log(side.lengths + 1) / _LENGTH_SCALE], axis=1)
    return np.hstack([plain, plain * closeness, np.full((len(side), 1), gaps)])


def closeness(
    lattice: Lattice, probability: Values, unpaired: float, source: Side, target: Side
) -> float:
    """How closely a text is translated, from the rough probability of its beads.

    0 is usual, a novel told freely lies below, a textbook at 1. ``unpaired`` is how many
    sentences are expected to have no counterpart. Of a few sentences little is known: they are
    taken as usual. Two texts that have nothing to do with each other look like a free novel.
    """
    _, _, cosines = _faced(lattice, source, target)
    usual = _USUAL_PAIRS + _UNPAIRED_SHARE * unpaired
    mean = (probability @ cosines + _USUAL_COSINE * usual) / (probability.sum() + usual)
    return float(np.clip((mean - _USUAL_COSINE) / _SPREAD, _FREEST, _CLOSEST))


def paragraph_breaks(lattice: Lattice, source: Side, target: Side) -> Values:
    """Number of paragraph ends inside each bead, both sides together."""
    total: Values = np.zeros(len(lattice))
    for side, first, count in (
        (source, lattice.row, lattice.source),
        (target, lattice.column, lattice.target),
    ):
        if side.paragraphs is not None and len(side):
            changes = np.concatenate([[0], np.cumsum(np.diff(np.array(side.paragraphs)) != 0)])
            total += changes[first + count - 1] - changes[first]
    return total


def _cosines(lattice: Lattice, source: Vectors, target: Vectors) -> Values:
    """Cosine of each bead's two sides, row by row of the corridor."""
    result = np.empty(len(lattice))
    bounds = np.searchsorted(lattice.row, np.arange(len(source) + 1))
    width = target.shape[2]
    for row in range(len(source)):
        here = slice(bounds[row], bounds[row + 1])
        if here.start == here.stop:
            continue
        first, last = lattice.column[here].min(), lattice.column[here].max() + 1
        table = source[row] @ target[first:last].reshape(-1, width).T
        place = (lattice.column[here] - first) * LONGEST + lattice.target[here] - 1
        result[here] = table[lattice.source[here] - 1, place]
    return result


def _shapes(lattice: Lattice) -> list[Values]:
    source, target = lattice.source, lattice.target
    columns = [(source == one) & (target == other) for one, other in _SINGLE_SHAPES]
    columns.append((source == 1) & (target >= 4))
    columns.append((target == 1) & (source >= 4))
    columns.append((source == 2) & (target >= 3))
    columns.append((target == 2) & (source >= 3))
    columns.append((source >= 3) & (target >= 3))
    return [column.astype(np.float64) for column in columns] + [(source + target - 2) / 2]


def _faced(lattice: Lattice, source: Side, target: Side) -> tuple[Vectors, Vectors, Values]:
    """The vectors of both sides of each bead, and their cosine."""
    left = source.runs[lattice.row, lattice.source - 1]
    right = target.runs[lattice.column, lattice.target - 1]
    return left, right, np.einsum("ij,ij->i", left, right)


def _meaning(lattice: Lattice, source: Side, target: Side) -> list[Values]:
    left, right, cosine = _faced(lattice, source, target)
    least = np.full((2, len(lattice)), np.inf)
    total = np.zeros((2, len(lattice)))
    for step in range(LONGEST):
        for side, (own, first, count, facing) in enumerate(
            (
                (source.runs, lattice.row, lattice.source, right),
                (target.runs, lattice.column, lattice.target, left),
            )
        ):
            live = count > step
            part = np.einsum("ij,ij->i", own[first[live] + step, 0], facing[live])
            least[side, live] = np.minimum(least[side, live], part)
            total[side, live] += part
    size = (lattice.source + lattice.target) / 2 - 1
    return [cosine, cosine * size, least.sum(axis=0), total.sum(axis=0)]


def _length(lattice: Lattice, source: Side, target: Side) -> list[Values]:
    one = np.concatenate([[0], np.cumsum(source.lengths)])
    other = np.concatenate([[0], np.cumsum(target.lengths)])
    ratio = (other[-1] + _RATIO * _RATIO_CHARACTERS) / (one[-1] + _RATIO_CHARACTERS)
    expected = (one[lattice.row + lattice.source] - one[lattice.row]) * ratio
    found = other[lattice.column + lattice.target] - other[lattice.column]
    signed = np.log((found + 1) / (expected + ratio))
    surprise = (found - expected) ** 2 / (found + expected + 1) / 4
    return [np.minimum(signed**2, 4), np.minimum(surprise, 6) / 2, signed]


def _words(lattice: Lattice, source: Words, target: Words) -> list[Values]:
    """Words that meet a counterpart inside the bead, and word pairs that choose each other."""
    met = np.zeros(len(lattice))
    mutual = np.zeros(len(lattice))
    bounds = np.searchsorted(lattice.row, np.arange(len(source.first)))
    likeness = _Likeness(lattice, source, target)
    for row in range(len(source.first) - 1):
        here = range(bounds[row], bounds[row + 1])
        if not here:
            continue
        inside = slice(bounds[row], bounds[row + 1])
        base = int(source.first[row])
        first = int(target.first[lattice.column[inside].min()])
        last = int(target.first[(lattice.column[inside] + lattice.target[inside]).max()])
        table = likeness.table(row, row + int(lattice.source[inside].max()), first, last)
        down = source.first[row + lattice.source[inside]] - base
        left = target.first[lattice.column[inside]] - first
        right = target.first[lattice.column[inside] + lattice.target[inside]] - first
        for bead, rows, begin, end in zip(here, down.tolist(), left.tolist(), right.tolist()):
            if not rows or begin == end:
                continue
            part = table[:rows, begin:end]
            weight = source.weights[base : base + rows]
            other = target.weights[first + begin : first + end]
            by_row, by_column = part.max(axis=1), part.max(axis=0)
            met[bead] = weight @ np.minimum(by_row, 1) + other @ np.minimum(by_column, 1)
            best = part.argmax(axis=1)
            pair = (by_column[best] == by_row) & (by_row > 0)
            strength = np.minimum(by_row, 1) * np.sqrt(weight * other[best])
            mutual[bead] = strength[pair].sum()
    before = _mass_before(source)
    mass = before[lattice.row + lattice.source] - before[lattice.row]
    before = _mass_before(target)
    faced = before[lattice.column + lattice.target] - before[lattice.column]
    share = mutual / np.sqrt((mass + _NO_WORDS) * (faced + _NO_WORDS))
    return [*(column / _MASS_SCALE for column in (met, mass, faced, mutual)), share]


class _Likeness:
    """How much the words of both sides resemble each other, sentence by sentence.

    A sentence is in the beads of several rows; its words are compared once.
    """

    def __init__(self, lattice: Lattice, source: Words, target: Words) -> None:
        self._source, self._target = source, target
        self._held = equals(source, target)
        # of each source sentence the first and last target sentence that stand in beads of
        # the rows which reach it
        count = len(source.first) - 1
        low, high = np.full(count, len(target.first) - 1), np.zeros(count, dtype=np.int64)
        depth = np.zeros(count, dtype=np.int64)
        np.minimum.at(low, lattice.row, lattice.column)
        np.maximum.at(high, lattice.row, lattice.column + lattice.target)
        np.maximum.at(depth, lattice.row, lattice.source)
        own = low.copy(), high.copy()
        for step in range(1, LONGEST):
            rows = np.flatnonzero(depth > step)
            np.minimum.at(low, rows + step, own[0][rows])
            np.maximum.at(high, rows + step, own[1][rows])
        self._first, self._last = target.first[low], target.first[high]
        self._tables: dict[int, Vectors] = {}

    def table(self, row: int, stop: int, first: int, last: int) -> Vectors:
        """The words of source sentences from ``row`` on by the target's words from ``first`` on."""
        for done in [number for number in self._tables if number < row]:
            del self._tables[done]
        for number in range(row, stop):
            if number not in self._tables:
                self._tables[number] = self._compared(number)
        parts = [
            self._tables[number][:, first - self._first[number] : last - self._first[number]]
            for number in range(row, stop)
        ]
        return np.concatenate(parts)

    def _compared(self, number: int) -> Vectors:
        base, stop = self._source.first[number : number + 2].tolist()
        first, last = int(self._first[number]), int(self._last[number])
        table: Vectors = self._source.vectors[base:stop] @ self._target.vectors[first:last].T
        for place, key in enumerate(self._source.keys[base:stop]):
            numbers, bonus = self._held[key]
            begin, end = numbers.searchsorted((first, last))
            table[place, numbers[begin:end] - first] += bonus[begin:end]
        np.maximum(table, 0, out=table)
        return table


def _clauses(lattice: Lattice, source: Clauses, target: Clauses) -> list[Values]:
    """What the clauses' ties hold inside a bead, and what of them it cuts."""
    hub_source = source.vectors @ target.vectors.sum(axis=0) / max(2 * len(target.vectors), 1)
    hub_target = target.vectors @ source.vectors.sum(axis=0) / max(2 * len(source.vectors), 1)
    window = windows(lattice)
    tables = []
    for row, (low, high) in enumerate(zip(*window)):
        here = slice(source.first[row], source.first[row + 1])
        there = slice(target.first[low], target.first[high])
        table = source.vectors[here] @ target.vectors[there].T
        table -= hub_source[here, None] + hub_target[there] + np.float32(_CLAUSES_UNLIKE)
        tables.append(np.maximum(table, 0))
    found = tied(
        tables, window, (source.first, target.first), (source.weights, target.weights)
    )
    return [column / _MASS_SCALE for ties in found for column in tie_columns(lattice, ties)]


def _mass_before(words: Words) -> Values:
    """Sum of the weights of the words before each sentence."""
    total = np.concatenate([[0], np.cumsum(words.weights, dtype=np.float64)])
    return total[words.first]


def _marks(lattice: Lattice, source: Marks, target: Marks) -> list[Values]:
    after, below = lattice.row + lattice.source, lattice.column + lattice.target
    one = source.counts[after] - source.counts[lattice.row]
    other = target.counts[below] - target.counts[lattice.column]
    differ = np.abs(one - other)
    quotes_one, quotes_other = one[:, 2] + one[:, 3] > 0, other[:, 2] + other[:, 3] > 0
    opens_one, opens_other = source.opens[lattice.row], target.opens[lattice.column]
    closes_one, closes_other = source.closes[after - 1], target.closes[below - 1]
    asks_one, asks_other = source.asks[after - 1], target.asks[below - 1]
    columns = [
        np.minimum(differ[:, 0], 2),
        np.minimum(differ[:, 1], 2),
        quotes_one & ~quotes_other,
        ~quotes_one & quotes_other,
        np.minimum(differ[:, 2], 3) * (quotes_one & quotes_other),
        opens_one & opens_other,
        opens_one ^ opens_other,
        closes_one & closes_other,
        closes_one ^ closes_other,
        asks_one & asks_other,
        asks_one ^ asks_other,
        np.minimum(differ[:, 4], 2),
    ]
    return [column.astype(np.float64) for column in columns]
