"""The words of an English text as names are looked for in them: by key, by beginning, joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, repeat
from typing import NamedTuple

from corpus.gazetteer import key_of
from corpus.kept import kept

#: Characters of the texts whose words are kept: every name of a pair, and several checks, ask
#: for the same. The words of so many take 9 MB.
_CHARACTERS_KEPT = 1 << 17

#: A word with its hyphens and dots: Ching-yu, U.S., O’Brien.
_WORD = re.compile(
    r"( [A-Z]\.(?:[A-Z]\.)+ | [^\W\d_]+ (?: [’'-] [^\W\d_]+ )* )", re.VERBOSE
)
#: The same for a text without other letters, in half the time.
_ASCII_WORD = re.compile(r"( [A-Z]\.(?:[A-Z]\.)+ | [A-Za-z]+ (?: ['-] [A-Za-z]+ )* )", re.VERBOSE)
_POSSESSIVE = re.compile(r"[’']s$")

#: A key shorter than this must match whole: "us" is not "usage".
_PREFIX_MIN = 4
#: A key of so few letters wants a capital: US, not us.
_CAPITAL_MAX = 3
#: Words that one key may run over: Bin Ying, Hong Kong.
_JOINED = 4


class LatinWord(NamedTuple):
    """A word of an English text with its comparison key."""

    key: str
    start: int
    end: int
    capital: bool


class LatinWords:
    """The words of an English text, and their keys in a row, in which a key is looked for."""

    def __init__(self, english: str) -> None:
        #: in order, the parts of hyphenated ones after the whole: Franco-German
        self.words = tuple(_words(english))
        keys = [word.key for word in self.words]
        # most keys are nowhere, which the row of all tells at once
        self._row = f" {' '.join(keys)} "
        self._unparted = "".join(keys)

    # tuples: the garbage collector would walk through the lists of all texts again and again
    @cached_property
    def _joined(self) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        for place, word in enumerate(self.words):
            joined = ""
            for last in range(place, min(place + _JOINED, len(self.words)) if word.capital else 0):
                joined += self.words[last].key
                found.setdefault(joined, (place, last))
        return found

    def fitting(self, keys: Iterable[str]) -> list[LatinWord]:
        """The words that give one of the keys, in order: Belgian and Belgium give belgi."""
        here = [key for key in keys if self._may_hold(key)]
        return [word for word in self.words if any(fits(key, word) for key in here)] if here else []

    def _may_hold(self, key: str) -> bool:
        """Whether a word is the key, or begins with what is asked of a longer one."""
        if len(key) < _PREFIX_MIN:
            return f" {key} " in self._row or f" {key}s " in self._row
        return f" {key[: max(_PREFIX_MIN, len(key) - 2)]}" in self._row

    def joined(self, keys: Iterable[str]) -> tuple[int, int] | None:
        """Where several words in a row, a capital at the front, give one of the keys."""
        here = [key for key in keys if key in self._unparted]
        found = [self._joined[key] for key in here if key in self._joined]
        if not found:
            return None
        first, last = min(found)
        return self.words[first].start, self.words[last].end


@kept(_CHARACTERS_KEPT)
def latin_words(english: str) -> LatinWords:
    """The words of an English text."""
    return LatinWords(english)


def fits(key: str, word: LatinWord) -> bool:
    """Whether a word gives a key, as it is or with another ending."""
    own = word.key
    if own == key or own == key + "s":
        return word.capital or len(key) > _CAPITAL_MAX
    if len(key) < _PREFIX_MIN or len(own) < _PREFIX_MIN:
        return False
    return own.startswith(key[: max(_PREFIX_MIN, len(key) - 2)])


def _words(english: str) -> list[LatinWord]:
    parts = (_ASCII_WORD if english.isascii() else _WORD).split(english)
    texts = parts[1::2]
    ends = list(accumulate(map(len, parts)))
    capitals = [text[0].isupper() for text in texts]
    # as LatinWord() does, in a quarter of the time: thirty words a pair
    entries = zip(map(str.lower, texts), ends[::2], ends[1::2], capitals)
    words = list(map(tuple.__new__, repeat(LatinWord), entries))
    others = [
        place for place, text in enumerate(texts) if not (text.isalpha() and text.isascii())
    ]
    for place in reversed(others):
        words[place : place + 1] = _folded(texts[place], words[place])
    return words


def _folded(text: str, word: LatinWord) -> Iterator[LatinWord]:
    """A word with marks or accents, and its parts if it is hyphenated."""
    bare = _POSSESSIVE.sub("", text) if text[-1] == "s" else text
    yield word._replace(key=key_of(bare))
    if "-" in bare:
        start = word.start
        for part in bare.split("-"):
            yield LatinWord(key_of(part), start, start + len(part), word.capital)
            start += len(part) + 1
