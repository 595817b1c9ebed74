"""English words and phrases that hold a number without a numeral: both, twice, tens of thousands.

They may answer to a number of the Chinese text, and are seldom missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from corpus.numerals import SCALE_WORDS, roman_number
from corpus.quantities import OF_THE_NAME, WORLD_WAR, Kind, Quantity, Weight
from corpus.scan import Reading, Scan
from corpus.suffixes_english import read_unit
from corpus.vagueness import english_vagueness

#: kind, value, unit, and the words that say it
_LISTED: tuple[tuple[Kind, int | Fraction, str, str], ...] = (
    ("ordinal", 1, "", "primary"),
    ("ordinal", 2, "", "secondary runner-up"),
    ("ordinal", 3, "", "tertiary"),
    ("count", 0, "", "nil"),
    ("count", 1, "", "monthly"),
    ("count", 2, "", "both couple pair pairs twin twins dual either neither bilateral duo"),
    ("count", 3, "", "trio tri trilateral tripartite"),
    ("count", 4, "", "quartet"),
    ("count", 12, "", "dozen"),
    ("count", 100, "", "hundred"),
    ("count", 1000, "", "thousand"),
    ("count", 10**6, "", "million millionaire"),
    ("count", 10**9, "", "billion"),
    ("multiple", 1, "", "once"),
    ("multiple", 2, "", "twice double doubled doubles doubling twofold"),
    ("multiple", 3, "", "thrice triple tripled triples tripling threefold"),
    ("multiple", 4, "", "quadruple quadrupled fourfold"),
    ("multiple", 5, "", "quintupled fivefold"),
    *(
        ("multiple", value, "", f"{name}fold")
        for name, value in (
            ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("hundred", 100),
            ("thousand", 1000),
        )
    ),
    ("fraction", Fraction(1, 2), "", "half halves halved halfway"),
    ("fraction", Fraction(1, 4), "", "quarter"),
    ("measure", 2, "week", "fortnight"),
    ("measure", 2, "year", "biennium biennial biennially"),
    ("measure", 3, "year", "triennial triennium"),
    ("measure", 5, "year", "quinquennial"),
    ("measure", 10, "year", "decade decade-long"),
    ("measure", 100, "year", "century centenary centennial"),
    ("measure", 1000, "year", "millennium"),
)
_WORDS = {
    word: (kind, Fraction(value), unit)
    for kind, value, unit, words in _LISTED
    for word in words.split()
}
#: word to kind, unit, and the least and the most it covers
_MAGNITUDES: dict[str, tuple[Kind, str, int, int]] = {
    "several": ("count", "", 2, 9),
    "few": ("count", "", 2, 9),
    "decades": ("measure", "year", 20, 90),
    "centuries": ("measure", "year", 200, 900),
}
#: In small letters, as all patterns here but that of Roman numerals.
_WORD = re.compile(
    r"\b(?:{})\b".format("|".join(sorted([*_WORDS, *_MAGNITUDES], key=len, reverse=True)))
)
#: As letters in a row: of "runner-up" the first part.
_NOUNS = frozenset(word.split("-")[0] for word in (*_WORDS, *_MAGNITUDES))

_PLURAL_SCALES = {
    "tens": 10, "dozens": 10, "scores": 20, "hundreds": 100, "thousands": 1000,
    "millions": 10**6, "billions": 10**9, "trillions": 10**12,
}
_PLURALS = re.compile(
    r"\b(?:(?P<tens>tens|scores|dozens|hundreds)\s+(?:and\s\w+\s)?of\s+)?"
    r"(?P<word>tens|dozens|(?<!the\s)scores(?=\sof\s(?!the\b))"     # no set scores
    r"|hundreds|thousands|millions|billions|trillions)\b"
    r"(?P<years>\sof\syears\b)?"
)
_PART_OF_SCALE = re.compile(
    r"(?<!and\sa\s)\b(?P<part>half|quarter)[-\s](?:of\s)?(?:an?[-\s])?"
    r"(?P<scale>hundred|thousand|million|billion|trillion|dozen)\b"
)
#: "a quarter of a percentage point", "a half-point rise", "a three-quarter-point increase"
_PART_OF_POINT = re.compile(
    r"\b(?:(?P<three>three)[-\s])?(?P<part>half|quarter)s?[-\s](?:of[-\s])?(?:an?[-\s]|one[-\s])?"
    r"(?:percentage[-\s])?points?\b"
)
_ALL_DAY = re.compile(r"\b(?:a?round[-\s]the[-\s]clock|day\sand\snight)\b")
#: "a couple of thousand", "a couple of days"
_COUPLE = re.compile(
    r"\bcouple\s(?:of\s)?(?:(?P<scale>hundred|thousand|million|billion)\b"
    r"|(?P<unit>second|minute|hour|day|week|month|year|decade)s\b)"
)
_UNIT_AND_HALF = re.compile(
    r"\b(?:an?|one)\s(?P<unit>minute|hour|day|week|month|year|decade|century)\sand\sa\shalf\b"
)
#: "a day or two"
_OR_TWO = re.compile(r"\bor\stwo\b(?!\s(?:hundred|thousand|million))")

_ROMAN = re.compile(r"(?<=\w\s)([IVX]{1,5}|[LX]+[IVX]{1,5})\b(?!\.\w|['’](?!s\b))")
#: "I" is a numeral only after such a word.
_WORLD_WAR = "War"
_NUMBERED = frozenset((_WORLD_WAR, *"Part Chapter Phase Class Level Section Volume".split()))
#: … or after the name of a king or pope
_RULERS = frozenset(
    """Elizabeth Charles James Henry Louis William George Edward Richard Philip Francis Frederick
    Catherine Nicholas Alexander Peter Paul John Pius Benedict Napoleon Wilhelm Leopold Ferdinand
    Maria Mary Ramses Rama Darius Xerxes Justinian Theodosius Constantine Otto Ivan Leo Gregory
    Innocent Urban Clement Boniface Felipe Carlos Juan Albert Harald Christian Gustav""".split()
)
#: Most texts have no word of these letters; that a word and a blank stand before is asked second,
#: since a pattern that begins with letters is looked for faster.
_ROMAN_SIGNS = re.compile(r"[IVXL](?<=\w\s.)[IVXL]*\b")

#: After these a Roman numeral is said in Chinese too: Phase II; not in Elizabeth II.
_PART_OF_A_ROW = re.compile(
    r"\b(?:phase|part|chapter|class|section|volume|stage|type|grade|annex)\s$", re.IGNORECASE
)
#: "a quarter of an hour", "a quarter century"; not "last quarter, a year ago"
_QUARTER_OF = re.compile(r"\sof\san?\s|[\s-](?:century|mile|hour)\b")
#: "a kilo" answers to 两斤, "a year" to 十二个月.
_ONE_UNIT = re.compile(
    r"(?<!half\s)\ban?\s(?P<unit>kilo|kilogram|year|week|month|day|hour|decade|century|mile"
    r"|hectare)\b"
)
_SINGLE_UNITS = frozenset(
    "kilo kilogram year week month day hour decade century mile hectare".split()
)
_SPELLED = {"kilo": "kg", "kilogram": "kg"}


_SINCE = re.compile(r"\s(?:ago|earlier|before)\b")

_PARTS = frozenset({"half", "halfs", "quarter", "quarters"})
_SCALES = frozenset({*SCALE_WORDS, "point", "points"})
_AROUND = frozenset({"clock", "night"})
_HALVED = frozenset("minute hour day week month year decade century".split())
#: What is asked of a text's words.
NOUN_WORDS = frozenset(
    {*_NOUNS, *_PLURAL_SCALES, *_PARTS, *_SCALES, *_HALVED, *_SINGLE_UNITS, *_AROUND, "two"}
)


def number_phrases(scan: Scan) -> Iterator[Quantity]:
    """Phrases that a plain reading of their words would get wrong: half a million."""
    words = scan.words
    if words & _PARTS:
        for match in scan.free_words(_PART_OF_SCALE) if words & _SCALES else ():
            parts = 2 if match["part"] == "half" else 4
            value = Fraction(SCALE_WORDS[match["scale"]], parts)
            yield scan.quantity(match.span(), "count", value, "plain")
        for match in scan.free_words(_PART_OF_POINT) if words & _SCALES else ():
            parts = 2 if match["part"] == "half" else 4
            points = Fraction(3 if match["three"] else 1, parts)
            yield scan.quantity(match.span(), "percent", points / 100)
        for match in scan.free_words(_UNIT_AND_HALF) if words & _HALVED else ():
            unit = match["unit"]
            yield scan.quantity(match.span(), "measure", Fraction(3, 2), "plain", unit=unit)
    for match in scan.free_words(_COUPLE) if "couple" in words else ():
        scale = Fraction(SCALE_WORDS[match["scale"]] if match["scale"] else 1)
        unit = match["unit"] or ""
        kind: Kind = "measure" if unit else "count"
        yield scan.quantity(match.span(), kind, scale, "soft", unit=unit, upper=scale * 9)
    for match in scan.free_words(_OR_TWO) if "two" in words else ():
        yield scan.quantity(match.span(), "count", 2, "soft")
    for match in scan.free_words(_ALL_DAY) if words & _AROUND else ():
        yield scan.quantity(match.span(), "measure", 24, "silent", unit="hour")
    for match in scan.free_words(_PLURALS) if words & _PLURAL_SCALES.keys() else ():
        tens = _PLURAL_SCALES[match["tens"]] if match["tens"] else 1
        low = Fraction(tens * _PLURAL_SCALES[match["word"]])
        kind, unit = ("measure", "year") if match["years"] else ("count", "")
        yield scan.quantity(match.span(), kind, low, "soft", unit=unit, upper=low * 10 - 1)


def number_nouns(scan: Scan) -> Iterator[Quantity]:
    """Single words with a number in them, and Roman numerals after a word."""
    for match in scan.free_words(_WORD) if scan.words & _NOUNS else ():
        word = match.group()
        if word in _MAGNITUDES:
            kind, unit, low, high = _MAGNITUDES[word]
            yield scan.quantity(
                match.span(), kind, low, "silent", unit=unit, upper=Fraction(high)
            )
            continue
        kind, value, unit = _WORDS[word]
        start, end = match.span()
        if word == "half" or word == "quarter" and _QUARTER_OF.match(scan.lowered, end):
            reading = Reading(scan.text, start, end, word, value, kind="fraction", stop=end)
            if read_unit(reading):
                reading.weight = "soft"
                scan.take(start, reading.stop)
                yield reading.quantity()
                continue
        noun = scan.quantity(match.span(), kind, value, "silent", unit=unit)
        yield replace(noun, vague=english_vagueness(scan.text, *match.span()))
    for match in scan.free(_ROMAN) if _ROMAN_SIGNS.search(scan.text) else ():
        number = roman_number(match[1])
        before = scan.text[: match.start()].split()[-1]
        named = before == _WORLD_WAR or before in _RULERS
        if match[1] == "I" and before not in _NUMBERED and before not in _RULERS:
            continue
        if number is not None:
            row = _PART_OF_A_ROW.search(scan.text, 0, match.start())
            weight: Weight = "plain" if row else "silent"
            unit = (WORLD_WAR if before == _WORLD_WAR else OF_THE_NAME) if named else ""
            yield scan.quantity(match.span(1), "ordinal", number, weight, unit=unit)
    for match in scan.free_words(_ONE_UNIT) if scan.words & _SINGLE_UNITS else ():
        unit = _SPELLED.get(match["unit"], match["unit"])
        vague = english_vagueness(scan.text, *match.span())
        # "more than a year", "within a week": these say something, but in
        # "higher than a year earlier" it is a time, not a measure
        since = _SINCE.match(scan.lowered, match.end())
        weight = "soft" if vague in ("over", "under") and not since else "silent"
        one = scan.quantity(match.span(), "measure", 1, weight, unit=unit)
        yield replace(one, vague=vague)
