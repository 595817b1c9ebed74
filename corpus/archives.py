"""Zip containers (docx, xlsx, epub) opened within limits, and their XML read safely."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.errors import InputError
from corpus.xml_text import in_words

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Unpacked bytes of all parts together. A 500-page book in Word has 15 MB of XML; pictures are
#: never unpacked, but count, as the file itself is limited to 64 MB.
MAX_UNPACKED_BYTES = 512 * 1024 * 1024
#: Unpacked bytes of one part that is read.
MAX_PART_BYTES = 64 * 1024 * 1024
#: How many times larger a part may get. XML of real documents packs 5 to 30 times, long tables
#: of empty cells 100; a bomb 1,000 and more. Small parts are not worth the question.
MAX_RATIO = 250
_RATIO_FROM_BYTES = 1024 * 1024
#: Parts in one container: a long illustrated book has some thousand.
MAX_PARTS = 20_000


class Archive:
    """A zip file in memory; ``part`` gives the bytes of one member, within the limits."""

    def __init__(self, data: bytes, where: str) -> None:
        self._where = where
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError) as e:
            raise InputError(
                f"is a damaged file: {e}", where=where, hint="open and save it again"
            ) from e
        if len(members) > MAX_PARTS:
            raise self._refused(f"{len(members):,} parts; the limit is {MAX_PARTS:,}")
        total = sum(member.file_size for member in members)
        if total > MAX_UNPACKED_BYTES:
            raise self._refused(
                f"unpacks to {total // 1024 // 1024:,} MB; the limit is "
                f"{MAX_UNPACKED_BYTES // 1024 // 1024} MB"
            )
        self._names = {member.filename: member for member in members}

    def names(self) -> list[str]:
        return list(self._names)

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def part(self, name: str) -> bytes:
        """The unpacked bytes of a part; InputError if it is missing, damaged or a bomb."""
        member = self._names.get(name)
        if member is None:
            raise InputError(f"has no part {name}", where=self._where, hint="is it damaged?")
        if member.flag_bits & 1:
            raise InputError(
                "is encrypted", where=self._where, hint="save it without a password"
            )
        if member.file_size > MAX_PART_BYTES:
            raise self._refused(
                f"{name} unpacks to {member.file_size // 1024 // 1024:,} MB; the limit is "
                f"{MAX_PART_BYTES // 1024 // 1024} MB"
            )
        ratio = member.file_size / max(1, member.compress_size)
        if member.file_size > _RATIO_FROM_BYTES and ratio > MAX_RATIO:
            raise self._refused(
                f"{name} unpacks to {ratio:,.0f} times its size; the limit is {MAX_RATIO}"
            )
        try:
            with self._zip.open(member) as stream:
                data = stream.read(MAX_PART_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError,
                NotImplementedError, RuntimeError) as error:
            raise InputError(
                f"is a damaged file: {name}: {error}", where=self._where, hint="save it again"
            ) from error
        if len(data) > MAX_PART_BYTES:
            raise self._refused(f"{name} unpacks to more than it declares")
        return data

    def xml(self, name: str) -> _Element:
        """The root element of an XML part: no entities, no network, no unlimited depth."""
        return parse_xml(self.part(name), self._where, name)

    def _refused(self, reason: str) -> InputError:
        return InputError(f"refused: {reason}", where=self._where, hint="is it a zip bomb?")


def parse_xml(data: bytes, where: str, name: str = "") -> _Element:
    """The root of an XML text, read safely; lxml's own limits guard depth and size."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False,
        remove_comments=True, remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        part = f"{name}: " if name else ""
        raise InputError(
            f"cannot be read: {part}{in_words(str(error))}",
            where=where,
            hint="open and save it again",
        ) from error


def iterate_xml(data: bytes, tag: str, where: str) -> Iterator[_Element]:
    """The elements of a tag one after the other, each forgotten when the next is asked for."""
    from lxml import etree

    try:
        for _, element in etree.iterparse(
            io.BytesIO(data), tag=tag, resolve_entities=False, no_network=True, load_dtd=False,
            huge_tree=False, remove_comments=True, remove_pis=True,
        ):
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(
            f"cannot be read: {in_words(str(error))}", where=where, hint="open and save it again"
        ) from error
