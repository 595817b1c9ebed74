"""How each document was read and aligned: what ``align --verbose`` says of it."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from corpus.model import Alignment
from qa.summary import DocumentSummary
from qa.visible import plain

#: Lines of the file that are named for one kind of noise or repair; the report has them all.
_LINES = 8


def account(alignment: Alignment, seconds: float) -> tuple[str, ...]:
    """The decisions about a document with their reasons, and the time that it took."""
    segments = (one for pair in alignment.pairs for one in (*pair.source, *pair.target))
    mended = _listed((one.repair, one.line) for one in segments if one.repair)
    kept_out = _listed((one.kind, one.line) for one in alignment.noise)
    return (
        f"layout {alignment.layout.kind}: {alignment.layout.reason}",
        _encoding(alignment.encoding, alignment.encoding_reason),
        f"mended: {mended}",
        f"kept out: {kept_out}",
        f"time: {seconds:.1f} s",
    )


def account_of(summary: DocumentSummary) -> tuple[str, ...]:
    """A document's account; of an unchanged one what its summary knows, of a failed one nothing."""
    if summary.status == "failed" or summary.account:
        return summary.account
    return (
        f"layout {summary.layout}: {summary.layout_reason}",
        f"encoding {summary.encoding}",
        "unchanged since an earlier run",
    )


def told(name: str, lines: Iterable[str]) -> list[str]:
    """An account as lines of talk, each with the document's name."""
    return [f"duiyi: {plain(name)}: {plain(' '.join(line.split()))}" for line in lines]


def tell_account(name: str, lines: Iterable[str]) -> None:
    """Say an account on stderr."""
    for line in told(name, lines):
        print(line, file=sys.stderr)


def _encoding(name: str, reason: str) -> str:
    """The reason of a detected encoding begins with it: "utf-8: decodes cleanly"."""
    return f"encoding {reason}" if reason.startswith(name) else f"encoding {name}: {reason}"


def _listed(found: Iterable[tuple[str, int]]) -> str:
    """"2 bookmark (lines 3, 9), 1 caption (line 12)", by kind."""
    kinds: dict[str, list[int]] = {}
    for kind, line in found:
        kinds.setdefault(kind, []).append(line)
    return ", ".join(
        f"{len(lines)} {kind} ({_lines(lines)})" for kind, lines in sorted(kinds.items())
    ) or "nothing"


def _lines(lines: list[int]) -> str:
    lines = sorted(set(lines))
    named = ", ".join(str(line) for line in lines[:_LINES])
    more = " …" if len(lines) > _LINES else ""
    return f"{'line' if len(lines) == 1 else 'lines'} {named}{more}"
