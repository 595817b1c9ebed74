"""One root for every error that is the input's or the user's, not a bug of ours."""

from __future__ import annotations

import errno
from pathlib import Path


class DuiyiError(Exception):
    """An expected failure, told in one line: what, where, and what to do next."""

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what, where, hint)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        line = f"{self.where}: {self.what}" if self.where else self.what
        line = f"{line} ({self.hint})" if self.hint else line
        return " ".join(line.split())


class InputError(DuiyiError):
    """A file that can't be read, decoded or understood."""


def unreadable(error: OSError, where: str | Path) -> InputError:
    """A file that the system does not give, as an error of ours; ``raise … from error``."""
    if error.errno == errno.ENOENT:
        return InputError("no such file", where=str(where), hint="check the path")
    hint = {
        errno.EISDIR: "name a file in it",
        errno.EACCES: "you may not read it: change its rights, or copy it",
    }.get(error.errno or 0, "")
    reason = error.strerror or str(error)
    return InputError(f"cannot be read: {reason}", where=str(where), hint=hint)


class OutputError(DuiyiError):
    """A place that can't be written to."""


class UsageError(DuiyiError):
    """Options that do not go together or name nothing."""
