"""From the named cells of a row or record to a pair, and back: what all tables share."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.judged import SCORED, TYPE
from corpus.languages import language
from corpus.model import Pair, Segment


#: Columns that our own tables have and that are worked out anew.
_DERIVED = frozenset({"index", "severity", "rules", "omission", "addition"})


def row_pair(
    source: str,
    target: str,
    others: Mapping[str, str],
    *,
    index: int,
    line: int,
    languages: tuple[str, str],
) -> Pair:
    """The pair of a row: one segment a side, none where a cell is empty.

    A row with both cells empty keeps its place with an empty source segment, because
    every row of the file is answered. ``score``, ``doc`` and ``type`` among the other
    cells are understood; the rest is kept as properties.
    """
    sides = [
        (Segment(text, language(code), index, 0, len(text), line),) if text else ()
        for text, code in zip((source, target), languages)
    ]
    if not any(sides):
        sides[0] = (Segment("", language(languages[0]), index, 0, 0, line),)
    properties = {
        key: value for key, value in others.items() if key and value and key not in _DERIVED
    }
    score = _score(properties.pop("score", ""))
    doc = properties.pop("doc", "")
    kind = properties.pop("type", "")
    if kind:
        properties[TYPE] = kind
    if score is None:
        properties[SCORED] = "no"
    unscored = 1.0 if all(sides) else 0.0
    return Pair(index, sides[0], sides[1], unscored if score is None else score, doc, properties)


def _score(cell: str) -> float | None:
    try:
        score = float(cell)
    except ValueError:
        return None
    return min(1.0, max(0.0, score)) if score == score else None
