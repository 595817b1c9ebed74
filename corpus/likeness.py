"""How surely a Chinese and an English quantity say the same."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from corpus.quantities import Quantity
from corpus.units import dimension, in_base, same_currency

#: Below this likeness two quantities are not the same.
ENOUGH = 0.5
#: Converted measures are rounded in print: 500 mu is 33 ha, 82 acres.
_CONVERSION_SLACK = Fraction(4, 100)
#: Six weeks are 一个半月; 一丈多 is "over ten feet".
_LOOSE_SLACK = Fraction(9, 100)
#: A verb or word that says what became of it: doubled, not "by two times"
_GROWN = re.compile("(?:doubl|tripl|quadrupl|quintupl)\\w+", re.IGNORECASE)
#: 67% for 2/3; one significant figure for several.
_ROUNDING_SLACK = Fraction(2, 100)
#: No rounded number is farther off; and whether what is said of it is true of the finer one:
#: 二百一十 is "more than two hundred".
_TOLD_SLACK = Fraction(1, 10)
_TRUE = frozenset({("over", True), ("under", False)})
#: Smaller numbers are never rounded.
_LEAST_ROUNDED = 20


#: Novels count in inches, feet and pounds what is a little more.
_CUSTOMARY = frozenset({("cun", "inch"), ("chi", "foot"), ("jin", "pound")})


def likeness(c: Quantity, e: Quantity) -> float:
    """How surely two quantities say the same: 1 for same kind, unit and value, 0 for no."""
    if c.kind == e.kind:
        if c.kind == "time":
            ours, theirs = {c.value, *c.also}, {e.value, *e.also}
            return 1.0 if c.value == e.value else 0.9 if ours & theirs else 0.0
        if c.kind == "decade":
            centuries = len({*c.also, *e.also})         # 十八世纪三十年代, 1830s
            return 1.0 if c.value % 100 == e.value % 100 and centuries < 2 else 0.0
        if c.kind == "measure":
            return _measures(c, e)
        if c.kind == "money":
            return _money(c, e)
        if c.kind == "multiple" and _GROWN.fullmatch(e.text) and e.value < c.value:
            return 0.0          # 增加了两倍 is never "doubled"
        if e.unit == "off" and c.text.endswith("折"):
            return 1.0 if c.value + e.value == 1 else 0.0
        return _value(c, e)
    kinds = {c.kind, e.kind}
    if "time" in kinds:
        other, clock = (c, e) if e.kind == "time" else (e, c)
        hours = other.kind == "count" and other.value <= 24
        return 0.7 if hours and (other.value * 60 - clock.value) % 720 == 0 else 0.0
    if kinds == {"month", "ordinal"} and e.unit == "month":
        return 0.85 * _value(c, e)
    if kinds == {"decade", "year"}:
        born, year = (c, e) if c.kind == "decade" else (e, c)
        if born.upper == year.value:
            return 0.9          # 95后, born after 1995
    if "month" in kinds or "weekday" in kinds:
        return 0.0
    if "decade" in kinds:
        return 0.6 if c.value % 100 == e.value % 100 and "ordinal" not in kinds else 0.0
    if kinds == {"money", "measure"} and not _pounds(c, e):
        return 0.0
    if "year" in kinds and "few" in (c.vague, e.vague):
        return 0.0          # 成千上万 is not 2037
    if kinds == {"percent", "multiple"} or kinds == {"fraction", "multiple"}:
        return 0.8 * _value(c, e)
    return 0.85 * _value(c, e)


def _money(c: Quantity, e: Quantity) -> float:
    if e.unit == "US cent" and c.unit == "":
        # 三毛钱, 三分钱
        tenths = replace(c, value=c.value * 10, also=(c.value * 100,))
        return _value(tenths, e)
    return _value(c, e) if same_currency(c.unit, e.unit) else 0.0


def _pounds(c: Quantity, e: Quantity) -> bool:
    """Whether an amount of money and one of weight may be the same: pounds, taels of silver."""
    money, weight = (c, e) if c.kind == "money" else (e, c)
    return money.unit in ("GBP", "") and dimension(weight.unit) == "mass"


def _value(c: Quantity, e: Quantity) -> float:
    """Likeness of the bare values."""
    if c.value == e.value and c.vague != "few" and e.vague != "few":
        return 1.0
    if c.also or e.also:
        if e.value in c.also or c.value in e.also:
            return 0.75
    if c.vague == "few" or e.vague == "few":
        return 0.8 if c.value <= _most(e) and e.value <= _most(c) else 0.0
    if "percent" in (c.kind, e.kind) and {c.kind, e.kind} & {"count"}:
        share, count = (c, e) if c.kind == "percent" else (e, c)
        if share.value * 100 == count.value:
            return 0.8
    if c.value == 0 or e.value == 0:
        return 0.0
    if c.value == 10 and c.vague and e.value == 12 and e.text.lower().endswith("dozen"):
        return 0.7          # 十来个, 十多个
    return 0.65 if _rounded(c, e) else 0.0


def _most(number: Quantity) -> Fraction:
    """The most a magnitude covers; "more than a decade" may be 十几年."""
    return number.value * 2 if number.vague == "over" else number.top


def _rounded(c: Quantity, e: Quantity) -> bool:
    """Whether one is the other in fewer figures, or a fraction the other in per cent."""
    if "." in c.text and "." in e.text and c.kind == e.kind:
        return _decimals_rounded(c.value, e.value)
    if "fraction" in (c.kind, e.kind) and {c.kind, e.kind} & {"percent", "fraction"}:
        return abs(c.value - e.value) <= _ROUNDING_SLACK * max(c.value, e.value)
    if not (c.vague or e.vague) or min(c.value, e.value) < _LEAST_ROUNDED:
        return False
    if c.kind in ("year", "day") or e.kind in ("year", "day"):
        return False
    rounder, finer = sorted((c, e), key=lambda quantity: _figures(quantity.value))
    figures = _figures(rounder.value)
    if not rounder.vague or figures == _figures(finer.value):
        return False
    off = abs(rounder.value - finer.value) / finer.value
    if off > _TOLD_SLACK:
        return False
    # one in the last figure that is left
    step = Fraction(10) ** (len(str(int(finer.value))) - figures)
    steps = abs(rounder.value - finer.value) / step
    if not finer.vague and (rounder.vague, finer.value > rounder.value) in _TRUE:
        return steps < 1
    if rounder.vague == "about":
        return steps < Fraction(1, 2)
    return steps < Fraction(1, 2) if figures > 1 else off <= _ROUNDING_SLACK


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
    if (c.unit, e.unit) in _CUSTOMARY and (alike := _value(c, e)):
        return 0.8 * alike
    ours, theirs = in_base(c.value, c.unit), in_base(e.value, e.unit)
    if c.vague == "few" or e.vague == "few":
        overlap = ours <= in_base(_most(e), e.unit) and theirs <= in_base(_most(c), c.unit)
        return 0.75 if overlap else 0.0
    if not ours or not theirs:
        return 0.9 if ours == theirs else 0.0
    loose = dimension(c.unit) == "time" or c.vague and c.vague == e.vague
    slack = _LOOSE_SLACK if loose else _CONVERSION_SLACK
    return 0.9 if abs(ours - theirs) <= slack * max(ours, theirs) else 0.0
