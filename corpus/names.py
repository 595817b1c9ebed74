"""Proper names in Chinese text.

Three sources: the dictionary (places, well-known people, organisations), Chinese personal
names by surname, and foreign names in characters that transliterate (惠特默 for Whitmer).
``corpus.renderings`` says whether an English text holds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.exonyms import EXONYMS
from corpus.foreign import foreign, foreign_keys
from corpus.gazetteer import Kind, is_proper, listed_name, longest_listed
from corpus.people import TITLES, people, person_keys, surname_of
from corpus.pinyin import spellings
from corpus.words import Word, chinese_words


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name in a Chinese text."""

    text: str
    #: half-open place in the text
    start: int
    end: int
    kind: Kind
    #: lower-case English words of which one is enough; beginnings count (belgi for Belgian)
    renderings: frozenset[str]
    #: how sure it is that this is a name at all: a title beside it, a dictionary entry
    sure: bool = True


#: Names longer than this are titles of books and idioms.
_LONGEST = 14

#: Endings of places that the English may leave out: 湘潭市 is Xiangtan.
_SUFFIX = re.compile(r"(?<=..)(?:自治区|特别行政区|[市省县区州镇乡村岛山河江湖海国])$")

#: What may follow a place inside one word of the text: 南非队, 美国人.
_AFTER_PLACE = re.compile(r"[队人方籍裔军式产系省市县州镇区岛湾港]|大学|公司|银行|政府|女子|男子|国家")

#: The same behind a person: 乾隆皇帝.
_AFTER_RULER = re.compile("皇帝|大帝|天皇|女王|国王|帝$")


@lru_cache(4096)
def chinese_names(text: str) -> tuple[Name, ...]:
    """The proper names of a Chinese text in order, none inside another."""
    words = chinese_words(text)
    listed = list(_listed(text, words))
    foreign_names = [name for name in _foreign(text, words) if not _made_of(name, listed)]
    found = [*listed, *foreign_names, *_people(text, words)]
    if len(found) < 2:
        return tuple(found)
    # the longest first; of equals the listed one, which came first, but a person whom a title
    # tells before one that sounds foreign: 记者杨洪
    found.sort(key=lambda name: (name.start - name.end, not name.sure and name.kind == "foreign"))
    taken: list[Name] = []
    for name in found:
        if all(name.end <= other.start or other.end <= name.start for other in taken):
            taken.append(name)
    taken.sort(key=lambda name: name.start)
    return tuple(_in_lists(text, taken))


#: What stands between the names of one list: 吉克隽逸和刘烨, 钟南山院士和导演刘烨.
_LISTING = re.compile("(?:{0})?(?:[、和与及跟同或]|以及)(?:{0})?".format("|".join(TITLES)))


def _in_lists(text: str, names: list[Name]) -> Iterator[Name]:
    """The names, those of people sure that stand in a list with a sure or a longer one."""
    listed: list[Name] = []
    for name, following in zip(names, [*names[1:], None]):
        listed.append(name)
        if following and _is_person(name):
            if _LISTING.fullmatch(text, name.end, following.start):
                continue
        sure = any(_is_person(one) and (one.sure or len(one.text) > 2) for one in listed)
        for one in listed:
            # 霍屯督人 are many
            unsure = not one.sure and _is_person(one) and not text.startswith("人", one.end)
            yield replace(one, sure=True) if sure and unsure and len(listed) > 1 else one
        listed = []


def _is_person(name: Name) -> bool:
    return name.kind in ("person", "foreign")


def _made_of(name: Name, listed: list[Name]) -> bool:
    """Whether a run of sounds is two known names: 青海格尔木."""
    cuts = {other.end for other in listed if other.start == name.start}
    return any(other.start in cuts and other.end == name.end for other in listed)


def _listed(text: str, words: list[Word]) -> Iterator[Name]:
    """Names of the dictionary that begin where a word begins and end where one ends."""
    longest_of = longest_listed().get
    beginning = [
        (words[place], longest)
        for place, (word, start, end) in enumerate(words)
        if (longest := longest_of(word if end - start == 2 else text[start : start + 2]))
    ]
    ends = {end for _, _, end in words} if beginning else set()
    for found, longest in beginning:
        last = min(len(text), found.start + longest, found.start + _LONGEST)
        for end in range(last, found.start + 1, -1):
            name = text[found.start : end]
            listed = _known(name) if is_proper(name) or name in EXONYMS else None
            if listed is None:
                continue
            kind, keys = listed
            if end < found.end:
                # 南非队 is one word to jieba, 南非 the name in it; 司法部长 holds no 司法部
                behind = _AFTER_PLACE if kind == "place" else _AFTER_RULER
                if not behind.match(text[end : found.end]):
                    continue
            elif end not in ends or (len(name) == 2 and end != found.end):
                continue  # 和 | 县 is not the county 和县
            yield Name(name, found.start, end, kind, keys)
            break


@lru_cache(4096)
def _known(name: str) -> tuple[Kind, frozenset[str]] | None:
    """Kind and renderings of a listed name, its spellings among them; None if it is none."""
    listed = listed_name(name)
    return (listed[0], listed[1] | _sounded(name, listed[0])) if listed else None


def _sounded(name: str, kind: Kind) -> frozenset[str]:
    if kind == "person":
        if surname_of(name):
            return person_keys(name) if len(name) <= 4 else frozenset()
        return spellings(name) if len(name) <= 3 else frozenset()      # 顺治, Shunzhi
    bare = _SUFFIX.sub("", name)
    return spellings(name) | spellings(bare) if len(name) <= 6 else frozenset()


def _foreign(text: str, words: list[Word]) -> Iterator[Name]:
    for start, end, sure in foreign(text, words):
        name = text[start:end]
        yield Name(name, start, end, "foreign", foreign_keys(name), sure)


def _people(text: str, words: list[Word]) -> Iterator[Name]:
    for start, end, sure in people(text, words):
        name = text[start:end]
        yield Name(name, start, end, "person", person_keys(name), sure)
