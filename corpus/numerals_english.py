"""The quantities of an English text: figures, number words, dates, money, measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from corpus.numerals import (
    ORDINAL_WORDS,
    SCALE_WORDS,
    SMALL_WORDS,
    TENS_WORDS,
    english_number,
    roman_number,
)
from corpus.quantities import Kind, Quantity, Vagueness, Weight, in_order
from corpus.units import (
    ENGLISH_ABBREVIATION,
    ENGLISH_CURRENCY,
    ENGLISH_UNIT,
    MONEY_SIGN_BEFORE,
    MONEY_SIGNS,
    english_money,
    english_unit,
)

#: Texts whose quantities are kept: alignment asks for the same sentence many times.
_TEXTS_KEPT = 1 << 13

_MONTHS = {
    name: number
    for number, names in enumerate(
        """january,jan february,feb march,mar april,apr may june,jun july,jul august,aug
        september,sept,sep october,oct november,nov december,dec""".split(),
        start=1,
    )
    for name in names.split(",")
}
_WEEKDAYS = {
    name: number
    for number, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split(), start=1
    )
}

_MONTH = "(?P<month>{})".format("|".join(sorted((n.title() for n in _MONTHS), key=len)[::-1]))
_DATE = re.compile(
    rf"""
    (?<![A-Za-z])
    (?:(?<![\d:])(?P<before>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?(?:\s+|-))?
    {_MONTH}(?![A-Za-z])\.?
    (?:[\s-]+(?:the\s+)?(?P<after>\d{{1,2}})(?:st|nd|rd|th)?\b
       (?![,.]\d|:\d|\s*(?:%|percent|per\scent|million|billion|thousand|people|years)))?
    (?:,?\s+(?P<year>(?:1[5-9]|20)\d\d)\b(?!,\d))?
    """,
    re.VERBOSE,
)
#: May and March are verbs as well, and Jan and Mar are names.
_MONTH_CONTEXT = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|to|and|from|late|early|mid|last|this|next|each|every|on"
    r"|between|before|after|during|through)|mid-|late-|early-|[,(–-])\s*$",
    re.IGNORECASE,
)
_DOUBTFUL_MONTHS = frozenset({"May", "March", "Jan", "Mar", "Sep", "Dec"})

_NUMERIC_DATE = re.compile(
    r"(?<![\d.])(?P<year>(?:1[89]|20)\d\d)(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)"
    r"(?P<day>\d{1,2})(?![\d])"
    r"|(?<![\d.])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)"
    r"(?P<last>(?:1[89]|20)\d\d)(?!\d)"
)
_CLOCK = re.compile(
    r"""
    (?<![\d:.,])(?P<hour>[01]?\d|2[0-4])
    (?:
        (?:(?::\s?|\.)(?P<minute>[0-5]\d)(?::[0-5]\d)?)?\s*(?P<half>[ap])\.?\s?m\b\.?
      | (?::\s?|H(?=\d\d))(?P<minutes>[0-5]\d)(?![\d:])
    )
  | \b(?P<word>twelve|one|two|three|four|five|six|seven|eight|nine|ten|eleven|\d\d?)
    (?:-|\s)?o['’]clock
  | \b(?P<past>half|quarter)(?:\s|-)(?P<to>past|to)(?:\s|-)
    (?P<base>twelve|one|two|three|four|five|six|seven|eight|nine|ten|eleven)\b
    (?![-\s](?:half|third|quarter|\w+th)\b)
  | \b(?P<noon>noon|midday|midnight)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DECADE = re.compile(
    r"""
    (?<![\w,.$])(?:mid-|early-|late-)?(?P<full>1[5-9]\d0|20\d0)['’]?s\b
  | (?<![\w$])['’]?(?P<short>[2-9]0)['’]?s\b
  | \b(?:(?P<century>nineteen|eighteen|twenty)[- ])?
    (?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DECADE_WORDS = {
    word.removesuffix("y") + "ies": value for word, value in TENS_WORDS.items()
}
_WEEKDAY = re.compile(r"\b({})s?\b".format("|".join(n.title() for n in _WEEKDAYS)))
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|\b[\w-]+\.(?:com|org|net|cn|gov|edu)\b\S*"
)
#: COVID-19, G20, 5G, H1N1, F-16, ISO 9001, PM2.5: names, compared as strings elsewhere.
_CODE = re.compile(
    r"""
    (?<![\w$€£¥])(?!US\d|RMB\d|USD\d|CNY\d|HK\d|Q[1-4]\b|FY\d|EUR\d|GBP\d)
    (?:
        [A-Za-z]+\d[\w.]*(?:-\w+)*
      | [A-Z][A-Za-z]*-\d[\w]*
      | (?:ISO|GB/T|GB|IEC|IEEE|RFC|EN|CVE)[\s-]\d[\d:.-]*
      | \d+(?:[A-Z]\b|[A-Z]+\d\w*|x\d+)
    )
    (?![,.]?\d)
    """,
    re.VERBOSE,
)
#: "Figure 2-1" is 图2.1; a bare number of a figure or table as well.
_REFERENCE = re.compile(
    r"\b(?:fig(?:ure)?s?|tables?|eq(?:uation)?s?|sections?|chapters?)\b\.?\s?\(?"
    r"(?P<number>\d{1,2}[-–.]\d{1,3})(?![\d.])",
    re.IGNORECASE,
)
#: (Sewell 2005, 110–111): the other language may leave references out.
_CITATION = re.compile(
    r"\((?:[^()]{0,60}?[A-Z][^()]{0,60}?)(?P<year>(?:1[89]|20)\d\d)[a-z]?"
    r"(?:[,:]\s?(?:pp?\.\s?)?\d+(?:[-–]\d+)?)?\)"
)
_SECTION = re.compile(
    r"""
    (?<=\d[ckm]m)[23]\b | (?<=\dm)[23]\b |                # 22cm2
    (?<![\d.])\d{1,2}(?:\.\d{1,2}){2,}(?![\d.])          # 2.1.3
  | \[\d{1,3}(?:[-,–]\s?\d{1,3})*\]                       # [12], a footnote mark
  | \+?\d{2,4}[- ]\d{3,4}[- ]\d{4}(?!\d) | \+\d{2,3}[- ]\d{5,} # telephone
    """,
    re.VERBOSE,
)
_LIST_MARK = re.compile(
    r"^\s*\(?(?:(?P<mark>\d{1,2}|[ivxIVX]{1,5})(?:[.)](?!\d)|、)\s*"
    r"|(?P<section>\d{1,2}\.\d{1,2}(?:\.\d{1,2})*)\s+(?=[A-Z]))"
)

_SMALL = "|".join(sorted(SMALL_WORDS, key=len, reverse=True))
_TENS = "|".join(TENS_WORDS)
_ORDINALS = "|".join(sorted(ORDINAL_WORDS, key=len, reverse=True))
_SCALE = "hundred|thousand|million|billion|trillion|dozen|score|lakh|crore"
_BELOW = rf"(?:(?:{_TENS})(?:[-\s](?:{_SMALL}))?|(?:{_SMALL}))"
_FIGURE = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \N{NO-BREAK SPACE}\N{THIN SPACE}]\d{3})+(?![\d,])"
    r"|\d+(?:\.\d+)?|\.\d+"
)
_NUMBER = re.compile(
    rf"""
    (?:(?<![\w.,])|(?<=RMB)|(?<=USD)|(?<=CNY)|(?<=EUR)|(?<=GBP)|(?<=HKD)|(?<=\bQ)|(?<=\bFY))
    (?P<figure>{_FIGURE})
    (?:
        (?P<ordinal>st|nd|rd|th)\b
      | \s(?P<whole>[1-9]/[2-9])(?![\d/])
      | /(?P<denominator>\d{{1,3}})(?![\d/])
      | (?P<letter>(?<=\d)(?:k|bn|mn|mln|tn|trn|[mb](?=\W|$))(?![\w]))
      | (?:\s?-?(?P<scales>(?:(?:{_SCALE})(?:[\s-](?=(?:{_SCALE})\b))?)+|bn|mn|mln|tn|trn)\b)
    )?
  | \b(?:(?P<article>a|an|the|several|few|many|some|per|every)\s)?
    (?P<words>
        (?:{_BELOW}|hundred|thousand|million|billion|trillion|dozen)\b
        (?: [-\s](?:and[-\s])?(?:{_BELOW}|{_SCALE})\b
          | (?<=sand|lion),\s(?:{_BELOW})(?=[-\s](?:{_SCALE})\b) )*
        (?: [-\s](?:and[-\s])?(?:{_ORDINALS})\b )?
      | (?:{_ORDINALS})
    )\b(?P<plural>s(?=[-\s]of\b))?
  | (?P<sign>[½⅓⅔¼¾])
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: "and" joins parts of one number only after a hundred or more.
_LOOSE_AND = re.compile(rf"\b(?:{_SMALL}|{_TENS})[-\s]and[-\s]", re.IGNORECASE)
_FRACTION_SIGNS = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4), "¾": Fraction(3, 4),
}
_HUNDREDS = re.compile(
    r"\b(?:(?P<tens>tens|scores|dozens|hundreds)\s+(?:and\s\w+\s)?of\s+)?"
    r"(?P<word>tens|dozens|scores|hundreds|thousands|millions|billions|trillions)\b",
    re.IGNORECASE,
)
_PLURAL_SCALES = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000,
    "millions": 10**6, "billions": 10**9, "trillions": 10**12,
}
#: Words that hold a number: they may answer to one, and are seldom missed.
_NUMBER_NOUNS: dict[str, tuple[Kind, Fraction, str]] = {
    "both": ("count", Fraction(2), ""), "couple": ("count", Fraction(2), ""),
    "pair": ("count", Fraction(2), ""), "pairs": ("count", Fraction(2), ""),
    "twin": ("count", Fraction(2), ""), "dual": ("count", Fraction(2), ""),
    "either": ("count", Fraction(2), ""), "neither": ("count", Fraction(2), ""),
    "bilateral": ("count", Fraction(2), ""), "duo": ("count", Fraction(2), ""),
    "trio": ("count", Fraction(3), ""), "tri": ("count", Fraction(3), ""),
    "trilateral": ("count", Fraction(3), ""),
    "tripartite": ("count", Fraction(3), ""), "quartet": ("count", Fraction(4), ""),
    "once": ("multiple", Fraction(1), ""), "twice": ("multiple", Fraction(2), ""),
    "thrice": ("multiple", Fraction(3), ""),
    "double": ("multiple", Fraction(2), ""), "doubled": ("multiple", Fraction(2), ""),
    "doubles": ("multiple", Fraction(2), ""), "doubling": ("multiple", Fraction(2), ""),
    "triple": ("multiple", Fraction(3), ""), "tripled": ("multiple", Fraction(3), ""),
    "triples": ("multiple", Fraction(3), ""), "tripling": ("multiple", Fraction(3), ""),
    "quadruple": ("multiple", Fraction(4), ""), "quadrupled": ("multiple", Fraction(4), ""),
    "quintupled": ("multiple", Fraction(5), ""), "tenfold": ("multiple", Fraction(10), ""),
    "twofold": ("multiple", Fraction(2), ""), "threefold": ("multiple", Fraction(3), ""),
    "fourfold": ("multiple", Fraction(4), ""), "fivefold": ("multiple", Fraction(5), ""),
    "half": ("fraction", Fraction(1, 2), ""), "halves": ("fraction", Fraction(1, 2), ""),
    "halved": ("fraction", Fraction(1, 2), ""), "quarter": ("fraction", Fraction(1, 4), ""),
    "halfway": ("fraction", Fraction(1, 2), ""), "several": ("count", Fraction(3), ""),
    "dozen": ("count", Fraction(12), ""), "decade": ("measure", Fraction(10), "year"),
    "decade-long": ("measure", Fraction(10), "year"),
    "century": ("measure", Fraction(100), "year"), "centenary": ("measure", Fraction(100), "year"),
    "centennial": ("measure", Fraction(100), "year"), "fortnight": ("measure", Fraction(2), "week"),
    "teenage": ("count", Fraction(13), ""), "millennium": ("measure", Fraction(1000), "year"),
    "an hour": ("measure", Fraction(1), "hour"), "monthly": ("count", Fraction(1), ""),
    "hundred": ("count", Fraction(100), ""), "thousand": ("count", Fraction(1000), ""),
    "million": ("count", Fraction(10**6), ""), "decades": ("measure", Fraction(20), "year"),
    "centuries": ("measure", Fraction(200), "year"), "billion": ("count", Fraction(10**9), ""),
    "two-way": ("count", Fraction(2), ""), "dozens": ("count", Fraction(24), ""),
    "millionaire": ("count", Fraction(10**6), ""), "twins": ("count", Fraction(2), ""),
}
_NOUN = re.compile(
    r"\b(?:{})\b".format("|".join(sorted(_NUMBER_NOUNS, key=len, reverse=True))), re.IGNORECASE
)
_HALF_SCALE = re.compile(
    r"(?<!and\sa\s)\b(?P<part>half|quarter)[-\s](?:of\s)?(?:an?[-\s])?"
    r"(?P<scale>hundred|thousand|million|billion|trillion|dozen)\b",
    re.IGNORECASE,
)
#: "a couple of thousand", "a couple of days"; "a year and a half"
_COUPLE = re.compile(
    r"\bcouple\s(?:of\s)?(?:(?P<scale>hundred|thousand|million|billion)\b"
    r"|(?P<unit>second|minute|hour|day|week|month|year|decade)s\b)",
    re.IGNORECASE,
)
_UNIT_AND_HALF = re.compile(
    r"\b(?:an?|one)\s(?P<unit>minute|hour|day|week|month|year|decade|century)\sand\sa\shalf\b",
    re.IGNORECASE,
)
_OR_TWO = re.compile(r"\bor\stwo\b(?!\s(?:hundred|thousand|million))", re.IGNORECASE)
_VAGUE_NOUNS = {
    "several": Fraction(9), "decades": Fraction(90), "centuries": Fraction(900),
    "couple": Fraction(3), "dozens": Fraction(99), "dozen": Fraction(15),
}
_ROMAN_AFTER = re.compile(r"(?<=\w\s)(?!I\b)([IVX]{1,5})\b(?!\.\w|['’])")
_DENOMINATORS = re.compile(
    r"[-\s](?P<name>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?"
    r"|ninths?|tenths?|hundredths?|thousandths?)\b"
    r"(?!\s(?:of\s(?:\d{4}|this|last|the\syear)|19|20))",
    re.IGNORECASE,
)
_DENOMINATOR_VALUES = {"half": 2, "halve": 2, "quarter": 4, "fourth": 4}

