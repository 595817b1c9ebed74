"""Fit the weights of omission, addition and score, and say how good they are.

    python bench/fit_omission.py --data DIR [-o qa/data]

DIR is described in ``omission_sets.py``. First what each kind of Chinese word takes in English
is fitted (``length_lessons.py``; written to ``lengths.json``), how often a word stays alone in
right pairs (``habit_lessons.py``; ``habits.json``) and the doubt of a single word
(``word_lessons.py``; ``words.json``), then what lengths and doubts of a pair say together
(``omission.json``), with weights held to the sign they must have (more lost words, more
omission). People's labels only measure: as lessons they cost, their own figures too. In five
folds; no document of the labelled sets, no academic text and no chapter of a novel is on both
sides of a fold, neither for words and lengths nor for the pairs. The figures
printed are of pairs that none of the fits has seen. Lengths are compared with what is usual
among the right pairs of the same document, as ``duiyi check`` compares them in a file; the
pair itself is not among them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from figures import table
from habit_lessons import HabitLessons
from length_lessons import LengthLessons
from logistic import Model, Numbers, fit
from numpy.typing import NDArray
from omission_sets import ARTICLES, Sample, others, samples
from word_lessons import WordLessons

from align.encoder import default_encoder
from qa.coverage import Comparison, Evidence, compare, sides, weigh
from qa.coverage_doubts import AROUND_TERMS, SIGHTS, Doubts, terms
from qa.coverage_features import NAMES, PAIR_NAMES, pair_features
from qa.coverage_habits import Habits, habits, telling
from qa.coverage_lengths import KINDS, Lengths, usual_lengths
from qa.unit import Tongue

#: How much a sample of each kind counts: large cuts are easy and one word is hardly seen.
_CUTS = {"sentence": 1.0, "half": 0.5, "clause": 1.0, "phrase": 0.7, "word": 0.3}
_RIGHT, _MISMATCH = 3.0, 0.15
#: A cut on the other side is no omission here, and teaches so a little.
_OTHER_SIDE = 0.3
#: Right pairs of articles that may be called: .5 is put there.
_ALARMS = 0.05
#: A pair of strangers, of which there are few, for the score.
_UNRELATED = 12.0
#: Habits nearer to none than this are not written: they change nothing.
_LEAST_HABIT = 0.1
TONGUES: tuple[Tongue, Tongue] = ("zh", "en")
_FOLDS = 5
#: The pieces of the academic set with which its folds begin: each has whole texts, since a
#: term is translated alike throughout a text.
_ACADEMIC = (0, 4, 9, 14, 19)
#: All speak for a loss, but one: where the other side is free as well, it is the translation.
_SIGNS = [-1 if name == "free" else 1 for name in NAMES]
_PAIR_SIGNS = (1, 1, 1, 1, 0, -1)
_PAIRS_AT_ONCE = 512
_PAIRS = (
    "Weights of the features in qa/coverage_features.py, by bench/fit_omission.py: logistic,"
    " signs held, on content cut out of right pairs; the intercept puts .5 where 5 % of right"
    " article pairs lie."
)
_LENGTHS = (
    "What each of the kinds in qa/coverage_lengths.py takes in English, by"
    " bench/fit_omission.py: least squares of logarithms on right pairs."
)
_HABITS = (
    "How likely a word is to have no like counterpart in a right pair, against other words, as"
    " a logarithm of odds, by bench/fit_omission.py: words of two or more documents. English by"
    " stems."
)
_WORDS = (
    "Weights of the terms in qa/coverage_doubts.py, by bench/fit_omission.py: logistic, words of"
    " sentences and clauses cut out of the other side against words of right pairs; 0 where both"
    " are as likely."
)


def read(found: Sequence[Sample], fast: bool) -> list[Comparison]:
    """The words of all samples compared."""
    encoder = None if fast else default_encoder()
    compared: list[Comparison] = []
    for start in range(0, len(found), _PAIRS_AT_ONCE):
        part = found[start : start + _PAIRS_AT_ONCE]
        compared += compare([(sample.chinese, sample.english) for sample in part], encoder)
    return compared


def words(
    found: Sequence[Sample],
    compared: Sequence[Comparison],
    lengths: LengthLessons,
    taught: dict[Tongue, HabitLessons],
) -> tuple[dict[Tongue, tuple[Model, Model]], dict[str, Numbers]]:
    """The word models of all samples, and every sample's features by models without it.

    The features are "zh", "en" and "score".
    """
    folds = np.array([fold(sample) for sample in found])
    lessons = {tongue: WordLessons(found, compared, tongue) for tongue in TONGUES}
    evidence: dict[int, Evidence] = {}
    for number in range(_FOLDS):
        models, known = {}, {}
        for tongue, lesson_of in taught.items():
            without = _without(lesson_of, number)
            known[tongue] = without[number]
            models[tongue] = lessons[tongue].learn(
                folds != number, [without[one] for one in folds]
            )
        shares = lengths.learn(folds != number)
        for place in np.flatnonzero(folds == number).tolist():
            alone = [
                habits(known[tongue], tongue, side.words)
                for tongue, side in zip(TONGUES, compared[place].matched)
            ]
            zh, en = (
                _doubts(models[tongue], side.evidence, own)
                for tongue, side, own in zip(TONGUES, compared[place].matched, alone)
            )
            evidence[place] = weigh(compared[place], (zh, en), telling(alone[0]), shares)
    usual = _usual(found, evidence)
    rows = {"zh": np.zeros((len(found), len(NAMES))), "en": np.zeros((len(found), len(NAMES)))}
    rows["score"] = np.zeros((len(found), len(PAIR_NAMES)))
    for place, one in evidence.items():
        rows["zh"][place], rows["en"][place] = sides(one, usual[place])
        rows["score"][place] = pair_features(one.zh, one.en, one.lengths)
    everyone = np.ones(len(found), dtype=bool)
    models = {}
    for tongue, lesson_of in taught.items():
        without = _without(lesson_of)
        models[tongue] = lessons[tongue].learn(everyone, [without[one] for one in folds])
    return models, rows


def habits_of(
    found: Sequence[Sample],
    compared: Sequence[Comparison],
    more: Sequence[Sample],
    more_compared: Sequence[Comparison],
) -> dict[Tongue, HabitLessons]:
    """What both languages' words do in right pairs, whether they are samples or not."""
    both = [*found, *more], [*compared, *more_compared]
    return {tongue: HabitLessons(*both, tongue) for tongue in TONGUES}


