"""Marks that both languages write: quotations, questions, exclamations, brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

#: Straight quotes open before a letter at a word's beginning and close after punctuation.
_OPENING = re.compile(r"""[“「『‘]|(?:^|(?<=[\s(—–\-\[]))["'](?=\S)""")
_CLOSING = re.compile(
    r"""
    [”」』]
  | (?<=[.,!?…—–;:)’])["'](?=$|[\s,.;:)—])
  | (?<=\S)"(?=$|[\s,.;:)—–\-])
  | (?<=[.,!?…—])’                             # Grannie’s is no closing quote
    """,
    re.VERBOSE,
)
_QUESTION = re.compile("[？?]")
_EXCLAMATION = re.compile("[！!]")
_BRACKET = re.compile("[（(]")
_ENDS_ASKING = re.compile("[？?][”」』\"’']?$")


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks of each sentence of a side."""

    #: shape (sentences + 1, 5): running counts of questions, exclamations, opening quotes,
    #: closing quotes, opening brackets
    counts: NDArray[np.int64]
    opens: NDArray[np.bool_]
    closes: NDArray[np.bool_]
    asks: NDArray[np.bool_]


def read_marks(texts: Sequence[str]) -> Marks:
    """Count the marks of each sentence."""
    patterns = (_QUESTION, _EXCLAMATION, _OPENING, _CLOSING, _BRACKET)
    counts = np.zeros((len(texts) + 1, len(patterns)), dtype=np.int64)
    flags = np.zeros((3, len(texts)), dtype=np.bool_)
    for number, raw in enumerate(texts):
        text = raw.strip()
        counts[number + 1] = [len(pattern.findall(text)) for pattern in patterns]
        flags[:, number] = (
            _OPENING.match(text) is not None,
            any(found.end() == len(text) for found in _CLOSING.finditer(text)),
            _ENDS_ASKING.search(text) is not None,
        )
    return Marks(np.cumsum(counts, axis=0), *flags)