_OVER = re.compile(
    r"(?:more\sthan|over|above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|at\sleast|beyond"
    r"|greater\sthan|no\s(?:less|fewer)\sthan|topp?ed|upwards?\sof|in\sexcess\sof"
    r"|higher\sthan|well\spast)\s(?:the\s)?$",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"(?:nearly|almost|less\sthan|fewer\sthan|under|below|close\sto|at\smost"
    r"|no\smore\sthan|not\smore\sthan|within|just\sshort\sof|approaching|nearing)\s(?:the\s)?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:about|around|approximately|roughly|some|approx\.|circa|c\.|an\sestimated|or\sso)\s$",
    re.IGNORECASE,
)
_OVER_AFTER = re.compile(
    r"\+|\s(?:or\smore|and\s(?:above|over|up)|odd|plus)\b|-odd\b", re.IGNORECASE
)
_PERCENT = re.compile(
    r"\s?%|[-\s](?:percent|per\scent|pct)(?:age\spoints?)?\b|\s?percentage\spoints?\b"
    r"|\s?pp\b|\sbasis\spoints?\b",
    re.IGNORECASE,
)
#: "two and a half million", "five and a half hours"
_AND_PART = re.compile(
    r"[-\s]and[-\s](?P<part>an?[-\s]half|one[-\s]half|a[-\s]quarter|three[-\s]quarters)\b"
    r"(?:[-\s](?P<scale>hundred|thousand|million|billion|trillion)\b)?",
    re.IGNORECASE,
)
_PARTS = {
    f"{article}{mark}{name}": value
    for article, name, value in (
        ("a", "half", Fraction(1, 2)), ("an", "half", Fraction(1, 2)),
        ("one", "half", Fraction(1, 2)), ("a", "quarter", Fraction(1, 4)),
        ("three", "quarters", Fraction(3, 4)),
    )
    for mark in " -"
}
_TIMES = re.compile(r"[-\s]?(?:times|fold)\b|x\b|[-\s]time\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:-|–|—|~|to|and|or)\s*", re.IGNORECASE)
_BEFORE_CHARACTERS = 24
#: Number words up to twelve are often dissolved, figures up to ten: lists, plurals.
_PLAIN_LIMIT = 12
_SMALL_FIGURE = 10

