"""Findings as lines: for editors and compilers' readers, and for GitHub's annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.model import SEVERITIES, Finding, Judgement, Severity
from qa import visible
from qa.place import Lines, Place, place

#: GitHub knows these three levels.
_GITHUB_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


def lines(path: str, judgements: Iterable[Judgement], text: str = "") -> Iterator[str]:
    """``path:line:column: severity rule message``, in the order of the document.

    ``text`` is the whole document; without it every column is 1.
    """
    for finding, at in _placed(judgements, text):
        yield visible.plain(
            f"{path}:{at.line}:{at.column}: {finding.severity} {finding.rule} "
            f"{_one_line(finding.message)}"
        )


def github(path: str, judgements: Iterable[Judgement], text: str = "") -> Iterator[str]:
    """``::error file=…,line=…,col=…,title=…::message``: workflow commands of GitHub Actions."""
    for finding, at in _placed(judgements, text):
        properties = {
            "file": path,
            "line": str(at.line),
            "endLine": str(at.end_line),
            "col": str(at.column),
            "endColumn": str(at.end_column),
            "title": finding.rule,
        }
        # GitHub refuses columns for an annotation over several lines
        if at.end_line != at.line:
            del properties["col"], properties["endColumn"]
        told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
        level = _GITHUB_LEVELS[finding.severity]
        yield f"::{level} {told}::{_data(finding.message)}"


def _placed(judgements: Iterable[Judgement], text: str) -> Iterator[tuple[Finding, Place]]:
    known = Lines(text) if text else None
    for judgement in judgements:
        ordered = sorted(
            judgement.findings,
            key=lambda one: (SEVERITIES.index(one.severity), one.side, one.span, one.rule),
        )
        for finding in ordered:
            yield finding, place(judgement.pair, finding, known)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _data(text: str) -> str:
    """A message as the Actions toolkit escapes it."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible.plain(escaped)


def _property(text: str) -> str:
    """A property's value as the Actions toolkit escapes it."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
