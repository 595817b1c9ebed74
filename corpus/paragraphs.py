"""From sentence pairs to paragraph pairs, for memories whose units are paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.judged import Item, findings_of, pair_of
from corpus.model import Finding, Judgement, Pair, Segment, join


def paragraph_items(items: Iterable[Item]) -> Iterator[Item]:
    """Join neighbouring pairs that share a paragraph on either side, renumbered from 0.

    An unpaired sentence inside a paragraph goes with it, so the unit is the whole
    paragraph; one that is a paragraph of its own stays unpaired. Scores and grades become
    means weighted by length, and findings point to the same words as before. For pairs
    fresh from the aligner: exchange files do not say where paragraphs end.
    """
    group: list[Item] = []
    blocks: set[tuple[str, str, int]] = set()
    index = 0
    for item in items:
        own = _blocks(pair_of(item))
        if group and not own & blocks:
            yield _joined(group, index)
            index += 1
            group, blocks = [], set()
        group.append(item)
        blocks |= own
    if group:
        yield _joined(group, index)


def _blocks(pair: Pair) -> set[tuple[str, str, int]]:
    sides = (("source", pair.source), ("target", pair.target))
    return {(pair.doc, side, segment.block) for side, segments in sides for segment in segments}


def _joined(group: list[Item], index: int) -> Item:
    pairs = [pair_of(item) for item in group]
    source = tuple(segment for pair in pairs for segment in pair.source)
    target = tuple(segment for pair in pairs for segment in pair.target)
    lengths = [len(pair.source_text) + len(pair.target_text) for pair in pairs]
    score = _mean([pair.score for pair in pairs], lengths) if source and target else 0.0
    whole = replace(pairs[0], index=index, source=source, target=target, score=score)
    judgements = [item for item in group if isinstance(item, Judgement)]
    if len(judgements) < len(group):
        return whole
    return Judgement(
        whole,
        _mean([one.score for one in judgements], lengths),
        _mean([one.omission for one in judgements], [len(p.source_text) for p in pairs]),
        _mean([one.addition for one in judgements], [len(p.target_text) for p in pairs]),
        tuple(_findings(judgements)),
    )


def _mean(values: list[float], weights: list[int]) -> float:
    total = sum(weights)
    return sum(v * w for v, w in zip(values, weights)) / total if total else 0.0


def _findings(judgements: list[Judgement]) -> Iterator[Finding]:
    before: dict[str, tuple[Segment, ...]] = {"source": (), "target": ()}
    for judgement in judgements:
        sides = {"source": judgement.pair.source, "target": judgement.pair.target}
        shifts = {side: _shift(before[side], sides[side]) for side in before}
        for finding in findings_of(judgement):
            start, end = finding.span
            # (0, 0) speaks of the whole side; of the whole sentence, now that there are more
            if (start, end) == (0, 0):
                end = len(join(sides[finding.side]))
            shift = shifts[finding.side]
            yield replace(finding, span=(start + shift, end + shift))
        before = {side: before[side] + sides[side] for side in before}


def _shift(before: tuple[Segment, ...], segments: tuple[Segment, ...]) -> int:
    """Where the text of ``segments`` begins once it stands after ``before``."""
    if not segments:
        return len(join(before))
    return len(join(before + segments)) - len(join(segments))
