"""Words by themselves: the second sight on who is whose counterpart.

In its sentence a word's state is coloured by four tokens to either side, and 服从 and
"obedience" are held apart. What the tokens are before anything is read is turned here into a
space where the words of CC-CEDICT lie beside their glosses (``bench/fit_words.py``). Of
held-out dictionary words .93 lie nearer to a gloss than to another English word; the space
of the words in their sentences puts .90 of them right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from align.tokens import Vectors
from align.unit_rows import to_unit, turned
from align.wordmatch import TokenEncoder, WordStates, stored_rows

#: What the likeness in the sentence and that of the words by themselves count. (1 and .3 do
#: less; the sum is more than 1, since dictionary and spelling are added to it.)
_IN_SENTENCE, _ALONE = 0.8, 0.5


def with_lone_words(
    states: Sequence[WordStates], encoder: TokenEncoder, tongue: int
) -> list[WordStates]:
    """The words with both vectors side by side: their products are both likenesses, weighed."""
    texts = sorted({word.text for one in states for word in one.words})
    numbers = {text: number for number, text in enumerate(texts)}
    alone = lone_vectors(texts, encoder, tongue) * np.float32(np.sqrt(_ALONE))
    return [
        replace(
            one,
            vectors=np.concatenate(
                [
                    one.vectors * np.float32(np.sqrt(_IN_SENTENCE)),
                    alone[[numbers[word.text] for word in one.words]],
                ],
                axis=1,
            ),
        )
        for one in states
    ]


def lone_vectors(words: Sequence[str], encoder: TokenEncoder, tongue: int) -> Vectors:
    """(words, 256): unit rows of Chinese (``tongue`` 0) or English words in their space."""
    rows = turned(encoder.embedded(words), _space()[tongue])
    to_unit(rows)
    return rows


@cache
def _space() -> NDArray[np.float32]:
    """(2, 513, 256): how a word of either language turns; the last row is added."""
    return stored_rows("lone_space.npy")
