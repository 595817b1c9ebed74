"""Fit the space in which the words of both languages are compared.

    python bench/fit_words.py --data DIR [-o align/data]

Writes ``word_means.npy`` (the mean content word of either language), ``word_space.npy``
(canonical correlation of words that are matched one to one in right pairs, twice: the second
time with the words that the first space matches), ``alignment_space.npy`` (the same from
news and talks alone, so that the hand-aligned texts can judge the alignment) and
``lone_space.npy`` (canonical correlation of Chinese words and their glosses of one word in
CC-CEDICT, each as its tokens are before anything is read: no text is used). DIR is described
in ``omission_sets.py``; DEMETR and people's omission labels are not used, so that they can
judge.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from omission_sets import beads
from scipy.optimize import linear_sum_assignment

from align import wordmatch
from align.encoder import default_encoder
from align.wordmatch import (
    WordStates,
    chinese_states,
    english_information,
    english_states,
    similarity,
)
from corpus.cedict import dictionary_text
from corpus.lexicon import FUNCTION_WORDS, senses
from corpus.segmenter import is_word
from corpus.words import english_words

Numbers = NDArray[np.float32]

_DIMENSIONS = 256
#: Ridge on both covariances, of their mean eigenvalue: .03 to 1 do equally well.
_RIDGE = 0.1
#: Words below this similarity are not taken as matched.
_MATCHED = (0.4, 0.3)
_NULL = 0.2
_LONGEST = 120
_CLEAN = ("omission", "mistranslation")
#: Glosses: Chinese words of so many characters at most, English words of so many letters at
#: least, and not rarer than this; "to obey" is one word, "the obeying" too.
_CHARACTERS, _LETTERS, _RAREST, _GLOSS_WORDS = 5, 3, 16.0, 3
_CHINESE_WORD = re.compile(rf"[\u4e00-\u9fff]{{1,{_CHARACTERS}}}")


def right_pairs(data: Path) -> list[tuple[str, str]]:
    """Hand-aligned beads, and the rated pairs."""
    found = []
    for name in ("mac-dev", "academic"):
        for _, first, second in beads(data / name):
            chinese, english = (second, first) if name == "academic" else (first, second)
            if chinese and english and len("".join(chinese)) < _LONGEST:
                found.append(("".join(chinese), " ".join(english)))
    return [*found, *rated_pairs(data)]


def rated_pairs(data: Path) -> list[tuple[str, str]]:
    """One translation of each news or talk sentence in which raters found no great error."""
    found = []
    for name in ("ted", "news2021"):
        seen = set()
        path = data / "qa" / f"mqm-{name}.jsonl"
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["zh"] not in seen and all(row["label"][key] == "none" for key in _CLEAN):
                seen.add(row["zh"])
                found.append((row["zh"], row["en"]))
    return found


def matched(
    pairs: Sequence[tuple[WordStates, WordStates]], space: Numbers | None, least: float
) -> tuple[Numbers, Numbers]:
    """The vectors of content words that are matched one to one."""
    ours, theirs = [], []
    for zh, en in pairs:
        table = similarity(zh, en)
        if space is not None:
            table += _turn(zh.vectors, space[0]) @ _turn(en.vectors, space[1]).T
            table -= zh.vectors @ en.vectors.T
        gain = np.maximum(table - _NULL, 0) * (zh.weights > 0)[:, None] * (en.weights > 0)
        for row, column in zip(*linear_sum_assignment(gain, maximize=True)):
            if gain[row, column] > 0 and table[row, column] > least:
                ours.append(zh.vectors[row])
                theirs.append(en.vectors[column])
    return np.array(ours), np.array(theirs)


def correlate(ours: Numbers, theirs: Numbers) -> Numbers:
    """(2, 513, dimensions): the canonical directions, weighted by their correlation."""
    means = [side.astype(np.float64).mean(axis=0) for side in (ours, theirs)]
    first, second = (
        side.astype(np.float64) - mean for side, mean in zip((ours, theirs), means)
    )
    roots = [_inverse_root(side.T @ side / len(side)) for side in (first, second)]
    left, strength, right = np.linalg.svd(roots[0] @ (first.T @ second / len(first)) @ roots[1])
    strength = strength[:_DIMENSIONS]
    turns = (
        roots[0] @ left[:, :_DIMENSIONS] * strength,
        roots[1] @ right.T[:, :_DIMENSIONS] * strength,
    )
    space = [np.vstack([turn, -mean @ turn]) for turn, mean in zip(turns, means)]
    return np.array(space, dtype=np.float32)


def _inverse_root(covariance: NDArray[np.float64]) -> NDArray[np.float64]:
    size = len(covariance)
    covariance = covariance + _RIDGE * np.trace(covariance) / size * np.eye(size)
    values, vectors = np.linalg.eigh(covariance)
    root: NDArray[np.float64] = vectors @ np.diag(values**-0.5) @ vectors.T
    return root


def _turn(rows: Numbers, space: Numbers) -> Numbers:
    turned: Numbers = rows @ space[:-1] + space[-1]
    turned /= np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-9)
    return turned


def fitted(texts: Sequence[tuple[str, str]]) -> tuple[Numbers, Numbers]:
    """The means of both languages' words and the space, from right pairs."""
    encoder = default_encoder()
    means = wordmatch.fit_means([pair[0] for pair in texts], [pair[1] for pair in texts], encoder)
    chinese = chinese_states([pair[0] for pair in texts], encoder, centred=means)
    english = english_states([pair[1] for pair in texts], encoder, centred=means)
    pairs = list(zip(chinese, english))
    space: Numbers | None = None
    for least in _MATCHED:
        ours, theirs = matched(pairs, space, least)
        space = correlate(ours, theirs)
        print(f"{len(ours)} matched words")
    assert space is not None
    return means, space


def dictionary_pairs() -> list[tuple[str, str]]:
    """Chinese words of the dictionary with each of their one-word glosses, in order."""
    words = {
        word for line in dictionary_text().splitlines() for word in line.split(" ", 2)[:2]
    }
    return sorted({(word, gloss) for word in words for gloss in glosses_of(word)})


def glosses_of(word: str) -> list[str]:
    """The senses of a Chinese word of running text that are one content word in English."""
    found = []
    if _CHINESE_WORD.fullmatch(word) and is_word(word):
        for sense in senses(word):
            said = [one.text for one in english_words(sense)]
            content = [text for text in said if text.lower() not in FUNCTION_WORDS]
            if len(content) == 1 and len(said) <= _GLOSS_WORDS and _is_gloss(content[0]):
                found.append(content[0])
    return found


def _is_gloss(word: str) -> bool:
    return word.isascii() and len(word) >= _LETTERS and english_information(word) < _RAREST


def main() -> None:
    """Fit and write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("-o", "--out", type=Path, default=Path("align/data"))
    arguments = parser.parse_args()
    means, space = fitted(right_pairs(arguments.data))
    np.save(arguments.out / "word_means.npy", means)
    np.save(arguments.out / "word_space.npy", space.astype(np.float16))
    _, space = fitted(rated_pairs(arguments.data))
    np.save(arguments.out / "alignment_space.npy", space.astype(np.float16))
    pairs = dictionary_pairs()
    print(f"{len(pairs)} glosses")
    ours, theirs = (default_encoder().embedded([pair[side] for pair in pairs]) for side in (0, 1))
    np.save(arguments.out / "lone_space.npy", correlate(ours, theirs).astype(np.float16))


if __name__ == "__main__":
    main()
