"""What stands after an English number and makes it a share, a multiple, money or a measure."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from corpus.numerals import ORDINAL_WORDS, SCALE_WORDS
from corpus.scan import Reading
from corpus.units import (
    ENGLISH_ABBREVIATION,
    ENGLISH_CURRENCY,
    ENGLISH_UNIT,
    LONGEST_MONEY_SIGN,
    MONEY_SIGNS,
    english_money,
    english_unit,
    money_sign_before,
)

_PERCENT = re.compile(
    r"\s?%|[-\s](?:percent|per\scent|pct)(?:age[-\s]points?)?\b|\s?percentage\spoints?\b"
    r"|\s?pp\b|\s(?P<mille>per\s(?:thousand|mille))\b|\s(?P<basis>basi[sc])\spoints?\b",
    re.IGNORECASE,
)
_PARTS_PER = re.compile(
    r"\s?(ppm|ppb|parts?\s(?:per|in\sa)\s(?:thousand|million|billion|trillion))\b", re.IGNORECASE
)
#: "three quarters", "2 thirds"; not "third quarter of 2020".
_DENOMINATOR = re.compile(
    r"[-\s](?P<name>halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?"
    r"|ninths?|tenths?|hundredths?|thousandths?|half)\b"
    r"(?!\s(?:of\s(?:\d{4}|this|last|the\syear)|19|20))",
    re.IGNORECASE,
)
#: "the first three quarters" are of a year.
_OF_A_YEAR = re.compile(
    r"(?i:first|last|past|previous|next|consecutive|successive|straight|final|other)\s$"
)
_YEAR_REACH = 12
_DENOMINATORS = {"half": 2, "halve": 2, "quarter": 4, "fourth": 4}

#: "two and a half million", "five and a half hours"
_AND_PART = re.compile(
    r"[-\s]and[-\s](?P<part>an?[-\s]half|one[-\s]half|a[-\s]quarter|three[-\s]quarters)\b"
    r"(?:[-\s](?P<scale>hundred|thousand|million|billion|trillion)\b)?",
    re.IGNORECASE,
)
_PARTS = {
    "a half": Fraction(1, 2), "an half": Fraction(1, 2), "one half": Fraction(1, 2),
    "a quarter": Fraction(1, 4), "three quarters": Fraction(3, 4),
}
_TIMES = re.compile(r"[-\s]?(?:times|fold)\b|x\b|[-\s]time\b", re.IGNORECASE)
_GAP = re.compile(r"[\s-]{0,2}(?:of\s)?(?:full\s|whole\s|long\s|more\s)?")
#: A verb except after a large number.
_WON = re.compile(r"won\b")
_OF_A = re.compile(r"[\s-]an?\s|\sof\san?\s")


def _money_sign(reading: Reading) -> bool:
    """$3, RMB 30,000."""
    sign = money_sign_before(reading.before(LONGEST_MONEY_SIGN))
    if sign is None or reading.kind != "count":
        return False
    reading.kind, reading.unit = "money", MONEY_SIGNS[sign.group().strip()]
    reading.start -= len(sign.group())
    return True


def _denominator(reading: Reading) -> bool:
    """Three quarters, two-thirds."""
    if reading.kind != "count" or reading.value >= 100:
        return False
    found = _DENOMINATOR.match(reading.text, reading.end)
    if found is None or reading.figure and found["name"].lower() == "half":
        return False
    name = found["name"].lower().removesuffix("s")
    if name == "quarter" and _OF_A_YEAR.search(reading.before(_YEAR_REACH)):
        return False
    bottom = _DENOMINATORS.get(name) or ORDINAL_WORDS.get(name, 0)
    if bottom <= reading.value:
        return True
    reading.value /= bottom
    reading.kind, reading.weight, reading.stop = "fraction", "plain", found.end()
    if _OF_A.match(reading.text, reading.stop):
        reading.end = reading.stop      # three quarters of an hour
        read_unit(reading)
    return True


def _parts_per(reading: Reading) -> bool:
    """Three parts per million, 3 ppm."""
    parts = _PARTS_PER.match(reading.text, reading.end)
    if parts is None or reading.kind != "count":
        return False
    scale = {"ppm": "million", "ppb": "billion"}.get(name := parts[1].lower(), name.split()[-1])
    reading.value /= SCALE_WORDS[scale]
    reading.kind, reading.weight, reading.stop = "fraction", "plain", parts.end()
    return True


def _percent(reading: Reading) -> bool:
    """5%, 5 percent, 5 percentage points, 17 basis points."""
    percent = _PERCENT.match(reading.text, reading.end)
    if percent is None:
        return False
    reading.value /= 10000 if percent["basis"] else 1000 if percent["mille"] else 100
    reading.kind, reading.weight, reading.stop = "percent", "hard", percent.end()
    if _OFF.match(reading.text, percent.end()):
        reading.unit = "off"
    return True


#: 20% off is 八折.
_OFF = re.compile(r"\s(?:off|discount|reduction|cheaper)\b")


def _and_part(reading: Reading) -> bool:
    """Two and a half million, five and a half hours."""
    more = _AND_PART.match(reading.text, reading.end)
    if more is None or reading.kind != "count":
        return False
    reading.value += _PARTS[more["part"].lower().replace("-", " ")]
    if more["scale"]:
        reading.value *= SCALE_WORDS[more["scale"].lower()]
    reading.end = reading.stop = more.end()
    read_unit(reading)
    return True


def _times(reading: Reading) -> bool:
    """Three times, threefold, 3x."""
    times = _TIMES.match(reading.text, reading.end)
    if times is None or reading.kind != "count":
        return False
    reading.kind, reading.stop = "multiple", times.end()
    return True


def read_unit(reading: Reading) -> bool:
    """What a number counts: money or a unit of measure."""
    if reading.kind not in ("count", "fraction"):
        return False
    text, end = reading.text, reading.end
    gap = _GAP.match(text, end)
    place = gap.end() if gap else end
    if reading.kind == "fraction" and (of_a := _OF_A.match(text, end)):
        place = of_a.end()              # half an hour, three quarters of a year
    if money := ENGLISH_CURRENCY.match(text, place):
        reading.kind, reading.unit = "money", english_money(money.group())
        reading.stop = money.end()
        return True
    if won := _WON.match(text, place):
        if "illion" in text[reading.start : place]:
            reading.kind, reading.unit, reading.stop = "money", "KRW", won.end()
            return True
    unit = ENGLISH_UNIT.match(text, place)
    if unit is None and text[end - 1].isdigit():
        unit = ENGLISH_ABBREVIATION.match(text, place)
    if unit is None:
        return False
    reading.kind, reading.unit = "measure", english_unit(unit.group())
    reading.stop = unit.end()
    return True


#: The first that fits decides.
_READERS: tuple[Callable[[Reading], bool], ...] = (
    _money_sign, _denominator, _percent, _parts_per, _and_part, _times, read_unit,
)


def read_around(reading: Reading) -> None:
    """Fill in what the text around the number says about it."""
    any(read(reading) for read in _READERS)
