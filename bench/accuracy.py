"""Strict F1 of the alignment on hand-aligned sets, beside other systems and without parts.

    python bench/accuracy.py --data DIR [--no-ablation]

Every bead counts, unpaired ones too. Ours is measured one text left out at a time: the
weights were fitted on the other texts. Then the share of unpaired sentences found in texts
with passages cut out, and how well the score says how often a pair is right.
"""

from __future__ import annotations

import argparse
import platform
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from fit_alignment import CUT_SHARE, fit_calibration, judged, leave_one_out, strangers
from gold import Bead, Gold, cut, read_sets
from learning import PENALTY, Problem, aligned, fit, prepare
from numpy.typing import NDArray

from align.calibration import probabilities
from align.encoder import default_encoder
from align.evidence import NAMES
from align.weights import Weights

#: Kinds of evidence that the ablation takes away, by how their names begin.
PARTS = {
    "span vectors": ("cosine",),
    "words": ("words",),
    "length": ("length",),
    "marks": ("quot", "both", "one ", "quest", "excl", "brack"),
    "shapes": ("shape", "size"),
}
_BINS = 10
#: Vecalign's default: spans of up to eight sentences.
_OVERLAPS = 8
_REVIEW = 0.8

Counts = NDArray[np.int64]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--no-ablation", action="store_true")
    options = parser.parse_args()
    encoder = default_encoder()
    texts = list(read_sets(options.data))
    print("| system |", " | ".join(text.name for text in texts), "| all but academic |")
    print("|---" * (len(texts) + 2) + "|")
    _row("Gale-Church (nltk)", texts, gale_church)
    try:
        import sentweave  # noqa: F401

        _row("Vecalign search (sentweave) on our vectors", texts, vecalign)
    except ImportError:
        print("| Vecalign search: sentweave is not installed |")
    whole = [prepare(text, encoder) for text in texts]
    cuts = [prepare(cut(text, 1), encoder, CUT_SHARE) for text in texts]
    folds = _measure("duiyi", whole, cuts)
    if not options.no_ablation:
        for name, beginnings in PARTS.items():
            keep = np.array([not column.startswith(beginnings) for column in NAMES])
            _measure(f"duiyi without {name}", _masked(whole, keep), _masked(cuts, keep))
    print()
    _unpaired(cuts, folds)
    _calibration(whole, cuts, strangers(texts, encoder), folds)
    print(
        f"\nsignature: encoder {encoder.name}, numpy {np.__version__},"
        f" python {platform.python_version()}, penalty {PENALTY}, cut share {CUT_SHARE},"
        f" texts {len(texts)}, beads {sum(len(text.beads) for text in texts)},"
        " strict F1 with unpaired beads, one text left out"
    )


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


def _row(name: str, texts: Sequence[Gold], system: Callable[[Gold], set[Bead]]) -> None:
    _print(name, texts, [_count(system(text), set(text.beads)) for text in texts])


def _measure(
    name: str, whole: Sequence[Problem], cuts: Sequence[Problem]
) -> dict[str, Weights]:
    folds = leave_one_out(whole, cuts, fit([*whole, *cuts]))
    counts = [
        _count(aligned(one, folds[one.gold.name]), set(one.gold.beads)) for one in whole
    ]
    _print(name, [one.gold for one in whole], counts)
    return folds


def _print(name: str, texts: Sequence[Gold], counts: Sequence[Counts]) -> None:
    literature = [one for text, one in zip(texts, counts) if not text.name.startswith("acad")]
    scores = [_f1(one) for one in (*counts, sum(literature, np.zeros(3, np.int64)))]
    print(f"| {name} |", " | ".join(f"{score:.4f}" for score in scores), "|", flush=True)


def _count(found: set[Bead], gold: set[Bead]) -> Counts:
    return np.array([len(found & gold), len(found), len(gold)])


def _f1(counts: Counts) -> float:
    return float(2 * counts[0] / max(counts[1] + counts[2], 1))


def _masked(problems: Sequence[Problem], keep: NDArray[np.bool_]) -> list[Problem]:
    rest = len(problems[0].wanted) - len(keep)
    mask = np.concatenate([keep, np.ones(rest)])
    return [
        replace(one, columns=one.columns * keep, wanted=one.wanted * mask) for one in problems
    ]


def _unpaired(cuts: Sequence[Problem], folds: dict[str, Weights]) -> None:
    counts = np.zeros(3, np.int64)
    for one in cuts:
        found = aligned(one, folds[one.gold.name.split(" ")[0]])
        single = [{b for b in beads if not (b[0] and b[1])} for beads in (found, one.gold.beads)]
        counts += _count(single[0], single[1])
    print(
        f"unpaired sentences of texts with passages cut out ({counts[2]}):"
        f" precision {counts[0] / counts[1]:.3f}, recall {counts[0] / counts[2]:.3f}"
    )


def _calibration(
    whole: Sequence[Problem],
    cuts: Sequence[Problem],
    unrelated: Sequence[Problem],
    folds: dict[str, Weights],
) -> None:
    """Each text judged by a calibration fitted on the pairs of the others."""
    data = {
        one.gold.name: judged(one, folds[one.gold.name.split(" ")[0]])
        for one in (*whole, *cuts, *unrelated)
    }
    scores: dict[str, NDArray[np.float64]] = {}
    for name, (rows, _) in data.items():
        text = name.split(" ")[0]
        others = [pair for other, pair in data.items() if other.split(" ")[0] != text]
        weights = fit_calibration(
            np.concatenate([rows for rows, _ in others]), np.concatenate([y for _, y in others])
        )
        scores[name] = probabilities(rows, weights.tolist())
    names = [one.gold.name for one in whole]
    score = np.concatenate([scores[name] for name in names])
    right = np.concatenate([data[name][1] for name in names])
    place = np.minimum((score * _BINS).astype(int), _BINS - 1)
    print("\n| score | pairs | mean score | right |\n|---|---|---|---|")
    error = 0.0
    for one in range(_BINS):
        inside = place == one
        if inside.any():
            mean, share = score[inside].mean(), right[inside].mean()
            error += abs(mean - share) * inside.mean()
            print(f"| {one / _BINS:.1f} | {inside.sum()} | {mean:.3f} | {share:.3f} |")
    caught = ((score < _REVIEW) & (right == 0)).sum() / (right == 0).sum()
    print(f"\nexpected calibration error {error:.4f}")
    print(f"below {_REVIEW}: {(score < _REVIEW).mean():.3f} of pairs, {caught:.3f} of wrong ones")
    accepted = total = 0
    for one in unrelated:
        accepted += int((scores[one.gold.name] >= 0.5).sum())
        total += len(one.gold.chinese) + len(one.gold.english)
    print(f"unrelated texts: {accepted} pairs accepted among {total} sentences")


if __name__ == "__main__":
    main()
