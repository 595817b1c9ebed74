"""How often each word stays without a like one in right translations.

法律 always finds "law" and 俄罗斯 "Russia"; 表示 is "said", "as", a colon or nothing, and 道
behind a speech is left out. Where such a word finds nothing, less is to be feared, and what it
says counts less beside other words. The words that two or more documents have are listed in
``qa/data/habits.json``, written by ``bench/fit_omission.py``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.words import Word, stem
from qa.coverage_model import Mode
from qa.unit import Tongue

#: Word by word the logarithm of how much likelier than others it is to stay alone.
Habits = Mapping[str, float]

Values = NDArray[np.float64]

#: How fast a word's content counts less the more often the word is alone (.3 to .8 do about the
#: same), and how many times as much as another's it counts at the most.
_TELLING, _MOST_TELLING = 0.5, 2.0

#: What a word is listed under.
KEYS: dict[Tongue, Callable[[str], str]] = {"zh": str, "en": stem}


def habits(listed: Habits, tongue: Tongue, words: Sequence[Word]) -> Values:
    """The habit of each word: 0 for one that is not listed, above 0 for one often alone."""
    key = KEYS[tongue]
    return np.array([listed.get(key(word.text), 0.0) for word in words], dtype=np.float64)


def telling(alone: Values) -> NDArray[np.float32]:
    """How far each word tells of a loss: 法律, which is never left alone, twice as far as 情况."""
    return np.minimum(np.exp(-_TELLING * alone), _MOST_TELLING).astype(np.float32)


def stored_habits(mode: Mode, tongue: Tongue) -> Habits:
    """The habits that are shipped."""
    found: Habits = _stored()[mode][tongue]
    return found


@cache
def _stored() -> dict[str, Any]:
    with (files("qa") / "data" / "habits.json").open("rb") as stream:
        stored: dict[str, Any] = json.load(stream)
    return stored
