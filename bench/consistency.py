"""Seconds and memory of ``duiyi consistency`` over 10,000, 100,000 and 1,000,000 pairs.

    python -m bench.consistency [PAIRS ...] [--work DIR] [--parquet]

The pairs are those of ``bench/made_batch.py``. Memory is that of all processes of the run
together, each page that they share counted once; CPU seconds are those of all of them, so that
half of it is what two idle cores would need at the least.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.made_batch import batch

SIZES = (10_000, 100_000, 1_000_000)
#: Seconds between two looks at the memory of the processes.
_PAUSE = 0.5


def measure(paths: Sequence[str], out: Path, *more: str) -> dict[str, object]:
    """Run the command in a process of its own, and say what it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    command = [sys.executable, "-m", "cli.main", "consistency", *paths, "-o", str(out), *more]
    with open(out.with_suffix(".txt"), "w+", encoding="utf-8") as said:
        running = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)
        peak = 0
        while running.poll() is None:
            peak = max(peak, sum(map(_share_of_memory, _tree(running.pid))))
            time.sleep(_PAUSE)
        said.seek(0)
        told = said.read()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "seconds": round(time.perf_counter() - started, 1), "cpu_seconds": round(spent, 1),
        "peak_mb": peak // 1024, "cores": os.cpu_count(), "load": round(os.getloadavg()[0], 1),
        "exit": running.returncode, "said": told,
    }  # fmt: skip


def _tree(process: int) -> Iterator[int]:
    """A process and all that it started."""
    yield process
    for tasks in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = tasks.read_text().split()
        except OSError:
            continue  # it has just ended
        for child in children:
            yield from _tree(int(child))


def _share_of_memory(process: int) -> int:
    """Kilobytes of memory, of shared pages its part."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def main() -> None:
    """Measure the sizes named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--work", type=Path, default=Path("build/bench-consistency"))
    parser.add_argument("--parquet", action="store_true", help="again, on a folder of Parquet")
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    for count in sorted(arguments.pairs):
        table = arguments.work / f"{count}.tsv"
        with open(table, "w", encoding="utf-8") as stream:
            stream.write("doc\tsource\ttarget\n")
            stream.writelines("\t".join(pair) + "\n" for pair in batch(count))
        parquet = arguments.work / f"parquet-{count}"
        more = ["--export-parquet", str(parquet)] if arguments.parquet else []
        _tell(count, "table", measure([str(table)], arguments.work / f"out-{count}", *more))
        if arguments.parquet:
            out = arguments.work / f"out-parquet-{count}"
            _tell(count, "parquet", measure([str(parquet)], out))


def _tell(count: int, what: str, took: dict[str, object]) -> None:
    print(json.dumps({"pairs": count, "input": what, **took}, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
