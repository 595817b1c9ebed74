"""Renderings of a name that depart from the one most pairs have."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from corpus.people import surname_of
from qa.consistency.model import Departure, Entry
from qa.consistency.name_renderings import letters, spelled, words_of

#: Indel similarity (0 to 100) of what two spellings of a name don't share: Hua and Hwa 67,
#: Zhicheng and Chihch’eng 82, but Hua and Jian 29, and those are two people.
_LIKE = 50.0
#: The same for foreign names, which are found by ear: Salk and Salke 89, Austin and Australia 67.
_LIKE_FOREIGN = 70.0


def departures_of(entry: Entry) -> Iterator[Departure]:
    """The renderings that are meant for the name and are not the best one."""
    for variant in entry.others:
        if not _himself(entry, variant.text):
            continue  # somebody else: for name.changed, which sees the pair
        message = (
            f"{entry.source} is {variant.text} here and {entry.best.text} in"
            f" {_times(entry.best.count)}."
        )
        yield Departure(
            "name.inconsistent", "warning", "name", entry.source, "target",
            entry.best, variant, message,
        )  # fmt: skip


def _himself(entry: Entry, text: str) -> bool:
    """Whether a rendering can be meant for the name at all, and not for one beside it."""
    if entry.sort == "place":
        return True
    words = words_of(text)
    if entry.sort == "person" and surname_of(entry.source):
        if spelled(entry.source, words) is not None:
            return True  # Hsu Lei for 徐磊, though Xu and Hsu are hardly alike in letters
        if len(words) == 1:
            return False  # Chen beside 程鑫杰, Shenyang beside 沈敏斌
    limit = _LIKE_FOREIGN if entry.sort == "foreign" else _LIKE
    return _like(text, entry.best.text, limit)


def _like(one: str, other: str, limit: float) -> bool:
    """Whether two names can be spellings of one: what they don't share is alike in letters."""
    first, second = ([letters(word) for word in text.split()] for text in (one, other))
    shared = set(first) & set(second)
    rest = ["".join(word for word in words if word not in shared) for words in (first, second)]
    return fuzz.ratio(*rest) >= limit if all(rest) else True


def _times(count: int) -> str:
    return "another pair" if count == 1 else f"{count} other pairs"
