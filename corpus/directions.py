"""Whether the two sides of a bitext are in the languages that they are said to be in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus.judged import Item, pair_of
from corpus.languages import choose, language
from corpus.model import Judgement, Language, Pair, Segment
from corpus.regions import SAMPLE, chinese_code
from corpus.scripts import count, language_of

#: Chinese characters, or words, below which a text is too short to contradict anybody.
_ENOUGH = 12

NAMES: dict[Language, str] = {"zh": "Chinese", "en": "English", "other": "neither of the two"}


@dataclass(frozen=True, slots=True)
class Direction:
    """The codes of source and target, and which of them the user named."""

    source: str = "zh-CN"
    target: str = "en-US"
    #: the sides whose code is not to be changed
    told: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, str]:
        return self.source, self.target

    @property
    def exchanged(self) -> Direction:
        return replace(self, source=self.target, target=self.source)

    def spelled(self, codes: Iterable[str]) -> Direction:
        """The same languages as a file spells them: "en-GB" for "en-US", if nobody said."""
        found = [code for code in codes if language(code) != "other"]
        return self._changed(
            *(
                found[place] if (place := choose(found, code)) >= 0 else code
                for code in self.codes
            )
        )

    def written(self, source: str, target: str) -> Direction:
        """The same with the Chinese side's code as the text of the two sides is written."""
        codes = [
            (chinese_code(text) or code) if language(code) == "zh" else code
            for code, text in zip(self.codes, (source, target))
        ]
        return self._changed(*codes)

    def _changed(self, source: str, target: str) -> Direction:
        return replace(
            self,
            source=self.source if "source" in self.told else source,
            target=self.target if "target" in self.told else target,
        )


def languages_seen(source: str, target: str) -> tuple[Language, Language] | None:
    """What the two texts are in; None if one is too short to tell."""
    texts = source[:SAMPLE], target[:SAMPLE]
    if any(max(letters.han, letters.words) < _ENOUGH for letters in map(count, texts)):
        return None
    return language_of(texts[0]), language_of(texts[1])


def relabelled(item: Item, codes: tuple[str, str]) -> Item:
    """The item with its segments said to be in the languages of the codes."""

    def side(segments: tuple[Segment, ...], code: str) -> tuple[Segment, ...]:
        return tuple(replace(segment, language=language(code)) for segment in segments)

    pair: Pair = pair_of(item)
    pair = replace(pair, source=side(pair.source, codes[0]), target=side(pair.target, codes[1]))
    return replace(item, pair=pair) if isinstance(item, Judgement) else pair
