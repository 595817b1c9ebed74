"""From the posterior of a bead to the probability that it is right.

The posterior alone is nearly calibrated. What it does not know is that two texts may have
nothing to do with each other: then single beads stand among unpaired sentences of both sides, so
these count against it. Unpaired sentences of one side alone do not: the other side left something
out. And where a pair has hardly any surroundings (a heading faced by a heading), the posterior
rests on little, and how much the two resemble each other decides.

What is shown is more careful: of the pairs between .8 and .975 one in thirteen is wrong, and
they are most of the wrong pairs that a reviewer would be spared by a limit of .8. They are shown
just below it, in their order; no score lies between .8 and .975.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from align.lattice import Ranges, Values

#: Where a posterior stops: 1e-4 from certainty.
_CERTAIN = 1e-4
#: Beads to either side that count as the surroundings.
_AROUND = 12
#: Keeps the logarithm of an empty neighbourhood finite.
_SOME = 0.05
#: Paired sentences that are taken for granted around every pair: what little stands around the
#: pairs of a tiny document tells little. 0 to 2 give large texts the same.
_GRANTED = 2.0
#: Sentences around a pair at which its own likeness counts half of what it counts alone.
_COMPANY = 4.0

#: Probabilities from ``_DOUBTFUL`` to ``LIMIT`` are shown as scores between the next two. "Review
#: everything below .8" then catches .91 of the wrong pairs (bench/accuracy.py; .897 with .965).
#: It costs: .24 of all pairs are to be reviewed (.21), and the score is .030 from calibrated, that
#: of novels .037 (.024 and .029).
_DOUBTFUL, LIMIT = 0.795, 0.975
_JUST_BELOW = 0.795, 0.7999


def calibration_evidence(
    path: Sequence[Ranges], posteriors: Values, likeness: Values
) -> Values:
    """One row for each pair of the path.

    Constant, log odds, log share paired around it, loneliness, and loneliness times the log
    odds and each kind of ``likeness`` (one row for each bead). Like ``posteriors``, it has an
    entry for each bead of the path; those of unpaired sentences are not looked at.
    """
    paired = np.array([a < b and c < d for (a, b), (c, d) in path], dtype=np.bool_)
    sizes = np.array([(b - a, d - c) for (a, b), (c, d) in path], dtype=np.float64).reshape(-1, 2)
    place = np.flatnonzero(paired)
    near = _around(sizes, place)
    paired_near = _around(sizes * paired[:, None], place)
    against = 2 * (near - paired_near).min(axis=1)
    granted = paired_near.sum(axis=1) + _GRANTED
    safe = np.clip(posteriors[place], _CERTAIN, 1 - _CERTAIN)
    odds = np.log(safe / (1 - safe))
    lonely = _COMPANY / (_COMPANY + near.sum(axis=1))
    columns = [np.ones(len(place)), odds, np.log(granted / (granted + against) + _SOME), lonely]
    return np.column_stack([*columns, odds * lonely, likeness[place] * lonely[:, None]])


def _around(sizes: Values, place: NDArray[np.int64]) -> Values:
    """The sum of both sides' sizes around some beads of a path, without the beads themselves."""
    before = np.concatenate([np.zeros((1, 2)), np.cumsum(sizes, axis=0)])
    last = np.minimum(place + _AROUND + 1, len(sizes))
    near: Values = before[last] - before[np.maximum(place - _AROUND, 0)] - sizes[place]
    return near


def probabilities(rows: Values, weights: Sequence[float]) -> Values:
    """The share of right beads to be expected among such rows."""
    odds = rows @ np.array(weights, dtype=np.float64)
    result: Values = 1 / (1 + np.exp(-odds))
    return result


def careful(probable: Values, limit: float = LIMIT) -> Values:
    """The score that is shown for each probability: what may well be wrong is below .8."""
    shown: Values = np.where(
        (probable > _DOUBTFUL) & (probable < limit),
        np.interp(probable, (_DOUBTFUL, limit), _JUST_BELOW),
        probable,
    )
    return shown
