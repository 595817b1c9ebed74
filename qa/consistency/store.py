"""The pairs of a batch as a folder of Parquet files, and an engine that groups them out of core.

DuckDB reads the files, spills to disk above its bound of memory, and runs the same queries
over Parquet files that another run wrote (``duiyi consistency --export-parquet``).
"""

from __future__ import annotations

import csv
import io
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from corpus.errors import InputError
from qa.consistency.keys import folded, masked, sketch, telling

#: What DuckDB may hold; above it, it writes to the work folder. Python's own part of a run
#: over a million pairs comes on top.
MEMORY_LIMIT = "900MB"
THREADS = 2

#: Pairs that are keyed at a time, and such chunks in one Parquet file.
CHUNK = 5_000
CHUNKS_A_FILE = 10
#: Chunks from which they are keyed in processes of their own, and how many wait at a time.
BESIDE = 10
_WAITING = 2 * THREADS

#: Folder inside the work folder for a second process that looks into the same files.
SECOND = "second"

#: Pairs in one row group: a scan holds one a thread, and some queries scan four times at once.
ROWS_A_GROUP = 10_000

#: Raised when keys change: files with other keys are keyed anew.
KEYS_VERSION = 1

_COLUMNS = (
    ("number", "BIGINT"), ("doc", "VARCHAR"), ("place", "BIGINT"), ("line", "BIGINT"),
    ("source", "VARCHAR"), ("target", "VARCHAR"),
    ("source_key", "VARCHAR"), ("target_key", "VARCHAR"),
    ("source_mask", "VARCHAR"), ("target_mask", "VARCHAR"),
    ("source_sketch", "VARCHAR"), ("target_sketch", "VARCHAR"),
    ("keys_version", "INTEGER"),
)  # fmt: skip


class Text(NamedTuple):
    """A pair as it comes in."""

    doc: str
    place: int
    line: int
    source: str
    target: str


