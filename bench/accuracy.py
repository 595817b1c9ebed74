"""Strict F1 of the alignment on hand-aligned sets, beside other systems and without parts.

    python bench/accuracy.py --data DIR [--no-ablation] [--plot FILE.svg]

Every bead counts, unpaired ones too. Ours is measured one text left out at a time: the
weights were fitted on the other texts. Then the share of unpaired sentences found in texts
with passages cut out, and how well the score says how often a pair is right.
"""

from __future__ import annotations

import argparse
import platform
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from fit_alignment import (
    CUT_SHARE,
    CUTS,
    LONE_SHARE,
    STRANGERS_SHARE,
    fit_calibration,
    judged,
    lacking,
    leave_one_out,
    shortened,
    strangers,
    tiny,
)
from gaps import Counts, counted, f1, found_in, told
from gold import Bead, Gold, read_sets
from learning import PENALTY, Problem, aligned, fit, prepare
from numpy.typing import NDArray
from other_systems import gale_church, vecalign
from reliability import plot, reliability

from align.calibration import LIMIT, careful, probabilities
from align.encoder import default_encoder
from align.weights import Weights
from corpus.files import write_text

#: Kinds of evidence that the ablation takes away, by their names.
PARTS = {
    "span vectors": "cosine",
    "words": "words",
    "clauses": "clauses|source's clauses|target's clauses",
    "length": "length",
    "marks": "quot|both|one |quest|excl|brack",
    "shapes": "shape|size",
    "closeness": ".*closely translated",
    "gaps": ".*the text's gaps",
}
_BINS = 10
_REVIEW = 0.8
_LIMITS = 0.94, 0.95, 0.96, 0.965, 0.97, 0.975, 0.98
#: How the names of texts end that no calibration learns from: those that lack a third.
_NOT_LEARNT = f" cut {len(CUTS)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--no-ablation", action="store_true")
    parser.add_argument("--plot", type=Path, help="write the reliability of the score as SVG")
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
    cuts = shortened(texts, encoder)
    single = lacking(texts, encoder)
    made = [*cuts, *single]
    folds = _measure("duiyi", whole, made)
    if not options.no_ablation:
        for name, part in PARTS.items():
            _measure(f"duiyi without {name}", whole, made, part)
    print()
    for seed, every in enumerate(CUTS, start=1):
        mine = [one for one in cuts if one.gold.name.endswith(f" cut {seed}")]
        print(told(f"a passage cut out about every {every} beads", found_in(mine, folds)))
    print(told("single sentences missing", found_in(single[-len(texts) :], folds)))
    unrelated = strangers(texts, encoder)
    score, right = _calibration([*whole, *cuts, *unrelated, *tiny(texts, encoder)], folds)
    if options.plot:
        write_text(options.plot, plot(score, right, _BINS))
    print(
        f"\nsignature: encoder {encoder.name}, numpy {np.__version__},"
        f" python {platform.python_version()}, penalty {PENALTY}, cut share {CUT_SHARE},"
        f" lone share {LONE_SHARE},"
        f" cuts {CUTS},"
        f" texts {len(texts)}, beads {sum(len(text.beads) for text in texts)},"
        " strict F1 with unpaired beads, one text left out"
    )


def _row(name: str, texts: Sequence[Gold], system: Callable[[Gold], set[Bead]]) -> None:
    _print(name, texts, [counted(system(text), set(text.beads)) for text in texts])


def _measure(
    name: str, whole: Sequence[Problem], made: Sequence[Problem], without: str | None = None
) -> dict[str, Weights]:
    start = fit([*whole, *made], without=without)
    folds = leave_one_out(whole, made, start, without)
    counts = [
        counted(aligned(one, folds[one.gold.name]), set(one.gold.beads)) for one in whole
    ]
    _print(name, [one.gold for one in whole], counts)
    return folds


def _print(name: str, texts: Sequence[Gold], counts: Sequence[Counts]) -> None:
    literature = [one for text, one in zip(texts, counts) if not text.name.startswith("acad")]
    scores = [f1(one) for one in (*counts, sum(literature, np.zeros(3, np.int64)))]
    print(f"| {name} |", " | ".join(f"{score:.4f}" for score in scores), "|", flush=True)


