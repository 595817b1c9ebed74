"""Dates, decades, weekdays and clock times in an English text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from corpus.numerals import SMALL_WORDS, TENS_WORDS, english_number
from corpus.quantities import Quantity, Weight
from corpus.scan import Scan

_MONTHS = {
    name.title(): number
    for number, names in enumerate(
        """january,jan february,feb march,mar april,apr may june,jun july,jul august,aug
        september,sept,sep october,oct november,nov december,dec""".split(),
        start=1,
    )
    for name in names.split(",")
}
_MONTH_WORDS = frozenset(name.lower() for name in _MONTHS)
#: Tells "May" from "may" before the pattern of dates is asked.
_MONTH = re.compile("|".join(sorted(_MONTHS, key=len, reverse=True)))
_WEEKDAYS = {
    name: number
    for number, name in enumerate(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(), start=1
    )
}
_WEEKDAY_WORDS = frozenset(f"{name.lower()}{ending}" for name in _WEEKDAYS for ending in ("", "s"))

#: What it begins with is asked first, since the rest is asked at each letter.
_DATE = re.compile(
    rf"""
    (?=[\dA-Z])(?<![A-Za-z])
    (?:(?<![\d:])(?P<before>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?(?:\s+|-))?
    (?P<month>{_MONTH.pattern})(?![A-Za-z])\.?
    (?:[\s-]+(?:the\s+)?(?P<after>\d{{1,2}})(?:st|nd|rd|th)?\b
       (?![,.]\d|:\d|\s*(?:%|percent|per\scent|million|billion|thousand|people|years)))?
    (?:,?\s+(?P<year>(?:1[5-9]|20)\d\d)\b(?!,\d))?
    """,
    re.VERBOSE,
)
#: May and March are verbs as well, Mar and Jan names: they count after one of these.
_DOUBTFUL_MONTHS = frozenset({"May", "March", "Jan", "Mar", "Sep", "Dec"})
_MONTH_CONTEXT = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|to|and|from|late|early|mid|last|this|next|each|every|on"
    r"|between|before|after|during|through)|mid-|late-|early-|[,(–-])\s*$",
    re.IGNORECASE,
)
_NUMERIC_DATE = re.compile(
    r"(?<![\d.])(?P<year>(?:1[89]|20)\d\d)(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)"
    r"(?P<day>\d{1,2})(?![\d])"
    r"|(?<![\d.])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)"
    r"(?P<last>(?:1[89]|20)\d\d)(?!\d)"
)
_DATE_SIGNS = frozenset("-/.")
#: "twenty minutes past six"; without the word, "five to six" is a range as well.
_MINUTES = "five|ten|twelve|fifteen|twenty(?:[- ]five)?"
_HOUR = "twelve|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
#: In small letters, as the two of decades. "quarter to one-fifth" is no clock time.
_CLOCK = re.compile(
    rf"""
    (?<![\d:.,])(?P<hour>[0-2]?\d)
    (?:
        (?:(?::\s?|\.)(?P<minute>[0-5]\d)(?::[0-5]\d)?)?\s*(?P<half>[ap])\.?\s?m\b\.?
      | (?::\s?|h(?=\d\d))(?P<minutes>[0-5]\d)(?![\d:])
    )
  | \b(?P<word>{_HOUR}|\d\d?)(?:-|\s)?o['’]clock
  | \b(?P<past>half|quarter|(?:\d{{1,2}}|{_MINUTES})[\s-]minutes?)[\s-]
    (?P<to>past|after|to|before)[\s-](?P<base>{_HOUR})\b
    (?![-\s](?:half|third|quarter|\w+th)\b)
  | \b(?P<noon>noon|midday|midnight)\b
    """,
    re.VERBOSE,
)
#: 4:27.11 is a swimmer's time.
_SPLIT_SECONDS = re.compile(r"(?<![\d:.,])(\d{1,2}):([0-5]\d\.\d{1,3})(?![\d:])")
#: Runs of letters of which a time in figures without a colon has one: 9am, 9 p.m., 14H30.
_HALF_DAYS = frozenset({"am", "pm", "m", "h"})
_CLOCK_PARTS = frozenset({"half", "quarter", "minute", "minutes", "noon", "midday", "midnight"})
_CLOCK_WORDS = ("clock", "past", "quarter", "half to", "minutes to", "noon", "midday", "midnight")
_DECADE_WORDS = {
    word.removesuffix("y") + "ies": value for word, value in TENS_WORDS.items()
}
_DECADE_WORD = re.compile("|".join(_DECADE_WORDS))
_DECADE = re.compile(
    rf"""
    (?<![\w,.$])(?:mid-|early-|late-)?(?P<full>1[5-9]\d0|20\d0)['’]?s\b
  | (?<![\w$])['’]?(?P<short>[2-9]0)['’]?s\b
  | \b(?:(?:nineteen|eighteen|twenty)[- ])?(?P<word>{_DECADE_WORD.pattern})\b
    """,
    re.VERBOSE,
)
_AGE = re.compile(
    r"\b(?:his|her|their|my|our|your|whose)\s(?P<span>(?:early|mid|late|middle|very|to)?[\s-]?"
    rf"(?P<word>{_DECADE_WORD.pattern}))\b"
)
_DECADE_ENDS = ("0s", "0's", "0’s")
_WEEKDAY = re.compile(r"\b({})s?\b".format("|".join(_WEEKDAYS)))
#: What is asked of a text's words.
CALENDAR_WORDS = _HALF_DAYS | _CLOCK_PARTS | _MONTH_WORDS | _WEEKDAY_WORDS


def english_calendar(scan: Scan) -> Iterator[Quantity]:
    """Dates as year, month and day; clock times; decades; weekdays."""
    if _DATE_SIGNS & scan.before_figures & scan.behind_figures:
        for match in scan.free(_NUMERIC_DATE):
            yield from _numeric_date(scan, match)
    timed = scan.has_figures and (":" in scan.text or scan.words & _HALF_DAYS)
    spoken = scan.words & _CLOCK_PARTS or "clock" in scan.lowered
    if timed or spoken and scan.has(*_CLOCK_WORDS):
        for match in scan.free(_SPLIT_SECONDS, ":"):
            yield scan.quantity(match.span(1), "measure", int(match[1]), "plain", unit="minute")
            yield scan.quantity(match.span(2), "measure", Fraction(match[2]), unit="second")
        for match in scan.free_words(_CLOCK):
            noon = match["noon"] is not None
            minutes = _minutes(match) % 1440
            sure = noon or match["half"] or minutes >= 780 or minutes < 60
            also = () if sure else ((minutes + 720) % 1440,)
            weight: Weight = "silent" if noon else "plain"
            yield scan.quantity(match.span(), "time", minutes, weight, also=also)
    if scan.words & _MONTH_WORDS and _MONTH.search(scan.text):
        for match in scan.free(_DATE):
            yield from _date(scan, match)
    in_words = "ties" in scan.lowered and _DECADE_WORD.search(scan.lowered)
    if in_words or scan.has_figures and scan.has(*_DECADE_ENDS):
        for match in scan.free_words(_AGE):
            age = Fraction(_DECADE_WORDS[match["word"]])
            # 年近七旬 is "in his late sixties"
            span = match.span("span")
            yield scan.quantity(span, "measure", age, "plain", unit="year", upper=age + 10)
        for match in scan.free_words(_DECADE):
            # "a woman in her fifties" is no decade of a century
            weight = "plain" if match["full"] else "soft"
            full = (Fraction(match["full"]),) if match["full"] else ()
            yield scan.quantity(match.span(), "decade", _decade(match), weight, also=full)
    if scan.words & _WEEKDAY_WORDS:
        for match in scan.free(_WEEKDAY):
            yield scan.quantity(match.span(), "weekday", _WEEKDAYS[match[1]], "plain")


def _numeric_date(scan: Scan, match: re.Match[str]) -> Iterator[Quantity]:
    if match["year"]:
        year, month, day = (int(match[name]) for name in ("year", "month", "day"))
    else:
        year, month, day = (int(match[name]) for name in ("last", "first", "second"))
        if month > 12:
            month, day = day, month
    if month <= 12 and day <= 31:
        yield scan.quantity(match.span(), "year", year)
        yield scan.quantity(match.span(), "month", month)
        yield scan.quantity(match.span(), "day", day)


def _date(scan: Scan, match: re.Match[str]) -> Iterator[Quantity]:
    name = match["month"]
    weight: Weight = "plain"
    if name in _DOUBTFUL_MONTHS and not (match["before"] or match["after"] or match["year"]):
        before = scan.text[max(0, match.start() - 12) : match.start()]
        weight = "plain" if _MONTH_CONTEXT.search(before) else "silent"
    yield scan.quantity(match.span("month"), "month", _MONTHS[name], weight)
    for group in ("before", "after"):
        if match[group]:
            yield scan.quantity(match.span(group), "day", int(match[group]))
    if match["year"]:
        yield scan.quantity(match.span("year"), "year", int(match["year"]))


def _decade(match: re.Match[str]) -> int:
    if match["word"]:
        return _DECADE_WORDS[match["word"]]
    return int(match["full"] or match["short"]) % 100


def _part_of_hour(words: str) -> int:
    """Half, quarter, ten minutes, twenty-five minutes: in minutes."""
    if words in ("half", "quarter"):
        return 30 if words == "half" else 15
    number = re.split("[ -]", words)[:-1]
    return int(number[0]) if number[0].isdecimal() else int(english_number(number))


def _minutes(match: re.Match[str]) -> Fraction:
    """Minutes since midnight."""
    if match["noon"]:
        return Fraction(0 if match["noon"] == "midnight" else 720)
    if match["past"]:
        part = _part_of_hour(match["past"])
        hour = SMALL_WORDS[match["base"]]
        late = match["to"] in ("past", "after")
        return Fraction(hour * 60 + (part if late else -part))
    if match["word"]:
        word = match["word"]
        return Fraction(60 * (int(word) if word.isdecimal() else SMALL_WORDS[word]))
    hour = int(match["hour"])
    if match["half"] == "p" and hour < 12:
        hour += 12
    elif match["half"] == "a" and hour == 12:
        hour = 0
    return Fraction(hour * 60 + int(match["minute"] or match["minutes"] or 0))
