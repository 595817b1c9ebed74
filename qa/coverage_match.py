"""Which word answers for which: one to one, and what speaks for and against each word's match."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.wordmatch import WordStates
from corpus.assignment import assigned
from corpus.words import Word
from qa.coverage_cells import Cells, Lines, Numbers, Places

Shares = NDArray[np.float64]

#: Similarity below which two words are not matched at all: the best of the wrong words of a
#: sentence has a median of .18, the right one .73 (``bench/fit_words.py``).
_NULL = 0.2
#: Distance from the expected place: words that cost nothing, words over which the loss
#: grows, and the loss in likeness then. First as if both texts ran evenly ...
_EVEN = (12, 20, 0.35)
#: ... then by the counterparts of at least three sure words among fifteen on either side.
_LOCAL = (15, 20, 0.5)
_NEIGHBOURS, _ENOUGH, _SURE = 15, 3, 0.45
#: A text of so few words has no far places.
_SHORT = 25
#: Function words may answer for content words (已有 by "are"), at this part of the gain.
_FUNCTION_SHARE = 0.3
#: The same word twice on either side is alike but for rounding, which hangs on the texts read
#: before: the nearer place decides. What a word's distance costs, squared so that two words
#: keep their order, and the words from which it grows no more: .002 at the most.
_NEARER, _NEARER_UNTIL = 2e-6, 32
#: A word so near to a matched one may share its partner (知识产权, intellectual property).
_BESIDE = np.array([-2, -1, 1, 2])
#: Cells of the tables that are worked on together: 1 MB for each thing known of them.
_CELLS_AT_ONCE = 1 << 17

#: What is known of each word's match; ``qa/coverage_doubts.py`` weighs it.
COLUMNS = (
    "matched",  # likeness of its counterpart, one to one; 0 without one
    "best",  # likeness of the best word near the expected place
    "anywhere",  # likeness of the best word wherever it stands
    "second",  # likeness of the second best word
    "mutual",  # whether the best word is not more like another word
    "listed",  # what dictionary, pinyin or spelling add for the best word
    "matched_listed",  # the same for its counterpart
    "content",  # how much its counterpart's content counts
    "shared",  # likeness of a neighbour's counterpart
    "weight",  # how much its own content counts
    "size",  # logarithm of the other side's words
)


@dataclass(frozen=True, slots=True)
class Matched:
    """The words of one side with their counterparts and the evidence on each."""

    words: tuple[Word, ...]
    #: how much each word's content counts, 0 to 1
    weights: Numbers
    #: number of the word's counterpart, -1 if it has none
    partner: Places
    #: (words, ``COLUMNS``)
    evidence: Numbers


#: The words of a pair, how alike each two of them are, and what dictionary, pinyin and
#: spelling have added to that.
Likened = tuple[WordStates, WordStates, Numbers, Numbers]


def match(pairs: Iterable[Likened]) -> Iterator[tuple[Matched, Matched]]:
    """The words of both sides of each pair with their counterparts."""
    waiting: list[Likened] = []
    cells = 0
    for pair in pairs:
        waiting.append(pair)
        cells += pair[2].size
        if cells >= _CELLS_AT_ONCE:
            yield from _matched(waiting)
            waiting, cells = [], 0
    yield from _matched(waiting)


def _matched(pairs: Sequence[Likened]) -> Iterator[tuple[Matched, Matched]]:
    worded = [pair for pair in pairs if pair[2].size]
    found = iter(_worded(worded) if worded else ())
    for zh, en, table, _ in pairs:
        yield next(found) if table.size else (_alone(zh), _alone(en))


def _alone(own: WordStates) -> Matched:
    partner = np.full(len(own), -1, dtype=np.int64)
    evidence = np.zeros((len(own), len(COLUMNS)), dtype=np.float32)
    return Matched(own.words, own.weights, partner, evidence)


def _worded(pairs: Sequence[Likened]) -> Iterator[tuple[Matched, Matched]]:
    """The same for pairs that have words on both sides."""
    cells = Cells.of([(len(zh), len(en)) for zh, en, _, _ in pairs])
    table = np.concatenate([pair[2].ravel() for pair in pairs])
    listed = np.concatenate([pair[3].ravel() for pair in pairs])
    zh = np.concatenate([pair[0].weights for pair in pairs])
    en = np.concatenate([pair[1].weights for pair in pairs])
    near, rows, columns = _counterparts(cells, table, zh, en)
    turn = cells.turn
    left = _Side(cells.rows, zh, near, table, listed)
    right = _Side(cells.columns, en, near[turn], table[turn], listed[turn])
    lost, added = left.against(right, rows, columns), right.against(left, columns, rows)
    return zip(
        _split(cells.rows, [pair[0] for pair in pairs], *lost),
        _split(cells.columns, [pair[1] for pair in pairs], *added),
    )


def _split(
    lines: Lines, texts: Sequence[WordStates], partner: Places, evidence: Numbers
) -> Iterator[Matched]:
    bounds = lines.bounds.tolist()
    for text, begin, end in zip(texts, bounds, bounds[1:]):
        yield Matched(text.words, text.weights, partner[begin:end], evidence[begin:end])


class _Side:
    """The words of one side of many pairs, each with what is known of its cells."""

    def __init__(
        self, lines: Lines, weights: Numbers, near: Numbers, table: Numbers, listed: Numbers
    ) -> None:
        self.lines = lines
        self.weights = weights
        self.near, self.table, self.listed = near, table, listed
        self.best = lines.most(near)

    def against(self, other: _Side, own: Places, theirs: Places) -> tuple[Places, Numbers]:
        """Each word's partner in its pair, -1 without one, and its ``COLUMNS``.

        The words ``own`` are the counterparts of ``theirs``.
        """
        lines, near = self.lines, self.near
        partner = np.full(len(lines), -1, dtype=np.int64)
        partner[own] = other.lines.place[theirs]
        cells = lines.first[own] + partner[own]
        first = lines.where_most(near, self.best)
        rest = near.copy()
        rest[first] = -np.inf
        facing = other.lines.bounds[lines.pair] + first - lines.first
        evidence = np.zeros((len(lines), len(COLUMNS)), dtype=np.float32)
        evidence[own, 0] = near[cells]
        evidence[:, 1] = self.best
        evidence[:, 2] = lines.most(self.table)
        evidence[:, 3] = np.where(lines.sizes > 1, lines.most(rest), 0)
        evidence[:, 4] = other.best[facing] <= self.best + 1e-6
        evidence[:, 5] = self.listed[first]
        evidence[own, 6] = self.listed[cells]
        evidence[own, 7] = other.weights[theirs]
        evidence[:, 8] = self._shared(partner)
        evidence[:, 9] = self.weights
        evidence[:, 10] = np.log(lines.sizes + 1)
        return partner, evidence

    def _shared(self, partner: Places) -> Numbers:
        """The likeness of each word and a neighbour's counterpart, 0 without one."""
        lines = self.lines
        beside = np.arange(len(lines)) + _BESIDE[:, None]
        inside = (beside >= lines.bounds[lines.pair]) & (beside < lines.bounds[lines.pair + 1])
        theirs = np.where(inside, partner[np.where(inside, beside, 0)], -1)
        shared = np.where(theirs >= 0, self.near[lines.first + np.maximum(theirs, 0)], 0)
        most: Numbers = np.maximum(shared.max(axis=0), 0)
        return most


