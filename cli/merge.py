"""The pairs of several files as if they were of one, and a run's memories as one memory."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import IO, TYPE_CHECKING

from cli.inputs import opened
from corpus.files import replacing
from corpus.formats import Format, format_of, read_stream
from corpus.judged import Item, Written, pair_of
from corpus.languages import language
from corpus.model import Judgement
from corpus.problem import Report
from corpus.tmx import write_tmx
from qa.summary import DocumentSummary

if TYPE_CHECKING:
    from cli.work import Order

#: Name of a run's one memory, without its suffix: no document's results are called so.
MERGED = "merged"

#: What follows the document's name in the names of results.
_ENDING = re.compile(r"(\.pairs)?\.\w+$")


def merged(
    sources: Sequence[tuple[str, Format]],
    languages: tuple[str, str],
    report: Callable[[str], Report | None],
    *,
    first: IO[bytes] | None = None,
    texts: tuple[Path, Path] | None = None,
) -> Iterator[Item]:
    """Yield the pairs of the files, each with the name of its document.

    ``report`` gives for a file's name where its unreadable units are told; None stops at
    the first one. ``first`` is the first file if it is open already, and ``texts`` are the
    two texts of a format that holds none.
    """
    index = 0
    for place, (name, chosen) in enumerate(sources):
        with ExitStack() as stack:
            stream = first if place == 0 else None
            if stream is None:
                stream = stack.enter_context(opened(name, chosen))
            for item in read_stream(
                stream, name, chosen, source_lang=languages[0], target_lang=languages[1],
                texts=texts, report=report(name),
            ):
                if len(sources) > 1:
                    item = _placed(item, index, _ENDING.sub("", name.rpartition("/")[2]))
                index += 1
                yield item


def _placed(item: Item, index: int, doc: str) -> Item:
    """The item with its place in the merged file and the name of its document."""
    pair = pair_of(item)
    pair = replace(pair, index=index, doc=pair.doc or doc)
    return replace(item, pair=pair) if isinstance(item, Judgement) else pair


def write_merged(
    summaries: Sequence[DocumentSummary], order: Order
) -> Iterator[tuple[str, Written]]:
    """Write one memory of all documents, also of those that an earlier run had done.

    It is made of the documents' own memories in their order, so that what was kept out of
    them stays out. A memory has one pair of languages: a run over zh-CN and zh-TW gives
    one of each, named by them. Yields each file's name and what was written.
    """
    memories: dict[tuple[str, str], list[str]] = {}
    for one in summaries:
        codes = (one.source_lang, one.target_lang)
        if order.reverse:
            codes = codes[::-1]
        own = [str(order.output / name) for name in one.files if name.endswith(".tmx")]
        if own:
            memories.setdefault(codes, []).extend(own)
    written: set[str] = set()
    for codes, paths in memories.items():
        name = f"{MERGED}.tmx" if len(memories) == 1 else f"{MERGED}.{'.'.join(codes)}.tmx"
        written.add(name)
        items = merged([(path, format_of(path)) for path in paths], codes, lambda name: None)
        with replacing(order.output / name) as stream:
            done = write_tmx(
                stream, items, source_lang=codes[0], target_lang=codes[1],
                tool_version=version("duiyi"), segtype=order.segtype, dedupe=order.dedupe,
            )
        yield name, done
    for path in order.output.glob(f"{MERGED}*.tmx"):
        if path.name not in written and of_a_merge(path.name):
            with suppress(OSError):
                path.unlink()


def of_a_merge(name: str) -> bool:
    """Whether an earlier run gave a merged memory this name, for the languages it had then."""
    codes = name.split(".")[1:-1]
    return name == f"{MERGED}.tmx" or (
        len(codes) == 2 and {language(code) for code in codes} == {"zh", "en"}
    )
