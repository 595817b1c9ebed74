"""The summary of a run: what became of each document, for programs and for people."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal
from urllib.parse import quote

from corpus.model import SEVERITIES, Alignment, Judgement, Severity
from qa import visible
from qa.mqm import Penalty, Scale, penalty, together
from qa.report import asset, environment, mean_score, rule_counts, severity_counts

Status = Literal["done", "failed", "cached"]

#: What ``duiyi align`` writes for a document, after its name.
OUTPUTS = (".report.html", ".tmx", ".pairs.jsonl")
REPORT = OUTPUTS[0]


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """One document of a run. Files get no times: two runs on the same input give equal bytes."""

    path: str
    name: str
    #: "cached" where an earlier run had done it; files say "done" for both
    status: Status
    #: why it failed, in words
    reason: str = ""
    layout: str = ""
    layout_reason: str = ""
    encoding: str = ""
    source_lang: str = ""
    target_lang: str = ""
    source_segments: int = 0
    target_segments: int = 0
    pairs: int = 0
    unpaired_source: int = 0
    unpaired_target: int = 0
    noise: int = 0
    #: texts that lost characters in the memory, which XML cannot hold
    changed: int = 0
    #: mean over the pairs, as the files give it (a later run reads it there); none without pairs
    mean_score: float | None = None
    #: findings by severity, zeros included
    severities: Mapping[str, int] = field(default_factory=dict)
    #: findings by rule
    rules: Mapping[str, int] = field(default_factory=dict)
    #: MQM-style: points, target words (or characters), what was counted, points by category
    penalty: float = 0.0
    words: int = 0
    unit: str = "words"
    categories: Mapping[str, float] = field(default_factory=dict)
    #: names of its output files, beside the summary
    files: tuple[str, ...] = ()
    #: how it was read and aligned, line by line, with the time; for the terminal, in no file
    account: tuple[str, ...] = field(default=(), compare=False)

    @property
    def unpaired(self) -> int:
        return self.unpaired_source + self.unpaired_target

    @property
    def findings(self) -> int:
        return sum(self.severities.values())

    @property
    def report(self) -> str:
        """The name of its report; nothing where none was written."""
        return next((name for name in self.files if name.endswith(REPORT)), "")

    @property
    def weighed(self) -> Penalty:
        return Penalty(self.penalty, self.words, self.unit, self.categories)

    def count(self, severity: Severity) -> int:
        return self.severities.get(severity, 0)

    def as_json(self) -> dict[str, Any]:
        """The document's entry in ``summary.json``."""
        return {
            "name": self.name,
            "path": self.path,
            "status": "done" if self.status == "cached" else self.status,
            "reason": self.reason,
            "layout": self.layout,
            "layout_reason": self.layout_reason,
            "encoding": self.encoding,
            "source_lang": self.source_lang,
            "target_lang": self.target_lang,
            "segments": {"source": self.source_segments, "target": self.target_segments},
            "pairs": self.pairs,
            "unpaired": {"source": self.unpaired_source, "target": self.unpaired_target},
            "noise": self.noise,
            "changed": self.changed,
            "mean_score": self.mean_score,
            "findings": {"severity": dict(self.severities), "rule": dict(self.rules)},
            "penalty": _penalty_json(self.weighed),
            "files": list(self.files),
        }


def summarise(
    alignment: Alignment,
    judgements: Sequence[Judgement],
    *,
    scale: Scale = Scale(),
    files: Sequence[str] | None = None,
    changed: int = 0,
) -> DocumentSummary:
    """What to tell of a document that was aligned and checked.

    ``files`` are the names of its outputs; without them, those that ``duiyi align`` writes.
    """
    pairs = alignment.pairs
    weighed = penalty(judgements, alignment.target_lang, scale)
    named = files if files is not None else [alignment.name + suffix for suffix in OUTPUTS]
    return DocumentSummary(
        path=alignment.path,
        name=alignment.name,
        status="done",
        layout=alignment.layout.kind,
        layout_reason=alignment.layout.reason,
        encoding=alignment.encoding,
        source_lang=alignment.source_lang,
        target_lang=alignment.target_lang,
        source_segments=sum(len(pair.source) for pair in pairs),
        target_segments=sum(len(pair.target) for pair in pairs),
        pairs=sum(pair.paired for pair in pairs),
        unpaired_source=sum(not pair.target for pair in pairs),
        unpaired_target=sum(not pair.source for pair in pairs),
        noise=len(alignment.noise),
        changed=changed,
        mean_score=_rounded(mean_score(judgements), 4),
        severities={str(key): count for key, count in severity_counts(judgements).items()},
        rules={one.rule: one.all for one in sorted(rule_counts(judgements), key=lambda r: r.rule)},
        penalty=weighed.total,
        words=weighed.words,
        unit=weighed.unit,
        categories=weighed.categories,
        files=tuple(named),
    )


