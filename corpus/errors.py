"""One root for every error that is the input's or the user's, not a bug of ours."""

from __future__ import annotations


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


class OutputError(DuiyiError):
    """A place that can't be written to."""


class UsageError(DuiyiError):
    """Options that do not go together or name nothing."""
