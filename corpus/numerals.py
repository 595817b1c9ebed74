"""Numerals to values: 八十六万, 二〇二五, 壹仟; twenty-one, two hundred and fifty thousand."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

_DIGITS = {
    "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6,
    "七": 7, "八": 8, "九": 9, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7,
    "捌": 8, "玖": 9, "貳": 2, "參": 3, "陸": 6, "兩": 2, "俩": 2, "仨": 3,
}
_TENS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_PACKED = {"廿": "二十", "卅": "三十"}

#: A longer row of digits is noise, and slow to turn into a number.
LONGEST_NUMERAL = 40

#: A digit for 几 and 数: 数百 is "hundreds" and may be "a hundred", 十几 is 11 to 19.
_FEW = {"几": (1, 9), "数": (1, 9), "幾": (1, 9), "數": (1, 9)}

HANZI = "".join((*_DIGITS, *_TENS, *_MYRIADS, *_PACKED, *_FEW))

#: Two digits side by side are "or": 两三, 十八九, 三五; 九十 is ninety and 一二 one or two.
_OR = re.compile("([一二两三四五六七八])([二两三四五六七八九])(?=[十百千万亿]|$)")


@lru_cache(1 << 14)
def chinese_number(text: str) -> tuple[Fraction, ...] | None:
    """The value of a Chinese numeral; two values where it names two (十八九: 18, 19).

    三四十 is 30, 40; 几十 has two values as well, the ends of what it covers. Digits without
    a unit are read one by one (二〇二五). None if it is no number (万一, 十百).
    """
    if len(text) > LONGEST_NUMERAL:
        return None
    for packed, plain in _PACKED.items():
        text = text.replace(packed, plain)
    whole, point, decimals = text.partition("点")
    if point:
        base = _plain(whole)
        if base is None or not decimals or any(sign not in _DIGITS for sign in decimals):
            return None
        tail = "".join(str(_DIGITS[sign]) for sign in decimals)
        return (Fraction(f"{base}.{tail}") if base.denominator == 1 else base,)
    few = next((sign for sign in text if sign in _FEW), "")
    if few:
        low, high = _FEW[few]
        if text in _FEW:
            return (Fraction(low), Fraction(high))
        digits = "〇一二三四五六七八九"
        lower = 1 if text.startswith(("十", "拾")) or text[0] in _DIGITS else low
        ends = (_plain(text.replace(few, digits[lower])), _plain(text.replace(few, digits[high])))
        return None if ends[0] is None or ends[1] is None else (ends[0], ends[1])
    both = _OR.search(text)
    if both and not _by_digit(text):
        before, after = text[: both.start()], text[both.end() :]
        if not before or before[-1] in _TENS or before[-1] in _MYRIADS:
            one = _plain(before + both[1] + after)
            two = _plain(before + both[2] + after)
            if one is not None and two is not None and one != two:
                return (min(one, two), max(one, two))     # 三两个 is two or three
    value = _plain(text)
    return None if value is None else (value,)


def _by_digit(text: str) -> bool:
    return len(text) > 2 and all(sign in _DIGITS for sign in text)


def _plain(text: str) -> Fraction | None:
    """One value: positional grammar, or digit by digit."""
    if not text:
        return None
    if all(sign in _DIGITS for sign in text):
        return Fraction(int("".join(str(_DIGITS[sign]) for sign in text)))
    total = section = digit = 0
    last_unit = 0
    zero = pending = False
    for sign in text:
        if sign in _DIGITS:
            if pending and digit:
                return None
            digit = _DIGITS[sign]
            zero = zero or digit == 0
            pending = True
        elif sign in _TENS:
            unit = _TENS[sign]
            if last_unit and last_unit <= unit and last_unit < 10**4:
                return None
            section += (digit if pending and digit else 1) * unit
            last_unit, digit, pending, zero = unit, 0, False, False
        elif sign in _MYRIADS:
            unit = _MYRIADS[sign]
            section += digit
            if last_unit >= 10**4 and section == 0:
                total *= unit            # 万亿
            elif last_unit >= 10**4 and unit > last_unit:
                total = (total + section) * unit
            else:
                total += (section or 1) * unit
            section = digit = 0
            last_unit, pending, zero = unit, False, False
        else:
            return None
    if digit:
        # 两百五 is 250, 一万二 is 12,000; 二十五 and 一百零五 are as they stand
        section += digit * (last_unit // 10 if last_unit >= 100 and not zero else 1)
    return Fraction(total + section)


def single_value(numeral: str) -> Fraction | None:
    """The value of figures or of a numeral that names one number."""
    if numeral.isdecimal():
        return Fraction(int(numeral))
    values = chinese_number(numeral)
    return values[0] if values and len(values) == 1 else None


@lru_cache(1 << 12)
def figure_value(figure: str) -> Fraction | None:
    """The value of figures, full-width ones and thousands marks too: 1,234.5, １２３."""
    digits = "".join(
        str(int(sign)) if sign.isdecimal() else "." if sign in ".．" else ""
        for sign in figure
    )
    if not digits.strip(".") or len(digits) > LONGEST_NUMERAL:
        return None
    return Fraction(digits)


def scale_value(text: str) -> int:
    """What a row of scale signs multiplies by: 万亿 is 10^12, 百万 is 10^6."""
    value = 1
    for sign in text:
        value *= _TENS.get(sign) or _MYRIADS[sign]
    return value


SMALL_WORDS = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen""".split()
    )
}
TENS_WORDS = {
    word: 10 * (2 + place)
    for place, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split()
    )
}
SCALE_WORDS = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12,
    "k": 1000, "m": 10**6, "b": 10**9, "dozen": 12, "score": 20,
    "lakh": 10**5, "crore": 10**7,
}
ORDINAL_WORDS = {
    word: value
    for value, word in enumerate(
        """zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh
        twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth
        nineteenth""".split()
    )
} | {
    word.removesuffix("y") + "ieth": value for word, value in TENS_WORDS.items()
} | {
    "hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9,
    "trillionth": 10**12,
}


