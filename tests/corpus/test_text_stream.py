from __future__ import annotations

import io

import pytest

from corpus import text_stream as stream_module
from corpus.errors import InputError
from corpus.text_stream import storable, text_stream

TEXT = "我们的国家在发展经济。\r\nOur country is developing.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5"])
def test_encodings(encoding: str) -> None:
    text = TEXT if encoding != "big5" else "我們的國家在發展經濟，這是一個時代。\n"
    stream = io.BytesIO(text.encode(encoding))
    assert text_stream(stream, "a", newline="").read() == text


def test_lines_end_where_asked() -> None:
    data = "a\rb\u2028c\x85d\ne".encode()
    assert list(text_stream(io.BytesIO(data), "a", newline="\n")) == ["a\rb\u2028c\x85d\n", "e"]
    assert list(text_stream(io.BytesIO(data), "a", newline="")) == ["a\r", "b\u2028c\x85d\n", "e"]


def test_the_stream_stays_open() -> None:
    stream = io.BytesIO(b"abc")
    text_stream(stream, "a", newline="").close()
    assert not stream.closed


def test_no_text() -> None:
    with pytest.raises(InputError, match="a.tsv: binary"):
        text_stream(io.BytesIO(b"\x89PNG\r\n\x1a\n\0\0\0"), "a.tsv", newline="")


def test_a_line_without_end_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream_module, "_CHUNK", 4)
    monkeypatch.setattr(stream_module, "_LONGEST_LINE", 9)
    for data in (b"", b"123456789", b"123\n123456789\n", b"1234567\r1234567\r\n" * 3):
        assert text_stream(io.BytesIO(data), "a", newline="").read() == data.decode()
    for data in (b"1234567890", b"1\n1234567890\n"):
        with pytest.raises(InputError, match="a.tsv: a line of more than 0 MB"):
            text_stream(io.BytesIO(data), "a.tsv", newline="")


def test_storable() -> None:
    assert storable("a\0b\ud800c\udfff𠀀") == ("abc𠀀", 3)
