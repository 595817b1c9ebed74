"""Where a Chinese sentence ends.

。！？ end a sentence, together with the quotes and brackets that close behind them.
：，、； do not: of 29 semicolons in six chapters cut by hand none ends a sentence, and
of 74 in a hand-cut translation three do. The difficult cases are told at each rule.
"""

from __future__ import annotations

import re

from corpus.straight_quotes import StraightQuotes

_HAN = re.compile(r"[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF〇々]")
_CLOSING = "”’」』〞\"'）)】》〉〕］]"

#: Everything that can end a sentence or hides what looks like an end.
_STOP = re.compile("[。！？!?｡…．.—《（(]")

#: The marks at the end of a sentence with what closes behind them, as often as they
#: come: 。 | ？！ | ！！！ | 。” | …… | ！”） | 。”。 | 为什么——”. A blank before a curly
#: closing quote is a typing error that exists: 自己方便。 ’
_ENDING = re.compile(
    rf"""
    (?P<marks> \.(?:[ ]\.)+ | [。！？!?｡…‥．.]+ | —+ (?= [”’」』"'] ) )
    (?P<closing> (?: [{re.escape(_CLOSING)}] | [ \u3000]?[”’」』] )* )
    (?: [。！？!?｡]+ [{re.escape(_CLOSING)}]* | [ ]?…+ [”’」』]? )*
    (?: [¹²³⁴-⁹]+ | (?: \[\d{{1,3}}\] | 〔\d{{1,3}}〕 | ［\d{{1,3}}］ )+ )?    # a footnote's mark
    """,
    re.VERBOSE,
)

#: 他走了。① – the mark of a footnote belongs to the sentence before it; not in a text that
#: counts its items with circles: 如下：①…。②…。
_NOTE = re.compile("[①-⑳]+")
_LIST = re.compile(r"(?:^|[：:；;，,、\n])\s*①")

#: 《谁动了我的奶酪？》 and 〈…〉: marks inside a title end nothing.
_TITLE = re.compile(r"《[^《》]{0,80}》")
#: （…。） inside a sentence, as one piece; a longer or nested one is read as plain text.
_BRACKET = re.compile(r"[（(][^（）()]{0,150}[）)]")
_FULL_MARK = re.compile("[。！？!?｡]")
_DASHES = re.compile("—+")
_INK = re.compile(r"\S")
_ADDRESS = re.compile("[A-Za-z0-9&=/%#_-]")

#: What cannot begin a sentence: after it the sentence goes on. “为什么？”、“凭什么？”
_GOES_ON = frozenset("，、；：,;:）)】》〉〕］]”’」』%")

#: 他说。 张志成表示。 清华大学法学院院长周光权介绍。 standing behind a quotation: a clause
#: that names the speaker and does nothing else belongs to what was said. Hand-cut novels
#: set it apart (7 of 1,444 lines); English never does, and alone it translates nothing.
#: A clause that goes on (张志成表示，中国…) is a sentence of its own, as in the English.
#: Not a clause that denies it (她没有回答), nor words that only end like it (知道, 小说, 名称).
_REPORTING = re.compile(
    r"""
    [ ]? (?: (?! 没|不|未 ) [^，,、；;：:。！？!?…“”‘’「」『』"\n] ){1,30}?
    (?: (?<! [小传听学演] ) [说說] | (?<! [知难街频] ) 道 | (?<! [学疑] ) [问問] | 答 | 喊 | 叫 | 嚷 | 叹
      | 表示 | 介[绍紹] | 指出 | 强调 | 強調 | 认为 | 認為 | (?<! [名简职] ) [称稱] | 坦言 | 透露 | 解释
      | 回忆 | 补充 | 感慨 | 回应 )
    [着过了]? [。！？]
    """,
    re.VERBOSE,
)

