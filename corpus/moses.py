"""Moses plain text pairs: two files, one line a segment, equal lines face each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import IO

from corpus.errors import InputError, UsageError
from corpus.judged import Changes, Item, Written, pair_of
from corpus.languages import fit, tidy
from corpus.model import Pair
from corpus.problem import Problem
from corpus.rows import row_pair
from corpus.text_stream import storable, text_stream
from corpus.xml_text import one_line


def both_paths(path: Path, source_lang: str, target_lang: str) -> tuple[Path, Path]:
    """The source's and the target's file for the name of either: news.zh is paired with news.en.

    An existing file decides how the other's code is written ("en" or "en-US"); a new one
    gets it in the same length. Raises UsageError if the suffix is neither language.
    """
    code = path.suffix[1:]
    is_source = fit(code, source_lang) >= fit(code, target_lang)
    if not max(fit(code, source_lang), fit(code, target_lang)):
        raise UsageError(
            f"a Moses file ends in its language, .{tidy(source_lang).split('-')[0]} "
            f"or .{tidy(target_lang).split('-')[0]}",
            where=str(path),
        )
    other = tidy(target_lang if is_source else source_lang)
    short = other.split("-")[0]
    spelled = [other, other.replace("-", "_"), other.lower(), short]
    if "-" not in code and "_" not in code:
        spelled.insert(0, short)
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
            line = one_line(text)
            if line != text:
                what = f"{side}: white space at the ends or line breaks changed"
                changes.append(Problem("text.space", what, units))
            clean, removed = storable(line)
            if removed:
                what = f"{side}: {removed} characters that no text file can hold removed"
                changes.append(Problem("text.removed", what, units))
            stream.write(clean.encode("utf-8") + b"\n")
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
