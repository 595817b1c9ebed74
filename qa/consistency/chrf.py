"""How far two variants lie apart: chrF, as sacrebleu computes and signs it."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def _metric() -> Any:
    from sacrebleu.metrics.chrf import CHRF

    return CHRF()


def chrf(variant: str, proposal: str) -> float:
    """chrF2 of a variant with the proposal as its reference, 0 to 100."""
    return float(_metric().sentence_score(variant, [proposal]).score)


def signature() -> str:
    """sacrebleu's own: version, character order, weights."""
    metric = _metric()
    metric.sentence_score("a", ["a"])
    return f"chrF2|{metric.get_signature()}"
