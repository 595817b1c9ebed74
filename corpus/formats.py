"""The formats that pairs are exchanged in: one table, in the order of preference.

A new format is a reader, a writer or both in a module of its own, and a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from corpus.errors import InputError, UsageError
from corpus.judged import Item, Written, pair_of
from corpus.model import Pair
from corpus.pairs_lines import read_pair_lines, write_pair_lines
from corpus.problem import Report
from corpus.tables import read_csv, read_tsv, write_csv, write_tsv
from corpus.tmx import read_tmx, write_tmx


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


#: Writes pairs; the languages are those of their source and target sides.
Writer = Callable[[IO[bytes], Iterable[Item], str, str], Written]


@dataclass(frozen=True, slots=True)
class Format:
    """A way of keeping pairs in a file."""

    #: what ``--from`` and ``--to`` call it
    name: str
    #: how its files' names end, the first one for new files
    suffixes: tuple[str, ...]
    #: one line for the help
    about: str
    read: Reader | None
    write: Writer | None


def _tmx(stream: IO[bytes], items: Iterable[Item], source: str, target: str) -> Written:
    return write_tmx(stream, items, source_lang=source, target_lang=target)


def _without_languages(
    write: Callable[[IO[bytes], Iterable[Item]], Written]
) -> Writer:
    return lambda stream, items, source, target: write(stream, items)


FORMATS: tuple[Format, ...] = (
    Format("tmx", (".tmx",), "TMX 1.4 translation memory", read_tmx, _tmx),
    Format(
        "jsonl", (".jsonl", ".ndjson"), "JSON lines with source and target",
        read_pair_lines, _without_languages(write_pair_lines),
    ),
    Format(
        "tsv", (".tsv", ".tab"), "tab-separated columns source and target",
        read_tsv, _without_languages(write_tsv),
    ),
    Format(
        "csv", (".csv",), "comma-separated columns source and target",
        read_csv, _without_languages(write_csv),
    ),
)


def format_of(path: str, forced: str | None = None) -> Format:
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
        hint=f"say it with --from or --to: {', '.join(names())}",
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
        reason = error.strerror or str(error)
        raise InputError(f"cannot read: {reason}", where=str(path)) from error


def read_stream(
    stream: IO[bytes],
    name: str,
    chosen: Format,
    *,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
    report: Report | None = None,
) -> Iterator[Item]:
    """The same from an open, seekable stream."""
    if chosen.read is None:
        raise UsageError(f"{chosen.name} can be written only", where=name)
    yield from chosen.read(
        stream, name, source_lang=source_lang, target_lang=target_lang, report=report
    )


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
