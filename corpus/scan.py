"""A text while it is read for quantities: which places are still free, and what was cut out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from string import ascii_lowercase

from corpus.lowered import lowered
from corpus.quantities import Kind, Quantity, Vagueness, Weight


_FIGURE = re.compile(r"\d")
_BEFORE_FIGURE = re.compile(r"(\D)\d")
_BEHIND_FIGURE = re.compile(r"\d(\D)")
#: Small letters stay, all other bytes are blanks: words are cut in a fifth of a pattern's time.
_LETTERS = bytes(sign if chr(sign) in ascii_lowercase else ord(" ") for sign in range(256))
_NONE: frozenset[str] = frozenset()


class Scan:
    """A text and the places that a reader has already taken.

    Readers run from the special (dates, codes) to the plain (numbers); a place belongs to
    the first that takes it, so that 5月20日 is not read as the numbers 5 and 20 again.
    """

    __slots__ = (
        "text", "has_figures", "before_figures", "behind_figures", "words", "lowered", "_taken",
    )

    def __init__(self, text: str, vocabulary: frozenset[str] = _NONE) -> None:
        """``vocabulary`` has the words that readers ask for."""
        self.text = text
        #: whether there is a figure at all: most patterns need one
        self.has_figures = _FIGURE.search(text) is not None
        #: the characters right before and right behind figures: most patterns with figures need
        #: one of a few
        self.before_figures = self.behind_figures = _NONE
        if self.has_figures:
            self.before_figures = frozenset(_BEFORE_FIGURE.findall(text))
            self.behind_figures = frozenset(_BEHIND_FIGURE.findall(text))
        #: the text in small letters, as long as it is
        self.lowered = lowered(text)
        #: its words in Latin letters, lower case, as far as the vocabulary has them
        self.words = _NONE
        if vocabulary:
            letters = self.lowered.encode("utf-8", "surrogatepass").translate(_LETTERS)
            self.words = vocabulary.intersection(letters.decode("ascii").split())
        self._taken = bytearray(len(text) + 1)

    def has(self, *words: str) -> bool:
        """Whether one of these strings is in the text, in any case: cheaper than a pattern."""
        lowered = self.lowered
        for word in words:  # not any(): most of the time would go into the generator
            if word in lowered:
                return True
        return False

    def take(self, start: int, end: int) -> None:
        self._taken[start:end] = b"\1" * (end - start)

    def is_free(self, start: int, end: int) -> bool:
        return self._taken.find(1, start, end) < 0

    def free_until(self, start: int, end: int) -> int:
        """Where the free stretch from ``start`` ends, at most ``end``."""
        taken = self._taken.find(1, start, end)
        return end if taken < 0 else taken

    def taken_until(self, start: int, end: int) -> int:
        """Where the taken stretch from ``start`` ends, at most ``end``."""
        free = self._taken.find(0, start, end)
        return end if free < 0 else free

    def free(self, pattern: re.Pattern[str], *needs: str) -> Iterable[re.Match[str]]:
        """Matches on places nobody has taken yet; they are taken then.

        Each match holds one of the strings ``needs``, if any are given: where none of them is in
        the text, the pattern need not be asked.
        """
        if not needs:
            return self._free(pattern, self.text)
        for need in needs:
            if need in self.text:
                return self._free(pattern, self.text)
        return ()

    def free_words(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The same of a pattern in small letters, in the text in small letters."""
        return self._free(pattern, self.lowered)

    def _free(self, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
        for match in pattern.finditer(text):
            if self.is_free(match.start(), match.end()):
                self.take(match.start(), match.end())
                yield match

    def quantity(
        self, span: tuple[int, int], kind: Kind, value: Fraction | int, weight: Weight = "hard",
        *, unit: str = "", upper: Fraction | None = None, also: tuple[Fraction, ...] = (),
    ) -> Quantity:
        """The quantity at ``span``; with ``upper`` it is a magnitude (几十, hundreds)."""
        value = Fraction(value)
        start, end = span
        return Quantity(
            kind, value, start, end, self.text[start:end], weight, unit,
            "" if upper is None else "few", value if upper is None else upper, also,
        )


@dataclass(slots=True)
class Reading:
    """One number while its surroundings are read; the readers fill it in."""

    text: str
    start: int
    #: where the number itself ends
    end: int
    #: the number as written, without what stands around it
    numeral: str
    value: Fraction
    weight: Weight = "hard"
    kind: Kind = "count"
    unit: str = ""
    vague: Vagueness = ""
    #: where the quantity ends, unit included; moves on as the readers find more
    stop: int = 0
    also: tuple[Fraction, ...] = field(default=())

    @property
    def figure(self) -> bool:
        """Whether it is written in figures."""
        return self.numeral[:1].isdecimal() or self.numeral[:1] == "."

    def before(self, length: int) -> str:
        return self.text[max(0, self.start - length) : self.start]

    def quantity(self) -> Quantity:
        return Quantity(
            self.kind, self.value, self.start, self.stop, self.text[self.start : self.stop],
            self.weight, self.unit, self.vague, self.value, self.also,
        )
