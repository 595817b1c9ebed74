"""The words of an English text as names are looked for in them: by key, by beginning, joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from corpus.gazetteer import key_of
from corpus.kept import kept

#: Characters of the texts whose words are kept: every name of a pair, and several checks, ask
#: for the same. The words of so many take 9 MB.
_CHARACTERS_KEPT = 1 << 17

#: A word with its hyphens and dots: Ching-yu, U.S., O’Brien.
_WORD = re.compile(r"( (?:[A-Z]\.){2,} | [^\W\d_]+ (?: [’'-] [^\W\d_]+ )* )", re.VERBOSE)
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
    """The words of an English text, indexed, so that a key is not held against each of them."""

    def __init__(self, english: str) -> None:
        #: in order, the parts of hyphenated ones after the whole: Franco-German
        self.words = tuple(_words(english))

    # tuples: the garbage collector would walk through the lists of all texts again and again
    @cached_property
    def _whole(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = {}
        for place, word in enumerate(self.words):
            found[word.key] = (*found.get(word.key, ()), place)
        return found

    @cached_property
    def _beginning(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = {}
        for key, places in self._whole.items():
            if len(key) >= _PREFIX_MIN:
                beginning = key[:_PREFIX_MIN]
                found[beginning] = found.get(beginning, ()) + places
        return found

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
        places: set[int] = set()
        for key in keys:
            for whole in (key, key + "s"):
                for place in self._whole.get(whole, ()):
                    if self.words[place].capital or len(key) > _CAPITAL_MAX:
                        places.add(place)
            if len(key) >= _PREFIX_MIN:
                for place in self._beginning.get(key[:_PREFIX_MIN], ()):
                    if fits(key, self.words[place]):
                        places.add(place)
        return [self.words[place] for place in sorted(places)]

    def joined(self, keys: Iterable[str]) -> tuple[int, int] | None:
        """Where several words in a row, a capital at the front, give one of the keys."""
        found = [self._joined[key] for key in keys if key in self._joined]
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


def _words(english: str) -> Iterator[LatinWord]:
    parts = _WORD.split(english)
    ends = list(accumulate(map(len, parts)))
    for text, start, end in zip(parts[1::2], ends[::2], ends[1::2]):
        bare = _POSSESSIVE.sub("", text) if text[-1] == "s" else text
        capital = text[0].isupper()
        yield LatinWord(key_of(bare), start, end, capital)
        if "-" in bare:
            for part in bare.split("-"):
                yield LatinWord(key_of(part), start, start + len(part), capital)
                start += len(part) + 1
