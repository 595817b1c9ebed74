"""The quantities of a Chinese text: figures, numerals, dates, money, measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from corpus.lexicon import senses
from corpus.numerals import HANZI, chinese_number, scale_value
from corpus.numerals_english import english_quantities
from corpus.quantities import Kind, Quantity, Vagueness, Weight, in_order
from corpus.units import (
    CHINESE_CURRENCY,
    CHINESE_MONEY,
    CHINESE_UNIT,
    CHINESE_UNITS,
    MONEY_SIGN_BEFORE,
    MONEY_SIGNS,
)

#: Texts whose quantities are kept: alignment asks for the same sentence many times.
_TEXTS_KEPT = 1 << 13
_WORDS_KEPT = 1 << 15

_SIGNS = {
    **{chr(0x2460 + place): Fraction(place + 1) for place in range(20)},    # ① to ⑳
    **{chr(0x2160 + place): Fraction(place + 1) for place in range(12)},    # Ⅰ to Ⅻ
    **{chr(0x3220 + place): Fraction(place + 1) for place in range(10)},    # ㈠ to ㈩
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
    "⅓": Fraction(1, 3), "⅔": Fraction(2, 3),
}

_ANY = re.compile(rf"[\d{HANZI}半双首{''.join(_SIGNS)}]|元年|(?:星期|礼拜|周)[日天]|翻番|倍增")

_ADDRESS = re.compile(r"(?:https?://|www\.)[\x21-\x7E]+|[\w.+-]+@[\w-]+\.[A-Za-z.]+", re.ASCII)
#: COVID-19, G20, 5G, H1N1, F-16, PM2.5: names; but not US$5, Q3, 5km, 2025WIPO.
_CODE = re.compile(
    r"""
    (?<![A-Za-z0-9$])(?!(?:US|RMB|USD|CNY|HK|Q|FY|EUR|GBP|No|no|p|pp|Vol)\.?\d)
    (?:
        [A-Za-z]{1,12}\d[A-Za-z\d.]*(?:-[A-Za-z\d]+)*
      | [A-Z][A-Za-z]*-\d[A-Za-z\d]*
      | (?:ISO|GB/T|GB|IEC|IEEE|RFC|EN|CVE)\s?-?\d[\d:.-]*
      | (?<![\d.])\d+(?:[A-Z](?![A-Za-z])|[A-Z]\d[A-Za-z\d]*)
    )
    """,
    re.VERBOSE | re.ASCII,
)
_SECTION = re.compile(
    r"(?<=\d[ckm]m)[23]|(?<=\dm)[23]|"
    r"(?<![\d.])\d{1,2}(?:\.\d{1,2}){2,}(?![\d.])|\[\d{1,3}(?:[-,–]\s?\d{1,3})*\]"
    r"|(?<!\d)(?:\+\d{2,3}[- ])?\d{3,4}-\d{7,8}(?!\d)|(?<!\d)\d{3,4}-\d{3,4}-\d{3,4}(?!\d)"
)
#: Adverbs and sayings made of numerals; 十分钟 and 五百万 are numbers.
_NO_NUMBER = re.compile(
    """(?<![〇零一二两三四五六七八九十百千万亿\\d点])(?:十分(?![钟之])|千万(?=[别不要记莫可小])|万万(?=[不没])
    |百般|万般|万分(?!之)|十足|千千万万|十万八千里|十万火急|三三两两|十有八九|千篇一律|百分百)
    |[唯统单专同划归合]一|一一""".replace("\n", "").replace(" ", "")
)
#: Numbers of a list may rightly be dropped: 一、 （二） 3. 4）
_LIST_MARK = re.compile(
    r"^\s*(?:[(（](?P<inner>[一二三四五六七八九十]{1,3}|\d{1,2})[)）]"
    r"|(?P<outer>[一二三四五六七八九十]{1,3})(?=[、.．])|(?P<figure>\d{1,2})(?=[、)）]|[.．](?!\d))"
    r"|(?P<section>\d{1,2}\.\d{1,2}(?:\.\d{1,2})*)\s+(?=[\u4e00-\u9fff]))"
)
_NUMERIC_DATE = re.compile(
    r"(?<![\d.])(?P<year>(?:1[89]|20)\d\d)(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)"
    r"(?P<day>\d{1,2})(?!\d)"
)
_WEEKDAY = re.compile("(?:星期|礼拜|周)([一二三四五六日天])(?![年月个种位名])")
#: 十四五规划, “十三五”末: plans by number, said "14th Five-Year Plan".
_PLAN = re.compile(
    "(?P<open>[“‘「『\"']?)(?P<number>十[一二三四五六七]|[一二三四五六七八九十])五"
    "(?:(?P<close>[”’」』\"'])|(?=规划|计划|时期|期间|以来|末|初|开局|收官))"
)
_CLOCK = re.compile(
    rf"""
    (?P<part>上午|早上|早晨|清晨|凌晨|中午|下午|午后|傍晚|晚上|晚间|夜里|夜间|深夜|当晚|晚|早)?
    \s?
    (?:
        (?<![\d:：])(?P<hour>\d{{1,2}})(?:[:：]\s?|H(?=\d\d))(?P<minute>[0-5]\d)(?![\d:：])
      | (?P<oclock>\d{{1,2}}|[一二三四五六七八九十两]{{1,3}})[点时]
        (?: (?P<half>半) | (?P<quarter>[一三])刻 | (?P<sharp>[钟整许])
          | (?P<past>\d{{1,2}}|[{HANZI}]{{1,4}})分(?!之) )
      | (?<=\d|午|晚|晨|早|上|间|深|夜|里|日)(?P<plain>\d{{1,2}}|[零一二三四五六七八九十两]{{1,3}})
        [点时](?![代期候间刻光空{HANZI}\d])
    )
    """,
    re.VERBOSE,
)
_AFTERNOON = frozenset("下午 午后 傍晚 晚上 晚间 夜里 夜间 深夜 当晚 晚 中午".split())
_ERA = re.compile(rf"(?P<era>公元前|民国)(?P<year>\d{{1,4}}|元|[{HANZI}]{{1,5}})(?P<kind>年|世纪)")
#: Days by their date: "May Day" or "May 1".
_FESTIVALS = {
    "五一": (5, 1), "六一": (6, 1), "七一": (7, 1), "八一": (8, 1), "五四": (5, 4),
    "五卅": (5, 30), "九一八": (9, 18), "三八": (3, 8), "七七": (7, 7), "一二九": (12, 9),
}
_FESTIVAL = re.compile(
    f"(?<![{HANZI}\\d第])(?:{'|'.join(_FESTIVALS)})(?![{HANZI}年月日号点倍个名人])|(?<![{HANZI}\\d])万一"
)
#: 9·11, 5·12, 12·9: an event by its date.
_EVENT = re.compile(r"(?<!\d)(\d{1,2})[·•・](\d{1,2})(?!\d)")

_FIGURE = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.．]\d+)?"
_NUMERAL = re.compile(
    rf"""
    (?P<figure>{_FIGURE})
      (?:(?P<some>多|余)?\ ?(?P<scale>[百千]?[万亿兆萬億]+|[百千])(?![瓦兆米克]))?
  | (?P<hanzi>
      [{HANZI}]+ (?:(?:点(?=[〇零一二三四五六七八九]))[〇零一二三四五六七八九]+(?![分十刻点])[万亿]*)?
      (?:[多余来](?=[百千万亿])[百千万亿]+)? )
  | (?P<half>半)
  | (?P<sign>[{''.join(_SIGNS)}])
    """,
    re.VERBOSE,
)
_BARE_SCALE = re.compile("[百千万亿]+")

#: What may follow a small numeral that counts. Not complete: with an unlisted noun
#: (三邦) a number in words weighs less, it isn't lost.
_CLASSIFIER = re.compile(
    """(?:[大小长多余来]?(?:[个名位人家项件条次届期天日周种类款本部篇首张幅台辆架艘座栋幢间所处
    片块支只头匹根棵株朵颗粒枚口户批组套双副场起宗桩遍趟回层级岁倍份封笔群股轮排列段则门节卷集页章
    代员国地省市县区乡村镇州党军院校校企方面道号班队派族国强点分秒年季步胎兄姐弟妹师艺
    者线成折度字句行顶杯碗瓶盒包袋箱车船桶餐顿夜晚亩斤里米吨元角]|月份|星期|小时|分钟|季度|公里|公斤|海里|英里|国家
    |方面|领域|阶段|部分|问题|城市|孩子|儿子|女儿|朋友|学生|老师|代表|委员))""".replace("\n", "").replace(" ", "")
)
#: 大 between number and noun: 两大创新浪潮, 三大; 大 alone is not enough for 一大早.
_OVER_AFTER = re.compile("[多余来](?!少)|开外|以上|之多|有余")
_OVER_BEFORE = re.compile("(?:超过|超|逾|至少|不少于|不低于|大于|突破|不下|起码|不止|高于)$")
_UNDER_BEFORE = re.compile("(?:近|将近|接近|不到|不足|不超过|少于|低于|未满|不满|最多|至多|几乎|小于|临近)$")
_RECENT = re.compile("[最附临远亲就新]近$|近$")
_ABOUT_BEFORE = re.compile("(?:约|大约|大概|约莫|约为|大致|差不多|估计|或许有)$")
_NEAR = rf"[^，。；、,;\d{HANZI}]{{0,4}}?"
_ABOUT_AFTER = re.compile(rf"{_NEAR}(?:左右|上下|前后)")
_UP_AFTER = re.compile(rf"{_NEAR}(?:以上|有余|之多)")
_UNDER_AFTER = re.compile(rf"{_NEAR}(?:以下|以内|之内|以里)")

_PERCENT = re.compile(r"\s?[%％]|个?百分点|\s?pct")
_BASIS_POINTS = re.compile("个?基本?点")
_PART_OF = re.compile(rf"分之(?P<part>\d+(?:\.\d+)?|[{HANZI}]+(?:点[〇零一二三四五六七八九]+)?)")
_TENTHS = re.compile("成(?P<half>半)?(?![为立员功本长果交都熟效绩分就人千全群双家名语因败年心套])")
_INCREASE = re.compile("(?:增|涨|升|提高|扩大|高出|多出|多|超出|翻|快|大|高|长|加)[^，。；]{0,8}$")
_YEAR = re.compile(r"\s?年(?![级龄来间轻底以](?<=年[级龄轻]))")
_MONTH = re.compile(r"\s?月(?![球光亮])")
_HALF_AFTER = re.compile("个?半(?![数点导島岛边夜途径个年月天])")
_MEASURE_GAP = re.compile(r"\s?(?:多|余|来|几)?\s?(?:个|整|来个|多个|余个)?")
_RANGE = re.compile(r"\s*(?:至|到|—{1,2}|－|-|–|~|～|〜|或)\s*")

_ORDINAL_BEFORE = re.compile("第$")
_PLAIN_LIMIT = 12
#: Figures up to here are often dissolved like words: 4个方面.
_SMALL_FIGURE = 10


@lru_cache(_TEXTS_KEPT)
def chinese_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a Chinese text in order."""
    if not _ANY.search(text):
        return ()
    taken = bytearray(len(text) + 1)
    found = list(_special(text, taken))
    numbers: list[Quantity] = []
    for match in _NUMERAL.finditer(text):
        if taken.find(1, match.start(), match.end()) < 0:
            numbers.extend(_number(text, match, taken))
    found.extend(_ranges(text, numbers))
    found.extend(_nouns(text, taken))
    return tuple(in_order(found))


