"""Doubts about the pairing itself, kept apart from errors of the translation."""

from __future__ import annotations

from collections.abc import Iterator

from qa.rule import Check, Hit, Rule
from qa.unit import Unit

#: Below this probability the two sides are more likely no translations of each other.
#: A preset moves it (``qa/settings.py``): lower hides doubtful pairs, higher asks for more eyes.
LOW_SCORE = 0.5


def low_score(limit: float = LOW_SCORE) -> Check:
    """The check with its limit."""

    def check(unit: Unit) -> Iterator[Hit]:
        """The two sides are probably not translations of each other.

        It judges the alignment, not the translator: look first at whether the right sentences
        face each other. Very free translations of novels, verse, and headlines that were
        written anew get a low score although they belong together.
        """
        if unit.pair.paired and unit.score < limit:
            yield Hit(
                unit.target,
                (0, 0),
                f"These are translations of each other with a probability of {unit.score:.0%}.",
                f"score {unit.score:.4f} < {limit}",
            )

    return check


def unpaired(unit: Unit) -> Iterator[Hit]:
    """No counterpart was found for this text on the other side.

    In hand-aligned articles 5 % of the beads are Chinese only and 1 % English only: captions,
    editors' remarks, sentences that the translator left out on purpose. Whether it is an
    omission is said by `omission.segment`.
    """
    if not unit.pair.target and unit.pair.source:
        yield Hit(unit.source, (0, 0), "Nothing in the target faces this.", "1-0")
    elif not unit.pair.source and unit.pair.target:
        yield Hit(unit.target, (0, 0), "Nothing in the source faces this.", "0-1")


RULES = (
    Rule("align.low_score", low_score(), "warning", "Alignment/Low confidence"),
    Rule(
        "align.unpaired",
        unpaired,
        "note",
        "Alignment/Unpaired",
        {"CheckMate": "MISSING_TARGETSEG, EXTRA_TARGETSEG"},
    ),
)
