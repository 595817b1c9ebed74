"""Rules that need more than one pair: ``duiyi consistency`` finds, here they are explained.

A single pair says nothing about them, so their checks yield nothing; the table of rules
lists them all the same, for ``duiyi rules``, ``--skip`` and the reports.
"""

from __future__ import annotations

from collections.abc import Iterable

from qa.rule import Hit, Rule
from qa.unit import Unit


def name_inconsistent(unit: Unit) -> Iterable[Hit]:
    """A name is written in several ways across the documents.

    The commonest form is proposed. Shorter forms (Liu for Liu Hua), adjectives (Belgian) and
    forms that the lists know as equals (America, U.S.) are no departures. Wrong where two people
    share a name in Chinese.
    """
    return ()


def term_missing(unit: Unit) -> Iterable[Hit]:
    """A term of the glossary is not translated as the glossary says.

    Chinese terms are found as text, the longest first; English ones in any inflection. Wrong
    where the characters belong to a longer word that is no term, and where a pronoun or a
    short form rightly stands for the term when it returns.
    """
    return ()


def term_forbidden(unit: Unit) -> Iterable[Hit]:
    """The target uses a translation that the glossary forbids.

    Wrong where the forbidden word translates something else in the sentence.
    """
    return ()


def term_inconsistent(unit: Unit) -> Iterable[Hit]:
    """A term is translated in several ways across the documents.

    Wrong where a Chinese word has two senses (创新 innovation, to innovate) and for stylistic
    variation that a text without fixed terms may have.
    """
    return ()


def one_source(unit: Unit) -> Iterable[Hit]:
    """The same source has several translations.

    Punctuation, widths and numbers that differ rightly are told apart. Wrong for short texts
    whose meaning hangs on what stands before them (是的。).
    """
    return ()


def one_target(unit: Unit) -> Iterable[Hit]:
    """Several sources have the same translation.

    Often right (synonyms, two ways to write a heading), and so a note: look for a translation
    that slipped into the wrong row.
    """
    return ()


_TERMS = {"Xbench": "Key Term Mismatch", "CheckMate": "TERMINOLOGY"}
#: What others call the two rules of a term base, here and in ``qa.checks.terms``.
TERM_MISSING_ELSEWHERE = {
    **_TERMS, "Trados": "Possible non-usage of the target terms", "memoQ": "missing term (3091)",
}
TERM_FORBIDDEN_ELSEWHERE = {
    **_TERMS, "Trados": "Terms which may have been set as forbidden",
    "memoQ": "forbidden term (3093)",
}

RULES = (
    Rule("name.inconsistent", name_inconsistent, "warning", "Terminology/Inconsistent use"),
    Rule("term.missing", term_missing, "warning", "Terminology/Wrong term", TERM_MISSING_ELSEWHERE),
    Rule(
        "term.forbidden", term_forbidden, "error", "Terminology/Wrong term",
        TERM_FORBIDDEN_ELSEWHERE,
    ),
    Rule("term.inconsistent", term_inconsistent, "warning", "Terminology/Inconsistent use"),
    Rule(
        "consistency.target",
        one_source,
        "warning",
        "Terminology/Inconsistent use",
        {
            "Xbench": "Inconsistency in Target",
            "Verifika": "Target inconsistency",
            "Trados": "Inconsistent translations",
            "memoQ": "inconsistent translation (3100)",
        },
    ),
    Rule(
        "consistency.source",
        one_target,
        "note",
        "Terminology/Inconsistent use",
        {
            "Xbench": "Inconsistency in Source",
            "Verifika": "Source inconsistency",
            "memoQ": "inconsistent translation (3101)",
        },
    ),
)
