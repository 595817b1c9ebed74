"""What writers take: pairs as they are, or pairs with what quality assurance says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from corpus.model import SEVERITIES, Finding, Judgement, Pair, Severity
from corpus.problem import Problem

#: A writer's input, one by one.
Item = Pair | Judgement

#: Set to "no" in a pair's properties when its file gave no score, so that none is written.
SCORED = "duiyi-scored"

#: Names, a line each, of a pair's properties that a JSON file did not give as strings: their
#: values are JSON, and are given back as what they were.
NOT_TEXT = "duiyi-not-text"

#: The bead type that a file gave, for pairs whose sentences were joined into one text.
TYPE = "x-align-type"


def pair_of(item: Item) -> Pair:
    """The pair itself."""
    return item.pair if isinstance(item, Judgement) else item


def score_of(item: Item) -> float | None:
    """The probability of being a translation; None for a pair whose file did not say."""
    if isinstance(item, Judgement):
        return item.score
    return None if item.properties.get(SCORED) == "no" else item.score


def findings_of(item: Item) -> tuple[Finding, ...]:
    """What the checks found; nothing for a bare pair."""
    return item.findings if isinstance(item, Judgement) else ()


def type_of(item: Item) -> str:
    """Bead type, "2-1": what the file said of sentences that it joined, or the pair's own."""
    pair = pair_of(item)
    own = pair.type
    return pair.properties.get(TYPE, own) if own == "1-1" else own


def reversed_item(item: Item) -> Item:
    """The same with source and target exchanged, findings and grades included."""
    pair = pair_of(item)
    properties = dict(pair.properties)
    if TYPE in properties:
        properties[TYPE] = "-".join(reversed(properties[TYPE].split("-")))
    turned = replace(pair, source=pair.target, target=pair.source, properties=properties)
    if not isinstance(item, Judgement):
        return turned
    findings = tuple(
        replace(finding, side="target" if finding.side == "source" else "source")
        for finding in item.findings
    )
    return replace(
        item, pair=turned, omission=item.addition, addition=item.omission, findings=findings
    )


def selected(
    items: Iterable[Item],
    *,
    min_score: float = 0.0,
    paired_only: bool = False,
    dedupe: bool = False,
    reverse: bool = False,
    skip_findings: Severity | None = None,
) -> Iterator[Item]:
    """The items that a writer shall get, in their order.

    ``dedupe`` keeps the first of pairs with equal texts; ``skip_findings`` leaves out pairs
    with a finding of that severity or a worse one. A pair without a score passes.
    """
    worst = SEVERITIES[: SEVERITIES.index(skip_findings) + 1] if skip_findings else ()
    seen: set[int] = set()
    for item in items:
        pair = pair_of(item)
        if paired_only and not (pair.source_text.strip() and pair.target_text.strip()):
            continue
        score = score_of(item)
        if score is not None and score < min_score:
            continue
        if any(finding.severity in worst for finding in findings_of(item)):
            continue
        if dedupe:
            # a hash a pair, not its text: 1,000,000 units stay below 100 MB
            key = hash((pair.source_text, pair.target_text))
            if key in seen:
                continue
            seen.add(key)
        yield reversed_item(item) if reverse else item


@dataclass(frozen=True, slots=True)
class Written:
    """What a writer did."""

    #: units in the file
    units: int
    #: pairs kept out: unpaired, below the score, or empty after cleaning
    left_out: int = 0
    #: texts that could not be written as they are, and what became of them: the first ones
    changes: tuple[Problem, ...] = ()
    #: the number of all of them
    changed: int = 0
    #: of them, those that lost characters
    cut: int = 0


class Changes:
    """Where a writer tells what it changes: all are counted, the first are kept."""

    #: Nobody reads more, and memory must not grow with the number of units.
    MOST_KEPT = 1_000

    def __init__(self) -> None:
        self.count = 0
        self._cut = 0
        self._kept: list[Problem] = []

    def append(self, problem: Problem) -> None:
        """Take note of one more."""
        self.count += 1
        self._cut += problem.kind == "text.removed"
        if len(self._kept) < self.MOST_KEPT:
            self._kept.append(problem)

    def written(self, units: int, left_out: int = 0) -> Written:
        """The account of a writer that is done."""
        return Written(units, left_out, tuple(self._kept), self.count, self._cut)
