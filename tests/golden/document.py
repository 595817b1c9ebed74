"""The result for one document as a text that a person can read and compare.

    python -m tests.golden.document      writes those of the five seeds again

Scores and grades are left out: they are equal on one machine, but another one's arithmetic
may differ in the last digit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from align.documents import align_document
from align.encoder import default_encoder
from corpus.model import Alignment, Judgement
from corpus.reading import read_document
from qa.run import judge
from qa.settings import Settings

HERE = Path(__file__).parent
SEEDS = sorted((HERE.parents[1] / "seeds").glob("*.txt"))


def result(path: Path) -> str:
    """Layout, noise, pairs and findings of a document."""
    alignment = align_document(read_document(path), encoder=default_encoder())
    return "\n".join(_lines(alignment)) + "\n"


def _lines(alignment: Alignment) -> Iterator[str]:
    yield f"layout: {alignment.layout.kind}: {alignment.layout.reason}"
    yield f"encoding: {alignment.encoding_reason}"
    for kind, count in Counter(noise.kind for noise in alignment.noise).items():
        yield f"noise: {count} {kind}"
    if alignment.layout.kind in ("mono", "mixed"):
        yield f"unpaired: {len(alignment.pairs)} segments"
        return
    settings = Settings()
    for judgement in judge(
        alignment.pairs, source="zh", encoder=default_encoder(), settings=settings, aligned=True
    ):
        yield ""
        yield from _pair(judgement)


def _pair(judgement: Judgement) -> Iterator[str]:
    pair = judgement.pair
    yield f"{pair.index + 1}. {pair.type}"
    if pair.source:
        yield f"   {pair.source_text}"
    if pair.target:
        yield f"   {pair.target_text}"
    for finding in judgement.findings:
        text = pair.source_text if finding.side == "source" else pair.target_text
        quoted = text[slice(*finding.span)]
        yield f"   * {finding.severity} {finding.rule} “{quoted}”: {finding.message}"


if __name__ == "__main__":
    for seed in SEEDS:
        (HERE / f"{seed.stem[:3]}.txt").write_text(result(seed), encoding="utf-8")
