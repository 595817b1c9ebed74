"""How one English text gives a Chinese name: in pinyin, in parts, as a place or by ear."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.gazetteer import english_words
from corpus.names import Name
from corpus.people import surname_of
from corpus.pinyin import folded, spellings
from corpus.renderings import latin_names, rendered
from corpus.words import pinyin
from qa.consistency.model import Bitext

#: Characters of a place's name from which its English has several words: 粤港澳大湾区.
_LONG_PLACE = 5
#: Letters of a syllable that stands by itself: Ka and Shing, in Li Ka Shing.
_SYLLABLE = 6

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$")
#: Small words inside foreign names.
_PARTICLES = frozenset("de of the von van da del la al bin di du der den ter".split())


class Rendering(NamedTuple):
    """A name as one English text gives it."""

    #: what stands there: "Liu Hua", "Zhi-cheng Zhang"
    text: str
    #: comparison key: parts in order of the Chinese, joined given names; "liu|hua"
    parts: tuple[str, ...]
    #: whether all parts are the pinyin of the Chinese
    spelled: bool = False


def render(name: Name, pair: Bitext) -> tuple[Rendering | None, str]:
    """The name in the pair's English, None if it is not there, and the Chinese it stands for.

    A person's Chinese may grow or shrink by a character where the English says so: 冯诣 in
    冯诣博 is Feng Yibo.
    """
    span = rendered(name, pair.english)
    if span is None:
        return None, name.text
    if name.kind == "place":
        return _place(name, pair.english, span), name.text
    words = _run(pair.english, span)
    if name.kind == "person" and surname_of(name.text):
        after = pair.chinese[name.end : name.end + 1]
        longer = name.text + after if re.match("[一-鿿]", after) and len(name.text) < 4 else ""
        for text in (name.text, longer, name.text[:-1]):
            if len(text) > 1:
                whole = spelled(text, words)
                if whole is not None:
                    return whole, text
        return _person(name, words, pair.english, span), name.text
    return _foreign(name, words), name.text


def _run(english: str, span: tuple[int, int]) -> list[str]:
    """The words of the capitalised run that the span lies in."""
    for latin in latin_names(english):
        if latin.start < span[1] and span[0] < latin.end:
            start, end = latin.start, latin.end
            break
    else:
        start, end = span
    words = (_POSSESSIVE.sub("", word) for word in words_of(english[start:end]))
    return [word for word in words if word]


def words_of(text: str) -> list[str]:
    """The words of a Latin text, hyphens and apostrophes inside them kept."""
    return _WORD.findall(text)


def letters(text: str) -> str:
    """The small plain letters of a word: Chih-ch’eng is chihcheng, Lü is lu."""
    return re.sub("[^a-z]", "", folded(text))


def spelled(chinese: str, words: Sequence[str]) -> Rendering | None:
    """The stretch of words that is the whole name in pinyin or another known spelling."""
    surname = surname_of(chinese)
    given = chinese[len(surname) :]
    if not surname or not given:
        return None
    own = (pinyin(surname), pinyin(given))
    family, first = spellings(surname), spellings(given)
    keys = [letters(word) for word in words]
    for size in (2, 3, 4):
        for start in range(len(words) - size + 1):
            for cut in (1, size - 1):
                for turned in (False, True):
                    left = "".join(keys[start : start + cut])
                    right = "".join(keys[start + cut : start + size])
                    parts = (right, left) if turned else (left, right)
                    if parts[0] in family and parts[1] in first:
                        text = " ".join(words[start : start + size])
                        return Rendering(text, _umlaut(parts, own), _umlaut(parts, own) == own)
    return None


def _umlaut(parts: tuple[str, str], own: tuple[str, str]) -> tuple[str, str]:
    """Lü, Lyu and Lv are one spelling of 吕."""
    first, second = (
        mine if "v" in mine and part in {mine.replace("v", other) for other in ("u", "yu", "v")}
        else part
        for part, mine in zip(parts, own)
    )
    return first, second


def _person(
    name: Name, words: Sequence[str], english: str, span: tuple[int, int]
) -> Rendering | None:
    """A surname with what stands beside it, or alone: Liu Hwa, Ms. Liu."""
    surname = surname_of(name.text)
    family = spellings(surname)
    hit = letters(_POSSESSIVE.sub("", english[span[0] : span[1]]))
    for place, word in enumerate(words):
        key = letters(word)
        if key not in family:
            continue
        beside = [
            other
            for other in (*words[place + 1 : place + 2], *words[max(0, place - 1) : place])
            if letters(other) not in english_words() and len(letters(other)) > 1
        ]
        syllables = words[place + 1 : place + 3]
        if len(name.text) - len(surname) == len(syllables) == 2 and _syllables(syllables):
            given = "".join(map(letters, syllables))
            return Rendering(f"{word} {' '.join(syllables)}", (key, given))
        if not beside:
            return Rendering(word, (key,), key == pinyin(surname))
        after = place + 1 < len(words) and beside[0] == words[place + 1]
        text = f"{word} {beside[0]}" if after else f"{beside[0]} {word}"
        return Rendering(text, (key, letters(beside[0])))
    given = pinyin(name.text[len(surname) :])
    return Rendering(english[span[0] : span[1]], (hit,), hit == given)


def _syllables(words: Sequence[str]) -> bool:
    """Whether two words are a given name in two parts: Ka Shing, but not Hua Foundation."""
    return letters(words[-1]) not in english_words() and all(
        1 < len(letters(word)) <= _SYLLABLE and "-" not in word for word in words
    )


def _foreign(name: Name, words: Sequence[str]) -> Rendering | None:
    kept = [
        word
        for word in words
        if letters(word) not in english_words() or word.lower() in _PARTICLES
    ]
    while kept and kept[0].lower() in _PARTICLES - {"de", "von", "van", "da", "del", "al", "bin"}:
        kept.pop(0)
    kept = kept or list(words[:1])
    if not kept:
        return None
    return Rendering(" ".join(kept), tuple(letters(word) for word in kept))


def _place(name: Name, english: str, span: tuple[int, int]) -> Rendering:
    if len(name.text) >= _LONG_PLACE and "·" not in name.text:
        words = _run(english, span)
        return Rendering(" ".join(words), tuple(letters(word) for word in words))
    text = _POSSESSIVE.sub("", english[span[0] : span[1]])
    key = letters(text)
    bare = re.sub("[市省县区州镇]$", "", name.text) if len(name.text) > 2 else name.text
    return Rendering(text, (key,), key in (pinyin(bare), pinyin(name.text)))
