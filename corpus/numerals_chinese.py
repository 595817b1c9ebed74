"""The quantities of a Chinese text: figures, numerals, dates, money, measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from corpus.calendar_chinese import NAMED_DAY, chinese_calendar
from corpus.figures_in_names import figures_in_names
from corpus.numeral_idioms import BARE_SCALE, CLASSIFIER, sayings, weight_of
from corpus.numerals import HANZI, chinese_number, figure_value, roman_number, scale_value
from corpus.quantities import Kind, Quantity, Weight, in_order
from corpus.scan import Reading, Scan
from corpus.simplified import simplified
from corpus.suffixes_chinese import read_more, read_suffix, read_unit
from corpus.units import LONGEST_MONEY_SIGN, MONEY_SIGNS, money_sign_before
from corpus.vagueness import chinese_vagueness

#: Texts whose quantities are kept: alignment asks for the same sentence many times.
_TEXTS_KEPT = 1 << 13

_SIGNS = {
    **{chr(ord("①") + place): Fraction(place + 1) for place in range(20)},
    **{chr(ord("Ⅰ") + place): Fraction(place + 1) for place in range(12)},
    **{chr(ord("㈠") + place): Fraction(place + 1) for place in range(10)},
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
    "⅓": Fraction(1, 3), "⅔": Fraction(2, 3),
}

_ANY = re.compile(
    rf"[\d{HANZI}半双雙首{''.join(_SIGNS)}]|元年|(?:星期|[礼禮]拜|[周週])[日天]|翻番|倍增|之年|古稀|花甲"
    "|[季亚亞][军軍]|隔[天日周週年月]"
)
#: 两打啤酒 is two dozen; 一打开, 一打听 are verbs.
_DOZEN = re.compile("打(?=$|[装，。、；鸡啤纸铅毛袜饮酒玫盘杯瓶罐橘苹钢信白红手牡生玻蜡香文衬螃])")
#: 八五折 is 85 %, not "five or eight".
_DISCOUNT = re.compile("[一二三四五六七八九]{2}(?=折)")
#: Whether a numeral begins is asked first, since the rest is asked at each character.
_NUMERAL = re.compile(
    rf"""
    (?=[\d{HANZI}半{''.join(_SIGNS)}])
    (?:
    (?P<figure>\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:[.．]\d+)?)
      (?:(?P<some>多|余)?\ ?(?P<scale>[百千]?[万亿兆萬億]{{1,3}}|[百千])(?![瓦兆米克])
         (?P<rest>
           (?:(?:\d,\d{{3}}|\d{{1,4}})(?:[百千]?万|[百千])(?![瓦兆米克]))*
           (?:\d{{3,4}}(?![\d.,．年]))? ))?
  | (?P<hanzi>
      [{HANZI}]+ (?:点(?=[〇零一二三四五六七八九])[〇零一二三四五六七八九]+(?![分十刻点])[万亿]*)?
      (?:[多余来](?=[百千万亿])[百千万亿]+)?
      (?:(?<=十)有[一二三四五六七八九](?=$|[，。；、岁年载]))? )
  | (?P<half>半)
  | (?P<sign>[{''.join(_SIGNS)}])
    )
    """,
    re.VERBOSE,
)
_ZERO = Fraction(0)
_PART = re.compile(r"(?P<figure>\d[\d,]*)(?P<scale>[百千万]*)")
#: 我家老三, 排行老二; 老三届 were at school, 李老三 is a name and 老三样 a saying.
_CHILD = re.compile("(?<![\u4e00-\u9fff])老[二三四五六七](?![一-鿿])|(?<=[家是行的])老[二三四五六七](?![届样])")
#: 几 and 数 make a magnitude of a numeral.
_FEW = frozenset("几数幾數")
#: 数 after these is "number": 人数, 函数, 多数.
_COUNTED_BY_NUMBER = frozenset("人函次总指参系倍多少无分岁为半基级常复变奇偶整")
_RANGE = re.compile(r"\s*(?:至|到|—{1,2}|－|-|–|~|～|〜|或)\s*")
#: 2022/23财年
_YEARS_BETWEEN = re.compile(rf"(?:{_RANGE.pattern})|/")
_SHORT_YEAR = re.compile(r"\d\d(?=(?:[学财赛]|财政)?年|赛季)")
_RANGE_KINDS = frozenset(
    {"percent", "money", "measure", "multiple", "count", "day", "month", "decade"}
)

#: Words that hold a number without a numeral: they may answer to one.
_NOUNS: dict[str, tuple[Kind, Fraction]] = {
    "双": ("count", Fraction(2)), "首": ("ordinal", Fraction(1)),
    "翻番": ("multiple", Fraction(2)), "翻倍": ("multiple", Fraction(2)),
    "倍增": ("multiple", Fraction(2)), "加倍": ("multiple", Fraction(2)),
    "元年": ("ordinal", Fraction(1)),
    "亚军": ("ordinal", Fraction(2)), "季军": ("ordinal", Fraction(3)),
    "次": ("ordinal", Fraction(2)), "季度": ("fraction", Fraction(1, 4)),
}
#: 第XII号议定书, 附件II, II型糖尿病
_ROMAN = re.compile(
    "(?<![A-Za-z])[IVXLC]{1,6}(?=[型期级类号章条节卷编部届次轮])|(?<=[附章件])[IVX]{1,5}(?![A-Za-z])"
)
_ROMAN_SIGN = re.compile("[IVXLC]")
_NOUN = re.compile("翻番|翻倍|倍增|加倍|元年|亚军|季军|季度|双|首|次(?=日|年|席)")


@lru_cache(_TEXTS_KEPT)
def chinese_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a Chinese text in order."""
    roman = _ROMAN_SIGN.search(text) and _ROMAN.search(text)
    if not (_ANY.search(text) or NAMED_DAY.search(text) or roman):
        return ()
    read = simplified(text)
    quantities = _quantities(read)
    if read == text:
        return quantities
    return tuple(_restored(number, text) for number in quantities)


