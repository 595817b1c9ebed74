from itertools import product
from math import exp, log

import numpy as np
import pytest

from align.corridor import Corridor, full
from align.lattice import Lattice, Nulls, Ranges, all_beads, best_path, marginals, select


def every_ladder(lattice: Lattice, i: int, j: int, state: str = "pair") -> list[list[object]]:
    """All ladders from a cut to the end, spelled out by brute force."""
    rows, columns = lattice.corridor.rows - 1, int(lattice.corridor.high[-1]) - 1
    if (i, j) == (rows, columns):
        return [[]]
    found: list[list[object]] = []
    for bead in range(len(lattice)):
        if (lattice.row[bead], lattice.column[bead]) == (i, j):
            below = i + int(lattice.source[bead]), j + int(lattice.target[bead])
            found += [[bead, *rest] for rest in every_ladder(lattice, *below)]
    if i < rows and state != "right":  # of a gap the source comes first
        found += [[("down", i, state), *rest] for rest in every_ladder(lattice, i + 1, j, "down")]
    if j < columns:
        found += [[("right", j, state), *rest] for rest in every_ladder(lattice, i, j + 1, "right")]
    return found


@pytest.mark.parametrize("rows, columns", [(1, 1), (3, 2), (2, 4), (3, 3)])
def test_marginals_equal_brute_force(rows: int, columns: int) -> None:
    lattice = all_beads(full(rows, columns))
    random = np.random.default_rng(1)
    scores = random.normal(size=len(lattice))
    nulls = Nulls(random.normal(size=rows), random.normal(size=columns), (-0.7, -1.3))
    weights, beads = [], np.zeros(len(lattice))
    source, target, opened = np.zeros(rows), np.zeros(columns), [0.0, 0.0]
    for ladder in every_ladder(lattice, 0, 0):
        worth = 0.0
        for step in ladder:
            if isinstance(step, int):
                worth += scores[step]
            else:
                kind, number, state = step  # type: ignore[misc]
                worth += (nulls.source if kind == "down" else nulls.target)[number]
                worth += 0 if state == kind else nulls.opening[kind == "right"]
        weight = exp(worth)
        weights.append(weight)
        for step in ladder:
            if isinstance(step, int):
                beads[step] += weight
            else:
                kind, number, state = step  # type: ignore[misc]
                (source if kind == "down" else target)[number] += weight
                opened[kind == "right"] += weight * (state != kind)
    total = sum(weights)
    found = marginals(lattice, scores, nulls)
    assert found.total == pytest.approx(log(total))
    assert found.beads == pytest.approx(beads / total)
    assert found.source == pytest.approx(source / total)
    assert found.target == pytest.approx(target / total)
    assert found.opened == pytest.approx((opened[0] / total, opened[1] / total))


def test_marginals_account_for_every_sentence_in_a_narrow_corridor() -> None:
    corridor = Corridor(np.array([0, 0, 1, 2, 4, 5]), np.array([3, 4, 5, 6, 7, 8]))
    lattice = all_beads(corridor)
    found = marginals(lattice, np.zeros(len(lattice)), Nulls(np.zeros(5), np.zeros(7), (0.0, 0.0)))
    covered = found.source.copy()
    for bead, probability in enumerate(found.beads):
        covered[lattice.row[bead] : lattice.row[bead] + lattice.source[bead]] += probability
    assert covered == pytest.approx(np.ones(5))


def test_the_best_path_takes_what_is_worth_most() -> None:
    lattice = all_beads(full(2, 3))
    worth = {(0, 0, 1, 1): 0.9, (1, 2, 1, 1): 0.8, (1, 1, 1, 2): 0.3}
    values = np.array(
        [
            worth.get(key, -0.5)
            for key in zip(
                lattice.row.tolist(),
                lattice.column.tolist(),
                lattice.source.tolist(),
                lattice.target.tolist(),
            )
        ]
    )
    path = best_path(lattice, values, np.full(2, -0.1), np.full(3, -0.1))
    expected: list[Ranges] = [((0, 1), (0, 1)), ((1, 1), (1, 2)), ((1, 2), (2, 3))]
    assert path == expected


def test_with_no_beads_left_everything_stays_unpaired() -> None:
    lattice = all_beads(full(2, 1))
    nothing = select(lattice, np.zeros(len(lattice), dtype=np.bool_))
    path = best_path(nothing, np.zeros(0), np.zeros(2), np.zeros(1))
    assert sorted(source for source, (c, d) in path if c == d) == [(0, 1), (1, 2)]
    assert [target for (a, b), target in path if a == b] == [(0, 1)]


def test_ladders_found_by_brute_force_are_all_different() -> None:
    ladders = every_ladder(all_beads(full(2, 2)), 0, 0)
    assert all(one != other for one, other in product(ladders, ladders) if one is not other)
