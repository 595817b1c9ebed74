"""Numbers, dates, money and measures by value, in both directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.model import Severity
from corpus.inferable import made_explicit
from corpus.quantities import Quantity, Weight, said
from corpus.quantity_match import compare, magnitudes_apart, power_of_ten
from corpus.units import same_currency
from qa.rule import Hit, Rule
from qa.unit import Unit

#: A figure left out is an error; a small number may be a list or a plural, so it is a
#: warning; what is as a rule said otherwise is a note.
_SEVERITIES: dict[Weight, Severity] = {"hard": "error", "plain": "warning", "soft": "note"}

_CALENDAR = frozenset({"year", "month", "day", "weekday", "time", "decade", "century"})

_POWERS = {
    1: "ten times", 2: "a hundred times", 3: "a thousand times", 4: "ten thousand times (万)",
    6: "a million times", 8: "a hundred million times (亿)",
}


def missing(unit: Unit) -> Iterable[Hit]:
    """A number of the source has no counterpart in the translation.

    Compared by value: 86万 is 860,000, 三分之二 is two-thirds or 67%, 十年 is a decade, 500亩
    is 33 hectares. Wrong where a number is said without a number: 三地 as "Beijing, Shanghai
    and Guangdong" (found as a list, and only noted), 两国 as "the countries" (noted), 百姓
    and other dictionary words (not counted). A year that the other side calls "this year"
    is noted as well.
    """
    comparison = compare(unit.chinese, unit.english)
    chinese = unit.source == "zh"
    lost = comparison.missing_in_english if chinese else comparison.missing_in_chinese
    for number in lost:
        yield Hit(
            unit.source,
            (number.start, number.end),
            f"{_named(number)} has no counterpart in the translation.",
            said(number),
            _SEVERITIES[number.weight],
        )


def extra(unit: Unit) -> Iterable[Hit]:
    """The translation has a number that the source does not have.

    Wrong where the translator rightly made something explicit: a year for 今年, a number
    for 双方 or 数 ("several"). "one", "first", "half" and other words that are often no
    numbers are passed over or noted.
    """
    comparison = compare(unit.chinese, unit.english)
    chinese = unit.source == "zh"
    added = comparison.missing_in_chinese if chinese else comparison.missing_in_english
    said_there = [pair[1 if chinese else 0] for pair in comparison.matched]
    for number in added:
        number = made_explicit(number, said_there)
        yield Hit(
            unit.target,
            (number.start, number.end),
            f"{_named(number)} has no counterpart in the source.",
            said(number),
            _SEVERITIES[number.weight],
        )


def changed(unit: Unit) -> Iterable[Hit]:
    """A number has another value in the translation.

    The two numbers are of one kind, stand in about the same place and have no other
    counterpart. A slip of 万 and 亿 is named as such; so is 近2000 (nearly) against "over
    2,000". Wrong where one number was left out and another one added nearby.
    """
    for source, target, chinese, english in _changed(unit):
        if source.kind in _CALENDAR or target.kind in _CALENDAR or _other_unit(chinese, english):
            continue
        yield Hit(
            unit.target,
            (target.start, target.end),
            f"{_is(source)}; the translation has {_value(target)}{_slip(source, target)}.",
            f"{source.text} = {said(source)}, {target.text} = {said(target)}",
            _severity(source, target),
        )


def dates(unit: Unit) -> Iterable[Hit]:
    """A year, month, day, weekday or clock time differs.

    5月20日, May 20, 20 May and 5/20 are the same, as are 下午2点半, 2:30 p.m. and 14:30, 80年代
    and the 1980s. Wrong where a text translates the calendar (农历八月十五 as "in September") or
    the time zone.
    """
    for source, target, _, _ in _changed(unit):
        if source.kind in _CALENDAR or target.kind in _CALENDAR:
            yield Hit(
                unit.target,
                (target.start, target.end),
                f"{_is(source)}; the translation has {_value(target)}.",
                f"{source.text} = {said(source)}, {target.text} = {said(target)}",
                _severity(source, target),
            )


def units(unit: Unit) -> Iterable[Hit]:
    """An amount has the same figure but another currency or unit of measure.

    Conversions are computed (1亩 is a fifteenth of a hectare, 1斤 half a kilogram) and count
    as the same within 4 %. Wrong for 元 where it means another country's dollar, and where a
    text says 里 for kilometres.
    """
    for source, target, chinese, english in _changed(unit):
        if chinese.text.endswith("元") and _is_traditional(unit):
            continue                    # Hong Kong and Taiwan count in dollars
        if source.kind == "rate":
            message = (
                f"{source.text.strip()} counts by the {source.unit}; "
                f"the translation by the {target.unit} ({target.text.strip()})."
            )
            evidence = f"{source.text.strip()}, {target.text.strip()}"
            yield Hit(unit.target, (target.start, target.end), message, evidence, "error")
            continue
        if _other_unit(chinese, english) and not {source.kind, target.kind} & _CALENDAR:
            yield Hit(
                unit.target,
                (target.start, target.end),
                f"{source.text} is in {source.unit}; the translation has {target.unit}"
                f" ({target.text.strip()}).",
                f"{source.text} = {said(source)}, {target.text} = {said(target)}",
                _severity(source, target),
            )


def _is_traditional(unit: Unit) -> bool:
    """Whether the Chinese text stands in the pair in other characters than the check reads."""
    pair = unit.pair
    return unit.chinese != (pair.source_text if unit.source == "zh" else pair.target_text)


def _changed(unit: Unit) -> Iterator[tuple[Quantity, Quantity, Quantity, Quantity]]:
    """Source, target, Chinese, English."""
    for chinese, english in compare(unit.chinese, unit.english).changed:
        source, target = (
            (chinese, english) if unit.source == "zh" else (english, chinese)
        )
        yield source, target, chinese, english


def _other_unit(chinese: Quantity, english: Quantity) -> bool:
    """Whether only the unit differs: 5公里 against "5 miles", 50亿欧元 against "$5 billion"."""
    if chinese.value != english.value or chinese.kind != english.kind:
        return False
    if chinese.kind == "rate":
        return True
    if chinese.kind == "money":
        return not same_currency(chinese.unit, english.unit)
    return chinese.kind == "measure" and chinese.unit != english.unit


def _value(number: Quantity) -> str:
    """The number as an English reader understands it."""
    return number.text.strip() if number.text.isascii() else said(number)


def _is(number: Quantity) -> str:
    """What the source says: 86万 with its value, 48 as it stands."""
    text = number.text.strip()
    return f"The source has {text}" if text.isascii() else f"{text} is {said(number)}"


def _named(number: Quantity) -> str:
    """The number as written, with its value in English where the writing differs."""
    text = number.text.strip()
    return text if text.isascii() else f"{text} ({said(number)})"


def _slip(source: Quantity, target: Quantity) -> str:
    """What went wrong with the zeros or the direction, if that is all."""
    zeros = power_of_ten(source, target)
    if zeros and (source.kind != "measure" or source.unit == target.unit):
        times = _POWERS.get(abs(zeros), f"10 to the power of {abs(zeros)} times")
        return f", {times} too {'little' if zeros > 0 else 'much'}"
    if source.value == target.value and {source.vague, target.vague} == {"over", "under"}:
        return ", the wrong side of it"
    return ""


def _severity(source: Quantity, target: Quantity) -> Severity:
    if source.value == target.value and source.vague != target.vague and source.unit == target.unit:
        return "warning"
    weights = {source.weight, target.weight}
    if "soft" in weights:
        apart = magnitudes_apart(source, target) or source.unit != target.unit
        same = weights == {"soft"} and not apart
        return "note" if same else "warning"
    return "error"


_MISTRANSLATION = "Accuracy/Mistranslation"
#: Others compare the figures as strings, under one name.
_ELSEWHERE = {"Xbench": "Numeric Mismatch", "pofilter": "numbers"}

RULES: tuple[Rule, ...] = (
    Rule("number.missing", missing, "error", "Accuracy/Omission",
         {**_ELSEWHERE, "Trados": "Numbers (NumberMissing)", "memoQ": "missing number (3063)"}),
    Rule("number.extra", extra, "error", "Accuracy/Addition",
         {**_ELSEWHERE, "Trados": "Numbers (NumberExtra)", "memoQ": "extra number (3064)"}),
    Rule("number.changed", changed, "error", _MISTRANSLATION,
         {**_ELSEWHERE, "Trados": "Modified numbers (Number Verifier)",
          "memoQ": "numbers do not match (3062)"}),
    Rule("date.mismatch", dates, "error", _MISTRANSLATION,
         {**_ELSEWHERE, "Trados": "Dates, Times", "memoQ": "date (3307-3309)"}),
    Rule("unit.mismatch", units, "error", _MISTRANSLATION,
         {"Trados": "Measurements and currencies", "memoQ": "unit of measure (3301-3303)"}),
)