def _restored(number: Quantity, text: str) -> Quantity:
    """The quantity in its own characters; 元 in a traditional text is any dollar's."""
    written = text[number.start : number.end]
    unit = "" if number.unit == "CNY" and written.endswith("元") else number.unit
    return replace(number, text=written, unit=unit)


def _quantities(text: str) -> tuple[Quantity, ...]:
    scan = Scan(text)
    found = [*sayings(scan), *figures_in_names(scan), *chinese_calendar(scan)]
    numbers: list[Quantity] = []
    for match in _NUMERAL.finditer(text):
        whole = match if scan.is_free(*match.span()) else _rest_of(scan, match)
        if whole:
            numbers.extend(_number(scan, whole))
    found.extend(_ranges(text, numbers))
    for match in scan.free(_ROMAN) if _ROMAN_SIGN.search(text) else ():
        value = roman_number(match.group())
        if value is not None:
            weight: Weight = "plain" if _ROW.match(text, match.end()) else "silent"
            found.append(scan.quantity(match.span(), "ordinal", value, weight))
    for match in scan.free(_NOUN):
        kind, value = _NOUNS[match.group()]
        found.append(scan.quantity(match.span(), kind, value, "silent"))
    return tuple(in_order(found))


#: Behind a Roman numeral that is said in English too: Ⅱ期, III型.
_ROW = re.compile("[期型类級级章卷部]")


def _rest_of(scan: Scan, match: re.Match[str]) -> re.Match[str] | None:
    """六 of 统一六国: the numeral behind a word that ends with one."""
    start = scan.taken_until(*match.span())
    if not match["hanzi"] or not match.start() < start < match.end():
        return None
    return _NUMERAL.match(scan.text, start) if scan.is_free(start, match.end()) else None


