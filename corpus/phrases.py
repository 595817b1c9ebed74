"""English phrases in running text, whatever their inflection, hyphens, articles and case."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.words import Word, english_words, stem

ARTICLES = frozenset({"a", "an", "the"})

#: A possessive ending is no part of the word: China's is China.
_POSSESSIVE = re.compile(r"[’']s?$")

#: Capitals throughout: IP and AI, plural SMEs. They match in capitals only: IT is not it. Longer
#: words in capitals stand in headings.
_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Z0-9&]{1,6}s?$")


class Token(NamedTuple):
    """A word of a text with its comparison key."""

    key: str
    start: int
    end: int


@lru_cache(4096)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text without its articles; a hyphen parts words as a blank does."""
    return tuple(
        Token(key_of(word.text), word.start, _bare_end(word))
        for word in english_words(text)
        if word.text.lower() not in ARTICLES
    )


def phrase_key(phrase: str) -> tuple[str, ...]:
    """What two phrases have in common that are one: member states, the Member State."""
    return tuple(token.key for token in tokens(phrase))


@lru_cache(1 << 16)
def key_of(word: str) -> str:
    """The stem in lower case; capitals for an acronym: WIPO’s and WIPO are one, SMEs and SME."""
    bare = _POSSESSIVE.sub("", word)
    if _ACRONYM.match(bare):
        return bare.removesuffix("s")
    return stem(bare)


def find(phrase: Sequence[str], text: str) -> list[tuple[int, int]]:
    """Every place of a phrase, given by its key, in a text."""
    if not phrase:
        return []
    found, words = [], tokens(text)
    first = phrase[0]
    for place in range(len(words) - len(phrase) + 1):
        if words[place].key == first and all(
            words[place + step].key == key for step, key in enumerate(phrase)
        ):
            found.append((words[place].start, words[place + len(phrase) - 1].end))
    return found


def is_acronym(word: str) -> bool:
    """Whether a word is written as initials: WIPO, SMEs, R&D."""
    return bool(_ACRONYM.match(_POSSESSIVE.sub("", word)))


def _bare_end(word: Word) -> int:
    return word.start + len(_POSSESSIVE.sub("", word.text))
