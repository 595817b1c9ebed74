"""How often the number rules speak: on planted number changes, and on right pairs.

    python bench/quantities.py --data DIR [--show SET]

DIR holds ``qa/demetr-dev.jsonl``, ``qa/mqm-ted.jsonl``, ``qa/mqm-news2021.jsonl``,
``academic`` and ``mac-dev``. (Not called numbers.py: that name would hide Python's own.)
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.model import Finding, Pair, Segment
from corpus.quantity_match import compare
from qa.checks.numbers import RULES
from qa.unit import unit_of

_ACCURACY = ("number", "mistranslation", "omission", "addition", "non_translation")


def findings(chinese: str, english: str) -> list[Finding]:
    source = (Segment(chinese, "zh", 0, 0, len(chinese), 1),)
    target = (Segment(english, "en", 0, 0, len(english), 1),)
    unit = unit_of(Pair(0, source, target, 1.0))
    return [finding for rule in RULES for finding in rule.findings(unit)]


def alarms(chinese: str, english: str) -> list[Finding]:
    return [finding for finding in findings(chinese, english) if finding.severity != "note"]


def lines(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def beads(folder: Path, english_first: bool) -> Iterator[tuple[str, str]]:
    """The 1-1 beads of a hand-aligned set, Chinese first."""
    for gold in sorted((folder / "gold").glob("*.align")):
        left = (folder / "src" / gold.stem).read_text(encoding="utf-8").splitlines()
        right = (folder / "tgt" / gold.stem).read_text(encoding="utf-8").splitlines()
        for line in gold.read_text(encoding="utf-8").splitlines():
            first, second = (json.loads(part) for part in line.split(":")[:2])
            if len(first) == len(second) == 1:
                pair = (left[first[0]].strip(), right[second[0]].strip())
                yield pair[::-1] if english_first else pair


def right_sets(data: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    rows = list(lines(data / "qa" / "demetr-dev.jsonl"))
    yield "demetr good", sorted({(str(row["zh"]), str(row["good"])) for row in rows})
    yield "demetr reference", sorted({(str(row["zh"]), str(row["reference"])) for row in rows})
    for name in ("mqm-news2021", "mqm-ted"):
        pairs = set()
        for row in lines(data / "qa" / f"{name}.jsonl"):
            label = row["label"]
            assert isinstance(label, dict)
            if all(label[kind] == "none" for kind in _ACCURACY):
                pairs.add((str(row["zh"]), str(row["en"])))
        yield name, sorted(pairs)
    yield "academic", list(beads(data / "academic", english_first=True))
    yield "mac-dev", list(beads(data / "mac-dev", english_first=False))


def show(pair: tuple[str, str], found: Iterable[Finding]) -> None:
    print(f"{pair[0]}\n{pair[1]}")
    for finding in found:
        print(f"    {finding.severity} {finding.rule}: {finding.message}")


def planted(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, tuple[str, str]]]:
    """Right pairs with one English number changed or removed, and its Chinese partner's weight."""
    for chinese, english in pairs:
        for c, e in compare(chinese, english).matched:
            if "silent" in (c.weight, e.weight):
                continue
            before, after = english[: e.start], english[e.end :]
            if wrong := another(e.text):
                yield "changed", c.weight, (chinese, before + wrong + after)
            for how, wrong in (("magnitude", magnitude(e.text)), ("unit", other_unit(e.text))):
                if wrong:
                    yield how, c.weight, (chinese, before + wrong + after)
            yield "removed", c.weight, (chinese, before + after)
        if end := _PLACE.search(english):
            yield "added", "-", (chinese, english[: end.start()] + " in 2037" + end.group())
            yield "added", "-", (chinese, english[: end.start()] + " by 640 people" + end.group())


#: Where a phrase can be added: before the last full stop.
_PLACE = re.compile(r"\.$")
_SCALES = {"thousand": "million", "million": "billion", "billion": "million",
           "trillion": "billion", "hundred": "thousand"}
_UNITS = {"yuan": "dollars", "dollars": "yuan", "percent": "basis points", "kilometers": "miles",
          "kilometres": "miles", "km": "miles", "meters": "feet", "metres": "feet",
          "years": "months", "months": "years", "days": "weeks", "hours": "days",
          "tons": "kilograms", "hectares": "square kilometers", "euros": "yuan"}


