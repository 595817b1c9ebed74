"""Writing files so that a reader never sees half of one."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from corpus.errors import OutputError

#: What ``open`` gives a new file; ``mkstemp`` alone would give 0600.
_NEW_FILE_MODE = 0o666
#: Temporary names, so that what a killed run left behind can be told from the user's files.
_PREFIX, _SUFFIX = ".duiyi-", ".part"


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Open ``path`` for writing under a temporary name; rename when all went well.

    Raises OutputError, naming the file and the system's reason, when the folder
    is not writable or the disk is full. On any error the old file stays as it was.
    """
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(_SUFFIX, _PREFIX, path.parent)
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, _NEW_FILE_MODE & ~_umask())
        os.replace(temporary, path)
    except BaseException as error:
        if temporary:
            with suppress(OSError):
                os.unlink(temporary)
        if isinstance(error, OSError):
            reason = error.strerror or str(error)
            raise OutputError(
                f"cannot write: {reason}", where=str(path), hint=way_out(error)
            ) from error
        raise


def way_out(error: OSError) -> str:
    """What to do about a place that cannot be written to."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return "make room there, or write to another place" if full else "write to another place"


def write_text(path: Path, text: str) -> None:
    """Write ``text`` as UTF-8 with line feeds, whole or not at all."""
    with replacing(path) as stream:
        stream.write(text.encode("utf-8"))


def remove_leftovers(folder: Path) -> None:
    """Delete the unfinished files that a killed run left in ``folder``.

    Only for who holds the folder's lock: another run's unfinished files look the same.
    """
    for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            path.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
