"""Over, under, about: the words around a number that make it approximate."""

from __future__ import annotations

import re

from corpus.lowered import lowered
from corpus.numerals import HANZI
from corpus.quantities import Vagueness

#: How far back the words may reach.
_REACH = 24

#: 不, 不应, 不得, 未, 没有: before 超过 and 少于 they turn it round.
_NOT = "(?:不[应得能可会宜许准必]?|未|没有?)"
_NOT_NOT = "(?<!不)(?<!不[应得能可会宜许准必])(?<!未)(?<!没)(?<!没有)"
_OVER_BEFORE = re.compile(
    f"(?:{_NOT_NOT}(?:超过|超|大于|高于)|逾|至少|{_NOT}[少低小]于|突破|不下|起码|不止)$"
)
_UNDER_BEFORE = re.compile(
    f"(?:近|将近|接近|不到|不足|{_NOT}(?:超过|[大高多]于)|{_NOT_NOT}[少低小]于|未满|不满|最多|至多"
    "|几乎|临近)$"
)
#: 不得连续工作超过8小时: which way round, is not asked.
_NOT_FAR_BEFORE = re.compile(
    "(?:不[应得能可会要宜许准]|[请切]勿|严禁|禁止|无法|没有人?)[^，。；！？,;]+(?:超过|[大高多少低小]于)$"
)
#: 最近3年, 附近100人: 近 belongs to the word before.
_OTHER_NEAR = re.compile("[最附远亲就新邻]近$")
_SURELY_NEAR = re.compile("(?:将近|接近)$")
_ABOUT_BEFORE = re.compile("(?:约|大约|大概|约莫|约为|大致|差不多|估计|或许有)$")

#: The last characters of all of these, or a line's end: before most numbers stands none of them.
_ENDS_BEFORE = frozenset("过超于逾少破下码止近到足满多乎约概莫为致计有\n")

#: A classifier or unit may stand between: 50米左右; another number may not.
_NEAR = rf"[^，。；、,;\d{HANZI}]{{0,4}}?"
_ABOUT_AFTER = re.compile(rf"{_NEAR}(?:左右|上下|前后)")
_OVER_AFTER = re.compile(rf"{_NEAR}(?:以上|有余|之多)")
_UNDER_AFTER = re.compile(rf"{_NEAR}(?:以下|以内|之内|以里)")
_ANY_AFTER = re.compile(rf"{_NEAR}(?:左右|上下|前后|以[上下内里]|有余|之[多内])")

#: 近4年 is "the past four years".
_PAST_UNITS = frozenset({"year", "month", "day", "week", "decade"})


def chinese_vagueness(text: str, start: int, end: int, unit: str) -> Vagueness:
    """What the Chinese words around ``text[start:end]`` say of it."""
    if text[start - 1 : start] in _ENDS_BEFORE:
        before = text[max(0, start - _REACH) : start]
        if _NOT_FAR_BEFORE.search(before):
            return ""
        if _OVER_BEFORE.search(before):
            return "over"
        if _UNDER_BEFORE.search(before):
            past = unit in _PAST_UNITS or _OTHER_NEAR.search(before)
            if before.endswith("近") and past and not _SURELY_NEAR.search(before):
                return ""
            return "under"
        if _ABOUT_BEFORE.search(before):
            return "about"
    if not _ANY_AFTER.match(text, end):
        return ""
    if _ABOUT_AFTER.match(text, end):
        return "about"
    return "over" if _OVER_AFTER.match(text, end) else "under"


#: In small letters, as the two below. "up to 400,000" is no limit in 多达40万, so it says nothing.
_OVER = re.compile(
    r"(?:more\sthan|(?<!not\s)(?:over|above|exceed(?:s|ed|ing)?)|surpass(?:es|ed|ing)?|at\sleast"
    r"|beyond|greater\sthan|(?:no|not|not\sbe)\s(?:less|fewer|lower|under|below)(?:\sthan)?|topp?ed"
    r"|upwards?\sof|in\sexcess\sof|higher\sthan|well\spast)\s(?:(?:the|an?)\s)?$"
)
_UNDER = re.compile(
    r"(?:nearly|almost|(?<!no\s)(?<!not\s)(?<!not\sbe\s)(?:less|fewer|lower)\sthan"
    r"|(?<!not\s)(?<!not\sbe\s)(?:under|below)"
    r"|close\sto|at\smost|(?:no|not|not\sbe)\s(?:more|higher|greater)\sthan"
    r"|not\s(?:be\s)?(?:over|above)|(?:not|n't|n’t|never)\sexceed(?:ing|ed)?"
    r"|within|just\sshort\sof|approaching|nearing)\s(?:(?:the|an?)\s)?$"
)
#: "do not take more than 8": which way round, is not asked.
_NOT_AHEAD = re.compile(r"(?:\b(?:no|not|cannot|never|nobody|none)\b(?!\sonly)|n['’]t\b)[^,;.]*$")
_ABOUT = re.compile(
    r"(?:about|around|approximately|roughly|some|approx\.|circa|c\.|an\sestimated|or\sso)\s$"
)
_MORE = re.compile(r"\+|\s(?:or\smore|and\s(?:above|over|up)|odd|plus)\b|-odd\b", re.IGNORECASE)


def english_vagueness(text: str, start: int, end: int) -> Vagueness:
    """What the English words around ``text[start:end]`` say of it."""
    before = lowered(text[max(0, start - _REACH) : start])
    limit = _UNDER.search(before) or _OVER.search(before)
    if limit:
        if _NOT_AHEAD.search(before, 0, limit.start()):
            return ""
        return "under" if limit.re is _UNDER else "over"
    if _MORE.match(text, end):
        return "over"
    return "about" if _ABOUT.search(before) else ""
