from __future__ import annotations

from qa.settings import Settings
from review.judging import CONTEXT, _some, judging
from tests.review.sample import walk


def test_pairs_are_judged_among_those_of_their_document() -> None:
    pairs = [one.pair for one in walk()[1]]
    found = judging("zh", Settings())([pairs[4], pairs[2]], pairs)
    assert [one.pair for one in found] == [pairs[4], pairs[2]]
    assert found[0].score > 0.5 > found[1].score
    assert found[1].findings[0].rule == "omission.segment"


def test_the_context_comes_from_all_parts_of_the_document() -> None:
    pairs = [one.pair for one in walk()[1]] * 100
    chosen = _some(pairs)
    assert CONTEXT // 2 < len(chosen) <= CONTEXT
    assert _some(pairs[:3]) == pairs[:3]
