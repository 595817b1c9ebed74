from __future__ import annotations

import io
import zipfile

import pytest

from corpus import archives
from corpus.archives import Archive, parse_xml
from corpus.errors import InputError


def packed(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_a_part() -> None:
    archive = Archive(packed(a=b"one", b=b"two"), "f")
    assert archive.names() == ["a", "b"]
    assert "a" in archive and "c" not in archive
    assert archive.part("b") == b"two"
    with pytest.raises(InputError, match="f: has no part c"):
        archive.part("c")


def test_a_damaged_archive() -> None:
    whole = packed(a=b"text " * 1000)
    with pytest.raises(InputError, match="is a damaged file"):
        Archive(whole[: len(whole) // 2], "f")
    middle = bytearray(whole)
    middle[40:60] = b"\xff" * 20
    with pytest.raises(InputError, match="is a damaged file: a"):
        Archive(bytes(middle), "f").part("a")


def test_a_bomb_is_refused_by_its_ratio() -> None:
    archive = Archive(packed(a=b"\0" * 8_000_000), "f")
    with pytest.raises(InputError, match=r"refused: a unpacks to [\d,]+ times its size.*bomb"):
        archive.part("a")


def test_the_other_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed(a=b"x" * 60, b=b"x" * 60)
    monkeypatch.setattr(archives, "MAX_UNPACKED_BYTES", 100)
    with pytest.raises(InputError, match="refused: unpacks to"):
        Archive(data, "f")
    monkeypatch.setattr(archives, "MAX_UNPACKED_BYTES", 1000)
    monkeypatch.setattr(archives, "MAX_PART_BYTES", 50)
    with pytest.raises(InputError, match="refused: a unpacks to"):
        Archive(data, "f").part("a")
    monkeypatch.setattr(archives, "MAX_PARTS", 1)
    with pytest.raises(InputError, match="refused: 2 parts; the limit is 1"):
        Archive(data, "f")


def test_xml_is_read_without_entities() -> None:
    laughs = b'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>'
    assert (parse_xml(laughs, "f").text or "") == ""
    secret = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'
    assert (parse_xml(secret, "f").text or "") == ""


def test_broken_or_bottomless_xml() -> None:
    with pytest.raises(InputError, match="f: cannot be read: part: not well-formed XML: "):
        parse_xml(b"<a><b></a>", "f", "part")
    with pytest.raises(InputError, match="elements nested more than 256 deep"):
        parse_xml(b"<a>" * 5000 + b"</a>" * 5000, "f")