def _counterparts(
    cells: Cells, table: Numbers, zh: Numbers, en: Numbers
) -> tuple[Numbers, Places, Places]:
    """What of the likeness distance leaves, and the words that are each other's counterparts."""
    rows, columns = cells.rows, cells.columns
    shares = (np.where(zh > 0, 1, _FUNCTION_SHARE), np.where(en > 0, 1, _FUNCTION_SHARE))
    slope = rows.sizes / np.diff(rows.bounds)[rows.pair]
    place = columns.place[cells.column]
    apart = np.abs((rows.place * slope)[rows.line] - place)
    # what decides between words that are equally alike
    worthless = np.minimum(apart, _NEARER_UNTIL) ** 2 * _NEARER + _NULL
    far = _far(apart, _EVEN)
    long = np.maximum(np.diff(rows.bounds), np.diff(columns.bounds)) > _SHORT
    if long.any():
        row, column = _assigned(cells, table - far, shares, worthless, long)
        sure = (shares[0][row] == 1) & (shares[1][column] == 1)
        sure &= table[rows.first[row] + columns.place[column]] > _SURE
        told, expected = _expected(rows, slope, row[sure], columns.place[column[sure]], long)
        nearby = told[rows.line]
        apart = np.abs(expected[rows.line[nearby]] - place[nearby])
        far[nearby] = _far(apart, _LOCAL)
    near = table - far
    return near, *_assigned(cells, near, shares, worthless)


