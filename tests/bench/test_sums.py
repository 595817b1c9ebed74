import numpy as np
import pytest

from align.corridor import Corridor, full
from align.lattice import Nulls, all_beads, marginals, select


@pytest.mark.usefixtures("plain_numba")
def test_one_pair_or_two_unpaired_sentences() -> None:
    from sums import compiled_marginals

    lattice = all_beads(full(1, 1))
    nulls = Nulls(np.array([np.log(2)]), np.array([np.log(3)]), (0.0, np.log(0.5)))
    found = compiled_marginals(lattice, np.array([np.log(9)]), nulls)
    # two ladders: the pair weighs 9, both unpaired 2 * 3 * .5 = 3
    assert found.beads == pytest.approx([0.75])
    assert found.source == pytest.approx([0.25]) and found.target == pytest.approx([0.25])
    assert found.opened == pytest.approx((0.25, 0.25))
    assert found.total == pytest.approx(np.log(12))


@pytest.mark.usefixtures("plain_numba")
def test_the_same_numbers_as_the_aligner() -> None:
    from sums import compiled_marginals

    random = np.random.default_rng(3)
    corridor = Corridor(np.array([0, 0, 1, 2, 4]), np.array([3, 4, 5, 6, 7]))
    lattice = all_beads(corridor)
    # as in a text whose unlikely beads were taken away
    lattice = select(lattice, random.random(len(lattice)) < 0.7)
    nulls = Nulls(random.normal(size=4), random.normal(size=6), (-0.7, -1.3))
    scores = random.normal(size=len(lattice))
    plain, compiled = marginals(lattice, scores, nulls), compiled_marginals(lattice, scores, nulls)
    assert compiled.beads == pytest.approx(plain.beads)
    assert compiled.source == pytest.approx(plain.source)
    assert compiled.target == pytest.approx(plain.target)
    assert compiled.opened == pytest.approx(plain.opened)
    assert compiled.total == pytest.approx(plain.total)


@pytest.mark.usefixtures("plain_numba")
def test_a_corridor_is_narrowed_to_what_ladders_pass() -> None:
    from sums import compiled_marginals, narrowed

    lattice = all_beads(full(9, 9))
    pairs = (lattice.row == lattice.column) & (lattice.source == 1) & (lattice.target == 1)
    lattice = select(lattice, pairs)
    scores, nulls = np.zeros(9), Nulls(np.full(9, -2.0), np.full(9, -2.0), (-3.0, -3.0))
    narrow = narrowed(lattice, scores, nulls, [(2, 5)])
    corridor = narrow.corridor
    # a pair, or its sentences one after the other, source first: three cuts about each pair
    assert corridor.low.tolist() == [0, 0, 1, 2, 3, 4, 5, 6, 7, 8]
    assert corridor.high.tolist() == [1, 2, 6, 4, 5, 6, 7, 8, 9, 10]
    before, after = (compiled_marginals(one, scores, nulls) for one in (lattice, narrow))
    assert after.total == pytest.approx(before.total, abs=1e-4)
    assert after.beads == pytest.approx(before.beads, abs=1e-4)
    assert after.source == pytest.approx(before.source, abs=1e-4)
