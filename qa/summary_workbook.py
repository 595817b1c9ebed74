"""summary.xlsx: a run's documents and its findings by rule, to sort and filter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO

from corpus.model import SEVERITIES
from corpus.workbooks import Cell, Sheet, write_workbook
from qa.summary import DocumentSummary, ordered, totals

_DOCUMENTS = (
    ("document", 30), ("status", 9), ("layout", 12), ("source segments", 10),
    ("target segments", 10), ("pairs", 8), ("unpaired", 9), ("noise", 8), ("mean score", 9),
    *((f"{severity}s", 9) for severity in SEVERITIES),
    ("penalty per 1000", 10), ("path", 40), ("reason", 60),
)  # fmt: skip
_RULES = (("rule", 30), ("findings", 10))


def write(stream: IO[bytes], documents: Sequence[DocumentSummary]) -> None:
    """Write the workbook; equal summaries give equal bytes."""
    rules = sorted(totals(documents).rules.items(), key=lambda item: (-item[1], item[0]))
    write_workbook(
        stream,
        (
            Sheet("documents", _DOCUMENTS, [_document(one) for one in ordered(documents)]),
            Sheet("rules", _RULES, [[rule, count] for rule, count in rules]),
        ),
    )


def _document(one: DocumentSummary) -> list[Cell]:
    status = "failed" if one.status == "failed" else "done"
    return [
        one.name, status, one.layout, one.source_segments, one.target_segments, one.pairs,
        one.unpaired, one.noise, one.mean_score,
        *(one.count(severity) for severity in SEVERITIES),
        one.weighed.rate, one.path, one.reason or one.layout_reason,
    ]  # fmt: skip
