"""consistency.jsonl: a finding or a row of a table a line, each with its ``kind``."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.pairs_lines import json_line
from qa.consistency.model import Result


def lines(result: Result) -> Iterator[str]:
    """The lines in order: a ``run`` line, findings, then terms and names."""
    yield json_line(
        {
            "kind": "run",
            "pairs": result.pairs,
            "documents": result.documents,
            "findings": len(result.departures),
            "dismissed": result.dismissed,
            "untold": result.untold,
            **result.signatures,
        }
    )
    for part in (result.departures, result.terms, result.names):
        for one in part:
            yield json_line(one.as_json())
