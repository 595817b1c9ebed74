"""Units of measure and money in Chinese and English, and how many base units each is."""

from __future__ import annotations

import re
from fractions import Fraction

#: canonical name to (dimension, how many base units); base: m, m², kg, l, W, day, …
UNITS: dict[str, tuple[str, Fraction]] = {
    "nm": ("length", Fraction(1, 10**9)),
    "µm": ("length", Fraction(1, 10**6)),
    "mm": ("length", Fraction(1, 1000)),
    "cm": ("length", Fraction(1, 100)),
    "m": ("length", Fraction(1)),
    "km": ("length", Fraction(1000)),
    "li": ("length", Fraction(500)),
    "zhang": ("length", Fraction(10, 3)),
    "chi": ("length", Fraction(1, 3)),
    "cun": ("length", Fraction(1, 30)),
    "inch": ("length", Fraction(254, 10000)),
    "foot": ("length", Fraction(3048, 10000)),
    "yard": ("length", Fraction(9144, 10000)),
    "mile": ("length", Fraction(1609344, 1000)),
    "nautical mile": ("length", Fraction(1852)),
    "m²": ("area", Fraction(1)),
    "km²": ("area", Fraction(10**6)),
    "hectare": ("area", Fraction(10**4)),
    "mu": ("area", Fraction(10**4, 15)),
    "acre": ("area", Fraction(40469, 10)),
    "square mile": ("area", Fraction(2589988)),
    "square foot": ("area", Fraction(929, 10**4)),
    "µg": ("mass", Fraction(1, 10**9)),
    "mg": ("mass", Fraction(1, 10**6)),
    "g": ("mass", Fraction(1, 1000)),
    "kg": ("mass", Fraction(1)),
    "jin": ("mass", Fraction(1, 2)),
    "liang": ("mass", Fraction(1, 20)),
    "dan": ("mass", Fraction(50)),
    "tonne": ("mass", Fraction(1000)),
    "pound": ("mass", Fraction(45359, 10**5)),
    "ounce": ("mass", Fraction(2835, 10**5)),
    "ml": ("volume", Fraction(1, 1000)),
    "l": ("volume", Fraction(1)),
    "m³": ("volume", Fraction(1000)),
    "gallon": ("volume", Fraction(3785, 1000)),
    "barrel": ("volume", Fraction(159)),
    "W": ("power", Fraction(1)),
    "kW": ("power", Fraction(1000)),
    "MW": ("power", Fraction(10**6)),
    "GW": ("power", Fraction(10**9)),
    "TW": ("power", Fraction(10**12)),
    "kWh": ("energy", Fraction(1)),
    "MWh": ("energy", Fraction(1000)),
    "GWh": ("energy", Fraction(10**6)),
    "TWh": ("energy", Fraction(10**9)),
    "°C": ("temperature", Fraction(1)),
    "°F": ("temperature", Fraction(1)),
    "second": ("time", Fraction(1, 86400)),
    "minute": ("time", Fraction(1, 1440)),
    "quarter of an hour": ("time", Fraction(1, 96)),
    "hour": ("time", Fraction(1, 24)),
    "day": ("time", Fraction(1)),
    "week": ("time", Fraction(7)),
    "month": ("time", Fraction(365, 12)),
    "year": ("time", Fraction(365)),
    "decade": ("time", Fraction(3650)),
    "century": ("time", Fraction(36500)),
}

#: Chinese name to canonical name. 度 may be degrees or kilowatt hours: left out.
CHINESE_UNITS: dict[str, str] = {
    "两银子": "liang", "两白银": "liang", "两黄金": "liang", "两": "liang",
    "纳米": "nm", "微米": "µm", "微克": "µg",
    "毫米": "mm", "厘米": "cm", "公分": "cm", "米": "m", "公尺": "m", "公里": "km",
    "千米": "km", "华里": "li", "里地": "li", "里路": "li", "里": "li", "丈": "zhang",
    "英尺": "foot", "尺": "chi", "英寸": "inch", "寸": "cun", "码": "yard",
    "英里": "mile", "海里": "nautical mile",
    "平方米": "m²", "平米": "m²", "平方公里": "km²", "平方千米": "km²", "公顷": "hectare",
    "亩": "mu", "英亩": "acre", "平方英里": "square mile", "平方英尺": "square foot",
    "毫克": "mg", "克": "g", "公斤": "kg", "千克": "kg", "斤": "jin", "吨": "tonne",
    "磅": "pound", "盎司": "ounce",
    "毫升": "ml", "升": "l", "立方米": "m³", "加仑": "gallon",
    "千瓦时": "kWh", "兆瓦时": "MWh", "吉瓦时": "GWh", "太瓦时": "TWh",
    "兆瓦": "MW", "吉瓦": "GW", "太瓦": "TW", "千瓦": "kW", "瓦": "W",
    "摄氏度": "°C", "℃": "°C", "°C": "°C", "华氏度": "°F", "℉": "°F",
    "秒钟": "second", "秒": "second", "分钟": "minute", "刻钟": "quarter of an hour",
    "小时": "hour", "钟头": "hour", "天": "day", "昼夜": "day", "周": "week",
    "星期": "week", "礼拜": "week", "周年": "year", "周岁": "year", "岁": "year", "载": "year",
    "km": "km", "kg": "kg", "cm": "cm", "mm": "mm", "m": "m", "g": "g",
    "nm": "nm", "µm": "µm", "μm": "µm", "mg": "mg", "µg": "µg", "μg": "µg", "mcg": "µg",
    "ml": "ml", "mL": "ml", "m²": "m²", "km²": "km²", "kW": "kW", "MW": "MW", "GW": "GW",
    "kWh": "kWh", "MWh": "MWh", "GWh": "GWh",
}

