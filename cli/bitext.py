"""The pairs of a file with the languages that they are in, which are told where they surprise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import IO

from cli.inputs import say
from corpus.directions import NAMES, Direction, languages_seen, relabelled
from corpus.formats import Format
from corpus.judged import Item, pair_of
from corpus.languages import language

#: Pairs looked at before the languages are settled: more would be held in memory at once.
_LOOKED_AT = 500


@dataclass(frozen=True, slots=True)
class Bitext:
    """Pairs, and the codes of their languages."""

    items: Iterator[Item]
    direction: Direction


def spelled(stream: IO[bytes], name: str, chosen: Format, direction: Direction) -> Direction:
    """The direction with the codes that the file gives its languages, if it gives any."""
    if chosen.codes is None:
        return direction
    direction = direction.spelled(chosen.codes(stream, name))
    stream.seek(0)
    return direction


def directed(items: Iterable[Item], name: str, direction: Direction, coded: bool) -> Bitext:
    """The pairs in the direction that their texts have.

    Where nobody said a direction, neither the user nor the file (``coded``), the texts decide
    it; a contradiction to what was said is told in one line, and so is a file without pairs.
    """
    rest = iter(items)
    first = list(islice(rest, _LOOKED_AT))
    items = chain(first, rest)
    if not first:
        say(f"{name}: no pairs in it")
    texts = (
        "\n".join(pair_of(item).source_text for item in first),
        "\n".join(pair_of(item).target_text for item in first),
    )
    seen = languages_seen(*texts)
    if seen is None or "other" in seen:
        pass  # too little text to contradict anybody
    elif seen[0] == seen[1]:
        say(f"{name}: source and target are both {NAMES[seen[0]]}: are its columns the right ones?")
    elif seen[0] != language(direction.source):
        said = f"{name}: the source is {NAMES[seen[0]]}"
        if coded:
            say(f"{said}, though its code is {direction.source}: exchange the codes in the file")
        elif direction.told:
            say(f"{said}, not {direction.source}: exchange --source-lang and --target-lang")
        else:
            direction = direction.exchanged
            codes = direction.codes
            items = (relabelled(item, codes) for item in items)
            say(
                f"{said}: read as {direction.source} to {direction.target}"
                " (--source-lang, --target-lang)"
            )
    return Bitext(items, direction if coded else direction.written(*texts))
