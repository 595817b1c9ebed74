"""What an alignment is made of, and which shapes a bead may have."""

from __future__ import annotations

from dataclasses import dataclass

#: Most sentences of one side that a bead may join. Of 2,392 hand-made beads (literature and
#: academic) none joins more than six; those with more than seven in all are three.
LONGEST = 6
MOST = 7

#: (source sentences, target sentences) of the beads that pair something.
SHAPES: tuple[tuple[int, int], ...] = tuple(
    (source, target)
    for source in range(1, LONGEST + 1)
    for target in range(1, LONGEST + 1)
    if source + target <= MOST
)


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that face each other, as half-open ranges; one range may be empty."""

    source: tuple[int, int]
    target: tuple[int, int]
    #: probability that the two sides are translations of each other; 0 if one is empty
    score: float

    @property
    def paired(self) -> bool:
        return self.source[0] < self.source[1] and self.target[0] < self.target[1]
