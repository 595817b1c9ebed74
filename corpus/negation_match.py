"""Which negation of the one language answers which of the other.

One to one: a second "not" answers no 不 that has its own. How near two signs stand is measured
by the words that they negate and by the clause around them, both found again through the
dictionary, since English sentences put things in another order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median


from corpus.assignment import assigned
from corpus.clauses import chinese_clauses
from corpus.irregular import base_form
from corpus.lexicon import CHINESE_FUNCTION_WORDS, FUNCTION_WORDS, broad_glosses
from corpus.lowered import lowered
from corpus.negation_english import base_of, english_signs
from corpus.negation_signs import (
    compares,
    forbidding_signs,
    hidden_signs,
    negative_signs,
    only_until,
    used_up,
    without,
)
from corpus.negation_opposites import opposites_in, words_against
from corpus.negations import PREFIXED, Sign, english_negations
from corpus.words import Word, chinese_words, english_words, stem

_WORDS_KEPT = 1 << 15
#: Several rules ask for one pair, one after the other.
_PAIRS_KEPT = 4
_PREFIX = re.compile("^(?:un|in|im|ir|il)")

#: Between a negation and what it negates: 没有|在|北京|举行 negates 举行, but 北京 will do.
_PASSED = frozenset(
    """
    能 能够 会 可 可以 要 想 敢 肯 愿 愿意 应 应当 应该 得 必 必须 再 对 向 与 和 给 将 有 是 太 很
    完全 真正 任何 什么 其他 所 到 于 曾 曾经 只 仅 都 也 就 一定 马上 立即 直接 轻易 这 那 这样
    那么 进行 作出 做出 予以 加以 得到 出现 发生 存在 具有 拥有 提供 使 让 感到 觉得 认为
    """.split()
)
#: Negated English words that say nothing of their own.
_EMPTY = frozenset(
    """
    only just merely simply even really very much more any all necessarily yet been being get got
    let make made take taken go going gone want need able fully longer doubt matter one
    two first think say said know known
    """.split()
)
#: Stems in so many glosses that finding one proves nothing.
_EVERYWHERE = frozenset(
    "say do make be have go get give take come can use one thing way put hear see".split()
)
#: Words behind a sign among which the negated one is looked for.
_AHEAD = 5
#: What a sign that stands in another sentence counts as further away, in words.
_SENTENCE = 6
#: What a negated word in another clause counts as further away, in characters.
_CLAUSE = 5
#: A sign behind the negated word is that much further away than one before it.
_BEHIND = 1.5
#: Words and characters of distance that count as one.
_SCALE, _CLAUSE_SCALE, _CENTRE_SCALE = 8.0, 10.0, 12.0
#: No distance is greater.
FAR = 2.0

#: Signs of both sides multiplied that are too many: half a second's work. No text has them, but
#: 6,000 characters of 不 and "not" would take half a minute.
_MOST_PAIRED = 1 << 18

#: What it costs that a sign of this kind answers a plain negation; for others a third of it.
#: By eye; the order matters, the figures hardly: the fit of ``bench/fit_negation.py`` weighs
#: each kind anew.
_KIND_COST = {
    "plain": 0.0, "turn": 0.0, "shared": 0.3, "prefix": 0.25, "word": 0.3, "weak": 0.6,
    "opposite": 0.9, "told": 1.0,
}
#: What it costs to leave a sign without answer.
_ALONE_COST = {
    "plain": 1.6, "free": 1.1, "double": 0.9, "neutral": 0.6, "refusal": 0.8, "hidden": 0.8,
}
#: "unnecessary" is 不必要 and no answer to a 不会 beside it.
_BASE_GAIN, _BASE_LOSS = 0.6, 0.6
#: Kinds of which two may share one English negation.
_ASKING = frozenset({"plain", "free", "refusal"})
#: Dearer than to stay without answer.
_NEVER = 9.0


@dataclass(frozen=True, slots=True)
class Site:
    """A Chinese sign with what is known of its surroundings."""

    sign: Sign
    #: English words that may give back the negated word, and the second behind it
    negated: tuple[int, ...]
    second: tuple[int, ...]
    #: whether the dictionary knows the negated word
    known: bool
    #: half-open place of the clause
    clause: tuple[int, int]
    #: English words that give back words of the clause, and their middle
    around: tuple[int, ...]
    centre: float
    #: share of the clause's words that the English gives back
    literal: float
    #: stems of the negated word, for prefixed words
    meant: frozenset[str]
    #: whether the English has the sense of a word that needs no negation: 不少 many
    told: bool


@dataclass(frozen=True, slots=True)
class Answers:
    """The signs of a pair, and which answers which."""

    sites: tuple[Site, ...]
    signs: tuple[Sign, ...]
    #: English words, and the one that each sign begins
    words: tuple[Word, ...]
    at: tuple[int, ...]
    #: for each site the distance to each sign
    distance: tuple[tuple[float, ...], ...]
    #: sites and signs that say the same from the other side: 不容易, hard
    opposite: frozenset[tuple[int, int]]
    #: site to its sign
    answer: dict[int, int]
    #: English words to the Chinese words that they may give back
    back: dict[int, tuple[Word, ...]]
    #: English words behind each sign that it may negate
    negated: tuple[tuple[int, ...], ...]
    #: share of the Chinese content words that the English gives back, and the other way round
    literal: float
    covered: float


@lru_cache(_PAIRS_KEPT)
def answers(chinese: str, english: str) -> Answers | None:
    """Which sign answers which; None if there is none that could ask for one, or too many."""
    said, rest = negative_signs(chinese)
    said += only_until(chinese, english)
    for sign in forbidding_signs(chinese, english):
        said.append(sign)
        rest = without(rest, sign.start, sign.end)
    asks = any(sign.kind in ("plain", "free") for sign in said)
    if not asks and not english_negations(english):
        return None     # most pairs: nothing that follows is looked up for them
    words = tuple(english_words(english))
    if not words or not chinese.strip():
        return None
    small = lowered(english)
    hidden = (sign for sign in hidden_signs(rest) if not used_up(chinese, small, sign))
    found = sorted((*said, *hidden))
    index: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        for key in _telling_keys(word.text):
            index.setdefault(key, []).append(place)
    meant = [
        broad_glosses(chinese[sign.start : sign.end]) for sign in found if sign.kind == "neutral"
    ]
    taken = bytearray(len(chinese))
    for sign in found:
        if sign.kind not in ("refusal", "hidden"):
            taken[sign.start : sign.end] = b"\1" * (sign.end - sign.start)
    content: list[tuple[Word, tuple[int, ...], bool]] = []
    keyed = frozenset(index)
    for word in chinese_words(chinese):
        if word.text in CHINESE_FUNCTION_WORDS or not word.text[0].isalnum():
            continue
        if taken.find(1, word.start, word.end) >= 0:
            continue
        glosses = broad_glosses(word.text)
        meant.append(glosses)
        content.append((word, _places(keyed & glosses, index), not glosses <= _EVERYWHERE))
    opposites = opposites_in(chinese)
    signs = english_signs(english, words, chinese, meant, opposites)
    if not asks and not any(sign.kind == "plain" for sign in signs):
        return None
    if len(found) * len(signs) > _MOST_PAIRED:
        return None
    starts = [word.start for word in words]
    at = tuple(max(0, bisect_right(starts, sign.start) - 1) for sign in signs)
    sentence = _sentences(english, words)
    back: dict[int, list[Word]] = {}
    for word, places, _ in content:
        for place in places:
            back.setdefault(place, []).append(word)
    sites = tuple(_sites(chinese, found, content, index, len(words)))
    negated = tuple(tuple(_negated(words, place)) for place in at)
    distance = tuple(
        tuple(
            _distance(site, place, sentence, ahead, back) for place, ahead in zip(at, negated)
        )
        for site in sites
    )
    opposite = frozenset(
        (row, column)
        for row, site in enumerate(sites)
        for against in words_against(site.sign.start, site.sign.end, opposites)
        for column, sign in enumerate(signs)
        if sign.kind not in ("plain", "turn", "told") and against.match(small, sign.start)
    )
    asked = [places for _, places, known in content if known]
    covered = sum(word.text.lower() not in FUNCTION_WORDS for word in words)
    return Answers(
        sites,
        tuple(signs),
        words,
        at,
        distance,
        opposite,
        _assigned(chinese, english, sites, signs, distance, opposite),
        {place: tuple(own) for place, own in back.items()},
        negated,
        sum(map(bool, asked)) / len(asked) if asked else _UNKNOWN,
        len(back) / max(1, covered),
    )


#: From so many characters on a word with a negation in it holds the negated one too.
_HOLDS = 4
#: Share of words given back where the dictionary knows none.
_UNKNOWN = 0.4


def _places(keys: frozenset[str], index: dict[str, list[int]]) -> tuple[int, ...]:
    """The English words that have one of the keys, in order."""
    if len(keys) > 1:
        return tuple(sorted({place for key in keys for place in index[key]}))
    for key in keys:
        return tuple(index[key])
    return ()


def _sites(
    chinese: str,
    signs: Sequence[Sign],
    content: Sequence[tuple[Word, tuple[int, ...], bool]],
    index: dict[str, list[int]],
    length: int,
) -> list[Site]:
    clauses = chinese_clauses(chinese)
    sites = []
    for sign in signs:
        clause = next(
            (one for one in clauses if one[0] <= sign.start < one[1]), (0, len(chinese))
        )
        inside = [one for one in content if clause[0] <= one[0].start < clause[1]]
        ahead = [one for one in inside if one[0].start >= sign.end][:4]
        next_ones = [one for one in ahead if one[0].text not in _PASSED][:2]
        # 毫无根据 holds what it negates
        if not next_ones and sign.end - sign.start < _HOLDS:
            next_ones = [one for one in inside if one[0].start < sign.start][-1:]
        first, second = (*next_ones, None, None)[:2]
        asked = [places for _, places, known in inside if known]
        around = [
            places[0] if len(places) == 1
            else min(places, key=lambda place: abs(place - word.start / len(chinese) * length))
            for word, places, _ in inside
            if places
        ]
        middle = (sign.start + sign.end) / 2 / len(chinese) * length
        sites.append(
            Site(
                sign,
                first[1] if first else (),
                second[1] if second else (),
                bool(first and first[2]),
                clause,
                tuple(around),
                float(median(around)) if around else middle,
                sum(map(bool, asked)) / len(asked) if asked else _UNKNOWN,
                _meant(chinese[sign.start : sign.end])
                | (broad_glosses(first[0].text) if first else frozenset()),
                any(key in index for key in sign.told),
            )
        )
    return sites


@lru_cache(_WORDS_KEPT)
def _meant(sign: str) -> frozenset[str]:
    """What a word with a negation inside negates: help in 无助, helpless."""
    if len(sign) < 2:
        return frozenset()
    return frozenset(map(base_of, broad_glosses(sign)))


def _distance(
    site: Site,
    place: int,
    sentence: Sequence[int],
    ahead: Sequence[int],
    back: dict[int, list[Word]],
) -> float:
    """How far an English sign stands from where the Chinese one should be found again."""
    own = sentence[place]
    found = [FAR, abs(site.centre - place) / _CENTRE_SCALE + 0.25]
    for other in site.negated:
        gap = _gap(other - place) + (0 if sentence[other] == own else _SENTENCE)
        found.append(gap / _SCALE)
    for other in site.second:
        found.append((abs(other - place) + 1) / _SCALE + 0.1)
    for other in site.around:
        gap = abs(other - place) + (0 if sentence[other] == own else _SENTENCE)
        found.append(gap / _CLAUSE_SCALE + 0.2)
    start, end = site.clause
    for rank, other in enumerate(ahead):
        for word in back.get(other, ()):
            gap = _gap(word.start - site.sign.end) + (0 if start <= word.start < end else _CLAUSE)
            found.append(gap / _SCALE + 0.1 * rank)
    return min(found)


def _gap(words: int) -> float:
    return words if words >= 0 else -words * _BEHIND


def _assigned(
    chinese: str,
    english: str,
    sites: Sequence[Site],
    signs: Sequence[Sign],
    distance: Sequence[Sequence[float]],
    opposite: frozenset[tuple[int, int]],
) -> dict[int, int]:
    if not sites or not signs:
        return {}
    several = sum(site.sign.kind in _ASKING for site in sites) > 1
    bases = [_base(english, sign) for sign in signs]
    stems = [stem(english[sign.start : sign.end]) for sign in signs]
    cost = []
    for row, site in enumerate(sites):
        plain = site.sign.kind == "plain"
        own = broad_glosses(chinese[site.sign.start : site.sign.end])
        costs = []
        for column, sign in enumerate(signs):
            kind = _KIND_COST[sign.kind]
            if sign.kind == "weak" and compares(chinese, site.sign):
                kind = _KIND_COST["word"]
            one = distance[row][column] + (kind if plain else kind / 3)
            apt = (row, column) in opposite
            if sign.kind == "opposite" and not apt:
                one = _NEVER
            elif sign.kind == "shared" and not several:
                one = _NEVER                # "or" goes on with a second negation
            elif stems[column] in own or apt:
                one -= _BASE_GAIN           # 否认 denial, 不容易 hard
            elif site.known and (base := bases[column]):
                one += -_BASE_GAIN if base in site.meant else _BASE_LOSS
            costs.append(one)
        alone = [_NEVER] * len(sites)
        alone[row] = _ALONE_COST[site.sign.kind] - 0.4 * site.told
        cost.append(costs + alone)
    rows, columns = assigned(cost)
    return {int(row): int(column) for row, column in zip(rows, columns) if column < len(signs)}


_BASED = re.compile(r"non|.*less(?:ly|ness)?$", re.IGNORECASE)


def _base(english: str, sign: Sign) -> str:
    """What a prefixed word negates: necess of unnecessary; empty for others."""
    text = english[sign.start : sign.end]
    based = sign.kind == "prefix" or sign.kind == "word" and _BASED.match(text)
    return base_of(text) if based else ""


def fits(english: str, site: Site, sign: Sign) -> bool | None:
    """Whether a prefixed word negates what the site negates; None where that can't be told."""
    base = _base(english, sign)
    return base in site.meant if base and site.known else None


