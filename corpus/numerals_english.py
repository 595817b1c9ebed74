"""The quantities of an English text: figures, number words, dates, money, measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from corpus.calendar_english import CALENDAR_WORDS, english_calendar
from corpus.figures_in_names import citations, figures_in_names
from corpus.number_nouns import NOUN_WORDS, number_nouns, number_phrases
from corpus.numerals import (
    ORDINAL_WORDS,
    SCALE_WORDS,
    SMALL_WORDS,
    TENS_WORDS,
    english_number,
    figure_value,
)
from corpus.quantities import Quantity, in_order
from corpus.scan import Reading, Scan
from corpus.suffixes_english import read_around
from corpus.units import LONGEST_MONEY_SIGN, money_sign_before
from corpus.vagueness import english_vagueness

#: Texts whose quantities are kept: alignment asks for the same sentence many times.
_TEXTS_KEPT = 1 << 13
#: Number words up to twelve are often dissolved, figures up to ten: lists, plurals.
_PLAIN_LIMIT = 12
_SMALL_FIGURE = 10

_SMALL = "|".join(sorted(SMALL_WORDS, key=len, reverse=True))
_TENS = "|".join(TENS_WORDS)
_ORDINALS = "|".join(sorted(ORDINAL_WORDS, key=len, reverse=True))
_SCALE = "hundred|thousand|million|billion|trillion|dozen|score|lakh|crore"
_BELOW = rf"(?:(?:{_TENS})(?:[-\s](?:{_SMALL}))?|(?:{_SMALL}))"
_YEAR = r"(?:1[5-9]|20)\d\d"
_FIGURE = (
    # 160,0000 is a slip for 160,000, or grouped as in Chinese: read as it stands
    r"\d{1,3}(?:,\d{3})+(?!,?\d)(?:\.\d+)?"
    # … but 2019,2020 are two years
    rf"|(?!{_YEAR},{_YEAR}(?!\d))\d{{1,4}}(?:,\d{{3,4}})+(?!\d)"
    r"|\d{1,3}(?:[ \N{NO-BREAK SPACE}\N{THIN SPACE}]\d{3})+(?![\d,])|\d+(?:\.\d+)?|\.\d+"
)
#: In small letters.
_NUMBER = re.compile(
    rf"""
    (?=[\d.])
    (?:(?<![\w.,])|(?<=rmb)|(?<=usd)|(?<=cny)|(?<=eur)|(?<=gbp)|(?<=hkd)|(?<=\bq)|(?<=\bfy)
      |(?<={_YEAR},)(?={_YEAR}(?!\d)))
    (?P<figure>{_FIGURE})
    (?:
        (?P<ordinal>st|nd|rd|th)\b
      | \s(?P<whole>[1-9]/[2-9])(?![\d/])
      | /(?P<denominator>\d{{1,3}})(?![\d/])
      | (?P<letter>(?<=\d)(?:k|bn|mn|mln|tn|trn|[mb](?=\W|$))(?![\w]))
      | (?:\s?-?(?P<scales>(?:{_SCALE})(?:[\s-](?:{_SCALE})\b)*|bn|mn|mln|tn|trn)\b)
    )?
  | \b(?P<words>
        (?:{_BELOW}|hundred|thousand|million|billion|trillion|dozen)\b
        (?: [-\s](?:and[-\s])?(?:{_BELOW}|{_SCALE})\b
          | (?<=sand|lion),\s(?:{_BELOW})(?=[-\s](?:{_SCALE})\b) )*
        (?: [-\s](?:and[-\s])?(?:{_ORDINALS})\b )?
      | (?:{_ORDINALS})
    )\b
  | (?P<sign>[½⅓⅔¼¾])
    """,
    re.VERBOSE,
)
_NUMBER_WORDS = frozenset(
    {*SMALL_WORDS, *TENS_WORDS, *ORDINAL_WORDS, *SCALE_WORDS} - {"k", "m", "b"}
)
_BEGINNING = re.compile(r"[\d.½⅓⅔¼¾]")
#: "a million shards", "several hundred"
_ARTICLE = re.compile(r"\b(an?|several|few|many)\s$")
_ARTICLE_REACH = 9
_VOCABULARY = _NUMBER_WORDS | CALENDAR_WORDS | NOUN_WORDS
#: "two and three" are two numbers; "and" joins only after a hundred or more.
_LOOSE_AND = re.compile(rf"\b(?:{_SMALL}|{_TENS})[-\s](?=and[-\s])")
_FRACTION_SIGNS = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4), "¾": Fraction(3, 4),
}
#: "a second", "seconds", "at first": no ordinal, or hardly one.
_NO_SECOND = re.compile(r"\b(?:a|per|each|every|split|this|wait\sa|just\sa|at|from\sthe)\s$")
_IN_A_NAME = re.compile(r"(?<=\bthe)\s[A-Z][a-z-]+\s[A-Z]")
_LUNAR_MONTH = re.compile(r"\s(?:lunar\s)?month\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:-|–|—|~|to|and|or)\s*", re.IGNORECASE)
_RANGE_KINDS = frozenset({"percent", "money", "measure", "multiple", "count"})


@lru_cache(_TEXTS_KEPT)
def english_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of an English text in order."""
    scan = Scan(text, _VOCABULARY)
    found = [
        *figures_in_names(scan), *english_calendar(scan), *citations(scan), *number_phrases(scan),
    ]
    if scan.has_figures or scan.words & _NUMBER_WORDS or scan.has(*_FRACTION_SIGNS):
        found.extend(_ranges(text, list(_numbers(scan))))
    found.extend(number_nouns(scan))
    return tuple(in_order(found))


