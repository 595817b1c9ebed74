"""The file of a document's decisions: read whole, then only ever added to."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import IO

from corpus.decisions import Decision, read_decision
from corpus.errors import InputError, OutputError, unreadable

#: What a document's decisions are called, after its name.
SUFFIX = ".decisions.jsonl"


class Ledger:
    """The decisions about one document, on disk before anybody hears that they are saved."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._whole = 0
        #: a last line that was cut off when the program was killed; nobody heard it was saved
        self.torn = ""
        self.decisions = self._read()

    def add(self, decision: Decision) -> Decision:
        """Number a decision and write it; OutputError, and nothing added, if that fails."""
        last = max((one.number for one in self.decisions), default=0)
        numbered = replace(decision, number=last + 1)
        line = numbered.line().encode("utf-8") + b"\n"
        try:
            with open(self.path, "ab") as stream:
                # what a failed or killed writing left behind is no line
                stream.truncate(self._whole)
                stream.write(line)
                _to_disk(stream)
        except OSError as error:
            reason = error.strerror or str(error)
            raise OutputError(
                f"cannot write: {reason}", where=str(self.path), hint="nothing was decided"
            ) from error
        self._whole += len(line)
        self.torn = ""
        self.decisions.append(numbered)
        return numbered

    def _read(self) -> list[Decision]:
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise unreadable(error, self.path) from error
        self._whole = data.rfind(b"\n") + 1
        self.torn = data[self._whole :].decode("utf-8", "replace")
        try:
            lines = data[: self._whole].decode("utf-8").split("\n")
        except UnicodeDecodeError as error:
            raise InputError("not UTF-8", where=str(self.path)) from error
        return [
            read_decision(line, f"{self.path}:{number}")
            for number, line in enumerate(lines, start=1)
            if line.strip()
        ]


def _to_disk(stream: IO[bytes]) -> None:
    stream.flush()
    os.fsync(stream.fileno())