def _negated(words: Sequence[Word], place: int) -> list[int]:
    """The next two words behind a sign that mean something."""
    found = []
    for other in range(place + 1, min(len(words), place + 1 + _AHEAD)):
        key = words[other].text.lower()
        if key not in FUNCTION_WORDS and key not in _EMPTY and not key.endswith("ly"):
            found.append(other)
    return found[:2]


_ENDS = re.compile(r"[.!?;][\"”’)]*\s")
_TITLE = re.compile("[A-Z]|Mr|Ms|Dr|Mrs|St|No")


def _sentences(english: str, words: Sequence[Word]) -> list[int]:
    """The number of the sentence of each word."""
    if not _ENDS.search(english):
        return [0] * len(words)
    numbers = [0]
    for before, word in zip(words, words[1:]):
        # a mark and a blank at least
        ends = word.start - before.end > 1 and _ENDS.search(english, before.end, word.start)
        numbers.append(numbers[-1] + bool(ends and not _TITLE.fullmatch(before.text)))
    return numbers


@lru_cache(_WORDS_KEPT)
def keys_of(word: str) -> frozenset[str]:
    """Stems under which a word is looked up: held is hold, unknown is known."""
    lower = word.lower()
    forms = {lower, base_form(lower)}
    bare = _PREFIX.sub("", lower)
    if bare != lower and PREFIXED.fullmatch(lower):
        forms |= {bare, base_form(bare)}
    return frozenset(map(stem, forms))


@lru_cache(_WORDS_KEPT)
def _telling_keys(word: str) -> frozenset[str]:
    """Those of its keys that are not in glosses everywhere."""
    return keys_of(word) - _EVERYWHERE
