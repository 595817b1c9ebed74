"""Sentences a second, memory, and the share of each stage, beside other systems.

    python bench/speed.py --data DIR [--duiyi 1000,10000] [--vecalign 1000,4000]
                          [--gale-church 200,400,800]

A text of so many Chinese sentences is made of the hand-aligned novels of DIR (``gold.grown``
says how), and each system aligns it in a process of its own. Seconds are the processor's, one
thread. The Vecalign search is given our span vectors, so its share of embedding is ours. Each
system has sizes of its own: the time of Gale-Church (nltk, plain Python) grows by the square.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from gold import Bead, Gold, beads_of, grown, read_sets
from other_systems import gale_church, vecalign
from threadpoolctl import threadpool_limits

from align import aligner, pieces, reader
from align.encoder import UseEncoder, default_encoder

#: Function by function, where the time of an alignment goes.
_STAGES: tuple[tuple[Any, str, str], ...] = (
    (UseEncoder, "_read", "embedding"),
    (UseEncoder, "runs_from", "embedding"),
    (reader, "split_words", "words and marks"),
    (reader, "pooled", "words and marks"),
    (reader, "words_of", "words and marks"),
    (reader, "read_marks", "words and marks"),
    (pieces, "_last_meeting", "pieces"),
    (aligner, "candidates", "candidates"),
    (aligner, "evidence", "evidence"),
    (aligner, "posterior", "ladders"),
    (aligner, "decode", "ladders"),
)
_NAMES = tuple(dict.fromkeys(name for _, _, name in _STAGES))


def ours(text: Gold) -> set[Bead]:
    """What ``duiyi align --segmented`` does."""
    found = aligner.align(text.chinese, text.english, encoder=default_encoder())
    return beads_of([(bead.source, bead.target) for bead in found])


SYSTEMS: dict[str, Callable[[Gold], set[Bead]]] = {
    "duiyi": ours,
    "Vecalign search (sentweave) on our vectors": vecalign,
    "Gale-Church (nltk)": gale_church,
}
#: Seconds of the processor after which a system is stopped and the next one runs: 30,000
#: sentences take duiyi 270.
_PATIENCE = 600


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--duiyi", default="1000,10000", help="sizes for duiyi")
    parser.add_argument("--vecalign", default="1000,4000", help="sizes for the Vecalign search")
    parser.add_argument("--gale-church", default="200,400,800", help="sizes for Gale-Church")
    parser.add_argument("--one", nargs=2, metavar=("SYSTEM", "SIZE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        resource.setrlimit(resource.RLIMIT_CPU, (_PATIENCE, _PATIENCE + 1))
        print(json.dumps(measured(options.one[0], options.data, int(options.one[1]))))
        return
    print("| system | sentences | seconds | sentences a second | peak MB | strict F1 |",
          " | ".join(_NAMES), "|")  # fmt: skip
    print("|---" * (6 + len(_NAMES)) + "|")
    for system, sizes in zip(SYSTEMS, (options.duiyi, options.vecalign, options.gale_church)):
        for size in filter(None, sizes.split(",")):
            _row(system, options.data, size)
    print(
        f"\nsignature: {default_encoder().name}, numpy {np.__version__},"
        f" python {platform.python_version()}, one thread, processor time"
    )


def _row(system: str, data: Path, size: str) -> None:
    command = [sys.executable, __file__, "--data", str(data), "--one", system, size]
    try:
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    except subprocess.CalledProcessError as error:
        ended = error.returncode == -signal.SIGXCPU
        why = f"not done after {_PATIENCE} s" if ended else f"ended with {error.returncode}"
        print(f"| {system} | {size} | {why} |", flush=True)
        return
    found = json.loads(done.stdout.splitlines()[-1])
    seconds, count = found["seconds"], sum(found["sentences"])
    stages = [
        f"{found['stages'][name] / seconds:.0%}" if found["stages"].get(name) else ""
        for name in _NAMES
    ]
    cells = [
        system, " x ".join(f"{one:,}" for one in found["sentences"]), f"{seconds:.1f}",
        f"{count / seconds:.0f}", f"{found['peak']:.0f}", f"{found['f1']:.3f}", *stages,
    ]  # fmt: skip
    print("|", " | ".join(cells), "|", flush=True)


def measured(system: str, data: Path, size: int) -> dict[str, Any]:
    """One system on one text, in this process."""
    novels = [text for text in read_sets(data) if text.name.startswith("mac")]
    text = grown(novels, size)
    if system != "Gale-Church (nltk)":
        # dictionaries and weights are read once a process
        ours(Gold("", novels[0].chinese[:50], novels[0].english[:50], ()))
    spent = dict.fromkeys(_NAMES, 0.0)
    for owner, function, stage in _STAGES:
        setattr(owner, function, _timed(getattr(owner, function), spent, stage))
    start = time.process_time()
    with threadpool_limits(1):
        found = SYSTEMS[system](text)
    seconds = time.process_time() - start
    right = len(found & set(text.beads))
    return {
        "sentences": [len(text.chinese), len(text.english)],
        "seconds": seconds,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "f1": 2 * right / (len(found) + len(text.beads)),
        "stages": spent,
    }


def _timed(function: Callable[..., Any], spent: dict[str, float], stage: str) -> Any:
    def wrapper(*arguments: Any, **options: Any) -> Any:
        start = time.process_time()
        try:
            return function(*arguments, **options)
        finally:
            spent[stage] += time.process_time() - start

    return wrapper


if __name__ == "__main__":
    main()
