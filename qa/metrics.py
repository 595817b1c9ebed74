"""How near a translation is to a reference: chrF, BLEU and TER by sacrebleu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from corpus.languages import language


@dataclass(frozen=True, slots=True)
class Nearness:
    """One translation, or a whole text, against its reference; each from 0 to 100."""

    chrf: float
    bleu: float
    #: edits for a hundred words of the reference: 0 is equal, more than 100 is possible
    ter: float

    def as_json(self) -> dict[str, float]:
        return {
            "chrf": round(self.chrf, 2),
            "bleu": round(self.bleu, 2),
            "ter": round(self.ter, 2),
        }


def sentence_nearness(translation: str, reference: str, target_lang: str) -> Nearness:
    """The nearness of one segment; BLEU with effective order, since a segment is short."""
    metrics = _metrics(language(target_lang) == "zh", sentence=True)
    return Nearness(*(m.sentence_score(translation, [reference]).score for m in metrics))


def text_nearness(
    translations: Sequence[str], references: Sequence[str], target_lang: str
) -> tuple[Nearness, list[str]]:
    """The nearness of a whole text, and sacrebleu's signature of each metric."""
    metrics = _metrics(language(target_lang) == "zh", sentence=False)
    scores = [metric.corpus_score(list(translations), [list(references)]) for metric in metrics]
    signatures = [str(metric.get_signature()) for metric in metrics]
    return Nearness(*(score.score for score in scores)), signatures


@cache
def _metrics(chinese: bool, *, sentence: bool) -> tuple[Any, Any, Any]:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    return (
        CHRF(),
        BLEU(tokenize="zh" if chinese else "13a", effective_order=sentence),
        TER(asian_support=chinese, normalized=chinese),
    )
