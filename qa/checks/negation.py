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
from qa.unit import Tongue, Unit

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
    where the dictionary finds few words again, is a note. A negation in a stretch that
    omission.content names is told there.

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
        own = _too_many(unit, "en", english, len(plain) + excuses)
        mark = added[0].negation if added else own[-1] if plain else own[0]
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
    allowed = len(english)
    if len(plain) > allowed:
        allowed += hidden_negations(unit.chinese, unit.english)
    over = _too_many(unit, "zh", plain, allowed) if len(plain) > allowed else []
    lost.sort(key=lambda one: _omitted(unit, "zh", one.negation))
    if lost and over and _omitted(unit, "zh", lost[0].negation) > _omitted(unit, "zh", over[0]):
        lost = []
    if lost or over:
        place: Mark | Word
        if lost:
            word = lost[0].negation
            around = [mark for mark in plain if mark.start <= word.start < mark.end]
            place = around[0] if around else word
        else:
            place = over[0]
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


def _too_many(unit: Unit, tongue: Tongue, marks: list[Mark], allowed: int) -> list[Mark]:
    """Of more negations than ``allowed`` those to point at: outside of what the other side
    leaves out, if there are too many there alone, else inside."""
    kept = [mark for mark in marks if not _omitted(unit, tongue, mark)]
    if len(kept) > allowed or len(kept) == len(marks):
        return kept
    return [mark for mark in marks if mark not in kept]


def _omitted(unit: Unit, tongue: Tongue, mark: Mark | Word) -> bool:
    """Whether a negation lies in a stretch without counterpart."""
    content = unit.content(tongue)
    return content is not None and any(gap.holds((mark.start, mark.end)) for gap in content.gaps)


def _count(marks: list[Mark]) -> str:
    return ", ".join(mark.text for mark in marks) or "nothing"


RULES = (Rule("negation.changed", changed, "error", "Accuracy/Mistranslation"),)
