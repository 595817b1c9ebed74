"""From the posterior of a bead to the probability that it is right.

The posterior alone is nearly calibrated. What it does not know is that two texts may have
nothing to do with each other: then single beads stand among unpaired sentences, so the share
of paired sentences around a bead is taken into account as well. And where a pair has hardly any
surroundings (a heading faced by a heading), how much the two resemble each other decides.

What is shown is a little more careful: of the pairs between .8 and .942 every tenth is wrong, and
they are most of the wrong pairs that a reviewer would be spared by a limit of .8. They are shown
just below it, in their order; no score lies between .8 and .942.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.lattice import Ranges, Values

#: Where a posterior stops: 1e-4 from certainty.
_CERTAIN = 1e-4
#: Beads to either side that count as the surroundings.
_AROUND = 12
#: Keeps the logarithm of an empty neighbourhood finite.
_SOME = 0.05
#: Sentences around a pair at which its own likeness counts half of what it counts alone.
_COMPANY = 4.0

#: Probabilities between these two are shown as scores between the next two. "Review everything
#: below .8" then catches .92 of the wrong pairs, and not .53 (bench/accuracy.py). It costs: .18
#: of all pairs are to be reviewed, and not .07 (novels .32, articles .01), and the score of
#: novels is .029 from calibrated, and not .011. With .944 that would be .030; with .941 the
#: review misses a tenth of the wrong pairs.
_DOUBTFUL = 0.795, 0.942
_JUST_BELOW = 0.795, 0.7999


def calibration_evidence(
    path: Sequence[Ranges], posteriors: Values, likeness: Values
) -> Values:
    """One row for each pair of the path.

    Constant, log odds, log share paired around it, loneliness, and loneliness times each
    kind of ``likeness`` (one row for each bead). Like ``posteriors``, it has an entry for
    each bead of the path; those of unpaired sentences are not looked at.
    """
    paired = np.array([a < b and c < d for (a, b), (c, d) in path], dtype=np.bool_)
    size = np.array([b - a + d - c for (a, b), (c, d) in path], dtype=np.float64)
    all_before = np.concatenate([[0.0], np.cumsum(size)])
    paired_before = np.concatenate([[0.0], np.cumsum(size * paired)])
    place = np.flatnonzero(paired)
    first = np.maximum(place - _AROUND, 0)
    last = np.minimum(place + _AROUND + 1, len(path))
    near = all_before[last] - all_before[first] - size[place]
    paired_near = paired_before[last] - paired_before[first] - size[place]
    # a pair all by itself has no surroundings to speak against it
    share = np.where(near > 0, paired_near / np.maximum(near, 1), 1.0)
    safe = np.clip(posteriors[place], _CERTAIN, 1 - _CERTAIN)
    lonely = _COMPANY / (_COMPANY + near)
    columns = [np.ones(len(place)), np.log(safe / (1 - safe)), np.log(share + _SOME), lonely]
    return np.column_stack([*columns, likeness[place] * lonely[:, None]])


def probabilities(rows: Values, weights: Sequence[float]) -> Values:
    """The share of right beads to be expected among such rows."""
    odds = rows @ np.array(weights, dtype=np.float64)
    result: Values = 1 / (1 + np.exp(-odds))
    return result


def careful(probable: Values) -> Values:
    """The score that is shown for each probability: what may well be wrong is below .8."""
    shown: Values = np.where(
        (probable > _DOUBTFUL[0]) & (probable < _DOUBTFUL[1]),
        np.interp(probable, _DOUBTFUL, _JUST_BELOW),
        probable,
    )
    return shown