def _special(text: str, taken: bytearray) -> Iterator[Quantity]:
    """Dates, clock times, plans, names with figures; their places are marked as taken."""
    for _ in _free(_ADDRESS, text, taken):
        pass
    for match in _free(_NO_NUMBER, text, taken):
        if match.group().endswith("一"):
            yield _at(text, match.span(), "count", Fraction(1), "silent")
    mark = _LIST_MARK.match(text)
    if mark:
        number = mark["inner"] or mark["outer"] or mark["figure"]
        value = _value(number) if number else Fraction(0)
        if value is not None:
            _take(taken, mark.start(), mark.end())
            yield _at(text, mark.span(), "count", value, "silent")
    for match in _free(_NUMERIC_DATE, text, taken):
        if int(match["month"]) <= 12 and int(match["day"]) <= 31:
            yield _at(text, match.span(), "year", Fraction(match["year"]))
            yield _at(text, match.span(), "month", Fraction(match["month"]))
            yield _at(text, match.span(), "day", Fraction(match["day"]))
    for match in _free(_SECTION, text, taken):
        pass
    for match in _free(_CODE, text, taken):
        digits = re.search(r"\d+", match.group())
        if digits:
            yield _at(text, match.span(), "count", Fraction(digits.group()), "silent")
    for match in _free(_EVENT, text, taken):
        yield _at(text, match.span(1), "month", Fraction(match[1]), "silent")
        yield _at(text, match.span(2), "day", Fraction(match[2]), "silent")
    for match in _free(_FESTIVAL, text, taken):
        if match.group() in _FESTIVALS:
            month, day = _FESTIVALS[match.group()]
            yield _at(text, match.span(), "month", Fraction(month), "silent")
            yield _at(text, match.span(), "day", Fraction(day), "silent")
    for match in _free(_WEEKDAY, text, taken):
        number = 7 if match[1] in "日天" else "一二三四五六".index(match[1]) + 1
        yield _at(text, match.span(), "weekday", Fraction(number), "plain")
    for match in _PLAN.finditer(text):
        if bool(match["open"]) == bool(match["close"]):
            value = _value(match["number"])
            if value is not None:
                _take(taken, match.start(), match.end())
                yield _at(text, match.span(), "ordinal", value, "plain")
                yield _at(text, match.span(), "count", Fraction(5), "silent")
    for match in _free(_ERA, text, taken):
        value = Fraction(1) if match["year"] == "元" else _value(match["year"])
        if value is not None:
            kind: Kind = "century" if match["kind"] == "世纪" else "year"
            offset = 1911 if match["era"] == "民国" else 0
            yield replace(_at(text, match.span(), kind, value + offset, "plain"), also=(value,))
    yield from _clocks(text, taken)


