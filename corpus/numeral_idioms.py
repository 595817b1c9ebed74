"""How surely a numeral in Chinese characters is a number: 三名 is one, 四川 and 一起 are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from corpus.lexicon import senses
from corpus.numerals import HANZI, chinese_number, scale_value, single_value
from corpus.numerals_english import english_quantities
from corpus.quantities import OF_THE_NAME, WORLD_WAR, Quantity, Weight
from corpus.scan import Reading, Scan

_WORDS_KEPT = 1 << 15

#: Adverbs and sayings made of numerals; 十分钟 and 五百万 are numbers. Whether one can begin is
#: asked first, since the rest is asked at each character.
_NO_NUMBER = re.compile(
    rf"""
    (?=[{HANZI}第唯统单专同划归合])
    (?:
    (?<![{HANZI}\d点])
    (?: (?<!差)十分(?![钟之]) | 千万(?=[别不要记莫可小]) | 万万(?=[不没]) | 百般 | 万般 | 万分(?!之)
      | 数一数二 | 三步并作?[两二]步 | 十足 | 千千万万 | 十万八千里 | 十万火急 | 三三两两 | 十有八九 | 千篇一律 | 百分百 | 万一 | 十里长街 )
  | 第三者 | 十字(?![以之内左上下长多])          # a cross
  | [唯统单专同划归合]一 | 一一
    )
    """,
    re.VERBOSE,
)
#: 三七开 is 70 to 30.
_SHARES = re.compile("([一二三四五六七八九])([一二三四五六七八九])开")
#: 年过七旬 is "over seventy".
_TENS_OF_YEARS = re.compile("([二三四五六七八九])旬")
#: 高三学生: a year of school, called by another number or none in English.
_SCHOOL_YEAR = re.compile("[高初大][一二三四](?=学生|女生|男生|新生|年级|毕业|时|那年|[上下]?学期)")
_HALF_A_HUNDRED = re.compile("半百")
#: 数以万计 is "tens of thousands", 成百上千 hundreds and thousands
_MANY = re.compile("数以(?P<scale>[十百千万亿]+)计|成(?P<less>[百千])上(?P<more>[千万])")
#: 一半 and 半数 are the half; 多半 and 大半 are less sure, 一半天 a day or so
_HALF = re.compile(f"(?<![{HANZI}\\d])一半(?![天个夜路岁会])|半数")
#: 二战, 伊丽莎白二世: numbers of wars and kings; 前三世, 一生一世 are lives
_WAR = re.compile("二战|一战(?=[前后期时中结爆以])")
_KING = re.compile(
    "(?<=[\u4e00-\u9fff]{2})(?<![生第前后来百千万永累每])(?P<number>十?[一二三四五六七八九]|十)世"
    "(?![纪界代间俗人上家博袭孙])"
)
#: Ages by name.
_AGE = {"而立": 30, "不惑": 40, "知命": 50, "知天命": 50, "花甲": 60, "古稀": 70, "耄耋": 80}
_AGES = re.compile("(?:而立|不惑|知天?命|花甲|古稀|耄耋)(?=之年|老人)")
#: A row of magnitudes without a digit: 百名, 万人, 亿万.
BARE_SCALE = re.compile("[百千万亿]+")

#: 上百, 破万: before these a bare magnitude is a number.
_REACHED = frozenset("近上超破过逾达")

#: What may follow a small numeral that counts. Not complete: before an unlisted noun
#: (三邦) a number in words weighs less, it isn't lost.
CLASSIFIER = re.compile(
    """
    [大小长多余来]?
    (?: [个名位人家项件条次届期天日周种类款本部篇首张幅台辆架艘座栋幢间所处片块支只头匹根棵株朵颗粒枚口户批]
      | [组套双副场起宗桩遍趟回层级岁倍份封笔群股轮排列段则门节卷集页章代员国地省市县区乡村镇州党军院校企方面]
      | [道号班队派族强点分秒年季步胎兄姐弟妹师艺者线成折度字句行顶杯碗瓶盒包袋箱车船桶餐顿夜晚亩斤里米吨元角]
      | 月份 | 星期 | 小时 | 季度 | 公里 | 公斤 | 海里 | 英里 | 领域 | 阶段 | 问题 | 城市
      | 孩子 | 儿子 | 女儿 | 朋友 | 学生 | 老师 | 委员 )
    """,
    re.VERBOSE,
)

#: Above this, a numeral in words is as sure as a figure.
_PLAIN_LIMIT = 12

_TWO_DIGITS = re.compile("[一二三四五六七八九]{2}")

#: How far a dictionary word may reach around a numeral, and how long it may be.
_REACH = 3
_LONGEST_WORD = 5
#: Listed in the dictionary, but a number and a counted noun nevertheless: 三个, 五月.
_COUNTED_WORD = re.compile("第|.[个名位次天年月日点]$")
_NUMERALS = re.compile(f"[{HANZI}]+")


#: 双十一 and 十一黄金周 are days by name, said without a number.
_HOLIDAY = re.compile("双(?:十一|十二|11|12)|十一(?=黄金周|假期|长假|国庆|小长假)")
#: 隔天: "every two days", "the next day"
_EVERY_OTHER = re.compile("隔[天日周年月]")
#: 95后: those born after 1995, in the late 1990s, Generation Z.
_BORN_AFTER = re.compile("(?<![\\d.])(?P<year>[5-9][05]|[01][05])[后後](?![半来面续备天期年仍续])")
_PERIODS = {"天": "day", "日": "day", "周": "week", "年": "year", "月": "month"}
#: 7号电池 is AAA.
_BATTERY = re.compile("[1257一二五七]号(?=[^，。；]{0,4}电池)")
#: 前五个月: "from January to May"
_FIRST_MONTHS = re.compile(r"前(?P<number>[一二三四五六七八九十]{1,2}|1?\d)个月")
#: 前三季度: "the first three quarters", "the first nine months"
_FIRST_QUARTERS = re.compile("前(?P<number>[二两三23])个?季度")
#: 八分之一决赛: "the last 16", "the round of 16"; 四分之一决赛 the quarter-finals
_ROUND = re.compile("(?:(?P<words>四|八|十六|三十二)分之一|1[/∕／](?P<figures>4|8|16|32))决赛")
#: 上半年: "the first half of the year"
_HALVES = re.compile("(?P<first>[上前])半(?=年|场|叶|生)|[下后]半(?=年|场|叶|生)")


def sayings(scan: Scan) -> Iterator[Quantity]:
    """Takes the places of adverbs and sayings; 唯一 may answer to "one"."""
    for _ in scan.free(_HOLIDAY, "双", "十一"):
        pass
    for match in scan.free(_HALVES, "半"):
        yield scan.quantity(match.span(), "ordinal", 1 if match["first"] else 2, "silent")
        yield scan.quantity(match.span(), "fraction", Fraction(1, 2), "silent")
        if scan.text.startswith("年", match.end()):
            yield scan.quantity(match.span(), "measure", 6, "silent", unit="month")
    for match in _FIRST_MONTHS.finditer(scan.text) if "个月" in scan.text else ():
        number = match["number"]
        values = (Fraction(number),) if number.isdecimal() else chinese_number(number)
        if values and values[0] <= 12:
            yield scan.quantity(match.span(), "month", 1, "silent")
            yield scan.quantity(match.span(), "month", values[0], "silent")
    for match in scan.free(_ROUND, "决赛"):
        parts = single_value(match["words"] or match["figures"])
        if parts:
            yield scan.quantity(match.span(), "count", 2 * parts, "silent")
            yield scan.quantity(match.span(), "fraction", 1 / parts, "silent")
    for match in scan.free(_FIRST_QUARTERS, "季度"):
        quarters = Fraction(3 if match["number"] in "三3" else 2)
        yield scan.quantity(match.span(), "month", 1, "silent")
        yield scan.quantity(
            match.span(), "measure", 3 * quarters, "plain", unit="month", also=(quarters,)
        )
    for _ in scan.free(_BATTERY, "电池"):
        pass
    for match in scan.free(_EVERY_OTHER, "隔"):
        unit = _PERIODS[match.group()[1]]
        yield scan.quantity(match.span(), "measure", 2, "silent", unit=unit)
    for match in scan.free(_BORN_AFTER, "后", "後") if scan.has_figures else ():
        short = int(match["year"])
        year = short + (2000 if short < 50 else 1900)
        yield scan.quantity(
            match.span(), "decade", short // 10 * 10, "plain", upper=Fraction(year),
            also=(Fraction(year // 10 * 10),),
        )
    for match in scan.free(_SHARES, "开"):
        for group in (1, 2):
            value = 10 * ("一二三四五六七八九".index(match[group]) + 1)
            yield scan.quantity(match.span(group), "count", value, "soft")
    for match in scan.free(_TENS_OF_YEARS, "旬"):
        value = 10 * ("一二三四五六七八九".index(match[1]) + 1)
        yield scan.quantity(match.span(), "measure", value, "soft", unit="year")
    for match in scan.free(_SCHOOL_YEAR, "高", "初", "大"):
        pass
    for match in scan.free(_AGES, "之年", "老人"):
        yield scan.quantity(match.span(), "measure", _AGE[match.group()], "silent", unit="year")
    for match in scan.free(_HALF_A_HUNDRED, "半百"):
        yield scan.quantity(match.span(), "count", 50, "soft")
    for match in scan.free(_MANY, "计", "上"):
        low = scale_value(match["scale"] or match["less"])
        high = low * 10 if match["scale"] else 10 * scale_value(match["more"])
        yield scan.quantity(match.span(), "count", low, "silent", upper=Fraction(high - 1))
    for match in scan.free(_HALF, "半"):
        yield scan.quantity(match.span(), "fraction", Fraction(1, 2), "silent")
    yield from _wars_and_kings(scan)
    for match in scan.free(_NO_NUMBER):
        if match.group().endswith("一"):
            yield scan.quantity(match.span(), "count", 1, "silent")


def _wars_and_kings(scan: Scan) -> Iterator[Quantity]:
    """二战 may be "the war", 二世 "the queen": no more than an answer."""
    for match in scan.free(_WAR, "战"):
        number = 1 if match.group().startswith("一") else 2
        yield scan.quantity(match.span(), "ordinal", number, "silent", unit=WORLD_WAR)
    for match in scan.free(_KING, "世"):
        values = chinese_number(match["number"])
        if values:
            yield scan.quantity(match.span(), "ordinal", values[0], "silent", unit=OF_THE_NAME)


def weight_of(reading: Reading) -> Weight:
    """How surely a numeral in characters is a number that must be said."""
    text, numeral, value = reading.text, reading.numeral, reading.value
    previous = reading.before(1)
    ordinal = reading.before(2).endswith(("第", "第（", "第("))
    if previous == "老" and reading.kind == "ordinal":
        return "soft" if value == 2 else "plain"
    if previous == "每" and value > 1:
        return "plain"
    if not ordinal:
        if value == 1 and len(numeral) == 1:
            return "silent"
        if dictionary_role(text, reading.start, reading.end) == "idiom":
            return "silent"
    counted = bool(CLASSIFIER.match(text, reading.end))
    if BARE_SCALE.fullmatch(numeral):
        return "plain" if counted or previous in _REACHED else "silent"
    if len(numeral) == 1:
        if ordinal:
            # 第一 is often "best", 第二天 "the next day"
            next_time = value == 2 and text[reading.end : reading.end + 1] in ("天", "年", "日")
            return "soft" if value == 1 or next_time else "plain"
        if value == 2:
            return "soft" if counted or numeral in "两兩俩" else "silent"
        return "plain" if counted else "silent"
    if len(numeral) == 2 and not counted and _TWO_DIGITS.fullmatch(numeral):
        return "silent"                 # 三一重工; 五六个 and 九八年 are numbers
    return "plain" if value <= _PLAIN_LIMIT else "hard"


def dictionary_role(text: str, start: int, end: int) -> str:
    """"idiom" inside a dictionary word without a number in English, "word" with one, or ""."""
    if end - start > _REACH:
        return ""
    best = ""
    for left in range(max(0, start - _REACH), start + 1):
        last = min(len(text), end + _REACH, left + _LONGEST_WORD)
        for right in range(max(end, left + 2), last + 1):
            if right - left > end - start:
                role = _word_role(text[left:right])
                if role == "idiom":
                    return role
                best = role or best
    return best


@lru_cache(_WORDS_KEPT)
def _word_role(word: str) -> str:
    """Whether a dictionary word with a numeral is said with a number in English.

    一起 "together" and 四川 "Sichuan" are idioms; 两国 "both countries" and 三角 "triangle;
    ten cents" show that the glosses are no more than a hint.
    """
    glosses = senses(word)
    if not glosses or _COUNTED_WORD.match(word):
        return ""
    if len(word) == 4 and len(_NUMERALS.findall(word)) > 1:
        return "idiom"                  # 千方百计: "a thousand ways and a hundred plans"
    numbers = english_quantities(" ; ".join(glosses))
    return "word" if any(number.value != 1 for number in numbers) else "idiom"
