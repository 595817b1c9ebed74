"""How often each word stays without a like one in right translations.

法律 always finds "law" and 俄罗斯 "Russia"; 表示 is "said", "as", a colon or nothing, and 道
behind a speech is left out. Where such a word finds nothing, less is to be feared. The words
that two or more documents have are listed in ``qa/data/habits.json``, written by
``bench/fit_omission.py``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from corpus.words import Word, stem
from qa.coverage_model import Mode
from qa.unit import Tongue

#: Word by word the logarithm of how much likelier than others it is to stay alone.
Habits = Mapping[str, float]

#: What a word is listed under.
KEYS: dict[Tongue, Callable[[str], str]] = {"zh": str, "en": stem}


def habits(listed: Habits, tongue: Tongue, words: Sequence[Word]) -> list[float]:
    """The habit of each word: 0 for one that is not listed, above 0 for one often alone."""
    key = KEYS[tongue]
    return [listed.get(key(word.text), 0.0) for word in words]


def stored_habits(mode: Mode, tongue: Tongue) -> Habits:
    """The habits that are shipped."""
    found: Habits = _stored()[mode][tongue]
    return found


@cache
def _stored() -> dict[str, Any]:
    with (files("qa") / "data" / "habits.json").open("rb") as stream:
        stored: dict[str, Any] = json.load(stream)
    return stored