def _assigned(
    cells: Cells,
    near: Numbers,
    shares: tuple[Shares, Shares],
    worthless: Shares,
    wanted: NDArray[np.bool_] | None = None,
) -> tuple[Places, Places]:
    """The words that are each other's counterparts, where that gains the most in a pair.

    Likeness up to ``worthless`` gains nothing.
    """
    gain = np.maximum(near - worthless, 0)
    gain *= shares[0][cells.rows.line]
    gain *= shares[1][cells.column]
    found: list[tuple[Places, Places]] = []
    every = np.ones(len(cells.rows.bounds) - 1, dtype=np.bool_) if wanted is None else wanted
    for pair in np.flatnonzero(every).tolist():
        rows, columns = assigned(cells.table(gain, pair), maximize=True)
        found.append((rows + cells.rows.bounds[pair], columns + cells.columns.bounds[pair]))
    row, column = (np.concatenate(side) for side in zip(*found))
    gains = gain[cells.rows.first[row] + cells.columns.place[column]] > 0
    return row[gains], column[gains]


def _expected(
    rows: Lines, slope: Shares, row: Places, place: Places, long: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], Shares]:
    """Where on the other side each word would be, by the counterparts of its neighbours.

    The sure words ``row`` have theirs in the ``place``. First whether anything is known: a
    pair with fewer than two words that see enough neighbours tells nothing.
    """
    every = np.arange(len(rows))
    low = np.searchsorted(row, np.maximum(every - _NEIGHBOURS, rows.bounds[rows.pair]))
    high = np.searchsorted(row, np.minimum(every + _NEIGHBOURS + 1, rows.bounds[rows.pair + 1]))
    seen = np.flatnonzero((high - low >= _ENOUGH) & long[rows.pair])
    told = (np.bincount(rows.pair[seen], minlength=len(long)) >= 2)[rows.pair]
    expected = np.zeros(len(rows))
    if not len(seen):
        return told, expected
    counts = (high - low)[seen]
    number = low[seen][:, None] + np.arange(counts.max())
    inside = number < high[seen][:, None]
    number[~inside] = 0
    there = place[number] - (row[number] - seen[:, None]) * slope[seen, None]
    expected[seen] = _medians(np.where(inside, there, np.inf), counts)
    blind = told.copy()
    blind[seen] = False
    for pair in np.unique(rows.pair[blind]).tolist():
        own = slice(rows.bounds[pair], rows.bounds[pair + 1])
        sees = ~blind[own]
        expected[own] = np.interp(rows.place[own], np.flatnonzero(sees), expected[own][sees])
    return told, expected


def _medians(rows: NDArray[np.float64], counts: Places) -> NDArray[np.float64]:
    """The median of the smallest ``counts`` entries of each row: the rest is infinite."""
    ordered = np.sort(rows, axis=1)
    each = np.arange(len(rows))
    medians: NDArray[np.float64] = (
        ordered[each, (counts - 1) // 2] + ordered[each, counts // 2]
    ) / 2
    return medians


def _far(apart: NDArray[np.float64], reach: tuple[int, int, float]) -> Numbers:
    """What two words lose in likeness by standing in different parts of a paragraph.

    Inside a sentence Chinese and English order differ freely; two sentences further on the
    same word is another mention of the thing, and must not answer for this one. Where a word
    is expected is seen from its neighbours' counterparts.
    """
    free, until, loss = reach
    apart = apart - free
    apart /= until
    np.minimum(np.maximum(apart, 0, out=apart), 1, out=apart)
    apart *= loss
    return apart.astype(np.float32)
