"""Sentences a second, memory, and the share of each stage, for growing documents.

    python bench/speed.py --data DIR [--sizes 1000,4000]

The documents are the hand-aligned texts of DIR one after the other, repeated as needed.
"""

from __future__ import annotations

import argparse
import platform
import resource
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

import numpy as np
from accuracy import gale_church, vecalign
from gold import Gold, read_sets
from threadpoolctl import threadpool_limits

from align.aligner import candidates, decode, posterior
from align.encoder import default_encoder
from align.evidence import evidence
from align.pieces import pieces
from align.reader import read_side
from align.weights import shipped

_STAGES = ("pieces", "reading", "candidates", "evidence", "ladders")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sizes", default="1000,4000")
    parser.add_argument("--others", action="store_true", help="the other systems as well")
    options = parser.parse_args()
    texts = list(read_sets(options.data))
    # dictionaries are read once a process
    stages(texts[0].chinese[:20], texts[0].english[:20])
    print("| sentences | seconds | pairs a second | peak MB |", " | ".join(_STAGES), "|")
    print("|---" * (len(_STAGES) + 4) + "|")
    for size in map(int, options.sizes.split(",")):
        text = _grown(texts, size)
        spent = stages(text.chinese, text.english)
        total = sum(spent)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        shares = " | ".join(f"{one / total:.0%}" for one in spent)
        print(
            f"| {len(text.chinese)} x {len(text.english)} | {total:.1f} |"
            f" {len(text.chinese) / total:.0f} | {peak:.0f} | {shares} |",
            flush=True,
        )
        if options.others:
            for name, system in (("Gale-Church", gale_church), ("Vecalign search", vecalign)):
                start = time.process_time()
                system(text)
                spent_there = time.process_time() - start
                print(f"| {name} | {spent_there:.1f} | {len(text.chinese) / spent_there:.0f} |")
    print(f"\nsignature: {default_encoder().name}, numpy {np.__version__},"
          f" python {platform.python_version()}, one thread")


def stages(chinese: Sequence[str], english: Sequence[str]) -> list[float]:
    """Seconds spent in each stage of aligning two sides (what ``align`` does)."""
    encoder = default_encoder()
    weights, _ = shipped()
    spent = dict.fromkeys(_STAGES, 0.0)
    last = time.process_time()

    def passed(stage: str) -> None:
        nonlocal last
        now = time.process_time()
        spent[stage] += now - last
        last = now

    with threadpool_limits(1, user_api="blas"):
        parts = pieces(chinese, english, encoder)
        passed("pieces")
        for (top, bottom), (left, right) in parts:
            sides = (
                read_side(chinese[top:bottom], encoder, chinese=True),
                read_side(english[left:right], encoder, chinese=False),
            )
            passed("reading")
            lattice = candidates(*sides)
            passed("candidates")
            columns = evidence(lattice, *sides)
            passed("evidence")
            decode(lattice, posterior(lattice, columns, *sides, weights))
            passed("ladders")
    return list(spent.values())


def _grown(texts: Sequence[Gold], size: int) -> Gold:
    """At least ``size`` Chinese sentences: whole texts, over and over."""
    chinese: list[str] = []
    english: list[str] = []
    for text in islice(cycle(texts), 10_000):
        if len(chinese) >= size:
            break
        chinese += text.chinese
        english += text.english
    return Gold(f"{len(chinese)}", tuple(chinese), tuple(english), ())


if __name__ == "__main__":
    main()
