"""By what a number is counted: 6000元/月 and "6,000 yuan a day" are not the same."""

from __future__ import annotations

import re
from fractions import Fraction

from corpus.quantities import Quantity
from corpus.units import dimension

_CHINESE_UNITS = {
    "秒": "second", "秒钟": "second", "分钟": "minute", "小时": "hour", "时": "hour",
    "天": "day", "日": "day", "周": "week", "星期": "week", "月": "month", "年": "year",
    "平方米": "m²", "平米": "m²", "平方公里": "km²", "亩": "mu", "公顷": "hectare",
    "斤": "jin", "公斤": "kg", "千克": "kg", "吨": "tonne", "升": "l", "加仑": "gallon",
    "公里": "km", "英里": "mile",
}
_CHINESE_UNIT = "|".join(sorted(_CHINESE_UNITS, key=len, reverse=True))
#: 每月, 每平方米; 元/月; 月薪, 时速, 日均; 一天卖出…, which may be "one day": then English has no rate
_CHINESE = re.compile(
    rf"[每/]一?个?(?P<each>{_CHINESE_UNIT})(?!度)"
    r"|(?P<by>[时日周月年])(?:[薪租供均行产销耗]|[发用]电|速(?=[达约为]?\d))"
    r"|一个?(?P<one>秒|分钟|小时|天|日|周|星期|(?<=个)月|年)"
)
_ENGLISH_UNITS = {
    "second": "second", "sec": "second", "s": "second", "minute": "minute", "min": "minute",
    "hour": "hour", "hr": "hour", "h": "hour", "hourly": "hour", "day": "day", "daily": "day",
    "week": "week", "weekly": "week", "month": "month", "monthly": "month", "year": "year",
    "yearly": "year", "annually": "year", "annum": "year", "square metre": "m²",
    "square meter": "m²", "sq m": "m²", "square kilometre": "km²", "square kilometer": "km²",
    "mu": "mu", "hectare": "hectare", "acre": "acre", "square foot": "square foot",
    "catty": "jin", "jin": "jin", "kilogram": "kg", "kilo": "kg", "kg": "kg", "ton": "tonne",
    "tonne": "tonne", "pound": "pound", "litre": "l", "liter": "l", "gallon": "gallon",
    "kilometre": "km", "kilometer": "km", "km": "km", "mile": "mile",
}
_ENGLISH_UNIT = "|".join(sorted(_ENGLISH_UNITS, key=len, reverse=True))
#: "a day", "per square metre", "/h", "monthly", "two classes a week"; not "a day later"
_ENGLISH = re.compile(
    r"(?:\s[a-z]{3,12}){0,2}\s?(?:/\s?|(?<=\s)(?:an?|per|each|every)\s)"
    rf"(?P<each>{_ENGLISH_UNIT})\b"
    r"(?!\s(?:ago|later|after|before|earlier|old|or)\b)"
    r"|\s(?P<adverb>(?:hour|dai|week|month|year|annual)ly)\b"
)
_ENDS = re.compile("[，。；！？,;!?]")


def other_rate(
    c: Quantity, e: Quantity, chinese: str, english: str
) -> tuple[Quantity, Quantity] | None:
    """The Chinese and the English word by which the same number is counted, if they differ.

    None where a language does not say it. 每月每平方米 counts by either.
    """
    found = _ENGLISH.match(english, e.end)
    if found is None or c.value != e.value:
        return None
    start = max((end.end() for end in _ENDS.finditer(chinese, 0, c.start)), default=0)
    stop = _ENDS.search(chinese, c.end)
    ours = list(_CHINESE.finditer(chinese, start, stop.start() if stop else len(chinese)))
    if not ours:
        return None
    counted = [
        (match, _CHINESE_UNITS[match["each"] or match["by"] or match["one"]]) for match in ours
    ]
    said = {unit for _, unit in counted}
    while found is not None:
        unit = _ENGLISH_UNITS[found["each"] or found["adverb"]]
        for match, own in counted:
            if unit not in said and dimension(own) == dimension(unit):
                return _rate(match, own), _rate(found, unit)
        found = _ENGLISH.match(english, found.end())
    return None


def _rate(match: re.Match[str], unit: str) -> Quantity:
    one = Fraction(1)
    return Quantity("rate", one, *match.span(), match.group(), "plain", unit, "", one)
