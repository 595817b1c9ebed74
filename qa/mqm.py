"""MQM-style penalties: what the findings weigh, per thousand words of the translation.

The weights are those in common use (neutral 0, minor 1, major 5, critical 25; MQM
scoring models, W3C community group). A note is neutral, a warning minor, an error
major; nothing is critical unless the user says so, because no check can know it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from corpus.model import SEVERITIES, Finding, Judgement, Severity
from corpus.words import english_words

NEUTRAL, MINOR, MAJOR, CRITICAL = 0.0, 1.0, 5.0, 25.0

WEIGHTS: Mapping[Severity, float] = MappingProxyType(
    {"error": MAJOR, "warning": MINOR, "note": NEUTRAL}
)

#: Findings on the alignment are no errors of the translation and weigh nothing.
_ALIGNMENT = "align."

#: Penalties are given for this many words.
PER = 1000

#: One Chinese character; Latin words and figures in a Chinese text count as one each.
_HAN = re.compile("[〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")


@dataclass(frozen=True, slots=True)
class Scale:
    """How much each finding weighs."""

    weights: Mapping[Severity, float] = field(default_factory=lambda: WEIGHTS)
    #: rule id to weight, for rules that a user holds graver or milder than their severity
    rules: Mapping[str, float] = field(default_factory=dict)

    def weight(self, finding: Finding) -> float:
        """The penalty of one finding."""
        if finding.rule.startswith(_ALIGNMENT):
            return self.rules.get(finding.rule, NEUTRAL)
        return self.rules.get(finding.rule, self.weights[finding.severity])

    @property
    def told(self) -> str:
        """The weights in words, for the foot of a report."""
        ordered = [(severity, self.weights[severity]) for severity in SEVERITIES]
        own = sorted(self.rules.items())
        parts = [f"{name} {weight:g}" for name, weight in [*ordered, *own]]
        return ", ".join([*parts, "findings on the alignment nothing"])


@dataclass(frozen=True, slots=True)
class Penalty:
    """The weight of all findings, and the length of the translation that they stand in."""

    total: float
    #: length of the target side
    words: int
    #: what was counted: "words", or "characters" where the target is Chinese
    unit: str
    #: MQM category to its part of the total, by name
    categories: Mapping[str, float]

    @property
    def rate(self) -> float | None:
        """Penalty for a thousand words of the target; none where there are no words."""
        return PER * self.total / self.words if self.words else None


def penalty(
    judgements: Iterable[Judgement], target_lang: str = "en-US", scale: Scale = Scale()
) -> Penalty:
    """What the findings of a document weigh against the length of its translation."""
    chinese = target_lang.lower().startswith("zh")
    total, words = 0.0, 0
    categories: dict[str, float] = {}
    for judgement in judgements:
        words += length(judgement.pair.target_text, chinese=chinese)
        for finding in judgement.findings:
            weight = scale.weight(finding)
            total += weight
            categories[finding.mqm] = categories.get(finding.mqm, 0.0) + weight
    named = {name: categories[name] for name in sorted(categories)}
    return Penalty(total, words, "characters" if chinese else "words", named)


def length(text: str, *, chinese: bool) -> int:
    """Words of an English text; of a Chinese one its characters, and its Latin words."""
    if not chinese:
        return len(english_words(text))
    return len(_HAN.findall(text)) + len(english_words(_HAN.sub(" ", text)))


def together(penalties: Sequence[Penalty]) -> Penalty:
    """The penalty of a batch: its rate weighs each document by its length."""
    categories: dict[str, float] = {}
    for one in penalties:
        for name, weight in one.categories.items():
            categories[name] = categories.get(name, 0.0) + weight
    units = {one.unit for one in penalties}
    return Penalty(
        total=sum(one.total for one in penalties),
        words=sum(one.words for one in penalties),
        unit=units.pop() if len(units) == 1 else "words and characters",
        categories={name: categories[name] for name in sorted(categories)},
    )
