"""A million units through the TMX writer and reader, and what that costs in memory."""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from corpus.model import Pair, Segment
from corpus.tmx import read_tmx, write_tmx

UNITS = 1_000_000
#: The bound of the issue, for the whole process.
MEGABYTES = 200


def pairs(count: int) -> Iterator[Pair]:
    """Sentences of usual length, all different."""
    for index in range(count):
        source = f"第{index}届会议通过了关于知识产权与可持续发展的决议，并请秘书处提交报告。"
        target = f"Session {index} adopted a resolution on intellectual property and development."
        yield Pair(
            index,
            (Segment(source, "zh", index, 0, len(source), index),),
            (Segment(target, "en", index, 0, len(target), index),),
            0.9,
        )


def peak() -> int:
    """The largest memory of this process so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def main(folder: str) -> None:
    path = Path(tempfile.mkdtemp(dir=folder)) / "million.tmx"
    begun = time.monotonic()
    with path.open("wb") as stream:
        write_tmx(stream, pairs(UNITS))
    written = time.monotonic()
    size, after_writing = path.stat().st_size >> 20, peak()
    with path.open("rb") as stream:
        count = sum(1 for _ in read_tmx(stream, str(path)))
    read = time.monotonic()
    path.unlink()
    path.parent.rmdir()
    print(
        count, max(after_writing, peak()),
        f"{size} MB of TMX; written in {written - begun:.0f} s with {after_writing} MB, "
        f"read in {read - written:.0f} s with {peak()} MB",
    )  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1])