class Store:
    """The pairs of one run, in ``folder``; closed and emptied by the ``with`` statement.

    With ``files``, it looks into the files of another one and leaves them where they are.
    """

    def __init__(self, folder: Path, files: Sequence[Path] = ()) -> None:
        import duckdb

        self.folder = folder
        self.files: list[Path] = list(files)
        self._clear()
        folder.mkdir(parents=True, exist_ok=True)
        self._engine = duckdb.connect(
            str(folder / "engine.duckdb"),
            config={
                "memory_limit": MEMORY_LIMIT,
                "threads": THREADS,
                "temp_directory": str(folder / "spill"),
                "preserve_insertion_order": False,
                # nothing is fetched, nothing is installed
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
            },
        )
        self.pairs = 0
        self.documents = 0
        if files:
            self._look()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._engine.close()
        self._clear()

    def load(self, pairs: Iterable[Text], parquet: Sequence[Path] = ()) -> None:
        """Key the pairs, and those of Parquet files, and lay them down."""
        waiting: list[str] = []
        for rows in _in_order(_chunks(self._all(pairs, parquet))):
            waiting.append(rows)
            if len(waiting) == CHUNKS_A_FILE:
                self._lay(waiting)
                waiting = []
        if waiting or not self.files:
            self._lay(waiting)
        self._look()

    def _look(self) -> None:
        names = ", ".join(_quoted(str(path)) for path in self.files)
        self._engine.execute(f"CREATE VIEW pairs AS SELECT * FROM read_parquet([{names}])")
        counted = self.one("SELECT count(*), count(DISTINCT doc) FROM pairs")
        self.pairs, self.documents = counted

    def _all(self, pairs: Iterable[Text], parquet: Sequence[Path]) -> Iterator[Text]:
        yield from pairs
        for path in parquet:
            yield from self._parquet(path)

    def _parquet(self, path: Path) -> Iterator[Text]:
        import duckdb

        try:
            held = self._engine.execute(
                f"DESCRIBE SELECT * FROM read_parquet({_quoted(str(path))})"
            ).fetchall()
            names = {name for name, *_ in held}
            if not {"source", "target"} <= names:
                raise InputError("no columns source and target", where=str(path))
            doc = "doc" if "doc" in names else _quoted(path.stem)
            place = next((name for name in ("place", "index") if name in names), "file_row_number")
            line = "line" if "line" in names else "0"
            order = "number" if "number" in names else "file_row_number"
            query = (
                f"SELECT coalesce({doc}, ''), \"{place}\", {line}, coalesce(source, ''),"
                f" coalesce(target, '') FROM read_parquet({_quoted(str(path))},"
                f" file_row_number=true) ORDER BY {order}"
            )
            reader = self._engine.cursor().execute(query)
            while rows := reader.fetchmany(10_000):
                for row in rows:
                    yield Text(str(row[0]), int(row[1]), int(row[2]), str(row[3]), str(row[4]))
        except (duckdb.Error, TypeError, ValueError) as error:
            reason = str(error).splitlines()[0]
            raise InputError(f"not a Parquet file of pairs: {reason}", where=str(path)) from error

    def _lay(self, chunks: Sequence[str]) -> None:
        path = self.folder / f"pairs-{len(self.files):05}.parquet"
        chunk = self.folder / "chunk.csv"
        with open(chunk, "w", encoding="utf-8", errors="replace", newline="") as stream:
            stream.writelines(chunks)
        columns = ", ".join(f"'{name}': '{kind}'" for name, kind in _COLUMNS)
        self._engine.execute(
            f"COPY (SELECT * FROM read_csv({_quoted(str(chunk))}, header=false, delim=',',"
            f" quote='\"', escape='\"', nullstr='\\N', new_line='\\n', auto_detect=false,"
            f" strict_mode=true, max_line_size=20000000, columns={{{columns}}}) ORDER BY number)"
            f" TO {_quoted(str(path))} (FORMAT parquet, COMPRESSION zstd,"
            f" ROW_GROUP_SIZE {ROWS_A_GROUP})"
        )
        chunk.unlink()
        self.files.append(path)

    def export(self, folder: Path) -> list[Path]:
        """Move nothing, copy the Parquet files for other runs and other programs to read."""
        from corpus.files import replacing

        made = []
        for number, path in enumerate(self.files):
            name = folder / f"pairs-{number:05}.parquet"
            with replacing(name) as stream:
                stream.write(path.read_bytes())
            made.append(name)
        return made

    def run(self, query: str, *parameters: Any) -> None:
        """Run a statement that gives no rows."""
        self._engine.execute(query, parameters)

    def one(self, query: str, *parameters: Any) -> tuple[Any, ...]:
        """The one row of a query."""
        row = self._engine.execute(query, parameters).fetchone()
        assert row is not None
        return tuple(row)

    def rows(self, query: str, *parameters: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, some thousand in memory at a time."""
        reader = self._engine.cursor().execute(query, parameters)
        while some := reader.fetchmany(5_000):
            yield from some

    def in_order(self, columns: str, where: str = "true") -> Iterator[tuple[Any, ...]]:
        """Columns of all pairs by number: file by file, so that never all are sorted."""
        for path in self.files:
            yield from self.rows(
                f"SELECT {columns} FROM read_parquet({_quoted(str(path))})"
                f" WHERE {where} ORDER BY number"
            )

    def _clear(self) -> None:
        """Remove what this run, or one that was killed, laid down; nothing else."""
        for pattern in ("pairs-*.parquet", "*.csv", "**/engine.duckdb*", "**/spill/*"):
            for path in self.folder.glob(pattern):
                path.unlink(missing_ok=True)
        inside = (self.folder / SECOND / "spill", self.folder / SECOND, self.folder / "spill")
        for folder in (*inside, self.folder):
            if folder.is_dir() and not os.listdir(folder):
                folder.rmdir()


def _chunks(texts: Iterable[Text]) -> Iterator[tuple[int, list[Text]]]:
    """The texts in lists, each with the number of its first."""
    number = 0
    waiting = iter(texts)
    while some := list(islice(waiting, CHUNK)):
        yield number, some
        number += len(some)


def _in_order(chunks: Iterator[tuple[int, list[Text]]]) -> Iterator[str]:
    """Each chunk as rows of CSV, in order; in several processes once there are many."""
    first = list(islice(chunks, BESIDE))
    yield from (laid(*chunk) for chunk in first)
    if len(first) < BESIDE:
        return
    with ProcessPoolExecutor(THREADS, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[str]] = deque()
        for chunk in chunks:
            waiting.append(pool.submit(laid, *chunk))
            if len(waiting) > _WAITING:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def laid(number: int, texts: Sequence[Text]) -> str:
    """The texts with their keys as rows of CSV; ``number`` is that of the first."""
    made = io.StringIO()
    writer = csv.writer(made, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows(keyed(number + place, text) for place, text in enumerate(texts))
    return made.getvalue()


def keyed(number: int, text: Text) -> tuple[Any, ...]:
    """A row of the Parquet files: the pair with its keys."""
    keys = []
    for side in (text.source, text.target):
        key = folded(side)
        mask = masked(key)
        if not telling(mask):
            # figures alone, or a letter: nothing to compare
            key = mask = ""
        keys.append((key, mask, " ".join(map(str, sketch(mask)))))
    (source_key, source_mask, source_sketch), (target_key, target_mask, target_sketch) = keys
    return (
        number, text.doc, text.place, text.line, text.source, text.target,
        source_key, target_key, source_mask, target_mask, source_sketch, target_sketch,
        KEYS_VERSION,
    )  # fmt: skip


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
