"""Which quantities of a Chinese and an English text are the same, and which have no partner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.inferable import answered, in_a_name, sums_up
from corpus.likeness import ENOUGH, likeness
from corpus.numerals_chinese import chinese_quantities
from corpus.numerals_english import english_quantities
from corpus.quantities import WEIGHTS, Quantity, lighter
from corpus.rates import other_rate
from corpus.simplified import simplified
from corpus.spelled_out import spelled_out
from corpus.units import dimension, in_base

#: Pairs whose comparison is kept: aligner, scores and checks all ask.
_PAIRS_KEPT = 1 << 13

#: Order decides between equals: how much the distance of two places takes away.
_DISTANCE = 0.1


#: English characters from which the place of a number in its text says something.
_SENTENCE = 60

#: How many numbers away a partner may stand in a very long text; a paragraph has fewer.
_REACH = 60


@dataclass(frozen=True, slots=True)
class Comparison:
    """The quantities of two texts, paired as far as they go."""

    #: (Chinese, English): the same thing
    matched: tuple[tuple[Quantity, Quantity], ...]
    #: of the Chinese text, without a partner, in order; ``weight`` says how grave
    missing_in_english: tuple[Quantity, ...]
    #: of the English text, without a partner, in order
    missing_in_chinese: tuple[Quantity, ...]
    #: (Chinese, English): same kind and place, another value, unit or direction
    changed: tuple[tuple[Quantity, Quantity], ...]


NOTHING = Comparison((), (), (), ())


@lru_cache(_PAIRS_KEPT)
def compare(chinese: str, english: str) -> Comparison:
    """The numbers of a Chinese text against those of its English translation, by value."""
    ours, theirs = chinese_quantities(chinese), english_quantities(english)
    if not ours and not theirs:
        return NOTHING
    pairs = _pair(ours, theirs, len(chinese), len(english))
    # the rest reads words around numbers, which are listed in simplified characters
    chinese = simplified(chinese)
    taken_ours, taken_theirs = {i for i, _ in pairs}, {j for _, j in pairs}
    left = [number for place, number in enumerate(ours) if place not in taken_ours]
    right = [number for place, number in enumerate(theirs) if place not in taken_theirs]
    matched = tuple((ours[i], theirs[j]) for i, j in sorted(pairs))
    left, right = _without_scores(left, right)
    changed = _changed(left, right, len(chinese), len(english))
    gone = {id(number) for pair in changed for number in pair}
    left = [
        answered(number, [e for _, e in matched], chinese, english)
        for number in left if id(number) not in gone
    ]
    right = [
        answered(number, [c for c, _ in matched], english, chinese)
        for number in right if id(number) not in gone
    ]
    contrary = tuple(
        (c, e) for c, e in matched if {c.vague, e.vague} == {"over", "under"}
    )
    rates = tuple(
        rate for c, e in matched if (rate := other_rate(c, e, chinese, english)) is not None
    )
    left = [
        number for number in left
        if not in_a_name(number, chinese, english) and not sums_up(number, chinese)
    ]
    if left:
        lists = [one.chinese for one in spelled_out(chinese, english)]
        left = [one for one in left if not any(a <= one.start < b for a, b in lists)]
    return Comparison(
        matched,
        tuple(number for number in left if number.weight != "silent"),
        tuple(number for number in right if number.weight != "silent"),
        (*changed, *contrary, *rates),
    )


def _nearest(place: int, ours: int, theirs: int) -> range:
    """The places on the other side that are near enough to be looked at."""
    middle = place * theirs // ours
    return range(max(0, middle - _REACH), min(theirs, middle + _REACH + 1))


def _pair(
    ours: Sequence[Quantity], theirs: Sequence[Quantity], our_length: int, their_length: int
) -> list[tuple[int, int]]:
    """One-to-one, the likest first."""
    scored: list[tuple[float, int, int]] = []
    for i, c in enumerate(ours):
        for j in _nearest(i, len(ours), len(theirs)):
            e = theirs[j]
            score = likeness(c, e)
            if score >= ENOUGH:
                place = abs(c.start / our_length - e.start / their_length)
                sure = WEIGHTS.index(lighter(c.weight, e.weight)) * 0.02
                scored.append((score + sure - _DISTANCE * place, i, j))
    scored.sort(key=lambda entry: (-entry[0], entry[1], entry[2]))
    used_ours: set[int] = set()
    used_theirs: set[int] = set()
    pairs = []
    for _, i, j in scored:
        if i not in used_ours and j not in used_theirs:
            used_ours.add(i)
            used_theirs.add(j)
            pairs.append((i, j))
    return pairs


_SCORE = re.compile(r"(\d{1,2})[:：](\d\d)")


def _without_scores(
    ours: list[Quantity], theirs: list[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """What is left when 21:18 as a clock time has met the score "21–18"; or the other way."""
    for times, numbers in ((ours, theirs), (theirs, ours)):
        for time in [one for one in times if one.kind == "time"]:
            score = _SCORE.fullmatch(time.text)
            if score is None or len(numbers) < 2:
                continue
            wanted = [int(score[1]), int(score[2])]
            for place in range(len(numbers) - 1):
                if [one.value for one in numbers[place : place + 2]] == wanted:
                    times.remove(time)
                    del numbers[place : place + 2]
                    break
    return ours, theirs


_FIGURE = re.compile(r"[\d(]")
_FAMILIES = {
    "count": "number", "ordinal": "number", "percent": "share", "fraction": "share",
    "multiple": "number", "money": "money", "measure": "measure",
}


def _changed(
    left: list[Quantity], right: list[Quantity], our_length: int, their_length: int
) -> tuple[tuple[Quantity, Quantity], ...]:
    """Leftovers of the same kind that stand in the same place: said, but with another value."""
    candidates: list[tuple[float, int, int]] = []
    for i, c in enumerate(left):
        for j in _nearest(i, len(left), len(right)):
            e = right[j]
            kinship = _kinship(c, e)
            if kinship:
                place = abs(c.start / our_length - e.start / their_length)
                # in a heading the first word of one language is the last of the other
                place *= min(1.0, their_length / _SENTENCE)
                candidates.append((kinship - place, i, j))
    candidates.sort(key=lambda entry: (-entry[0], entry[1], entry[2]))
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs = []
    for score, i, j in candidates:
        if score > 0 and i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append((left[i], right[j]))
    return tuple(sorted(pairs, key=lambda pair: pair[0].start))


def _kinship(c: Quantity, e: Quantity) -> float:
    """How likely two different values are meant to be one: 0 for never."""
    if c.kind == e.kind == "multiple":
        return 0.7      # 增长了一倍 against "it tripled", silent as such words are
    if _part_of_name(c, e):
        return 1.2          # wherever it stands
    if _other_part(c, e):
        return 0.6
    if "silent" in (c.weight, e.weight):
        # 数以万计 against "tens of millions"
        many = c.weight == "silent" != e.weight and c.value >= _MANY
        return 0.5 if many and magnitudes_apart(c, e) else 0.0
    if _other_term(c, e):
        return 0.6
    soft = 0.3 if "soft" in (c.weight, e.weight) else 0.0
    if magnitudes_apart(c, e):
        return 0.5
    if c.weight == e.weight == "soft" and not (_FIGURE.match(c.text) and _FIGURE.match(e.text)):
        return 0.0
    if c.kind == e.kind:
        if c.kind == "decade" and c.value == e.value:
            return 1.2          # of another century
        if c.kind == "measure":
            return (1.0 if dimension(c.unit) == dimension(e.unit) else 0.4) - soft
        return 1.0 - soft
    family = _FAMILIES.get(c.kind, c.kind)
    other = _FAMILIES.get(e.kind, e.kind)
    if family == other:
        return 0.8 - soft
    if power_of_ten(c, e):
        return 0.8
    figures = c.weight == "hard" and e.weight == "hard"
    if {family, other} <= {"number", "money", "measure", "share"} and figures:
        return 0.6
    if {family, other} == {"money", "measure"} and "pound" in (c.unit, e.unit):
        return 0.6
    if {c.kind, e.kind} == {"year", "count"} and figures:
        return 0.5
    if "century" in (c.kind, e.kind):
        return 0.9 if "ordinal" in (c.kind, e.kind) else 0.0
    if "day" in (c.kind, e.kind):
        return {"ordinal": 0.9, "count": 0.5}.get(e.kind if c.kind == "day" else c.kind, 0.0)
    return 0.0


def _part_of_name(c: Quantity, e: Quantity) -> bool:
    """二战 against "World War I", 伊丽莎白二世 against "Elizabeth I"."""
    return bool(c.unit) and c.kind == e.kind == "ordinal" and e.text[:1].isupper()


def _other_part(c: Quantity, e: Quantity) -> bool:
    """一半 against "a third", 半个世纪 against "a century"."""
    if c.kind == "fraction" and c.text.endswith(("一半", "半数")):
        return e.kind == "fraction" or e.kind == "ordinal" and bool(e.also)
    if c.kind == e.kind == "measure" and "半" in c.text and e.weight == "silent" and not e.vague:
        same = dimension(c.unit) == dimension(e.unit)
        return same and in_base(c.value, c.unit) * 2 == in_base(e.value, e.unit)
    return False


def _other_term(c: Quantity, e: Quantity) -> bool:
    """一周内 against "within one month": terms of one unit each, soft as they are."""
    if not (c.kind == e.kind == "measure" and c.value == e.value == 1):
        return False
    if "silent" in (c.weight, e.weight):
        return False        # 有一天, "a week later"
    return c.unit != e.unit and dimension(c.unit) == dimension(e.unit) == "time"


#: From here a saying's magnitude is compared.
_MANY = 100
#: Two vague numbers this many times apart are no freedom of speech: 几百, "several thousand".
_APART = 9


def magnitudes_apart(c: Quantity, e: Quantity) -> bool:
    """Whether two vague counts cover other magnitudes: 十几亿 against "over a million"."""
    if not (c.kind == e.kind and c.kind in ("count", "measure") and c.vague and e.vague):
        return False
    if c.unit != e.unit:
        return False
    less, more = sorted((c, e), key=lambda number: number.value)
    return more.value > less.top and more.value >= less.value * _APART


def power_of_ten(c: Quantity, e: Quantity) -> int:
    """The zeros lost or added when the figures are the same, 0 if they aren't: 万 for 亿."""
    if not c.value or not e.value or c.value == e.value:
        return 0
    ratio = c.value / e.value
    zeros = 0
    while ratio >= 10 and ratio % 10 == 0:
        ratio /= 10
        zeros += 1
    if ratio == 1:
        return zeros
    ratio, zeros = e.value / c.value, 0
    while ratio >= 10 and ratio % 10 == 0:
        ratio /= 10
        zeros += 1
    return -zeros if ratio == 1 else 0
