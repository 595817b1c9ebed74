"""Terms that a Chinese text gives in their original language as well.

“边疆假说”（Frontier Thesis） says one thing twice, and English once: one word answers for one,
so that either the Chinese words or those in the brackets would seem lost. Where the English has
what the brackets have, brackets and term are both said. How long the term is, only quotation
marks tell; without them as many words before the brackets belong to it as stand in them, or as
the abbreviation has letters: 使用者需要分析（User Need Analysis，缩写为UNA）. Wrong where fewer Chinese
words say it: with 描写边疆（the frontier） "describes" would be said, too.
"""

from __future__ import annotations

import re
from itertools import takewhile

from corpus.clauses import Span
from corpus.lexicon import CHINESE_FUNCTION_WORDS
from corpus.words import Word, chinese_words, english_texts, stem

#: Brackets whose text begins with a letter and holds no figures: a year in it makes it a
#: reference (Sugrue, 2005), which English gives too.
_BRACKETS = re.compile(r"[(（]\s*(?P<inside>[A-Za-z][^()（）\d]*)[)）]")
_LATIN = re.compile(r"[A-Za-z]{2,}")  # the u and v of （u，v） are no term
#: Opening for closing quotation marks, and the longest quotation that can be a term.
_OPENING = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《"}
_LONGEST = 25


def originals(chinese: str, english: str) -> list[Span]:
    """Places of brackets whose words the English has, and of the terms before them."""
    found: list[Span] = []
    said: set[str] | None = None
    for brackets in _BRACKETS.finditer(chinese):
        start = brackets.start()
        words = _LATIN.findall(brackets["inside"])
        if not words or not start or not _may_be_behind(chinese[start - 1]):
            continue
        if said is None:
            said = {stem(word) for word in english_texts(english)}
        answered = [word for word in words if stem(word) in said]
        long = [word for word in words if not word.isupper()]
        if 2 * len(answered) >= len(words) or any(map(str.isupper, answered)):
            size = len(long) or max(map(len, words))
            found += [brackets.span(), _term(chinese, start, size)]
    return found


def _may_be_behind(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" or character in _OPENING


def _term(text: str, end: int, size: int) -> Span:
    """The quotation that ends before the brackets, or so many words."""
    if text[end - 1] in _OPENING:
        start = text.rfind(_OPENING[text[end - 1]], max(0, end - _LONGEST), end)
        return (start, end) if start >= 0 else (end, end)
    before = [word for word in chinese_words(text) if word.end <= end][-size:]
    term = list(takewhile(_may_belong, reversed(before)))
    return (term[-1].start, end) if term else (end, end)


def _may_belong(word: Word) -> bool:
    return word.text not in CHINESE_FUNCTION_WORDS and any(map(str.isalnum, word.text))
