"""What the report shows, worked out before any HTML: rows, halves, notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus import its
from corpus.judged import type_of
from corpus.model import SEVERITIES, Finding, Judgement, Segment, Severity, Side
from qa.marks import Piece, pieces, whole
from qa.mqm import Scale

#: Characters of a segment that stand for it in a list.
_EXCERPT = 60


@dataclass(frozen=True, slots=True)
class Note:
    """A finding with its number in the row."""

    number: int
    finding: Finding
    #: what the span covers; the whole side's finding has none
    marked: str
    #: ITS 2.0 localization quality issue type and severity
    its_type: str
    its_severity: int


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a row."""

    side: Side
    lang: str
    #: in words: "12", "12–14", or nothing
    lines: str
    pieces: tuple[Piece, ...]
    #: notes on the side as a whole
    whole: tuple[Note, ...]

    @property
    def empty(self) -> bool:
        return not self.pieces

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Row:
    """A pair as the report shows it."""

    #: 1-based place in the document, or what stands for it in a review ("17a")
    number: int | str
    #: 1-based place in the worst-first order
    rank: int
    judgement: Judgement
    source: Half
    target: Half
    #: worst first
    notes: tuple[Note, ...]

    @property
    def severity(self) -> Severity | None:
        """The gravest severity in the row."""
        return self.notes[0].finding.severity if self.notes else None

    @property
    def paired(self) -> bool:
        return self.judgement.pair.paired

    @property
    def type(self) -> str:
        return type_of(self.judgement)

    @property
    def excerpt(self) -> str:
        """A few words that stand for the row: the worst finding's, else its beginning."""
        return shortened(self._marked() or self.opening.text)

    @property
    def excerpt_lang(self) -> str:
        if self._marked() and self.notes[0].finding.side == "target":
            return self.target.lang
        return self.opening.lang

    @property
    def opening(self) -> Half:
        """The source, or the target where there is no source."""
        return self.target if self.source.empty else self.source

    def _marked(self) -> str:
        return self.notes[0].marked if self.notes else ""

    def note(self, number: int) -> Note:
        return self.notes[number - 1]

    def worst(self, numbers: Iterable[int]) -> Severity:
        """The gravest severity among some of the row's notes."""
        return min((self.note(n).finding.severity for n in numbers), key=SEVERITIES.index)


def rows(
    judgements: Sequence[Judgement], source_lang: str, target_lang: str, scale: Scale = Scale()
) -> tuple[Row, ...]:
    """One row a judgement, in document order, each with its rank from the worst down."""
    order = sorted(range(len(judgements)), key=lambda place: badness(judgements[place], scale))
    rank = {place: position for position, place in enumerate(order, start=1)}
    return tuple(
        row_of(judgement, place + 1, rank[place], source_lang, target_lang)
        for place, judgement in enumerate(judgements)
    )


def badness(judgement: Judgement, scale: Scale = Scale()) -> tuple[float, ...]:
    """Sorting key, the worst first: severities, penalty, what is lost, the score, the place."""
    count = Counter(finding.severity for finding in judgement.findings)
    return (
        *(-count[severity] for severity in SEVERITIES[:2]),
        -sum(scale.weight(finding) for finding in judgement.findings),
        -count["note"],
        -max(judgement.omission, judgement.addition),
        judgement.score,
        judgement.pair.index,
    )


def shortened(text: str, limit: int = _EXCERPT) -> str:
    """The beginning of a text on one line, with an ellipsis where it was cut."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def row_of(
    judgement: Judgement, number: int | str, rank: int, source_lang: str, target_lang: str
) -> Row:
    """What a single pair shows."""
    texts: dict[Side, str] = {
        "source": judgement.pair.source_text,
        "target": judgement.pair.target_text,
    }
    ordered = sorted(
        judgement.findings,
        key=lambda finding: (SEVERITIES.index(finding.severity), finding.side, finding.span),
    )
    notes = tuple(
        _note(place, finding, texts[finding.side])
        for place, finding in enumerate(ordered, start=1)
    )
    return Row(
        number=number,
        rank=rank,
        judgement=judgement,
        source=_half("source", source_lang, judgement.pair.source, texts["source"], notes),
        target=_half("target", target_lang, judgement.pair.target, texts["target"], notes),
        notes=notes,
    )


def _note(number: int, finding: Finding, text: str) -> Note:
    start, end = (0, 0) if whole(text, finding.span) else finding.span
    marked = text[max(0, start) : end]
    return Note(number, finding, marked, its.issue_type(finding), its.severity(finding))


def _half(
    side: Side, lang: str, segments: tuple[Segment, ...], text: str, notes: tuple[Note, ...]
) -> Half:
    own = [note for note in notes if note.finding.side == side]
    spans = {n.number: n.finding.span for n in own if not whole(text, n.finding.span)}
    return Half(
        side=side,
        lang=lang,
        lines=_lines(segments),
        pieces=pieces(text, spans),
        whole=tuple(note for note in own if note.number not in spans),
    )


def _lines(segments: tuple[Segment, ...]) -> str:
    numbers = sorted({segment.line for segment in segments if segment.line > 0})
    if not numbers:
        return ""
    first, last = numbers[0], numbers[-1]
    return f"{first}" if first == last else f"{first}–{last}"
