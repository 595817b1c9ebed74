"""The memory that a review leaves behind: what a reviewer stands behind, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from corpus.files import replacing
from corpus.judged import SCORED, Item
from corpus.model import Judgement, Pair
from corpus.pairs_lines import write_pair_lines
from corpus.tmx import write_tmx
from review.rows import Review, Row

#: What the results are called, after the document's name.
MEMORY = ".reviewed.tmx"
PAIRS = ".reviewed.pairs.jsonl"

#: Undecided pairs below this stay out, as ``duiyi align`` leaves them out (``--min-score``).
LEAST_SCORE = 0.5

#: The property that says what a reviewer did with a pair.
PROPERTY = "x-review"

Judged = Callable[[Row], Judgement | None]


def kept(review: Review, judged: Judged) -> Iterator[Item]:
    """The pairs of the memory, in reading order.

    Accepted ones, as they are or edited; undecided ones too, if the reviewer said so.
    """
    for row in review.rows:
        judgement = judged(row)
        if not row.pair.paired or row.state == "rejected":
            continue
        if row.state == "undecided" and not (
            review.include_undecided and judgement and judgement.score >= LEAST_SCORE
        ):
            continue
        yield _item(row, judgement)


def write(
    folder: Path, name: str, review: Review, judged: Judged, languages: tuple[str, str]
) -> int:
    """Write ``NAME.reviewed.tmx`` and ``NAME.reviewed.pairs.jsonl``, each whole or not at all.

    Says how many units were written.
    """
    items = list(kept(review, judged))
    with replacing(folder / f"{name}{PAIRS}") as stream:
        write_pair_lines(stream, items)
    with replacing(folder / f"{name}{MEMORY}") as stream:
        written = write_tmx(
            stream, items, source_lang=languages[0], target_lang=languages[1],
            tool_version=version("duiyi"),
        )  # fmt: skip
    return written.units


def _item(row: Row, judgement: Judgement | None) -> Item:
    properties = {**row.pair.properties, PROPERTY: row.review}
    if row.when:
        properties["changedate"] = row.when
    if judgement is None:
        return replace(row.pair, properties={**properties, SCORED: "no"})
    pair: Pair = replace(row.pair, score=judgement.score, properties=properties)
    return replace(judgement, pair=pair)
