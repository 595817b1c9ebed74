"""Prove the exchange formats in the programs that read them: see ``run`` beside this file."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.acceptance import (
    libreoffice,
    memory,
    omegat,
    perl,
    round_trips,
    schemas,
    termbases,
    toolkit,
)
from tests.acceptance.check import Check
from tests.acceptance.material import Memory, hand_made, of_seeds


def every(memories: list[Memory], corpus: Path, work: Path, python: Path) -> Iterator[Check]:
    """All clients in turn."""
    yield from schemas.checks(memories, work)
    yield from omegat.checks(memories, work)
    yield from toolkit.checks(memories, work, python)
    yield from termbases.checks(work, python)
    yield from perl.checks(memories, work)
    yield from libreoffice.checks(memories[0], work)
    yield from round_trips.checks(corpus, work)
    yield from _million(work)


def _million(work: Path) -> Iterator[Check]:
    # in a process of its own: what was loaded before counts in its peak
    done = subprocess.run(
        [sys.executable, "-m", "tests.acceptance.memory", str(work)], capture_output=True, text=True
    )
    if done.returncode:
        yield Check("memory", "", "a million units", memory.UNITS, 0, done.stderr[-300:])
        return
    count, peak, told = done.stdout.strip().split(" ", 2)
    yield Check("memory", "", "a million units written and read", memory.UNITS, int(count))
    over = max(0, int(peak) - memory.MEGABYTES)
    yield Check("memory", "", f"megabytes above {memory.MEGABYTES}", 0, over, told)
    print(f"    {told}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.acceptance", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=Path("build/corpus"),
                        help="memories that make corpus wrote")  # fmt: skip
    parser.add_argument("--work", type=Path, default=Path("build/acceptance"))
    parser.add_argument("--toolkit", type=Path, required=True, metavar="PYTHON",
                        help="an interpreter that has translate-toolkit")  # fmt: skip
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    memories = [hand_made(), *of_seeds(arguments.corpus)]
    failed = 0
    for check in every(memories, arguments.corpus, arguments.work, arguments.toolkit):
        print(check, flush=True)
        failed += not check.passed
    print(f"{failed} checks failed" if failed else "every client read everything")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
