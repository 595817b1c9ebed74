"""Moses plain text pairs: two files, one line a segment, equal lines face each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import IO

from corpus.errors import InputError, UsageError, unreadable
from corpus.files import replacing
from corpus.judged import Changes, Item, Written, pair_of
from corpus.languages import fit, spellings, tidy
from corpus.model import Pair
from corpus.rows import row_pair
from corpus.text_stream import storable_line, text_stream


def both_paths(path: Path, source_lang: str, target_lang: str) -> tuple[Path, Path]:
    """The source's and the target's file for the name of either: news.zh is paired with news.en.

    An existing file decides how the other's code is written ("en" or "en-US"); a new one
    gets it in the same length. Raises UsageError if the suffix is neither language.
    """
    code = path.suffix[1:]
    is_source = fit(code, source_lang) >= fit(code, target_lang)
    if not max(fit(code, source_lang), fit(code, target_lang)):
        raise UsageError(
            f"a Moses file ends in its language, .{spellings(source_lang)[0]} "
            f"or .{spellings(target_lang)[0]}",
            where=str(path),
        )
    other = tidy(target_lang if is_source else source_lang)
    spelled = spellings(other)
    if "-" in code or "_" in code:
        spelled = [*spelled[1:], spelled[0]]
    options = [path.with_suffix(f".{one}") for one in spelled]
    partner = next((one for one in options if one.exists()), options[0])
    return (path, partner) if is_source else (partner, path)


def write_moses(source: IO[bytes], target: IO[bytes], items: Iterable[Item]) -> Written:
    """Write a line a pair into both streams; an unpaired segment faces an empty line."""
    changes = Changes()
    units = 0
    for item in items:
        units += 1
        pair = pair_of(item)
        sides = (("source", source, pair.source_text), ("target", target, pair.target_text))
        for side, stream, text in sides:
            line = storable_line(text, side, units, changes.append)
            stream.write(line.encode("utf-8") + b"\n")
    return changes.written(units)


def read_moses(
    source: IO[bytes],
    target: IO[bytes],
    names: tuple[str, str] = ("source", "target"),
    *,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
) -> Iterator[Pair]:
    """Yield a pair a line; files of different lengths raise InputError where one ends."""
    left = text_stream(source, names[0], newline="\n")
    right = text_stream(target, names[1], newline="\n")
    for index, lines in enumerate(zip_longest(left, right)):
        texts = []
        for place, line in enumerate(lines):
            if line is None:
                raise InputError(
                    f"it has {index} lines, {names[1 - place]} has more",
                    where=names[place],
                    hint="the two files of a Moses pair have equal lines",
                )
            texts.append(line.rstrip("\r\n"))
        yield row_pair(
            texts[0], texts[1], {},
            index=index, line=index + 1, languages=(source_lang, target_lang),
        )


def read_moses_files(
    path: Path, texts: tuple[Path, Path] | None, source_lang: str, target_lang: str
) -> Iterator[Pair]:
    """The same from the files of both languages, by the name of either or as named."""
    paths = texts or both_paths(path, source_lang, target_lang)
    try:
        with paths[0].open("rb") as source, paths[1].open("rb") as target:
            yield from read_moses(
                source, target, (str(paths[0]), str(paths[1])),
                source_lang=source_lang, target_lang=target_lang,
            )
    except OSError as error:
        told = unreadable(error, error.filename)
        hint = "a Moses pair is two files that differ in their suffix"
        raise InputError(told.what, where=told.where, hint=hint) from error


def write_moses_files(
    path: Path, items: Iterable[Item], source_lang: str, target_lang: str
) -> Written:
    """Write the files of both languages, named by either."""
    paths = both_paths(path, source_lang, target_lang)
    with replacing(paths[0]) as source, replacing(paths[1]) as target:
        return write_moses(source, target, items)
