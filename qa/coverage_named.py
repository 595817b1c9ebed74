"""Numbers and names of a pair: decided by value and by sound, not by word vectors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.clauses import stops
from corpus.lowered import lowered
from corpus.names import Name
from corpus.quantity_match import compare
from corpus.renderings import renderings
from corpus.spelled_out import spelled_out
from qa.coverage_features import Missing
from qa.coverage_originals import originals
from qa.coverage_words import Decided, Span

#: An abbreviation in brackets, given once for what stands before it: (WOC), (SMEs).
_GIVEN = re.compile(r"[(（]\s*([A-Z][A-Za-z]{0,3}[A-Z]s?)\s*[)）]")
#: A Latin name and its Chinese gloss in brackets: IP Diagnostics Tool（知识产权诊断工具）.
_GLOSSED = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z0-9.&'’ -]{1,60}?)\s?"
    r"[(（](?P<gloss>[^()（）]*[\u4e00-\u9fff][^()（）]*)[)）]"
)
#: Brackets that one of these may begin with.
_OPENING = frozenset("(（")
#: The rest of a name around a part that was found: Mao Siqian, Von Plattenburg. The first is
#: looked for in the word before alone.
_NAME_BEFORE = re.compile(r"\b[A-Z][\w’'.-]*\Z")
_NAME_AFTER = re.compile(r"[\w’'-]*(?:\s+[A-Z][\w’'-]*){0,1}")


def named(chinese: str, english: str) -> tuple[tuple[Decided, Decided], tuple[Missing, Missing]]:
    """What numbers and names decide about the words of both sides, and what each lacks."""
    sentences = stops(chinese) - stops(english)
    numbers = compare(chinese, english)
    lost = [one for one in numbers.missing_in_english if not one.soft]
    added = [one for one in numbers.missing_in_chinese if not one.soft]
    answered_zh = [(one.start, one.end) for one, _ in numbers.matched]
    answered_en = [(one.start, one.end) for _, one in numbers.matched]
    unanswered_zh = [(one.start, one.end) for one in lost]
    missing = 0
    for name, places in renderings(chinese, english):
        if places:
            answered_zh.append((name.start, name.end))
            answered_en.extend(_whole(name, place, english) for place in places)
        elif name.sure:
            unanswered_zh.append((name.start, name.end))
            missing += 1
    answered_en.extend(match.span() for match in _GIVEN.finditer(english))
    if not _OPENING.isdisjoint(chinese):
        answered_zh.extend(match.span() for match in _GIVEN.finditer(chinese))
        answered_zh.extend(_glosses(chinese, english))
        answered_zh.extend(originals(chinese, english))
    for one in spelled_out(chinese, english):
        answered_zh.append(one.chinese)
        answered_en.append(one.english)
    return (
        (
            Decided(tuple(answered_zh), tuple(unanswered_zh)),
            Decided(tuple(answered_en), tuple((one.start, one.end) for one in added)),
        ),
        (
            Missing(len(lost), missing, max(0, sentences)),
            Missing(len(added), 0, max(0, -sentences)),
        ),
    )


def _glosses(chinese: str, english: str) -> Iterator[Span]:
    """Glosses in brackets of Latin names that the English has as they are: said once there.

    A gloss that says more than the name is passed over with it.
    """
    small = lowered(english)
    for match in _GLOSSED.finditer(chinese):
        if lowered(match["name"].strip()) in small:
            yield match.span("gloss")


def _whole(name: Name, place: Span, english: str) -> Span:
    """The whole of a person's name around the part that was found."""
    start, end = place
    if name.kind not in ("person", "foreign"):
        return start, end
    after = _NAME_AFTER.match(english, end)
    return _name_before(english, start), (after.end() if after else end)


def _name_before(english: str, start: int) -> int:
    """Where the capitalised word begins that stands before a place; the place if none does."""
    before = english[:start].rstrip()
    if not before or len(before) == start:
        return start
    word = before.rsplit(None, 1)[-1]
    capitalised = _NAME_BEFORE.search(word)
    return len(before) - len(word) + capitalised.start() if capitalised else start
