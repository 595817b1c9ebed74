"""Proper names that CC-CEDICT and the exonyms know, and the English words that give them back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from corpus.cedict import cedict
from corpus.exonyms import EXONYMS, PEOPLE
from corpus.pinyin import folded

#: What a name names; "foreign" is a person or place in characters that transliterate.
Kind = Literal["person", "place", "organisation", "foreign"]

#: A remark or year in a gloss, and what comes after the name itself.
_GLOSS_TAIL = re.compile(
    r"\s*(?:[,;:]|\(|\[|\bin\b|\bnear\b|\bformerly\b|\bcapital of\b|\babbr\.|\bon\b)"
)
_BRACKETED = re.compile(r"\(([A-Z][a-z]+)\)")

_LETTERS = re.compile(r"(?:\(|\babbr\. |\bor )([A-Z]{2,6})\b")

#: Words of a name that other names share: a match of one of these alone says nothing.
GENERIC = frozenset(
    """
    city county district province prefecture level prefectural town township village state region
    river lake mountain mount mountains island islands sea ocean bay gulf strait peninsula desert
    republic kingdom empire democratic people peoples federal autonomous special administrative
    north south east west northern southern eastern western central new old great greater upper
    lower university college institute school academy ministry department office bureau commission
    committee council organization organisation association agency company corporation party
    national international world general of the and for de du la le el al st saint san santa
    dynasty emperor king queen president prime minister surname name abbr mr mrs ms
    sir lady lord baron baroness duke duchess chinese china administration celsius fahrenheit
    """.split()
)

#: Glosses of dictionary entries that are capitalised and yet no names of the kinds looked for:
#: languages, feasts, beliefs, plants, breeds, idioms.
_NO_NAME = re.compile(
    r"""
    \b(?:language|idiom|saying|species|dish|novel|poem|poet|opera|literary|bird|plant|breed|cuisine
       |surname|dialect|script|style|slang|loanword|calendar|zodiac|constellation|Buddhis|Sanskrit
       |calligraph|tea|liquor|wine|medicine|game|chess|stroke|radical|theorem|disease|syndrome)\b
  | ^(?:to|a|an)\ [a-z] | ^\((?:coll|bound|idiom|slang|Internet|Tw|old|lit|dialect)
  | \(idiom | ^abbr | ^see\  | ^variant | ^also\ written | day\b
    """,
    re.VERBOSE,
)
_PLACE = re.compile(
    r"\b(?i:city|county|district|province|prefecture|town|township|river|lake|mountains?|island"
    r"|islands|sea|capital|state|republic|country|region|village|peninsula|strait|nation|port|bay"
    r"|municipality|desert|continent)\b"
)
#: Belgium · Houston, Texas · Montevideo, capital of Uruguay · Xiangtan, prefecture-level city
_PLACE_ENTRY = re.compile(
    r"(?:the )?(?P<name>[A-ZÀ-Þ][a-zß-ÿ]{3,})"
    r"(?:$|/| (?:city|county|province|district|prefecture|river|mountain|island)"
    r"|, (?:[\w-]+ )?(?:capital|city|county|state|town|[A-Z]\w+$))"
)
_ORGANISATION = re.compile(
    r"\b(?:University|Agency|Organi[sz]ation|Ministry|Institute|Academy|Company|Bank|Party|Union"
    r"|Association|Committee|Commission|Council|Nations|Court|newspaper|company|corporation)\b"
)
#: Pushkin (1799-1837), great Russian romantic poet
_LIVED = re.compile(r"\(\d{3,4}\s*(?:BC)?\s*-")
#: variant of 邱吉爾|邱吉尔[Qiu1 ji2 er3], see 居禮夫人|居礼夫人[Ju1 li3 Fu1 ren5]
_OTHERWISE = re.compile(r"(?:see|(?:old )?variant of|also written) (?:\w+\|)?(\w+)\[[^\]]*\]")
_PERSON = re.compile(
    r"\(name\)|\((?:c\.\s*)?\d{3,4}\s*(?:BC)?\s*-|\b(?:politician|president of|writer)\b"
)
#: A sense that is nothing but a name: Rwanda, the Philippines, Rio de Janeiro.
_BARE = re.compile(r"(?:the )?[A-Z][\w’'. -]*")

#: Names in the dictionary that are common words as well, or too often told otherwise.
_COMMON = frozenset(
    """
    中文 汉语 汉字 汉族 英语 英文 法语 日语 德语 俄语 西班牙语 普通话 国语 白话 华语 外语 华人 华侨 汉人
    人大 两会 党中央 中央 国民党 文革 解放军 国庆 国内 国际 华 中华民族 民国 清朝 唐朝 宋朝 明朝 汉朝 元朝
    上帝 基督 圣经 佛 菩萨 观音 天堂 春秋 战国 三国 文化大革命 东方 西方 南方 北方 东北 西北 西南 东南 华北
    华东 华南 华中 东部 西部 黑人 白人 周一 天主 安拉 江南 江北 河西 关东 中原 太平 宝山 长安 和平 解放
    中美 中日 中俄 中欧 中英 中法 朝阳 海洋 长城 故宫 天山 中山 南山 东山 西山 北山 宝玉 黛玉 西游记
    红楼梦 三国演义 水浒传 万维网 互联网 因特网 网络 阿拉伯数字 中枢 大众 小米 苹果 华为 老外 王母
    美元 欧元 日元 英镑 港元 港币 卢布 卢比 三位一体 老子 山上 花都 日电 美中 美帝 米高 和县 开发区 高新区 经开区 上海话
    盘古 女娲 玉皇大帝 阎王 财神 神农 东宫 西宫 雅思 托福 高考 铁路 平安 吉祥 长征 红军
    山城 水城 新城 南城 龙城 车城 石门 北门 三门 龙门 大树 大湖 湖里 湖口 江口 江岸 南岸 桃园 大港 三山 花山
    七星 三河 沙河 江海 江东 河东 连城 爱民 双桥 高台 大内 南关 北关 大通 阳春 红塔 金牛 兴业
    一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月
    新民 大同 方正 太原人 城中 城东 金山 银山 中国人 美国人 日本人
    """.split()
)


@lru_cache(1 << 15)
def is_common(word: str) -> bool:
    """Whether a Chinese word of two and more characters is (also) no name."""
    return word in _COMMON or cedict().is_common(word)


def is_proper(word: str) -> bool:
    """Whether the dictionary has the word as a name; it may be a common word as well."""
    return cedict().is_name(word)


@cache
def longest_listed() -> Mapping[str, int]:
    """Two characters that names begin with, to the length of the longest known one."""
    longest = dict(cedict().longest_names)
    for word in EXONYMS:
        longest[word[:2]] = max(len(word), longest.get(word[:2], 0))
    return longest


@cache
def english_words() -> frozenset[str]:
    """English words that CC-CEDICT's glosses write small more often than not: no names.

    The list is ``small_words`` of the dictionary, kept: to count them takes a third of a second.
    ``bench/small_words.py`` writes it anew.
    """
    return frozenset((files("corpus") / "data" / "english_words.txt").read_text().split())


def small_words(text: str) -> list[str]:
    """The words of the dictionary's text that are written small more often than not."""
    for mark in "/,;()":
        text = text.replace(mark, " ")
    counted = Counter(text.split())
    return sorted(
        word
        for word, count in counted.items()
        if word.isalpha() and word.islower() and count > counted[word.capitalize()]
    )


@lru_cache(1 << 15)
def listed_name(word: str) -> tuple[Kind, frozenset[str]] | None:
    """Kind and renderings of a word that the dictionary or the exonyms know as a name."""
    found: tuple[Kind, frozenset[str]] | None = None
    if not is_common(word):
        for senses in cedict().names(word):
            other = _OTHERWISE.fullmatch(senses)
            entry = _entry("/".join(cedict().names(other[1])) if other else senses)
            if entry is None:
                return None if word not in EXONYMS else _exonym(word, _kind(word))
            found = (entry[0], found[1] | entry[1] if found else entry[1])
    if word in EXONYMS:
        return _exonym(word, found[0] if found else _kind(word))
    return found


def _kind(exonym: str) -> Kind:
    return "person" if exonym in PEOPLE else "place"


def _exonym(word: str, kind: Kind) -> tuple[Kind, frozenset[str]]:
    return kind, frozenset(key_of(key) for key in EXONYMS[word])


@lru_cache(1 << 16)
def key_of(text: str) -> str:
    """Letters alone, folded: "Hong Kong" is hongkong, "U.K." is uk."""
    key = folded(text)
    return key if key.isascii() and key.isalpha() else re.sub(r"[^a-z]", "", key)


def _entry(senses: str) -> tuple[Kind, frozenset[str]] | None:
    """Kind and renderings of a dictionary entry, None if it is no proper name."""
    if _NO_NAME.search(senses.split("/")[0]) and not _LIVED.search(senses.split("/")[0]):
        return None
    keys: set[str] = set()
    for sense in senses.split("/"):
        keys |= {folded(word) for word in _BRACKETED.findall(sense)}
        tail = _GLOSS_TAIL.search(sense)
        head = sense[: tail.start()] if tail else sense
        keys |= {folded(word) for word in re.findall(r"[A-ZÀ-Þ][\w’'-]*", head) if len(word) > 1}
        # a name's own letters (WIPO), not those of the country (US president)
        keys |= {folded(name) for name in _LETTERS.findall(sense, tail.start() if tail else 0)}
        if not re.search(r"[A-ZÀ-Þ]", head):
            break
    keys = {part for key in keys for part in re.split(r"[-’']", key) if len(part) > 1}
    proper = keys - GENERIC
    keys = proper or keys
    if not keys:
        return None
    kind: Kind = "place"
    if _PERSON.search(senses):
        kind = "person"
    elif _ORGANISATION.search(senses) and not re.search("county|district|city", senses):
        kind = "organisation"
    elif not _PLACE.search(senses) and not _BARE.fullmatch(senses.split("/")[0]):
        return None
    return kind, frozenset(keys)


@cache
def places_in_english() -> frozenset[str]:
    """English names of places, folded, that the dictionary and the lists know."""
    listed = filter(None, (listed_name(word) for word in EXONYMS))
    keys = {key for kind, found in listed if kind == "place" for key in found if len(key) > 3}
    for senses in cedict().first_names():
        found = _PLACE_ENTRY.match(senses)
        if found:
            keys.add(key_of(found["name"]))
    return frozenset(keys - GENERIC - english_words())
