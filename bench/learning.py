"""Fitting the weights of the alignment: a conditional random field over ladders.

The likelihood of the ladders made by hand, among all ladders of the candidates, is raised by
L-BFGS with a penalty on large weights. No randomness: two runs give equal weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from gold import Bead, Gold, beads_of, ladder
from numpy.typing import NDArray
from scipy.optimize import minimize
from sums import compiled_marginals

from align.aligner import candidates, decode
from align.encoder import Encoder
from align.evidence import NAMES, Evidence, Side, evidence, null_evidence
from align.lattice import Lattice, Marginals
from align.reader import read_side
from align.weights import Weights, from_flat

#: Penalty on the square of each weight; between .02 and .15 nothing changes by more than noise.
PENALTY = 0.05


@dataclass(frozen=True, slots=True)
class Problem:
    """A text ready for learning."""

    gold: Gold
    source: Side
    target: Side
    lattice: Lattice
    columns: Evidence
    #: evidence summed over the ladder made by hand
    wanted: NDArray[np.float64]
    #: how much this text counts
    share: float


def prepare(gold: Gold, encoder: Encoder, share: float = 1.0) -> Problem:
    """Read a text, choose its candidates, collect their evidence."""
    source = read_side(gold.chinese, encoder, chinese=True)
    target = read_side(gold.english, encoder, chinese=False)
    lattice = candidates(source, target, ladder(gold))
    columns = evidence(lattice, source, target)
    wanted = _wanted(gold, lattice, columns, source, target)
    return Problem(gold, source, target, lattice, columns, wanted, share)


def fit(problems: Sequence[Problem], start: Weights | None = None) -> Weights:
    """The weights under which the ladders made by hand are most probable."""
    first = start.flat if start else np.zeros_like(problems[0].wanted)
    found = minimize(
        _loss,
        first,
        args=(problems,),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 150, "ftol": 1e-7},
    )
    return from_flat(found.x)


def infer(problem: Problem, weights: Weights) -> Marginals:
    """Posterior of a text's candidates."""
    nulls = weights.nulls(problem.source, problem.target)
    return compiled_marginals(problem.lattice, problem.columns @ weights.beads, nulls)


def aligned(problem: Problem, weights: Weights) -> set[Bead]:
    """The beads that these weights give a text."""
    return beads_of(decode(problem.lattice, infer(problem, weights)))


def _loss(
    flat: NDArray[np.float64], problems: Sequence[Problem]
) -> tuple[float, NDArray[np.float64]]:
    weights = from_flat(flat)
    loss = PENALTY * float(flat @ flat)
    slope = 2 * PENALTY * flat
    for problem in problems:
        found = infer(problem, weights)
        expected = np.concatenate(
            [
                found.beads @ problem.columns,
                found.source @ null_evidence(problem.source),
                found.target @ null_evidence(problem.target),
                found.opened,
            ]
        )
        loss += problem.share * (found.total - float(problem.wanted @ flat))
        slope += problem.share * (expected - problem.wanted)
    return loss, slope


def _wanted(
    gold: Gold, lattice: Lattice, columns: Evidence, source: Side, target: Side
) -> NDArray[np.float64]:
    places = {
        key: place
        for place, key in enumerate(
            zip(
                lattice.row.tolist(),
                lattice.column.tolist(),
                lattice.source.tolist(),
                lattice.target.tolist(),
            )
        )
    }
    beads = np.zeros(len(NAMES))
    nulls = [np.zeros(null_evidence(side).shape[1]) for side in (source, target)]
    opened = np.zeros(2)
    before = ""
    for (a, b), (c, d) in ladder(gold):
        if a < b and c < d:
            before = "pair"
            # a bead that is no candidate cannot be learnt from
            if (place := places.get((a, c, b - a, d - c))) is not None:
                beads += columns[place]
        elif a < b:
            nulls[0] += null_evidence(source)[a]
            opened[0] += before != "source"
            before = "source"
        else:
            nulls[1] += null_evidence(target)[c]
            opened[1] += before != "target"
            before = "target"
    return np.concatenate([beads, *nulls, opened])
