"""Chinese characters as pinyin syllables without tones, from the data of pypinyin.

The words of its phrase dictionary decide between readings (重庆 is chongqing, 重要 zhongyao):
the longest that begins at a place, then the next. ``tests/corpus/test_syllables.py`` holds the
result equal to ``pypinyin.lazy_pinyin``, whose import reads all 47,111 phrases and takes half
a second, and whose every call goes through a dozen others.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache, lru_cache

from corpus.installed import data_file

#: Characters whose syllables are kept in memory.
_KEPT = 1 << 14

#: A phrase with its readings in the file; those of one first character stand together.
_PHRASE = re.compile(r'^"(.)[^"]*": ', re.MULTILINE)

#: Characters of which pypinyin says how they sound.
_HAN = re.compile(
    "[〇\ue815-\ue864\ufa18\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002a6df"
    "\U0002a703-\U0002b73f\U0002b740-\U0002b81d\U0002b825-\U0002bf6e\U0002c029-\U0002ce93"
    "\U0002d016\U0002d11b-\U0002ebd9\U0002f80a-\U0002fa1f\U00030000-\U0003134a"
    "\U000300f7-\U00031288\U00031350-\U00032389]+"
)

#: Marks over vowels that say the tone; the two points of ü are none, and ê keeps its hat.
_TONES = dict.fromkeys(map(ord, "\u0304\u0301\u030c\u0300"))


def syllables(text: str) -> tuple[str, ...]:
    """A syllable a character, ü written v; what is not Chinese stays, each run in one piece."""
    found: list[str] = []
    end = 0
    for run in _HAN.finditer(text):
        if end < run.start():
            found.append(text[end : run.start()])
        end = run.end()
        found.extend(_spelled(run.group()))
    if end < len(text):
        found.append(text[end:])
    return tuple(found)


@lru_cache(_KEPT)
def readings(character: str) -> tuple[str, ...]:
    """All readings of a character, the usual one first: 单 is dan, chan, shan; "" if unknown."""
    listed = _characters().get(str(ord(character)))
    return tuple(dict.fromkeys(map(_plain, listed.split(",")))) if listed else ("",)


@lru_cache(_KEPT)
def first_letters(character: str) -> frozenset[str]:
    """The letters that begin its syllables: z of 中, d, c and s of 单.

    What a text that begins with it is spelled like begins with one of them; no phrase has a
    first syllable of another kind (``tests/corpus/test_syllables.py``).
    """
    return frozenset(reading[0] for reading in readings(character) if reading) or frozenset(
        character
    )


def _spelled(run: str) -> list[str]:
    found: list[str] = []
    start = 0
    while start < len(run):
        phrases, longest = _phrases(run[start])
        for size in range(min(longest, len(run) - start), 0, -1):
            phrase = phrases.get(run[start : start + size])
            if phrase:
                found.extend(_plain(sounds[0]) for sounds in phrase)
                start += size
                break
        else:
            found.append(readings(run[start])[0] or run[start])
            start += 1
    return found


@lru_cache(_KEPT)
def _phrases(first: str) -> tuple[dict[str, list[list[str]]], int]:
    """The phrases that begin with a character, with tones, and the length of the longest."""
    text, places = _phrase_file()
    listed: dict[str, list[list[str]]] = {}
    for start, end in places.get(first, ()):
        # a phrase that is there twice has the later readings
        listed |= json.loads("{" + text[start:end].rstrip("}, \n") + "}")
    return listed, max(map(len, listed), default=0)


@cache
def _phrase_file() -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """The file of phrases, and the stretches of it that begin with each character."""
    text = data_file("pypinyin", "phrases_dict.json").read_text(encoding="utf-8")
    places: dict[str, list[tuple[int, int]]] = {}
    first, start = "", 0
    for phrase in _PHRASE.finditer(text):
        if phrase[1] != first:
            places.setdefault(first, []).append((start, phrase.start()))
            first, start = phrase[1], phrase.start()
    places.setdefault(first, []).append((start, len(text)))
    return text, places


@cache
def _characters() -> dict[str, str]:
    """Code point, in figures, to readings with tones."""
    path = data_file("pypinyin", "pinyin_dict.json")
    listed: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return listed


@lru_cache(_KEPT)
def _plain(syllable: str) -> str:
    """A syllable without its tone: lǜ is lv."""
    bare = unicodedata.normalize("NFD", syllable).translate(_TONES)
    return unicodedata.normalize("NFC", bare).replace("ü", "v")