def _clocks(text: str, taken: bytearray) -> Iterator[Quantity]:
    for match in _CLOCK.finditer(text):
        number = match["hour"] or match["oclock"] or match["plain"]
        start = match.start("part") if match["part"] else match.start(
            "hour" if match["hour"] else "oclock" if match["oclock"] else "plain"
        )
        if taken.find(1, start, match.end()) >= 0:
            continue
        hour = _value(number)
        if hour is None or hour > 24:
            continue
        if match["plain"] and not match["part"] and text[start - 1 : start] != "日":
            continue
        minutes = Fraction(0)
        if match["half"]:
            minutes = Fraction(30)
        elif match["quarter"]:
            minutes = Fraction(15 if match["quarter"] == "一" else 45)
        elif match["minute"] or match["past"]:
            past = _value(match["minute"] or match["past"])
            if past is None or past > 59:
                continue
            minutes = past
        if match["part"] in _AFTERNOON and hour < 12:
            hour += 12
        _take(taken, start, match.end())
        yield _at(text, (start, match.end()), "time", (hour * 60 + minutes) % 1440, "plain")


def _value(numeral: str) -> Fraction | None:
    """One value of figures or a numeral."""
    if numeral.isdecimal():
        return Fraction(int(numeral))
    values = chinese_number(numeral)
    return values[0] if values and len(values) == 1 else None