def _number(scan: Scan, match: re.Match[str]) -> list[Quantity]:
    """The quantities of one numeral: none, one, or the two of 十八九."""
    start, end = match.span()
    if match["half"]:
        return [_half(scan, start, end)]
    reading = Reading(scan.text, start, end, match.group(), _ZERO, stop=end)
    values: tuple[Fraction, ...] | None
    if match["figure"]:
        value = figure_value(match["figure"]) or _ZERO
        if match["scale"]:
            value = value * scale_value(match["scale"]) + _rest(match["rest"] or "")
            reading.vague = "over" if match["some"] else ""
        else:
            reading.numeral = match["figure"]
        values = (value,)
    elif match["sign"]:
        values, reading.weight = (_SIGNS[match["sign"]],), "silent"
    else:
        values = _hanzi_values(reading)
    if not values or reading.numeral in _FEW and not _is_several(reading):
        return []
    reading.value = values[0]
    if reading.before(1) == "老" and _CHILD.match(scan.text, start - 1):
        reading.kind = "ordinal"        # 老三 is the third child
    if match["hanzi"]:
        reading.weight = weight_of(reading)
    _read_around(reading)
    scan.take(reading.start, reading.stop)
    return _split(reading, values)


def _rest(text: str) -> int:
    """What follows the first scale: 5千万 of 3亿5千万, 4千 of 7万4千, 2500 of 3万2500."""
    return sum(
        int(part["figure"].replace(",", "")) * scale_value(part["scale"])
        for part in _PART.finditer(text)
    )


def _is_several(reading: Reading) -> bool:
    """几个 and 数名 are several; 函数, 人数 and 几乎 are not."""
    if reading.before(1) in _COUNTED_BY_NUMBER and reading.numeral == "数":
        return False
    return bool(CLASSIFIER.match(reading.text, reading.end))


def _half(scan: Scan, start: int, end: int) -> Quantity:
    """半年, 半小时, 半个世纪, 半打; 半 in 半导体 or 夜半 says nothing."""
    reading = Reading(scan.text, start, end, "半", Fraction(1, 2), stop=end)
    if _DOZEN.match(scan.text, end):
        scan.take(start, end + 1)
        return scan.quantity((start, end + 1), "count", 6, "plain")
    if read_unit(reading) and reading.kind == "measure":
        reading.weight = "soft"
        scan.take(start, reading.stop)
        return reading.quantity()
    scan.take(start, end)
    return scan.quantity((start, end), "fraction", Fraction(1, 2), "silent")


def _hanzi_values(reading: Reading) -> tuple[Fraction, ...] | None:
    """The values of a numeral in characters; may move the reading's end."""
    numeral = reading.numeral.replace("有", "")       # 八十有三
    if _DISCOUNT.match(reading.text, reading.start):
        return chinese_number("十".join(numeral))
    if len(numeral) > 1 and numeral[-1] == "两":
        # 二十两 is a weight; 一两天 is "a day or two"
        if len(numeral) > 2 or not CLASSIFIER.match(reading.text, reading.end):
            numeral = numeral[:-1]
            reading.numeral, reading.end = numeral, reading.end - 1
            reading.stop = reading.end
    tail = re.search("(?P<more>[多余来])[百千万亿]+$|(?<=[^点万亿兆])[万亿兆]+$", numeral)
    if tail and (tail["more"] or "点" in numeral):
        reading.vague = "over" if tail["more"] else ""
        head = chinese_number(numeral[: tail.start()])
        scale = scale_value(tail.group().lstrip("多余来"))
        return tuple(one * scale for one in head) if head else None
    return chinese_number(numeral)


