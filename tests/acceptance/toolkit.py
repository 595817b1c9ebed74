"""translate-toolkit, in a virtual environment of its own."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.tmx import write_tmx
from corpus.xliff_write import write_xliff12, write_xliff20
from tests.acceptance.check import Check, same
from tests.acceptance.material import Memory, judged

#: Runs in the other environment: its version, then the units of a file as JSON.
_SCRIPT = """
import json, sys
from translate.__version__ import sver
from translate.storage import tmx, xliff
kind, path = sys.argv[1:]
if kind == "tmx":
    with open(path, "rb") as stream:
        store = tmx.tmxfile(stream, "zh-CN", "en-US")
else:
    from translate.storage import factory
    if kind == "xliff2":
        from translate.storage import xliff2
        store = xliff2.Xliff2File.parsefile(path)
    else:
        store = xliff.xlifffile.parsefile(path)
units = [(unit.source, unit.target) for unit in store.units if not unit.isheader()]
print(json.dumps([sver, units]))
"""


def checks(memories: Sequence[Memory], work: Path, python: Path) -> Iterator[Check]:
    """The same units, text by text."""
    writers = (
        ("tmx", "tmx", write_tmx), ("xliff", "xlf", write_xliff12), ("xliff2", "xlf", write_xliff20)
    )
    for memory in memories:
        for kind, suffix, write in writers:
            path = work / f"toolkit-{kind}.{suffix}"
            with path.open("wb") as stream:
                write(stream, judged(memory.pairs))
            done = subprocess.run(
                [python, "-c", _SCRIPT, kind, path], capture_output=True, text=True, timeout=300
            )
            what = f"{memory.name}: {kind} units"
            if done.returncode:
                first = done.stderr.strip().splitlines()[-1]
                yield Check("translate-toolkit", "?", what, len(memory.units), 0, first)
                continue
            version, units = json.loads(done.stdout)
            found = [tuple(unit) for unit in units]
            yield same("translate-toolkit", version, what, memory.units, found)
