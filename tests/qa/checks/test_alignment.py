from __future__ import annotations

import pytest

from corpus.model import Pair, Segment
from qa.checks.alignment import RULES, low_score
from qa.unit import unit_of
from tests.qa.checks.cases import marked, unit

HEADLINE = Segment("重读孔子", "zh", 0, 0, 4, 1)


@pytest.mark.parametrize(("score", "expected"), [(0.49, "*"), (0.5, "-"), (1.0, "-")])
def test_low_score(score: float, expected: str) -> None:
    pair = unit("他来了。", "Prices rose sharply.", score=score)
    assert marked(RULES, "align.low_score", pair) == expected


def test_limit_is_a_choice() -> None:
    pair = unit("他来了。", "He came.", score=0.6)
    assert [hit.evidence for hit in low_score(0.7)(pair)] == ["score 0.6000 < 0.7"]


def test_unpaired_on_either_side() -> None:
    assert marked(RULES, "align.unpaired", unit_of(Pair(0, (HEADLINE,), (), 0.0))) == "*"
    assert marked(RULES, "align.unpaired", unit_of(Pair(0, (), (HEADLINE,), 0.0))) == "*"
    assert marked(RULES, "align.unpaired", unit("重读孔子", "Confucius")) == "-"


def test_unpaired_is_no_low_score() -> None:
    assert marked(RULES, "align.low_score", unit_of(Pair(0, (HEADLINE,), (), 0.0))) == "-"
