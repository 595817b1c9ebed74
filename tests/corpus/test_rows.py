from __future__ import annotations

import pytest

from corpus.judged import SCORED, TYPE
from corpus.model import Pair
from corpus.rows import row_pair


def made(source: str, target: str, **others: str) -> Pair:
    return row_pair(source, target, others, index=4, line=6, languages=("zh-CN", "en-US"))


def test_a_row() -> None:
    pair = made("你好", "Hello", score="0.25", doc="d", type="2-1", client="A", empty="", index="9")
    assert (pair.index, pair.score, pair.doc) == (4, 0.25, "d")
    assert pair.properties == {"client": "A", TYPE: "2-1"}
    [segment] = pair.source
    assert (segment.language, segment.number, segment.end, segment.line) == ("zh", 4, 2, 6)
    assert pair.target[0].language == "en"


@pytest.mark.parametrize(("cell", "score"), [("7", 1.0), ("-1", 0.0), ("nan", 1.0), ("高", 1.0)])
def test_odd_scores(cell: str, score: float) -> None:
    assert made("你好", "Hello", score=cell).score == score


def test_no_score() -> None:
    assert made("你好", "Hello").properties == {SCORED: "no"}
    assert made("你好", "").score == 0.0


def test_empty_cells() -> None:
    assert made("", "Hello").type == "0-1"
    assert made("你好", "").type == "1-0"
    both = made("", "")
    assert (both.type, both.source_text) == ("1-0", "")
