"""Whether an English text gives a Chinese name, and which of its names nothing explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.exonyms import ABBREVIATED
from corpus.foreign import DOT, FOREIGN
from corpus.gazetteer import english_words, is_proper, places_in_english
from corpus.latin_words import LatinWord, LatinWords, fits, latin_words
from corpus.lexicon import broad_glosses
from corpus.names import Name, chinese_names
from corpus.pinyin import chinese_sounds, folded, other_letters, sound_alike, spelled_within
from corpus.words import chinese_words, stem

Span = tuple[int, int]

#: Scores ask before the checks do, for a batch of 512 pairs at once.
_PAIRS_KEPT = 1 << 10
#: The same for names; a pair has two or three.
_NAMES_KEPT = 1 << 12


@dataclass(frozen=True, slots=True)
class LatinName:
    """A capitalised word, or several in a row, in an English text."""

    text: str
    start: int
    end: int


#: Sounds at least this much alike are one name: of right pairs in CC-CEDICT 90 % lie above,
#: of random pairs 10 %. Lower hides errors, higher alarms on Sergei for 谢尔盖.
ALIKE = 0.65
#: The same for two characters, which hold too few sounds, and beside a known spelling.
ALIKE_SHORT = 0.75
#: The same for the whole of a name that looks Chinese.
_ALIKE_WHOLE = 0.9
#: The same for a word without a capital: 霍尔蒙 for hormone.
_ALIKE_SMALL = 0.85

#: Words as long as this come from names even in small letters: platonic, confucian.
_PLATONIC = 6


@lru_cache(_PAIRS_KEPT)
def renderings(chinese: str, english: str) -> tuple[tuple[Name, tuple[Span, ...]], ...]:
    """The names of the Chinese, each with every place where the English gives it.

    The places are those where a single word does, and the first of several words.
    """
    found = []
    for name in chinese_names(chinese):
        spans = [(word.start, word.end) for word in _giving(name, english)]
        first = rendered(name, english)
        found.append((name, (*spans, first) if first else tuple(spans)))
    return tuple(found)


@lru_cache(_NAMES_KEPT)
def rendered(name: Name, english: str) -> Span | None:
    """Where the English gives the name, in full, in part, or as an adjective; None if nowhere."""
    for word in _giving(name, english):
        if word.capital or name.kind != "person" or len(word.key) > _PLATONIC:
            return word.start, word.end
    # several words for one key: Yun long, Hong Kong, Bin Ying
    several = latin_words(english).joined(name.renderings)
    if several:
        return several
    if name.kind == "foreign" or FOREIGN.fullmatch(_AROUND.sub("", name.text)) or not name.sure:
        heard = next(_heard(name, latin_words(english).words), None)
        if heard or name.kind != "person":
            return heard
    if name.kind == "person" and len(name.text) > 2 and not is_proper(name.text):
        # Christopher Hui Ching-yu is 许正宇: Cantonese and other spellings of the given name; and
        # 焦布洛 is no Chinese, but Giublo
        words = latin_words(english).words
        given = next(_heard_as(name.text[-2:], words, 0.8), None)
        return given or next(_heard_as(name.text, words, _ALIKE_WHOLE), None)
    return None


@lru_cache(_NAMES_KEPT)
def _giving(name: Name, english: str) -> tuple[LatinWord, ...]:
    fitting = latin_words(english).fitting(name.renderings)
    return tuple(word for word in fitting if not _is_pronoun(word, english))


def _is_pronoun(word: LatinWord, english: str) -> bool:
    """Whether a word is "He" or "So" at the head of a sentence, and neither 何 nor 苏 nor WHO."""
    if word.key not in _NOT_NAMES or len(word.key) > 3 or english[word.end - 1].isupper():
        return False
    return english[word.end + 1 : word.end + 2].islower() and _opens(english, word.start)


_AROUND = re.compile(r"^圣(?=..)|(?<=..)[市省县区州镇]$")


def _heard(name: Name, words: tuple[LatinWord, ...]) -> Iterator[Span]:
    """The words that sound like the name or a part of it."""
    parts = DOT.split(name.text)
    # 霍尔蒙 may be a hormone; whom the dictionary knows, or a dot tells, is written large
    listed = name.renderings and name.kind != "foreign"
    small = not listed and len(parts) == 1
    for whole in parts:
        # 圣皮埃尔 is St. Pierre, 沙依巴克区 Saybagh District
        part = _AROUND.sub("", whole)
        if len(part) < 2:
            continue
        # a name that the dictionary spells needs a closer ear: Russian is no Putin
        limit = ALIKE_SHORT if len(part) == 2 or listed else ALIKE
        yield from _heard_as(part, words, limit)
        if small:
            yield from _heard_as(part, words, _ALIKE_SMALL, False)
    sounds = chinese_sounds(name.text)
    for first, second in zip(words, words[1:]):
        if first.capital and second.capital and second.start - first.end == 1:
            if sound_alike(sounds, first.key + second.key, ALIKE_SHORT):
                yield first.start, second.end


def _heard_as(
    part: str, words: tuple[LatinWord, ...], limit: float, capital: bool = True
) -> Iterator[Span]:
    # only likenesses of less than ALIKE_SHORT are for words that begin otherwise
    others = other_letters(part) if limit >= ALIKE_SHORT else frozenset()
    sounds = chinese_sounds(part)
    for word in words:
        if word.capital == capital and word.key[:1] not in others and word.key not in _NOT_NAMES:
            if sound_alike(sounds, word.key, limit):
                yield word.start, word.end


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
    co ltd inc corp llc plc
    """.split()
)
#: Before a word that doesn't begin a sentence, at the end of the text before its blanks.
_INSIDE = re.compile(r"(?:[\w,;:)’”\"']|\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|Gov|Sen|Gen|St)\.)\Z")
#: Characters that it looks at: Prof. is the longest.
_INSIDE_WITHIN = 5
#: I’ll, Don't: no names.
_SHORTENED = re.compile(r"[’'](?:ll|m|ve|re|d|t)\b")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|Gov|Sen|Gen)\.?\s+")
_LATIN = re.compile(
    r"[A-ZÀ-Þ][\w’'-]*[^\W\d_]\.?"
    r"(?:\s+(?:(?:de|of|the|von|van|da|del|la|al|bin)\s+)*[A-ZÀ-Þ][\w’'-]*)*"
)


