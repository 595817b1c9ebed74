"""Which of many patterns of Chinese words may match in a text, by their characters alone.

To try seventy patterns costs fifty times what it costs to look up the text's characters once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

_AROUND = re.compile(r"\(\?<?[=!](?:[^()]|\([^()]*\))*\)")
#: What may be left out: 太?, [这那]?, (?:很|大)?
_OPTIONAL = re.compile(r"(?:\(\?:[^()]*\)|\[[^\]]*\]|[^()\[\]])(?:\?|\{0,\d+\})\??")
_FIRST = re.compile("([\u3400-\u9fff])|\\[([\u3400-\u9fff]+)\\]")
_HAN = re.compile("[\u3400-\u9fff]")
_SETS_KEPT = 1 << 12


class Written:
    """Patterns, each of whose alternatives begins with a Han character or a class of them.

    Looked up are the characters an alternative may begin with and those that follow: 不容易 and
    不易 ask for a 不 and for one of 容易.
    """

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        self._patterns = tuple(patterns)
        # a bit for each pattern
        self._first: dict[str, int] = {}
        self._rest: dict[str, int] = {}
        self._short = 0
        for number, pattern in enumerate(patterns):
            bit = 1 << number
            for alternative in _alternatives(_AROUND.sub("", pattern.pattern)):
                first = _FIRST.match(alternative)
                if first is None or alternative[first.end() : first.end() + 1] in tuple("?*{"):
                    raise ValueError(f"begins with no Han character: {alternative}")
                for character in first[1] or first[2]:
                    self._first[character] = self._first.get(character, 0) | bit
                rest = _HAN.findall(_OPTIONAL.sub("", alternative[first.end() :]))
                for character in rest:
                    self._rest[character] = self._rest.get(character, 0) | bit
                if not rest:
                    self._short |= bit
        self._begin = frozenset(self._first)
        self._known = self._begin | frozenset(self._rest)

    def within(self, text: str) -> tuple[int, ...]:
        """Numbers of the patterns that may match somewhere in the text, in order."""
        found = self._known.intersection(text)
        if self._begin.isdisjoint(found):
            return ()
        first = 0
        for character in found:
            first |= self._first.get(character, 0)
        return _numbers(first & self._followed(found))

    def at(self, character: str) -> tuple[int, ...]:
        """Numbers of the patterns that may match where this character stands, in order."""
        return _numbers(self._first.get(character, 0))

    def matches(self, text: str) -> list[tuple[int, re.Match[str]]]:
        """Each place where a pattern matches, those inside others too, with its number."""
        found: list[tuple[int, re.Match[str]]] = []
        followed = 0
        for place, character in enumerate(text):
            if character not in self._first:
                continue
            followed = followed or self._followed(self._known.intersection(text))
            for number in _numbers(self._first[character] & followed):
                match = self._patterns[number].match(text, place)
                if match:
                    found.append((number, match))
        return found

    def _followed(self, characters: Iterable[str]) -> int:
        """Bits of the patterns that have what must follow their first character."""
        bits = self._short
        for character in characters:
            bits |= self._rest.get(character, 0)
        return bits


@lru_cache(_SETS_KEPT)
def _numbers(bits: int) -> tuple[int, ...]:
    return tuple(number for number in range(bits.bit_length()) if bits >> number & 1)


def _alternatives(source: str) -> Iterator[str]:
    """The parts of a pattern between the bars that stand in no bracket."""
    depth = start = 0
    for place, sign in enumerate(source):
        if sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif sign == "|" and not depth:
            yield source[start:place]
            start = place + 1
    yield source[start:]
