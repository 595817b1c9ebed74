"""English abbreviations with their long forms: what stands in brackets, and initials."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from corpus.lexicon import FUNCTION_WORDS
from corpus.phrases import is_acronym, key_of, phrase_key

#: World Intellectual Property Organization (WIPO): an abbreviation in brackets.
_BRACKETED = re.compile(r"[(（]\s*([A-Z][A-Za-z&-]{1,9}s?)\s*[)）]")
_WORD = re.compile(r"[^\W\d_][\w’'-]*|&")
#: Words before the bracket that are looked at.
_BACK = 12

#: Abbreviation to the key of its long form: WIPO to world, intellectu, properti, organ.
Acronyms = Mapping[str, tuple[str, ...]]


def acronyms(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The abbreviations that texts explain, each with the long form it has most often."""
    seen: dict[str, Counter[tuple[str, ...]]] = {}
    for text in texts:
        for found in _BRACKETED.finditer(text):
            short = found.group(1)
            if is_acronym(short):
                words = _WORD.findall(text[: found.start()])[-_BACK:]
                long = long_form(short.removesuffix("s"), words)
                if long:
                    seen.setdefault(key_of(short), Counter())[phrase_key(long)] += 1
    return {
        short: min(counts, key=lambda key: (-counts[key], key)) for short, counts in seen.items()
    }


def long_form(short: str, words: Sequence[str]) -> str:
    """The shortest end of the words whose initials spell the abbreviation; "" if none does."""
    for size in range(2, len(words) + 1):
        some = words[-size:]
        if some[0].lower() not in FUNCTION_WORDS and spells(short, some):
            return " ".join(some)
    return ""


def spells(short: str, words: Sequence[str]) -> bool:
    """Whether the initials of the words are the abbreviation: WOC of WIPO Office in China.

    Small words may count or not: R&D, DoE.
    """
    letters = re.sub("[^a-z]", "", short.lower())
    content = [word for word in words if word.lower() not in FUNCTION_WORDS and word != "&"]
    every = [word for word in words if word != "&"]
    for some in (content, every):
        if "".join(word[0].lower() for word in some) == letters:
            return True
    parts = [part for word in content for part in word.split("-") if part]
    return "".join(part[0].lower() for part in parts) == letters


def expanded(key: Sequence[str], known: Acronyms) -> tuple[str, ...]:
    """The key with its abbreviations written out, down to the last."""
    for _ in range(3):  # WOC is WIPO Office in China
        longer: list[str] = []
        for word in key:
            longer.extend(known.get(word, (word,)))
        if tuple(longer) == tuple(key):
            break
        key = longer
    return tuple(key)
