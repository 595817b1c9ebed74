"""What a check is: a function over one pair, and the rule's entry in the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from corpus.model import Finding, Severity
from corpus.simplified import as_written
from qa.unit import Tongue, Unit


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a check fires."""

    #: which text ``span`` points into
    tongue: Tongue
    #: half-open code point offsets; (0, 0) speaks of the whole text
    span: tuple[int, int]
    #: one sentence for the reviewer
    message: str
    #: what the message rests on
    evidence: str
    #: graver or milder than the rule's own severity
    severity: Severity | None = None


#: A check's docstring is what the user reads: the first sentence in ``duiyi rules``,
#: the rest, which says when the check is wrong, in ``duiyi rules ID``.
Check = Callable[[Unit], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its name, its weight and its names in other tools."""

    id: str
    check: Check
    severity: Severity
    #: "Accuracy/Omission"
    mqm: str
    #: tool to the name it uses there: {"Xbench": "Numeric Mismatch"}
    known_as: Mapping[str, str] = field(default_factory=dict)

    @property
    def summary(self) -> str:
        """The first sentence of the check's docstring."""
        first = (self.check.__doc__ or "").strip().split("\n\n")[0]
        return " ".join(first.split())

    @property
    def explanation(self) -> str:
        """The rest of the docstring: when the check is wrong, with examples."""
        paragraphs = (self.check.__doc__ or "").strip().split("\n\n")[1:]
        return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)

    def findings(self, unit: Unit) -> list[Finding]:
        """What the check finds in one pair, as findings on the source or the target."""
        hits = list(self.check(unit))
        if not hits:
            return []
        written = unit.pair.source_text if unit.source == "zh" else unit.pair.target_text
        return [
            Finding(
                rule=self.id,
                severity=hit.severity or self.severity,
                message=as_written(hit.message, written),
                side=unit.side(hit.tongue),
                span=hit.span,
                evidence=as_written(hit.evidence, written),
                mqm=self.mqm,
            )
            for hit in hits
        ]
