"""Exchange files on their way in: opened so that they can be read twice, their problems told."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from corpus.errors import UsageError, unreadable
from corpus.formats import Format
from corpus.problem import Problem, Report

#: Problems of one kind that are told one by one; after that only their number.
_TOLD = 20


def opened(name: str | Path, chosen: Format | None = None) -> IO[bytes]:
    """The bytes of a file as a stream that can be sought in; "-" is standard input.

    Raises InputError, naming the file and the system's reason, and UsageError for standard
    input in a format of several files.
    """
    if str(name) == "-" and chosen is not None and chosen.files is not None:
        raise UsageError(f"{chosen.name} is not read from standard input", hint="name a file")
    if str(name) == "-":
        return _spooled(sys.stdin.buffer)
    try:
        stream = open(name, "rb")
    except OSError as error:
        raise unreadable(error, name) from error
    if stream.seekable():
        return stream
    with stream:
        return _spooled(stream)


def _spooled(stream: IO[bytes]) -> IO[bytes]:
    """A pipe's bytes in a file of their own: some readers look at the whole before they begin."""
    copy = TemporaryFile()
    shutil.copyfileobj(stream, copy)
    copy.seek(0)
    return copy


class Told:
    """Says the first problems on stderr, one a line, and counts the rest."""

    def __init__(self, what: str) -> None:
        #: what happened to the units, for the line that counts the rest: "cannot be read"
        self.what = what
        self.count = 0

    def at(self, name: str) -> Report:
        """Where to report problems of the file called ``name``."""

        def tell(problem: Problem) -> None:
            self.count += 1
            if self.count <= _TOLD:
                say(f"{problem.at(name)}: {problem}")

        return tell

    def end(self) -> None:
        """Say how many were not told."""
        if self.count > _TOLD:
            say(f"{self.count - _TOLD} more {self.what}")


def say(line: str) -> None:
    """Talk: one line on stderr."""
    print(f"duiyi: {' '.join(line.split())}", file=sys.stderr)
