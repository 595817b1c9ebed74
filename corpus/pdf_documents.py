"""PDF files through pypdf: text as it lies on the pages, with a warning.

A PDF knows glyphs and places, not paragraphs: columns may come out mixed, and lines are
joined to paragraphs only as in any text of fixed width. Lines that recur at the top or bottom
of the pages become noise of the kind "running head".
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from contextlib import suppress

from corpus.errors import InputError
from corpus.extracted import Extracted, Paragraphs

#: Pages that are read: a thick book; above that, a set of files glued together.
MAX_PAGES = 3_000
#: Lines at the top and bottom of a page where running heads and page numbers stand.
_EDGE = 2
#: A line is a running head if it recurs, figures aside, on so many pages and such a share.
_RECURS, _RECURS_SHARE = 3, 0.4

_FIGURES = re.compile(r"\d+")


def read_pdf(data: bytes, where: str) -> Extracted:
    """The text of a PDF file, line by line as on the pages."""
    pages = [[line.strip() for line in page.splitlines()] for page in _pages(data, where)]
    pages = [[line for line in page if line] for page in pages]
    if not any(pages):
        raise InputError(
            "holds no text, only pictures of it", where=where, hint="run OCR on it first"
        )
    heads = _running_heads(pages)
    paragraphs = Paragraphs()
    for page in pages:
        for place, line in enumerate(page):
            edge = place < _EDGE or place >= len(page) - _EDGE
            head = edge and _folded(line) in heads
            paragraphs.add(line, kind="running head" if head else "")
    return paragraphs.extracted(
        "pdf",
        f"pdf: {len(pages)} pages; the order of columns and what is a running head are uncertain",
    )


def _pages(data: bytes, where: str) -> list[str]:
    try:
        import pypdf
    except ImportError as error:
        raise InputError(
            "reading .pdf needs the package pypdf", where=where,
            hint="pip install 'duiyi[pdf]'",
        ) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            with suppress(Exception):
                reader.decrypt("")
        count = len(reader.pages)
    except Exception as error:  # pypdf raises whatever the damage leads it to
        raise _damaged(error, where) from error
    if count > MAX_PAGES:
        raise InputError(
            f"refused: {count:,} pages; the limit is {MAX_PAGES:,}", where=where,
            hint="split the file",
        )
    try:
        return [page.extract_text() for page in reader.pages]
    except Exception as error:
        raise _damaged(error, where) from error


def _damaged(error: Exception, where: str) -> InputError:
    if "crypt" in f"{type(error).__name__} {error}".lower():
        return InputError("is encrypted", where=where, hint="save it without a password")
    return InputError(
        f"is a damaged PDF: {type(error).__name__}: {error}", where=where,
        hint="open and save it again",
    )


def _running_heads(pages: list[list[str]]) -> set[str]:
    """The lines, figures folded, that stand at the edge of many pages."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_folded(line) for line in (*page[:_EDGE], *page[-_EDGE:])})
    least = max(_RECURS, _RECURS_SHARE * len(pages))
    return {line for line, pages_with in seen.items() if pages_with >= least}


def _folded(line: str) -> str:
    return _FIGURES.sub("#", line)
