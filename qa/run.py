"""From pairs to judgements: coverage once for a batch of pairs, then every rule on each."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

from align.encoder import UseEncoder
from align.excerpt import LONGEST_READ
from corpus.model import Finding, Judgement, Pair
from qa.coverage import cover
from qa.rule import Rule
from qa.rules import selected
from qa.settings import Settings
from qa.told_once import told_once
from qa.unit import Tongue, Unit, unit_of

#: Pairs judged together: enough to fill the encoder's batches, little enough that the memory
#: of a million pairs is the memory of these.
PAIRS_A_BATCH = 512


def judge(
    pairs: Iterable[Pair],
    *,
    source: Tongue,
    encoder: UseEncoder,
    settings: Settings,
    aligned: bool,
    fast: bool = False,
    extra: Sequence[Rule] = (),
) -> Iterator[Judgement]:
    """Judge pairs in their order, in memory that does not grow with their number.

    ``aligned`` says that the pairs carry the aligner's scores; pairs of a foreign
    memory do not, and get the checker's own. ``extra`` rules come from the user's files.
    """
    rules = (*selected(settings), *(rule for rule in extra if settings.selects(rule.id)))
    waiting = iter(pairs)
    # a reader loads the weights, which nobody asks for without word vectors
    reader = encoder if fast else encoder.reader()
    while batch := list(islice(waiting, PAIRS_A_BATCH)):
        with _collector_at_rest():
            units = [unit_of(pair, source) for pair in batch]
            short = [unit for unit in units if not _too_long(unit)]
            covered = iter(cover(short, reader, aligned=aligned, fast=fast))
            judged = [
                _unchecked(unit, settings)
                if _too_long(unit)
                else _judgement(next(covered), rules, settings)
                for unit in units
            ]
        yield from judged


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No search for circles of objects meanwhile: a batch leaves none.

    Python would walk through all words and texts that are kept, again and again: a tenth of the
    time of ``--fast``.
    """
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()


def _too_long(unit: Unit) -> bool:
    """Whether comparing all words of the sides would take minutes and gigabytes."""
    return max(len(unit.chinese), len(unit.english)) > LONGEST_READ


def _unchecked(unit: Unit, settings: Settings) -> Judgement:
    length = max(len(unit.chinese), len(unit.english))
    finding = Finding(
        rule="align.low_score",
        severity="warning",
        message=f"Too long to be checked ({length:,} characters): split it into sentences.",
        side="source",
        span=(0, 0),
        evidence=f"more than {LONGEST_READ:,} characters",
        mqm="Alignment/Low confidence",
    )
    return Judgement(unit.pair, unit.score, 0.0, 0.0, tuple(settings.heard([finding])))


def _judgement(unit: Unit, rules: Sequence[Rule], settings: Settings) -> Judgement:
    found = [finding for rule in rules for finding in rule.findings(unit)]
    assert unit.coverage is not None, "cover() comes before the rules"
    chinese, english = unit.coverage.zh.lost, unit.coverage.en.lost
    omission, addition = (chinese, english) if unit.source == "zh" else (english, chinese)
    return Judgement(
        pair=unit.pair,
        score=unit.score,
        omission=omission,
        addition=addition,
        findings=tuple(told_once(unit, settings.heard(found))),
    )
