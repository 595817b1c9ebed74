"""Whether an English text gives a Chinese name, and which of its names nothing explains."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.exonyms import ABBREVIATED
from corpus.foreign import DOT, FOREIGN
from corpus.gazetteer import english_words, key_of, places_in_english
from corpus.lexicon import broad_glosses
from corpus.names import Name, chinese_names
from corpus.pinyin import folded, likeness, spelled_within
from corpus.words import chinese_words, stem

Span = tuple[int, int]

#: Several checks ask the same of a pair, one after the other; no more need be kept.
_PAIRS_KEPT = 64


@dataclass(frozen=True, slots=True)
class LatinName:
    """A capitalised word, or several in a row, in an English text."""

    text: str
    start: int
    end: int


#: A word with its hyphens and dots: Ching-yu, U.S., O’Brien.
_TOKEN = re.compile(r"(?:[A-Z]\.){2,} | [^\W\d_]+ (?: [’'-] [^\W\d_]+ )*", re.VERBOSE)

#: Sounds at least this much alike are one name: of right pairs in CC-CEDICT 90 % lie above,
#: of random pairs 10 %. Lower hides errors, higher alarms on Sergei for 谢尔盖.
ALIKE = 0.65
#: The same for two characters, which hold too few sounds, and beside a known spelling.
ALIKE_SHORT = 0.75
#: The same for a word without a capital: 霍尔蒙 for hormone.
_ALIKE_SMALL = 0.85

#: A key shorter than this must match whole: "us" is not "usage".
_PREFIX_MIN = 4
#: A key of so few letters wants a capital: US, not us.
_CAPITAL_MAX = 3


#: Words as long as this come from names even in small letters: platonic, confucian.
_PLATONIC = 6


@dataclass(frozen=True, slots=True)
class _Token:
    key: str
    start: int
    end: int
    capital: bool


@lru_cache(4096)
def _tokens(english: str) -> tuple[_Token, ...]:
    """The words, and the parts of hyphenated ones after the whole: Franco-German."""
    found = []
    for match in _TOKEN.finditer(english):
        text = re.sub(r"[’']s?$", "", match.group())
        found.append(_Token(key_of(text), match.start(), match.end(), text[0].isupper()))
        if "-" in text:
            start = match.start()
            for part in text.split("-"):
                found.append(_Token(key_of(part), start, start + len(part), text[0].isupper()))
                start += len(part) + 1
    return tuple(found)


def renderings(name: Name, english: str) -> list[Span]:
    """Every place where a single word gives the name, and the first of several words."""
    spans = [
        (token.start, token.end)
        for token in _tokens(english)
        if any(_fits(key, token) for key in name.renderings)
    ]
    first = rendered(name, english)
    return [*spans, first] if first else spans


def rendered(name: Name, english: str) -> Span | None:
    """Where the English gives the name, in full, in part, or as an adjective; None if nowhere."""
    tokens = _tokens(english)
    for token in tokens:
        if token.capital or name.kind != "person" or len(token.key) > _PLATONIC:
            if any(_fits(key, token) for key in name.renderings):
                return token.start, token.end
    # several words for one key: Yun long, Hong Kong, Bin Ying
    for place, first in enumerate(tokens):
        joined = ""
        for token in tokens[place : place + 4] if first.capital else ():
            joined += token.key
            if joined in name.renderings:
                return first.start, token.end
    if name.kind == "foreign" or FOREIGN.fullmatch(_AROUND.sub("", name.text)) or not name.sure:
        heard = _heard(name, tokens)
        if heard or name.kind != "person":
            return heard
    if name.kind == "person" and len(name.text) > 2:
        # Christopher Hui Ching-yu is 许正宇: Cantonese and other spellings of the given name
        return _heard_as(name.text[-2:], tokens, 0.8)
    return None


_AROUND = re.compile(r"^圣(?=..)|(?<=..)[市省县区州镇]$")


def _heard(name: Name, tokens: tuple[_Token, ...]) -> Span | None:
    for whole in DOT.split(name.text):
        # 圣皮埃尔 is St. Pierre, 沙依巴克区 Saybagh District
        part = _AROUND.sub("", whole)
        if len(part) < 2:
            continue
        # a name that the dictionary spells needs a closer ear: Russian is no Putin
        listed = name.renderings and name.kind != "foreign"
        limit = ALIKE_SHORT if len(part) == 2 or listed else ALIKE
        small = tuple(token for token in tokens if not token.capital)
        found = _heard_as(part, tokens, limit) or _heard_as(part, small, _ALIKE_SMALL, False)
        if found:
            return found
    for first, second in zip(tokens, tokens[1:]):
        if first.capital and second.capital and second.start - first.end == 1:
            if likeness(name.text, first.key + second.key) >= ALIKE_SHORT:
                return first.start, second.end
    return None


def _heard_as(
    part: str, tokens: tuple[_Token, ...], limit: float, capital: bool = True
) -> Span | None:
    for token in tokens:
        if token.capital == capital and token.key not in _NOT_NAMES:
            if likeness(part, token.key) >= limit:
                return token.start, token.end
    return None


def _fits(key: str, token: _Token) -> bool:
    word = token.key
    if word == key or word == key + "s":
        return token.capital or len(key) > _CAPITAL_MAX
    if len(key) < _PREFIX_MIN or len(word) < _PREFIX_MIN:
        return False
    shared = 0
    for left, right in zip(key, word):
        if left != right:
            break
        shared += 1
    return shared >= max(_PREFIX_MIN, len(key) - 2)


#: Capitalised words that begin sentences, or are titles, months and days.
_NOT_NAMES = frozenset(
    """
    a an the this that these those it its he she they we i you his her their our my your in on at of
    for from to by with as and but or if when while after before since because although though so
    however also according there here what who how why where which not no yes all some many most
    one two three four five six seven eight nine ten first second third last next new other
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday mr mrs ms miss dr prof sir lord president
    minister chairman director general secretary professor premier king queen prince
    """.split()
)
#: Before a word that doesn't begin a sentence.
_INSIDE = re.compile(r"(?:[\w,;:)’”\"']|\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|Gov|Sen|Gen|St)\.)\s*$")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|Gov|Sen|Gen)\.?\s+")
_LATIN = re.compile(
    r"[A-ZÀ-Þ][\w’'-]*[^\W\d_]\.?"
    r"(?:\s+(?:(?:de|of|the|von|van|da|del|la|al|bin)\s+)*[A-ZÀ-Þ][\w’'-]*)*"
)


def latin_names(english: str) -> tuple[LatinName, ...]:
    """Capitalised words and runs of them, the first word of a sentence only if it is no word."""
    found = []
    for match in _LATIN.finditer(english):
        start = match.start()
        titles = list(_TITLE.finditer(match.group()))
        if titles:
            start += titles[-1].end()
        words = english[start : match.end()].split()
        opens = not _INSIDE.search(english[: match.start()])
        while words:
            first = folded(words[0]).strip("’'.")
            common = opens and start == match.start() and first in english_words()
            if not common and first not in _NOT_NAMES:
                break
            words = words[1:]
            start = english.index(words[0], start + 1) if words else match.end()
        name = english[start : match.end()].rstrip(".")
        if words and not re.search(r"[’'](?:ll|m|ve|re|d|t)\b", name):
            found.append(LatinName(name, start, start + len(name)))
    return tuple(found)


@lru_cache(_PAIRS_KEPT)
def unexplained(chinese: str, english: str) -> tuple[LatinName, ...]:
    """Names of the English that nothing in the Chinese can have become.

    A name is explained by a name of the Chinese that it renders, by a Chinese word that it
    translates (Water for 水), or by being written in Latin letters in the Chinese.
    """
    left = []
    spans: list[Span] | None = None
    for name in latin_names(english):
        tokens = [token for token in _tokens(name.text) if token.capital and token.key]
        if all(token.key in english_words() or _is_code(token, name) for token in tokens):
            continue  # Pandemic, Railway; NASA is for alphanumeric.mismatch
        if spans is None:
            known = chinese_names(chinese)
            spans = [span for other in known for span in renderings(other, english)]
        if any(start < name.end and name.start < end for start, end in spans):
            continue
        if not any(_explained(token, chinese) for token in tokens):
            left.append(name)
    return tuple(left)


def is_place(name: LatinName) -> bool:
    """Whether a word of an English name is a known place: Lower Austria, Belgian."""
    known = places_in_english()
    return any(token.key in known for token in _tokens(name.text) if token.capital)


def _is_code(token: _Token, name: LatinName) -> bool:
    return name.text[token.start : token.end].isupper()


def _explained(token: _Token, chinese: str) -> bool:
    if token.key in _NOT_NAMES or token.key in folded(chinese):
        return True
    for character, keys in ABBREVIATED.items():
        if character in chinese and any(_fits(key, token) for key in keys):
            return True
    if spelled_within(chinese, token.key) or stem(token.key) in _meanings(chinese):
        return True
    return any(
        likeness(chinese[start : start + size], token.key) >= ALIKE
        for run in FOREIGN.finditer(chinese)
        for start in range(run.start(), run.end() - 1)
        for size in range(2, min(7, run.end() - start) + 1)
    )


@lru_cache(_PAIRS_KEPT)
def _meanings(chinese: str) -> frozenset[str]:
    """Stems of everything the words of the text can mean."""
    return frozenset().union(*(broad_glosses(word.text) for word in chinese_words(chinese)))


@lru_cache(_PAIRS_KEPT)
def missing(chinese: str, english: str) -> tuple[Name, ...]:
    """The names of the Chinese that the English gives nowhere, each once."""
    lost: dict[str, Name] = {}
    for name in chinese_names(chinese):
        if name.text not in lost and rendered(name, english) is None:
            lost[name.text] = name
    return tuple(lost.values())