def failed(path: str, name: str, reason: str) -> DocumentSummary:
    """A document that could not be done, with the reason in words."""
    return DocumentSummary(path=path, name=name, status="failed", reason=reason)


def cached(done: DocumentSummary) -> DocumentSummary:
    """The same document in a later run that found nothing to do for it."""
    return replace(done, status="cached")


def from_json(entry: Mapping[str, Any]) -> DocumentSummary:
    """A document's entry of ``summary.json`` read back."""
    weighed = entry["penalty"]
    return DocumentSummary(
        path=entry["path"],
        name=entry["name"],
        status=entry["status"],
        reason=entry["reason"],
        layout=entry["layout"],
        layout_reason=entry["layout_reason"],
        encoding=entry["encoding"],
        source_lang=entry["source_lang"],
        target_lang=entry["target_lang"],
        source_segments=entry["segments"]["source"],
        target_segments=entry["segments"]["target"],
        pairs=entry["pairs"],
        unpaired_source=entry["unpaired"]["source"],
        unpaired_target=entry["unpaired"]["target"],
        noise=entry["noise"],
        changed=entry["changed"],
        mean_score=entry["mean_score"],
        severities=dict(entry["findings"]["severity"]),
        rules=dict(entry["findings"]["rule"]),
        penalty=weighed["points"],
        words=weighed["length"],
        unit=weighed["unit"],
        categories=dict(weighed["categories"]),
        files=tuple(entry["files"]),
    )


@dataclass(frozen=True, slots=True)
class Totals:
    """All documents of a run together."""

    documents: int
    failed: int
    pairs: int
    unpaired: int
    #: over all pairs of all documents
    mean_score: float | None
    severities: Mapping[Severity, int]
    rules: Mapping[str, int]
    penalty: Penalty


def totals(documents: Sequence[DocumentSummary]) -> Totals:
    """The sums of a run; its mean score weighs each document by its pairs."""
    pairs = sum(one.pairs for one in documents)
    scores = sum((one.mean_score or 0.0) * one.pairs for one in documents)
    rules: dict[str, int] = {}
    for one in documents:
        for rule, count in one.rules.items():
            rules[rule] = rules.get(rule, 0) + count
    return Totals(
        documents=len(documents),
        failed=sum(one.status == "failed" for one in documents),
        pairs=pairs,
        unpaired=sum(one.unpaired for one in documents),
        mean_score=scores / pairs if pairs else None,
        severities={s: sum(one.count(s) for one in documents) for s in SEVERITIES},
        rules={rule: rules[rule] for rule in sorted(rules)},
        penalty=together([one.weighed for one in documents if one.status != "failed"]),
    )


def summary_json(documents: Sequence[DocumentSummary]) -> str:
    """``summary.json``: totals, then every document, sorted by name and path."""
    whole = totals(documents)
    told = {
        "totals": {
            "documents": whole.documents,
            "failed": whole.failed,
            "pairs": whole.pairs,
            "unpaired": whole.unpaired,
            "mean_score": _rounded(whole.mean_score, 4),
            "findings": {"severity": dict(whole.severities), "rule": dict(whole.rules)},
            "penalty": _penalty_json(whole.penalty),
        },
        "documents": [one.as_json() for one in ordered(documents)],
    }
    return visible.encodable(json.dumps(told, ensure_ascii=False, indent=2)) + "\n"


def index_html(
    documents: Sequence[DocumentSummary], *, signature: str = "", scale: Scale = Scale()
) -> str:
    """``index.html``: the same as one page with links to every document's files."""
    listed = ordered(documents)
    return environment().get_template("index.html").render(
        documents=[one for one in listed if one.status != "failed"],
        failed=[one for one in listed if one.status == "failed"],
        totals=totals(documents),
        href=lambda name: quote(name),
        signature=signature,
        weights=scale.told,
        style=asset("base.css") + asset("index.css"),
        script=asset("index.js"),
    )


def ordered(documents: Sequence[DocumentSummary]) -> list[DocumentSummary]:
    """By name, then path: the order of every summary."""
    return sorted(documents, key=lambda one: (one.name, one.path))


def _penalty_json(weighed: Penalty) -> dict[str, Any]:
    return {
        "points": weighed.total,
        "length": weighed.words,
        "unit": weighed.unit,
        "per_thousand": _rounded(weighed.rate, 2),
        "categories": dict(weighed.categories),
    }


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