#: A unit that begins a longer word is none: 里 in 三里屯, 周 in 十周岁 is listed above,
#: 克 in 5克拉, 天 in 三天两头 is caught as an idiom, 米 in 百米赛跑 is right; m in 4,000mAh.
CHINESE_UNIT = re.compile(
    "(?:{})(?![屯拉]|(?<=[a-zA-Z])[a-zA-Z])".format(
        "|".join(re.escape(name) for name in sorted(CHINESE_UNITS, key=len, reverse=True))
    )
)

#: English names, lower case, singular first; plural by the pattern.
ENGLISH_UNITS: dict[str, str] = {
    "millimetre": "mm", "millimeter": "mm", "mm": "mm", "centimetre": "cm",
    "centimeter": "cm", "cm": "cm", "metre": "m", "meter": "m", "m": "m",
    "kilometre": "km", "kilometer": "km", "km": "km", "li": "li", "zhang": "zhang",
    "chi": "chi", "cun": "cun", "inch": "inch", "inches": "inch", "foot": "foot",
    "feet": "foot", "ft": "foot", "yard": "yard", "mile": "mile", "nautical mile":
    "nautical mile", "square metre": "m²", "square meter": "m²", "sq m": "m²", "m²": "m²",
    "square kilometre": "km²", "square kilometer": "km²", "sq km": "km²", "km²": "km²",
    "hectare": "hectare", "ha": "hectare", "mu": "mu", "acre": "acre",
    "square mile": "square mile", "square foot": "square foot", "square feet": "square foot",
    "milligram": "mg", "mg": "mg", "gram": "g", "g": "g", "kilogram": "kg", "kilo": "kg",
    "kg": "kg", "jin": "jin", "catty": "jin", "catties": "jin", "liang": "liang", "tael": "liang",
    "ton": "tonne", "tonne": "tonne", "metric ton": "tonne", "pound": "pound", "lb": "pound",
    "ounce": "ounce", "millilitre": "ml", "milliliter": "ml", "ml": "ml", "litre": "l",
    "liter": "l", "cubic metre": "m³", "cubic meter": "m³", "gallon": "gallon",
    "nanometre": "nm", "nanometer": "nm", "nm": "nm", "micrometre": "µm", "micrometer": "µm",
    "micron": "µm", "µm": "µm", "μm": "µm", "microgram": "µg", "µg": "µg", "μg": "µg", "mcg": "µg",
    "gigawatt-hour": "GWh", "gigawatt hour": "GWh", "gwh": "GWh", "gigawatt": "GW", "gw": "GW",
    "megawatt-hour": "MWh", "megawatt hour": "MWh", "mwh": "MWh", "terawatt-hour": "TWh",
    "terawatt hour": "TWh", "twh": "TWh", "terawatt": "TW", "tw": "TW",
    "barrel": "barrel", "kilowatt hour": "kWh", "kilowatt-hour": "kWh", "kwh": "kWh",
    "megawatt": "MW", "mw": "MW", "kilowatt": "kW", "kw": "kW", "watt": "W",
    "degrees celsius": "°C", "degree celsius": "°C", "celsius": "°C", "°c": "°C", "℃": "°C",
    "degrees centigrade": "°C", "degrees fahrenheit": "°F", "fahrenheit": "°F", "°f": "°F",
    "℉": "°F", "second": "second", "sec": "second", "minute": "minute", "min": "minute",
    "hour": "hour", "hr": "hour", "day": "day", "week": "week", "fortnight": "week",
    "month": "month", "year": "year", "yr": "year", "decade": "decade",
    "century": "century", "centuries": "century",
}

#: Longest first. Abbreviations have no plural ("has" is no hectare) and follow a figure.
ENGLISH_UNIT = re.compile(
    r"(?:{})(?:s\b|\b)".format(
        "|".join(
            re.escape(name)
            for name in sorted(ENGLISH_UNITS, key=len, reverse=True)
            if len(name) > 3 or name in ("li", "chi", "cun", "mu", "jin", "ton", "day")
        )
    ),
    re.IGNORECASE,
)
ENGLISH_ABBREVIATION = re.compile(
    r"(?:{})(?:\b|(?<=[²℃℉]))".format(
        "|".join(
            re.escape(name)
            for name in sorted(ENGLISH_UNITS, key=len, reverse=True)
            if len(name) <= 4
        )
    ),
    re.IGNORECASE,
)