def latin_names(english: str) -> tuple[LatinName, ...]:
    """Capitalised words and runs of them, the first word of a sentence only if it is no word."""
    found = []
    for match in _LATIN.finditer(english):
        start, end = match.span()
        words = match.group().split()
        if len(words) > 1:
            titles = list(_TITLE.finditer(match.group()))
            if titles:
                start += titles[-1].end()
                words = english[start:end].split()
        while words:
            first = folded(words[0]).strip("’'.")
            if first == "new" and len(words) > 1:
                break  # New York is no York
            if first not in _NOT_NAMES:
                opens = start == match.start() and first in english_words()
                if not (opens and _opens(english, start)):
                    break
            words = words[1:]
            start = english.index(words[0], start + 1) if words else end
        name = english[start:end].rstrip(".")
        if words and not _SHORTENED.search(name):
            found.append(LatinName(name, start, start + len(name)))
    return tuple(found)


def _opens(english: str, start: int) -> bool:
    """Whether a sentence begins here: nothing before tells that it goes on."""
    while start and english[start - 1].isspace():
        start -= 1
    return not _INSIDE.search(english, max(0, start - _INSIDE_WITHIN), start)


@lru_cache(_PAIRS_KEPT)
def unexplained(chinese: str, english: str) -> tuple[LatinName, ...]:
    """Names of the English that nothing in the Chinese can have become.

    A name is explained by a name of the Chinese that it renders, by a Chinese word that it
    translates (Water for 水), or by being written in Latin letters in the Chinese.
    """
    left = []
    spans: tuple[Span, ...] | None = None
    for name in latin_names(english):
        words = _telling(name.text)
        if not words:
            continue
        if spans is None:
            spans = tuple(span for _, own in renderings(chinese, english) for span in own)
        if any(start < name.end and name.start < end for start, end in spans):
            continue
        if not any(_explained(word, chinese) for word in words):
            left.append(name)
    return tuple(left)


