"""Chinese text cut into words: jieba's algorithm and data, faster by what it leaves out.

The words of the dictionary are laid end to end so that their shares of running text multiply
to the most; what stays in single characters is given to a hidden Markov model, which finds
names and coinages. ``tests/corpus/test_segmenter.py`` holds the result equal to jieba's own.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from functools import cache
from math import log

from corpus.installed import data_file
from corpus.jieba_dictionary import TOTAL, dictionary

_LOG_TOTAL = log(TOTAL)

#: What the dictionary cuts; marks and other scripts stand alone, character by character.
_RUN = re.compile(r"([一-鿕a-zA-Z0-9+#&._%\-]+)")
_BREAK = re.compile(r"(\r\n|\s)")
#: What the hidden Markov model cuts, and figures and Latin words beside it.
_HAN_RUN = re.compile("([一-鿕]+)")
_LATIN_RUN = re.compile(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")

#: Place of a character in a word: beginning, middle, end, single; and what comes before each.
_BEFORE = {"B": "ES", "M": "MB", "S": "SE", "E": "BM"}
_NEVER = -3.14e100


def cut(text: str) -> Iterator[str]:
    """The words of a text in order; joined they give the text."""
    for part in _RUN.split(text):
        if not part:
            continue
        if _RUN.match(part):
            yield from _words(part)
        else:
            for piece in _BREAK.split(part):
                if _BREAK.match(piece):
                    yield piece
                else:
                    yield from piece


def _words(run: str) -> Iterator[str]:
    ends = _likeliest_ends(run)
    counts = dictionary().counts
    start = single = 0
    while start < len(run):
        end = ends[start]
        if end - start > 1:
            if single < start:
                yield from _unlisted(run[single:start], counts)
            yield run[start:end]
            single = end
        start = end
    if single < len(run):
        yield from _unlisted(run[single:], counts)


def _likeliest_ends(run: str) -> list[int]:
    """For each place where the likeliest word that begins there ends."""
    known = dictionary()
    known.need(run)
    counts = known.counts
    size = len(run)
    ends = [0] * size
    best = [0.0] * (size + 1)
    for start in range(size - 1, -1, -1):
        # a character that is no word counts as seen once
        end, most = start + 1, -_LOG_TOTAL + best[start + 1]
        listed = False
        for stop in range(start + 1, size + 1):
            count = counts.get(run[start:stop])
            if count is None:
                break
            if count:
                share = log(count) - _LOG_TOTAL + best[stop]
                if share >= most or not listed:
                    end, most, listed = stop, share, True
        ends[start], best[start] = end, most
    return ends


def _unlisted(run: str, counts: dict[str, int]) -> Iterator[str]:
    """The words of characters that stand alone in the dictionary's cut."""
    if len(run) == 1 or counts.get(run):
        yield from run
        return
    for part in _HAN_RUN.split(run):
        if _HAN_RUN.match(part):
            yield from _guessed(part)
        else:
            yield from filter(None, _LATIN_RUN.split(part))


def _guessed(run: str) -> Iterator[str]:
    start = 0
    for place, state in enumerate(_states(run), 1):
        if state in "ES":
            yield run[start:place]
            start = place
    if start < len(run):
        yield run[start:]


def _states(run: str) -> str:
    """The likeliest place of each character in its word (Viterbi)."""
    first, following, seen = _model()
    row = {state: (first[state] + seen[state].get(run[0], _NEVER), state) for state in "BMES"}
    for character in run[1:]:
        row = {
            state: max(
                (
                    row[one][0] + following[one].get(state, _NEVER)
                    + seen[state].get(character, _NEVER),
                    one,
                    row[one][1] + state,
                )
                for one in _BEFORE[state]
            )[::2]
            for state in "BMES"
        }
    return max((row[state][0], state, row[state][1]) for state in "ES")[2]


@cache
def _model() -> tuple[dict[str, float], dict[str, dict[str, float]], dict[str, dict[str, float]]]:
    """jieba's probabilities of the first state, of states in a row, of characters in a state."""
    start, following, seen = (
        pickle.loads(data_file("jieba", "finalseg", f"prob_{name}.p").read_bytes())
        for name in ("start", "trans", "emit")
    )
    return start, following, seen
