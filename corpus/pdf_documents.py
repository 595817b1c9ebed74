"""PDF files through pdfminer.six: text as it lies on the pages, with a warning.

A PDF knows glyphs and places, not paragraphs. The lines of a box of text are joined to
paragraphs where neither an indent nor a short line nor a rule drawn between them parts them,
so the cells of a ruled table are paragraphs, column by column. Columns may come out mixed,
and a paragraph that runs over to the next page is two. Lines that recur at the top or bottom
of the pages become noise of the kind "running head".
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from corpus.amounts import some
from corpus.errors import InputError
from corpus.extracted import Extracted, Paragraphs

if TYPE_CHECKING:
    from pdfminer.layout import LTPage, LTTextBox, LTTextLine

#: Pages that are read: a thick book; above that, a set of files glued together.
MAX_PAGES = 3_000

#: Share of the page's height at its top and bottom where running heads and numbers stand.
_EDGE = 0.12
#: A line there is a running head if it recurs, figures aside, on so many pages and this share.
_RECURS, _RECURS_SHARE = 3, 0.4
#: An indent opens a paragraph, in line heights (Chinese indents two characters).
_INDENT = 0.8
#: A line that ends a sentence this share of the box's width before its edge ends a paragraph.
_SHORT = 0.12
#: A rule between two cells is longer than their text by so much at both ends, in line heights;
#: an underline is as long as its words. Its own thickness, in points, is no more than this.
_PADDING, _THIN = 0.1, 2.0
#: Above this share of glyphs without a character the text is of no use.
_UNKNOWN_SHARE = 0.2

_FIGURES = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[\s\-–—·|/\d]*\d[\s\-–—·|/\d]*")
_STOP = re.compile(r"[.!?。！？:：;；…][\"”’」』)）]*\s*$")
_UNKNOWN = re.compile(r"\(cid:\d+\)")


class _Rule(NamedTuple):
    """A horizontal line drawn on the page."""

    left: float
    right: float
    y: float


class _Line(NamedTuple):
    text: str
    #: in the top or bottom margin of its page
    edge: bool
    #: first of its paragraph
    opens: bool


def read_pdf(data: bytes, where: str) -> Extracted:
    """The text of a PDF file, a line of the page a line, paragraphs joined by their shape."""
    pages = _pages(data, where)
    text = "".join(line.text for page in pages for line in page)
    if not text.strip():
        raise InputError(
            "holds no text, only pictures of it", where=where, hint="run OCR on it first"
        )
    if len(_UNKNOWN.findall(text)) > _UNKNOWN_SHARE * len(_UNKNOWN.sub("x", text)):
        raise InputError(
            "its fonts do not say which characters they show", where=where,
            hint="run OCR on it first",
        )
    heads = _running_heads(pages)
    paragraphs = Paragraphs()
    for page in pages:
        for line in page:
            words = line.text.strip()
            if line.edge and (_folded(words) in heads or _PAGE_NUMBER.fullmatch(words)):
                paragraphs.add(words, kind="running head")
            else:
                paragraphs.add(words, continues=not line.opens)
    return paragraphs.extracted(
        "pdf",
        f"pdf: {some(len(pages), 'page')}; the order of columns, what is a paragraph and what a "
        "running head are uncertain",
    )


def _pages(data: bytes, where: str) -> list[list[_Line]]:
    try:
        from pdfminer.high_level import extract_pages
        from pdfminer.layout import LTTextBox
        from pdfminer.pdfdocument import PDFEncryptionError
    except ImportError as error:
        raise InputError(
            "reading .pdf needs the package pdfminer.six", where=where,
            hint="pip install 'duiyi[pdf]'",
        ) from error
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    pages: list[list[_Line]] = []
    try:
        for page in extract_pages(io.BytesIO(data)):
            if len(pages) == MAX_PAGES:
                break
            lines: list[_Line] = []
            rules = [*_rules(page)]
            for box in page:
                if isinstance(box, LTTextBox):
                    lines += _box(box, page.y0, page.height, rules)
            pages.append(lines)
        else:
            return pages
    except PDFEncryptionError as error:
        raise InputError(
            "is encrypted", where=where, hint="save it without a password"
        ) from error
    except Exception as error:  # pdfminer raises whatever the damage leads it to
        raise InputError(
            f"is a damaged PDF: {type(error).__name__}: {error}", where=where,
            hint="open and save it again",
        ) from error
    raise InputError(
        f"refused: more than {MAX_PAGES:,} pages", where=where, hint="split the file"
    )


def _rules(page: LTPage) -> Iterator[_Rule]:
    """The horizontal lines of a page: drawn as such, as thin boxes, or as the edges of cells."""
    from pdfminer.layout import LTLine, LTRect

    for one in page:
        if isinstance(one, LTRect):
            yield from (_Rule(one.x0, one.x1, y) for y in (one.y0, one.y1))
        elif isinstance(one, LTLine) and one.height <= _THIN:
            yield _Rule(one.x0, one.x1, one.y0)


def _parted(above: LTTextLine, below: LTTextLine, rules: Sequence[_Rule]) -> bool:
    """Whether a rule is drawn between two lines, as between the cells of a table."""
    padding = _PADDING * below.height
    left = min(above.x0, below.x0) - padding
    right = max(above.x1, below.x1) + padding
    low, high = sorted((above.y0, below.y1))
    return any(
        low - padding <= rule.y <= high + padding and rule.left < left and rule.right > right
        for rule in rules
    )


def _box(
    box: LTTextBox, bottom: float, height: float, rules: Sequence[_Rule]
) -> Iterator[_Line]:
    """The lines of a box; which of them open a paragraph is seen from their edges and rules."""
    from pdfminer.layout import LTTextLine

    rows = [row for row in box if isinstance(row, LTTextLine) and row.get_text().strip()]
    left = min((row.x0 for row in rows), default=0.0)
    right = max((row.x1 for row in rows), default=0.0)
    ended = True
    for above, row in zip((None, *rows), rows):
        text = row.get_text()
        ended = ended or above is not None and _parted(above, row, rules)
        indented = row.x0 - left > _INDENT * row.height
        middle = ((row.y0 + row.y1) / 2 - bottom) / max(1.0, height)
        yield _Line(text, not _EDGE < middle < 1 - _EDGE, ended or indented)
        short = row.x1 < right - _SHORT * (right - left)
        ended = short and _STOP.search(text) is not None


def _running_heads(pages: list[list[_Line]]) -> set[str]:
    """The lines, figures folded, that stand in the margins of many pages."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_folded(line.text.strip()) for line in page if line.edge})
    least = max(_RECURS, _RECURS_SHARE * len(pages))
    return {line for line, times in seen.items() if times >= least}


def _folded(line: str) -> str:
    return _FIGURES.sub("#", line)