#: 元 alone is yuan, but may be Hong Kong dollars; 块 is money of any country.
CHINESE_MONEY: dict[str, str] = {
    "元人民币": "CNY", "人民币": "CNY", "元": "CNY", "圆": "CNY", "块钱": "", "块大洋": "",
    "美元": "USD", "美金": "USD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY", "日圆": "JPY",
    "港元": "HKD", "港币": "HKD", "澳元": "AUD", "加元": "CAD", "新台币": "TWD", "卢布": "RUB",
    "韩元": "KRW", "卢比": "INR", "法郎": "CHF", "马克": "DEM", "泰铢": "THB", "雷亚尔": "BRL",
    "比索": "peso", "新元": "SGD", "美分": "US cent", "先令": "shilling", "便士": "penny",
}

CHINESE_CURRENCY = re.compile(
    "|".join(re.escape(name) for name in sorted(CHINESE_MONEY, key=len, reverse=True))
)

#: A sign before the figure, in either language.
MONEY_SIGNS: dict[str, str] = {
    "US$": "USD", "USD": "USD", "HK$": "HKD", "HKD": "HKD", "A$": "AUD", "AU$": "AUD",
    "C$": "CAD", "CA$": "CAD", "NT$": "TWD", "S$": "SGD", "$": "dollar", "＄": "dollar",
    "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "¥": "¥", "￥": "¥", "RMB": "CNY",
    "CNY": "CNY", "CN¥": "CNY", "人民币": "CNY", "新台币": "TWD", "台币": "TWD", "港币": "HKD",
    "美元": "USD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY", "港元": "HKD",
}

#: In 5亿美元3年 the currency belongs to what stands before it.
_NO_AMOUNT = r"(?<![\d一二三四五六七八九十百千万亿兆多余几])"
_MONEY_SIGN_BEFORE = re.compile(
    "(?:{})\\s?$".format(
        "|".join(
            (_NO_AMOUNT if name[-1] in "元镑币" else "") + re.escape(name)
            for name in sorted(MONEY_SIGNS, key=len, reverse=True)
        )
    )
)
#: The longest sign before a figure, with a blank.
LONGEST_MONEY_SIGN = 5
_SIGN_ENDS = frozenset(name[-1] for name in MONEY_SIGNS)

ENGLISH_MONEY: dict[str, str] = {
    "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "usd": "USD",
    "hong kong dollar": "HKD", "hk dollar": "HKD", "australian dollar": "AUD",
    "canadian dollar": "CAD", "singapore dollar": "SGD", "dollar": "dollar", "buck": "dollar",
    "euro": "EUR", "pound sterling": "GBP", "pounds sterling": "GBP", "yuan": "CNY",
    "renminbi": "CNY", "rmb": "CNY", "kuai": "CNY", "yen": "JPY", "rouble": "RUB",
    "ruble": "RUB", "rupee": "INR", "franc": "CHF", "korean won": "KRW", "baht": "THB",
    "cny": "CNY",
    "cent": "US cent", "peso": "peso", "shilling": "shilling", "deutsche mark": "DEM",
}

ENGLISH_CURRENCY = re.compile(
    r"(?:{})(?:s\b|\b)".format(
        "|".join(re.escape(name) for name in sorted(ENGLISH_MONEY, key=len, reverse=True))
    ),
    re.IGNORECASE,
)

#: Currencies that a bare "$" or "dollar" may mean.
DOLLARS = frozenset({"USD", "HKD", "AUD", "CAD", "SGD", "TWD", "dollar"})
YENS = frozenset({"CNY", "JPY", "¥"})


def money_sign_before(before: str) -> re.Match[str] | None:
    """The sign of money at the end of what stands before a figure: $, "RMB " with its blank."""
    if before.rstrip()[-1:] not in _SIGN_ENDS:
        return None
    return _MONEY_SIGN_BEFORE.search(before)


def english_unit(name: str) -> str:
    """The canonical unit of an English name in the singular or plural."""
    key = " ".join(name.lower().split())
    return ENGLISH_UNITS.get(key) or ENGLISH_UNITS[key.removesuffix("s")]


def english_money(name: str) -> str:
    """The canonical currency of an English name in the singular or plural."""
    key = " ".join(name.lower().split())
    return ENGLISH_MONEY[key] if key in ENGLISH_MONEY else ENGLISH_MONEY[key.removesuffix("s")]


def same_currency(first: str, second: str) -> bool:
    """Whether two currency names can mean the same money; an unnamed one can be any."""
    if not first or not second or first == second:
        return True
    pair = {first, second}
    if "dollar" in pair:
        return pair <= DOLLARS
    if "¥" in pair:
        return pair <= YENS
    return False


def in_base(value: Fraction, unit: str) -> Fraction:
    """The value in base units of the unit's dimension."""
    if unit == "°F":
        return (value - 32) * Fraction(5, 9)
    return value * UNITS[unit][1]


def dimension(unit: str) -> str:
    """"length", "area", …; empty if the name is no unit of measure."""
    return UNITS[unit][0] if unit in UNITS else ""
