"""The table of how well omission, addition and score rank: areas, pairs in order, hits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from logistic import Numbers, area
from omission_sets import ARTICLES, Sample

#: Sets by genre: the reader wants articles, novels are far freer.
_GENRES = {
    "articles": ("academic", "academic paragraphs"),
    "machine translation": ("demetr clean", "news2021 clean", "ted clean"),
    "paragraphs, labelled sets": ("ted paragraphs", "news2021 paragraphs"),
    "novels": ("mac", "mac paragraphs"),
}
_REMOVALS = {
    "phrase": "id5_pp",
    "adjective or adverb": "id21",
    "verb": "id22",
    "noun": "id23",
    "subject": "id24",
    "named entity": "id25",
}
_ALARMS = 0.05


def table(found: Sequence[Sample], lost: Numbers, added: Numbers, score: Numbers) -> str:
    """Markdown: one line a figure."""
    lines = ["| what | figure |", "|---|---|"]
    figures = (*ranked(found, lost, added), *_scored(found, score))
    lines.extend(f"| {what} | {figure} |" for what, figure in figures)
    return "\n".join(lines)


def ranked(
    found: Sequence[Sample], lost: Numbers, added: Numbers
) -> Iterator[tuple[str, str]]:
    """What is told apart by omission and addition, and how well."""
    for name in ("ted", "news2021"):
        human = [place for place, one in enumerate(found) if one.set == name]
        none = [lost[place] for place in human if found[place].omission is False]
        some = [lost[place] for place in human if found[place].omission]
        long = [lost[place] for place in human if found[place].omission and found[place].long]
        yield f"{name}: people's omissions, AUC ({len(some)})", f"{area(some, none):.3f}"
        yield f"{name}: six or more characters, AUC ({len(long)})", f"{area(long, none):.3f}"
        none = [added[place] for place in human if found[place].addition is False]
        some = [added[place] for place in human if found[place].addition]
        yield f"{name}: people's additions, AUC ({len(some)})", f"{area(some, none):.3f}"
    shares = []
    for name, key in _REMOVALS.items():
        share, count = _in_order(found, lost, key)
        shares.append(share)
        yield f"DEMETR: {name} removed, bad above good ({count})", f"{share:.3f}"
    yield "DEMETR: all removals", f"{np.mean(shares):.3f}"
    share, count = _in_order(found, added, "id6_")
    yield f"DEMETR: word added, addition of bad above good ({count})", f"{share:.3f}"
    for cut in ("sentence", "half", "clause", "phrase", "word"):
        for side, values in (("en", lost), ("zh", added)):
            for genre, sets in _GENRES.items():
                figure = _cut(found, values, f"{cut}-{side}", sets)
                if figure:
                    what = "omission" if side == "en" else "addition"
                    yield f"{cut} cut, {what}, {genre}: AUC, found at 5 % alarms", figure


def _scored(found: Sequence[Sample], score: Numbers) -> Iterator[tuple[str, str]]:
    right = [
        place for place, one in enumerate(found) if one.kind == "right" and one.set in ARTICLES
    ]
    wrong = [place for place, one in enumerate(found) if one.kind == "mismatch"]
    yield (
        f"score: right article pairs above mismatches, AUC ({len(wrong)} mismatches)",
        f"{area(score[right].tolist(), score[wrong].tolist()):.4f}",
    )
    yield "score above .5: right article pairs, mismatches", (
        f"{(score[right] > 0).mean():.3f}, {(score[wrong] > 0).mean():.3f}"
    )


def _in_order(found: Sequence[Sample], values: Numbers, key: str) -> tuple[float, int]:
    """How often the bad translation of DEMETR has the higher value, ties half."""
    above = [
        (values[place] > values[one.right]) + 0.5 * (values[place] == values[one.right])
        for place, one in enumerate(found)
        if one.set == "demetr" and key in one.kind
    ]
    return float(np.mean(above)), len(above)


def _cut(found: Sequence[Sample], values: Numbers, kind: str, sets: Sequence[str]) -> str:
    cut = [place for place, one in enumerate(found) if one.kind == kind and one.set in sets]
    if not cut:
        return ""
    right = values[sorted({found[place].right for place in cut})]
    hits = values[cut]
    limit = np.quantile(right, 1 - _ALARMS)
    return f"{area(hits.tolist(), right.tolist()):.3f}, {(hits > limit).mean():.2f} ({len(cut)})"