def _number(text: str, match: re.Match[str], taken: bytearray) -> list[Quantity]:
    """The quantities of one numeral: none, one, or the two of 十八九."""
    start, end = match.span()
    weight: Weight = "hard"
    vague: Vagueness = ""
    figure = match["figure"]
    if figure:
        value = Fraction(_ascii(figure).replace(",", ""))
        if match["scale"]:
            value *= scale_value(match["scale"])
            vague = "over" if match["some"] else ""
        values: tuple[Fraction, ...] = (value,)
    elif match["sign"]:
        values, weight = (_SIGNS[match["sign"]],), "silent"
    elif match["half"]:
        return _half(text, start, end)
    else:
        numeral = match["hanzi"]
        if len(numeral) > 1 and numeral[-1] == "两" and not (
            len(numeral) == 2 and _CLASSIFIER.match(text, end)
        ):
            numeral, end = numeral[:-1], end - 1        # 二十两 is a weight, 一两天 "or two"
        some = re.search("[多余来]", numeral)
        if some:
            vague = "over"
            head = chinese_number(numeral[: some.start()])
            scale = scale_value(numeral[some.end() :])
            parsed = tuple(one * scale for one in head) if head else None
        else:
            parsed = _read(numeral)
        if parsed is None:
            return []
        values = parsed
        weight = _hanzi_weight(text, numeral, start, end, values)
    few = bool(match["hanzi"]) and any(sign in match["hanzi"] for sign in "几数幾數")
    before = text[max(0, start - 10) : start]
    first = _with_context(text, start, end, values[0], weight, vague, before, match)
    _take(taken, first.start, first.end)
    if few and len(values) == 2:
        scale_up = values[1] / values[0]
        light: Weight = "silent" if match["hanzi"] in "几数幾數" else "soft"
        return [
            replace(first, vague="few", upper=first.value * scale_up, weight=light)
        ]
    if len(values) == 2 and values[0]:
        second = replace(
            first,
            value=first.value * values[1] / values[0],
            upper=first.value * values[1] / values[0],
            weight="soft",
        )
        return [replace(first, weight="soft"), second]
    return [first]


