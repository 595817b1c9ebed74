"""Fit the weights of the alignment and write align/data/alignment.json.

    python bench/fit_alignment.py --data DIR [--out FILE]

DIR holds sets as ``bench/gold.py`` reads them. Every text is learnt as it is, with passages
cut out and with single sentences missing. The calibration is fitted on posteriors of texts
that the weights had not seen (one text left out at a time), and on texts that have nothing to
do with each other.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from gold import Gold, beads_of, cut, lone, morsels, read_sets, unrelated
from learning import PENALTY, Problem, fit, infer, prepare
from numpy.typing import NDArray
from scipy.optimize import minimize

from align.aligner import decode, judged_by, paired
from align.calibration import probabilities
from align.encoder import Encoder
from align.encoders import encoder_named
from align.weights import Weights
from corpus.files import write_text

#: How much a text with passages cut out counts beside the same text whole. .3 to 1 differ by
#: less than .007; without any, a quarter of the unpaired sentences is lost.
CUT_SHARE = 0.6
#: A passage is cut out about every so many beads. Without 10, of texts that lack a third of
#: their passages a tenth of the pairs more is wrong (F1 .907 instead of .932); whole texts
#: lose .004.
CUTS = (30, 10)
#: How much a text that lacks single sentences counts, and about every so many beads a bead's
#: sentences are missing on one side. Learnt from, .81 of them are found, else .68. With 25
#: alone the academic text, left out, is .990 to .9915 (bench/RESULTS.md).
LONE_SHARE = 0.8
LONE = (60, 25)
#: Their draws are numbered from here; those of passages are 1 and 2.
_FIRST_LONE = 4
#: Sentences of either side of two unrelated texts.
UNRELATED_SIZE = 60
#: How often each unrelated text counts for the calibration. They hold few pairs; counted once,
#: a pair among nothing but unpaired sentences is believed too easily.
STRANGERS_SHARE = 5
#: Tiny texts are taken every so many beads, wrong ones so many beads apart.
EVERY, APART = 12, 17
_DATA = Path(__file__).parent.parent / "align" / "data"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", default="use", help="use, e5 or use+e5")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    encoder = encoder_named(options.encoder)
    suffix = "" if options.encoder == "use" else f"-{options.encoder}"
    out = options.out or _DATA / f"alignment{suffix}.json"
    texts = list(read_sets(options.data))
    whole = [prepare(text, encoder) for text in texts]
    cuts = shortened(texts, encoder)
    made = [*cuts, *lacking(texts, encoder)]
    weights = fit([*whole, *made])
    folds = leave_one_out(whole, made, weights)
    unrelated_texts = strangers(texts, encoder) * STRANGERS_SHARE
    beside = [*unrelated_texts, *tiny(texts, encoder)]
    # texts that lack a third are left out: they teach that a pair among unpaired sentences is
    # right, which it is not where two texts have nothing to do with each other
    rows, right = calibration_data([*whole, *cuts[: len(texts)], *beside], folds)
    stored = {
        "about": "written by bench/fit_alignment.py; evidence and model in align/evidence.py",
        "encoder": encoder.name,
        "penalty": PENALTY,
        "cut share": CUT_SHARE,
        "lone share": LONE_SHARE,
        "texts": [text.name for text in texts],
        "beads": sum(len(text.beads) for text in texts),
        "weights": weights.as_json(),
        "calibration": fit_calibration(rows, right).tolist(),
    }
    write_text(out, json.dumps(_rounded(stored), indent=1, ensure_ascii=False) + "\n")
    print(f"{out}: {len(texts)} texts, {stored['beads']} beads")


def shortened(texts: Sequence[Gold], encoder: Encoder) -> list[Problem]:
    """Each text with some of its passages cut out, and with many."""
    return [
        prepare(cut(text, seed, every), encoder, CUT_SHARE)
        for seed, every in enumerate(CUTS, start=1)
        for text in texts
    ]


def lacking(texts: Sequence[Gold], encoder: Encoder) -> list[Problem]:
    """Each text with single sentences missing, few and more."""
    return [
        prepare(lone(text, seed, every), encoder, LONE_SHARE)
        for seed, every in enumerate(LONE, start=_FIRST_LONE)
        for text in texts
    ]


def leave_one_out(
    whole: Sequence[Problem],
    made: Sequence[Problem],
    start: Weights,
    without: str | None = None,
) -> dict[str, Weights]:
    """For each text the weights fitted on all the others, and on what is made of them."""
    folds = {}
    for left_out in whole:
        print("without", left_out.gold.name, file=sys.stderr)
        name = left_out.gold.name
        others = [one for one in (*whole, *made) if not one.gold.name.startswith(name)]
        folds[name] = fit(others, start, without)
    return folds


def strangers(texts: Sequence[Gold], encoder: Encoder) -> list[Problem]:
    """Each text against the next but one: no pairs."""
    return [
        prepare(unrelated(text, texts[(place + 2) % len(texts)], UNRELATED_SIZE), encoder)
        for place, text in enumerate(texts)
    ]


def tiny(texts: Sequence[Gold], encoder: Encoder) -> list[Problem]:
    """Tiny texts taken out of each text, right ones and wrong ones."""
    return [prepare(one, encoder) for text in texts for one in morsels(text, EVERY, APART)]


def calibration_data(
    problems: Sequence[Problem], folds: dict[str, Weights]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Calibration evidence of every pair found, and whether it is right."""
    rows, right = [], []
    for problem in problems:
        weights = folds[problem.gold.name.split(" ")[0]]
        evidence, truth = judged(problem, weights)
        rows.append(evidence)
        right.append(truth)
    return np.concatenate(rows), np.concatenate(right)


def judged(problem: Problem, weights: Weights) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Calibration evidence of the pairs of one text, and whether each is right."""
    found = infer(problem, weights)
    path = decode(problem.lattice, found)
    evidence = judged_by(problem.lattice, problem.columns, found, path)
    gold = set(problem.gold.beads)
    truth = [beads_of([step]) <= gold for step in path if paired(*step)]
    return evidence, np.array(truth, dtype=np.float64)


def fit_calibration(
    rows: NDArray[np.float64], right: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Logistic regression with a slight penalty."""

    def loss(row: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = rows @ row
        wrong = probabilities(rows, row.tolist()) - right
        value = float((np.logaddexp(0, odds) - right * odds).sum() + 0.05 * row @ row)
        return value, rows.T @ wrong + 0.1 * row

    found: NDArray[np.float64] = minimize(
        loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B"
    ).x
    return found


def _rounded(value: object) -> object:
    """Four digits after the point: more than the data can tell."""
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_rounded(one) for one in value]
    return value


if __name__ == "__main__":
    main()
