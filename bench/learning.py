"""Fitting the weights of the alignment: a conditional random field over ladders.

The likelihood of the ladders made by hand, among all ladders of the candidates, is raised by
L-BFGS with a penalty on large weights. No randomness: two runs give equal weights.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from gold import Bead, Gold, beads_of, ladder
from numpy.typing import NDArray
from scipy.optimize import minimize
from sums import compiled_marginals, narrowed

from align.aligner import candidates, decode
from align.encoder import Encoder
from align.evidence import NAMES, NULL_NAMES, Evidence, evidence, null_evidence, rough
from align.gaps import gap_sign
from align.lattice import Lattice, Marginals
from align.reader import read_side
from align.weights import Weights, from_flat

#: Penalty on the square of each weight; between .02 and .15 nothing changes by more than noise.
PENALTY = 0.05
#: The same for what changes with closeness: seven texts say little about it. With .05 a text
#: closer than all that were learnt from falls apart (academic F1 .84); 1 to 10 differ by
#: .003 (bench/RESULTS.md).
CLOSENESS_PENALTY = 3.0
#: The same for what changes with a text's gaps; .05 to 1 differ by .002 where passages are cut.
GAPS_PENALTY = 0.3
#: Names of all weights, in the order of ``Weights.flat``.
WEIGHT_NAMES = (*NAMES, *NULL_NAMES, *NULL_NAMES, "opening", "opening")
_ENDINGS = {"closely translated": CLOSENESS_PENALTY, "text's gaps": GAPS_PENALTY}
_PENALTIES = np.array(
    [
        next((own for ending, own in _ENDINGS.items() if name.endswith(ending)), PENALTY)
        for name in WEIGHT_NAMES
    ]
)

_GAPS = NULL_NAMES.index("unpaired, by the text's gaps")


@dataclass(frozen=True, slots=True)
class Problem:
    """A text ready for learning."""

    gold: Gold
    lattice: Lattice
    columns: Evidence
    #: evidence of being unpaired, for the sentences of either side
    unpaired: tuple[Evidence, Evidence]
    #: evidence summed over the ladder made by hand
    wanted: NDArray[np.float64]
    #: how much this text counts
    share: float


def prepare(gold: Gold, encoder: Encoder, share: float = 1.0) -> Problem:
    """Read a text, choose its candidates, collect their evidence."""
    source = read_side(gold.chinese, encoder, chinese=True)
    target = read_side(gold.english, encoder, chinese=False)
    rungs = ladder(gold)
    lattice, close = candidates(source, target, rungs)
    cuts = {cut for one, other in rungs for cut in zip(one, other)}
    lattice = narrowed(lattice, *rough(lattice, source, target), cuts)
    columns = evidence(lattice, source, target, close)
    unpaired = null_evidence(source, close), null_evidence(target, close)
    wanted = _wanted(gold, lattice, columns, unpaired)
    return Problem(gold, lattice, columns, unpaired, wanted, share)


def fit(
    problems: Sequence[Problem], start: Weights | None = None, without: str | None = None
) -> Weights:
    """The weights under which the ladders made by hand are most probable.

    Fitted twice: the second time with what the first weights say of each text's gaps. Evidence
    whose name matches ``without`` gets no weight.
    """
    free = np.array([not (without and re.match(without, name)) for name in WEIGHT_NAMES])
    first = start.flat if start else np.zeros_like(problems[0].wanted)
    weights = from_flat(_most_probable(first * free, free, problems))
    looked_at = [_with_gaps(one, weights) for one in problems]
    return from_flat(_most_probable(weights.flat, free, looked_at))


def _most_probable(
    start: NDArray[np.float64], free: NDArray[np.bool_], problems: Sequence[Problem]
) -> NDArray[np.float64]:
    found: NDArray[np.float64] = minimize(
        _loss,
        start,
        args=(free, problems),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 150, "ftol": 1e-7},
    ).x
    return found


def infer(problem: Problem, weights: Weights) -> Marginals:
    """Posterior of a text's candidates, found as the aligner finds it."""
    return _looked(_with_gaps(problem, weights), weights)


def _with_gaps(problem: Problem, weights: Weights) -> Problem:
    """The text with the sign of its gaps, as a first look at it tells."""
    found = _looked(problem, weights)
    unpaired = problem.unpaired[0].copy(), problem.unpaired[1].copy()
    for rows, expected in zip(unpaired, (found.source, found.target)):
        rows[:, _GAPS] = gap_sign(float(expected.sum()), len(rows))
    wanted = _wanted(problem.gold, problem.lattice, problem.columns, unpaired)
    return replace(problem, unpaired=unpaired, wanted=wanted)


def _looked(problem: Problem, weights: Weights) -> Marginals:
    nulls = weights.nulls(*problem.unpaired)
    return compiled_marginals(problem.lattice, problem.columns @ weights.beads, nulls)


def aligned(problem: Problem, weights: Weights) -> set[Bead]:
    """The beads that these weights give a text."""
    return beads_of(decode(problem.lattice, infer(problem, weights)))


def _loss(
    flat: NDArray[np.float64], free: NDArray[np.bool_], problems: Sequence[Problem]
) -> tuple[float, NDArray[np.float64]]:
    weights = from_flat(flat)
    loss = float((_PENALTIES * flat) @ flat)
    slope = 2 * _PENALTIES * flat
    for problem in problems:
        found = _looked(problem, weights)
        expected = np.concatenate(
            [
                found.beads @ problem.columns,
                found.source @ problem.unpaired[0],
                found.target @ problem.unpaired[1],
                found.opened,
            ]
        )
        loss += problem.share * (found.total - float(problem.wanted @ flat))
        slope += problem.share * (expected - problem.wanted)
    return loss, slope * free


def _wanted(
    gold: Gold, lattice: Lattice, columns: Evidence, unpaired: tuple[Evidence, Evidence]
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
    nulls = [np.zeros(len(NULL_NAMES)) for _ in unpaired]
    opened = np.zeros(2)
    before = ""
    for (a, b), (c, d) in ladder(gold):
        if a < b and c < d:
            before = "pair"
            # a bead that is no candidate cannot be learnt from
            if (place := places.get((a, c, b - a, d - c))) is not None:
                beads += columns[place]
        elif a < b:
            nulls[0] += unpaired[0][a]
            opened[0] += before != "source"
            before = "source"
        else:
            nulls[1] += unpaired[1][c]
            opened[1] += before != "target"
            before = "target"
    return np.concatenate([beads, *nulls, opened])
