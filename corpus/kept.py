"""Results kept by the size of the texts they are of, not by their number."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

_Result = TypeVar("_Result")


def kept(characters: int) -> Callable[[Callable[[str], _Result]], Callable[[str], _Result]]:
    """Keep what a function of one text gives, for texts of so many characters in all.

    ``functools.lru_cache`` counts texts, and 2,000 texts are a megabyte or a gigabyte. Here the
    results live in two generations of half the size: what is asked for again moves to the
    young one, and when that is full the old one is forgotten. A text that would fill half of
    a generation is worked out each time.
    """
    half = characters // 2

    def keeping(function: Callable[[str], _Result]) -> Callable[[str], _Result]:
        young: dict[str, _Result] = {}
        old: dict[str, _Result] = {}
        size = 0

        @wraps(function)
        def kept_result(text: str) -> _Result:
            nonlocal young, old, size
            # taken once: another thread may turn the generations between two looks
            recent, before = young, old
            if text in recent:
                return recent[text]
            result = before[text] if text in before else function(text)
            if len(text) <= half // 2:
                if size + len(text) > half:
                    young, old, size = {}, young, 0
                young[text] = result
                size += len(text)
            return result

        return kept_result

    return keeping
