"""Negations planted in right pairs: taken out of the English or the Chinese, or put in."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Turns of which "not" cannot be taken away: can't help, not only, isn't it, no matter.
_IDIOM = re.compile(
    r"\b(?:can(?:not|['’]t|\snot)|could(?:n['’]t|\snot))\s(?:help|wait)\b"
    r"|\b(?:not|n['’]t)\s(?:only|just|merely|simply)\b|\bNo\.\s|\b(?:if|or|why)\snot\b"
    r"|\bno\s(?:matter|doubt|less|more|wonder)\b|n['’]t\s(?:it|they|he|she|you|we|I)\b",
    re.IGNORECASE,
)
_TAKEN_OUT = (
    (r"\bcan['’]t\b", "can"), (r"\bwon['’]t\b", "will"), (r"\bcannot\b", "can"),
    (r"\b(?:do|does|did)\snot\s", ""), (r"\b(?:do|does|did)n['’]t\s", ""), (r"n['’]t\b", ""),
    (r"\s(?:not|never)\b", ""), (r"\b[Nn]o\slonger\b", "still"), (r"\b[Nn]o\s(?=[a-z])", ""),
    (r"\bnothing\b", "everything"), (r"\bnobody\b", "everybody"), (r"\bno\sone\b", "everyone"),
    (r"\bnone\b", "all"), (r"\bwithout\b", "with"),
)
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|will|would|can|could|should|must|may|might|has|have|had|does|do|did)\b"
    r"(?!\s(?:not\b|been\snot|no\b|never\b|n['’]t))(?!['’]t)"
)
_WITH = re.compile(r"\bwith\s(?=the|a\s|an\s|his|her|their|[a-z]+ing)")
_ARTICLE = re.compile(r"\b(?:is|was|has|had|have|are|were)\s(?:an?|some|many)\s")
_PREFIX = (
    (re.compile(r"\bunable\b"), "able"), (re.compile(r"\bimpossible\b"), "possible"),
    (re.compile(r"\bfail(?:s|ed)?\sto\b"), "managed to"), (re.compile(r"\bwithout\b"), "with"),
    (re.compile(r"\bin(?=sufficient|complete|correct|valid|visible)"), ""),
    (re.compile(r"\bunclear\b"), "clear"), (re.compile(r"\bunknown\b"), "known"),
)
_CHINESE = re.compile(
    "(?<![一不没是会能可要有])(?:没有|并未|尚未|从未|并不|未|没|不会|不能|不可以|不是|不)(?=[一-鿿])"
    "(?![仅但断管论得同少久足])"
)
_CHINESE_KEPT = {"不会": "会", "不能": "能", "不可以": "可以", "不是": "是", "没有": "有"}
_CHINESE_AUXILIARY = re.compile("(?<![不没未无非一-鿿])(?:可以|应该)|(?<=[，们人者司国府])(?:将|会|能|是|可以|应该)")
_PUT_IN = {"将": "将不", "会": "不会", "能": "不能", "是": "不是", "可以": "不可以", "应该": "不应该"}


def removed(english: str) -> Iterator[str]:
    """The English with one of its negations taken out."""
    masked = _IDIOM.sub(lambda found: "#" * len(found.group()), english)
    done: list[tuple[int, int]] = []
    for pattern, instead in _TAKEN_OUT:
        for found in re.finditer(pattern, masked):
            if not any(found.start() < end and start < found.end() for start, end in done):
                done.append(found.span())
                yield english[: found.start()] + instead + english[found.end() :]


def added(english: str) -> Iterator[str]:
    """The English with a negation put in: not, never, no, without."""
    places = list(_AUXILIARY.finditer(english))
    for word, place in zip(("not", "never"), places):
        yield f"{english[: place.end()]} {word}{english[place.end() :]}"
    if found := _ARTICLE.search(english):
        yield f"{english[: found.start()]}{found.group().split()[0]} no {english[found.end() :]}"
    if found := _WITH.search(english):
        yield f"{english[: found.start()]}without {english[found.end() :]}"


def prefix_removed(english: str) -> Iterator[str]:
    """The English with a negation made by prefix or verb taken out: unable, fails to."""
    for pattern, instead in _PREFIX:
        if found := pattern.search(english):
            yield english[: found.start()] + instead + english[found.end() :]
            return


def removed_in_chinese(chinese: str) -> Iterator[str]:
    """The Chinese with one of its negations taken out, so that the English adds one."""
    for found in _CHINESE.finditer(chinese):
        kept = _CHINESE_KEPT.get(found.group(), "")
        yield chinese[: found.start()] + kept + chinese[found.end() :]


def added_in_chinese(chinese: str) -> Iterator[str]:
    """The Chinese with a negation put in, so that the English lacks one."""
    for found in list(_CHINESE_AUXILIARY.finditer(chinese))[:2]:
        yield chinese[: found.start()] + _PUT_IN[found.group()] + chinese[found.end() :]
