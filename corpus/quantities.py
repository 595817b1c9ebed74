"""The noun of number checking: a quantity in a text, with its value, its kind and its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

#: A date is three quantities (year, month, day), so that "5月20日" and "May 20, 2025"
#: meet in what they share. A range is its two ends.
Kind = Literal[
    "count", "ordinal", "percent", "fraction", "multiple", "money", "measure",
    "year", "month", "day", "weekday", "time", "decade", "century",
    # what a number is counted by, only where two texts differ in it: 元/月, "a year"
    "rate",
]

#: How surely a translation must say the number as a number:
#: ``hard``    figures, large numbers, per cents: 86万, 79.4, 三百二十
#: ``plain``   small numbers in words: 三名, nine; a list or a plural may stand for them
#: ``soft``    said otherwise as a matter of course: 两国, "half", 几十
#: ``silent``  may be no number at all (一 in 一起, "one" the pronoun): it may answer to a
#:             number of the other side, but its absence says nothing
Weight = Literal["hard", "plain", "soft", "silent"]

#: From the lightest up.
WEIGHTS: tuple[Weight, ...] = ("silent", "soft", "plain", "hard")

#: "over": 多, 余, 超过, more than · "under": 近, 不到, nearly, up to · "about": 约, 左右
#: "few": a magnitude only, 几十, 数百, hundreds; ``value`` to ``upper`` is what it covers
Vagueness = Literal["", "over", "under", "about", "few"]


#: Units of ordinals that are part of a name: 二战, 伊丽莎白二世.
WORLD_WAR, OF_THE_NAME = "world war", "of the name"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a text: what it says, how surely, and where."""

    kind: Kind
    #: exact; a per cent is a ratio (50 % is 1/2), a time is minutes since midnight
    value: Fraction
    #: half-open code point offsets
    start: int
    end: int
    #: ``text[start:end]``
    text: str
    weight: Weight = "hard"
    #: canonical name of a currency or unit ("USD", "km", "year"), or empty
    unit: str = ""
    vague: Vagueness = ""
    #: the largest value covered; equal to ``value`` unless ``vague`` is "few"
    upper: Fraction = Fraction(0)
    #: other values it may rightly have in the other language: 增长3倍 is 4 x or 3 x
    also: tuple[Fraction, ...] = ()

    @property
    def soft(self) -> bool:
        """Whether a translation may rightly say it without a number."""
        return self.weight in ("soft", "silent")

    @property
    def top(self) -> Fraction:
        """The upper end of what it covers."""
        return self.upper if self.vague == "few" else self.value


def lighter(first: Weight, second: Weight) -> Weight:
    """The weaker of two weights."""
    return min(first, second, key=WEIGHTS.index)


def in_order(quantities: Iterable[Quantity]) -> list[Quantity]:
    """The quantities by place in the text."""
    return sorted(quantities, key=lambda quantity: (quantity.start, quantity.end))


_SCALES = (
    (10**12, "trillion"),
    (10**9, "billion"),
    (10**6, "million"),
)

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_VAGUE_WORDS = {"over": "over ", "under": "nearly ", "about": "about ", "few": "", "": ""}


_PLURALS = {"foot": "feet", "century": "centuries", "inch": "inches",
            "quarter of an hour": "quarters of an hour"}
#: Units that take an s; symbols and Chinese units do not.
_COUNTED = frozenset(
    """yard mile hectare acre pound ounce gallon barrel second minute hour day week month year
    decade tonne dollar""".split()
)


def _plural(unit: str, value: Fraction) -> str:
    if value == 1:
        return unit
    return _PLURALS.get(unit) or (f"{unit}s" if unit.split()[-1] in _COUNTED else unit)


def figure(value: Fraction) -> str:
    """A value as an English reader writes it: 79.4 trillion, 860,000, 2/3."""
    for scale, name in _SCALES:
        if value >= scale and _decimal(value / scale) is not None:
            return f"{_decimal(value / scale)} {name}"
    return _decimal(value) or f"{value.numerator}/{value.denominator}"


def _decimal(value: Fraction) -> str | None:
    """The value with at most four decimals, if that says it exactly."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    shifted = value * 10**4
    return f"{float(value):,.4f}".rstrip("0") if shifted.denominator == 1 else None


def said(quantity: Quantity) -> str:
    """The quantity in English words, for messages."""
    value = quantity.value
    if quantity.kind == "month":
        return _MONTHS[int(value) - 1] if 1 <= value <= 12 else figure(value)
    if quantity.kind == "weekday":
        return _WEEKDAYS[int(value) - 1] if 1 <= value <= 7 else figure(value)
    if quantity.kind == "time":
        return f"{int(value) // 60}:{int(value) % 60:02d}"
    if quantity.kind == "year":
        return str(value)
    if quantity.kind == "decade":
        return f"the {quantity.also[0] if quantity.also else value}s"
    if quantity.kind == "century":
        return f"century {value}"
    if quantity.kind == "day":
        return f"day {value}"
    if quantity.kind == "percent":
        return f"{_VAGUE_WORDS[quantity.vague]}{figure(value * 100)}%"
    if quantity.vague == "few":
        return f"{figure(value)} to {figure(quantity.upper)}"
    number = f"No. {value}" if quantity.kind == "ordinal" else figure(value)
    unit = f" {_plural(quantity.unit, value)}" if quantity.unit else ""
    times = " times" if quantity.kind == "multiple" else ""
    return f"{_VAGUE_WORDS[quantity.vague]}{number}{unit}{times}"
