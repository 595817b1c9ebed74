"""What a reader, a writer or an audit of an exchange file has to say of one unit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from corpus.errors import InputError


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one unit, row or header of a file, or changed on writing it."""

    #: stable name "group.name": "tmx.date", "text.removed"
    kind: str
    #: one sentence without its place: "no xml:lang on the second tuv"
    what: str
    #: 1-based unit or row; 0 if it is the file's header or the file as a whole
    unit: int = 0
    #: 1-based line of the file; 0 if unknown
    line: int = 0
    #: 1-based column; 0 if unknown
    column: int = 0

    def __str__(self) -> str:
        return f"unit {self.unit}: {self.what}" if self.unit else self.what

    def at(self, name: str) -> str:
        """The place as editors understand it: file:line:column, as far as it is known."""
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([name, *numbers])


#: Where problems go: a list's ``append`` to go on, ``refusing`` to stop at the first.
Report = Callable[[Problem], Any]


def refusing(name: str) -> Report:
    """A report that raises InputError at the first problem of the file called ``name``."""

    def refuse(problem: Problem) -> None:
        raise InputError(str(problem), where=problem.at(name))

    return refuse
