"""What a rendering of a term says, and whether two renderings say the same."""

from __future__ import annotations

from corpus.lexicon import FUNCTION_WORDS
from corpus.people import TITLES
from corpus.words import stem
from qa.consistency.acronyms import Acronyms, expanded
from qa.consistency.projection import ORGANISATION

#: Letters that two words of one family share at the beginning, and their part of the shorter
#: one: analysis and analytical, sovereign and sovereignty, vertex and vertices.
_FAMILY, _FAMILY_PART = 4, 0.55
#: Letters of a word that another one begins with: low and lower, Jew and Jewish.
_ROOT = 3
#: Letters of a word inside another one: antigen in autoantigen, consistent in inconsistent.
_INSIDE = 5
#: Characters of an organisation's name at the least: 部 and 局 are words of other senses.
_SHORTEST_ORGANISATION = 3

#: Stems of words that say nothing by themselves.
SMALL = frozenset(stem(word) for word in FUNCTION_WORDS)

#: The stems of an English phrase.
Key = tuple[str, ...]


def meaning(key: Key, known: Acronyms) -> frozenset[str]:
    """What a rendering says, for comparison: stems of its content, abbreviations written out."""
    words = expanded(key, known)
    return frozenset(word for word in words if word not in SMALL) or frozenset(words)


def says(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether one says the other, or part of it, in any word class: Office in China and WIPO
    Office in China, legal positivist and legal positivism."""
    few, many = sorted((first, second), key=len)
    return all(any(_related(one, other) for other in many) for one in few)


def turned(term: str, key: Key, best: Key, known: Acronyms) -> bool:
    """Whether the name of an organisation or a title has the same words in another order:
    General Customs Administration, General Administration of Customs. For other terms, that
    is English grammar: framework of cooperation, cooperation framework."""
    if sort_of(term) == "term":
        return False
    one, other = (
        [word for word in expanded(words, known) if word not in SMALL] for words in (key, best)
    )
    return one != other and sorted(one) == sorted(other)


def _related(one: str, other: str) -> bool:
    """Whether two stems are of one family of words."""
    first, second = sorted((one.lower(), other.lower()), key=len)
    if first == second or (len(first) >= _INSIDE and first in second):
        return True
    if len(first) >= _ROOT and second.startswith(first):
        return True
    shared = 0
    while shared < len(first) and first[shared] == second[shared]:
        shared += 1
    return shared >= _FAMILY and shared >= _FAMILY_PART * len(first)


def sort_of(term: str) -> str:
    """"title", "organisation" or "term"."""
    if term in TITLES or term[-2:] in TITLES:
        return "title"
    if len(term) >= _SHORTEST_ORGANISATION and ORGANISATION.search(term):
        return "organisation"
    return "term"