_ANY = re.compile(
    r"\d|[½⅓⅔¼¾]|\b(?:{}|{}|{}|{}s?|noon|midday|midnight|once|half)".format(
        _SMALL, _TENS, _ORDINALS, _SCALE.replace("|", "s?|")
    )
    + f"|{_NOUN.pattern}|{_WEEKDAY.pattern}|\\b{_MONTH}\\b|\\b[IVX]{{1,5}}\\b|tens\\b|ties\\b",
    re.IGNORECASE,
)


@lru_cache(_TEXTS_KEPT)
def english_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of an English text in order."""
    if not _ANY.search(text):
        return ()
    taken = bytearray(len(text) + 1)
    found: list[Quantity] = []
    for quantity in _special(text, taken):
        found.append(quantity)
    numbers = list(_numbers(text, taken))
    found.extend(_ranges(text, numbers))
    found.extend(_nouns(text, taken))
    return tuple(in_order(found))


def _special(text: str, taken: bytearray) -> Iterator[Quantity]:
    """Dates, clock times, decades, names with figures; their places are marked as taken."""
    kind: Kind
    for match in _free(_ADDRESS, text, taken):
        pass
    mark = _LIST_MARK.match(text)
    if mark:
        sign = mark["mark"] or "0"
        number = Fraction(sign) if sign.isdigit() else roman_number(sign.upper())
        if number is not None:
            yield _at(text, mark.span(), "count", number, "silent")
            _take(taken, mark.start(), mark.end())
    for match in _free(_NUMERIC_DATE, text, taken):
        year, month, day = (
            (match["year"], match["month"], match["day"])
            if match["year"]
            else (match["last"], *_month_first(match["first"], match["second"]))
        )
        if int(month) <= 12 and int(day) <= 31:
            yield _at(text, match.span(), "year", Fraction(year))
            yield _at(text, match.span(), "month", Fraction(month))
            yield _at(text, match.span(), "day", Fraction(day))
    for match in _free(_CLOCK, text, taken):
        yield _clock(text, match)
    for match in _free(_DATE, text, taken):
        yield from _date(text, match)
    for match in _free(_DECADE, text, taken):
        full = match["full"]
        short = int(full) % 100 if full else int(match["short"] or 0)
        value = _DECADE_WORDS[match["word"].lower()] if match["word"] else short
        # "a woman in her fifties", "two thousands" are no decades
        weight: Weight = "plain" if full else "soft"
        yield _at(text, match.span(), "decade", Fraction(value), weight)
    for match in _free(_SECTION, text, taken):
        pass
    for match in _free(_REFERENCE, text, taken):
        shown = re.sub("[-–]", ".", match["number"])
        yield _at(text, match.span("number"), "count", Fraction(shown), "soft")
    for match in _CITATION.finditer(text):
        for digits in re.finditer(r"\d+", match.group()):
            span = (match.start() + digits.start(), match.start() + digits.end())
            if not any(taken[slice(*span)]):
                _take(taken, *span)
                kind = "year" if span == match.span("year") else "count"
                yield _at(text, span, kind, Fraction(digits.group()), "soft")
    for match in _free(_CODE, text, taken):
        if figures := re.search(r"\d+", match.group()):
            yield _at(text, match.span(), "count", Fraction(figures.group()), "silent")
    for match in _free(_WEEKDAY, text, taken):
        weekday = Fraction(_WEEKDAYS[match[1].lower()])
        yield _at(text, match.span(), "weekday", weekday, "plain")
    for match in _free(_HALF_SCALE, text, taken):
        parts = 2 if match["part"].lower() == "half" else 4
        scaled = Fraction(SCALE_WORDS[match["scale"].lower()], parts)
        yield _at(text, match.span(), "count", scaled, "plain")
    for match in _free(_COUPLE, text, taken):
        scale = Fraction(SCALE_WORDS[match["scale"].lower()] if match["scale"] else 1)
        kind = "measure" if match["unit"] else "count"
        yield replace(
            _at(text, match.span(), kind, scale, "soft"),
            unit=(match["unit"] or "").lower(), vague="few", upper=scale * 9,
        )
    for match in _free(_UNIT_AND_HALF, text, taken):
        half_more = _at(text, match.span(), "measure", Fraction(3, 2), "plain")
        yield replace(half_more, unit=match["unit"].lower())
    for match in _free(_OR_TWO, text, taken):
        yield _at(text, match.span(), "count", Fraction(2), "soft")
    for match in _free(_HUNDREDS, text, taken):
        factor = _PLURAL_SCALES[match["tens"].lower()] if match["tens"] else 1
        low = Fraction(factor * _PLURAL_SCALES[match["word"].lower()])
        yield replace(
            _at(text, match.span(), "count", low, "soft"), vague="few", upper=low * 10 - 1
        )


def _month_first(first: str, second: str) -> tuple[str, str]:
    return (first, second) if int(first) <= 12 else (second, first)


def _date(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    name = match["month"]
    day = match["after"] or match["before"]
    weight: Weight = "plain"
    if name in _DOUBTFUL_MONTHS and not day and not match["year"]:
        context = text[max(0, match.start() - 12) : match.start()]
        if not _MONTH_CONTEXT.search(context):
            weight = "silent"
    yield _at(text, match.span("month"), "month", Fraction(_MONTHS[name.lower()]), weight)
    if match["before"]:
        yield _at(text, match.span("before"), "day", Fraction(match["before"]))
    if match["after"]:
        yield _at(text, match.span("after"), "day", Fraction(match["after"]))
    if match["year"]:
        yield _at(text, match.span("year"), "year", Fraction(match["year"]))


def _clock(text: str, match: re.Match[str]) -> Quantity:
    weight: Weight = "plain"
    if match["noon"]:
        minutes = 0 if match["noon"].lower() == "midnight" else 720
        weight = "silent"
    elif match["past"]:
        part = 30 if match["past"].lower() == "half" else 15
        hour = SMALL_WORDS[match["base"].lower()]
        minutes = hour * 60 + (part if match["to"].lower() == "past" else -part)
    elif match["word"]:
        word = match["word"].lower()
        minutes = 60 * (int(word) if word.isdigit() else SMALL_WORDS[word])
    else:
        hour = int(match["hour"])
        half = (match["half"] or "").lower()
        if half == "p" and hour < 12:
            hour += 12
        elif half == "a" and hour == 12:
            hour = 0
        minutes = hour * 60 + int(match["minute"] or match["minutes"] or 0)
    return _at(text, match.span(), "time", Fraction(minutes % 1440), weight)


def _numbers(text: str, taken: bytearray) -> Iterator[Quantity]:
    position = 0
    while match := _NUMBER.search(text, position):
        position = match.end()
        group = "figure" if match["figure"] else "sign" if match["sign"] else "words"
        start = match.start(group)
        if taken[start]:
            position = start + 1 if start >= match.start() else match.end()
            continue
        end = match.end()
        if group == "words":
            loose = _LOOSE_AND.search(text, start, end)
            if loose:
                # "two and three" are two numbers
                cut = text.rfind("and", start, loose.end())
                end = cut - 1
                position = cut
            elif match["plural"]:
                end = match.end("words")
        blocked = taken.find(1, start, end)
        if blocked >= 0:
            end = blocked
        if end <= start:
            continue
        quantity = _number(text, match, group, start, end)
        if quantity is not None:
            _take(taken, quantity.start, quantity.end)
            position = max(position, quantity.end)
            yield quantity


def _number(
    text: str, match: re.Match[str], group: str, start: int, end: int
) -> Quantity | None:
    """One number with what stands before and after it."""
    kind: Kind = "count"
    weight: Weight = "hard"
    vague: Vagueness = ""
    unit = ""
    upper = Fraction(0)
    also: tuple[Fraction, ...] = ()
    before = text[max(0, start - _BEFORE_CHARACTERS) : start]
    lowered = text[start:end].lower()
    if group == "sign":
        value, kind, weight = _FRACTION_SIGNS[match["sign"]], "fraction", "plain"
    elif group == "figure":
        value = Fraction(re.sub(r"[,\s]", "", match["figure"]))
        if match["ordinal"]:
            kind = "ordinal"
        elif match["whole"]:
            top, bottom = match["whole"].split("/")
            value += Fraction(int(top), int(bottom))
        elif match["denominator"]:
            whole = int(match["denominator"])
            if value.denominator == 1 and value < whole <= 100:
                value, kind = value / whole, "fraction"
            else:
                end = match.end("figure")
        elif match["scales"]:
            value *= english_number(re.split(r"[\s-]+", match["scales"].lower().strip(" -")))
        elif match["letter"]:
            money = MONEY_SIGN_BEFORE.search(before)
            if match["letter"] in ("m", "b") and not money:
                end = match.end("figure")
            else:
                value *= SCALE_WORDS[match["letter"].lower()]
    else:
        words = re.split(r"[\s,-]+", lowered.strip(" -,"))
        words = [word for word in words if word not in ("couple", "of")]
        if not words or words == ["and"]:
            return None
        while words[-1] == "and":
            words.pop()
        value = english_number(words)
        if len(words) == 2 and words[0] in SMALL_WORDS and ORDINAL_WORDS.get(words[1], 0) > 2:
            value, kind = Fraction(SMALL_WORDS[words[0]], ORDINAL_WORDS[words[1]]), "fraction"
        elif words[-1] in ORDINAL_WORDS:
            kind = "ordinal"
        weight = "hard" if value > _PLAIN_LIMIT else "plain"
        if value == 1 and kind == "count":
            weight = "silent"
        elif words == ["second"] or words == ["first"]:
            weight = "silent" if _second_is_time(text, start, end, words[0]) else "soft"
        elif words[0] in _SCALE.split("|"):
            weight = "plain"
            article = (match["article"] or "").lower()
            if article in ("a", "an") and len(words) == 1:
                weight = "soft"         # "a million shards"
            if article in ("several", "few", "many"):
                vague, upper, weight = "few", value * 9, "soft"
        if _year_in_words(words) and 1000 < value < 2100:
            kind = "year"
    if group == "figure" and value <= _SMALL_FIGURE and kind in ("count", "ordinal"):
        weight = "soft" if value == 1 else "plain"
    after_start = end
    sign = MONEY_SIGN_BEFORE.search(before)
    denominator = _DENOMINATORS.match(text, end) if kind == "count" and value < 100 else None
    if sign and kind == "count":
        kind, unit = "money", MONEY_SIGNS[sign.group().strip()]
        start -= len(sign.group())
    elif denominator and (group == "words" or denominator["name"].lower() not in ("half",)):
        name = denominator["name"].lower().removesuffix("s")
        bottom_value = _DENOMINATOR_VALUES.get(name) or ORDINAL_WORDS.get(name, 0)
        if bottom_value > value:
            value, kind, weight = value / bottom_value, "fraction", "plain"
            after_start = denominator.end()
    elif percent := _PERCENT.match(text, end):
        kind, value, after_start, weight = "percent", value / 100, percent.end(), "hard"
        if "basis" in percent.group():
            value /= 100
    elif kind == "count" and (more := _AND_PART.match(text, end)):
        value += _PARTS[more["part"].lower()]
        if more["scale"]:
            value *= SCALE_WORDS[more["scale"].lower()]
        kind, unit, after_start = _unit_after(text, more.end(), kind, value)
    elif kind == "count" and (times := _TIMES.match(text, end)):
        kind, after_start = "multiple", times.end()
    elif kind in ("count", "fraction"):
        kind, unit, after_start = _unit_after(text, end, kind, value)
    if kind == "count" and group == "figure" and _is_year(text, match, value, end):
        kind = "year"
    if kind == "ordinal" and value > 2 and before.lower().endswith(("a ", "an ", "one ")):
        also, weight = (1 / value,), "soft"
    if kind == "count" and value == 2 and text.startswith("-way", end):
        weight = "soft"
    if value == 1 and kind in ("money", "measure", "multiple"):
        weight = "soft"
    if kind == "ordinal" and group == "figure" and value <= 31:
        weight = "plain" if value > 1 else "soft"
    if not vague:
        vague = _vagueness(before[: len(before) - (len(sign.group()) if sign else 0)], text,
                           after_start)
    return Quantity(
        kind, value, start, after_start, text[start:after_start], weight, unit, vague,
        upper or value, also,
    )


def _unit_after(text: str, end: int, kind: Kind, value: Fraction) -> tuple[Kind, str, int]:
    """What a number counts: money, a unit of measure, or nothing known."""
    gap = re.compile(r"[\s-]{0,2}(?:of\s)?(?:full\s|whole\s|long\s|more\s)?").match(text, end)
    place = gap.end() if gap else end
    half = re.compile(r"[\s-]an?\s|\sof\san?\s").match(text, end) if kind == "fraction" else None
    if half:
        place = half.end()
    money = ENGLISH_CURRENCY.match(text, place)
    if money:
        return "money", english_money(money.group()), money.end()
    unit = ENGLISH_UNIT.match(text, place)
    if unit is None and text[end - 1].isdigit():
        unit = ENGLISH_ABBREVIATION.match(text, place)
    if unit:
        return "measure", english_unit(unit.group()), unit.end()
    return kind, "", end


def _is_year(text: str, match: re.Match[str], value: Fraction, end: int) -> bool:
    """Four figures without a comma from 1500 to 2100 that count nothing."""
    return (
        len(match["figure"]) == 4
        and value.denominator == 1
        and 1500 <= value <= 2100
        and not match["scales"]
    )


def _year_in_words(words: list[str]) -> bool:
    if len(words) < 2 or words[0] not in ("nineteen", "eighteen", "seventeen", "twenty"):
        return False
    return words[1] in TENS_WORDS or 10 <= SMALL_WORDS.get(words[1], 0)


#: "a second", "seconds", "at first": no ordinal, or hardly one.
_TIME_BEFORE = re.compile(r"\b(?:a|per|each|every|split|this|wait\sa|just\sa|at|from\sthe)\s$")


def _second_is_time(text: str, start: int, end: int, word: str) -> bool:
    before = text[max(0, start - 12) : start].lower()
    if word == "second":
        return bool(_TIME_BEFORE.search(before)) or text[end : end + 1] in ("s", ".", ",", ";")
    return before.endswith("at ") or text[end : end + 1] in (",", ".", ";")


def _vagueness(before: str, text: str, end: int) -> Vagueness:
    if _OVER.search(before) or _OVER_AFTER.match(text, end):
        return "over"
    if _UNDER.search(before):
        return "under"
    if _ABOUT.search(before):
        return "about"
    return ""


def _ranges(text: str, numbers: list[Quantity]) -> Iterator[Quantity]:
    """The numbers, the lower end of a range with the unit and scale of the upper."""
    for place, number in enumerate(numbers):
        if place + 1 < len(numbers) and number.kind == "count":
            upper = numbers[place + 1]
            gap = _BETWEEN.fullmatch(text, number.end, upper.start)
            if gap and upper.kind in ("percent", "money", "measure", "multiple", "count"):
                yield _lower_end(number, upper)
                continue
        if number.kind == "year" and place + 1 < len(numbers):
            # 2023-24
            later = numbers[place + 1]
            if (
                later.kind == "count" and later.end - later.start == 2
                and text[number.end : later.start] in "-–/"
                and later.start - number.end == 1
            ):
                numbers[place + 1] = replace(
                    later, kind="year", value=number.value // 100 * 100 + later.value
                )
        yield number


def _lower_end(number: Quantity, upper: Quantity) -> Quantity:
    value, also = number.value, number.also
    if upper.kind == "percent":
        value = value / 100
    elif upper.value >= 100 and value < 100:
        scale = 1
        for name in ("hundred", "thousand", "million", "billion", "trillion"):
            if name in upper.text.lower():
                scale = SCALE_WORDS[name]
        if scale > 1 and upper.value >= scale and value * scale <= upper.value:
            also = (*also, value)
            value *= scale
    return replace(number, kind=upper.kind, value=value, upper=value, unit=upper.unit, also=also)


def _nouns(text: str, taken: bytearray) -> Iterator[Quantity]:
    for match in _free(_NOUN, text, taken):
        word = match.group().lower()
        kind, value, unit = _NUMBER_NOUNS[word]
        start, end = match.span()
        weight: Weight = "silent"
        if word == "half":
            after_kind, after_unit, after_end = _unit_after(text, end, "fraction", value)
            if after_unit:
                kind, unit, end, weight = after_kind, after_unit, after_end, "soft"
        yield replace(
            _at(text, (start, end), kind, value, weight),
            unit=unit,
            vague="few" if word in _VAGUE_NOUNS else "",
            upper=_VAGUE_NOUNS.get(word, value),
        )
    for match in _free(_ROMAN_AFTER, text, taken):
        number = roman_number(match[1])
        if number is not None:
            yield _at(text, match.span(1), "ordinal", number, "silent")


def _free(pattern: re.Pattern[str], text: str, taken: bytearray) -> Iterator[re.Match[str]]:
    """Matches on places nobody has taken yet; they are taken then."""
    for match in pattern.finditer(text):
        if taken.find(1, match.start(), match.end()) < 0:
            _take(taken, match.start(), match.end())
            yield match


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\1" * (end - start)


def _at(
    text: str, span: tuple[int, int], kind: Kind, value: Fraction, weight: Weight = "hard"
) -> Quantity:
    return Quantity(kind, value, *span, text[slice(*span)], weight, upper=value)
