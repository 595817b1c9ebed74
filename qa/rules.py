"""All rules, in the order in which ``duiyi rules`` and every report list them."""

from __future__ import annotations

from dataclasses import replace

from corpus.errors import UsageError
from qa.checks import (
    across,
    alignment,
    alphanumeric,
    format,
    letters,
    markup,
    names,
    negation,
    numbers,
    omission,
    punctuation,
    untranslated,
)
from qa.rule import Rule
from qa.settings import Settings

RULES: tuple[Rule, ...] = (
    *omission.RULES,
    *untranslated.RULES,
    *numbers.RULES,
    *names.RULES,
    *negation.RULES,
    *alphanumeric.RULES,
    *markup.RULES,
    *punctuation.RULES,
    *format.RULES,
    *letters.RULES,
    *across.RULES,
    *alignment.RULES,
)

#: The tools whose names a rule may carry, in the order of the listing. Verifika's are those of its
#: help and its settings; CheckMate's are Okapi's issue types with what its message or pattern says;
#: Trados' are the labels of QA Checker 3.0, Tag Verifier and Term Verifier without "Check for";
#: memoQ's are what its warnings say, in short, with their codes, which its files carry.
#: bench/RESULTS_CHECKS.md names the pages. A rule lacks what no page showed.
TOOLS = ("Xbench", "Verifika", "CheckMate", "Trados", "memoQ", "pofilter")

#: How like a known id a wrong one must be, of 100, to be offered instead.
_LIKE_ENOUGH = 60.0


def rule_of(rule_id: str) -> Rule:
    """The rule with this id; UsageError with the nearest id if there is none."""
    for rule in RULES:
        if rule.id == rule_id:
            return rule
    raise UsageError(f"no rule is called {rule_id!r}", hint=_hint(rule_id))


def selected(settings: Settings) -> tuple[Rule, ...]:
    """The rules that ``settings`` lets run, with its limits and severities."""
    rules = (*RULES, *settings.custom)
    for pattern in (*settings.only, *settings.skip, *settings.severities):
        named = any(settings.matches(rule.id, pattern) for rule in rules)
        if not named and not pattern.startswith(OTHER_GROUPS):
            raise UsageError(f"no rule is called {pattern!r}", hint=_hint(pattern))
    return tuple(_tuned(rule, settings) for rule in rules if settings.selects(rule.id))


#: The user's own rules are named by the settings file, which a run may lack.
OTHER_GROUPS = ("custom",)


def _tuned(rule: Rule, settings: Settings) -> Rule:
    """The rule with the limit of the preset, where it has one."""
    preset = settings.preset
    match rule.id:
        case "align.low_score":
            return replace(rule, check=alignment.low_score(settings.low_score))
        case "omission.content":
            return replace(rule, check=omission.content(omission.CONTENT_LIMITS[preset]))
        case "omission.condensed":
            return replace(rule, check=omission.condensed(omission.CONTENT_LIMITS[preset]))
        case "addition.content":
            return replace(rule, check=omission.addition(omission.ADDITION_LIMITS[preset]))
    return rule


def _hint(rule_id: str) -> str:
    from rapidfuzz import process

    near = process.extractOne(
        rule_id, [rule.id for rule in RULES], score_cutoff=_LIKE_ENOUGH
    )
    listing = "duiyi rules lists all"
    return f"did you mean {near[0]}? {listing}" if near else listing