def magnitude(text: str) -> str:
    """The number with its magnitude changed by word, or ten times as much."""
    for word, wrong in _SCALES.items():
        if word in text:
            return text.replace(word, wrong)
    found = re.search(r"\d{2,}$", text)
    plain = found and not re.search(r"[.:hH]", text) and len(found.group()) != 4
    return f"{text}0" if plain else ""


def other_unit(text: str) -> str:
    """The amount in another unit."""
    for word, wrong in _UNITS.items():
        if re.search(rf"\b{word}\b", text):
            return re.sub(rf"\b{word}\b", wrong, text)
    return ""


_WORDS = "two three four five six seven eight nine ten eleven twelve twenty thirty".split()


def another(text: str) -> str:
    """The number with its last significant digit or its word changed; empty if it has none."""
    digits = [place for place, sign in enumerate(text) if sign in "123456789"]
    if digits:
        place = digits[-1]
        return f"{text[:place]}{int(text[place]) % 9 + 1}{text[place + 1:]}"
    words = text.split("-")[0].split(" ")[0]
    if words.lower() in _WORDS:
        following = _WORDS[(_WORDS.index(words.lower()) + 3) % len(_WORDS)]
        return following + text[len(words):]
    return ""


_CHANGED = ("number.changed", "date.mismatch", "unit.mismatch")
#: What a planted error should be called.
_RULES_OF = {"changed": _CHANGED, "magnitude": _CHANGED, "unit": _CHANGED,
             "removed": ("number.missing",), "added": ("number.extra",)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", default="", help="print every alarm of this set")
    options = parser.parse_args()
    print(f"{'set':<22}{'pairs':>7}{'alarms':>8}{'errors':>8}{'notes':>8}{'pairs/s':>9}")
    for name, pairs in right_sets(options.data):
        loud = errors = notes = 0
        began = time.perf_counter()
        for pair in pairs:
            found = findings(*pair)
            severities = {finding.severity for finding in found}
            errors += "error" in severities
            loud += bool(severities & {"error", "warning"})
            notes += severities == {"note"}
            if options.show == name and severities - {"note"}:
                show(pair, found)
        took = time.perf_counter() - began
        count = len(pairs)
        print(f"{name:<22}{count:>7}{loud / count:>8.2%}{errors / count:>8.2%}"
              f"{notes / count:>8.2%}{count / took:>9.0f}")
    print(f"{'one number':<22}{'':>10}{'weight':>7}{'pairs':>9}{'found':>8}{'as such':>8}")
    for name, pairs in right_sets(options.data):
        tried: Counter[tuple[str, str]] = Counter()
        found_by: Counter[tuple[str, str]] = Counter()
        named: Counter[tuple[str, str]] = Counter()
        for how, weight, pair in planted(pairs):
            tried[how, weight] += 1
            if loud := alarms(*pair):
                found_by[how, weight] += 1
                named[how, weight] += any(one.rule in _RULES_OF[how] for one in loud)
            if options.show == f"{how} {name}" and (
                not any(one.rule in _RULES_OF[how] for one in loud)
            ):
                show(pair, findings(*pair))
        for (how, weight), count in sorted(tried.items()):
            share, told = found_by[how, weight] / count, named[how, weight] / count
            print(f"{name:<22}{how:>10}{weight:>7}{count:>9}{share:>8.1%}{told:>8.1%}")
    changed = [
        row for row in lines(options.data / "qa" / "demetr-dev.jsonl")
        if row["phenomenon"] == "critical_id10_numbers_replaced"
    ]
    hits = 0
    for row in changed:
        chinese, good, bad = (str(row[key]) for key in ("zh", "good", "bad"))
        hit = len(alarms(chinese, bad)) > len(alarms(chinese, good))
        hits += hit
        if options.show == "planted" and not hit:
            show((chinese, bad), findings(chinese, bad))
    print(f"{'demetr changes':<22}{len(changed):>7}{hits / len(changed):>8.2%} found")


if __name__ == "__main__":
    main()
