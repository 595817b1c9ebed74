"""The ignore file that findings are dismissed into, read and written by the server."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from corpus.decisions import Dismissal
from corpus.errors import OutputError
from corpus.files import write_text
from corpus.model import Judgement
from qa.dismissals import COLUMNS, ignore_line, load, without


class IgnoreFile:
    """``duiyi-ignore.tsv`` as this review reads and writes it, for all its documents at once."""

    def __init__(self, path: Path, baseline: Path | None = None) -> None:
        self.path = path
        # documents have locks of their own, and this file is all theirs
        self._lock = threading.Lock()
        self._known = load(path if path.is_file() else None, baseline)

    @property
    def reasons(self) -> Mapping[str, str]:
        return self._known.reasons

    def heard(self, judgement: Judgement) -> Judgement:
        """The judgement without the findings that were dismissed."""
        return next(self._known.heard([judgement]))

    def add(self, dismissal: Dismissal) -> None:
        """Dismiss a finding, in the file first."""
        line = ignore_line(
            dismissal.fingerprint, dismissal.rule, dismissal.text, dismissal.reason
        )
        with self._lock:
            text = self._text() or "\t".join(COLUMNS) + "\n"
            end = "" if text.endswith("\n") else "\n"
            write_text(self.path, f"{text}{end}{line}\n")
            self._know({**self.reasons, dismissal.fingerprint: dismissal.reason})

    def remove(self, fingerprint: str) -> None:
        """Take a dismissal back."""
        with self._lock:
            write_text(self.path, without(self._text(), fingerprint))
            self._know({key: why for key, why in self.reasons.items() if key != fingerprint})

    def _know(self, reasons: Mapping[str, str]) -> None:
        self._known = replace(self._known, reasons=reasons)

    def _text(self) -> str:
        try:
            return self.path.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            return ""
        except OSError as error:
            reason = error.strerror or str(error)
            raise OutputError(f"cannot read: {reason}", where=str(self.path)) from error
