"""Seconds and memory of ``duiyi consistency`` over 10,000, 100,000 and 1,000,000 pairs.

    python bench/consistency.py [PAIRS ...] [--work DIR] [--seeds DIR]

The pairs are made of the sentences of the seeds' documents: numbers, names and clauses change,
a share of the translations is varied, so that every rule has something to find.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

SIZES = (10_000, 100_000, 1_000_000)

#: Of the pairs, how many are translated otherwise than usual, and how many come again as they are.
_VARIED, _AGAIN = 0.02, 0.2

_PEOPLE = (
    ("刘华", "Liu Hua"), ("张志成", "Zhang Zhicheng"), ("蔡鑫", "Cai Xin"), ("刘剑", "Liu Jian"),
    ("周光权", "Zhou Guangquan"), ("王楠", "Wang Nan"), ("沈长宇", "Shen Changyu"),
    ("陶凯元", "Tao Kaiyuan"), ("胡文辉", "Hu Wenhui"), ("秦艺菲", "Qin Yifei"),
)  # fmt: skip
_OPENINGS = (
    ("{0}在会上指出，", "{0} pointed out at the meeting: "),
    ("{0}表示，", "{0} said: "),
    ("据{0}介绍，", "According to {0}, "),
    ("{1}年{2}月，", "In month {2} of {1}, "),
    ("截至{1}年底，", "By the end of {1}, "),
    ("在第{2}届论坛上，", "At session {2} of the forum, "),
)
_OTHERWISE = (
    ("intellectual property", "IPR"), ("talent", "professionals"), ("WIPO", "the Organization"),
    ("Director General", "Department Head"), ("experts", "specialists"), ("training", "education"),
)  # fmt: skip


def pairs(
    count: int, sentences: Sequence[tuple[str, str]], seed: int = 5
) -> Iterator[tuple[str, str]]:
    """So many pairs, the same for the same arguments."""
    random = Random(seed)
    before: list[tuple[str, str]] = []
    for _ in range(count):
        if before and random.random() < _AGAIN:
            source, target = random.choice(before)
        else:
            source, target = _made(random, sentences)
            before.append((source, target))
            if len(before) > 20_000:
                before[random.randrange(20_000)] = before.pop()
        if random.random() < _VARIED:
            usual, other = random.choice(_OTHERWISE)
            target = target.replace(usual, other)
        yield source, target


def _made(random: Random, sentences: Sequence[tuple[str, str]]) -> tuple[str, str]:
    parts = [random.choice(sentences) for _ in range(random.choice((1, 1, 2)))]
    opening = random.choice(_OPENINGS)
    zh_name, en_name = random.choice(_PEOPLE)
    year, number = random.randrange(1990, 2026), random.randrange(1, 13)
    source = opening[0].format(zh_name, year, number) + "".join(zh for zh, _ in parts)
    target = opening[1].format(en_name, year, number) + " ".join(en for _, en in parts)
    figure = str(random.randrange(2, 100_000))
    return re.sub(r"\d{2,}", figure, source, count=1), re.sub(r"\d{2,}", figure, target, count=1)


def sentences_of(folder: Path) -> list[tuple[str, str]]:
    """The clauses of aligned results, cut at commas where both sides have as many."""
    found: list[tuple[str, str]] = []
    for path in sorted(folder.glob("*.pairs.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if record["source"] and record["target"] and record["score"] > 0.5:
                found.append((record["source"], record["target"]))
                zh = [part for part in re.split("(?<=[，。；,])", record["source"]) if part]
                en = [part for part in re.split(r"(?<=[,.;])\s", record["target"]) if part]
                if len(zh) == len(en):
                    found.extend(zip(zh, en))
    return found


def measure(count: int, sentences: Sequence[tuple[str, str]], work: Path) -> dict[str, object]:
    """Write the pairs, run the command in a process of its own, and say what it took."""
    table = work / f"{count}.tsv"
    with open(table, "w", encoding="utf-8") as stream:
        stream.write("source\ttarget\n")
        for source, target in pairs(count, sentences):
            stream.write(f"{source}\t{target}\n")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    out = str(work / f"out-{count}")
    command = [sys.executable, "-m", "cli.main", "consistency", str(table), "-o", out]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "pairs": count, "seconds": round(seconds, 1), "cpu_seconds": round(spent, 1),
        "peak_mb": after.ru_maxrss // 1024,
        "cores": os.cpu_count(), "exit": told.returncode, "said": told.stdout or told.stderr,
    }  # fmt: skip


def main() -> None:
    """Measure the sizes named, smallest first, since the peak is that of all children so far."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--work", type=Path, default=Path("build/bench-consistency"))
    parser.add_argument("--seeds", type=Path, default=Path("build/corpus"), help="aligned seeds")
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    found = sentences_of(arguments.seeds)
    for count in sorted(arguments.pairs):
        print(json.dumps(measure(count, found, arguments.work), ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