def _without(lessons: HabitLessons, number: int = -1) -> list[Habits]:
    """For the words of each fold the habits learned without it, and without ``number``."""
    return [
        lessons.learn(lambda group: _fold(group) not in (one, number)) for one in range(_FOLDS)
    ]


def _usual(found: Sequence[Sample], evidence: dict[int, Evidence]) -> list[Lengths]:
    """For each sample what is usual among the other right pairs of its document."""
    rights: dict[str, list[int]] = defaultdict(list)
    for place, sample in enumerate(found):
        if sample.kind == "right":
            rights[sample.group].append(place)

    @cache
    def among(group: str, but: int) -> Lengths:
        return usual_lengths([evidence[place].lengths for place in rights[group] if place != but])

    return [among(sample.group, sample.right) for sample in found]


def _doubts(
    sights: tuple[Model, Model], evidence: NDArray[np.float32], alone: Doubts
) -> Doubts:
    """The doubts by models that are not shipped, as ``qa.coverage_doubts`` has them."""
    rows = terms(evidence, alone)
    return np.stack([model.logits(rows[:, : len(model.weights)]) for model in sights], axis=1)


def lesson(sample: Sample, tongue: str) -> tuple[int, float] | None:
    """Whether content of the ``tongue`` side is lost, and how much the sample counts."""
    if sample.kind == "right":
        return 0, _RIGHT
    if sample.kind == "mismatch":
        return 1, _MISMATCH
    if "-" in sample.kind:
        cut, side = sample.kind.split("-")
        # what is cut out of the English is lost to the Chinese
        return (1, _CUTS[cut]) if side != tongue else (0, _CUTS[cut] * _OTHER_SIDE)
    return None


def translation(sample: Sample) -> tuple[int, float] | None:
    """Whether the pair is a translation at all, and how much the sample counts."""
    if sample.kind in ("right", "good"):
        return 1, 2.0 if sample.kind == "right" else 1.0
    if sample.kind == "mismatch" or sample.kind.startswith("base_id33"):
        return 0, _UNRELATED if sample.kind == "mismatch" else _UNRELATED / 2
    if "-" in sample.kind and not sample.kind.startswith("half"):
        return 1, 0.3
    return None


