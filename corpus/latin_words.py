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

#: A key shorter than this must match whole and wants a capital: US, neither "usage" nor "us".
_PREFIX_MIN = 4
#: Words in small letters are hardly names: as many letters of a key must begin them (confucian), or
#: the whole of it, with two more behind.
_SMALL_STUB = 6
#: Keys that are other words in small letters: the states of America, porcelain, a bird.
_LARGE = frozenset({"states", "china", "turkey", "pole", "finn", "swede", "dane"})
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
        # columns: the garbage collector would walk through the words of all texts again and again
        self._keys, self._starts, self._ends, self._capitals = _columns(english)
        # most keys are nowhere, which the row of all tells at once
        self._row = f" {' '.join(self._keys)} "

    @cached_property
    def words(self) -> tuple[LatinWord, ...]:
        """In order, the parts of hyphenated ones after the whole: Franco-German."""
        # as LatinWord() does, in a quarter of the time: thirty words a pair
        columns = zip(self._keys, self._starts, self._ends, self._capitals)
        return tuple(map(tuple.__new__, repeat(LatinWord), columns))

    @cached_property
    def _joined(self) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        for place, word in enumerate(self.words):
            joined = ""
            for last in range(place, min(place + _JOINED, len(self.words)) if word.capital else 0):
                joined += self.words[last].key
                if last > place:
                    found.setdefault(joined, (place, last))
        return found

    def fitting(self, keys: Iterable[str]) -> list[LatinWord]:
        """The words that give one of the keys, in order: Belgian and Belgium give belgi."""
        places: set[int] = set()
        for key in keys:
            if len(key) < _PREFIX_MIN:
                short = [*self._beginning(f"{key} "), *self._beginning(f"{key}s ")]
                places.update(place for place in short if self._capitals[place])
            else:
                places.update(
                    place for place in self._beginning(_stub(key))
                    if self._capitals[place] or _gives_small(key, self._keys[place])
                )
        return [
            LatinWord(
                self._keys[place], self._starts[place], self._ends[place], self._capitals[place]
            )
            for place in sorted(places)
        ]

    def _beginning(self, letters: str) -> Iterator[int]:
        """The places of the words whose keys begin so; a blank stands behind each."""
        sought = f" {letters}"
        start = self._row.find(sought)
        while start >= 0:
            yield self._row.count(" ", 0, start)
            start = self._row.find(sought, start + 1)

    def holds(self, keys: Iterable[str]) -> bool:
        """Whether a word is one of the keys."""
        return any(f" {key} " in self._row for key in keys)

    def joined(self, keys: Iterable[str]) -> tuple[int, int] | None:
        """Where several words in a row, a capital at the front, give one of the keys."""
        unparted = "".join(self._keys)
        here = [key for key in keys if key in unparted]
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
    if len(key) < _PREFIX_MIN:
        return word.capital and word.key in (key, key + "s")
    if not word.key.startswith(_stub(key)):
        return False
    return word.capital or _gives_small(key, word.key)


def _gives_small(key: str, own: str) -> bool:
    """Whether a word in small letters gives a key: platonic for Plato, but no parish for Paris."""
    if own == key or own == key + "s":
        return key not in _LARGE
    return len(_stub(key)) >= _SMALL_STUB or len(key) > _PREFIX_MIN and own.startswith(key) and (
        len(own) > len(key) + 1
    )


def _stub(key: str) -> str:
    """What a word begins with that gives a key of four and more letters."""
    return key[: max(_PREFIX_MIN, len(key) - 2)]


#: Keys, beginnings, ends and capitals of words.
_Columns = tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...], tuple[bool, ...]]


def _columns(english: str) -> _Columns:
    parts = (_ASCII_WORD if english.isascii() else _WORD).split(english)
    texts = parts[1::2]
    ends = tuple(accumulate(map(len, parts)))
    columns = (
        tuple(map(str.lower, texts)),
        ends[:-1:2],
        ends[1::2],
        tuple([text[0].isupper() for text in texts]),
    )
    others = [
        place for place, text in enumerate(texts) if not (text.isalpha() and text.isascii())
    ]
    return _with_marks(columns, texts, others) if others else columns


def _with_marks(columns: _Columns, texts: list[str], others: list[int]) -> _Columns:
    """The same with the keys of words with marks or accents, and with parts of hyphenated ones."""
    words = list(zip(*columns))
    for place in reversed(others):
        text = texts[place]
        _, start, end, capital = words[place]
        bare = _POSSESSIVE.sub("", text) if text[-1] == "s" else text
        words[place] = (key_of(bare), start, end, capital)
        parts = []
        for part in bare.split("-") if "-" in bare else ():
            parts.append((key_of(part), start, start + len(part), capital))
            start += len(part) + 1
        words[place + 1 : place + 1] = parts
    keys, starts, ends, capitals = zip(*words)
    return keys, starts, ends, capitals
