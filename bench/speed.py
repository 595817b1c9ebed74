"""Sentences a second, memory, and the share of each stage, beside other systems.

    python bench/speed.py --data DIR [--sentences 1000,4000] [--others 1000]

A text of so many Chinese sentences is made of the hand-aligned novels of DIR (``gold.grown``
says how), and each system aligns it in a process of its own. Seconds are the processor's, one
thread. The Vecalign search is given our span vectors, so its share of embedding is ours;
Gale-Church (nltk) and Vecalign run on the sizes of ``--others`` only.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from accuracy import gale_church, vecalign
from gold import Bead, Gold, beads_of, grown, read_sets
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
    "Gale-Church (nltk)": gale_church,
    "Vecalign search (sentweave) on our vectors": vecalign,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sentences", default="1000,4000")
    parser.add_argument("--others", default="1000", help="sizes for the other systems too")
    parser.add_argument("--one", choices=SYSTEMS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measured(options.one, options.data, int(options.sentences))))
        return
    print("| system | sentences | seconds | sentences a second | peak MB | strict F1 |",
          " | ".join(_NAMES), "|")  # fmt: skip
    print("|---" * (6 + len(_NAMES)) + "|")
    for size in options.sentences.split(","):
        for system in SYSTEMS:
            if system == "duiyi" or size in options.others.split(","):
                _row(system, options.data, size)
    print(
        f"\nsignature: {default_encoder().name}, numpy {np.__version__},"
        f" python {platform.python_version()}, one thread, processor time"
    )


def _row(system: str, data: Path, size: str) -> None:
    command = [sys.executable, __file__, "--data", str(data), "--sentences", size, "--one", system]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = json.loads(told.splitlines()[-1])
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
