"""Items of a Chinese list that the English list, one shorter, leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.lexicon import CHINESE_FUNCTION_WORDS, broad_glosses
from corpus.pinyin import spelled_within
from corpus.words import Word, chinese_words, english_words, stem

Span = tuple[int, int]

#: 越南、墨西哥和匈牙利: items and what parts them. A list in brackets or quotes is left alone.
_LIST = re.compile(r"[^，。；：！？、（）()“”《》\s]+(?:、[^，。；：！？、（）()“”《》\s]+)+")
_LAST_AND = re.compile("以及|或者|[和与及或]")
#: A list of fewer is too often told by one word: 女士们、先生们. Of more, one may stand for several.
_LEAST, _MOST = 3, 8
#: "A, B and C": what stands between the commas, short as items are.
_AND = r"\s(?:and|or|as\swell\sas|plus)\s"
_JOINED = re.compile(
    rf"(?P<before>(?:[^,.;:!?()]{{2,60}},\s)*[^,.;:!?()]{{2,60}}?),?{_AND}(?P<other>other\s)?"
    r"(?!is\b|are\b|was\b|were\b|has\b|have\b|will\b|can\b)"
)
#: It is asked of what stands between two stops, no further than the last "and" there and the
#: "other have " behind it: behind that it would be tried in vain at each letter.
_BETWEEN_STOPS = re.compile("[^.;:!?()]+")
_JOINT = re.compile(_AND)
_LONGEST_BEHIND = len("other have ")
#: Such a list is left open.
_AND_MORE = re.compile(r"\b(?:among\sothers|and\sothers|etc\b|and\sso\s(?:on|forth)|and\smore\b)")
#: With such a word a list begins: "While in town, don't miss the beans and the wine" names two.
_BEGINS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|\w+n['’]t|can|will|shall|must|should|may"
    r"|compris\w+|includ\w+|contain\w+|consist\w+|such\sas|\w+ing\s(?:a|an|the))\b"
)
#: Words of the dictionary's glosses shorter than this are found everywhere.
_SHORTEST_NAME = 3


@lru_cache(4)
def lost_item(chinese: str, english: str) -> Span | None:
    """Where the one item stands that the English list lacks; None if no list is one shorter.

    All other items must be given back by a word of the dictionary, and this one by none.
    """
    if "、" not in chinese:
        return None
    lists = list(_chinese_lists(chinese))
    if not lists or _AND_MORE.search(english):
        return None
    longest = max(_english_lengths(english), default=0)
    lists = [items for items in lists if len(items) == longest + 1]
    if not lists:
        return None
    words = english_words(english)
    keys = frozenset(stem(word.text) for word in words)
    small = [word.text.lower() for word in words if len(word.text) >= _SHORTEST_NAME]
    content = [
        word for word in chinese_words(chinese)
        if word.text not in CHINESE_FUNCTION_WORDS and word.text[0].isalnum()
    ]
    for items in lists:
        for loosely in (False, True):
            lost = [item for item in items if not _given(item, content, keys, small, loosely)]
            if len(lost) == 1:
                break
        if len(lost) == 1 and lost[0][1] - lost[0][0] > 1:
            return lost[0]
    return None


def _chinese_lists(chinese: str) -> Iterator[list[Span]]:
    for found in _LIST.finditer(chinese):
        items: list[Span] = []
        start = found.start()
        for part in found.group().split("、"):
            items.append((start, start + len(part)))
            start += len(part) + 1
        first, last = items[-1]
        ends = chinese.find("等", first + 1, last)
        last = ends if ends > 0 else last           # 过度捕捞等挑战
        items[-1] = (first, last)
        joint = _LAST_AND.search(chinese, first + 1, last - 1)
        if joint:
            items[-1:] = [(first, joint.start()), (joint.end(), last)]
        if _LEAST <= len(items) <= _MOST:
            yield items


def _english_lengths(english: str) -> list[int]:
    """How many things each list of an English text may name at most."""
    lengths = []
    for found in _english_lists(english):
        parts = found["before"].split(", ")
        first = max((place for place, one in enumerate(parts) if _BEGINS.search(one)), default=0)
        # "cement, glass and other materials": 水泥、玻璃等材料
        lengths.append(len(parts) - first + (not found["other"]))
    return lengths


def _english_lists(english: str) -> Iterator[re.Match[str]]:
    for stretch in _BETWEEN_STOPS.finditer(english):
        start, end = stretch.span()
        last = 0
        for joint in _JOINT.finditer(english, start, end):
            last = joint.end()
        if last:
            yield from _JOINED.finditer(english, start, min(end, last + _LONGEST_BEHIND))


def _given(
    item: Span, content: list[Word], keys: frozenset[str], small: list[str], loosely: bool
) -> bool:
    """Whether any word of an item is there: by its sense, its figures or letters, its sound.

    Loosely a character's sense will do: 牛 of 牛腩 is beef.
    """
    own = [word.text for word in content if item[0] <= word.start < item[1]]
    if not own:
        return True                     # nothing to be missed
    for word in own:
        senses = broad_glosses(word) | {stem(word)}
        if not keys.isdisjoint(senses):
            return True
        if loosely and not keys.isdisjoint(one for sign in word for one in broad_glosses(sign)):
            return True
        if any(spelled_within(word, other) for other in small):
            return True
    return False
