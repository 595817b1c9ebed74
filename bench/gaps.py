"""Unpaired sentences where text is missing: passages, and single sentences.

    python bench/gaps.py --data DIR

Text is taken out of either side of hand-aligned texts, and what faced it should come out
unpaired. Ours is measured one text left out at a time: the weights were fitted on the other
texts. Where a single sentence is missing, what faced it is easily joined to its neighbour's
pair, and finding it is what the tool is for.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from gold import Bead, Gold, read_sets
from numpy.typing import NDArray

if TYPE_CHECKING:
    from learning import Problem

    from align.weights import Weights

#: Right, found, and in the hand-made alignment.
Counts = NDArray[np.int64]
#: A text and the beads found in it.
Result = tuple[Gold, set[Bead]]


def counted(found: set[Bead], gold: set[Bead]) -> Counts:
    """How many beads are right, were found, and are to be found."""
    return np.array([len(found & gold), len(found), len(gold)])


def f1(counts: Counts) -> float:
    """The harmonic mean of precision and recall."""
    return float(2 * counts[0] / max(counts[1] + counts[2], 1))


def found_in(problems: Iterable[Problem], folds: dict[str, Weights]) -> list[Result]:
    """Each text aligned by the weights that were fitted without it."""
    from learning import aligned

    return [(one.gold, aligned(one, folds[one.gold.name.split(" ")[0]])) for one in problems]


def told(title: str, results: Sequence[Result]) -> str:
    """Strict F1 by set, and what of the unpaired sentences was found."""
    single = np.zeros(3, np.int64)
    sets: dict[str, Counts] = {}
    for text, found in results:
        gold = set(text.beads)
        single += counted(_unpaired(found), _unpaired(gold))
        name = text.name.split("/")[0]
        sets[name] = sets.get(name, np.zeros(3, np.int64)) + counted(found, gold)
    return (
        f"{title}: F1 {', '.join(f'{name} {f1(one):.4f}' for name, one in sets.items())};"
        f" unpaired sentences ({single[2]}): precision {single[0] / max(single[1], 1):.3f},"
        f" recall {single[0] / max(single[2], 1):.3f}"
    )


def _unpaired(beads: set[Bead]) -> set[Bead]:
    return {bead for bead in beads if not (bead[0] and bead[1])}


def main() -> None:
    from fit_alignment import CUTS, lacking, leave_one_out, shortened
    from learning import fit, prepare

    from align.encoder import default_encoder

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    encoder = default_encoder()
    texts = list(read_sets(parser.parse_args().data))
    whole = [prepare(text, encoder) for text in texts]
    cuts = shortened(texts, encoder)
    single = lacking(texts, encoder)
    folds = leave_one_out(whole, [*cuts, *single], fit([*whole, *cuts, *single]))
    print(told("whole texts", found_in(whole, folds)))
    for place, every in enumerate(CUTS):
        mine = cuts[place * len(texts) : (place + 1) * len(texts)]
        print(told(f"a passage cut out about every {every} beads", found_in(mine, folds)))
    print(told("single sentences missing", found_in(single[-len(texts) :], folds)))


if __name__ == "__main__":
    main()
