"""Beads by number and the sentences that they count, joined to pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpus.errors import InputError
from corpus.judged import SCORED
from corpus.ladders import Link
from corpus.languages import language
from corpus.model import Pair, Segment

#: A side's sentences, and the name of the file that they are in, for messages.
Side = tuple[Sequence[Segment], str]


def sentences(texts: Iterable[str], code: str) -> list[Segment]:
    """Lines or elements of a file as the sentences of one side."""
    tongue = language(code)
    return [
        Segment(text, tongue, place, 0, len(text), place + 1) for place, text in enumerate(texts)
    ]


def joined(
    links: Iterable[Link], source: Side, target: Side, where: str, *, doc: str = "", first: int = 0
) -> Iterator[Pair]:
    """Yield a pair a bead, numbered from ``first``; sentences in no bead come out unpaired.

    They come before the next bead that follows them on their side. A number that a file
    does not have raises InputError.
    """
    index, done = first, [0, 0]
    used = [bytearray(len(side[0])) for side in (source, target)]

    def before(place: int, end: int) -> Iterator[Pair]:
        nonlocal index
        own = (source, target)[place][0]
        for number in range(done[place], end):
            if not used[place][number]:
                lone = (own[number],)
                left, right = (lone, ()) if place == 0 else ((), lone)
                yield Pair(index, left, right, 0.0, doc, {SCORED: "no"})
                index += 1
        done[place] = max(done[place], end)

    listed = list(links)
    for link in listed:
        for place, numbers in enumerate(link[:2]):
            for number in numbers:
                _check(number, (source, target)[place], where)
                used[place][number] = 1
    for link in listed:
        for place, numbers in enumerate(link[:2]):
            if numbers:
                yield from before(place, min(numbers))
        if not link.source and not link.target:
            continue
        score = link.score if link.score is not None and 0 <= link.score <= 1 else None
        yield Pair(
            index,
            tuple(source[0][number] for number in link.source),
            tuple(target[0][number] for number in link.target),
            (1.0 if link.paired else 0.0) if score is None else score,
            doc,
            {SCORED: "no"} if score is None else {},
        )
        index += 1
    for place in (0, 1):
        yield from before(place, len(used[place]))


def _check(number: int, side: Side, where: str) -> None:
    if number >= len(side[0]):
        raise InputError(
            f"a bead names sentence {number}, but {side[1]} has {len(side[0])} (from 0)",
            where=where,
            hint="are these the texts that were aligned?",
        )
