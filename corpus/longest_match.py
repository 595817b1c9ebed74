"""Known strings in a Chinese text, the longest at each place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Found(NamedTuple):
    """A known string and its half-open place in the text."""

    text: str
    start: int
    end: int


class LongestMatch:
    """Finds strings of a list where no longer one of the list covers them.

    Chinese has no word breaks, so 产权 would be found in 知识产权; when the list has both,
    the longer one wins.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(word for word in words if word)
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[:2], set()).add(len(word))
        self._lengths = {
            start: tuple(sorted(some, reverse=True)) for start, some in lengths.items()
        }
        self._single = frozenset(word for word in self._words if len(word) == 1)
        # where a word can begin; the regex engine passes over the rest of the text
        starts = "".join(map(re.escape, sorted({word[0] for word in self._words})))
        self._start = re.compile(f"[{starts}]") if starts else None

    def find(self, text: str) -> Iterator[Found]:
        """What is found from left to right, none inside or over another."""
        place = 0
        while self._start is not None and (start := self._start.search(text, place)):
            place = start.start()
            for length in self._lengths.get(text[place : place + 2], ()):
                word = text[place : place + length]
                if word in self._words:
                    yield Found(word, place, place + length)
                    place += length
                    break
            else:
                if text[place] in self._single:
                    yield Found(text[place], place, place + 1)
                place += 1
