"""Vectors kept from run to run: ``--cache DIR``.

One SQLite file a model, so that several processes may read and write at once and a broken
run leaves no half of a vector. The default encoder is not kept: the states of a sentence's
tokens take sixty kilobytes, for two milliseconds of computing.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from align.encoder import Encoder
from align.tokens import Vectors
from corpus.errors import OutputError

#: Raised when what is stored, or how, changes: older files are then left alone.
_VERSION = 1
#: Vectors a file holds, about: a million of 384 dimensions take 1.7 GB. Then the oldest
#: tenth goes.
MOST = 1_000_000
#: Seconds that a process waits for another one's writing.
_PATIENCE = 60
#: Keys asked for at once, below SQLite's limit.
_KEYS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class CachedEncoder:
    """An encoder that asks a folder first."""

    inner: Encoder
    folder: Path
    most: int = MOST

    @property
    def name(self) -> str:
        return self.inner.name

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The inner encoder's vectors, of each text computed once."""
        if not texts:
            return self.inner.encode(texts)
        keys = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest() for text in texts]
        with self._open() as store:
            found = _read(store, keys)
        missing = {key: text for key, text in zip(keys, texts) if key not in found}
        if missing:
            # outside of the file: what goes wrong with the model is not the cache's
            fresh = dict(zip(missing, self.inner.encode(list(missing.values()))))
            with self._open() as store:
                _write(store, fresh, self.most)
            found.update(fresh)
        return np.stack([found[key] for key in keys])

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        model = re.sub(r"[^\w.-]+", "_", self.name)[-60:]
        digest = hashlib.sha256(self.name.encode()).hexdigest()[:8]
        path = self.folder / f"{model}-{digest}.v{_VERSION}.sqlite"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            store = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
            try:
                store.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB UNIQUE, row BLOB)")
                yield store
            finally:
                store.close()
        except (OSError, sqlite3.Error) as error:
            raise OutputError(
                f"the cache cannot be used: {error}",
                where=str(path),
                hint="remove the file, or name another folder with --cache",
            ) from error


def _read(store: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
    found: dict[bytes, Vectors] = {}
    for start in range(0, len(keys), _KEYS_AT_ONCE):
        part = keys[start : start + _KEYS_AT_ONCE]
        marks = ",".join("?" * len(part))
        rows = store.execute(f"SELECT key, row FROM vectors WHERE key IN ({marks})", part)
        found.update((key, np.frombuffer(row, dtype="<f4")) for key, row in rows)
    return found


def _write(store: sqlite3.Connection, fresh: dict[bytes, Vectors], most: int) -> None:
    """All of them or none; where the file is full the first that came go."""
    store.execute("BEGIN IMMEDIATE")
    try:
        store.executemany(
            "INSERT OR IGNORE INTO vectors VALUES (?, ?)",
            ((key, row.astype("<f4").tobytes()) for key, row in fresh.items()),
        )
        first, last = store.execute("SELECT min(rowid), max(rowid) FROM vectors").fetchone()
        if last - first >= most:
            store.execute("DELETE FROM vectors WHERE rowid <= ?", (last - most + most // 10,))
        store.execute("COMMIT")
    except BaseException:
        store.execute("ROLLBACK")
        raise
