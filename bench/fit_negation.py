"""Fit how likely a negation is lost or added, and say what the fit finds.

    python bench/fit_negation.py --data DIR [-o qa/data] [--show "lost alarms academic"]

Right pairs of ``checks.py`` and the same with planted negations. The figures are cross-validated:
five parts, all pairs of one Chinese source in one part. A planted pair has one wrong negation
among several; the fit takes the likeliest one, again and again until that stands still.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from checks import right_pairs
from logistic import Model, fit_freely
from negation_plants import added, added_in_chinese, removed, removed_in_chinese
from numpy.typing import NDArray

from corpus.negation_match import Answers, answers
from qa.checks.negation import LITERAL, SHIPPED
from qa.negation_doubt import Features, Question, added_features, lost_features

_PARTS = 5
_ROUNDS = 4
_MOST_PLANTED = 3
#: Which features find the likeliest negation in the first round.
_LEADING: dict[Question, tuple[str, str]] = {
    "lost": ("doubt", "nearest plain"), "added": ("doubt", "nearest plain"),
}
#: Alarms allowed on the right pairs of articles.
_ALARMS = 0.01
_ARTICLES = ("demetr", "mqm-ted", "mqm-news2021", "academic")


#: Stands for a pair without a sign.
_NOTHING = -9.0


class Row(NamedTuple):
    """A pair with the features of its negations."""

    name: str
    chinese: str
    english: str
    wrong: bool
    #: whether the error was put into the Chinese: for the fit alone, no figure
    chinese_planted: bool
    #: the Chinese before anything was planted: what keeps it in one part
    source: str
    features: list[Features]


def rows(data: Path, question: Question) -> Iterator[Row]:
    english_plant: Callable[[str], Iterator[str]]
    chinese_plant: Callable[[str], Iterator[str]]
    if question == "lost":
        english_plant, chinese_plant = removed, added_in_chinese
    else:
        english_plant, chinese_plant = added, removed_in_chinese
    for name, pairs in right_pairs(data):
        short = name.split()[0]
        for chinese, english in sorted(pairs):
            zh, en = chinese.strip(), english.strip()
            yield Row(short, zh, en, False, False, zh, features(zh, en, question))
            # each source of the rated sets has many translations
            if question == "added" and short.startswith("mqm") and _part(zh + en, 5):
                continue
            for wrong in list(english_plant(en))[:_MOST_PLANTED]:
                yield Row(short, zh, wrong, True, False, zh, features(zh, wrong, question))
            for wrong in list(chinese_plant(zh))[:_MOST_PLANTED]:
                yield Row(short, wrong, en, True, True, zh, features(wrong, en, question))


def features(chinese: str, english: str, question: Question) -> list[Features]:
    found: Answers | None = answers(chinese, english)
    if found is None:
        return []
    if question == "lost":
        return [
            lost_features(chinese, english, found, number)
            for number, site in enumerate(found.sites)
            if site.sign.kind in ("plain", "free")
        ]
    return [
        added_features(chinese, english, found, number)
        for number, sign in enumerate(found.signs)
        if sign.kind == "plain"
    ]


def fit(chosen: list[Row], names: list[str], question: Question) -> Model:
    often = Counter((row.source, row.wrong) for row in chosen)
    leading = [names.index(name) for name in _LEADING[question]]
    right: list[NDArray[np.float64]] = []
    wrong: list[NDArray[np.float64]] = []
    weights: tuple[list[float], list[float]] = [], []
    for row in chosen:
        if not row.features:
            continue
        values = matrix(row.features, names)
        weight = often[row.source, row.wrong] ** -0.5
        if row.wrong:
            wrong.append(values)
            weights[1].append(weight)
        else:
            right.extend(values)
            weights[0].extend([weight] * len(values))
    model: Model | None = None
    hits = np.array([0.0] * len(right) + [1.0] * len(wrong))
    for _ in range(_ROUNDS):
        likeliest = [
            own[int(np.argmax(model.logits(own) if model else own[:, leading].sum(axis=1)))]
            for own in wrong
        ]
        model = fit_freely(np.array([*right, *likeliest]), hits, np.concatenate(weights))
    assert model is not None
    return model


def matrix(listed: list[Features], names: list[str]) -> NDArray[np.float64]:
    return np.array([[own[name] for name in names] for own in listed])


def cross_validated(
    listed: list[Row], names: list[str], question: Question
) -> list[NDArray[np.float64]]:
    """The logits of each row's negations, by the model that has not seen its source."""
    logits = [np.full(1, _NOTHING)] * len(listed)
    for part in range(_PARTS):
        model = fit([row for row in listed if _part(row.source) != part], names, question)
        for number, row in enumerate(listed):
            if _part(row.source) == part and row.features:
                logits[number] = model.logits(matrix(row.features, names))
    return logits