@lru_cache(_NAMES_KEPT)
def _telling(name: str) -> tuple[LatinWord, ...]:
    """The words of an English name; none if all are everyday words or codes.

    Pandemic, Railway; NASA is for alphanumeric.mismatch.
    """
    words = tuple(word for word in LatinWords(name).words if word.capital and word.key)
    for word in words:
        if word.key not in english_words() and not name[word.start : word.end].isupper():
            return words
    return ()


def is_place(name: LatinName) -> bool:
    """Whether a word of an English name is a known place: Lower Austria, Belgian."""
    known = places_in_english()
    return any(word.key in known for word in latin_words(name.text).words if word.capital)


def _explained(token: LatinWord, chinese: str) -> bool:
    if token.key in _NOT_NAMES or token.key in _folded(chinese):
        return True
    if any(fits(key, token) for key in _abbreviated(chinese)):
        return True
    if stem(token.key) in _meanings(chinese) or spelled_within(chinese, token.key):
        return True
    return any(sound_alike(sounds, token.key, ALIKE) for sounds in _sounding(chinese))


@lru_cache(_PAIRS_KEPT)
def _abbreviated(chinese: str) -> tuple[str, ...]:
    """English words for the places that single characters of the text may stand for: 美, 京."""
    return tuple(
        key for short, keys in ABBREVIATED.items() if short in chinese for key in keys
    )


@lru_cache(_PAIRS_KEPT)
def _sounding(chinese: str) -> frozenset[str]:
    """The sounds of everything in the text that may transliterate a name."""
    return frozenset(
        chinese_sounds(chinese[start : start + size])
        for run in FOREIGN.finditer(chinese)
        for start in range(run.start(), run.end() - 1)
        for size in range(2, min(7, run.end() - start) + 1)
    )


@lru_cache(_PAIRS_KEPT)
def _folded(chinese: str) -> str:
    return folded(chinese)


@lru_cache(_PAIRS_KEPT)
def _meanings(chinese: str) -> frozenset[str]:
    """Stems of everything the words of the text can mean."""
    return frozenset().union(*(broad_glosses(word.text) for word in chinese_words(chinese)))


@lru_cache(_PAIRS_KEPT)
def missing(chinese: str, english: str) -> tuple[Name, ...]:
    """The names of the Chinese that the English gives nowhere, each once."""
    lost: dict[str, Name] = {}
    told = renderings(chinese, english)
    for name, spans in told:
        if name.text not in lost:
            if not spans or not _told(name, [other for other, _ in told], chinese, english):
                lost[name.text] = name
    return tuple(lost.values())


def _told(name: Name, names: list[Name], chinese: str, english: str) -> bool:
    """Whether the English gives a name by a word that isn't there for another reason.

    What is only heard may spell another name (布林肯 in Beijing, for 北京) or translate another
    word (阿里 in "year's", for 今年).
    """
    place = rendered(name, english)
    if place is None:
        return False
    if any(place == (word.start, word.end) for word in _giving(name, english)):
        return True
    taken = {
        (word.start, word.end)
        for other in names
        if other.text[:2] not in name.text
        for word in _giving(other, english)
    }
    if place not in taken and not name.sure:
        return True
    words = latin_words(english).words
    heard = {place, *_heard(name, words)} - taken
    if heard and name.sure:
        meant = _meanings_beside(name.text, chinese)
        heard -= {(word.start, word.end) for word in words if stem(word.key) in meant}
    return bool(heard)


def _meanings_beside(name: str, chinese: str) -> frozenset[str]:
    """Stems of everything the words of the text can mean, but for those of a name in it."""
    return frozenset().union(
        *(broad_glosses(word.text) for word in chinese_words(chinese.replace(name, "、")))
    )
