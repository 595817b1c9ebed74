"""``.align`` files and hunalign's ladders with the texts that they count, a sentence a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from corpus.errors import InputError, UsageError, unreadable
from corpus.files import replacing
from corpus.joined import joined, sentences
from corpus.judged import Changes, Item, Written, pair_of
from corpus.ladders import align_line, read_links
from corpus.languages import spellings
from corpus.model import Pair
from corpus.text_stream import storable_line, text_stream

#: hunalign's; its scores are no probabilities.
LADDER = ".ladder"


def read_aligned(
    path: Path, texts: tuple[Path, Path] | None, source_lang: str, target_lang: str
) -> Iterator[Pair]:
    """Yield a pair a bead, with the lines of the two texts.

    Unless named, the texts lie beside it and end in their language: news.align goes with
    news.zh.txt and news.en.txt.
    """
    codes = (source_lang, target_lang)
    first, second = texts or (_beside(path, code) for code in codes)
    sides = [
        (sentences(_lines(text), code), str(text)) for text, code in zip((first, second), codes)
    ]
    links = read_links(path)
    if path.suffix.lower() == LADDER:
        links = [link._replace(score=None) for link in links]
    yield from joined(links, sides[0], sides[1], str(path))


def _beside(path: Path, code: str) -> Path:
    names = [path.with_suffix(f".{one}.txt") for one in spellings(code)]
    found = next((name for name in names if name.is_file()), None)
    if found is None:
        raise InputError(
            f"it holds no text, and {names[0].name} does not lie beside it",
            where=str(path),
            hint="name the two texts with --source and --target",
        )
    return found


def _lines(path: Path) -> list[str]:
    try:
        with path.open("rb") as stream:
            return [line.strip() for line in text_stream(stream, str(path), newline="\n")]
    except OSError as error:
        raise unreadable(error, path) from error


def write_aligned(
    path: Path, items: Iterable[Item], source_lang: str, target_lang: str
) -> Written:
    """Write the beads and, beside them, the two texts, a segment a line in the pairs' order."""
    if path.suffix.lower() == LADDER:
        raise UsageError("ladders are only read", where=str(path), hint="name it .align")
    changes = Changes()
    units, counts = 0, [0, 0]
    with ExitStack() as stack:
        beads = stack.enter_context(replacing(path))
        texts = [
            stack.enter_context(replacing(path.with_suffix(f".{spellings(code)[0]}.txt")))
            for code in (source_lang, target_lang)
        ]
        for units, item in enumerate(items, start=1):
            pair = pair_of(item)
            numbers: list[list[int]] = []
            for place, segments in enumerate((pair.source, pair.target)):
                for segment in segments:
                    side = ("source", "target")[place]
                    line = storable_line(segment.text, side, units, changes.append)
                    texts[place].write(line.encode("utf-8") + b"\n")
                begin = counts[place]
                counts[place] += len(segments)
                numbers.append(list(range(begin, counts[place])))
            beads.write(align_line(numbers[0], numbers[1], pair.score).encode("utf-8"))
    return changes.written(units)
