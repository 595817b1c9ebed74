from __future__ import annotations

import io
import zipfile

import pytest

from corpus import book_documents
from corpus.errors import InputError
from corpus.reading import document_from_bytes

_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)
_OPF = """<package xmlns="http://www.idpf.org/2007/opf"><manifest>
<item id="b" href="two%20.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="one.xhtml" media-type="application/xhtml+xml"/>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="c" href="cover.png" media-type="image/png"/></manifest>
<spine><itemref idref="n"/><itemref idref="c"/><itemref idref="a"/><itemref idref="b"/></spine>
</package>"""


def book(**more: str) -> bytes:
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "OEBPS/book.opf": _OPF,
        "OEBPS/one.xhtml": "<html><body><h1>第一章</h1><p>刘华指出，创新在加速。</p></body></html>",
        "OEBPS/two .xhtml": "<html><body><p>Liu Hua said so.</p></body></html>",
        "OEBPS/nav.xhtml": "<html><body><p>目录</p></body></html>",
        **more,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def test_pages_in_reading_order() -> None:
    document = document_from_bytes(book(), "a.epub", "a")
    assert [(block.language, block.text) for block in document.blocks] == [
        ("zh", "第一章"), ("zh", "刘华指出，创新在加速。"), ("en", "Liu Hua said so.")
    ]
    assert document.encoding_reason == "epub: e-book, 2 pages in reading order"


def test_without_pages() -> None:
    with pytest.raises(InputError, match="an e-book without pages"):
        document_from_bytes(book(**{"OEBPS/book.opf": "<package/>"}), "a.epub", "a")


def test_protected() -> None:
    data = book(
        **{"META-INF/encryption.xml": "<x><EncryptedData/></x>", "META-INF/rights.xml": "<x/>"}
    )
    with pytest.raises(InputError, match="protected against copying"):
        document_from_bytes(data, "a.epub", "a")


def test_no_book() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a", "b")
    with pytest.raises(InputError, match="has no META-INF/container.xml"):
        document_from_bytes(stream.getvalue(), "a.epub", "a")


def test_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book_documents, "MAX_CHARACTERS", 60)
    with pytest.raises(InputError, match="refused: more than 60 characters"):
        document_from_bytes(book(), "a.epub", "a")
