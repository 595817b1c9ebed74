"""E-books (.epub): the pages of the book in reading order, without its navigation."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from corpus.archives import Archive
from corpus.encodings import decode
from corpus.errors import InputError
from corpus.extracted import Extracted, Paragraphs
from corpus.html_documents import Page

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
_OPF = "{http://www.idpf.org/2007/opf}"

#: Characters of all pages together: the longest novels have 6 million.
MAX_CHARACTERS = 32_000_000


def read_book(data: bytes, where: str) -> Extracted:
    """The text of an e-book, a paragraph a line, in the order of its spine."""
    archive = Archive(data, where)
    if "META-INF/encryption.xml" in archive and b"EncryptedData" in archive.part(
        "META-INF/encryption.xml"
    ) and "META-INF/rights.xml" in archive:
        raise InputError("is protected against copying (DRM)", where=where)
    pages = _spine(archive, where)
    if not pages:
        raise InputError("is an e-book without pages", where=where, hint="is it damaged?")
    page = Page(Paragraphs())
    total = 0
    for name in pages:
        text = decode(archive.part(name), where=f"{where}: {name}").text
        total += len(text)
        if total > MAX_CHARACTERS:
            raise InputError(
                f"refused: more than {MAX_CHARACTERS:,} characters", where=where,
                hint="split the book",
            )
        page.add(text, where)
    return page.paragraphs.extracted("epub", f"epub: e-book, {len(pages)} pages in reading order")


def _spine(archive: Archive, where: str) -> list[str]:
    """The parts with the pages, in reading order."""
    if "META-INF/container.xml" not in archive:
        raise InputError(
            "is no e-book: it has no META-INF/container.xml", where=where, hint="is it damaged?"
        )
    root = next(archive.xml("META-INF/container.xml").iter(_CONTAINER), None)
    package = (root.get("full-path") if root is not None else "") or ""
    if package not in archive:
        return []
    opf = archive.xml(package)
    folder = posixpath.dirname(package)
    items = {
        item.get("id") or "": posixpath.normpath(
            posixpath.join(folder, unquote(item.get("href") or ""))
        )
        for item in opf.iter(f"{_OPF}item")
        if "html" in (item.get("media-type") or "")
        and "nav" not in (item.get("properties") or "").split()
    }
    references = (reference.get("idref") or "" for reference in opf.iter(f"{_OPF}itemref"))
    return [items[key] for key in references if key in items and items[key] in archive]