#: Characters that a quoted question or cry can hang on as a word of the sentence.
_AFTER_EMBEDDED = frozenset("的之等")
#: What takes a quotation up that begins the sentence: “为什么要走？”这个问题没人回答。
_TAKEN_UP = re.compile(
    "(?:这[个句种类一些]?|这样的|此[类种]?|诸如此类的|之类的)"
    "(?:问题|话|说法|疑问|口号|想法|念头|道理|回答|词|声音|故事|现象|消息|句子|谚语)"
)
_SAYING = frozenset("说道问答喊叫嚷叹云曰称言")
_OPENING_OF = {"”": "“", "’": "‘", "」": "「", "』": "『"}
#: Characters back from the mark in which such a quotation opens.
_LONGEST_EMBEDDED = 40
#: Characters back from an ellipsis in which the quotation it stands in opens.
_LONGEST_SPEECH = 400
#: A sentence that an ellipsis ends has at least so many characters since it began.
_WINDOW = 8
#: What cannot begin a sentence behind an ellipsis.
_LEANING = frozenset("的地得了着过等都也就才和与及或到至而吗呢吧啊")

#: A number that stands before its item: 一． | （三）. | 12. | 1.2. | 图1.
_NUMBERING = re.compile(
    r"\s*(?:[图表]\s*|第)?[（(]?(?:[一二三四五六七八九十百]{1,5}|\d{1,4}(?:\.\d{1,4}){0,4}|[A-Za-z])[）)]?[.．]"
)

#: Characters that write foreign names. Between two of them an ASCII point is the name's:
#: 蒂姆.伯纳斯, 乔纳斯.索尔克. Wrong where a sentence ends and another begins with names.
_TRANSLITERATING = frozenset(
    "阿埃艾安奥巴白班邦鲍贝本比彼宾波伯博勃布查茨达大戴丹道德邓登迪蒂丁杜顿多厄恩尔法菲费芬弗"
    "福夫盖甘冈戈格根古哈海汉豪赫黑亨华怀霍基吉加贾杰金卡凯坎康考科克肯库奎拉莱兰朗劳勒雷李里理"
    "利莉丽林琳龙隆卢鲁路伦罗洛马玛迈曼梅蒙米密明莫默姆穆纳娜南内尼涅宁诺欧帕潘庞佩彭皮普奇齐"
    "契乔切琼让瑞萨塞桑森沙莎山尚舍圣施史士斯朔丝苏索塔泰坦汤唐特提廷图托瓦万威韦维温沃乌伍西"
    "希锡夏肖谢辛休雅亚扬叶伊因英尤约泽扎詹兹佐"
)


def _is_han(character: str) -> bool:
    return _HAN.match(character) is not None


def sentence_ends(text: str) -> list[int]:
    """Offsets behind each sentence's last character, in order; the last sentence's left out."""
    ends: list[int] = []
    place = start = 0
    quotes = StraightQuotes(text)
    listed = "①" in text and _LIST.search(text) is not None
    while (stop := _STOP.search(text, place)) is not None:
        place = stop.start()
        mark = text[place]
        if mark == "《":
            title = _TITLE.match(text, place)
            place = title.end() if title else place + 1
            continue
        if mark in "（(":
            place, ended = _bracket(text, start, place)
            if ended:
                ends.append(place)
                start = place
            continue
        ending = _ENDING.match(text, place)
        if ending is None:
            place = _DASHES.match(text, place).end()  # type: ignore[union-attr]
            continue
        place = _shortened(ending, text, quotes)
        if not listed and (note := _NOTE.match(text, place)) is not None:
            place = note.end()
        if _ends(text, start, ending, place):
            reporting = _REPORTING.match(text, place) if ending["closing"] else None
            place = start = reporting.end() if reporting else place
            ends.append(place)
    return ends


def _shortened(ending: re.Match[str], text: str, quotes: StraightQuotes) -> int:
    """Where ``ending`` ends when a straight quote that opens the next sentence is left out."""
    first = text.find('"', ending.end("marks"), ending.end("closing"))
    if first < 0:
        return ending.end()
    if not quotes.closes(first):
        return first
    second = text.find('"', first + 1, ending.end("closing"))
    return ending.end() if second < 0 else second


