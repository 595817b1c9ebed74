"""Dates, clock times and plans in a Chinese text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain

from corpus.numerals import HANZI, single_value
from corpus.quantities import Kind, Quantity, Weight
from corpus.scan import Scan

NUMERIC_DATE = re.compile(
    r"(?<![\d.])(?P<year>(?:1[89]|20)\d\d)(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)"
    r"(?P<day>\d{1,2})(?!\d)"
)
#: Not in 一周三次, 每周五天, 一个星期三天, 每周一至两次; but in 最后一个星期日, 每周一至周五 and
#: 每周二、四、六. Wrong in 每周三餐.
_COUNTED = f"[年月个种位名次场回天小节顿堂遍趟篇期{HANZI}\\d]|[至到、-][两\\d{HANZI}]{{1,2}}[次天个小节场回]"
_WEEKDAY = re.compile(
    rf"(?:(?<![\d{HANZI}个])(?:星期|礼拜|周)|(?<=个)(?:星期|礼拜)(?=[日天]))"
    rf"(?P<days>[一二三四五六日天](?:[、和及][一二三四五六日天](?!{_COUNTED}))*)(?!{_COUNTED})"
)

_WEEKDAYS = dict(zip("一二三四五六日天", (1, 2, 3, 4, 5, 6, 7, 7)))

#: 十四五规划, “十三五”末: plans by number, said "14th Five-Year Plan".
_PLAN = re.compile(
    "(?P<open>[“‘「『\"']?)(?P<number>十[一二三四五六七]|[一二三四五六七八九十])五"
    "(?:(?P<close>[”’」』\"'])|(?=规划|计划|时期|期间|以来|末|初|开局|收官))"
)
_CLOCK = re.compile(
    rf"""
    (?P<part>上午|早上|早晨|清晨|凌晨|中午|下午|午后|傍晚|晚上|晚间|夜里|夜间|深夜|当晚|晚|早)?
    \s? (?:差(?P<short>一刻|[\d一二三四五六七八九十两]{{1,3}}分)钟?(?=[\d一二三四五六七八九十两]{{1,2}}[点时]))?
    (?:
        (?<![\d:：])(?P<hour>\d{{1,2}})(?:[:：]\s?|H(?=\d\d))(?P<minute>[0-5]\d)(?![\d:：])
      | (?P<oclock>\d{{1,2}}|[零一二三四五六七八九十两]{{1,3}})[点时]
        (?: (?P<half>半) | (?P<quarter>[一三])刻 | (?P<sharp>[钟整许])
          | (?P<past>\d{{1,2}}|[{HANZI}]{{1,4}})分(?!之) )
      | (?<=\d|午|晚|晨|早|上|间|深|夜|里|日|刻|分|钟)(?P<plain>\d{{1,2}}|[零一二三四五六七八九十两]{{1,3}})
        [点时](?![代期候间刻光空{HANZI}\d])
    )
    """,
    re.VERBOSE,
)
_CLOCK_SIGNS = ("点", "时", ":", "：", "h")
_AFTERNOON = frozenset("下午 午后 傍晚 晚上 晚间 夜里 夜间 深夜 当晚 晚 中午".split())
#: 夜里两点 is 2 a.m., 晚上十二点 midnight, 凌晨十二点 too.
_NIGHT = frozenset("晚上 晚间 夜里 夜间 深夜 当晚 晚 凌晨".split())
_SMALL_HOURS = 5
#: The year before the first of each: the Republic of China, reigns from the Ming on and a few
#: earlier ones, Japanese eras. 天启 and the like before these are other reigns, which nobody names.
_ERAS = {
    "公元前": 0, "民国": 1911, "贞观": 626, "开元": 712, "天宝": 741, "洪武": 1367, "建文": 1398,
    "永乐": 1402, "洪熙": 1424, "宣德": 1425, "正统": 1435, "景泰": 1449, "天顺": 1456, "成化": 1464,
    "弘治": 1487, "正德": 1505, "嘉靖": 1521, "隆庆": 1566, "万历": 1572, "天启": 1620, "崇祯": 1627,
    "顺治": 1643, "康熙": 1661, "雍正": 1722, "乾隆": 1735, "嘉庆": 1795, "道光": 1820, "咸丰": 1850,
    "同治": 1861, "光绪": 1874, "宣统": 1908, "明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988,
    "令和": 2018,
}
_ERA = re.compile(
    rf"(?P<era>{'|'.join(_ERAS)})(?P<year>\d{{1,4}}|元|[{HANZI}]{{1,5}})(?P<kind>年|世纪)"
)
#: 9·11, 5·12: an event by its date.
_EVENT = re.compile(r"(?<!\d)(\d{1,2})[·•・](\d{1,2})(?!\d)")

#: Days by their date: "May Day" or "May 1". 万一 "in case" looks like one.
_FESTIVALS = {
    "五一": (5, 1), "六一": (6, 1), "七一": (7, 1), "八一": (8, 1), "五四": (5, 4),
    "五卅": (5, 30), "九一八": (9, 18), "三八": (3, 8), "七七": (7, 7), "一二九": (12, 9),
}
#: Days whose names hold no numeral; English may give the date.
_NAMED_DAYS = {"元旦": (1, 1), "圣诞": (12, 25), "平安夜": (12, 24)}
NAMED_DAY = re.compile("|".join(_NAMED_DAYS))
_DAYS = _FESTIVALS | _NAMED_DAYS
#: Years in the names of events and agreements.
_NAMED_YEARS = {
    "九二共识": 1992, "九八抗洪": 1998, "辛亥革命": 1911, "戊戌变法": 1898, "甲午战争": 1894,
}
_NAMED_YEAR = re.compile("|".join(_NAMED_YEARS))
#: Months of the lunar calendar that have names.
_LUNAR_MONTHS = {"正月": 1, "冬月": 11, "腊月": 12}
_LUNAR_MONTH = re.compile("|".join(_LUNAR_MONTHS))
_FESTIVAL_NAME = re.compile("|".join(_FESTIVALS))
_FESTIVAL = re.compile(
    f"(?<![{HANZI}\\d第])(?:{_FESTIVAL_NAME.pattern})(?![{HANZI}年月日号点倍个名人])"
)


def chinese_calendar(scan: Scan) -> Iterator[Quantity]:
    """Dates written in figures, days by name, plans, eras and clock times."""
    for match in scan.free(NUMERIC_DATE, "-", "/", ".") if scan.has_figures else ():
        if int(match["month"]) <= 12 and int(match["day"]) <= 31:
            yield scan.quantity(match.span(), "year", int(match["year"]))
            yield scan.quantity(match.span(), "month", int(match["month"]))
            yield scan.quantity(match.span(), "day", int(match["day"]))
    for match in scan.free(_EVENT, "·", "•", "・"):
        yield scan.quantity(match.span(1), "month", int(match[1]), "silent")
        yield scan.quantity(match.span(2), "day", int(match[2]), "silent")
    by_numeral = scan.free(_FESTIVAL) if _FESTIVAL_NAME.search(scan.text) else ()
    for match in chain(by_numeral, scan.free(NAMED_DAY)):
        month, day = _DAYS[match.group()]
        yield scan.quantity(match.span(), "month", month, "silent")
        yield scan.quantity(match.span(), "day", day, "silent")
    for match in scan.free(_NAMED_YEAR):
        yield scan.quantity(match.span(), "year", _NAMED_YEARS[match.group()], "silent")
    for match in scan.free(_LUNAR_MONTH, "月"):
        yield scan.quantity(match.span(), "ordinal", _LUNAR_MONTHS[match.group()], "silent")
    for match in scan.free(_WEEKDAY, "星期", "礼拜", "周"):
        for place, day in enumerate(match["days"], match.start("days")):
            if day in _WEEKDAYS:
                span = match.start() if place == match.start("days") else place, place + 1
                yield scan.quantity(span, "weekday", _WEEKDAYS[day], "plain")
    yield from _plans(scan)
    for match in scan.free(_ERA, "年", "世纪"):
        value = Fraction(1) if match["year"] == "元" else single_value(match["year"])
        if value is not None:
            kind: Kind = "century" if match["kind"] == "世纪" else "year"
            year = value + _ERAS[match["era"]]
            yield scan.quantity(match.span(), kind, year, "plain", also=(value,))
    yield from _clocks(scan)


def _plans(scan: Scan) -> Iterator[Quantity]:
    for match in _PLAN.finditer(scan.text) if "五" in scan.text else ():
        value = single_value(match["number"])
        if value is not None and bool(match["open"]) == bool(match["close"]):
            scan.take(match.start(), match.end())
            yield scan.quantity(match.span(), "ordinal", value, "plain")
            yield scan.quantity(match.span(), "count", 5, "silent")


def _clocks(scan: Scan) -> Iterator[Quantity]:
    for match in _CLOCK.finditer(scan.text) if scan.has(*_CLOCK_SIGNS) else ():
        group = next(name for name in ("hour", "oclock", "plain") if match[name])
        start = match.start("part" if match["part"] else "short" if match["short"] else group)
        start -= not match["part"] and bool(match["short"])         # 差
        before = scan.text[start - 1 : start]
        hour = single_value(match[group])
        minutes = _minutes(match)
        if hour is None or hour > 24 or minutes is None or not scan.is_free(start, match.end()):
            continue
        short = match["short"]
        if group == "plain" and not match["part"] and not short and before != "日":
            continue                    # 三点建议 is three suggestions
        night = match["part"] in _NIGHT and (hour < _SMALL_HOURS or hour == 12)
        if night:
            hour %= 12
        elif match["part"] in _AFTERNOON and hour < 12:
            hour += 12
        scan.take(start, match.end())
        # 26日零点起 is "from the 26th"
        weight: Weight = "soft" if match[group] == "零" and not minutes else "plain"
        time = (hour * 60 + minutes) % 1440
        # 八点 may be in the evening
        also = () if match["part"] or hour > 12 or not hour else ((time + 720) % 1440,)
        yield scan.quantity((start, match.end()), "time", time, weight, also=also)


def _minutes(match: re.Match[str]) -> Fraction | None:
    """Minutes past the hour, below 0 before it; None if there can't be so many."""
    if match["short"]:                  # 差一刻九点
        short = single_value(match["short"].removesuffix("分"))
        return Fraction(-15) if match["short"] == "一刻" else None if short is None else -short
    if match["half"]:
        return Fraction(30)
    if match["quarter"]:
        return Fraction(15 if match["quarter"] == "一" else 45)
    written = match["minute"] or match["past"]
    past = single_value(written) if written else Fraction(0)
    return past if past is not None and past < 60 else None