def _read(numeral: str) -> tuple[Fraction, ...] | None:
    """The values of a numeral, a decimal one with its scale (三点五万) as well."""
    if "点" in numeral:
        scale = re.search("[万亿兆]+$", numeral)
        if scale:
            head = chinese_number(numeral[: scale.start()])
            return tuple(one * scale_value(scale.group()) for one in head) if head else None
    return chinese_number(numeral)


def _ascii(figure: str) -> str:
    return "".join(
        str(int(sign)) if sign.isdecimal() else "." if sign == "．" else sign for sign in figure
    )


def _hanzi_weight(
    text: str, numeral: str, start: int, end: int, values: tuple[Fraction, ...]
) -> Weight:
    """How surely a numeral in characters is a number that must be said."""
    value = values[0]
    ordinal = text[start - 1 : start] == "第"
    if text[start - 1 : start] == "每" and value > 1:
        return "plain"
    role = _role(text, start, end)
    if role == "idiom" and not ordinal:
        return "silent"
    if value == 1 and not ordinal:
        return "silent"
    bare = bool(_BARE_SCALE.fullmatch(numeral))
    counted = bool(_CLASSIFIER.match(text, end))
    if bare:
        return "plain" if counted or text[start - 1 : start] in ("每", "近", "上", "超") else "silent"
    if len(numeral) == 1:
        if ordinal:
            return "soft" if value == 1 else "plain"
        if value == 2:
            return "soft" if counted or numeral in "两兩俩" else "silent"
        return "plain" if counted else "silent"
    if value <= _PLAIN_LIMIT:
        return "plain"
    return "hard"


_WINDOW = 3


def _role(text: str, start: int, end: int) -> str:
    """"idiom" inside a dictionary word without a number in English, "word" with, or ""."""
    if end - start > _WINDOW:
        return ""
    best = ""
    for left in range(max(0, start - _WINDOW), start + 1):
        for right in range(end, min(len(text), end + _WINDOW) + 1):
            length = right - left
            if length == end - start or length > 5 or length < 2:
                continue
            role = _dictionary_role(text[left:right])
            if role == "idiom":
                return role
            best = role or best
    return best


@lru_cache(_WORDS_KEPT)
def _dictionary_role(word: str) -> str:
    """Whether a dictionary word with a numeral is said with a number in English.

    一起 "together" and 四川 "Sichuan" are idioms; 两国 "both countries" and 三角 "triangle;
    ten cents" show that the glosses are no more than a hint.
    """
    glosses = senses(word)
    if not glosses or _OTHER_USE.match(word):
        return ""
    if len(word) == 4 and len(_NUMBER_SIGN.findall(word)) > 1:
        return "idiom"                  # 千方百计: "a thousand ways and a hundred plans"
    numbers = english_quantities(" ; ".join(glosses))
    return "word" if any(number.value != 1 for number in numbers) else "idiom"


