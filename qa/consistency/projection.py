"""Where the English of a pair renders a Chinese term: word similarity and what goes together."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from align.wordmatch import TokenEncoder, WordStates, chinese_states, english_states, similarity
from corpus.lexicon import FUNCTION_WORDS
from corpus.longest_match import LongestMatch
from corpus.phrases import Token, is_acronym, tokens
from corpus.words import chinese_words
from qa.consistency.model import Bitext

#: What perfect association of a Chinese and an English word over the batch (Dice 1) adds to
#: their similarity, which is a cosine with bonuses for dictionary, sound and spelling.
_ASSOCIATED = 0.9
#: The same of a term of several words, on top of what its words have: more, and 知识产权人才高地
#: takes in "promote the construction of", which also comes in both its pairs.
_ASSOCIATED_WHOLE = 0.4
#: Similarity that a word must beat to belong to a term: about what right pairs' unrelated
#: words reach in 1 of 20 cases.
_FLOOR = 0.38
#: What the Chinese name of an organisation ends in.
ORGANISATION = re.compile(
    "(?:组织|[局部委院会社署厅司处办所]|中心|大学|公司|集团|银行|法院|办公室|办事处|协会|联盟)$"
)
#: What the English name of one ends in; similar to no single Chinese word (局 is Office or
#: Administration), it would be left off: State Intellectual Property without its Office.
_BODIES = frozenset(
    """
    administration agency association authority board bureau center centre college commission
    committee company corporation council court department federation foundation group institute
    institution league ministry office organisation organization section society union university
    """.split()
)
#: Where a rendering ends: CNIPA stands in brackets after the name it is short for.
_BREAK = re.compile(r"[,;:.!?()\[\]\"“”—–…/（），。；：]|\s[-‘']|[’']\s")
#: What "and" costs inside a rendering: small and medium-sized enterprises, but WIPO and has.
_JOINING = frozenset({"and", "or"})
_JOINING_COST = 0.3
#: What an English word costs inside a rendering that nothing in the term accounts for: little
#: for of and in, more for a word with content.
_SMALL_COST, _CONTENT_COST = 0.04, 0.30
#: Words of a rendering.
_LONGEST = 9
#: Part of the term's words that must be met for the stretch to be a rendering.
_MET = 0.5

#: Pairs of one term that are looked into: what is commonest among these is commonest.
PAIRS = 40

_BATCH = 256

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Projection:
    """A stretch of English that renders a term in one pair."""

    term: str
    #: number of the pair among those given
    pair: int
    #: half-open place in the English text
    span: tuple[int, int]
    key: tuple[str, ...]
    #: part of the term's words that are met by similarity alone
    met: float
    #: mean similarity of the term's words to the stretch, without what the batch associates
    alike: float


class Associations:
    """How often Chinese strings and English words come in the same pairs."""

    def __init__(
        self, chinese: Sequence[frozenset[str]], english: Sequence[frozenset[str]]
    ) -> None:
        self._rows = {word: row for row, word in enumerate(sorted(set().union(*chinese)))}
        self._columns = {key: column for column, key in enumerate(sorted(set().union(*english)))}
        left = _incidence(chinese, self._rows)
        right = _incidence(english, self._columns)
        self._joint: Any = (left.T @ right).tocsr()
        self._left = np.asarray(left.sum(axis=0)).ravel().tolist()
        self._right = np.asarray(right.sum(axis=0)).ravel().tolist()
        self._known: dict[str, dict[str, float]] = {}
        self._keys = list(self._columns)

    def dice(self, word: str, keys: Sequence[str]) -> Floats:
        """Dice's coefficient of a Chinese word with each English key; a single meeting is 0."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._of(word)
        return np.array([known.get(key, 0.0) for key in keys], dtype=np.float32)

    def _of(self, word: str) -> dict[str, float]:
        row = self._rows.get(word)
        if row is None:
            return {}
        first, last = self._joint.indptr[row : row + 2]
        columns = self._joint.indices[first:last].tolist()
        counts = self._joint.data[first:last].tolist()
        return {
            self._keys[column]: 2 * count / (self._left[row] + self._right[column])
            for column, count in zip(columns, counts)
            if count > 1
        }


def _incidence(texts: Sequence[frozenset[str]], places: dict[str, int]) -> Any:
    columns = [place for text in texts for place in sorted(places[word] for word in text)]
    ends = np.cumsum([0, *map(len, texts)])
    return csr_matrix(
        (np.ones(len(columns), dtype=np.int32), np.array(columns, dtype=np.int64), ends),
        shape=(len(texts), len(places)),
    )


def project(
    pairs: Sequence[Bitext], terms: Iterable[str], encoder: TokenEncoder | None
) -> Iterator[Projection]:
    """The renderings of every term in the first ``PAIRS`` pairs that have it, pair by pair."""
    matcher = LongestMatch(terms)
    found = [sorted({hit.text for hit in matcher.find(pair.chinese)}) for pair in pairs]
    associations = _associations(pairs, found)
    wanted: list[int] = []
    taken: Counter[str] = Counter()
    for number, terms_here in enumerate(found):
        found[number] = [term for term in terms_here if taken[term] < PAIRS]
        taken.update(found[number])
        if found[number]:
            wanted.append(number)
    for start in range(0, len(wanted), _BATCH):
        some = wanted[start : start + _BATCH]
        zh = chinese_states([pairs[number].chinese for number in some], encoder)
        en = english_states([pairs[number].english for number in some], encoder)
        for number, left, right in zip(some, zh, en):
            yield from _in_pair(number, pairs[number], found[number], left, right, associations)


