"""Terms of a term base that a translation lacks, or has in a forbidden form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.gazetteer import is_proper
from corpus.longest_match import LongestMatch
from corpus.phrases import find, phrase_key, tokens
from corpus.termbase import Term
from qa.checks.across import TERM_FORBIDDEN_ELSEWHERE, TERM_MISSING_ELSEWHERE
from qa.rule import Check, Hit, Rule
from qa.unit import Tongue, Unit

Span = tuple[int, int]

#: Characters of the longest names that are looked up.
_NAME = 12


@dataclass(frozen=True, slots=True)
class Use:
    """A term of the base in the source of one pair, and what its translation has for it."""

    term: Term
    #: as it stands in the source
    text: str
    span: Span
    #: where the translation has an allowed wording
    allowed: tuple[Span, ...]
    #: forbidden wordings that the translation has instead, with their places
    forbidden: tuple[tuple[str, Span], ...]


class Termbase:
    """The terms of a base, looked up in both directions."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        self._chinese: dict[str, Term] = {}
        for term in self.terms:
            for text in term.chinese:
                self._chinese.setdefault(text, term)
        self._matcher = LongestMatch(self._chinese)
        self._english: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        for term in self.terms:
            for text in term.english:
                key = phrase_key(text)
                if key:
                    self._english.setdefault(key[0], []).append((key, term))
        for some in self._english.values():
            some.sort(key=lambda one: -len(one[0]))

    def uses(self, chinese: str, english: str, source: Tongue) -> Iterator[Use]:
        """Each term of the source once, at its first place, the longest where several fit."""
        if not chinese.strip() or not english.strip():
            return
        found = self._in_chinese(chinese) if source == "zh" else self._in_english(english)
        told: set[int] = set()
        for term, text, span in found:
            if id(term) in told:
                continue
            other = english if source == "zh" else chinese
            wanted = term.english if source == "zh" else term.chinese
            allowed = [place for word in wanted for place in _places(word, other)]
            if source == "zh" and not allowed and _inside_name(chinese, span):
                continue
            forbidden = tuple(
                (word, place)
                for word in term.forbidden
                for place in _places(word, other)
                if not any(start <= place[0] and place[1] <= end for start, end in allowed)
            )
            told.add(id(term))
            yield Use(term, text, span, tuple(allowed), forbidden)

    def _in_chinese(self, text: str) -> Iterator[tuple[Term, str, Span]]:
        for hit in self._matcher.find(text):
            yield self._chinese[hit.text], hit.text, (hit.start, hit.end)

    def _in_english(self, text: str) -> Iterator[tuple[Term, str, Span]]:
        words = tokens(text)
        place = 0
        while place < len(words):
            for key, term in self._english.get(words[place].key, ()):
                if tuple(word.key for word in words[place : place + len(key)]) == key:
                    span = (words[place].start, words[place + len(key) - 1].end)
                    yield term, text[slice(*span)], span
                    place += len(key)
                    break
            else:
                place += 1


def _inside_name(text: str, span: Span) -> bool:
    """Whether the characters are part of a longer name in the dictionary: 知识产权 in
    世界知识产权组织, which is WIPO."""
    return any(
        is_proper(text[start:end])
        for start in range(max(0, span[0] - _NAME), span[0] + 1)
        for end in range(span[1], min(len(text), start + _NAME) + 1)
        if end - start > span[1] - span[0]
    )


def _places(word: str, text: str) -> list[Span]:
    """Chinese as a string, English in any inflection."""
    if word.isascii() or not any("\u3400" <= character <= "\u9fff" for character in word):
        return find(phrase_key(word), text)
    start = text.find(word)
    return [(start, start + len(word))] if start >= 0 else []


def rules(terms: Sequence[Term]) -> tuple[Rule, ...]:
    """The two rules for a term base."""
    base = Termbase(terms)
    return (
        Rule(
            "term.missing", missing(base), "warning", "Terminology/Wrong term",
            TERM_MISSING_ELSEWHERE,
        ),
        Rule(
            "term.forbidden", forbidden(base), "error", "Terminology/Wrong term",
            TERM_FORBIDDEN_ELSEWHERE,
        ),
    )


def missing(base: Termbase) -> Check:
    """The check for wordings that are not there."""

    def check(unit: Unit) -> Iterator[Hit]:
        """A term of the term base is not translated as the base says.

        Chinese terms are found as strings, the longest first: 知识产权 is not looked for inside
        知识产权局 when the base has both. English is found in any inflection, with or without
        hyphens and articles; abbreviations in capitals only.

        Wrong where a pronoun or a shorter word stands for the term when it comes again, and
        where the Chinese characters belong to another word.
        """
        for use in base.uses(unit.chinese, unit.english, unit.source):
            wanted = use.term.english if unit.source == "zh" else use.term.chinese
            if wanted and not use.allowed and not use.forbidden:
                yield Hit(
                    unit.source,
                    use.span,
                    f"{use.text} is not translated as {_or(wanted)}.",
                    " | ".join(wanted),
                )

    return check


def forbidden(base: Termbase) -> Check:
    """The check for wordings that must not be there."""

    def check(unit: Unit) -> Iterator[Hit]:
        """A term is translated with a wording that the term base forbids.

        Wrong where the forbidden wording translates something else in the same sentence.
        """
        for use in base.uses(unit.chinese, unit.english, unit.source):
            wanted = use.term.english if unit.source == "zh" else use.term.chinese
            for word, span in use.forbidden:
                instead = f"; the term base has {_or(wanted)}" if wanted else ""
                yield Hit(
                    unit.target,
                    span,
                    f"{word} is forbidden for {use.text}{instead}.",
                    f"{use.text}: {' | '.join(wanted)}",
                )

    return check


def _or(words: Sequence[str]) -> str:
    return " or ".join(f"“{word}”" for word in words[:3])
