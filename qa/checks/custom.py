"""The user's own rules: a table of source pattern, target pattern, message, severity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.errors import InputError
from corpus.model import SEVERITIES, Severity
from qa.rule import Check, Hit, Rule
from qa.unit import Unit

#: Header lines that are passed over.
_HEADER = ("source", "source regex", "source pattern")
_COLUMNS = "source pattern, target pattern, message, severity"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line of the user's table."""

    #: None: any source
    source: re.Pattern[str] | None
    #: None: the source alone speaks
    target: re.Pattern[str] | None
    #: whether the target's pattern must not be there
    forbidden: bool
    message: str


def check_of(pattern: Pattern) -> Check:
    """The check that a line of the table describes."""

    def check(unit: Unit) -> Iterator[Hit]:
        """A rule of your own fires.

        The source matches the first pattern and the target lacks the second. A target pattern
        after an exclamation mark is one that must not be there. Where either pattern is left
        empty, the other alone decides.
        """
        source, target = unit.text(unit.source), unit.text(unit.target)
        first = pattern.source.search(source) if pattern.source else None
        if pattern.source and first is None:
            return
        second = pattern.target.search(target) if pattern.target else None
        if pattern.forbidden and second is not None:
            yield Hit(unit.target, second.span(), pattern.message, second.group())
        elif not pattern.forbidden and second is None and first is not None:
            yield Hit(unit.source, first.span(), pattern.message, first.group())

    return check


def read(text: str, where: str) -> tuple[Rule, ...]:
    """The rules of a TSV text; InputError names the line that can't be understood.

    Rules are called ``custom.1``, ``custom.2`` … by their line. Lines that are empty or begin
    with # are passed over. A line with no source pattern forbids its target pattern.
    """
    rules = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#") or line.split("\t")[0].lower() in _HEADER:
            continue
        place = f"{where}:{number}"
        columns = [column.strip() for column in line.split("\t")]
        if len(columns) < 3:
            raise InputError(
                f"{len(columns)} columns, at least 3 are wanted",
                where=place,
                hint=f"part them by tabs: {_COLUMNS}",
            )
        source, target, message, severity = (*columns, "")[:4]
        if not source and not target:
            raise InputError("both patterns are empty", where=place, hint=_COLUMNS)
        forbidden = target.startswith("!") or not source
        pattern = Pattern(
            _compiled(source, place),
            _compiled(target.removeprefix("!"), place),
            forbidden,
            message or f"Rule of line {number}: {source} {target}".strip(),
        )
        check = check_of(pattern)
        rules.append(Rule(f"custom.{number}", check, _severity(severity, place), "Custom/Rule"))
    return tuple(rules)


def _compiled(text: str, where: str) -> re.Pattern[str] | None:
    try:
        return re.compile(text) if text else None
    except re.error as error:
        raise InputError(f"pattern {text!r}: {error}", where=where) from error


def _severity(text: str, where: str) -> Severity:
    for known in SEVERITIES:
        if text.lower() == known:
            return known
    if not text:
        return "warning"
    raise InputError(f"severity {text!r}", where=where, hint=f"known: {', '.join(SEVERITIES)}")
