"""One pair as the checks see it: a Chinese text and an English text, whichever is the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.model import Pair, Side
from corpus.simplified import simplified

Tongue = Literal["zh", "en"]
#: "words": inside a clause that is otherwise there
GapKind = Literal["sentence", "clause", "words"]


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of one side that has no counterpart on the other."""

    #: half-open code point offsets
    start: int
    end: int
    #: content in it without counterpart, in words (a rare word is 1, a frequent one .25)
    weight: float
    #: part of its content without counterpart, 0 to 1
    share: float
    kind: GapKind

    def holds(self, span: tuple[int, int]) -> bool:
        """Whether a half-open span lies in the stretch."""
        return self.start <= span[0] and span[1] <= self.end


@dataclass(frozen=True, slots=True)
class Content:
    """What became of one side's content."""

    #: 0 to 1, graded: how surely part of it is not carried over; .5 is where a reviewer looks
    lost: float
    #: by place
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the two sides of a pair carry each other's content."""

    zh: Content
    en: Content
    #: probability that the sides are translations of each other, by content alone
    score: float


@dataclass(frozen=True, slots=True)
class Unit:
    """A pair with its two texts told apart by language instead of by direction."""

    pair: Pair
    #: in simplified characters, whatever the pair has: as long, so spans hold in both
    chinese: str
    english: str
    #: the language of the source
    source: Tongue = "zh"
    #: probability of being a translation
    score: float = 1.0
    #: what ``qa.coverage.cover`` found; None before it
    coverage: Coverage | None = None

    @property
    def target(self) -> Tongue:
        return "en" if self.source == "zh" else "zh"

    @property
    def omission(self) -> float:
        """How surely content of the source is lost: ``Judgement.omission``."""
        content = self.content(self.source)
        return content.lost if content else 0.0

    @property
    def addition(self) -> float:
        """How surely the target has content of its own: ``Judgement.addition``."""
        content = self.content(self.target)
        return content.lost if content else 0.0

    def content(self, tongue: Tongue) -> Content | None:
        """What became of one text's content; None if nobody looked."""
        if self.coverage is None:
            return None
        return self.coverage.zh if tongue == "zh" else self.coverage.en

    def text(self, tongue: Tongue) -> str:
        return self.chinese if tongue == "zh" else self.english

    def side(self, tongue: Tongue) -> Side:
        return "source" if tongue == self.source else "target"


def unit_of(pair: Pair, source: Tongue = "zh") -> Unit:
    """The pair as a unit; ``source`` is the language of its source side."""
    first, second = pair.source_text, pair.target_text
    chinese, english = (first, second) if source == "zh" else (second, first)
    return Unit(pair, simplified(chinese), english, source, pair.score)