def learn(
    rows: Numbers, lessons: Sequence[tuple[int, float] | None], signs: Sequence[int],
    allowed: Sequence[bool],
) -> Model:
    """Fit on the samples that have a lesson and are allowed."""
    taught = [place for place, one in enumerate(lessons) if one is not None and allowed[place]]
    chosen = [one for one, keep in zip(lessons, allowed) if one is not None and keep]
    hits = np.array([one[0] for one in chosen], dtype=np.float64)
    importance = np.array([one[1] for one in chosen])
    return fit(rows[taught], hits, importance, signs)


def fold(sample: Sample) -> int:
    """The fold of a sample: the same for all samples of its group."""
    return _fold(sample.group)


@cache
def _fold(group: str) -> int:
    name, _, piece = group.partition(" ")
    if name == "academic":
        return bisect_right(_ACADEMIC, int(piece)) - 1
    return int(hashlib.md5(group.encode()).hexdigest(), 16) % _FOLDS


def cross_validated(rows: Numbers, found: Sequence[Sample], tongue: str) -> Numbers:
    """Each sample's logit from the model that has not seen its group."""
    lessons = [lesson(sample, tongue) for sample in found]
    folds = np.array([fold(sample) for sample in found])
    logits = np.zeros(len(found))
    for number in range(_FOLDS):
        model = learn(rows, lessons, _SIGNS, list(folds != number))
        here = folds == number
        logits[here] = model.logits(rows[here])
    return logits


def main() -> None:
    """Fit, print the figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("-o", "--out", type=Path, default=Path("qa/data"))
    arguments = parser.parse_args()
    found = samples(arguments.data)
    more = others(arguments.data, found)
    everyone = [True] * len(found)
    rights = [
        place
        for place, sample in enumerate(found)
        if sample.kind == "right" and sample.set in ARTICLES
    ]
    made = {"encoder": default_encoder().name, "samples": len(found)}
    pairs: dict[str, object] = {"description": _PAIRS, **made}
    doubts: dict[str, object] = {"description": _WORDS, **made}
    listed: dict[str, object] = {"description": _HABITS, **made}
    for mode in ("full", "fast"):
        compared = read(found, fast=mode == "fast")
        lengths = LengthLessons(found, compared)
        taught = habits_of(found, compared, more, read(more, fast=mode == "fast"))
        models, rows = words(found, compared, lengths, taught)
        listed[mode] = {
            tongue: {
                word: round(habit, 2)
                for word, habit in lessons.learn(lambda group: True).items()
                if abs(habit) >= _LEAST_HABIT
            }
            for tongue, lessons in taught.items()
        }
        doubts[mode] = {
            tongue: {sight: _as_json(AROUND_TERMS, model) for sight, model in zip(SIGHTS, both)}
            for tongue, both in models.items()
        }
        fitted: dict[str, object] = {}
        for tongue in TONGUES:
            lessons = [lesson(sample, tongue) for sample in found]
            model = learn(rows[tongue], lessons, _SIGNS, everyone)
            limit = float(np.quantile(model.logits(rows[tongue][rights]), 1 - _ALARMS))
            fitted[tongue] = _as_json(NAMES, Model(model.weights, model.intercept - limit))
        lessons = [translation(sample) for sample in found]
        score = learn(rows["score"], lessons, _PAIR_SIGNS, everyone)
        fitted["score"] = _as_json(PAIR_NAMES, score)
        pairs[mode] = fitted
        lost = cross_validated(rows["zh"], found, "zh")
        added = cross_validated(rows["en"], found, "en")
        print(f"\n## {mode}, cross-validated\n")
        print(table(found, lost, added, score.logits(rows["score"])), flush=True)
    # words and their weights are the same without the encoder
    shares = lengths.learn(np.ones(len(found), dtype=bool))
    kinds = {"description": _LENGTHS, "samples": len(found)} | {
        name: {kind: round(float(share), 4) for kind, share in zip(KINDS, taken)}
        for name, taken in (("content", shares.content), ("letters", shares.letters))
    }
    stored_as = {
        "habits.json": listed, "words.json": doubts,
        "lengths.json": kinds, "omission.json": pairs,
    }  # fmt: skip
    for name, stored in stored_as.items():
        text = json.dumps(stored, indent=1, ensure_ascii=False)
        (arguments.out / name).write_text(text + "\n", encoding="utf-8")


def _as_json(names: Sequence[str], model: Model) -> dict[str, object]:
    weights = {name: round(float(weight), 4) for name, weight in zip(names, model.weights)}
    return {"weights": weights, "intercept": round(model.intercept, 4)}


if __name__ == "__main__":
    main()