def _numbers(scan: Scan) -> Iterator[Quantity]:
    position = 0
    for beginning in _beginnings(scan):
        match = _NUMBER.match(scan.lowered, beginning) if beginning >= position else None
        if match is None:
            continue
        position = match.end()
        group = "figure" if match["figure"] else "words" if match["words"] else "sign"
        start, end = match.start(group), match.end()
        if not scan.is_free(start, start + 1):
            position = max(start + 1, position if group == "figure" else start + 1)
            continue
        loose = _LOOSE_AND.search(scan.lowered, start, end) if group == "words" else None
        if loose and loose.end() < end:
            end, position = loose.end() - 1, loose.end()
        end = scan.free_until(start, end)
        reading = _read(scan.text, match, group, start, end)
        if reading is None:
            continue
        quantity = _weighed(reading, match)
        scan.take(quantity.start, quantity.end)
        position = quantity.end
        yield quantity


def _beginnings(scan: Scan) -> list[int]:
    """Where numbers may begin: to ask only there takes a fifth of the time of a search for one."""
    places = [found.start() for found in _BEGINNING.finditer(scan.lowered)]
    for word in scan.words & _NUMBER_WORDS:
        places += [found.start() for found in re.finditer(word, scan.lowered)]
    return sorted(places)


def _read(
    text: str, match: re.Match[str], group: str, start: int, end: int
) -> Reading | None:
    """The number itself: value, kind and weight before its surroundings are read."""
    reading = Reading(text, start, end, text[start:end].lower(), Fraction(0), stop=end)
    if group == "sign":
        reading.value, reading.kind = _FRACTION_SIGNS[match["sign"]], "fraction"
        reading.weight = "plain"
    elif group == "figure":
        _read_figure(reading, match)
    elif not _read_words(reading):
        return None
    return reading


def _read_figure(reading: Reading, match: re.Match[str]) -> None:
    value = figure_value(match["figure"]) or Fraction(0)
    plain_end = match.end("figure")
    reading.numeral = match["figure"]
    if match["ordinal"]:
        reading.kind = "ordinal"
    elif match["whole"]:
        top, bottom = match["whole"].split("/")
        value += Fraction(int(top), int(bottom))
    elif match["denominator"]:
        bottom_value = int(match["denominator"])
        if value.denominator == 1 and value < bottom_value <= 100:
            value, reading.kind = value / bottom_value, "fraction"
        else:
            reading.end = plain_end
    elif match["scales"]:
        value *= english_number(re.split(r"[\s-]+", match["scales"].lower().strip(" -")))
    elif match["letter"]:
        letter = reading.text[match.start("letter") : match.end("letter")]
        if letter in ("m", "b") and not money_sign_before(reading.before(LONGEST_MONEY_SIGN)):
            reading.end = plain_end     # 10m is as a rule metres
        else:
            value *= SCALE_WORDS[match["letter"].lower()]
    reading.stop, reading.value = reading.end, value
    if reading.kind in ("count", "ordinal") and value <= _SMALL_FIGURE:
        reading.weight = "soft" if value == 1 else "plain"
    if reading.kind == "ordinal" and value <= 31:
        reading.weight = "plain" if value > 1 else "soft"


def _read_words(reading: Reading) -> bool:
    words = [word for word in re.split(r"[\s,-]+", reading.numeral.strip(" -,")) if word]
    while words and words[-1] == "and":
        words.pop()
    if not words:
        return False
    reading.value = english_number(words)
    ordinal = ORDINAL_WORDS.get(words[-1], 0)
    if words[-2:-1] == ["ten"] and ordinal >= 1000:
        # "the ten-thousandth visitor", "one ten-thousandth"
        reading.value, reading.kind = english_number(words[-2:]), "ordinal"
        if words[:-2]:
            reading.value, reading.kind = english_number(words[:-2]) / reading.value, "fraction"
    elif len(words) == 2 and words[0] in SMALL_WORDS and ordinal > 2:
        reading.value, reading.kind = Fraction(SMALL_WORDS[words[0]], ordinal), "fraction"
    elif words[-1] in ORDINAL_WORDS:
        reading.kind = "ordinal"
    elif _is_year_in_words(words) and 1000 < reading.value < 2100:
        reading.kind = "year"
    reading.weight = "hard" if reading.value > _PLAIN_LIMIT else "plain"
    if reading.value == 1 and reading.kind == "count":
        reading.weight = "silent"
    elif words == ["two"]:
        reading.weight = "soft"         # 两国 is "the countries", 他们 "the two"
    elif words == ["third"] and _THIRD_PARTY.match(reading.text, reading.end):
        reading.weight = "silent"       # 他人, 第三方
    elif words in (["first"], ["second"]):
        reading.weight = "silent" if _is_adverb(reading) else "soft"
    elif words[0] in SCALE_WORDS:
        before = _ARTICLE.search(reading.before(_ARTICLE_REACH).lower())
        article = before[1] if before else ""
        reading.weight = "soft" if article in ("a", "an") and len(words) == 1 else "plain"
        if article in ("several", "few", "many"):
            reading.weight, reading.vague = "soft", "few"
    return True


