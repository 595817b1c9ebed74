"""Language codes: what files write, and which of them mean the same.

Codes are written as BCP 47 has them ("zh-CN"), because OmegaT never matches "zh_CN" and
translate-toolkit reads units only under the exact code. They are read generously.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from corpus.model import Language

#: A memory repeats its two codes a million times.
_CODES_KEPT = 256

#: First subtags and names under which files keep Chinese and English.
_CHINESE = frozenset({"zh", "zho", "chi", "cmn", "chinese", "中文", "汉语", "漢語", "简体中文", "繁體中文"})
_ENGLISH = frozenset({"en", "eng", "english", "英文", "英语", "英語"})

#: Regions that write traditional characters, where no script subtag says otherwise.
_TRADITIONAL = frozenset({"TW", "HK", "MO"})

#: Old codes that name language and region in one word (Windows, Java).
_OLD = {"chs": "zh-CN", "cht": "zh-TW", "zh-chs": "zh-Hans", "zh-cht": "zh-Hant"}


@lru_cache(_CODES_KEPT)
def tidy(code: str) -> str:
    """The code as BCP 47 writes it: "zh_cn" is zh-CN, "ZH-hans" is zh-Hans.

    A name that is no code ("Chinese") stays as it is.
    """
    code = code.strip()
    if code.lower() in _OLD:
        return _OLD[code.lower()]
    first, *others = code.replace("_", "-").split("-")
    if not others:
        return first.lower() if len(first) <= 3 else first
    tidied = [first.lower()]
    for part in others:
        if len(part) == 4 and part.isalpha():
            tidied.append(part.title())
        elif len(part) == 2:
            tidied.append(part.upper())
        else:
            tidied.append(part)
    return "-".join(tidied)


@lru_cache(_CODES_KEPT)
def language(code: str) -> Language:
    """Which of our languages a code or a language's name means."""
    first = tidy(code).split("-")[0].split(" ")[0].lower()
    if first in _CHINESE:
        return "zh"
    if first in _ENGLISH:
        return "en"
    return "other"


def spellings(code: str) -> list[str]:
    """How the names of files spell a language: zh, zh-CN, zh_CN, zh-cn, zh_cn."""
    whole = tidy(code)
    return list(
        dict.fromkeys(
            [whole.split("-")[0], whole, whole.replace("-", "_"), whole.lower(),
             whole.replace("-", "_").lower()]
        )
    )


def script(code: str) -> str:
    """"Hans" or "Hant" for a Chinese code, by its script or else its region; "" if neither."""
    if language(code) != "zh":
        return ""
    parts = tidy(code).split("-")[1:]
    for part in parts:
        if part in ("Hans", "Hant"):
            return part
    if not parts:
        return ""
    return "Hant" if any(part in _TRADITIONAL for part in parts) else "Hans"


@lru_cache(_CODES_KEPT)
def fit(code: str, wanted: str) -> int:
    """How well a file's code answers the one asked for: 0 not at all, 4 the same.

    "zh-TW" answers to "zh-CN" when there is nothing better: a memory has one Chinese
    side far more often than two.
    """
    have, want = tidy(code), tidy(wanted)
    if have.lower() == want.lower():
        return 4
    kind = language(have)
    if kind == "other":
        same_first = have.split("-")[0].lower() == want.split("-")[0].lower()
        return 1 if same_first and have else 0
    if kind != language(want):
        return 0
    if kind == "en" or script(have) == script(want):
        return 3
    return 2 if not script(have) or not script(want) else 1


def choose(codes: Sequence[str], wanted: str, *, taken: int = -1) -> int:
    """The place of the code that answers ``wanted`` best, the first of equals; -1 if none.

    ``taken`` is a place that another side has already.
    """
    best, place = 0, -1
    for number, code in enumerate(codes):
        if number != taken and fit(code, wanted) > best:
            best, place = fit(code, wanted), number
    return place
