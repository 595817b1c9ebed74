"""The output folder: made, locked against a second run, freed of a killed run's leftovers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import portalocker

from cli.records import FOLDER
from corpus.errors import OutputError
from corpus.files import remove_leftovers, unwritable

_LOCK = ".duiyi.lock"


@contextmanager
def occupied(
    folder: Path, hint: str = "wait for it, or choose another folder with -o"
) -> Iterator[None]:
    """Hold ``folder`` for this run or review alone; OutputError if it can't be had.

    ``hint`` says what to do while somebody else holds it. The lock is the system's: it goes
    with the process, however that ends.
    """
    lock = folder / _LOCK
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with open(lock, "a", encoding="utf-8") as held:
            try:
                portalocker.lock(held, portalocker.LOCK_EX | portalocker.LOCK_NB)
            except portalocker.exceptions.LockException as error:
                raise OutputError(
                    "another run or review is at work here", where=str(folder), hint=hint
                ) from error
            for place in (folder, folder / FOLDER):
                remove_leftovers(place)
            yield
    except OSError as error:
        raise unwritable(error, folder, "cannot write here") from error