#: Listed in the dictionary, but a number and a counted noun nevertheless.
_OTHER_USE = re.compile("第|.[个名位次天年月日点]$")
_NUMBER_SIGN = re.compile(f"[{HANZI}]")


def _with_context(
    text: str, start: int, end: int, value: Fraction, weight: Weight, vague: Vagueness,
    before: str, match: re.Match[str],
) -> Quantity:
    """The numeral with what stands before and after it: kind, unit, vagueness."""
    kind: Kind = "count"
    unit = ""
    also: tuple[Fraction, ...] = ()
    whole_start, stop = start, end
    figure = match["figure"]
    follows_month = False
    if _ORDINAL_BEFORE.search(before):
        kind, whole_start = "ordinal", start - 1
        before = before[:-1]
    sign = MONEY_SIGN_BEFORE.search(before)
    if sign:
        kind, unit = "money", MONEY_SIGNS[sign.group().strip()]
        whole_start -= len(sign.group())
        before = before[: -len(sign.group())]
    over = _OVER_AFTER.match(text, end)
    if over and over.group() in "多余来":
        vague = "over" if over.group() != "来" else "about"
        stop = over.end()
        if more := re.compile("[百千万亿]+").match(text, stop):
            value *= scale_value(more.group())
            stop = more.end()
    weight_floor: Weight = weight
    if part := _PART_OF.match(text, end):
        top = _value(part["part"])
        if top is None and (parts := chinese_number(part["part"])):
            top = parts[0]
        if top is None and re.fullmatch(r"[\d.]+", part["part"]):
            top = Fraction(_ascii(part["part"]))
        if top is not None and value:
            kind, stop = ("percent" if value == 100 else "fraction"), part.end()
            also = (value,) if top == 1 and value > 3 else ()      # 十分之一: "one in ten"
            value = top / value
            weight_floor = "hard" if kind == "percent" else "plain"
            follow = _PERCENT.match(text, stop)
            stop = follow.end() if follow else stop
    elif figure and (slash := re.compile(r"/(\d{1,3})(?![\d/])").match(text, end)) and (
        value < int(slash[1])
    ):
        bottom = Fraction(int(slash[1]))
        kind, value, stop = "fraction", value / bottom, slash.end()
    elif percent := _PERCENT.match(text, stop):
        kind, value, stop, weight_floor = "percent", value / 100, percent.end(), "hard"
    elif points := _BASIS_POINTS.match(text, stop):
        kind, value, stop = "percent", value / 10000, points.end()
    elif text.startswith("‰", stop):
        kind, value, stop = "percent", value / 1000, stop + 1
    elif text.startswith("年代", stop):
        kind, value, stop = "decade", value % 100, stop + 2
        weight_floor = "plain"
    elif re.compile("个?世纪").match(text, stop):
        if text.startswith("个", stop) or kind == "count" and match["hanzi"] in ("半", "一"):
            kind, unit, stop = "measure", "century", stop + 3
        else:
            decade = re.compile(rf"世纪(?:初|末)?[{HANZI}\d]+年代").match(text, stop)
            kind, stop = "century", stop + 2
            weight_floor = "soft" if decade else "plain"
    elif re.compile(r"\s?年").match(text, stop) and _calendar_year(match, value, text, stop):
        kind, stop = "year", text.index("年", stop) + 1
        if value < 100:
            also = (value, value + 1900, value + 2000)
        weight_floor = "hard"
    elif kind == "count" and 1 <= value <= 12 and _MONTH.match(text, stop):
        kind, stop = "month", text.index("月", stop) + 1
        weight_floor = "plain"
        if text.startswith("份", stop):
            stop += 1
    elif kind == "count" and 1 <= value <= 31 and re.compile(r"\s?[日号](?![元圆本报])").match(
        text, stop
    ):
        number_sign = text[stop : stop + 2].strip()[0]
        ahead = text[max(0, whole_start - 2) : whole_start].strip()
        follows_month = ahead.endswith(("月", "、", "至"))
        if number_sign == "日" or follows_month:
            kind, stop = "day", stop + 1
            if weight != "silent" or follows_month:
                weight_floor = "plain" if not figure else "hard"
    elif text.startswith("倍", stop):
        kind, stop = "multiple", stop + 1
        if text.startswith("半", stop):
            value, stop = value + Fraction(1, 2), stop + 1
        # 增长3倍 is strictly fourfold, and often meant and said as threefold
        also = (value + 1, value - 1)
        weight_floor = "plain"
    elif text.startswith("番", stop) and "翻" in before[-4:]:
        kind, value, stop, weight_floor = "multiple", Fraction(2) ** int(value), stop + 1, "plain"
    elif value < 10 and (tenths := _TENTHS.match(text, stop)) and (
        figure is None and match["hanzi"] not in ("一", "百", "千", "万") or text.startswith("成", stop)
        and value != 1
    ):
        kind, stop, weight_floor = "percent", tenths.end(), "plain"
        value = value / 10 + (Fraction(1, 20) if tenths["half"] else 0)
    elif value < 100 and text.startswith("折", stop) and not text.startswith(("折腾", "折磨"), stop):
        kind, stop, weight_floor = "percent", stop + 1, "soft"
        value = value / (10 if value < 10 else 100)
        also = (1 - value,)
    elif kind in ("count", "money"):
        kind, unit, value, stop = _unit(text, stop, kind, unit, value)
        if kind == "measure" and weight == "silent" and value != 1 and not _role(text, start, end):
            weight_floor = "plain"
        if match["hanzi"] in ("一", "两") and kind != "count":
            weight_floor = "soft" if value == 1 else "plain"
    if kind == "count" and figure and len(figure) == 4 and 1900 <= value <= 2100 and (
        not match["scale"] and stop == end and not _CLASSIFIER.match(text, end)
    ):
        kind = "year"
    if kind == "count" and text.startswith("季度", stop) and value <= 4:
        kind, weight_floor = "ordinal", "plain"
    if figure and value <= _SMALL_FIGURE and kind in ("count", "ordinal"):
        weight_floor = "soft" if value == 1 else "plain"
    if value == 1 and kind in ("money", "measure", "multiple"):
        weight_floor = "soft"
    if unit == "li" and match["hanzi"] and _BARE_SCALE.fullmatch(match["hanzi"]):
        weight_floor = "soft"           # 千里之外 is far away
    if kind == "day" and not follows_month and weight_floor == "hard":
        weight_floor = "plain"          # 25日表示: news drops it
    if kind == "measure" and unit == "year" and figure and len(figure) == 2 and value > 31:
        also = (value + 1900,)
    if not vague and before.endswith("上") and _BARE_SCALE.match(text, start):
        vague = "over"                  # 上百人
    if not vague:
        vague = _vagueness(before, text, stop, unit)
    return Quantity(
        kind, value, whole_start, stop, text[whole_start:stop], weight_floor, unit, vague,
        value, also,
    )


