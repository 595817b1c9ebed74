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

import numpy as np

from corpus.beginnings import Runs, characters, runs
from corpus.installed import data_file

#: Characters whose syllables are kept in memory.
_KEPT = 1 << 14

#: In the file a phrase has a line, '"重庆": [', and each reading of a character one below it.
_USUAL_READING = re.compile(rb'\[\n"([^"]*)"')
#: Characters of the longest phrase.
_LONGEST = 10

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
def first_letters(character: str) -> str:
    """The letters that begin its syllables: z of 中, d, c and s of 单.

    What a text that begins with it is spelled like begins with one of them; no phrase has a
    first syllable of another kind (``tests/corpus/test_syllables.py``).
    """
    return "".join(sorted({reading[0] for reading in readings(character) if reading})) or character


def _spelled(run: str) -> list[str]:
    found: list[str] = []
    start = 0
    while start < len(run):
        phrase = _phrase(run[start : start + _LONGEST])
        found += phrase or (readings(run[start])[0] or run[start],)
        start += len(phrase) or 1
    return found


def _phrase(text: str) -> list[str]:
    """The syllables of the longest phrase that the text begins with."""
    data, places = _phrases()
    for start, end in places.get(text[0], ()) if len(text) > 1 else ():
        # most places begin none
        start = data.find(b'\n"' + text[:2].encode(), start - 1, end)
        for size in range(len(text), 1, -1) if start >= 0 else ():
            place = data.find(b'\n"%b": [' % text[:size].encode(), start, end)
            if place >= 0:
                listed = data[place : data.index(b"]\n]", place)]
                return [_plain(usual.decode()) for usual in _USUAL_READING.findall(listed)]
    return []


@cache
def _phrases() -> tuple[bytes, Runs]:
    """The file of phrases, and the stretches of it that begin with each character."""
    data = data_file("pypinyin", "phrases_dict.json").read_bytes()
    letters = np.frombuffer(data, dtype=np.uint8)
    ends = np.flatnonzero(letters == ord("\n"))
    lines = ends[:-1] + 1
    lines = lines[(letters[lines] == ord('"')) & (letters[ends[1:] - 1] == ord("["))]
    return data, runs(lines, len(data), characters(letters, lines + 1))


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
