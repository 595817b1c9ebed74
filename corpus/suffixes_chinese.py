"""What stands after a Chinese number and makes it a date, a share, money or a measure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fractions import Fraction

from corpus.numeral_idioms import BARE_SCALE, CLASSIFIER, dictionary_role
from corpus.numerals import HANZI, chinese_number, figure_value, scale_value, single_value
from corpus.scan import Reading
from corpus.units import CHINESE_CURRENCY, CHINESE_MONEY, CHINESE_UNIT, CHINESE_UNITS

#: Figures up to here are often dissolved like words: 4个方面.
SMALL_FIGURE = 10

#: What a fraction in figures may have below; 58/214 is the number of a resolution.
LARGEST_DENOMINATOR = 100

_MORE = re.compile("(?P<word>[多余来])(?!少)(?P<scale>[百千万亿]{0,3})")
_PERCENT = re.compile(r"\s?[%％]|个?百分点|\s?pct")
_PARTS_PER = re.compile(r"\s?pp(?P<size>[mb])(?![a-z])")
_BASIS_POINTS = re.compile("个?基本?点")
_PART_OF = re.compile(
    rf"分之(?P<part>\d+(?:\.\d+)?|[{HANZI}]+(?:点[〇零一二三四五六七八九]+)?)"
)
_SLASH = re.compile(r"/(\d{1,3})(?![\d/号])")
_CENTURY = re.compile("(?P<measure>个)?世纪")
_CENTURY_BEFORE = re.compile(rf"(?P<number>\d{{1,2}}|[{HANZI}]{{1,3}})世纪$")
#: Characters of 二十一世纪.
_CENTURY_REACH = 5
_DECADE_TOO = re.compile(rf"(?:初|末)?[{HANZI}\d]+年代")
_YEAR = re.compile(r"\s?年")
_LUNAR_DAY = re.compile("初[一二三四五六七八九十]")
_LUNAR = frozenset({"农历", "阴历", "旧历", "夏历"})
#: 农历三月初三和七月十四: the word holds for dates in characters that follow it.
_LUNAR_WITHIN = 15
_MONTH = re.compile(r"\s?月份?(?![球光亮])")
_DAY = re.compile(r"\s?(?P<sign>[日号])(?![元圆本报])")
_SIZES = frozenset("重高长宽深厚远")
_LASTING = re.compile("以上|以下|以内|之内|内(?![地容部政])|的?拘留|期限|届满")
_WITHIN = re.compile("[以之]?内(?![地容部政])")
#: 三成 is 30 %; 成为, 三成员 are not.
_TENTHS = re.compile(
    "成(?P<half>半|[一二三四五六七八九](?=$|[，。、；）的以左]))?(?![为立员功本长果交都熟效绩分就人千全群双家名语因败年心套])"
)
_ENDS = re.compile("$|[，。、；）的以左多]")
_DISCOUNT = re.compile("折(?![腾磨])")
_GAP = re.compile(r"\s?[多余来几]?\s?(?:个(?P<some>多(?=[小钟月世星礼]))?|整|来个|多个|余个)?")
_HALF_BEFORE = re.compile("个?半(?=小时|钟头|月|世纪|学期|星期)")
_HALF_AFTER = re.compile("半(?![数点导島岛边夜途径个年月天])")
_METRES_AND = re.compile(rf"(?P<part>\d{{1,2}}|[一二三四五六七八九]{{1,2}})(?![\d{HANZI}.个位名年月日])")
#: 4分27秒
_SECONDS_TOO = re.compile(r"分\d{1,2}秒")
#: 9秒83; 9秒5人 is 9 seconds
_SECONDS_AND = re.compile(r"(\d{2,3})(?![\d点.:年月日人个名多余万亿%])")
_SMALLER = re.compile("(?P<part>[1-9一二两三四五六七八九])(?P<name>[分两寸尺])(?![之钟钱])")
#: A unit and the smaller one that is a tenth of it.
_TENTH_OF = frozenset({"亩分", "斤两", "尺寸", "丈尺"})
_MORE_AFTER_UNIT = re.compile("[多余](?![少么样])")
_PIECES = re.compile("块(?=钱|，|。|、|多|[一二两三四五六七八九](?:[毛钱]|$|[，。；！？、）]))")
#: 三毛钱, 五分钱; 毛 without 钱 may be a hair or a name
_SMALL_MONEY = re.compile("(?P<tenths>[毛角])钱|分钱")
#: the rest of 三块五毛, 5元8角
_CHANGE = re.compile("(?P<part>[1-9一二两三四五六七八九])(?:[毛角](?!度)|(?=$|[钱，。；！？、）]))")
_DAYS = re.compile("[日夜]")
#: What a unit begins with, and what stands before it: 多 and 个 of 十多个小时, 半 of 半年.
_UNIT_SIGNS = frozenset(
    {name[0] for name in (*CHINESE_UNITS, *CHINESE_MONEY)} | set("块世年月日夜")
)
_GAP_SIGNS = frozenset("多余来几个整半毛角分")


def read_more(reading: Reading) -> None:
    """多, 余 and 来 after the number, with a magnitude: 150余, 十多万."""
    if more := _MORE.match(reading.text, reading.end):
        reading.vague = "about" if more["word"] == "来" else "over"
        reading.value *= scale_value(more["scale"])
        reading.stop = more.end()


def _part(reading: Reading) -> bool:
    """三分之二, 百分之五, 十万分之一."""
    part = _PART_OF.match(reading.text, reading.end)
    if part is None or not reading.value:
        return False
    top = figure_value(part["part"]) if part["part"][0].isdecimal() else None
    if top is None:
        values = chinese_number(part["part"])
        top = values[0] if values else None
    if top is None:
        return False
    whole = reading.value
    reading.kind = "percent" if whole == 100 else "fraction"
    reading.weight = "hard" if whole == 100 else "plain"
    if top == whole:
        reading.weight = "soft"         # 百分之百正确 is "absolutely right"
    reading.also = (whole,) if top == 1 and whole > 3 else ()      # 十分之一: "one in ten"
    reading.value = top / whole
    reading.stop = part.end()
    return True


def _slash(reading: Reading) -> bool:
    """2/3; 第58/214号决议 is no fraction."""
    slash = _SLASH.match(reading.text, reading.end) if reading.figure else None
    if slash is None or not reading.value < int(slash[1]) <= LARGEST_DENOMINATOR:
        return False
    reading.kind, reading.value = "fraction", reading.value / int(slash[1])
    reading.stop = slash.end()
    return True


def _percent(reading: Reading) -> bool:
    """5%, 5个百分点, 17个基点, 5‰."""
    text, stop = reading.text, reading.stop
    if percent := _PERCENT.match(text, stop):
        reading.value /= 100
        reading.stop, reading.weight = percent.end(), "hard"
    elif points := _BASIS_POINTS.match(text, stop):
        reading.value /= 10000
        reading.stop = points.end()
    elif text.startswith("‰", stop):
        reading.value /= 1000
        reading.stop = stop + 1
    elif parts := _PARTS_PER.match(text, stop):
        reading.value /= 10**6 if parts["size"] == "m" else 10**9
        reading.kind, reading.stop = "fraction", parts.end()
        return True
    else:
        return False
    reading.kind = "percent"
    return True


def _decade(reading: Reading) -> bool:
    """80年代, 九十年代."""
    if not reading.text.startswith("年代", reading.stop):
        return False
    century = _CENTURY_BEFORE.search(reading.before(_CENTURY_REACH))
    of_the_century = (single_value(century["number"]) or 0) if century else 0
    if reading.value >= 1000:
        reading.also = (reading.value,)
    elif of_the_century:
        reading.also = ((of_the_century - 1) * 100 + reading.value,)
    reading.kind, reading.value, reading.weight = "decade", reading.value % 100, "plain"
    reading.stop += 2
    return True


def _century(reading: Reading) -> bool:
    """20世纪 is a date, 两个世纪 a time."""
    century = _CENTURY.match(reading.text, reading.stop)
    if century is None:
        return False
    reading.stop = century.end()
    if century["measure"] or reading.numeral == "一":
        reading.kind, reading.unit = "measure", "century"
    else:
        # in 20世纪80年代 the decade says it
        decade = _DECADE_TOO.match(reading.text, century.end())
        reading.kind, reading.weight = "century", "silent" if decade else "plain"
    return True


def _year(reading: Reading) -> bool:
    """二〇二五年 and 1980年 are years; 三年, 100年 and 15年 last."""
    year = _YEAR.match(reading.text, reading.stop)
    if year is None:
        return False
    if reading.figure:
        calendar = len(reading.numeral) == 4 and reading.numeral.isdecimal()
    else:
        digits = not any(sign in "十百千万亿廿卅两几数" for sign in reading.numeral)
        calendar = digits and len(reading.numeral) in (2, 4)
    if not calendar or reading.value >= 2200:
        return False
    if reading.value < 100:             # 九八年
        reading.also = (reading.value, reading.value + 1900, reading.value + 2000)
    reading.kind, reading.stop, reading.weight = "year", year.end(), "hard"
    return True


def _month(reading: Reading) -> bool:
    """3月, 三月份; 3个月 is a time."""
    month = _MONTH.match(reading.text, reading.stop)
    if month is None or reading.kind != "count" or not 1 <= reading.value <= 12:
        return False
    reading.kind, reading.stop, reading.weight = "month", month.end(), "plain"
    near = reading.before(2 if reading.figure else _LUNAR_WITHIN)
    if any(word in near for word in _LUNAR) or _LUNAR_DAY.match(reading.text, month.end()):
        # "the eighth lunar month"
        reading.kind, reading.weight = "ordinal", "soft"
    return True


def _day(reading: Reading) -> bool:
    """20日, 5月20号; 3号楼 is a number of a house."""
    day = _DAY.match(reading.text, reading.stop)
    if day is None or reading.kind != "count" or not 1 <= reading.value <= 31:
        return False
    dated = reading.before(2).strip().endswith(("月", "、", "至"))
    if not dated and _LASTING.match(reading.text, day.end()):
        # 十日以上拘留, 三十日内: that many days
        reading.kind, reading.unit, reading.stop = "measure", "day", day.end()
        return True
    if day["sign"] == "号" and not dated:
        return False
    reading.kind, reading.stop = "day", day.end()
    if dated:
        reading.weight = "hard" if reading.figure else "plain"
    elif reading.weight != "silent":
        reading.weight = "plain"        # 25日表示: news drops it
    return True


#: Before 两倍: is, comes to, of last year; not 增长到, where people mean either.
_STANDS_AT = re.compile("(?:[是为达到有]|相当于)[^，。；增涨升加高多快大]{0,12}[的約约近]$")
_TIMES_WITHIN = 16


def _multiple(reading: Reading) -> bool:
    """两倍, 增长3倍, 翻两番."""
    text, stop = reading.text, reading.stop
    if text.startswith("倍", stop):
        half = text.startswith("半", stop + 1)
        if half:
            reading.value += Fraction(1, 2)
        # 增长3倍 is strictly fourfold, and often meant and said as threefold; 是去年的3倍 is neither
        if reading.before(1) == "了" and reading.value > 1:
            # 增加了两倍: tripled, "by two times", never doubled
            reading.value += 1
            reading.also = (reading.value - 1,)
        elif not _STANDS_AT.search(reading.before(_TIMES_WITHIN)):
            reading.also = (reading.value + 1, reading.value - 1)
        reading.stop = stop + 1 + half
    elif text.startswith("番", stop) and "翻" in reading.before(4):
        reading.value = Fraction(2) ** int(reading.value)
        reading.stop = stop + 1
    else:
        return False
    reading.kind, reading.weight = "multiple", "plain"
    return True


def _tenth(sign: str | None) -> Fraction:
    """What follows in 七成半 and 九成五, in tenths."""
    if not sign:
        return Fraction(0)
    if sign == "半":
        return Fraction(1, 2)
    return (single_value(sign) or Fraction(0)) / 10


def _tenths(reading: Reading) -> bool:
    """八成, 七成半, 打八折."""
    if reading.value < 10:
        tenths = _TENTHS.match(reading.text, reading.stop)
        # 一成 but at the end of what is said is 一成不变, 一成年
        if tenths and (reading.value != 1 or _ENDS.match(reading.text, tenths.end())):
            reading.value = (reading.value + _tenth(tenths["half"])) / 10
            reading.kind, reading.weight, reading.stop = "percent", "plain", tenths.end()
            return True
    if reading.value < 100 and _DISCOUNT.match(reading.text, reading.stop):
        reading.value /= 10 if reading.value < 10 else 100
        reading.also = (1 - reading.value,)
        reading.kind, reading.weight, reading.stop = "percent", "soft", reading.stop + 1
        return True
    return False


def read_unit(reading: Reading) -> bool:
    """Money or measure, with 半: 3000元, 3个半小时, 两年半, 半年."""
    if reading.kind not in ("count", "money"):
        return False
    text, stop = reading.text, reading.stop
    gap = _GAP.match(text, stop)
    place = gap.end() if gap else stop
    half = _HALF_BEFORE.match(text, stop)
    if half:
        place = half.end()
    if small := _SMALL_MONEY.match(text, stop):
        reading.value /= 10 if small["tenths"] else 100
        reading.kind, reading.stop, reading.weight = "money", small.end(), "plain"
        return True
    if text[place : place + 1] not in _UNIT_SIGNS:
        return reading.kind == "money"
    money = CHINESE_CURRENCY.match(text, place) or _PIECES.match(text, place)
    if money and not text.startswith("元旦", place):
        named = CHINESE_MONEY.get(money.group(), "")
        if not reading.unit or named != "CNY":
            reading.unit = named or reading.unit
        reading.kind, reading.stop = "money", money.end()
        change = _CHANGE.match(text, money.end()) if money.group()[0] in "块元" else None
        if change and (change.end() > change.end("part") or money.group() != "元"):
            reading.value += _tenth(change["part"])
            reading.stop, reading.weight = change.end(), "plain"
    elif reading.kind == "money":
        return True
    else:
        unit, after = _measure(reading, place)
        if not unit:
            return False
        reading.kind, reading.unit, reading.stop = "measure", unit, after
        if after_half := _HALF_AFTER.match(text, after):
            half, reading.stop = after_half, after + 1
        else:
            _read_smaller(reading)
    if half:
        reading.value += Fraction(1, 2)
    elif gap and gap["some"]:
        reading.vague = "over"          # 一个多小时
    if _MORE_AFTER_UNIT.match(text, reading.stop):
        reading.vague = "over"          # 三年多, 一丈多高
        reading.stop += 1
    return True


def _read_smaller(reading: Reading) -> None:
    """What follows a measure as its smaller part: 一米八, 9秒83, 一亩二分, 三斤二两."""
    text, stop = reading.text, reading.stop
    if reading.unit == "m" and (tenths := _METRES_AND.match(text, stop)):
        # 一米八 is 1.8 m, 1米75 is 1.75 m
        for place, sign in enumerate(tenths["part"]):
            reading.value += _tenth(sign) / 10**place
        reading.stop = tenths.end()
    elif reading.unit == "second" and (hundredths := _SECONDS_AND.match(text, stop)):
        reading.value += Fraction(f"0.{hundredths[1]}")
        reading.stop = hundredths.end()
    elif (smaller := _SMALLER.match(text, stop)) and text[stop - 1] + smaller["name"] in _TENTH_OF:
        reading.also = (reading.value,)     # "three jin and two liang"
        reading.value += _tenth(smaller["part"])
        reading.stop, reading.weight = smaller.end(), "plain"


def _measure(reading: Reading, place: int) -> tuple[str, int]:
    """The unit at ``place`` and where it ends; empty if there is none."""
    text = reading.text
    if text.startswith("月", place) and text[place - 1] in "个半多":
        return "month", place + 1
    if text.startswith("年", place) and not text.startswith(("年级", "年代"), place):
        return "year", place + 1
    if text.startswith("分", place) and _SECONDS_TOO.match(text, place):
        return "minute", place + 1
    if found := CHINESE_UNIT.match(text, place):
        return CHINESE_UNITS[found.group()], found.end()
    if text.startswith("世纪", place) and place > reading.stop:
        return "century", place + 2
    if _DAYS.match(text, place) and reading.value > 31:
        return "day", place + 1
    return "", place


#: The first that fits decides. With each what it begins with, perhaps behind a blank: most numbers
#: are followed by no such character.
_READERS: tuple[tuple[Callable[[Reading], bool], Iterable[str]], ...] = (
    (_part, "分"),
    (_slash, "/"),
    (_percent, "%％个百基p‰"),
    (_decade, "年"),
    (_century, "个世"),
    (_year, "年"),
    (_month, "月"),
    (_day, "日号"),
    (_multiple, "倍番"),
    (_tenths, "成折"),
    (read_unit, _UNIT_SIGNS | _GAP_SIGNS),
)
_READERS_OF = {
    sign: tuple(read for read, signs in _READERS if sign in signs)
    for _, signs in _READERS
    for sign in signs
}


def read_suffix(reading: Reading) -> None:
    """Fill in what the text after the number says about it."""
    was_silent = reading.weight == "silent"
    after = reading.text[reading.stop : reading.stop + 3].lstrip()[:1]
    for read in _READERS_OF.get(after, ()):
        if read(reading):
            break
    if reading.kind == "measure":
        _weigh_measure(reading, was_silent)
    elif reading.kind in ("count", "ordinal"):
        _weigh_count(reading)
    if reading.kind in ("money", "measure", "multiple") and reading.value == 1:
        # 一年 is "a year", "that year", "yearly"; 一年内 within a year
        plain_unit = reading.numeral == "一" and reading.kind == "measure"
        term = reading.vague == "over" or _WITHIN.match(reading.text, reading.stop)
        reading.weight = "silent" if plain_unit and not term else "soft"


def _weigh_measure(reading: Reading, was_silent: bool) -> None:
    if was_silent and reading.value != 1:
        # 重五 is a festival to the dictionary, 重五斤 a weight
        weighed = reading.before(1) in _SIZES
        if weighed or not dictionary_role(reading.text, reading.start, reading.end):
            reading.weight = "plain"
    if reading.numeral in ("一", "两"):
        reading.weight = "soft" if reading.value == 1 else "plain"
    if reading.unit == "li" and BARE_SCALE.fullmatch(reading.numeral):
        reading.weight = "soft"         # 千里之外 is far away
    if reading.unit == "year" and reading.numeral.isdecimal() and len(reading.numeral) == 2:
        if reading.value > 31:          # 98年
            reading.also = (reading.value + 1900,)


def _weigh_count(reading: Reading) -> None:
    text, value = reading.text, reading.value
    if reading.kind == "count" and text.startswith("季度", reading.stop) and value <= 4:
        reading.kind, reading.weight = "ordinal", "plain"
    year = len(reading.numeral) == 4 and reading.numeral.isdecimal() and 1900 <= value <= 2100
    if reading.kind == "count" and year and reading.stop == reading.end:
        if not CLASSIFIER.match(text, reading.end):
            reading.kind = "year"       # 2020湖南文化节
    if reading.figure and value <= SMALL_FIGURE:
        reading.weight = "soft" if value == 1 else "plain"
