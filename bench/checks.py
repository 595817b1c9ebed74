"""How often each check speaks: on right pairs (false alarms) and on planted errors (hits).

    python bench/checks.py --data DATA [--show RULE]

Right pairs: DEMETR's good translations and references, MQM pairs without an accuracy error,
1-1 beads of the hand-aligned sets. Hits: DEMETR pairs where the bad translation has a finding
of the rule that the good one lacks.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from corpus.model import Finding, Pair, Segment
from qa.rules import RULES
from qa.unit import Unit, unit_of

#: DEMETR phenomenon to the rules that should see it.
MATCHING = {
    "critical_id8_negation": "negation.changed",
    "critical_id9_ne_replaced": "name.*",
    "critical_id25_ne_removed": "name.*",
    "critical_id4_codemix": "untranslated.residue",
    "critical_id10_numbers_replaced": "number.*",
    "minor_id1_repeat2": "format.repeat",
    "minor_id2_repeat4": "format.repeat",
    "minor_id28_final_punc_removed": "punctuation.end",
    "minor_id29_punc_addition": "punctuation.inside",
    "major_id19_question": "punctuation.end",
    "minor_id30_tokenized": "format.space",
    "minor_id31_full_lower": "format.capital",
    "minor_id32_first_lower": "format.capital",
    "base_id33_empty": "untranslated.empty",
    "base_id33_shuffle_trans": "name.*",
}

ACCURACY = ("omission", "addition", "number", "untranslated", "mistranslation")


def unit(chinese: str, english: str) -> Unit:
    zh, en = chinese.strip(), english.strip()
    source = (Segment(zh, "zh", 0, 0, len(zh), 1),)
    target = (Segment(en, "en", 0, 0, len(en), 1),)
    return unit_of(Pair(0, source, target, 1.0))


def demetr(data: Path) -> list[dict[str, str]]:
    text = (data / "qa" / "demetr-dev.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def right_pairs(data: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Sets of pairs that hold no error a check should see."""
    rows = demetr(data)
    yield "demetr good", sorted({(row["zh"], row["good"]) for row in rows})
    yield "demetr reference", sorted({(row["zh"], row["reference"]) for row in rows})
    for name in ("mqm-ted", "mqm-news2021"):
        pairs = set()
        for line in (data / "qa" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if all(row["label"][kind] == "none" for kind in (*ACCURACY, "terminology")):
                pairs.add((row["zh"], row["en"]))
        yield f"{name} clean", sorted(pairs)
    for name in ("academic", "mac-dev"):
        yield name, list(gold(data / name))


def gold(folder: Path) -> Iterator[tuple[str, str]]:
    """The 1-1 beads of a hand-aligned set, Chinese first."""
    for file in sorted((folder / "gold").glob("*.align")):
        source = (folder / "src" / file.stem).read_text(encoding="utf-8").splitlines()
        target = (folder / "tgt" / file.stem).read_text(encoding="utf-8").splitlines()
        english_first = "academic" in folder.name
        for line in file.read_text(encoding="utf-8").splitlines():
            left, right = (json.loads(part) for part in line.split(":")[:2])
            if len(left) == len(right) == 1:
                pair = (source[left[0]], target[right[0]])
                yield pair[::-1] if english_first else pair


def findings(pair: Unit, rules: str) -> list[Finding]:
    return [
        finding
        for rule in RULES
        if any(fnmatchcase(rule.id, one) for one in rules.split())
        for finding in rule.findings(pair)
    ]


def told_apart(row: dict[str, str], rules: str) -> bool:
    """Whether the bad translation of a row of DEMETR has more findings of the rules."""
    good, bad = (findings(unit(row["zh"], row[which]), rules) for which in ("good", "bad"))
    return len(bad) > len(good)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rule", default="*", help="only this rule, or group.*")
    parser.add_argument("--show", action="store_true", help="print alarms and misses")
    options = parser.parse_args()
    chosen = [
        rule for rule in RULES if options.rule in ("*", rule.id, rule.id.split(".")[0] + ".*")
    ]
    for name, pairs in right_pairs(options.data):
        print(f"{name}: {len(pairs)} pairs; loud (error, warning) and notes")
        for rule in chosen:
            loud = quiet = 0
            for chinese, english in pairs:
                found = rule.findings(unit(chinese, english))
                if any(finding.severity != "note" for finding in found):
                    loud += 1
                    if options.show:
                        for finding in found:
                            print(f"  ! {finding.message} [{finding.evidence}]")
                        print(f"      {chinese}\n      {english}")
                elif found:
                    quiet += 1
            if loud or quiet:
                print(f"  {rule.id:<24}{loud / len(pairs):7.2%}{quiet / len(pairs):8.2%}")
    for phenomenon, rules in MATCHING.items():
        if options.rule not in ("*", rules):
            continue
        rows = [row for row in demetr(options.data) if row["phenomenon"] == phenomenon]
        hits = 0
        for row in rows:
            hit = told_apart(row, rules)
            hits += hit
            if options.show and not hit:
                print(f"  - {row['zh']}\n    {row['good']}\n    {row['bad']}")
        print(f"{phenomenon:<36}{rules:<24}{hits / len(rows):7.2%} of {len(rows)}")


if __name__ == "__main__":
    main()
