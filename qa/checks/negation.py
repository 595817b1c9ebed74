"""Negation: said on one side, not on the other."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.negations import (
    Mark,
    chinese_negations,
    english_negations,
    hidden_negations,
    may_negate,
)
from qa.rule import Hit, Rule
from qa.unit import Unit


def changed(unit: Unit) -> Iterator[Hit]:
    """One side negates what the other side states.

    Counted are 不 没 未 无 非 and their like against not, no, never, without, un-, -less, fail to,
    refuse, instead of. Words that only look negative (不断, 不仅, 无论, 非常, 未来) don't count, and
    those that are often told without a negation (不少 many, 不同 different, 不久 soon) ask for none.

    Wrong where the translator turned the thought round (不高 = low, 记住 = don't forget) with words
    that the lists don't know, in rhetorical questions, and in idioms.
    """
    if not unit.chinese.strip() or not unit.english.strip():
        return
    english = english_negations(unit.english)
    if not english and not may_negate(unit.chinese):
        return
    plain, excuses = chinese_negations(unit.chinese, unit.english)
    if len(english) > len(plain) + excuses:
        added = english[0] if not plain else english[-1]
        yield Hit(
            "en",
            (added.start, added.end),
            f"The English negates (“{added.text}”), the Chinese doesn't.",
            f"{_count(english)} against {_count(plain)}",
            "error" if not plain and not excuses else "warning",
        )
    elif len(plain) > len(english) and (
        len(plain) > len(english) + hidden_negations(unit.chinese, unit.english)
    ):
        lost = plain[0]
        yield Hit(
            "zh",
            (lost.start, lost.end),
            f"The Chinese negates (“{lost.text}”), the English doesn't.",
            f"{_count(plain)} against {_count(english)}",
            "warning" if english else "error",
        )


def _count(marks: list[Mark]) -> str:
    return ", ".join(mark.text for mark in marks) or "nothing"


RULES = (Rule("negation.changed", changed, "error", "Accuracy/Mistranslation"),)
