"""The report of one document: a single HTML file that needs no network and no server."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from corpus.model import SEVERITIES, Alignment, Judgement, LayoutKind, Severity
from qa import visible
from qa.mqm import Penalty, Scale, penalty
from qa.rule import Rule
from qa.view import Row, rows, shortened

#: How many of the worst pairs are listed before the reader asks for more.
_WORST_SHOWN = 8

#: From here up the shares of lost and added content are printed beside the pair; below,
#: they are in its tooltip. Right pairs of articles mostly stay below.
_TELLING = 0.1

#: What a report without a single pair says first.
_VERDICTS: dict[LayoutKind, str] = {
    "mono": "One language only: there is nothing to pair",
    "mixed": "Two languages, but not translations of each other: no pairs were made",
}
_NOTHING_PAIRED = "No pairs were found"

_LANGUAGE_NAMES = {"zh": "Chinese", "en": "English"}


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule fired in the document."""

    rule: str
    mqm: str
    counts: dict[Severity, int]

    @property
    def all(self) -> int:
        return sum(self.counts.values())


def render(
    alignment: Alignment,
    judgements: Sequence[Judgement],
    *,
    scale: Scale = Scale(),
    signature: str = "",
    rules: Iterable[Rule] = (),
) -> str:
    """The HTML report of a document, whole.

    ``judgements`` are those of ``alignment.pairs`` in the same order; pairs without one
    are shown without findings. ``signature`` says how the result was made (program,
    version, encoder) and stands in the footer. ``rules`` (the table of ``duiyi rules``)
    give the sentence that explains each rule beside its count.
    """
    judged = _complete(alignment, judgements)
    shown = rows(judged, alignment.source_lang, alignment.target_lang, scale)
    weighed = penalty(judged, alignment.target_lang, scale)
    troubled = sorted((row for row in shown if row.notes), key=lambda row: row.rank)
    paired = [row for row in shown if row.paired]
    template = environment().get_template("report.html")
    return template.render(
        alignment=alignment,
        rows=shown,
        parallel=bool(paired),
        verdict=_VERDICTS.get(alignment.layout.kind, _NOTHING_PAIRED),
        worst=troubled[:_WORST_SHOWN],
        worse=troubled[_WORST_SHOWN:],
        unpaired=[row for row in shown if not row.paired],
        repairs=[
            segment
            for pair in alignment.pairs
            for segment in (*pair.source, *pair.target)
            if segment.repair
        ],
        counts=severity_counts(judged),
        rules=rule_counts(judged),
        explained={rule.id: rule.summary for rule in rules},
        figures=_figures(shown, weighed),
        penalty=weighed,
        weights=scale.told,
        telling=_TELLING,
        languages=(
            language_name(alignment.source_lang),
            language_name(alignment.target_lang),
        ),
        signature=signature,
        style=asset("base.css") + asset("pair.css") + asset("report.css"),
        script=asset("report.js"),
    )


def severity_counts(judgements: Sequence[Judgement]) -> dict[Severity, int]:
    """Findings by severity, the gravest first, zeros included."""
    counted = Counter(
        finding.severity for judgement in judgements for finding in judgement.findings
    )
    return {severity: counted[severity] for severity in SEVERITIES}


def rule_counts(judgements: Sequence[Judgement]) -> list[RuleCount]:
    """Findings by rule, the gravest and most frequent first."""
    counted: dict[str, RuleCount] = {}
    for judgement in judgements:
        for finding in judgement.findings:
            if finding.rule not in counted:
                zeros = {severity: 0 for severity in SEVERITIES}
                counted[finding.rule] = RuleCount(finding.rule, finding.mqm, zeros)
            counted[finding.rule].counts[finding.severity] += 1
    return sorted(
        counted.values(),
        key=lambda one: (*(-one.counts[severity] for severity in SEVERITIES), one.rule),
    )


def mean_score(judgements: Sequence[Judgement]) -> float | None:
    """Mean score of the pairs that have both sides."""
    scores = [judgement.score for judgement in judgements if judgement.pair.paired]
    return sum(scores) / len(scores) if scores else None


def language_name(code: str) -> str:
    """"Chinese" for "zh-CN"; the code itself where we have no name."""
    return _LANGUAGE_NAMES.get(code.split("-")[0].lower(), code)


def asset(name: str) -> str:
    """A style sheet or script of the templates' folder."""
    return (files("qa") / "templates" / name).read_text(encoding="utf-8")


@cache
def environment() -> Environment:
    """Templates with everything escaped that comes from a document."""
    made = Environment(
        loader=PackageLoader("qa", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_presentable,
    )
    made.filters.update(
        visible=visible.marked_up, shortened=shortened, csp_hash=csp_hash, figure=figure
    )
    return made


def csp_hash(text: str) -> str:
    """What a Content-Security-Policy calls this inline style or script."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def figure(value: float | None, digits: int = 2) -> str:
    """A number for people; a dash where there is none."""
    return "–" if value is None else f"{value:.{digits}f}"


def _presentable(value: Any) -> Any:
    """Whatever a template prints, without characters that UTF-8 or the eye refuses."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible.plain(value)
    return value


def _complete(alignment: Alignment, judgements: Sequence[Judgement]) -> list[Judgement]:
    """One judgement for each pair of the document, in its order."""
    if len(judgements) == len(alignment.pairs):  # a memory's own indices may repeat
        return list(judgements)
    known = {judgement.pair.index: judgement for judgement in judgements}
    return [
        known.get(pair.index) or Judgement(pair, pair.score, 0.0, 0.0)
        for pair in alignment.pairs
    ]


def _figures(shown: Sequence[Row], weighed: Penalty) -> dict[str, Any]:
    """The counts at the head of the report."""
    pairs = [row.judgement.pair for row in shown]
    return {
        "source": sum(len(pair.source) for pair in pairs),
        "target": sum(len(pair.target) for pair in pairs),
        "pairs": sum(pair.paired for pair in pairs),
        "unpaired_source": sum(not pair.target for pair in pairs),
        "unpaired_target": sum(not pair.source for pair in pairs),
        "mean": mean_score([row.judgement for row in shown]),
        "rate": weighed.rate,
    }