def _is_year_in_words(words: list[str]) -> bool:
    if len(words) < 2 or words[0] not in ("nineteen", "eighteen", "seventeen", "twenty"):
        return False
    return words[1] in TENS_WORDS or 10 <= SMALL_WORDS.get(words[1], 0)


#: Third parties are others, third-party software is another maker's.
_THIRD_PARTY = re.compile(r"[\s-]+part(?:y|ies)\b", re.IGNORECASE)


def _is_adverb(reading: Reading) -> bool:
    """Whether "first" or "second" is said of no order: an adverb, a moment, "the first three"."""
    before = reading.before(12).lower()
    after = reading.text[reading.end : reading.end + 1]
    if reading.numeral == "second":
        return bool(_NO_SECOND.search(before)) or after in ("s", ".", ",", ";")
    # 前三年, 头两天
    several = _NUMBER.match(reading.text, reading.end + 1) is not None
    return several or before.endswith("at ") or after in (",", ".", ";")


def _weighed(reading: Reading, match: re.Match[str]) -> Quantity:
    """The finished quantity, its surroundings read."""
    before = reading.before(4).lower()
    read_around(reading)
    if reading.kind == "count" and match["figure"] and _is_year(reading):
        reading.kind = "year"
    if reading.kind == "ordinal" and _LUNAR_MONTH.match(reading.text, reading.stop):
        reading.unit = "month"          # 八月十五 as "the 15th of the eighth month"
    if reading.kind == "ordinal" and reading.value > 2:
        if before.endswith((" a ", " an ", "one ")) or before in ("a ", "an "):
            # "a fifth to a quarter"
            reading.also, reading.weight = (1 / reading.value,), "soft"
    if reading.kind == "count" and reading.value == 2:
        if reading.text.startswith("-way", reading.end):
            reading.weight = "soft"
    if reading.value == 1 and reading.kind in ("money", "measure", "multiple"):
        reading.weight = "soft"
    elif reading.kind == "measure" and reading.numeral == "two":
        reading.weight = "plain"        # "two hours" is no "the two"
    if reading.weight == "plain" and match["words"] and _IN_A_NAME.search(
        reading.text, reading.start - 1, reading.stop + 2
    ):
        reading.weight = "soft"         # the Hundred Days' Reform
    if reading.vague == "few":
        return replace(reading.quantity(), upper=reading.value * 9)
    reading.vague = english_vagueness(reading.text, reading.start, reading.stop)
    return reading.quantity()


def _is_year(reading: Reading) -> bool:
    """Four figures without a comma from 1500 to 2100 that count nothing."""
    plain = reading.numeral.isdecimal() and len(reading.numeral) == 4
    return plain and reading.value == int(reading.numeral) and 1500 <= reading.value <= 2100


def _ranges(text: str, numbers: list[Quantity]) -> Iterator[Quantity]:
    """The numbers, the lower end of a range with the unit and scale of the upper."""
    for place, number in enumerate(numbers):
        upper = numbers[place + 1] if place + 1 < len(numbers) else None
        if upper is not None and number.kind == "count" and upper.kind in _RANGE_KINDS:
            if _BETWEEN.fullmatch(text, number.end, upper.start):
                yield _lower_end(number, upper)
                continue
        if upper is not None and number.kind == "year" and _is_short_year(text, number, upper):
            century = number.value // 100 * 100
            value = century + upper.value
            numbers[place + 1] = replace(upper, kind="year", value=value, upper=value)
        yield number


def _is_short_year(text: str, year: Quantity, later: Quantity) -> bool:
    """2023-24."""
    gap = text[year.end : later.start]
    return later.kind == "count" and len(later.text) == 2 and gap in ("-", "–", "/")


def _lower_end(number: Quantity, upper: Quantity) -> Quantity:
    value, also = number.value, number.also
    if upper.kind == "percent":
        value = value / 100
    elif upper.value >= 100 and value < 100:
        scale = max(
            (
                SCALE_WORDS[name]
                for name in ("hundred", "thousand", "million", "billion", "trillion")
                if name in upper.text.lower()
            ),
            default=1,
        )
        if scale > 1 and value * scale <= upper.value:
            also = (*also, value)
            value *= scale
    return replace(number, kind=upper.kind, value=value, upper=value, unit=upper.unit, also=also)
