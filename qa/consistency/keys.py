"""Keys by which segments are the same: folded, with numbers masked, and sketches of the text."""

from __future__ import annotations

import re
import unicodedata
from heapq import nsmallest
from zlib import crc32

#: Hashes kept of a text's pieces. Of two texts that share 60 % of their pieces, 3.6 of six are
#: expected to be shared, and two of them in 96 of 100.
SKETCH = 6
#: Letters of a masked key from which it is compared with nearly equal ones. Headings of five
#: characters are near to dozens of others that mean something else.
NEAR_LETTERS = 10

_NOT_WORD = re.compile(r"[\W_]+")
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f"
#: Blanks beside a Chinese character mean nothing: 在 2025 年 is 在2025年.
_BLANK_BY_HAN = re.compile(rf"(?<=[{_HAN}]) | (?=[{_HAN}])")
_ANY_HAN = re.compile(rf"[{_HAN}]")

#: 86, 79.4 and 1 200 alike; 11th and 1990s keep no ending.
_FIGURES = re.compile(r"\d+(?: \d+)*(?:(?:st|nd|rd|th|s)\b)?")
#: Numbers in characters, where what is counted follows: 十一届, but not 一起 or 万一.
_CHINESE_NUMBER = re.compile(
    r"(?:第[零〇一二两三四五六七八九十百千]+|[零〇一二两三四五六七八九十百千万亿]+)"
    r"(?=[年月日号届次名位个人项条款章节期家种件批天岁倍]|$)|0[百千万亿]+"
)
#: Numbers in words. One is a pronoun as often, and second a unit of time, so they stay.
_NUMBERS = frozenset(
    """
    0 two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
    thousand million billion trillion third fourth fifth sixth seventh eighth ninth tenth
    """.split()
)
#: They count as numbers beside one: May 20, 3 March, but not "we may go".
_MONTHS = frozenset(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()
)


def folded(text: str) -> str:
    """A text's letters and figures: case, width, punctuation and needless blanks are gone."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _BLANK_BY_HAN.sub("", _NOT_WORD.sub(" ", plain).strip())


def masked(key: str) -> str:
    """A folded text with 0 for every number: 截至0年底, as of the end of 0."""
    plain = _FIGURES.sub("0", key)
    if _ANY_HAN.search(plain):
        return _CHINESE_NUMBER.sub("0", plain)
    words = ["0" if word in _NUMBERS else word for word in plain.split(" ")]
    kept: list[str] = []
    for place, word in enumerate(words):
        if word in _MONTHS and "0" in words[max(0, place - 1) : place + 2]:
            word = "0"
        if word != "0" or not kept or kept[-1] != "0":
            kept.append(word)
    return " ".join(kept)


def telling(key: str) -> bool:
    """Whether a masked key says enough to be compared: two characters or four letters."""
    letters = key.replace("0", "").replace(" ", "")
    return len(letters) >= (2 if _ANY_HAN.search(letters) else 4)


def sketch(key: str) -> tuple[int, ...]:
    """The smallest hashes of a key's pieces: three characters, or two words.

    Similar texts share some (Broder's min-hash, one function, the smallest few).
    """
    if len(key) < NEAR_LETTERS:
        return ()
    if _ANY_HAN.search(key):
        units = key.encode("utf-16-le", "surrogatepass")  # two bytes a character
        pieces = {units[start : start + 6] for start in range(0, len(units) - 4, 2)}
    else:
        words = key.encode("utf-8", "surrogatepass").split()
        pieces = {b" ".join(pair) for pair in zip(words, words[1:])}
    return tuple(nsmallest(SKETCH, set(map(crc32, pieces))))


def harmless(one: str, other: str) -> str:
    """In words, the difference of two texts with the same folded key."""
    first, second = unicodedata.normalize("NFC", one), unicodedata.normalize("NFC", other)
    for change, name in (
        (lambda text: " ".join(text.split()), "blanks"),
        (lambda text: unicodedata.normalize("NFKC", text), "width"),
        (lambda text: text.casefold(), "case"),
        (lambda text: text.rstrip(" .。．!！?？;；"), "the final mark"),
    ):
        if change(first) == change(second):
            return name
    return "punctuation"