def _read_around(reading: Reading) -> None:
    """What stands before the number, then what stands after."""
    if _DOZEN.match(reading.text, reading.end):
        reading.value *= 12
        reading.end = reading.stop = reading.end + 1
        reading.weight = "soft" if reading.numeral == "一" else "plain"
    before = reading.before(2)
    if before.endswith("第"):
        reading.kind = "ordinal"
        reading.start -= 1
    elif before in ("第（", "第("):
        reading.kind = "ordinal"        # 第（三）项
    if sign := money_sign_before(reading.before(LONGEST_MONEY_SIGN)):
        reading.kind, reading.unit = "money", MONEY_SIGNS[sign.group().strip()]
        reading.start -= len(sign.group())
    read_more(reading)
    read_suffix(reading)
    if not reading.vague:
        # 上百人 is "over a hundred"; 上 before another number says nothing
        above = reading.before(1) == "上" and BARE_SCALE.match(reading.text, reading.start)
        reading.vague = "over" if above else chinese_vagueness(
            reading.text, reading.start, reading.stop, reading.unit
        )


def _split(reading: Reading, values: tuple[Fraction, ...]) -> list[Quantity]:
    """One quantity, a magnitude (几十), or the two of 十八九."""
    first = reading.quantity()
    if len(values) == 1 or not values[0]:
        return [first]
    upper = first.value * values[1] / values[0]
    light: Weight
    if _FEW & set(reading.numeral):
        light = "silent" if reading.numeral in _FEW else "soft"
        return [replace(first, vague="few", upper=upper, weight=light)]
    light = "silent" if first.weight == "silent" else "soft"
    also = first.also
    if first.kind == "decade":          # 十九世纪二三十年代: 1820s, 1830s
        also = tuple(one + upper - first.value for one in also)
    return [
        replace(first, weight=light),
        replace(first, value=upper, upper=upper, weight=light, also=also),
    ]


def _ranges(text: str, numbers: list[Quantity]) -> Iterator[Quantity]:
    """The numbers, the lower end of a range with the unit and scale of the upper."""
    for place, number in enumerate(numbers):
        upper = numbers[place + 1] if place + 1 < len(numbers) else None
        if upper is None:
            yield number
        elif number.kind == "year":
            between = _YEARS_BETWEEN.fullmatch(text, number.end, upper.start)
            if between and _is_short_year(text, upper):
                # 2023年至24年, 1998至99学年
                value = number.value // 100 * 100 + int(upper.text[:2])
                later = Fraction(value)
                numbers[place + 1] = replace(upper, kind="year", value=later, upper=later, unit="")
            yield number
        elif number.kind != "count":
            yield number
        elif text[number.end : upper.start] == "、":
            yield _listed(number, upper)
        elif not _RANGE.fullmatch(text, number.end, upper.start):
            yield number
        elif upper.kind == "year" and number.value >= 1000:
            yield replace(number, kind="year")
        elif upper.kind in _RANGE_KINDS:
            yield _lower_end(number, upper)
        else:
            yield number


def _is_short_year(text: str, later: Quantity) -> bool:
    """24年 or 99学年 after a year."""
    return _SHORT_YEAR.match(text, later.start) is not None


def _listed(number: Quantity, upper: Quantity) -> Quantity:
    """三、四月 are March and April, 七、八十人 seventy or eighty; 3、5 are what they are."""
    if upper.kind in ("month", "day") and number.value < upper.value:
        return replace(number, kind=upper.kind, weight=upper.weight)
    for scale in (10, 100, 1000, 10**4):
        if (number.value + 1) * scale == upper.value and number.value < 10:
            value = number.value * scale
            return replace(
                number, value=value, upper=value, kind=upper.kind, unit=upper.unit, weight="soft"
            )
    return number


def _lower_end(number: Quantity, upper: Quantity) -> Quantity:
    value, also = number.value, number.also
    if upper.kind == "percent":
        # 一至三成 counts in tenths, 10—20% in hundredths
        value = value / (10 if "成" in upper.text else 100)
    else:
        scales = re.search("[万亿兆]+", upper.text)
        if scales and not re.search("[万亿兆]", number.text):
            scale = scale_value(scales.group())
            if value * scale <= upper.value:
                also = (*also, value)
                value *= scale
    weight = upper.weight if number.weight == "silent" else number.weight
    return replace(
        number, kind=upper.kind, value=value, upper=value, unit=upper.unit, also=also, weight=weight
    )
