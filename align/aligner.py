"""Segments in, beads out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from align.beads import LONGEST, SHAPES, Bead
from align.corridor import around, best_chain, full
from align.evidence import coverage, place, run_sums, span_cosines
from align.ladder import best_ladder
from align.words import read_words

_SMALL = 40_000


def align(
    chinese: Sequence[str],
    english: Sequence[str],
    *,
    encoder: Any,
    chinese_paragraphs: Sequence[int] | None = None,
    english_paragraphs: Sequence[int] | None = None,
) -> list[Bead]:
    """Pair the sentences of two sides in order; every sentence is in exactly one bead."""
    rows, columns = len(chinese), len(english)
    if not rows or not columns:
        beads = [Bead((i, i + 1), (0, 0), 0.0) for i in range(rows)]
        return beads + [Bead((0, 0), (j, j + 1), 0.0) for j in range(columns)]
    source, target = encoder.spans(chinese, LONGEST), encoder.spans(english, LONGEST)
    sentence = source[:, 0] @ target[:, 0].T
    margin = sentence - 0.5 * (
        sentence.mean(axis=1, keepdims=True) + sentence.mean(axis=0, keepdims=True)
    )
    if rows * columns <= _SMALL:
        corridor = full(rows, columns)
    else:
        corridor = around(best_chain(margin - 0.1), rows, columns)
    row, column = place(corridor)
    row, column = np.minimum(row, rows - 1), np.minimum(column, columns - 1)

    source_words = read_words(chinese, encoder, chinese=True)
    target_words = read_words(english, encoder, chinese=False)
    covered = coverage(corridor, source_words, target_words)
    source_weight = run_sums(_by_sentence(source_words))[row][:, :, None] + 1e-3
    target_weight = run_sums(_by_sentence(target_words))[column][:, None, :] + 1e-3
    word = (covered.source / source_weight + covered.target / target_weight) / 2

    mean_source = source.reshape(-1, source.shape[2]).mean(axis=0)
    mean_target = target.reshape(-1, target.shape[2]).mean(axis=0)
    cosine = span_cosines(corridor, source, target)
    cosine -= 0.5 * ((source @ mean_target)[row][:, :, None])
    cosine -= 0.5 * ((target @ mean_source)[column][:, None, :])

    source_length = run_sums(np.array([len(t) for t in chinese], dtype=np.float32))
    target_length = run_sums(np.array([len(t.split()) for t in english], dtype=np.float32))
    ratio = np.log(target_length[:, 0].sum() + 1) - np.log(source_length[:, 0].sum() + 1)
    length = np.log(target_length + 1)[column][:, None, :]
    length = length - np.log(source_length + 1)[row][:, :, None] - ratio

    score = cosine + 0.8 * (word - 0.1) - 0.2 * length**2
    scores = np.full((len(SHAPES), len(row)), -np.inf, dtype=np.float32)
    for number, (a, b) in enumerate(SHAPES):
        before = corridor.step(a, b)
        inside = before >= 0
        scores[number, inside] = score[before[inside], a - 1, b - 1] * (a + b) ** 0.4
    ladder = best_ladder(
        corridor,
        scores,
        np.full(rows, -0.05, dtype=np.float32),
        np.full(columns, -0.05, dtype=np.float32),
    )
    beads = []
    for (a, b), (c, d) in ladder:
        confidence = 0.0
        if a < b and c < d:
            cell = corridor.offset[a] + c - corridor.low[a]
            confidence = 1 / (1 + np.exp(-10 * (score[cell, b - a - 1, d - c - 1] - 0.3)))
        beads.append(Bead((a, b), (c, d), float(confidence)))
    return beads


def _by_sentence(words: Any) -> Any:
    total = np.concatenate([[0], np.cumsum(words.weights)])
    return (total[words.first[1:]] - total[words.first[:-1]]).astype(np.float32)