def english_number(words: list[str]) -> Fraction:
    """The value of number words and figures in order; "and" and articles may stand between."""
    if len(words) == 2 and _is_century(words[0]) and words[1] in TENS_WORDS:
        return Fraction(SMALL_WORDS.get(words[0], 20) * 100 + TENS_WORDS[words[1]])
    if len(words) >= 2 and _is_century(words[0]) and _below_hundred(words[1:]) >= 10:
        return Fraction(_below_hundred(words[:1]) * 100 + _below_hundred(words[1:]))
    total: int | Fraction = 0
    section: int | Fraction = 0
    for word in words:
        if word == "and":
            continue
        if word in ("a", "an"):
            section += 1
        elif word in SMALL_WORDS:
            section += SMALL_WORDS[word]
        elif word in TENS_WORDS:
            section += TENS_WORDS[word]
        elif word in ORDINAL_WORDS:
            value = ORDINAL_WORDS[word]
            section = section * value if value >= 100 and section else section + value
        elif word in SCALE_WORDS:
            scale = SCALE_WORDS[word]
            if scale <= 100:
                section = (section or 1) * scale
            elif total and not section:
                total *= scale
            else:
                total += (section or 1) * scale
                section = 0
        else:
            section += Fraction(word.replace(",", ""))
    return Fraction(total + section)


def _is_century(word: str) -> bool:
    return 10 <= SMALL_WORDS.get(word, 0) or word == "twenty"


def _below_hundred(words: list[str]) -> int:
    value = 0
    for word in words:
        if word not in SMALL_WORDS and word not in TENS_WORDS:
            return 0
        value += SMALL_WORDS.get(word) or TENS_WORDS.get(word, 0)
    return value if value < 100 else 0


_ROMAN = re.compile("M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman_number(text: str) -> Fraction | None:
    """The value of a Roman numeral in capitals; None if it is none."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[sign] for sign in text]
    return Fraction(
        sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0]))
    )
