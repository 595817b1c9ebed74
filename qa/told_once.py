"""What two rules found is told by the one that says more."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import SEVERITIES, Finding
from qa.checks.omission import shown
from qa.unit import Unit


def told_once(unit: Unit, findings: Sequence[Finding]) -> list[Finding]:
    """The findings without ``negation.changed`` where ``omission.content`` quotes its place.

    孕妇不得服用 left out is one loss and not two. The negation makes the omission an error;
    where a user's settings made it milder than the negation, both are told. A number stays
    told by its own rule too: its value is what a reviewer looks for.
    """
    if len(findings) < 2:
        return list(findings)
    omissions = [one for one in findings if one.rule == "omission.content"]
    content = unit.content(unit.source)
    if not omissions or content is None:
        return list(findings)
    gravest = min(map(_rank, omissions))
    gaps = shown(content.gaps)
    return [
        one
        for one in findings
        if one.rule != "negation.changed"
        or one.side != "source"
        or _rank(one) < gravest
        or not any(gap.holds(one.span) for gap in gaps)
    ]


def _rank(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity)