def _calendar_year(match: re.Match[str], value: Fraction, text: str, end: int) -> bool:
    """二〇二五年, 1980年, 98年 are years; 三年, 100年 and 15年 last."""
    if match["scale"] if match["figure"] else False:
        return False
    if match["figure"]:
        return len(match["figure"]) == 4 and value.denominator == 1 and value < 2200
    numeral = match["hanzi"] or ""
    return len(numeral) in (2, 4) and not any(sign in "十百千万亿廿卅两几数" for sign in numeral)


def _unit(
    text: str, end: int, kind: Kind, unit: str, value: Fraction
) -> tuple[Kind, str, Fraction, int]:
    """Money or measure after a number, with 半: 3个半小时, 两年半."""
    gap = _MEASURE_GAP.match(text, end)
    place = gap.end() if gap else end
    half = Fraction(0)
    if before_half := re.compile("个?半(?=小时|钟头|月|世纪|学期|星期)").match(text, end):
        half, place = Fraction(1, 2), before_half.end()
    money = CHINESE_CURRENCY.match(text, place) or re.compile("块(?=钱|，|。|、|多)").match(text, place)
    if money and not text.startswith("元旦", place):
        named = CHINESE_MONEY.get(money.group(), "")
        stop = money.end()
        return "money", (unit if unit and named == "CNY" else named or unit), value + half, stop
    if kind == "money":
        return kind, unit, value, end
    name = ""
    if text.startswith("月", place) and place > end and text[place - 1] in "个半":
        name, stop = "month", place + 1
    elif text.startswith("年", place) and not text.startswith(("年级", "年代"), place):
        name, stop = "year", place + 1
    elif found := CHINESE_UNIT.match(text, place):
        name, stop = CHINESE_UNITS[found.group()], found.end()
    elif text.startswith("世纪", place) and place > end:
        name, stop = "century", place + 2
    elif re.compile("[日夜]").match(text, place) and value > 31:
        name, stop = "day", place + 1
    if not name:
        return kind, unit, value, end
    if after_half := _HALF_AFTER.match(text, stop):
        if text[stop] == "半":
            half, stop = Fraction(1, 2), after_half.end()
    return "measure", name, value + half, stop