def _calibration(
    problems: Sequence[Problem], folds: dict[str, Weights]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Each text judged by a calibration fitted on the pairs of the others, as the shipped one is.

    Returns the score of each pair of the whole texts, and whether it is right.
    """
    data = {one.gold.name: judged(one, folds[one.gold.name.split(" ")[0]]) for one in problems}
    score: dict[str, list[NDArray[np.float64]]] = {}
    right: dict[str, list[NDArray[np.float64]]] = {}
    probable: list[NDArray[np.float64]] = []
    for left_out in folds:
        others = [
            pair
            for name, pair in data.items()
            if name.split(" ")[0] != left_out and not name.endswith(_NOT_LEARNT)
            for _ in range(STRANGERS_SHARE if _kind(name) == "unrelated" else 1)
        ]
        weights = fit_calibration(
            np.concatenate([rows for rows, _ in others]), np.concatenate([y for _, y in others])
        )
        for name, (rows, truth) in data.items():
            if name.split(" ")[0] == left_out:
                kind = _kind(name)
                chance = probabilities(rows, weights.tolist())
                score.setdefault(kind, []).append(careful(chance))
                right.setdefault(kind, []).append(truth)
                if kind == "whole":
                    probable.append(chance)
    scores = {kind: np.concatenate(parts) for kind, parts in score.items()}
    truths = {kind: np.concatenate(parts) for kind, parts in right.items()}
    whole, truth = scores["whole"], truths["whole"]
    error = _reliability(whole, truth)
    before, _ = _error(np.concatenate(probable), truth)
    print(f"\nexpected calibration error {error:.4f} (of the probability before it is made")
    print(f"careful: {before:.4f}); passages cut out {_error(scores['cut'], truths['cut'])[0]:.4f}")
    novels = [place for place, name in enumerate(folds) if not name.startswith("academic")]
    literature = [
        np.concatenate([parts["whole"][place] for place in novels]) for parts in (score, right)
    ]
    print(f"literature alone {_error(literature[0], literature[1])[0]:.4f}")
    print(f"right above wrong (AUC) {_area(whole, truth):.3f}")
    _limits(np.concatenate(probable), truth, sum(map(len, probable[:novels[0]])))
    sentences = sum(
        len(one.gold.chinese) + len(one.gold.english)
        for one in problems
        if _kind(one.gold.name) == "unrelated"
    )
    accepted = int((scores["unrelated"] >= 0.5).sum())
    print(f"unrelated texts: {accepted} pairs accepted among {sentences} sentences")
    accepted = scores["tiny"] >= 0.5
    print(
        f"texts of one to eight pairs: {accepted[truths['tiny'] == 1].mean():.3f} of the"
        f" right ones accepted, {accepted[truths['tiny'] == 0].mean():.3f} of the wrong ones"
    )
    return whole, truth


def _limits(probable: NDArray[np.float64], truth: NDArray[np.float64], articles: int) -> None:
    """What each limit of ``careful`` catches and costs; the first pairs are of articles."""
    print(f"| limit | pairs below {_REVIEW} | wrong ones | error | literature alone |")
    print("|---|---|---|---|---|")
    for limit in sorted({LIMIT, *_LIMITS}):
        score = careful(probable, limit)
        below = score < _REVIEW
        errors = _error(score, truth)[0], _error(score[articles:], truth[articles:])[0]
        print(f"| {limit} | {below.mean():.3f} | {below[truth == 0].mean():.3f} |"
              f" {errors[0]:.4f} | {errors[1]:.4f} |")


def _kind(name: str) -> str:
    for word, kind in ((" cut ", "cut"), (" against ", "unrelated"), (" morsel ", "tiny")):
        if word in name:
            return kind
    return "whole"


def _reliability(score: NDArray[np.float64], right: NDArray[np.float64]) -> float:
    error, bins = _error(score, right)
    print("\n| score | pairs | mean score | right |\n|---|---|---|---|")
    for place, count, mean, share in bins:
        print(f"| {place / _BINS:.1f} | {count} | {mean:.3f} | {share:.3f} |")
    return error


def _error(
    score: NDArray[np.float64], right: NDArray[np.float64]
) -> tuple[float, list[tuple[int, int, float, float]]]:
    """Expected calibration error, and for each bin its pairs, mean score and share of right."""
    error, bins = 0.0, reliability(score, right, _BINS)
    for _, count, mean, share in bins:
        error += abs(mean - share) * count / len(score)
    return error, bins


def _area(score: NDArray[np.float64], right: NDArray[np.float64]) -> float:
    """How often a right pair has a higher score than a wrong one, ties half."""
    above, below = score[right == 1][:, None], score[right == 0]
    return float((above > below).mean() + 0.5 * (above == below).mean())


if __name__ == "__main__":
    main()
