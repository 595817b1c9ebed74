"""Which quantities of a Chinese and an English text are the same, and which have no partner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from corpus.numerals_chinese import chinese_quantities
from corpus.numerals_english import english_quantities
from corpus.quantities import WEIGHTS, Quantity, lighter
from corpus.units import dimension, in_base, same_currency

#: Pairs whose comparison is kept: aligner, scores and checks all ask.
_PAIRS_KEPT = 1 << 13

#: Below this likeness two quantities are not the same.
_ENOUGH = 0.5
#: Converted measures are rounded in print: 500 mu is 33 ha, 82 acres.
_CONVERSION_SLACK = Fraction(4, 100)
_LOOSE_CONVERSION_SLACK = Fraction(12, 100)
#: "about 120,000" for 12.3万, 67% for 2/3.
_ROUNDING_SLACK = Fraction(2, 100)
#: Things in a row that may stand for their number.
_LONGEST_LIST = 12
#: Order decides between equals: how much the distance of two places takes away.
_DISTANCE = 0.1


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
    left = [number for place, number in enumerate(ours) if place not in {i for i, _ in pairs}]
    right = [number for place, number in enumerate(theirs) if place not in {j for _, j in pairs}]
    matched = tuple((ours[i], theirs[j]) for i, j in sorted(pairs))
    changed = _changed(left, right, len(chinese), len(english))
    gone = {id(number) for pair in changed for number in pair}
    left = [
        _answered(number, [e for _, e in matched], english)
        for number in left if id(number) not in gone
    ]
    right = [
        _answered(number, [c for c, _ in matched], chinese)
        for number in right if id(number) not in gone
    ]
    contrary = tuple(
        (c, e) for c, e in matched if {c.vague, e.vague} == {"over", "under"}
    )
    left = [number for number in left if not _in_a_name(number, chinese, english)]
    return Comparison(
        matched,
        tuple(number for number in left if number.weight != "silent"),
        tuple(number for number in right if number.weight != "silent"),
        (*changed, *contrary),
    )


def _pair(
    ours: Sequence[Quantity], theirs: Sequence[Quantity], our_length: int, their_length: int
) -> list[tuple[int, int]]:
    """One-to-one, the likest first."""
    scored: list[tuple[float, int, int]] = []
    for i, c in enumerate(ours):
        for j, e in enumerate(theirs):
            score = likeness(c, e)
            if score >= _ENOUGH:
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


_NUMBERS = frozenset({"count", "ordinal", "percent", "fraction", "multiple", "money", "measure"})


def likeness(c: Quantity, e: Quantity) -> float:
    """How surely two quantities say the same: 1 for same kind, unit and value, 0 for no."""
    if c.kind == e.kind:
        if c.kind == "time":
            return 1.0 if (c.value - e.value) % 720 == 0 else 0.0
        if c.kind == "decade":
            return 1.0 if c.value % 100 == e.value % 100 else 0.0
        if c.kind == "measure":
            return _measures(c, e)
        if c.kind == "money":
            return _value(c, e) * (1.0 if same_currency(c.unit, e.unit) else 0.0)
        return _value(c, e)
    kinds = {c.kind, e.kind}
    if "time" in kinds:
        other, clock = (c, e) if e.kind == "time" else (e, c)
        hours = other.kind == "count" and other.value <= 24
        return 0.7 if hours and (other.value * 60 - clock.value) % 720 == 0 else 0.0
    if "month" in kinds or "weekday" in kinds:
        return 0.0
    if "decade" in kinds:
        return 0.6 if c.value % 100 == e.value % 100 and "ordinal" not in kinds else 0.0
    if kinds == {"percent", "multiple"} or kinds == {"fraction", "multiple"}:
        return 0.8 * _value(c, e)
    return 0.85 * _value(c, e)


def _value(c: Quantity, e: Quantity) -> float:
    """Likeness of the bare values."""
    if c.value == e.value and c.vague != "few" and e.vague != "few":
        return 1.0
    if c.also or e.also:
        if e.value in c.also or c.value in e.also:
            return 0.75
    if c.vague == "few" or e.vague == "few":
        return 0.8 if c.value <= e.top and e.value <= c.top else 0.0
    if "percent" in (c.kind, e.kind) and {c.kind, e.kind} & {"count"}:
        share, count = (c, e) if c.kind == "percent" else (e, c)
        if share.value * 100 == count.value:
            return 0.8
    if c.value == 0 or e.value == 0:
        return 0.0
    return 0.65 if _rounded(c, e) else 0.0


def _rounded(c: Quantity, e: Quantity) -> bool:
    """Whether one is the other in fewer figures, or a fraction the other in per cent."""
    if "." in c.text and "." in e.text and c.kind == e.kind:
        return _decimals_rounded(c.value, e.value)
    if "fraction" in (c.kind, e.kind) and {c.kind, e.kind} & {"percent", "fraction"}:
        return abs(c.value - e.value) <= _ROUNDING_SLACK * max(c.value, e.value)
    if not (c.vague or e.vague) or min(c.value, e.value) < 20:
        return False
    if c.kind in ("year", "day") or e.kind in ("year", "day"):
        return False
    rounder, finer = sorted((c, e), key=lambda quantity: _figures(quantity.value))
    figures = _figures(rounder.value)
    if not rounder.vague or figures == _figures(finer.value):
        return False
    off = abs(rounder.value - finer.value) / finer.value
    if figures < 2 or off > Fraction(1, 10):
        return off <= _ROUNDING_SLACK
    step = 10 ** (len(str(int(finer.value))) - figures)
    return abs(rounder.value - finer.value) * 2 < step


def _decimals_rounded(first: Fraction, second: Fraction) -> bool:
    """2.726 for 2.7255: the longer decimal rounded to the places of the shorter."""
    for fewer, more in ((first, second), (second, first)):
        for places in range(1, 5):
            if (fewer * 10**places).denominator == 1:
                if round(more, places) == fewer:
                    return True
                break
    return False


def _figures(value: Fraction) -> int:
    """How many figures a value has before its trailing zeros."""
    digits = str(value.numerator if value.denominator == 1 else value * 10**6 // 1)
    return len(digits.rstrip("0"))


def _measures(c: Quantity, e: Quantity) -> float:
    if c.unit == e.unit:
        return _value(c, e)
    if dimension(c.unit) != dimension(e.unit):
        return 0.0
    ours, theirs = in_base(c.value, c.unit), in_base(e.value, e.unit)
    if c.vague == "few" or e.vague == "few":
        overlap = ours <= in_base(e.top, e.unit) and theirs <= in_base(c.top, c.unit)
        return 0.75 if overlap else 0.0
    if not ours or not theirs:
        return 0.9 if ours == theirs else 0.0
    loose = dimension(c.unit) == "time" or c.vague or e.vague
    slack = _LOOSE_CONVERSION_SLACK if loose and c.vague else _CONVERSION_SLACK
    return 0.9 if abs(ours - theirs) <= slack * max(ours, theirs) else 0.0


#: Words that stand for a date of the other text: 今年 for 2023, "last month" for 4月.
_RELATIVE_CHINESE = {
    "year": re.compile(
        "[今去明前后同当本来近次]年|年[初底末内中度]|当时|本世纪|上年|翌年|年前|年后|春|夏|秋|冬"
    ),
    "month": re.compile(
        r"(?<!月)(?<!\d)\d{1,2}[日号]|[本上下当同]个?月|月[初底末]|日前|近日|至今"
        r"|[今昨明当同本]日|[今昨明当]天|春节|国庆"
    ),
    "century": re.compile("世纪"),
    "decade": re.compile("年代"),
    "day": re.compile("[今昨明前后当同本翌次]日|[今昨明前后当同第]天|日前|近日|当晚|昨晚|今晚|今晨|元旦|国庆"),
    "weekday": re.compile("[今昨明前后当同本翌次]日|[今昨明前后当]天|[日号]|周末|日前|当晚|当地时间"),
}
_RELATIVE_ENGLISH = {
    "year": re.compile(r"\b(?:this|last|next|that|same|previous|following|coming|past|each|every)"
                       r"\s(?:\w+\s)?(?:year|spring|summer|autumn|fall|winter|month)"
                       r"|year-end|\byears?\b|\b(?:this|last|next|that)\s[A-Z]\w+", re.I),
    "month": re.compile(r"\b(?:this|last|next|that|same|previous|following|past|coming)\smonth"
                        r"|today|yesterday|tomorrow|months?\b|recently|National\sDay", re.I),
    "day": re.compile(r"today|yesterday|tomorrow|\bday\b|\bdays\b|tonight|recently|\bdate\b"
                      r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|local\stime", re.I),
    "century": re.compile("centur"),
    "decade": re.compile("decade|centur"),
    "weekday": re.compile(r"today|yesterday|tomorrow|tonight|weekend|\bday\b|\d(?:st|nd|rd|th)\b"
                          r"|\d", re.I),
}


def _answered(number: Quantity, partners: list[Quantity], other: str) -> Quantity:
    """The quantity, lighter where the other text says it in another way.

    Said twice here and once there; 今年 for 2023; three things in a row for 三地.
    """
    if number.weight in ("soft", "silent"):
        return number
    if any(likeness(number, partner) >= _ENOUGH for partner in partners):
        return replace(number, weight="soft")
    chinese = _has_chinese(other)
    relative = (_RELATIVE_CHINESE if chinese else _RELATIVE_ENGLISH).get(number.kind)
    if relative and relative.search(other):
        return replace(number, weight="soft")
    small = number.kind == "count" and 2 <= number.value <= _LONGEST_LIST
    if small and _lists(other, int(number.value), chinese):
        return replace(number, weight="soft")
    return number


def _in_a_name(number: Quantity, chinese: str, english: str) -> bool:
    """Whether a small numeral is part of a name spelt in pinyin: 五道梁 Wudaoliang, 王二 Wang Er."""
    if number.weight == "hard" or not 0 < number.end - number.start <= _LONGEST_IN_NAME:
        return False
    if not _HAN.match(number.text):
        return False
    from pypinyin import lazy_pinyin

    start = number.start
    around = [chinese[start : start + 2]]
    if start and _HAN.match(chinese[start - 1]):
        around.append(chinese[start - 1 : start + 1])
    return any(
        re.search(r"\b" + "['’ -]?".join(lazy_pinyin(name)), english, re.IGNORECASE)
        for name in around if len(name) == 2 and _HAN.match(name[1])
    )


_LONGEST_IN_NAME = 3
_HAN = re.compile("[\u4e00-\u9fff]")


def _has_chinese(text: str) -> bool:
    return bool(_HAN.search(text))


_CHINESE_LIST = re.compile("(?:[^，。；、]{1,12}、)+[^，。；、]{1,12}")
_ENGLISH_LIST = re.compile(r"(?:[^,.;:]{2,60},\s)*[^,.;:]{2,60},?\s(?:and|or|as\swell\sas)\s")


def _lists(text: str, length: int, chinese: bool) -> bool:
    """Whether the text holds a list of that many things, roughly."""
    if chinese:
        return any(
            match.group().count("、") + 1 in (length, length - 1)
            for match in _CHINESE_LIST.finditer(text)
        )
    return any(
        match.group().count(",") + 2 in (length, length + 1)
        for match in _ENGLISH_LIST.finditer(text)
    )


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
        for j, e in enumerate(right):
            kinship = _kinship(c, e)
            if kinship:
                place = abs(c.start / our_length - e.start / their_length)
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
    if "silent" in (c.weight, e.weight):
        return 0.0
    soft = 0.3 if "soft" in (c.weight, e.weight) else 0.0
    if c.weight == e.weight == "soft" and not (_FIGURE.match(c.text) and _FIGURE.match(e.text)):
        return 0.0
    if c.kind == e.kind:
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
    if {c.kind, e.kind} == {"year", "count"} and figures:
        return 0.5
    if "day" in (c.kind, e.kind):
        return {"ordinal": 0.9, "count": 0.5}.get(e.kind if c.kind == "day" else c.kind, 0.0)
    return 0.0


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
