"""Writing files so that a reader never sees half of one."""

from __future__ import annotations

import errno
import os
import stat
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
    A link stays one, and a pipe or a device (/dev/null) is written to, not replaced.
    """
    temporary, named = "", path
    try:
        path = Path(os.path.realpath(path))
        if _special(path):
            with open(path, "wb") as stream:
                yield stream
            return
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
            raise unwritable(error, named) from error
        raise


def unwritable(error: OSError, where: Path, what: str = "cannot write") -> OutputError:
    """A place that cannot be written to, as an error of ours; ``raise … from error``."""
    reason = error.strerror or str(error)
    if error.errno == errno.EEXIST:  # from making the folder
        reason = "there is a file where a folder is needed"
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    hint = "make room there, or write to another place" if full else "write to another place"
    return OutputError(f"{what}: {reason}", where=str(where), hint=hint)


def _special(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


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
