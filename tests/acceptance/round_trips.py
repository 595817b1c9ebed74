"""``duiyi convert`` from every document's pairs to each format, and back."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from corpus.formats import FORMATS
from tests.acceptance.check import Check, same


def checks(corpus: Path, work: Path) -> Iterator[Check]:
    """The texts of all pairs, in order; formats that cannot hold unpaired ones lose those only."""
    folder = work / "round-trips"
    folder.mkdir(parents=True, exist_ok=True)
    for lines in sorted(corpus.glob("*.pairs.jsonl")):
        name = lines.name.removesuffix(".pairs.jsonl")
        units = _units(lines)
        for one in FORMATS:
            there, back = folder / f"{name}{one.suffixes[0]}", folder / f"{name}.back.jsonl"
            for paths in ((lines, there), (there, back)):
                subprocess.run(
                    [sys.executable, "-m", "cli.main", "convert", *map(str, paths)],
                    check=True, capture_output=True,
                )  # fmt: skip
            expected, found = units, _units(back)
            if one.name == "tmx":
                expected = [unit for unit in units if all(unit)]
            elif one.name in ("xliff", "xliff2"):
                expected = [unit for unit in units if unit[0]]
            elif one.name == "xlsx":
                # sorted by how bad they are
                expected, found = sorted(units), sorted(found)
            what = f"{name}: pairs as {one.name} and back"
            yield same("duiyi convert", version("duiyi"), what, expected, found)


def _units(path: Path) -> list[tuple[str, str]]:
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    return [(record["source"], record["target"]) for record in records]
