"""One pair as the checks see it: a Chinese text and an English text, whichever is the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.model import Pair, Side

Tongue = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A pair with its two texts told apart by language instead of by direction."""

    pair: Pair
    chinese: str
    english: str
    #: the language of the source
    source: Tongue = "zh"
    #: probability of being a translation
    score: float = 1.0

    @property
    def target(self) -> Tongue:
        return "en" if self.source == "zh" else "zh"

    def text(self, tongue: Tongue) -> str:
        return self.chinese if tongue == "zh" else self.english

    def side(self, tongue: Tongue) -> Side:
        return "source" if tongue == self.source else "target"


def unit_of(pair: Pair, source: Tongue = "zh") -> Unit:
    """The pair as a unit; ``source`` is the language of its source side."""
    first, second = pair.source_text, pair.target_text
    chinese, english = (first, second) if source == "zh" else (second, first)
    return Unit(pair, chinese, english, source, pair.score)
