"""A text file read as a stream, in the encoding that it is found to be in."""

from __future__ import annotations

import codecs
import io
import re
from typing import IO, Any

from corpus.encodings import decode
from corpus.errors import InputError
from corpus.problem import Problem, Report
from corpus.xml_text import told_line

#: Bytes looked at in one go.
_CHUNK = 1 << 20

#: Bytes of one line: as much as a whole document may have. A line is read at once, so a file
#: of a gigabyte without a line feed would take two of memory to be told that it is no table.
_LONGEST_LINE = 64 << 20

_NOT_TEXT = re.compile("[\\0\\ud800-\\udfff]")
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def text_stream(stream: IO[bytes], name: str, *, newline: str) -> IO[str]:
    """The text of a seekable stream: UTF-8 as a stream, other encodings decoded at once.

    A byte order mark is left out. Raises InputError for what is no text, or no lines.
    """
    if _is_utf8(stream, name):
        stream.seek(0)
        return io.TextIOWrapper(
            io.BufferedReader(_Unclosed(stream)), encoding="utf-8-sig", newline=newline
        )
    stream.seek(0)
    return io.StringIO(decode(stream.read(), where=name).text, newline=newline)


def _is_utf8(stream: IO[bytes], name: str) -> bool:
    stream.seek(0)
    if stream.read(2) in _WIDE_MARKS:
        return False
    stream.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    length = 0
    try:
        while chunk := stream.read(_CHUNK):
            length = _since_line_end(chunk, length)
            if length > _LONGEST_LINE:
                raise InputError(
                    f"a line of more than {_LONGEST_LINE >> 20} MB", where=name,
                    hint="is it the right file? Pairs stand a line each",
                )
            if b"\0" in chunk:
                return False
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _since_line_end(chunk: bytes, length: int) -> int:
    """Bytes since the last line ended, where there were ``length`` before the chunk."""
    end = max(chunk.rfind(b"\n"), chunk.rfind(b"\r"))
    return length + len(chunk) if end < 0 else len(chunk) - end - 1


def storable(text: str) -> tuple[str, int]:
    """The text without what a text file cannot hold, and how many characters that was.

    UTF-8 cannot hold lone surrogates, and a file with a NUL in it counts as binary.
    """
    return _NOT_TEXT.subn("", text)


def storable_line(text: str, side: str, unit: int, report: Report) -> str:
    """The text as one line of a text file; what had to be changed is reported."""
    clean, removed = storable(told_line(text, side, unit, report))
    if removed:
        what = f"{side}: {removed} characters that no text file can hold removed"
        report(Problem("text.removed", what, unit))
    return clean


class _Unclosed(io.RawIOBase):
    """The bytes of a stream that somebody else opened and will close."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
