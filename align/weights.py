"""The fitted weights of the evidence, with where they come from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from align.evidence import NAMES, NULL_NAMES, Evidence
from align.lattice import Nulls


@dataclass(frozen=True, slots=True)
class Weights:
    """One weight for each kind of evidence."""

    beads: NDArray[np.float64]
    source: NDArray[np.float64]
    target: NDArray[np.float64]
    opening: tuple[float, float]

    def nulls(self, source: Evidence, target: Evidence) -> Nulls:
        """What unpaired sentences are worth, from the ``null_evidence`` of both sides."""
        return Nulls(source @ self.source, target @ self.target, self.opening)

    @property
    def by_gaps(self) -> bool:
        """Whether what an unpaired sentence is worth depends on how many the text has."""
        place = NULL_NAMES.index("unpaired, by the text's gaps")
        return bool(self.source[place] or self.target[place])

    @property
    def flat(self) -> NDArray[np.float64]:
        """All weights in one row: what a fit changes."""
        return np.concatenate([self.beads, self.source, self.target, self.opening])

    def as_json(self) -> dict[str, Any]:
        """Each weight under its name."""
        return {
            "beads": dict(zip(NAMES, self.beads.tolist())),
            "source": dict(zip(NULL_NAMES, self.source.tolist())),
            "target": dict(zip(NULL_NAMES, self.target.tolist())),
            "opening": {"source": self.opening[0], "target": self.opening[1]},
        }


def from_flat(row: NDArray[np.float64]) -> Weights:
    """The inverse of ``Weights.flat``."""
    beads, nulls = len(NAMES), len(NULL_NAMES)
    parts = np.split(row, [beads, beads + nulls, beads + 2 * nulls])
    return Weights(parts[0], parts[1], parts[2], (float(parts[3][0]), float(parts[3][1])))


@cache
def shipped(name: str = "alignment") -> tuple[Weights, dict[str, Any]]:
    """The weights in a file of ``align/data`` and the rest of that file.

    Evidence that a file does not name has no weight: e5's were fitted before closeness was known.
    """
    stored = json.loads((files("align") / "data" / f"{name}.json").read_text("utf-8"))
    weights = stored["weights"]
    return (
        Weights(
            np.array([weights["beads"].get(name, 0.0) for name in NAMES]),
            np.array([weights["source"].get(name, 0.0) for name in NULL_NAMES]),
            np.array([weights["target"].get(name, 0.0) for name in NULL_NAMES]),
            (float(weights["opening"]["source"]), float(weights["opening"]["target"])),
        ),
        stored,
    )
