"""Values worked out by hand on one small alignment.

Gold, six source and six target sentences:  0:0 | 1 2:1 | 3:2 3 | 4:- | -:4 | 5:5
Tested:                                     0:0 | 1:1 | 2:-  | 3:2 3 | 4:4 | 5:5
"""

from __future__ import annotations

import pytest

from align.evaluation import Evaluation, Tally, evaluate, mean_f1, total
from corpus.ladders import Link

GOLD = [
    Link((0,), (0,)),
    Link((1, 2), (1,)),
    Link((3,), (2, 3)),
    Link((4,), ()),
    Link((), (4,)),
    Link((5,), (5,)),
]
TEST = [
    Link((0,), (0,)),
    Link((1,), (1,)),
    Link((2,), ()),
    Link((3,), (2, 3)),
    Link((4,), (4,)),
    Link((5,), (5,)),
]


def test_strict_counts_every_bead() -> None:
    # 0:0, 3:2 3 and 5:5 are right; six beads on each side
    strict = evaluate(GOLD, TEST).strict
    assert strict == Tally(found=6, found_right=3, wanted=6, wanted_right=3)
    assert (strict.precision, strict.recall, strict.f1) == (0.5, 0.5, 0.5)


def test_lax_asks_for_one_shared_link() -> None:
    # 1:1 touches 1 2:1 both ways; 2:- and 4:4 touch nothing
    assert evaluate(GOLD, TEST).lax == Tally(6, 4, 6, 4)


def test_a_lax_bead_needs_both_its_sides_in_the_same_bead() -> None:
    gold = [Link((0,), (0,)), Link((1,), (1,))]
    assert evaluate(gold, [Link((0,), (1,)), Link((1,), (0,))]).lax == Tally(2, 0, 2, 0)
    # one bead for two: right itself, and both of the gold's are touched
    assert evaluate(gold, [Link((0, 1), (0, 1))]).lax == Tally(1, 1, 2, 2)


def test_unpaired_sentences_left_out() -> None:
    # gold 0:0, 1 2:1, 3:2 3, 5:5; tested 0:0, 1:1, 3:2 3, 4:4, 5:5
    assert evaluate(GOLD, TEST).paired == Tally(5, 3, 4, 3)


def test_published_figures_leave_them_out_of_recall_only() -> None:
    one = evaluate(GOLD, TEST)
    assert one.published == Tally(6, 3, 4, 3)
    # lax: of four gold pairs 0:0, 1 2:1, 3:2 3 and 5:5 are touched
    assert one.published_lax == Tally(6, 4, 4, 4)
    assert one.published_lax.f1 == pytest.approx(0.8)


def test_unpaired_sentences() -> None:
    # gold leaves source 4 and target 4 alone, tested source 2
    assert evaluate(GOLD, TEST).unpaired == Tally(1, 0, 2, 0)


def test_by_type() -> None:
    assert evaluate(GOLD, TEST).types == {
        "0-1": Tally(0, 0, 1, 0),
        "1-0": Tally(1, 0, 1, 0),
        "1-1": Tally(4, 2, 2, 2),
        "1-2": Tally(1, 1, 1, 1),
        "2-1": Tally(0, 0, 1, 0),
    }


def test_unpaired_sentences_count_alike_however_they_are_written() -> None:
    gold = [Link((0, 1), ()), Link((2,), (0,))]
    listed = [Link((0,), ()), Link((1,), ()), Link((2,), (0,))]
    left_out = [Link((2,), (0,))]
    assert evaluate(gold, listed).strict == Tally(3, 3, 3, 3)
    assert evaluate(gold, left_out).strict == Tally(3, 3, 3, 3)
    assert evaluate(left_out, gold).strict == Tally(3, 3, 3, 3)


def test_order_does_not_matter() -> None:
    assert evaluate(GOLD, TEST[::-1]) == evaluate(GOLD, TEST)


def test_documents_add_up() -> None:
    one, other = evaluate(GOLD, TEST), evaluate(GOLD, GOLD)
    both = total([one, other])
    assert both.strict == Tally(12, 9, 12, 9)
    assert both.types["0-1"] == Tally(1, 1, 2, 1)
    assert both.strict.f1 == 0.75
    assert mean_f1([one, other]) == 0.75
    # 2 right of 12 found and 6 wanted: F1 = 4/18
    assert mean_f1([evaluate(GOLD, []), other]) == pytest.approx((4 / 18 + 1) / 2)


def test_nothing_paired_against_gold() -> None:
    # twelve sentences alone; source 4 and target 4 are rightly so: 2 of 12, 2 of 6
    assert evaluate(GOLD, []).strict == Tally(12, 2, 6, 2)


def test_empty() -> None:
    assert evaluate([], []) == Evaluation()
    assert mean_f1([]) == Tally().f1 == 0.0
