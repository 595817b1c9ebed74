"""Cases a linguist can edit: one a line, tab-parted, in ``cases/NAME.tsv``.

Columns: rule, Chinese, English, what the check marks (several by ``|``, ``-`` for nothing,
``*`` for the whole text), and why the line is there. An empty text is written ``""``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.model import Pair, Segment
from qa.rule import Rule
from qa.unit import Tongue, Unit, unit_of

_FOLDER = Path(__file__).parent / "cases"


def unit(chinese: str, english: str, source: Tongue = "zh", score: float = 1.0) -> Unit:
    """A unit of one segment a side; an empty text is an empty segment."""
    zh = (Segment(chinese, "zh", 0, 0, len(chinese), 1),)
    en = (Segment(english, "en", 0, 0, len(english), 1),)
    first, second = (zh, en) if source == "zh" else (en, zh)
    return unit_of(Pair(0, first, second, score), source)


def cases(name: str) -> list[object]:
    """The lines of a case file as pytest parameters: rule id, Chinese, English, marked."""
    lines = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    found: list[object] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        rule, chinese, english, marked, *why = line.split("\t")
        texts = ["" if text == '""' else text for text in (chinese, english)]
        known = pytest.mark.xfail(strict=True) if why and why[0].startswith("known:") else ()
        found.append(
            pytest.param(rule, *texts, marked, id=f"line{number}-{rule}", marks=known)
        )
    return found


def marked(rules: tuple[Rule, ...], rule_id: str, pair: Unit) -> str:
    """What a rule marks, as the case files write it."""
    rule = next(rule for rule in rules if rule.id == rule_id)
    texts = []
    for hit in rule.check(pair):
        start, end = hit.span
        assert 0 <= start <= end <= len(pair.text(hit.tongue))
        assert hit.message.strip()
        texts.append(pair.text(hit.tongue)[start:end] if end else "*")
    return "|".join(texts) or "-"
