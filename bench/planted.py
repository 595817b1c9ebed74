"""How often name and negation rules see one planted error, on right pairs of each set.

    python bench/planted.py --data DIR [--show "HOW SET"] [--most 800]

Planted: negations as in ``negation_plants.py``, the first of each kind; a capitalised name
replaced by another or taken out (only names that the Chinese gives too). A pair on which the
rule speaks already is left out.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import negation_plants
import quantities
from checks import findings, right_pairs, unit

from corpus.model import Finding
from corpus.names import chinese_names
from corpus.renderings import rendered

#: Names put in the place of others, by what they look like.
_OTHERS = ("Petersen", "Montevideo", "Okafor", "Huang Jian", "Salzburg", "Kim Min-ji")


def negation_added(chinese: str, english: str) -> str:
    return next(negation_plants.added(english), "")


def negation_removed(chinese: str, english: str) -> str:
    return next(negation_plants.removed(english), "")


def prefix_removed(chinese: str, english: str) -> str:
    return next(negation_plants.prefix_removed(english), "")


def name_replaced(chinese: str, english: str) -> str:
    place = _name(chinese, english)
    other = random.Random(english).choice(_OTHERS)
    return english[: place[0]] + other + english[place[1] :] if place else ""


def name_removed(chinese: str, english: str) -> str:
    place = _name(chinese, english)
    return english[: place[0]].rstrip() + english[place[1] :] if place else ""


_AROUND = re.compile(r"(?:[A-Z][\w’-]*\s)*$")
_AFTER = re.compile(r"[\w-]*(?:\s[A-Z][\w-]*)*")


def _name(chinese: str, english: str) -> tuple[int, int] | None:
    """The first name that both sides have, with the capitalised words around it."""
    for name in chinese_names(chinese):
        place = rendered(name, english)
        if place and english[place[0]].isupper() and chinese.count(name.text) == 1:
            before = _AROUND.search(english[: place[0]])
            after = _AFTER.match(english, place[1])
            return (before.start() if before else place[0]), (after.end() if after else place[1])
    return None


KINDS: dict[str, tuple[str, Callable[[str, str], str]]] = {
    "negation added": ("negation.changed", negation_added),
    "negation removed": ("negation.changed", negation_removed),
    "hidden negation removed": ("negation.changed", prefix_removed),
    "name replaced": ("name.*", name_replaced),
    "name removed": ("name.*", name_removed),
}


def mixed(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs in an order that depends on nothing but them."""
    ordered = sorted(pairs)
    random.Random(1).shuffle(ordered)
    return ordered


def tried(
    how: str, pairs: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str, list[Finding]]]:
    """Each Chinese text with an English one that one error was planted in, and what is found.

    Pairs on which the rule speaks without an error are left out.
    """
    rule, plant = KINDS[how]
    for chinese, english in pairs:
        wrong = plant(chinese, english)
        if wrong and not findings(unit(chinese, english), rule):
            yield chinese, wrong, findings(unit(chinese, wrong), rule)


def by_preset(data: Path, most: int) -> None:
    """What the rules find and wrongly say at each preset, warnings and errors counted.

    Precision is for as many right pairs as wrong ones, one error in each wrong pair.
    """
    kinds = {**{how: KINDS[how] for how in KINDS if not how.startswith("hidden")},
             "number changed": ("number.* date.mismatch unit.mismatch", number_changed)}
    print("| planted | set | preset | right pairs called | found | precision |")
    print("|---|---|---|---|---|---|")
    for name, pairs in right_pairs(data):
        if name.startswith("demetr"):
            continue
        pairs = mixed(pairs)
        for how, (rule, plant) in kinds.items():
            right: list[set[str]] = []
            wrong: list[set[str]] = []
            for chinese, english in pairs:
                changed = plant(chinese, english)
                if changed:
                    right.append(severities(chinese, english, rule))
                    wrong.append(severities(chinese, changed, rule))
                if len(wrong) >= most:
                    break
            for preset, heard in PRESETS.items():
                called = sum(bool(own & heard) for own in right) / max(1, len(right))
                found = sum(bool(own & heard) for own in wrong) / max(1, len(wrong))
                precision = found / (found + called) if found else 0.0
                print(f"| {how} | {name} | {preset} | {called:.3f} | {found:.2f} "
                      f"| {precision:.2f} |", flush=True)


#: The severities that count at each preset: strict makes warnings of notes, and lenient drops
#: them, so that it differs from balanced in what is shown beside.
PRESETS = {"lenient, balanced": {"error", "warning"}, "strict": {"error", "warning", "note"}}


def severities(chinese: str, english: str, rules: str) -> set[str]:
    pair = unit(chinese, english)
    return {one.severity for rule in rules.split() for one in findings(pair, rule)}


def number_changed(chinese: str, english: str) -> str:
    for how, weight, (_, wrong) in quantities.planted([(chinese, english)]):
        if how == "changed" and weight != "soft":
            return wrong
    return ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", default="", help='misses of one kind: "name removed academic"')
    parser.add_argument("--most", type=int, default=800, help="pairs of a set and kind")
    parser.add_argument("--only", default="", help="kinds that begin so")
    parser.add_argument("--presets", action="store_true", help="a table by preset")
    options = parser.parse_args()
    if options.presets:
        by_preset(options.data, options.most)
        return
    print("| planted | set | pairs | found | with notes |\n|---|---|---|---|---|")
    for name, pairs in right_pairs(options.data):
        pairs = mixed(pairs)
        for how in KINDS:
            if not how.startswith(options.only):
                continue
            count = loud = quiet = 0
            for chinese, wrong, found in islice(tried(how, pairs), options.most):
                count += 1
                loud += any(one.severity != "note" for one in found)
                quiet += bool(found)
                if options.show == f"{how} {name}" and not found:
                    print(f"{chinese}\n{wrong}\n")
            if count:
                print(f"| {how} | {name} | {count} | {loud / count:.2f} | {quiet / count:.2f} |",
                      flush=True)


if __name__ == "__main__":
    main()