def _associations(pairs: Sequence[Bitext], found: Sequence[Sequence[str]]) -> Associations:
    chinese, english = [], []
    for pair, terms in zip(pairs, found):
        chinese.append(frozenset(word.text for word in chinese_words(pair.chinese)) | set(terms))
        english.append(frozenset(token.key for token in tokens(pair.english)))
    return Associations(chinese, english)


def _in_pair(
    number: int,
    pair: Bitext,
    terms: Sequence[str],
    zh: WordStates,
    en: WordStates,
    associations: Associations,
) -> Iterator[Projection]:
    english = tokens(pair.english)
    at = {word.start: column for column, word in enumerate(en.words)}
    columns = [at.get(token.start, -1) for token in english]
    if not english or -1 in columns or not len(zh):
        return
    plain = similarity(zh, en)[:, columns]
    similar = plain.copy()
    keys = [token.key for token in english]
    for row, word in enumerate(zh.words):
        if zh.weights[row] > 0:
            similar[row] += _ASSOCIATED * associations.dice(word.text, keys)
    for term in terms:
        best = _best(term, pair, zh, similar, english, associations.dice(term, keys))
        if best is not None:
            first, last, met, rows = best
            last += _goes_on(term, pair.english, english, last)
            yield Projection(
                term,
                number,
                (english[first].start, english[last].end),
                tuple(token.key for token in english[first : last + 1]),
                met,
                float(plain[rows][:, first : last + 1].max(axis=1).mean()),
            )


def _best(
    term: str,
    pair: Bitext,
    zh: WordStates,
    similar: Floats,
    english: Sequence[Token],
    dice: Floats,
) -> tuple[int, int, float, NDArray[np.bool_]] | None:
    """The best stretch for all places of the term; one inside a longer word, as 海关 in
    香港海关, is not its place."""
    inside = np.zeros(len(zh), dtype=bool)
    start = pair.chinese.find(term)
    while start >= 0:
        end = start + len(term)
        over = [row for row, word in enumerate(zh.words) if word.start < end and start < word.end]
        if len(over) > 1 or len(zh.words[over[0]].text) == len(term):
            inside[over] = True
        start = pair.chinese.find(term, start + 1)
    rows = inside & (zh.weights > 0)
    if not rows.any():
        return None
    own = similar[rows].max(axis=0)
    if all(zh.words[row].text != term for row in np.flatnonzero(rows)):
        own = own + _ASSOCIATED_WHOLE * dice
    # 海关 elsewhere takes nothing from 海关总署
    parts = np.array([word.text in term for word in zh.words], dtype=bool)
    others = similar[~inside & ~parts]
    rival = others.max(axis=0) if len(others) else np.zeros_like(own)
    gains = own - np.maximum(_FLOOR, rival)
    span = _stretch(gains.tolist(), _costs(pair.english, english))
    if span is None:
        return None
    first, last = _unbroken(*span, own, pair.english, english)
    met = float((similar[rows][:, first : last + 1].max(axis=1) >= _FLOOR).mean())
    if all(token.key[0].isdigit() for token in english[first : last + 1]):
        return None  # 860,000 renders no term
    if met < _MET and float(dice[first : last + 1].max()) < _MET:
        return None
    return first, last, met, rows


def _unbroken(
    first: int, last: int, own: Floats, text: str, english: Sequence[Token]
) -> tuple[int, int]:
    """A stretch with the rest of a compound that it was cut out of, where that belongs to the
    term as well: high-level for 高水平 beside 高地, but Singapore of China-Singapore for 新加坡."""

    def joined(one: int) -> bool:
        return text[english[one].end : english[one + 1].start] == "-"

    while first > 0 and joined(first - 1) and own[first - 1] >= _FLOOR:
        first -= 1
    while last + 1 < len(english) and joined(last) and own[last + 1] >= _FLOOR:
        last += 1
    return first, last


def _goes_on(term: str, text: str, english: Sequence[Token], last: int) -> bool:
    """Whether the word behind a capitalised stretch is the last of the organisation's name."""
    if last + 1 == len(english) or not ORGANISATION.search(term):
        return False
    one, two = english[last], english[last + 1]
    word = text[two.start : two.end]
    return (
        text[one.start].isupper()
        and not is_acronym(text[one.start : one.end])
        and text[one.end : two.start].isspace()
        and word[0].isupper()
        and word.lower() in _BODIES
    )


def _costs(text: str, english: Sequence[Token]) -> list[float]:
    """What each word costs inside a rendering, 0 for words with content; infinite behind a
    mark that ends one."""
    costs = []
    end = 0
    for token in english:
        word = text[token.start : token.end].lower()
        if end and _BREAK.search(text[end : token.start]):
            costs.append(math.inf)
        elif word in _JOINING:
            costs.append(_JOINING_COST)
        else:
            costs.append(_SMALL_COST if word in FUNCTION_WORDS else 0.0)
        end = token.end
    return costs


def _stretch(gains: Sequence[float], costs: Sequence[float]) -> tuple[int, int] | None:
    """First and last word of the stretch with the largest sum, beginning and ending in a gain."""
    best, chosen = 0.0, None
    for first, gain in enumerate(gains):
        if gain <= 0 or 0 < costs[first] < math.inf:
            continue
        total = 0.0
        for last in range(first, min(len(gains), first + _LONGEST)):
            if last > first and costs[last] == math.inf:
                break
            if 0 < costs[last] < math.inf:
                total -= costs[last]
                continue
            total += gains[last] if gains[last] > 0 else max(gains[last], -_CONTENT_COST)
            if gains[last] > 0 and total > best:
                best, chosen = total, (first, last)
    return chosen


def by_term(projections: Iterable[Projection]) -> dict[str, list[Projection]]:
    """The projections of each term, in the order of the pairs."""
    found: defaultdict[str, list[Projection]] = defaultdict(list)
    for one in projections:
        found[one.term].append(one)
    return dict(found)
