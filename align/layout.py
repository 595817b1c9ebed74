"""How the two languages lie in a document: seen from the blocks, said with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from corpus.amounts import some
from corpus.model import Block, Language, Layout, LayoutKind

#: A language with less than this share of the text is a quotation, a name or a caption:
#: the document is monolingual. Chinese articles with English titles of laws reach .04;
#: the shortest real translation of our length table (magazine) leaves English at .5 and more.
#: Costs: a summary of one sentence under a long article is taken for a quotation.
MONOLINGUAL_SHARE = 0.05
#: … unless it has this many blocks, each next to one of the other language: a list of names.
MONOLINGUAL_BLOCKS = 3
#: Changes of language as a share of the most there could be. One block after the other gives
#: 1/n, strict alternation 1; documents with a skipped paragraph here and there stay above .5.
INTERLEAVED_SHARE = 0.5

#: An English word weighs as much text as this many Chinese characters (median of DESIGN.md's
#: table, .6 words a character), in letters: 5.2 letters a word times .6.
_LETTERS_A_CHARACTER = 3.1

_LANGUAGE_NAMES = {"zh": "Chinese", "en": "English"}


def owners(blocks: Sequence[Block]) -> list[Language]:
    """The side each block belongs to: its language, or for a date line its forerunner's."""
    known: list[Language] = [block.language for block in blocks if block.language != "other"]
    before: Language = known[0] if known else "zh"
    owned: list[Language] = []
    for block in blocks:
        before = block.language if block.language != "other" else before
        owned.append(before)
    return owned


def runs(blocks: Sequence[Block]) -> list[tuple[Language, list[Block]]]:
    """Neighbouring blocks of one side, in order."""
    owned = zip(owners(blocks), blocks)
    return [
        (language, [block for _, block in run])
        for language, run in groupby(owned, lambda item: item[0])
    ]


def detect(blocks: Sequence[Block]) -> Layout:
    """The layout that the order of the blocks shows.

    Whether two languages are translations of each other the order can't tell: the
    aligner says "mixed" afterwards if their contents do not meet.
    """
    grouped = runs(blocks)
    counts = {
        language: sum(len(run) for tongue, run in grouped if tongue == language)
        for language in _LANGUAGE_NAMES
    }
    if all(block.language == "other" for block in blocks):
        return Layout("mono", "no Chinese and no English text was found")
    minor = _minor_language(blocks, counts)
    if minor is not None:
        major = "zh" if minor == "en" else "en"
        rest = (
            f"; {_count(counts[minor], minor)} of under {MONOLINGUAL_SHARE:.0%} of the text"
            if counts[minor]
            else ""
        )
        text = some(counts[major], "block")
        return Layout("mono", f"only {_LANGUAGE_NAMES[major]}: {text}{rest}")
    fewer = min(counts.values())
    changes = len(grouped) - 1
    seen = f"{_count(counts['zh'], 'zh')} and {_count(counts['en'], 'en')}"
    if changes >= INTERLEAVED_SHARE * (2 * fewer - 1):
        first = _LANGUAGE_NAMES[grouped[0][0]]
        return Layout(
            "interleaved",
            f"{seen}; the language changes {_times(changes)}, {first} first",
        )
    if changes > 2:
        first = _LANGUAGE_NAMES[grouped[0][0]]
        return Layout(
            "blocks",
            f"{seen}; the language changes only {_times(changes)}: {len(grouped)} passages in"
            f" turn, {first} first",
        )
    longest = sorted(range(len(grouped)), key=lambda place: -len(grouped[place][1]))[:2]
    order = " block, then the ".join(
        _LANGUAGE_NAMES[grouped[place][0]] for place in sorted(longest)
    )
    return Layout(
        "blocks", f"{seen}; the language changes only {_times(changes)}: the {order} block"
    )


def forced(kind: LayoutKind) -> Layout:
    """The layout that the user named."""
    return Layout(kind, "as given with --layout")


def _minor_language(blocks: Sequence[Block], counts: dict[str, int]) -> Language | None:
    """The language that is too rare to be a translation, if one is."""
    weights = {
        "zh": float(sum(len(block.text) for block in blocks if block.language == "zh")),
        "en": sum(len(block.text) for block in blocks if block.language == "en")
        / _LETTERS_A_CHARACTER,
    }
    minor: Language = "en" if weights["en"] <= weights["zh"] else "zh"
    if counts[minor] == 0:
        return minor
    rare = weights[minor] < MONOLINGUAL_SHARE * (weights["zh"] + weights["en"])
    return minor if rare and counts[minor] < MONOLINGUAL_BLOCKS else None


def _count(count: int, language: str) -> str:
    return some(count, f"{_LANGUAGE_NAMES[language]} block")


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
