"""Text that was left as it was: empty targets, copies, Chinese in the English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.rule import Hit, Rule
from qa.unit import Unit

#: Chinese characters: the unified ideographs, the first extension, compatibility forms, 〇.
HAN = re.compile(r"[〇㐀-䶿一-鿿\uF900-\uFAFF\U00020000-\U0003134F]")

#: A run of Chinese as a reader sees it: characters with the marks and blanks between them.
_HAN_RUN = re.compile(
    r"""
    [〇㐀-䶿一-鿿\uF900-\uFAFF\U00020000-\U0003134F]
    (?:
        [〇㐀-䶿一-鿿\uF900-\uFAFF\U00020000-\U0003134F、，。；：！？（）《》“”‘’·—…]
      | [ \d A-Za-z]{1,12} (?= [〇㐀-䶿一-鿿\uF900-\uFAFF] )
    )*
    """,
    re.VERBOSE,
)

#: Pairs of marks in which the original of a term is given: WIPO (世界知识产权组织).
_BRACKETS = {")": "(", "）": "（", "]": "[", "】": "【", "〕": "〔"}

#: A gloss is a name or term, no sentence: 中华人民共和国国家知识产权局 has 13 characters.
_GLOSS_MAX = 20

#: Longer than this, or with a mark of the sentence, residue is a passage, not a word.
_SENTENCE = re.compile(r"[，。；！？]")

#: A text without one of these has nothing to translate: 3.1, ***, 2024-05-01.
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\w")


def empty(unit: Unit) -> Iterator[Hit]:
    """The target is empty.

    A target of nothing but marks counts as empty. A source with nothing to translate (a rule of
    stars, a lone number) may be left empty and is passed over. A segment that the aligner left
    unpaired is `align.unpaired` and `omission.segment`, not this.
    """
    source, target = unit.text(unit.source), unit.text(unit.target)
    if _WORD.search(target):
        return
    aligned = not unit.pair.target and unit.pair.doc
    if _LETTER.search(source) and not aligned:
        yield Hit(unit.source, (0, 0), "The target is empty.", source[:40])


def same(unit: Unit) -> Iterator[Hit]:
    """The target is the same as the source.

    Fires only where the text holds Chinese, so codes, web addresses, numbers, Latin names and
    references (`[1] Smith, J. 2019`) may be the same on both sides. A Chinese book title that
    is meant to stay Chinese is flagged wrongly.
    """
    if unit.chinese.lstrip()[:1] != unit.english.lstrip()[:1]:
        return
    source = " ".join(unit.text(unit.source).split())
    target = " ".join(unit.text(unit.target).split())
    if source and source == target and HAN.search(source):
        yield Hit(unit.target, (0, 0), "The target is the same as the source.", target[:40])


#: English words in a row, with at least one blank and a small letter each; as many may be the
#: title of a book or the full name behind an abbreviation.
_ENGLISH_RUN = re.compile(r"[A-Za-z][\w’'-]*(?:[ ,;:]+[A-Za-z][\w’'-]*){5,}")
_SMALL_WORD = re.compile(r"\b(?:the|is|are|was|were|has|have|that|this|to|with|by|from|will|it)\b")


def residue(unit: Unit) -> Iterator[Hit]:
    """Chinese characters are left in the English, or English sentences in a Chinese target.

    A term in brackets after its translation is passed over: `WIPO (世界知识产权组织)`,
    `the concept of mianzi (面子, "face")`. A text about the language itself, which quotes
    characters on purpose (the character 中), is flagged wrongly.
    """
    if unit.chinese.strip() == unit.english.strip():
        return  # untranslated.same says it
    for found in _ENGLISH_RUN.finditer(unit.chinese) if unit.target == "zh" else ():
        if _SMALL_WORD.search(found.group()):
            shown = _short(found.group())
            yield Hit("zh", found.span(), f"English is left in the Chinese: {shown}", found.group())
    for found in _HAN_RUN.finditer(unit.english) if not unit.english.isascii() else ():
        start, end = found.span()
        text = found.group().rstrip("、，。；：！？（《“‘·—… ")
        end = start + len(text)
        if _glossed(unit.english, start, end):
            continue
        yield Hit(
            "en",
            (start, end),
            f"Chinese is left in the English: {_short(text)}",
            text,
            None if len(text) > 1 or _SENTENCE.search(text) else "warning",
        )


def _glossed(text: str, start: int, end: int) -> bool:
    """Whether the run stands in brackets, after a word, and is short enough for a term."""
    if end - start > _GLOSS_MAX or _SENTENCE.search(text[start:end]):
        return False
    opened: list[int] = []
    for place, character in enumerate(text[:start]):
        if character in _BRACKETS.values():
            opened.append(place)
        elif character in _BRACKETS and opened:
            opened.pop()
    if not opened:
        return False
    return any(letter.isascii() and letter.isalpha() for letter in text[: opened[-1]])


def _short(text: str) -> str:
    return text if len(text) <= _GLOSS_MAX else text[:_GLOSS_MAX] + "…"


RULES = (
    Rule(
        "untranslated.empty",
        empty,
        "error",
        "Accuracy/Untranslated",
        {
            "Xbench": "Untranslated Segment",
            "CheckMate": "EMPTY_TARGETSEG",
            "Trados": "Forgotten and empty translations",
            "memoQ": "empty target (3010)",
            "pofilter": "untranslated",
        },
    ),
    Rule(
        "untranslated.same",
        same,
        "error",
        "Accuracy/Untranslated",
        {
            "Xbench": "Target same as Source",
            "CheckMate": "TARGET_SAME_AS_SOURCE",
            "Trados": "Source and target are identical",
            "memoQ": "target identical to source (3040)",
            "pofilter": "unchanged",
        },
    ),
    Rule(
        "untranslated.residue",
        residue,
        "error",
        "Accuracy/Untranslated",
        {
            "CheckMate": "ALLOWED_CHARACTERS",
            "Trados": "Forbidden characters",
            "memoQ": "forbidden character (3120)",
        },
    ),
)
