"""Negation: said on one side, not on the other."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.model import Severity
from corpus.negation_match import Answers, answers
from corpus.negations import Sign
from qa.negation_doubt import Question, added, lost
from qa.rule import Hit, Rule
from qa.unit import Unit

#: Chance from which a negation is called lost or added: with both, .58 % of right news pairs, .17 %
#: of talks, 2.5 % of academic texts and 4.9 % of novels are called (``bench/checks.py``).
_LOST = 0.6
_ADDED = 0.8
#: From here a warning becomes an error.
_SURE = 0.9
#: Chance from which a lost one is a note.
_NOTED = 0.5
#: Below this share of words that the dictionary finds again it is a note unless likelier than
#: that: novels turn thoughts round. Without it 7 % of right novels are called; at .4 what is found
#: of removed negations in academic text falls from .81 to .77 (cross-validated). A lost one from
#: .9 on instead of .82: .54 found in novels instead of .60, .25 % of them called less.
LITERAL = 0.3
#: The chance from which each is told as more than a note, in a literal and in a free translation.
SHIPPED: dict[Question, tuple[float, float]] = {"lost": (_LOST, 0.82), "added": (_ADDED, 0.9)}


def changed(unit: Unit) -> Iterator[Hit]:
    """One side negates what the other side states.

    Each 不 没 未 无 非 别 of the Chinese is held against each not, no, never, without, un-, -less,
    fail to, refuse, no longer of the English, one to one, by the words that they negate and the
    clause they stand in. A word that says the same from the other side answers too: hard for 不容易,
    gone for 不见. Words that only look negative (不断, 不仅, 无论, 非常, 未来) and two
    negations that affirm (不得不) ask for none; those often told without one (不少 many, 不同
    different) hardly. How likely a negation is lost or added comes from a model fitted on planted
    errors; in a free translation, where the dictionary finds few words again, it is a note. A
    negation in a stretch that omission.content names is told there.

    Wrong where the translator turned the thought round (不高 = low, 记住 = don't forget) with words
    that the lists don't know, in rhetorical questions, in idioms, and where one English word
    serves two Chinese clauses (不能…，也不能… as "cannot … and other").
    """
    found = answers(unit.chinese, unit.english)
    if found is None:
        return
    for chance, number in _told(lost(unit.chinese, unit.english, found, _NOTED), _LOST):
        sign = found.sites[number].sign
        text = unit.chinese[sign.start : sign.end]
        yield Hit(
            "zh",
            (sign.start, sign.end),
            f"The Chinese negates (“{text}”), the English doesn't.",
            _listed(unit.english, found.signs),
            _severity(chance, "lost", found),
        )
    for chance, number in _told(added(unit.chinese, unit.english, found, _ADDED), _ADDED):
        sign = found.signs[number]
        text = unit.english[sign.start : sign.end]
        yield Hit(
            "en",
            (sign.start, sign.end),
            f"The English negates (“{text}”), the Chinese doesn't.",
            _listed(unit.chinese, [site.sign for site in found.sites]),
            _severity(chance, "added", found),
        )


def _told(noted: list[tuple[float, int]], limit: float) -> list[tuple[float, int]]:
    """What is likely enough, or else the likeliest of what deserves a note."""
    likely = [one for one in noted if one[0] >= limit]
    return likely or sorted(noted)[-1:]


def _severity(chance: float, question: Question, found: Answers) -> Severity:
    literal, freely = SHIPPED[question]
    if chance < (literal if found.literal >= LITERAL else freely):
        return "note"
    return "error" if chance >= _SURE else "warning"


def _listed(text: str, signs: tuple[Sign, ...] | list[Sign]) -> str:
    """The negations that the other side has."""
    own = [text[sign.start : sign.end] for sign in signs if sign.kind in ("plain", "turn")]
    return f"there: {', '.join(own)}" if own else "there: none"


RULES = (Rule("negation.changed", changed, "error", "Accuracy/Mistranslation"),)
