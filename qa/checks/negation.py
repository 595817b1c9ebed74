"""Negation: said on one side, not on the other."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.model import Severity
from corpus.negation_scope import (
    added_in_english,
    literalness,
    lost_in_english,
)
from corpus.negations import (
    Mark,
    chinese_negations,
    english_negations,
    hidden_negations,
    may_negate,
)
from corpus.words import Word
from qa.rule import Hit, Rule
from qa.unit import Unit

#: Below this literalness a count alone is a note: of alarms on right pairs half lie below (news
#: .53, academic .51, novels .39), of planted errors a tenth in news, a third in academic texts.
_LITERAL = 0.5


def changed(unit: Unit) -> Iterator[Hit]:
    """One side negates what the other side states.

    Counted are 不 没 未 无 非 and their like against not, no, never, without, un-, -less, fail to,
    refuse, instead of. Words that only look negative (不断, 不仅, 无论, 非常, 未来) don't count, and
    those that are often told without a negation (不少 many, 不同 different, 不久 soon) ask for none.
    Besides the count, the word behind a negation is looked for: where the other side has it and
    nothing negative near it, the negation is lost. A count that differs in a free translation,
    where the dictionary finds few words again, is a note.

    Wrong where the translator turned the thought round (不高 = low, 记住 = don't forget) with words
    that the lists don't know, in rhetorical questions, and in idioms.
    """
    if not unit.chinese.strip() or not unit.english.strip():
        return
    english = english_negations(unit.english)
    if not english and not may_negate(unit.chinese):
        return
    plain, excuses = chinese_negations(unit.chinese, unit.english)
    lost = lost_in_english(unit.chinese, unit.english)
    added = added_in_english(unit.chinese, unit.english)
    counts = f"{_count(english)} against {_count(plain)}"
    if len(english) > len(plain) + excuses or added:
        mark = added[0].negation if added else english[-1] if plain else english[0]
        severity: Severity = "error" if not plain and not excuses else "warning"
        if not added and literalness(unit.chinese, unit.english) < _LITERAL:
            severity = "note"
        yield Hit(
            "en",
            (mark.start, mark.end),
            f"The English negates (“{mark.text}”), the Chinese doesn't.",
            added[0].word.text if added else counts,
            severity,
        )
        return
    fewer = len(plain) > len(english) and (
        len(plain) > len(english) + hidden_negations(unit.chinese, unit.english)
    )
    if lost or fewer:
        place: Mark | Word = plain[0] if plain else lost[0].negation
        if lost:
            word = lost[0].negation
            around = [mark for mark in plain if mark.start <= word.start < mark.end]
            place = around[0] if around else word
        severity = "warning" if english else "error"
        if not lost and literalness(unit.chinese, unit.english) < _LITERAL:
            severity = "note"
        yield Hit(
            "zh",
            (place.start, place.end),
            f"The Chinese negates (“{place.text}”), the English doesn't.",
            lost[0].word.text if lost else counts,
            severity,
        )


def _count(marks: list[Mark]) -> str:
    return ", ".join(mark.text for mark in marks) or "nothing"


RULES = (Rule("negation.changed", changed, "error", "Accuracy/Mistranslation"),)
