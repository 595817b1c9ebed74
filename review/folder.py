"""The folder of results under review: its documents, each read when it is first looked at."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import InputError
from qa.summary import DocumentSummary, from_json
from review.dismissed import IgnoreFile
from review.document import PAIRS, Document
from review.ledger import SUFFIX

SUMMARY = "summary.json"


class Folder:
    """What ``duiyi align`` left, and the documents of it that somebody has opened."""

    def __init__(self, path: Path, ignored: IgnoreFile) -> None:
        self.path = path
        self.ignored = ignored
        self.summaries = read_summaries(path)
        self._lock = threading.Lock()
        self._open: dict[int, Document] = {}

    def document(self, number: int) -> Document | None:
        """The document of that number (from 1, as the page lists them); None without pairs."""
        if not 1 <= number <= len(self.summaries) or not self.reviewable(number):
            return None
        with self._lock:
            if number not in self._open:
                summary = self.summaries[number - 1]
                made = self._open[number] = Document(self.path, summary, self.ignored)
                if made.ledger.torn:
                    print(
                        f"duiyi: {made.ledger.path.name}: its last line was cut off before it"
                        " was saved, and is left out",
                        file=sys.stderr,
                    )
            return self._open[number]

    def reviewable(self, number: int) -> bool:
        """Whether there is anything to decide about in a document."""
        return self.summaries[number - 1].pairs > 0

    def begun_documents(self) -> Iterator[Document]:
        """The documents that somebody has decided about, now or earlier."""
        for number in range(1, len(self.summaries) + 1):
            found = self.document(number) if self.begun(number) else None
            if found is not None:
                yield found

    def begun(self, number: int) -> bool:
        """Whether somebody has decided about it, now or earlier."""
        name = self.summaries[number - 1].name
        return number in self._open or (self.path / f"{name}{SUFFIX}").exists()

    def open_documents(self) -> list[Document]:
        """The documents that were read."""
        with self._lock:
            return list(self._open.values())


def read_summaries(path: Path) -> list[DocumentSummary]:
    """The documents of a run; InputError if ``path`` is no folder of results."""
    hint = "duiyi align FILE -o FOLDER makes one"
    try:
        told = json.loads((path / SUMMARY).read_text(encoding="utf-8"))
        summaries = [from_json(entry) for entry in told["documents"]]
    except OSError as error:
        raise InputError("no results of duiyi align here", where=str(path), hint=hint) from error
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            "not a summary of duiyi align", where=str(path / SUMMARY), hint=hint
        ) from error
    return [one for one in summaries if one.status == "failed" or _inside(path, one.name)]


def _inside(folder: Path, name: str) -> bool:
    """Whether a document's files lie in the folder itself, whatever its summary claims."""
    file = folder / f"{name}{PAIRS}"
    return bool(name) and file.resolve().parent == folder.resolve()