def loud(row: Row, logits: NDArray[np.float64], question: Question) -> bool:
    """Whether the rule as shipped gives a warning or an error."""
    limit, freely = SHIPPED[question]
    chances = 1 / (1 + np.exp(-logits))
    return any(
        chance >= (limit if own["literal"] >= LITERAL else freely)
        for chance, own in zip(chances, row.features)
    )


def shipped(told: dict[Question, list[tuple[Row, bool]]]) -> None:
    """What the rule as shipped finds and calls, set by set."""
    for name in dict.fromkeys(row.name for row, _ in told["lost"]):
        called: dict[tuple[str, str], bool] = {}
        found = {}
        for question, rows_told in told.items():
            own = [(row, spoke) for row, spoke in rows_told if row.name == name]
            for row, spoke in own:
                if not row.wrong:
                    key = row.chinese, row.english
                    called[key] = called.get(key, False) or spoke
            planted = [spoke for row, spoke in own if row.wrong and not row.chinese_planted]
            found[question] = np.mean(planted)
        print(f"  {name:<14} lost {found['lost']:.3f}, added {found['added']:.3f}; called "
              f"{np.mean(list(called.values())):.2%}")


def _part(text: str, parts: int = _PARTS) -> int:
    return int(hashlib.md5(text.encode()).hexdigest(), 16) % parts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("-o", "--output", type=Path, help="folder of negation.json")
    parser.add_argument("--show", default="", help='"lost alarms academic", "added misses mqm-ted"')
    options = parser.parse_args()
    stored: dict[str, object] = {"about": "written by bench/fit_negation.py"}
    questions: tuple[Question, ...] = ("lost", "added")
    told: dict[Question, list[tuple[Row, bool]]] = {}
    for question in questions:
        if options.show and not options.show.startswith(question):
            continue
        listed = list(rows(options.data, question))
        names = list(next(row.features[0] for row in listed if row.features))
        logits = cross_validated(listed, names, question)
        told[question] = [(row, loud(row, own, question)) for row, own in zip(listed, logits)]
        scores = np.array([own.max() for own in logits])
        articles = [
            score
            for row, score in zip(listed, scores)
            if not row.wrong and row.name in _ARTICLES
        ]
        limit = float(np.quantile(articles, 1 - _ALARMS))
        print(f"{question}: limit {limit:.2f}, probability {1 / (1 + np.exp(-limit)):.2f}")
        for name in dict.fromkeys(row.name for row in listed):
            report(listed, scores, name, limit)
        if options.show:
            show(listed, scores, limit, *options.show.split()[1:])
        model = fit(listed, names, question)
        weights = {name: round(float(own), 4) for name, own in zip(names, model.weights)}
        stored[question] = {"intercept": round(model.intercept, 4), "weights": weights}
    if len(told) == len(questions):
        print("at the shipped limits:")
        shipped(told)
    if options.output:
        text = json.dumps(stored, ensure_ascii=False, indent=1) + "\n"
        (options.output / "negation.json").write_text(text, encoding="utf-8")


def report(listed: list[Row], scores: NDArray[np.float64], name: str, limit: float) -> None:
    own = [(row, score) for row, score in zip(listed, scores) if row.name == name]
    right = [score for row, score in own if not row.wrong]
    wrong = [score for row, score in own if row.wrong and not row.chinese_planted]
    found = " ".join(
        f"{np.mean(np.array(wrong) > np.quantile(right, 1 - share)):.2f}"
        for share in (0.005, 0.01, 0.02)
    )
    unseen = np.mean([score == -9 for score in wrong])
    print(
        f"  {name:<14} planted {len(wrong):>4}, found {np.mean(np.array(wrong) > limit):.3f}"
        f" at {np.mean(np.array(right) > limit):.2%} alarms; at .5, 1, 2 %: {found};"
        f" without a sign {unseen:.2f}"
    )


def show(
    listed: list[Row], scores: NDArray[np.float64], limit: float, what: str, name: str
) -> None:
    seen = set()
    sign = 1 if what == "misses" else -1
    for score, _, row in sorted(
        (sign * score, number, row) for number, (row, score) in enumerate(zip(listed, scores))
    ):
        wanted = row.wrong and not row.chinese_planted if what == "misses" else not row.wrong
        if row.name != name or not wanted or row.source in seen:
            continue
        if (sign * score > limit) != (what == "alarms"):
            continue
        seen.add(row.source)
        print(f"{sign * score:6.2f} {row.chinese}\n       {row.english}")
        found = answers(row.chinese, row.english)
        if found:
            told = [
                f"{row.chinese[site.sign.start:site.sign.end]}/{site.sign.kind}="
                + (
                    f"{row.english[slice(*found.signs[found.answer[number]][:2])]}"
                    f"/{found.signs[found.answer[number]].kind}"
                    if number in found.answer
                    else "-"
                )
                for number, site in enumerate(found.sites)
            ]
            left = [
                f"{row.english[own.start:own.end]}/{own.kind}"
                for number, own in enumerate(found.signs)
                if number not in found.answer.values()
            ]
            print("       ", " ".join(told), "|", " ".join(left))


if __name__ == "__main__":
    main()
