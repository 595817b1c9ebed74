"""Which word answers for which: one to one, and what speaks for and against each word's match."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from align.wordmatch import WordStates
from corpus.words import Word

Numbers = NDArray[np.float32]
Shares = NDArray[np.float64]
Places = NDArray[np.int64]

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
_REACH = 2
#: The places so near, counted from ``_REACH`` before the word.
_BESIDE = np.array([*range(_REACH), *range(_REACH + 1, 2 * _REACH + 1)])

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


def match(zh: WordStates, en: WordStates, table: Numbers) -> tuple[Matched, Matched]:
    """The words of both sides with their counterparts, from the table of likeness."""
    if not table.size:
        return _alone(zh), _alone(en)
    shares = (
        np.where(zh.weights > 0, 1, _FUNCTION_SHARE),
        np.where(en.weights > 0, 1, _FUNCTION_SHARE),
    )
    worthless = _nearer(*table.shape) + _NULL
    near = table - _distance(table, shares, worthless)
    listed = table - zh.vectors @ en.vectors.T
    rows, columns = _assign(near, shares, worthless)
    return (
        _side(zh, en, near, table, listed, (rows, columns)),
        _side(en, zh, near.T, table.T, listed.T, (columns, rows)),
    )


def _alone(own: WordStates) -> Matched:
    partner = np.full(len(own), -1, dtype=np.int64)
    evidence = np.zeros((len(own), len(COLUMNS)), dtype=np.float32)
    return Matched(own.words, own.weights, partner, evidence)


def _side(
    own: WordStates,
    other: WordStates,
    near: Numbers,
    table: Numbers,
    listed: Numbers,
    found: tuple[Places, Places],
) -> Matched:
    count = len(own)
    every = np.arange(count)
    partner = np.full(count, -1, dtype=np.int64)
    partner[found[0]] = found[1]
    evidence = np.zeros((len(COLUMNS), count), dtype=np.float32)
    evidence[0, found[0]] = near[found]
    first = near.argmax(axis=1)
    evidence[1] = near[every, first]
    evidence[2] = table.max(axis=1)
    if near.shape[1] > 1:
        evidence[3] = np.partition(near, -2, axis=1)[:, -2]
    evidence[4] = near.max(axis=0)[first] <= evidence[1] + 1e-6
    evidence[5] = listed[every, first]
    evidence[6, found[0]] = listed[found]
    evidence[7, found[0]] = other.weights[found[1]]
    padded = np.full(count + 2 * _REACH, -1, dtype=np.int64)
    padded[_REACH:-_REACH] = partner
    beside = padded[every[:, None] + _BESIDE]
    shared = np.where(beside >= 0, near[every[:, None], beside], 0)
    evidence[8] = np.maximum(shared.max(axis=1), 0)
    evidence[9] = own.weights
    evidence[10] = np.log(len(other) + 1)
    return Matched(own.words, own.weights, partner, np.ascontiguousarray(evidence.T))


def _assign(
    table: Numbers, shares: tuple[Shares, Shares], worthless: Shares
) -> tuple[Places, Places]:
    """The words that are each other's counterparts, where that gains the most in all.

    Likeness up to ``worthless`` gains nothing.
    """
    gain = np.maximum(table - worthless, 0)
    gain *= shares[0][:, None]
    gain *= shares[1]
    rows, columns = linear_sum_assignment(gain, maximize=True)
    found = gain[rows, columns] > 0
    return rows[found], columns[found]


def _nearer(rows: int, columns: int) -> Shares:
    """What decides between words that are equally alike."""
    even = np.arange(rows) * (columns / rows)
    apart = np.minimum(np.abs(even[:, None] - np.arange(columns)), _NEARER_UNTIL)
    cost: Shares = apart**2 * _NEARER
    return cost


def _distance(
    table: Numbers, shares: tuple[Shares, Shares], worthless: Shares
) -> Numbers:
    """What two words lose in likeness by standing in different parts of a paragraph.

    Inside a sentence Chinese and English order differ freely; two sentences further on the
    same word is another mention of the thing, and must not answer for this one. Where a word
    is expected is seen from its neighbours' counterparts.
    """
    places = np.arange(table.shape[1])
    slope = table.shape[1] / table.shape[0]
    even = np.arange(table.shape[0]) * slope
    far = _far(np.abs(even[:, None] - places), _EVEN)
    if max(table.shape) <= _SHORT:
        return far
    rows, columns = _assign(table - far, shares, worthless)
    sure = (shares[0][rows] == 1) & (shares[1][columns] == 1) & (table[rows, columns] > _SURE)
    rows, columns = rows[sure], columns[sure]
    apart = rows - np.arange(table.shape[0])[:, None]
    near = np.abs(apart) <= _NEIGHBOURS
    seen = near.sum(axis=1) >= _ENOUGH
    if seen.sum() < 2:
        return far
    told = np.where(near[seen], columns - apart[seen] * slope, np.inf)
    middle = _medians(told, near[seen].sum(axis=1))
    expected = np.interp(np.arange(table.shape[0]), np.flatnonzero(seen), middle)
    return _far(np.abs(expected[:, None] - places), _LOCAL)


def _medians(rows: NDArray[np.float64], counts: Places) -> NDArray[np.float64]:
    """The median of the smallest ``counts`` entries of each row: the rest is infinite."""
    ordered = np.sort(rows, axis=1)
    each = np.arange(len(rows))
    medians: NDArray[np.float64] = (
        ordered[each, (counts - 1) // 2] + ordered[each, counts // 2]
    ) / 2
    return medians


def _far(apart: NDArray[np.float64], reach: tuple[int, int, float]) -> Numbers:
    free, until, loss = reach
    apart -= free
    apart /= until
    np.minimum(np.maximum(apart, 0, out=apart), 1, out=apart)
    apart *= loss
    return apart.astype(np.float32)
