"""What the omission and addition rules find, and what they call wrongly, at each preset.

    python bench/omission.py --data DIR [--fast]

DIR is described in ``omission_sets.py``. This runs the weights as shipped, whole files at a
time, as ``duiyi check`` does. The cross-validated figures for the scores themselves are
printed by ``fit_omission.py``; both stand in ``RESULTS_QA.md``. (Not called qa.py: that name
would hide the package.)
"""

from __future__ import annotations

import argparse
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from omission_sets import ARTICLES, Sample, samples

from align.encoder import default_encoder
from corpus.model import Pair, Segment
from qa.checks.omission import ADDITION_LIMITS, CONTENT_LIMITS, addition, content
from qa.coverage import cover
from qa.unit import Unit, unit_of

_MACHINE = ("demetr clean", "news2021 clean", "ted clean")
_NOVELS = ("mac", "mac paragraphs")
_PARAGRAPHS = ("academic paragraphs", "news2021 paragraphs")
_GROUPS = {
    "articles": ARTICLES,
    "paragraphs among them": _PARAGRAPHS,
    "machine translation": _MACHINE,
    "novels": _NOVELS,
}
_PAIRS_A_FILE = 512


def units(found: Sequence[Sample], fast: bool) -> list[Unit]:
    """Every sample covered, in files of one set and kind of sample."""
    boxes: dict[str, list[int]] = defaultdict(list)
    for place, sample in enumerate(found):
        boxes[sample.set].append(place)
    covered: dict[int, Unit] = {}
    for places in boxes.values():
        for start in range(0, len(places), _PAIRS_A_FILE):
            part = places[start : start + _PAIRS_A_FILE]
            made = [_unit(found[place]) for place in part]
            covered.update(zip(part, cover(made, default_encoder(), fast=fast)))
    return [covered[place] for place in range(len(found))]


def _unit(sample: Sample) -> Unit:
    zh = (Segment(sample.chinese, "zh", 0, 0, len(sample.chinese), 1),)
    en = (Segment(sample.english, "en", 0, 0, len(sample.english), 1),)
    return unit_of(Pair(0, zh, en, 1.0))


def lines(found: Sequence[Sample], made: Sequence[Unit]) -> Iterator[tuple[str, list[str]]]:
    """(what is counted, its figure at each preset)."""
    called: dict[str, list[bool]] = {
        preset: [any(True for _ in content(limit)(unit)) for unit in made]
        for preset, limit in CONTENT_LIMITS.items()
    }
    added: dict[str, list[bool]] = {
        preset: [
            any(hit.severity == "warning" for hit in addition(limit)(unit)) for unit in made
        ]
        for preset, limit in ADDITION_LIMITS.items()
    }

    def share(name: str, table: dict[str, list[bool]], chosen: list[int]) -> tuple[str, list[str]]:
        figures = [
            f"{sum(table[preset][place] for place in chosen) / len(chosen):.3f}"
            for preset in table
        ]
        return f"{name} ({len(chosen)})", figures

    for group, sets in _GROUPS.items():
        right = _chosen(found, "right", sets)
        yield share(f"right pairs, {group}: called an omission", called, right)
        yield share(f"right pairs, {group}: called an addition", added, right)
    for cut in ("sentence", "clause", "phrase"):
        for group, sets in _GROUPS.items():
            for side, spoken in (("en", called), ("zh", added)):
                chosen = _chosen(found, f"{cut}-{side}", sets)
                what = "omission" if side == "en" else "addition"
                if chosen:
                    yield share(f"{cut} cut, {group}: found as {what}", spoken, chosen)
    yield from _named(found, made, called)
    for name in ("ted", "news2021"):
        human = [place for place, one in enumerate(found) if one.set == name]
        some = [place for place in human if found[place].omission]
        long = [place for place in some if found[place].long]
        none = [place for place in human if found[place].omission is False]
        yield share(f"{name}: omission by people, found", called, some)
        yield share(f"{name}: six or more characters, found", called, long)
        yield share(f"{name}: no omission by people, called", called, none)


def _chosen(found: Sequence[Sample], kind: str, sets: Sequence[str]) -> list[int]:
    return [place for place, one in enumerate(found) if one.kind == kind and one.set in sets]


def _named(
    found: Sequence[Sample], made: Sequence[Unit], called: dict[str, list[bool]]
) -> Iterator[tuple[str, list[str]]]:
    """How well the findings on sentences cut out name them."""
    heaviest, some, of_all = [], [], []
    for table in called.values():
        hits = [
            (_inside(made[place], found[place]), made[place])
            for place in _chosen(found, "sentence-en", ARTICLES + _MACHINE)
            if table[place]
        ]
        heaviest.append([inside[_heaviest(unit)] for inside, unit in hits])
        some.append([any(inside) for inside, _ in hits])
        of_all.append([one for inside, _ in hits for one in inside])
    for what, flags in (
        ("the finding's span lies in it, of those found", heaviest),
        ("some stretch that is listed lies in it, of those found", some),
        ("lies in it, of the stretches that are listed", of_all),
    ):
        yield f"sentence cut: {what}", [f"{sum(one) / max(1, len(one)):.3f}" for one in flags]


def _heaviest(unit: Unit) -> int:
    gaps = unit.coverage.zh.gaps if unit.coverage else ()
    return max(range(len(gaps)), key=lambda number: gaps[number].weight)


def _inside(unit: Unit, sample: Sample) -> list[bool]:
    """For each stretch that is named whether it lies in what lost its counterpart."""
    lost = sample.lost.strip()
    start = unit.chinese.find(lost)
    gaps = unit.coverage.zh.gaps if unit.coverage else ()
    return [start <= gap.start and gap.end <= start + len(lost) + 1 for gap in gaps]


def signature(found: Sequence[Sample], fast: bool) -> str:
    """What the figures were made with."""
    data = files("qa") / "data"
    weights = b"".join(
        (data / f"{name}.json").read_bytes()
        for name in ("habits", "words", "lengths", "omission")
    )
    texts = "\n".join(f"{one.chinese}\t{one.english}" for one in found).encode()
    return (
        f"weights:{hashlib.sha256(weights).hexdigest()[:12]} | mode:{'fast' if fast else 'full'}"
        f" | encoder:{default_encoder().name} | samples:{len(found)}"
        f" | data:{hashlib.sha256(texts).hexdigest()[:12]}"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--fast", action="store_true", help="without the encoder")
    arguments = parser.parse_args()
    found = samples(arguments.data)
    made = units(found, arguments.fast)
    print(f"`{signature(found, arguments.fast)}`\n")
    print("| what (pairs) | lenient | balanced | strict |")
    print("|---|---|---|---|")
    for what, figures in lines(found, made):
        print(f"| {what} | {' | '.join(figures)} |")


if __name__ == "__main__":
    main()
