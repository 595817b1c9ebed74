"""What a reader takes out of a file: its text, and what the format itself says about it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import Language


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that the format itself declares to be no text of the article."""

    #: half-open offsets into the text
    start: int
    end: int
    #: the kind of noise it becomes: "comment", "header", …
    kind: str


@dataclass(frozen=True, slots=True)
class Tongue:
    """A stretch of the text whose language the format states: ``lang="zh"``, a column head."""

    #: half-open offsets into the text
    start: int
    end: int
    language: Language


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file, one paragraph a line, with the format's own statements."""

    text: str
    #: "utf-8", "gb18030", …; "docx", "html", … for formats that carry their own encoding
    encoding: str
    #: why this encoding, and what was left out, in words for the report
    reason: str
    marks: tuple[Mark, ...] = ()
    tongues: tuple[Tongue, ...] = ()
    #: half-open offsets of what is one paragraph though it fills several lines: a subtitle
    joined: tuple[tuple[int, int], ...] = ()


class Paragraphs:
    """Collects paragraphs into one text, a line each, and remembers what was said about them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._marks: list[Mark] = []
        self._tongues: list[Tongue] = []
        self._spans: list[tuple[int, int]] = []

    def add(
        self, text: str, *, kind: str = "", language: Language | None = None,
        continues: bool = False,
    ) -> None:
        """Add a paragraph: of the article, or noise where ``kind`` says which.

        ``continues`` makes it one more line of the paragraph before; no noise may lie between.
        """
        start = self._length
        if not kind and text:
            if continues and self._spans and self._spans[-1][1] == start - 1:
                self._spans[-1] = (self._spans[-1][0], start + len(text))
            else:
                self._spans.append((start, start + len(text)))
        self._parts.append(text)
        self._length += len(text) + 1
        if kind and text.strip():
            self._marks.append(Mark(start, start + len(text), kind))
        if language and text.strip():
            self._tongues.append(Tongue(start, start + len(text), language))

    def extracted(self, encoding: str, reason: str) -> Extracted:
        text = "\n".join(self._parts)
        joined = tuple((start, end) for start, end in self._spans if "\n" in text[start:end])
        return Extracted(
            text, encoding, reason, tuple(self._marks), tuple(self._tongues), joined
        )