def _bracket(text: str, start: int, place: int) -> tuple[int, bool]:
    """Where to read on from an opening bracket, and whether a sentence has ended there.

    （他走了。她来了。） at the start of a sentence is read like any other text. Inside a
    sentence it is one piece; it closes the sentence when its last mark is a full stop and
    a stop or comma stands before it: …都是运动；（因为运动只能产生运动。）其余… but not in
    他（那时还小。）没有说话。
    """
    bracket = _BRACKET.match(text, place)
    first = _INK.search(text, start)
    if bracket is None or first is None or first.start() == place:
        return place + 1, False
    end = bracket.end()
    inside = bracket.group()
    if not _FULL_MARK.match(inside[-2]):
        return end, False
    before = text[place - 1]
    return end, before in "，；、：,;:" and text[end : end + 1] not in _GOES_ON


def _ends(text: str, start: int, ending: re.Match[str], end: int) -> bool:
    """Whether the sentence that began at ``start`` ends with ``ending``, at ``end``."""
    following = _next(text, end)
    if not following or following in _GOES_ON:
        return False
    place, marks, closing = ending.start(), ending["marks"], text[ending.end("marks") : end]
    if marks in (".", "．"):
        return _point_ends(text, start, place, end)
    if _embedded(text, start, place, closing, end):
        return False
    if not _FULL_MARK.search(marks):
        if closing:
            return True
        return " " not in marks and _ellipsis_ends(text, start, place, following)
    if marks[-1] in "!?" and not closing:
        return not _ADDRESS.match(text, end)  # a?b=1
    return True


def _next(text: str, end: int) -> str:
    """The first character behind ``end`` that is no white space, or nothing."""
    found = _INK.search(text, end)
    return found.group() if found else ""


def _embedded(text: str, start: int, place: int, closing: str, end: int) -> bool:
    """Whether the mark ends only a quotation that is a word of the sentence.

    论坛以“谁来治理？”为主题, “为什么？”的问题, but not 他问：“为什么？”大家… nor 他喊“冲啊！”大家…
    """
    if not closing or closing[0] not in _OPENING_OF:
        return False
    following = _next(text, end)
    if following in _AFTER_EMBEDDED or _TAKEN_UP.match(text, end):
        return True
    opening = text.rfind(_OPENING_OF[closing[0]], max(start, place - _LONGEST_EMBEDDED), place)
    if opening <= start or not _is_han(following):
        return False
    before = text[opening - 1]
    return before == "、" or _is_han(before) and before not in _SAYING


def _ellipsis_ends(text: str, start: int, place: int, following: str) -> bool:
    """Whether …… with no quote behind it ends a sentence. In speech it is a pause: “我……我不
    知道。” In narration it ends one: 路灯闪烁着……他数着… except in a list (北京、上海……都)
    and before a word that needs what went before (……的, ……等).
    """
    if following in "“「『":
        return True
    before = text[max(start, place - _WINDOW) : place]
    opened = max(text.rfind(quote, max(0, place - _LONGEST_SPEECH), place) for quote in "“「『")
    closed = max(text.rfind(quote, max(0, place - _LONGEST_SPEECH), place) for quote in "”」』")
    return (
        len(before) == _WINDOW
        and opened <= closed
        and "、" not in before
        and following not in _LEANING
        and following != before[-1]
        and _is_han(following)
    )


def _point_ends(text: str, start: int, place: int, end: int) -> bool:
    """Whether the one point at ``place`` is a full stop: 已完成.他说 | 35%. 其中

    Not in 3.5, www.x.com, U.S. 政府, 1. 总则, 蒂姆.伯纳斯-李.
    """
    before, behind = text[place - 1 : place], text[end]
    numbering = _NUMBERING.match(text, start, place + 1)
    if numbering is not None and numbering.end() == place + 1:
        return False
    if not _is_han(before) and before not in f"{_CLOSING}%％":
        return False
    if behind.isspace():
        return True
    if before in _TRANSLITERATING and behind in _TRANSLITERATING:
        return False
    return _is_han(behind) or behind in "“「『《（"
