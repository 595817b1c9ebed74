"""Other aligners on the same texts: Gale-Church (nltk), and the Vecalign search on our vectors."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from gold import Bead, Gold
from numpy.typing import NDArray

from align.encoder import default_encoder

#: Vecalign's default: spans of up to eight sentences.
_OVERLAPS = 8


def gale_church(text: Gold) -> set[Bead]:
    """Lengths alone, nltk's version; it knows 1-1, 1-2, 2-1, 2-2, 1-0 and 0-1."""
    from nltk.translate.gale_church import align_blocks

    lengths = [[len(one) for one in side] for side in (text.chinese, text.english)]
    ratio = sum(lengths[1]) / sum(lengths[0])
    links = align_blocks([round(one * ratio) for one in lengths[0]], lengths[1])
    return _linked(links, text)


def _linked(links: Sequence[tuple[int, int]], text: Gold) -> set[Bead]:
    """Beads from links of single sentences: what hangs together is a bead."""
    sides: list[dict[int, set[int]]] = [{}, {}]
    for source, target in links:
        sides[0].setdefault(source, set()).add(target)
        sides[1].setdefault(target, set()).add(source)
    beads: set[Bead] = set()
    for number in range(len(text.chinese)):
        target = sides[0].get(number, set())
        source = {one for other in target for one in sides[1][other]} or {number}
        beads.add((tuple(sorted(source)), tuple(sorted(target))))
    beads |= {((), (number,)) for number in range(len(text.english)) if number not in sides[1]}
    return beads


def vecalign(text: Gold) -> set[Bead]:
    """Vecalign's search (Thompson and Koehn 2019) over our span vectors, spans of up to eight.

    Called below the package's ``align``, which embeds each of the eight overlaps of both
    sides anew: 36 times the text, minutes where the search takes seconds.
    """
    from sentweave.dp_utils import make_alignment_types
    from sentweave.dp_utils import vecalign as search

    encoder = default_encoder()
    overlaps = [
        _overlaps(encoder.runs(side, _OVERLAPS, joint))
        for side, joint in ((text.chinese, ""), (text.english, " "))
    ]
    stack = search(
        vecs0=overlaps[0],
        vecs1=overlaps[1],
        final_alignment_types=make_alignment_types(_OVERLAPS),
        del_percentile_frac=0.2,
        width_over2=_OVERLAPS // 2 + 5,
        max_size_full_dp=300,
        costs_sample_size=20_000,
        num_samps_for_norm=100,
    )
    return {
        bead
        for source, target in stack[0]["final_alignments"]
        for bead in _spread(tuple(map(int, source)), tuple(map(int, target)))
    }


def _overlaps(runs: NDArray[np.float32]) -> NDArray[np.float32]:
    """Vecalign's order: by size, and a span stands where it ends."""
    count, sizes, width = runs.shape
    rows = np.zeros((sizes, count, width), dtype=np.float32)
    for size in range(min(sizes, count)):
        rows[size, size:] = runs[: count - size, size]
        # too short to end here: any unit vector, as the package has the word PAD
        rows[size, :size, 0] = 1
    return rows


def _spread(source: tuple[int, ...], target: tuple[int, ...]) -> list[Bead]:
    if source and target:
        return [(source, target)]
    return [((one,), ()) for one in source] + [((), (one,)) for one in target]