def _half(text: str, start: int, end: int) -> list[Quantity]:
    """半年, 半小时, 半个世纪; 半 in 半导体 or 夜半 says nothing."""
    half = Fraction(1, 2)
    kind, unit, _, stop = _unit(text, end, "count", "", half)
    if unit and kind == "measure":
        return [Quantity(kind, half, start, stop, text[start:stop], "soft", unit, upper=half)]
    return [Quantity("fraction", half, start, end, text[start:end], "silent", upper=half)]


def _vagueness(before: str, text: str, end: int, unit: str) -> Vagueness:
    if _OVER_BEFORE.search(before):
        return "over"
    if _UNDER_BEFORE.search(before):
        recent = before.endswith("近") and (
            unit in ("year", "month", "day", "week") or _RECENT.search(before[-2:-1] + "近") is None
            or before[-2:-1] in tuple("最附临远亲就新")
        )
        if not recent or before.endswith(("将近", "接近")):
            return "under"
        return ""
    if _ABOUT_BEFORE.search(before):
        return "about"
    if _ABOUT_AFTER.match(text, end):
        return "about"
    if _UP_AFTER.match(text, end):
        return "over"
    if _UNDER_AFTER.match(text, end):
        return "under"
    return ""


def _ranges(text: str, numbers: list[Quantity]) -> Iterator[Quantity]:
    """The numbers, the lower end of a range with the unit and scale of the upper."""
    for place, number in enumerate(numbers):
        if place + 1 < len(numbers) and number.kind == "count":
            upper = numbers[place + 1]
            if _RANGE.fullmatch(text, number.end, upper.start):
                if upper.kind == "year" and number.value >= 1000:
                    yield replace(number, kind="year")
                    continue
                if upper.kind in (
                    "percent", "money", "measure", "multiple", "count", "day", "month", "decade"
                ):
                    yield _lower_end(number, upper)
                    continue
        yield number


def _lower_end(number: Quantity, upper: Quantity) -> Quantity:
    value, also = number.value, number.also
    if upper.kind == "percent":
        # 一至三成 counts in tenths, 10%至20% and 10-20% in hundredths
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


#: Words that hold a number without a numeral: they may answer to one.
_NOUNS: dict[str, tuple[Kind, Fraction]] = {
    "双": ("count", Fraction(2)), "首": ("ordinal", Fraction(1)), "对": ("count", Fraction(2)),
    "翻番": ("multiple", Fraction(2)), "翻倍": ("multiple", Fraction(2)),
    "倍增": ("multiple", Fraction(2)), "加倍": ("multiple", Fraction(2)),
    "元旦": ("day", Fraction(1)), "都": ("count", Fraction(2)), "元年": ("ordinal", Fraction(1)),
    "亚军": ("ordinal", Fraction(2)), "季军": ("ordinal", Fraction(3)),
    "次": ("ordinal", Fraction(2)), "季度": ("fraction", Fraction(1, 4)),
}
_NOUN = re.compile("翻番|翻倍|倍增|加倍|元旦|元年|亚军|季军|季度|双|首|次(?=日|年|席)")


def _nouns(text: str, taken: bytearray) -> Iterator[Quantity]:
    for match in _free(_NOUN, text, taken):
        kind, value = _NOUNS[match.group()]
        yield _at(text, match.span(), kind, value, "silent")


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
