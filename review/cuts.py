"""Where the two sides of a pair may be cut, and the cutting: no text is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.clauses import chinese_clauses, english_clauses
from corpus.model import Segment, join
from corpus.segmentation import spans

Segments = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the joined text of a side where a new pair may begin."""

    #: code points from the beginning; 0 gives the whole side to the second pair
    offset: int
    #: a sentence ends here; else a clause
    sentence: bool


def places(segments: Segments) -> tuple[Place, ...]:
    """Both ends of the side, its sentences' beginnings, and those of its clauses."""
    if not segments:
        return (Place(0, True),)
    text = join(segments)
    sentences = {0, len(text)}
    clauses: set[int] = set()
    for begun, segment in zip(_beginnings(segments), segments):
        sentences.add(begun)
        sentences.update(begun + start for start, _ in spans(segment.text, segment.language))
        cut = chinese_clauses if segment.language == "zh" else english_clauses
        clauses.update(begun + start for start, _ in cut(segment.text))
    return tuple(
        Place(offset, offset in sentences) for offset in sorted(sentences | clauses)
    )


def boundary(first: Segments, both: Segments) -> int:
    """Where the second of two neighbours begins in their joined text."""
    if len(first) == len(both):
        return len(join(both))
    return _beginnings(both)[len(first)]


def likely_cut(source: Segments, target: Segments) -> tuple[int, int]:
    """A place in each side to propose, at the same share of both.

    The side with fewer sentences leads, cut nearest its middle.
    """
    leading, other = sorted((source, target), key=lambda side: len(_inner(side)[0]) or 99)
    middle = _nearest(leading, 0.5)
    length = len(join(leading))
    answer = _nearest(other, middle / length if length else 0.5)
    return (middle, answer) if leading is source else (answer, middle)


def _nearest(segments: Segments, share: float) -> int:
    """The inner place nearest a share of the text, a sentence's before a clause's."""
    length = len(join(segments))
    sentences, clauses = _inner(segments)
    return min(
        sentences or clauses or [length], key=lambda offset: abs(offset - share * length)
    )


def _inner(segments: Segments) -> tuple[list[int], list[int]]:
    length = len(join(segments))
    inside = [place for place in places(segments) if 0 < place.offset < length]
    return (
        [place.offset for place in inside if place.sentence],
        [place.offset for place in inside if not place.sentence],
    )


def halves(segments: Segments, offset: int) -> tuple[Segments, Segments]:
    """The segments before and after a place in their joined text.

    A segment that the place lies in becomes two; the white space at the cut goes.
    """
    first: list[Segment] = []
    second: list[Segment] = []
    for begun, segment in zip(_beginnings(segments), segments):
        inside = offset - begun
        left, right = segment.text[: max(0, inside)], segment.text[max(0, inside) :]
        if not right.strip():
            first.append(segment)
        elif not left.strip():
            second.append(segment)
        else:
            first.append(_part(segment, 0, len(left.rstrip())))
            second.append(_part(segment, len(segment.text) - len(right.lstrip()), None))
    return tuple(first), tuple(second)


def rewritten(text: str, before: Segments, missing: Segment) -> Segments:
    """A side's text as a reviewer wrote it, in sentences with the places of those before.

    ``missing`` gives language and place where there was no segment.
    """
    old: Sequence[Segment] = before or (missing,)
    language = old[0].language
    cut = [text[start:end] for start, end in spans(text, language)]
    made = tuple(
        replace(old[min(place, len(old) - 1)], text=part) for place, part in enumerate(cut)
    )
    # what joining would change stays one text
    return made if join(made) == text else (replace(old[0], text=text),)


def _beginnings(segments: Segments) -> list[int]:
    """Where each segment begins in their joined text."""
    return [
        len(join(segments[: number + 1])) - len(segment.text)
        for number, segment in enumerate(segments)
    ]


def _part(segment: Segment, start: int, end: int | None) -> Segment:
    text = segment.text[start:end]
    begun = segment.start + start
    return replace(segment, text=text, start=begun, end=begun + len(text))
