"""The nouns of duiyi: what travels between reading, alignment, checking and writing.

Everything here is frozen and imports only the standard library. Offsets are
half-open and count code points. Text is stored as it was read, never normalised.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Language = Literal["zh", "en", "other"]
Side = Literal["source", "target"]
Severity = Literal["error", "warning", "note"]
LayoutKind = Literal["interleaved", "blocks", "mixed", "mono", "two-files"]

#: From the worst down: the order of reports and of ``--fail-on``.
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Noise:
    """A stretch of a document that is no text of the article, kept out of the pairs."""

    #: what it is, for the reader of the report: "bookmark", "comment", "repeated title", …
    kind: str
    #: offsets into the document's text
    start: int
    end: int
    #: the stretch itself
    text: str
    #: 1-based line of its first character
    line: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or other line of running text in one language."""

    #: offsets into the document's text
    start: int
    end: int
    #: ``document.text[start:end]``
    text: str
    language: Language
    #: 1-based line of its first character
    line: int


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read: all its text, and which parts are article and which are noise.

    ``blocks`` and ``noise`` are in text order, do not overlap, and between them lies
    only white space (and the separator of a bilingual line).
    """

    #: where it came from, as the user named it
    path: str
    #: the file's stem: names its output files
    name: str
    text: str
    #: "utf-8", "gb18030", …; "docx" for a Word file
    encoding: str
    #: why this encoding, in words for the report
    encoding_reason: str
    blocks: tuple[Block, ...]
    noise: tuple[Noise, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence (or heading, or list item): the unit that alignment joins but never cuts."""

    text: str
    language: Language
    #: 0-based place among the segments of its side
    number: int
    #: offsets into the document's text
    start: int
    end: int
    #: 1-based line of its first character
    line: int
    #: 0-based place of its block in the document: equal for sentences of one paragraph
    block: int = 0
    #: what was mended because the other side showed it to be wrong: "split:list" begins where
    #: a longer segment was split, "joined:line" was two; nothing as the segmenter cut it
    repair: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A bead: the source segments and the target segments that face each other.

    One side may be empty (unpaired), never both.
    """

    #: 0-based place in the document, in reading order
    index: int
    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    #: probability that the two sides are translations of each other; 0 if unpaired
    score: float
    #: name of the document it belongs to
    doc: str = ""
    #: what an exchange format said about the unit and a writer should give back
    properties: Mapping[str, str] = field(default_factory=dict)

    @property
    def source_text(self) -> str:
        return join(self.source)

    @property
    def target_text(self) -> str:
        return join(self.target)

    @property
    def type(self) -> str:
        """Bead type as in the literature: "1-1", "2-1", "0-1"."""
        return f"{len(self.source)}-{len(self.target)}"

    @property
    def paired(self) -> bool:
        return bool(self.source) and bool(self.target)


def join(segments: tuple[Segment, ...]) -> str:
    """The text of one side of a pair: Chinese sentences touch, others stand a blank apart."""
    parts: list[str] = []
    for previous, segment in zip((None, *segments), segments):
        if previous is not None and not (previous.language == segment.language == "zh"):
            parts.append(" ")
        parts.append(segment.text)
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class Layout:
    """How the two languages lie in a document, and how that was seen."""

    kind: LayoutKind
    #: one sentence in words for the report, with the counts behind it
    reason: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """A document after alignment: every segment is in exactly one pair."""

    name: str
    layout: Layout
    source_lang: str
    target_lang: str
    #: reading order; unpaired segments are pairs with one side empty
    pairs: tuple[Pair, ...]
    noise: tuple[Noise, ...] = ()
    encoding: str = ""
    encoding_reason: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check has to say about a pair."""

    #: "group.name", stable: see ``duiyi rules``
    rule: str
    severity: Severity
    #: one sentence for the reviewer
    message: str
    #: the side that ``span`` points into
    side: Side
    #: half-open code point offsets into that side's text; (0, 0) speaks of the whole side
    span: tuple[int, int]
    #: the text, value or list that the message rests on
    evidence: str
    #: MQM category, "Accuracy/Omission"
    mqm: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A pair with all that quality assurance says of it."""

    pair: Pair
    #: probability of being a translation: the pair's own score, or the checker's
    score: float
    #: share of the source's content with no counterpart, 0 to 1, graded
    omission: float
    #: the same for the target's content
    addition: float
    findings: tuple[Finding, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The line of ``duiyi check --format jsonl`` (the contract's keys, in its order)."""
        return {
            "index": self.pair.index,
            "source": self.pair.source_text,
            "target": self.pair.target_text,
            "score": round(self.score, 4),
            "omission": round(self.omission, 4),
            "addition": round(self.addition, 4),
            "findings": [
                {
                    "rule": finding.rule,
                    "severity": finding.severity,
                    "message": finding.message,
                    "side": finding.side,
                    "span": list(finding.span),
                    "evidence": finding.evidence,
                    "mqm": finding.mqm,
                }
                for finding in self.findings
            ],
        }
