"""People whom the English gives another surname: 刘敏 as Li Min, 王经理 as Manager Huang."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from corpus.latin_words import LatinWord, latin_words
from corpus.names import Name, chinese_names
from corpus.people import COMPOUND_SURNAMES, SURNAMES, surname_of
from corpus.pinyin import spelled_within, spellings
from corpus.renderings import LatinName
from corpus.syllables import readings

#: What stands beside a surname in English, as keys.
_FORMS = frozenset(
    """
    mr mrs ms miss dr prof professor manager director minister mayor president chairman chairwoman
    secretary teacher master captain colonel general judge lawyer officer inspector auntie uncle
    engineer doctor nurse
    """.split()
)
_PAIRS_KEPT = 4
_NAMES_KEPT = 1 << 10


@lru_cache(_PAIRS_KEPT)
def renamed(chinese: str, english: str) -> tuple[tuple[Name, LatinName], ...]:
    """People of the Chinese and the name with another surname that the English gives them.

    The given name must be spelt as it is, or a title stand beside the surname; the right
    surname must be nowhere.
    """
    found = []
    for name in chinese_names(chinese):
        if name.kind == "person" and surname_of(name.text):
            if not latin_words(english).holds(spellings(surname_of(name.text))):
                words = latin_words(english).words
                found += [(name, other) for other in _others(name, chinese, words, english)][:1]
    return tuple(found)


def _others(
    name: Name, chinese: str, words: tuple[LatinWord, ...], english: str
) -> Iterator[LatinName]:
    given = name.text[len(surname_of(name.text)) :]
    whole = [word for word in words if word.capital]
    for first, second, third in zip(whole, [*whole[1:], None], [*whole[2:], None, None]):
        if second is None or not _adjoin(first, second):
            continue
        if not given:
            if first.key in _FORMS and second.key in _surname_keys():
                if not spelled_within(chinese, second.key):
                    yield _named(second, second, english)
            continue
        if first.key in _surname_keys():
            if second.key in _pinyin(given):
                yield _named(first, second, english)
            elif third is not None and _adjoin(second, third):
                if second.key + third.key in _pinyin(given):
                    yield _named(first, third, english)
        elif second.key in _surname_keys() and first.key in _pinyin(given) and len(given) > 1:
            yield _named(first, second, english)


def _adjoin(first: LatinWord, second: LatinWord) -> bool:
    """Whether two words follow one another, with nothing but a blank or "." between."""
    return 0 < second.start - first.end <= 2


def _named(first: LatinWord, last: LatinWord, english: str) -> LatinName:
    return LatinName(english[first.start : last.end], first.start, last.end)


@cache
def _surname_keys() -> frozenset[str]:
    """Every surname in pinyin."""
    return frozenset().union(*map(_pinyin, SURNAMES | COMPOUND_SURNAMES))


@lru_cache(_NAMES_KEPT)
def _pinyin(text: str) -> frozenset[str]:
    """A name as it is written in China alone: To Lam is 苏林 in Vietnamese."""
    own = ("".join(parts).replace("v", "u") for parts in product(*map(readings, text)))
    return frozenset(own)
