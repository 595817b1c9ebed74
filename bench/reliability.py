"""How often pairs of a score are right: by bins, and as a small picture (SVG)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]

_SIZE, _EDGE = 320, 40


def reliability(score: Scores, right: Scores, bins: int) -> list[tuple[int, int, float, float]]:
    """For each bin that has pairs: its number, how many, their mean score, the share right."""
    place = np.minimum((score * bins).astype(int), bins - 1)
    return [
        (one, int(inside.sum()), float(score[inside].mean()), float(right[inside].mean()))
        for one in range(bins)
        if (inside := place == one).any()
    ]


def plot(score: Scores, right: Scores, bins: int) -> str:
    """A circle for each bin, its area by the number of pairs; on the diagonal is calibrated."""
    end = _SIZE - _EDGE
    marks = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIZE} {_SIZE}"'
        ' font-family="sans-serif" font-size="11">',
        f'<rect x="{_EDGE}" y="{_EDGE}" width="{end - _EDGE}" height="{end - _EDGE}"'
        ' fill="none" stroke="#999"/>',
        f'<line x1="{_EDGE}" y1="{end}" x2="{end}" y2="{_EDGE}" stroke="#999"'
        ' stroke-dasharray="4"/>',
        f'<text x="{_SIZE / 2:.0f}" y="{_SIZE - 12}" text-anchor="middle">score</text>',
        f'<text x="14" y="{_SIZE / 2:.0f}" text-anchor="middle"'
        f' transform="rotate(-90 14 {_SIZE / 2:.0f})">share of right pairs</text>',
    ]
    for tick in (0.0, 0.5, 1.0):
        marks.append(f'<text x="{_at(tick):.0f}" y="{end + 14}" text-anchor="middle">{tick}</text>')
        marks.append(f'<text x="{_EDGE - 4}" y="{_SIZE - _at(tick) + 4:.0f}"'
                     f' text-anchor="end">{tick}</text>')
    for _, count, mean, share in reliability(score, right, bins):
        radius = 2 + 12 * (count / len(score)) ** 0.5
        marks.append(
            f'<circle cx="{_at(mean):.1f}" cy="{_SIZE - _at(share):.1f}" r="{radius:.1f}"'
            f' fill="#36c" fill-opacity="0.6"><title>{count} pairs</title></circle>'
        )
    return "\n".join([*marks, "</svg>", ""])


def _at(value: float) -> float:
    return _EDGE + value * (_SIZE - 2 * _EDGE)
