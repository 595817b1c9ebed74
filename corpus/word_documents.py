"""Word documents (.docx): paragraphs, tables, notes, text boxes, tracked changes, comments.

The XML is walked directly, since python-docx shows neither text boxes nor notes nor tracked
changes. Insertions are kept and deletions left out, as if all changes had been accepted.
Running heads and feet are left out. All of that is said in the reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.amounts import some
from corpus.archives import Archive
from corpus.column_headings import headings
from corpus.errors import InputError
from corpus.extracted import Extracted, Paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

#: Characters that Word writes as elements.
_SIGNS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "softHyphen": "\N{SOFT HYPHEN}",
}
#: Elements whose text is not part of the document as it reads.
_LEFT_OUT = {
    "del": ("deletion", "of tracked changes left out"),
    "moveFrom": ("moved passage", "at the old place left out"),
}

#: Beginning of old Office files and of encrypted new ones: both are OLE containers.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

#: A row's number: 12, 12., 12、, (12).
_FIGURE = re.compile(r"[(（]?(\d{1,6})[.．、)）]?")
#: Two columns hold the translation; figures in one of them are text.
_TEXT_COLUMNS = 2
#: Rows are numbered from 1, a table that goes on from where it stopped; 2019, 2020, 2021 are
#: years. Cost: rows above the thousandth of a table in parts count as figures.
_FIRST_YEAR = 1_000
#: What a column of values has and no text: 2019, 12.5%, 1,200, 3-5, 2024/03/01.
_VALUE = re.compile(r"[(（]?[-+−–±~～≈<>≤≥]?[\d.,，%％‰:/~～–—-]*\d[\d.,，%％‰:/~～–—-]*[)）]?")
_HAN = re.compile("[\u3400-\u9fff]")
_LETTER = re.compile("[A-Za-z]")

#: Tables within tables, text boxes within text boxes.
_MAX_DEPTH = 50


def read_word(data: bytes, where: str) -> Extracted:
    """The text of a .docx file, a paragraph a line; notes follow at the end.

    Table cells come row by row, from left to right, so that the two columns of a
    bilingual table alternate. Comments become noise of the kind "comment"; so do headings
    such as 中文 | English, what stands under 备注, and beside the two texts a column that
    numbers the rows or holds only figures.
    """
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise InputError("is encrypted", where=where, hint="save it without a password")
        raise InputError(
            "is in the old .doc format", where=where, hint="save it as .docx in Word"
        )
    if not data.startswith(b"PK"):
        raise InputError(
            "is no Word document: not a zip file", where=where,
            hint="rename it to .txt if it is plain text",
        )
    archive = Archive(data, where)
    main = _main_part(archive, where)
    return _Walk(archive, main, where).extracted()


def _main_part(archive: Archive, where: str) -> str:
    """The part with the text: word/document.xml, unless the package says otherwise."""
    if "word/document.xml" in archive:
        return "word/document.xml"
    if "_rels/.rels" in archive:
        for relation in archive.xml("_rels/.rels").iter(_RELATION):
            if (relation.get("Type") or "").endswith("/officeDocument"):
                target = (relation.get("Target") or "").lstrip("/")
                if target in archive and target.startswith("word/"):
                    return target
    raise InputError(
        "is no Word document: it has no word/document.xml", where=where, hint="is it damaged?"
    )


class _Walk:
    """One pass over the document, gathering paragraphs, comments and notes."""

    def __init__(self, archive: Archive, main: str, where: str) -> None:
        self._where = where
        self._paragraphs = Paragraphs()
        #: what a thing is called, and what was done with such
        self._seen: Counter[tuple[str, str]] = Counter()
        self._boxes: list[_Element] = []
        self._waiting_comments: list[str] = []
        #: text of paragraphs whose end was deleted, and the kind of noise it is if any: the
        #: next paragraph goes on with it
        self._begun, self._begun_kind = "", ""
        #: cells that are no text of the article, and what they are
        self._asides: dict[_Element, str] = {}
        self._used_notes: list[tuple[str, str]] = []
        folder = main.rpartition("/")[0]
        self._comments = {
            key: (element.get(f"{_W}author") or "", element)
            for key, element in _numbered(archive, f"{folder}/comments.xml", "comment")
        }
        self._notes = {
            kind: dict(_numbered(archive, f"{folder}/{kind}s.xml", kind))
            for kind in ("footnote", "endnote")
        }
        body = archive.xml(main).find(f"{_W}body")
        if body is not None:
            self._blocks(body, 0)
        for kind, key in self._used_notes:
            note = self._notes[kind].get(key)
            if note is not None:
                self._seen[kind, ""] += 1
                self._blocks(note, 0)

    def extracted(self) -> Extracted:
        said = [some(count, *what) for what, count in sorted(self._seen.items())]
        reason = "docx: Word document"
        return self._paragraphs.extracted(
            "docx", f"{reason}; {', '.join(said)}" if said else reason
        )

    def _blocks(self, parent: _Element, depth: int) -> None:
        """Paragraphs and tables under ``parent``, in order."""
        if depth > _MAX_DEPTH:
            raise InputError(
                f"refused: tables or boxes nested more than {_MAX_DEPTH} deep", where=self._where
            )
        for child in parent:
            tag = _local(child)
            if tag == "p":
                self._paragraph(child, depth)
            elif tag in _LEFT_OUT:
                self._seen[_LEFT_OUT[tag]] += 1
            elif tag == "AlternateContent":
                self._blocks(_alternative(child), depth + 1)
            elif tag in ("tbl", "tr", "tc", "sdt", "sdtContent", "ins", "moveTo", "customXml"):
                if tag == "tbl":
                    self._seen["table", ""] += 1
                    self._asides.update(_aside_cells(child))
                self._blocks(child, depth + 1)
        if self._begun:  # nothing goes on with it in this cell or box
            self._end(self._begun, self._begun_kind, depth)

    def _paragraph(self, element: _Element, depth: int) -> None:
        text = self._begun + "".join(self._inline(element, depth))
        cell = element.getparent()
        kind = "" if cell is None else self._asides.get(cell, "")
        if element.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None:
            self._begun, self._begun_kind = text, kind
            return
        self._end(text, kind, depth)

    def _end(self, text: str, kind: str, depth: int) -> None:
        """A paragraph, and after it the comments and boxes that were met in it."""
        self._begun = ""
        for line in text.split("\n"):
            self._paragraphs.add(line, kind=kind)
        for comment in self._waiting_comments:
            self._seen["comment", "listed among the annotations"] += 1
            self._paragraphs.add(comment, kind="comment")
        self._waiting_comments = []
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._seen["text box", ""] += 1
            self._blocks(box, depth + 1)

    def _inline(self, parent: _Element, depth: int) -> Iterator[str]:
        """The text of a paragraph; boxes and comments met on the way are kept for later."""
        if depth > _MAX_DEPTH:
            raise InputError(
                f"refused: elements nested more than {_MAX_DEPTH} deep", where=self._where
            )
        for child in parent:
            tag = _local(child)
            if tag == "t" and child.tag.startswith(_W):
                yield (child.text or "").replace("\n", " ")
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag == "sym":
                self._seen["symbol", "left out"] += 1
            elif tag in _LEFT_OUT:
                self._seen[_LEFT_OUT[tag]] += 1
            elif tag == "txbxContent":
                self._boxes.append(child)
            elif tag == "AlternateContent":
                yield from self._inline(_alternative(child), depth + 1)
            elif tag == "commentReference":
                self._keep_comment(child.get(f"{_W}id") or "")
            elif tag in ("footnoteReference", "endnoteReference"):
                self._used_notes.append((tag.removesuffix("Reference"), child.get(f"{_W}id") or ""))
            elif tag not in ("pPr", "rPr", "instrText", "delText", "rt", "oMath", "oMathPara"):
                yield from self._inline(child, depth + 1)

    def _keep_comment(self, key: str) -> None:
        if key not in self._comments:
            return
        author, element = self._comments[key]
        words = " ".join(
            "".join(part.text or "" for part in paragraph.iter(f"{_W}t"))
            for paragraph in element.iter(f"{_W}p")
        )
        self._waiting_comments.append(f"Comment by {author or 'unknown'}: {words.strip()}")


def _aside_cells(table: _Element) -> Iterator[tuple[_Element, str]]:
    """The cells of headings, notes, row numbers and figures, and which of these each is."""
    rows = [row.findall(f"{_W}tc") for row in table.iterfind(f"{_W}tr")]
    first = rows[0] if rows else []
    columns = headings({place: _cell_text(cell) for place, cell in enumerate(first)})
    if columns.named:
        yield from ((cell, "column heading") for cell in rows[0])
        rows = rows[1:]
    for row in rows:
        yield from ((cell, "table note") for n, cell in enumerate(row) if n in columns.asides)
    wide = [row for row in rows if len(row) > _TEXT_COLUMNS]
    bilingual = _bilingual([[_cell_text(cell) for cell in row] for row in wide])
    for place in range(max(map(len, wide), default=0)):
        cells = [row[place] for row in wide if len(row) > place]
        texts = [_cell_text(cell) for cell in cells]
        outer = place == 0 or all(len(row) == place + 1 for row in wide)
        if outer and _row_numbers(texts):
            yield from ((cell, "row number") for cell in cells)
        elif bilingual and any(texts) and all(map(_VALUE.fullmatch, filter(None, texts))):
            yield from ((cell, "table figure") for cell, text in zip(cells, texts) if text)


def _row_numbers(texts: list[str]) -> bool:
    """Whether a column counts its rows."""
    found = [_FIGURE.fullmatch(text) for text in texts]
    numbers = [int(match[1]) for match in found if match]
    rising = all(after - before == 1 for before, after in zip(numbers, numbers[1:]))
    return len(numbers) == len(texts) > 1 and rising and numbers[0] < _FIRST_YEAR


def _bilingual(rows: list[list[str]]) -> bool:
    """Whether most rows have Chinese in one cell and nothing but English in another."""
    both = [
        any(map(_HAN.search, row))
        and any(_LETTER.search(text) and not _HAN.search(text) for text in row)
        for row in rows
    ]
    return len(both) > 1 and 2 * sum(both) > len(both)


def _cell_text(cell: _Element) -> str:
    return "".join(text.text or "" for text in cell.iter(f"{_W}t")).strip()


def _numbered(archive: Archive, part: str, tag: str) -> Iterator[tuple[str, _Element]]:
    """Comments or notes of a part by their id; separators and the like are no notes."""
    if part in archive:
        for element in archive.xml(part).iter(f"{_W}{tag}"):
            if element.get(f"{_W}type") in (None, "normal"):
                yield element.get(f"{_W}id") or "", element


def _alternative(element: _Element) -> _Element:
    """Of several versions of a drawing, the first; the others say the same."""
    choice = element.find(f"{_MC}Choice")
    fallback = element.find(f"{_MC}Fallback")
    if choice is not None:
        return choice
    return fallback if fallback is not None else element.makeelement("empty")


def _local(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
