"""What a text says without the number: this year for 2023, a list of three for 三地, a name."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.likeness import ENOUGH, likeness
from corpus.quantities import Quantity
from corpus.sexagenary import cyclic_name
from corpus.syllables import syllables

#: In a very long text only so many numbers are asked whether they are said again.
_MOST_PARTNERS = 200
#: Things in a row that may stand for their number.
_LONGEST_LIST = 12

#: Between the parts of a date: ", ", "th of ".
_LONGEST_IN_DATE = 6
#: A numeral inside a name is short: 五 in 五道梁, 十八 in 茅十八.
_LONGEST_IN_NAME = 3
#: Xi'an, Jian-guo, (Wudaoliang
_JOINTS = re.compile("['’()“”\"-]")
_HAN = re.compile("[\u4e00-\u9fff]")

#: Words that stand for a date of the other text: 今年 for 2023, "last month" for 4月.
_RELATIVE_CHINESE = {
    "year": re.compile("[今去明前后同当本来次]年|年[初底末内中度]|当时|本世纪|上年|翌年"),
    "month": re.compile(
        r"(?<!月)(?<!\d)\d{1,2}[日号]|[本上下当同]个?月|月[初底末]|日前|近日"
        r"|[今昨明当同本]日|[今昨明当]天|春节|国庆"
    ),
    "century": re.compile("[本上同]世纪"),
    "decade": re.compile("年代"),
    "day": re.compile(
        "[今昨明前后当同本翌次]日|[今昨明前后当同第]天|日前|近日|当晚|昨晚|今晚|今晨|元旦|国庆"
    ),
    "weekday": re.compile(
        "[今昨明前后当同本翌次]日|[今昨明前后当]天|[日号]|周末|日前|当晚|当地时间"
    ),
}
_THIS = r"\b(?:this|last|next|that|the\ssame|previous|following|coming|each|every)\s"
_DAYS = r"|\b(?:today|yesterday|tomorrow|tonight|recently)\b"
_RELATIVE_ENGLISH = {
    "year": re.compile(
        _THIS + r"(?:year|spring|summer|autumn|fall|winter)|\byear-end\b"
        r"|\b(?:this|last|next)\s(?i:january|february|march|april|may|june|july|august|september"
        r"|october|november|december)",
        re.IGNORECASE,
    ),
    "month": re.compile(_THIS + "month" + _DAYS + r"|National\sDay", re.IGNORECASE),
    "day": re.compile(
        _THIS + "day" + _DAYS + r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|local\stime",
        re.IGNORECASE,
    ),
    "century": re.compile(_THIS + "centur|\\bthe\\scentury", re.IGNORECASE),
    "decade": re.compile(_THIS + "decade|centur", re.IGNORECASE),
    "weekday": re.compile(_THIS + "day" + _DAYS + r"|weekend|\d", re.IGNORECASE),
}

#: What in the number's own text may already answer to it; a date beside a weekday does not,
#: since 5日 is "on Wednesday" beside "March 5" of the dateline.
_BESIDE_ENGLISH = {**_RELATIVE_ENGLISH, "weekday": re.compile(_THIS + "day" + _DAYS, re.IGNORECASE)}


def answered(number: Quantity, partners: list[Quantity], own: str, other: str) -> Quantity:
    """The quantity of the text ``own``, lighter where ``other`` says it in another way.

    Said twice here and once there; 今年 for 2023; 甲申 for 1644; three things in a row for 三地.
    """
    if number.weight in ("soft", "silent"):
        return number
    if any(likeness(number, partner) >= ENOUGH for partner in partners[:_MOST_PARTNERS]):
        # 10月12日、10月19日 is "12 and 19 October"
        return replace(number, weight="silent" if number.kind == "month" else "soft")
    if number.kind == "year" and cyclic_name(int(number.value)) in other:
        return replace(number, weight="silent")         # 甲申 is 1644
    if number.unit == "month" and "前" in own[max(0, number.start - 1) : number.start + 1]:
        # 前五个月 as "from January to May", 前三季度 as "from January to September"
        if any(partner.kind == "month" and partner.value == number.value for partner in partners):
            return replace(number, weight="silent")
    chinese = bool(_HAN.search(other))
    there, here = _RELATIVE_CHINESE, _BESIDE_ENGLISH
    if not chinese:
        there, here = _RELATIVE_ENGLISH, _RELATIVE_CHINESE
    if number.kind in there and there[number.kind].search(other):
        # 去年 beside "last year" answers to nothing else
        if not here[number.kind].search(own):
            return replace(number, weight="soft")
    small = number.kind == "count" and 2 <= number.value <= _LONGEST_LIST
    if small and _lists(other, int(number.value), chinese):
        return replace(number, weight="soft")
    return number


def made_explicit(number: Quantity, said: list[Quantity]) -> Quantity:
    """The quantity, lighter if it is the year or month of a date that is otherwise said.

    7月18日 is "July 18, 2020" where the text is of that year.
    """
    if number.kind not in ("year", "month") or number.weight in ("soft", "silent"):
        return number
    for other in said:
        if other.kind in ("month", "day", "ordinal"):
            apart = max(other.start - number.end, number.start - other.end)
            if apart <= _LONGEST_IN_DATE:
                return replace(number, weight="soft")
    return number


#: Items of a list before the number that sums it up, shorter than a clause.
_ITEMS = re.compile(r"(?:^|[，。；：:,（(])[^，。；：:,（(]*$")
_PARTING = re.compile("[、和与及]")


def sums_up(number: Quantity, chinese: str) -> bool:
    """Whether a Chinese number counts the list right before it: 江苏、浙江、辽宁3省."""
    if number.kind != "count" or not 2 <= number.value <= _LONGEST_LIST:
        return False
    listed = _ITEMS.search(chinese[: number.start])
    if listed is None or "、" not in listed.group():
        return number.value == 2 and bool(listed and _PAIR.search(listed.group()))
    return len(_PARTING.findall(listed.group())) + 1 == number.value


#: 中美两国, 父子二人 are not told from others; 湖北和湖南两省 is.
_PAIR = re.compile("[\u4e00-\u9fff]{2}[和与及][\u4e00-\u9fff]{2,4}$")


def in_a_name(number: Quantity, chinese: str, english: str) -> bool:
    """Whether a small numeral is part of a name spelt in pinyin: 五道梁 Wudaoliang, 王二 Wang Er."""
    if number.weight in ("hard", "silent") or not 0 < number.end - number.start <= _LONGEST_IN_NAME:
        return False
    if not _HAN.match(number.text):
        return False
    start = number.start
    around = [chinese[start : start + 2]]
    if start and _HAN.match(chinese[start - 1]):
        around.append(chinese[start - 1 : start + 1])
    spelt = " " + _JOINTS.sub("", english.lower())
    for name in around:
        if len(name) == 2 and _HAN.match(name[1]):
            first, second = syllables(name)
            if f" {first}{second}" in spelt or f" {first} {second}" in spelt:
                return True
    return False


_CHINESE_LIST = re.compile("(?:[^，。；、]{1,12}、)+[^，。；、]{1,12}")
#: From the second item to the "and" before the last.
_ENGLISH_LIST = re.compile(r"(?P<middle>(?:,\s[^,.;:]{2,60}?){0,12}),?\s(?:and|or|as\swell\sas)\s")


def _lists(text: str, length: int, chinese: bool) -> bool:
    """Whether the text holds a list of that many things, roughly."""
    if chinese:
        return any(
            match.group().count("、") + 1 in (length, length - 1)
            for match in _CHINESE_LIST.finditer(text)
        )
    return any(
        match["middle"].count(",") + 2 == length
        for match in _ENGLISH_LIST.finditer(text)
    )
