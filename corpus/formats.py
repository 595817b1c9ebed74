"""The formats that pairs are exchanged in: one table, in the order of preference.

A new format is a line in ``FORMATS`` with a reader, a writer or both; every command has it
then. See ``_tmx`` for one in a single file and ``_ALIGN`` for one in several.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from corpus.aligned_texts import LADDER, read_aligned, write_aligned
from corpus.errors import UsageError, unreadable
from corpus.files import replacing
from corpus.intertext import read_intertext, write_intertext
from corpus.judged import Item, Written, pair_of
from corpus.model import Pair
from corpus.moses import read_moses_files, write_moses_files
from corpus.pairs_lines import read_pair_lines, write_pair_lines
from corpus.problem import Problem, Report
from corpus.spreadsheets import read_xlsx, write_xlsx
from corpus.tables import read_csv, read_tsv, write_csv, write_tsv
from corpus.tmx import read_tmx, tmx_codes, write_tmx
from corpus.tmx_audit import audit_tmx
from corpus.xliff import read_xliff, xliff_codes
from corpus.xliff_write import write_xliff12, write_xliff20


class Reader(Protocol):
    """Yields the pairs of a seekable stream; ``name`` is for messages."""

    def __call__(
        self,
        stream: IO[bytes],
        name: str,
        *,
        source_lang: str,
        target_lang: str,
        report: Report | None,
    ) -> Iterator[Item]: ...


@dataclass(frozen=True, slots=True)
class Writing:
    """What a writer is told beside the pairs; each takes what its format has a place for."""

    #: languages of the pairs' source and target sides, as they come
    source_lang: str = "zh-CN"
    target_lang: str = "en-US"
    tool_version: str = ""
    #: YYYYMMDDTHHMMSSZ, or "" for none: the same input gives the same bytes
    date: str = ""
    #: "paragraph" lets CAT tools split units of several sentences again
    segtype: str = "sentence"


Writer = Callable[[IO[bytes], Iterable[Item], Writing], Written]


class FilesReader(Protocol):
    """Yields the pairs of files that belong together, by the name of the one they are called by.

    ``texts`` are the source's and the target's file where the user named them.
    """

    def __call__(
        self, path: Path, texts: tuple[Path, Path] | None, source_lang: str, target_lang: str
    ) -> Iterator[Item]: ...


FilesWriter = Callable[[Path, Iterable[Item], str, str], Written]


@dataclass(frozen=True, slots=True)
class Files:
    """How pairs are kept in several files at once."""

    read: FilesReader
    #: takes the path, the pairs and the codes of their languages; all files or none
    write: FilesWriter


@dataclass(frozen=True, slots=True)
class Format:
    """A way of keeping pairs in a file."""

    #: what ``--from`` and ``--to`` call it
    name: str
    #: how its files' names end, the first one for new files
    suffixes: tuple[str, ...]
    #: one line for the help
    about: str
    #: None if it is not read from one stream
    read: Reader | None
    write: Writer | None
    #: for formats whose text lies in files beside the one that is named
    files: Files | None = None
    #: the codes that the file gives its languages
    codes: Callable[[IO[bytes], str], tuple[str, ...]] | None = None
    #: tells what other programs reject, drop or never match though it can be read
    audit: Callable[[IO[bytes], str], Iterator[Problem]] | None = None


def _tmx(stream: IO[bytes], items: Iterable[Item], how: Writing) -> Written:
    return write_tmx(
        stream, items, source_lang=how.source_lang, target_lang=how.target_lang,
        tool_version=how.tool_version, date=how.date, segtype=how.segtype,
    )


def _xliff12(stream: IO[bytes], items: Iterable[Item], how: Writing) -> Written:
    return write_xliff12(stream, items, source_lang=how.source_lang, target_lang=how.target_lang)


def _xliff20(stream: IO[bytes], items: Iterable[Item], how: Writing) -> Written:
    return write_xliff20(stream, items, source_lang=how.source_lang, target_lang=how.target_lang)


def _plain(write: Callable[[IO[bytes], Iterable[Item]], Written]) -> Writer:
    """A writer of a format that has no place for languages."""
    return lambda stream, items, how: write(stream, items)


_MOSES = Files(read_moses_files, write_moses_files)
_ALIGN = Files(read_aligned, write_aligned)
_INTERTEXT = Files(read_intertext, write_intertext)

FORMATS: tuple[Format, ...] = (
    Format(
        "tmx", (".tmx",), "TMX 1.4 translation memory", read_tmx, _tmx,
        codes=tmx_codes, audit=audit_tmx,
    ),
    Format(
        "xliff", (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"),
        "XLIFF, written as 1.2", read_xliff, _xliff12, codes=xliff_codes,
    ),
    Format(
        "xliff2", (".xlf2",), "XLIFF, written as 2.0", read_xliff, _xliff20, codes=xliff_codes
    ),
    Format(
        "jsonl", (".jsonl", ".ndjson"), "JSON lines with source and target",
        read_pair_lines, _plain(write_pair_lines),
    ),
    Format(
        "tsv", (".tsv", ".tab"), "tab-separated columns source and target",
        read_tsv, _plain(write_tsv),
    ),
    Format(
        "csv", (".csv",), "comma-separated columns source and target", read_csv, _plain(write_csv)
    ),
    Format(
        "xlsx", (".xlsx",), "Excel workbook, the worst pairs first", read_xlsx, _plain(write_xlsx)
    ),
    Format(
        "moses",
        (".zh", ".en", ".zh-cn", ".en-us", ".zh_cn", ".en_us", ".zh-tw", ".zh-hk", ".en-gb"),
        "Moses: two files of plain lines, named by language", None, None, _MOSES,
    ),
    Format(
        "align", (".align", LADDER),
        "beads as line numbers, with the two texts beside: news.align, news.zh.txt, news.en.txt",
        None, None, _ALIGN,
    ),
    Format(
        "intertext", (".xml", ".xml.gz"),
        "InterText (read: OPUS too), with two documents beside: news.xml, news.zh.xml, news.en.xml",
        None, None, _INTERTEXT,
    ),
)


def format_of(path: str, forced: str | None = None, option: str = "--from") -> Format:
    """The format of a file by its name, or the one told; raises UsageError if there is none."""
    if forced is not None:
        for one in FORMATS:
            if forced == one.name:
                return one
        raise UsageError(f"no format {forced!r}", hint=f"known: {', '.join(names())}")
    lower = path.lower()
    for one in FORMATS:
        if lower.endswith(one.suffixes):
            return one
    raise UsageError(
        "cannot tell its format by its name",
        where=path,
        hint=f"say it with {option}: {', '.join(names())}",
    )


def names() -> list[str]:
    """What ``--from`` and ``--to`` take."""
    return [one.name for one in FORMATS]


def read_items(
    path: Path,
    *,
    format: str | None = None,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
    report: Report | None = None,
) -> Iterator[Item]:
    """Yield the pairs of a file, as judgements where it holds findings.

    Without ``report`` the first unit that is no pair raises InputError; with it, formats
    that can go on tell it and step over the unit.
    """
    chosen = format_of(str(path), format)
    try:
        with path.open("rb") as stream:
            yield from read_stream(
                stream, str(path), chosen,
                source_lang=source_lang, target_lang=target_lang, report=report,
            )
    except OSError as error:
        raise unreadable(error, path) from error


def read_stream(
    stream: IO[bytes],
    name: str,
    chosen: Format,
    *,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
    texts: tuple[Path, Path] | None = None,
    report: Report | None = None,
) -> Iterator[Item]:
    """The same from an open, seekable stream; of several files, ``name`` says where they are."""
    if chosen.files is not None:
        yield from chosen.files.read(Path(name), texts, source_lang, target_lang)
    elif chosen.read is None:
        raise UsageError(f"{chosen.name} can be written only", where=name)
    else:
        yield from chosen.read(
            stream, name, source_lang=source_lang, target_lang=target_lang, report=report
        )


def write_file(path: Path, items: Iterable[Item], chosen: Format, how: Writing) -> Written:
    """Write a file (of several files, all) whole or not at all."""
    if chosen.files is not None:
        return chosen.files.write(path, items, how.source_lang, how.target_lang)
    with replacing(path) as stream:
        return write_stream(stream, items, chosen, how)


def write_stream(
    stream: IO[bytes], items: Iterable[Item], chosen: Format, how: Writing
) -> Written:
    """Write to an open stream; UsageError if the format cannot be written to one."""
    if chosen.write is None:
        raise UsageError(f"{chosen.name} is not written to a single stream", hint="name a file")
    return chosen.write(stream, items, how)


def read_pairs(
    path: Path,
    *,
    format: str | None = None,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
    report: Report | None = None,
) -> Iterator[Pair]:
    """Yield the pairs of an exchange file in its order, one segment a side, for checking."""
    for item in read_items(
        path, format=format, source_lang=source_lang, target_lang=target_lang, report=report
    ):
        yield pair_of(item)
