"""From a path to a Document: which reader, which limits, and what can be wrong with a file."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from corpus.cleaning import clean
from corpus.encodings import Decoded, decode
from corpus.errors import InputError, unreadable
from corpus.extracted import Extracted
from corpus.model import Document

#: The largest file that is read. A novel has 2 MB, the Bible in one language 4 MB; memory is
#: about eight times the file.
MAX_FILE_BYTES = 64 * 1024 * 1024
#: The longest line that is read as a paragraph. The longest of a real article found so far had
#: 12,000 characters; a line like this is a data dump.
MAX_LINE_CHARACTERS = 1_000_000

#: What a run writes: the report of a document, and the files that every output folder has.
_REPORT = ".report.html"
_OUTPUT = ("summary.json", "index.html")

Reader = Callable[[bytes, str, str | None], Extracted]


def _read_plain(data: bytes, where: str, encoding: str | None) -> Extracted:
    decoded = decode(data, forced=encoding, where=where)
    return Extracted(decoded.text, decoded.encoding, decoded.reason)


def _read_word(data: bytes, where: str, encoding: str | None) -> Extracted:
    from corpus.word_documents import read_word

    return read_word(data, where)


def _read_html(data: bytes, where: str, encoding: str | None) -> Extracted:
    from corpus.html_documents import read_html

    return read_html(data, where, encoding)


def _read_markdown(data: bytes, where: str, encoding: str | None) -> Extracted:
    from corpus.markdown_documents import read_markdown

    return read_markdown(data, where, encoding)


def _read_subtitles(data: bytes, where: str, encoding: str | None) -> Extracted:
    from corpus.subtitle_documents import read_subtitles

    return read_subtitles(data, where, encoding)


def _read_sheets(data: bytes, where: str, encoding: str | None) -> Extracted:
    from corpus.sheet_documents import read_sheets

    return read_sheets(data, where)


def _read_book(data: bytes, where: str, encoding: str | None) -> Extracted:
    from corpus.book_documents import read_book

    return read_book(data, where)


def _read_pdf(data: bytes, where: str, encoding: str | None) -> Extracted:
    from corpus.pdf_documents import read_pdf

    return read_pdf(data, where)


#: Which reader reads which suffix: the whole list of input formats.
READERS: dict[str, Reader] = {
    ".txt": _read_plain,
    ".text": _read_plain,
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".docx": _read_word,
    ".html": _read_html,
    ".htm": _read_html,
    ".xhtml": _read_html,
    ".xlsx": _read_sheets,
    ".epub": _read_book,
    ".pdf": _read_pdf,
    ".srt": _read_subtitles,
    ".vtt": _read_subtitles,
}


#: Parts by which a zip container is known, whatever it is called.
_PARTS: tuple[tuple[bytes, Reader], ...] = (
    (b"word/document.xml", _read_word),
    (b"xl/workbook.xml", _read_sheets),
    (b"META-INF/container.xml", _read_book),
)
_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)


def read_document(path: Path, *, encoding: str | None = None) -> Document:
    """Read a file into blocks and noise, by its suffix, or by its content if that is unknown."""
    return document_from_bytes(
        read_bytes(path), readable(str(path)), readable(path.stem), encoding
    )


def readable(name: str) -> str:
    """A file name as text: one that isn't UTF-8 is most likely GBK, out of an old zip archive.

    Python keeps such bytes as lone surrogates, which no report can be written with.
    """
    raw = os.fsencode(name)
    for encoding in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return raw.decode(encoding)
    return raw.decode("utf-8", "replace")


def document_from_bytes(
    data: bytes, path: str, name: str, encoding: str | None = None
) -> Document:
    """The document in ``data``; ``path`` says where it came from and, by its suffix, what it is.

    For standard input, pass ``path="-"``: the content decides.
    """
    if not data:
        raise InputError("the file is empty", where=path)
    reader = READERS.get(Path(path).suffix.lower()) or _by_content(data)
    extracted = reader(data, path, encoding)
    if not extracted.text.strip():
        raise InputError("the file holds nothing but white space", where=path)
    _refuse_long_lines(extracted.text, path)
    blocks, noise = clean(extracted)
    return Document(
        path, name, extracted.text, extracted.encoding, extracted.reason, blocks, noise
    )


def read_text(path: Path, *, encoding: str | None = None) -> Decoded:
    """The text of a plain text file as it is, for formats that are read line by line."""
    data = read_bytes(path)
    decoded = decode(data, forced=encoding, where=readable(str(path)))
    _refuse_long_lines(decoded.text, readable(str(path)))
    return decoded


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file within the size limit; anything else is an InputError."""
    where = readable(str(path))
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise InputError("is a folder, not a file", where=where)
        if not stat.S_ISREG(status.st_mode):
            raise InputError(
                "is a pipe or a device, not a file", where=where, hint="use - for standard input"
            )
        if status.st_size > MAX_FILE_BYTES:
            raise _too_large(status.st_size, where)
        with open(path, "rb") as stream:
            data = stream.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise unreadable(error, where) from error
    except ValueError as error:
        raise InputError(f"is no path: {error}", where=repr(where)) from error
    if len(data) > MAX_FILE_BYTES:
        raise _too_large(len(data), where)
    return data


def discover(paths: Sequence[Path]) -> list[Path]:
    """The documents named: files as given, folders by their known suffixes, in sorted order.

    Inside folders, hidden files, Word's lock files (``~$report.docx``) and what duiyi itself
    wrote (reports, whole output folders) are left out.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(_inside(path)))
        else:
            found[path] = None
    return list(found)


def _inside(folder: Path) -> list[Path]:
    documents: list[Path] = []
    try:
        for parent, folders, names in os.walk(folder, onerror=_raise):
            folders[:] = sorted(
                name
                for name in folders
                if not name.startswith(".") and not _is_output(Path(parent, name))
            )
            documents += (
                Path(parent, name)
                for name in names
                if not name.startswith((".", "~$"))
                and not name.endswith(_REPORT)
                and Path(name).suffix.lower() in READERS
                and Path(parent, name).is_file()
            )
    except OSError as error:
        raise unreadable(error, folder) from error
    if not documents:
        raise InputError(
            "no documents in this folder",
            where=str(folder),
            hint=f"looked for {', '.join(READERS)}",
        )
    return sorted(documents, key=lambda path: path.parts)


def _is_output(folder: Path) -> bool:
    """Whether a run wrote into this folder; its pages are no documents of the next."""
    return all((folder / name).is_file() for name in _OUTPUT)


def _raise(error: OSError) -> None:
    raise error


def _by_content(data: bytes) -> Reader:
    """The reader for a file whose suffix says nothing."""
    if data.startswith(b"PK\x03\x04"):
        for part, reader in _PARTS:
            if part in data:
                return reader
    if data.startswith(b"%PDF-"):
        return _read_pdf
    if _HTML.match(data):
        return _read_html
    return _read_plain


def _refuse_long_lines(text: str, where: str) -> None:
    if len(text) <= MAX_LINE_CHARACTERS:
        return
    longest = max(map(len, text.splitlines()), default=0)
    if longest > MAX_LINE_CHARACTERS:
        raise InputError(
            f"a line of {longest:,} characters; the limit is {MAX_LINE_CHARACTERS:,}",
            where=where,
            hint="break it into paragraphs",
        )


def _too_large(size: int, where: str) -> InputError:
    return InputError(
        f"the file has {size / 1024 / 1024:,.0f} MB; the limit is "
        f"{MAX_FILE_BYTES // 1024 // 1024} MB",
        where=where,
        hint="split it into parts",
    )
