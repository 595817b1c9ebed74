"""InterText's alignments with their documents, and OPUS's, which are read like them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path, PurePosixPath
from xml.sax.saxutils import escape, quoteattr

from corpus.archives import parse_xml
from corpus.directions import languages_seen
from corpus.errors import InputError, UsageError
from corpus.files import replacing
from corpus.joined import joined, sentences
from corpus.judged import Changes, Item, Written, pair_of
from corpus.ladders import Link, read_groups
from corpus.languages import language, spellings
from corpus.model import Pair, Segment
from corpus.problem import Report
from corpus.reading import MAX_FILE_BYTES, read_bytes
from corpus.scripts import has_han
from corpus.xml_text import one_line, segment_text

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_GZIP = b"\x1f\x8b"


def read_intertext(
    path: Path, texts: tuple[Path, Path] | None, source_lang: str, target_lang: str
) -> Iterator[Pair]:
    """Yield a pair a link, with the sentences of the documents that the file names.

    The documents lie beside it or below, gzip or not, unless ``texts`` names them. Which
    one is the source is seen by its language.
    """
    codes = (source_lang, target_lang)
    groups = list(read_groups(_unpacked(path), str(path)))
    index = 0
    for group in groups:
        names = (group.from_doc, group.to_doc)
        paths = _paths(path, names, texts)
        documents = [
            _sentences(paths[place], {name for link in group.links for name in link.sides[place]})
            for place in (0, 1)
        ]
        links = [
            _numbers(
                [link.sides[place] for link in group.links], documents[place], paths[place], path
            )
            for place in (0, 1)
        ]
        first, second = _order(documents, codes)
        sides = [
            (sentences(documents[place].values(), code), str(paths[place]))
            for place, code in zip((first, second), codes)
        ]
        for pair in joined(
            map(Link, links[first], links[second]), sides[0], sides[1], str(path),
            doc=_name(names[first]) if len(groups) > 1 else "", first=index,
        ):  # fmt: skip
            yield pair
            index = pair.index + 1


def _paths(path: Path, names: tuple[str, str], texts: tuple[Path, Path] | None) -> list[Path]:
    """The documents of the source (fromDoc) and the target."""
    if texts is None:
        return [_beside(path, name) for name in names]
    turned = texts[0].name == PurePosixPath(names[1]).name
    return [*texts[::-1]] if turned else [*texts]


def _order(documents: list[dict[str, str]], codes: tuple[str, str]) -> tuple[int, int]:
    """Which document is the source and which the target, by their languages."""
    seen = languages_seen(*("\n".join(document.values()) for document in documents))
    exchanged = seen is not None and seen == (language(codes[1]), language(codes[0]))
    return (1, 0) if exchanged else (0, 1)


def _numbers(
    named: Iterable[list[str]], document: dict[str, str], path: Path, where: Path
) -> Iterator[tuple[int, ...]]:
    places = {name: place for place, name in enumerate(document)}
    for names in named:
        for name in names:
            if name not in places:
                what = f"a link names sentence {name!r}, which {path} has not"
                raise InputError(what, where=str(where))
        yield tuple(places[name] for name in names)


def _sentences(path: Path, mentioned: set[str]) -> dict[str, str]:
    """The sentences of a document by their names, in its order.

    Sentences are what the links mention, and all other elements of that tag, mostly <s>. One
    without an id, which no link can mention, goes by its place.
    """
    root = parse_xml(_unpacked(path), str(path))
    named = [
        (element, element.get("id") or element.get(_XML_ID))
        for element in root.iter()
        if isinstance(element.tag, str)
    ]
    tags = {element.tag for element, name in named if name in mentioned} or {"s"}
    return {
        name or f"without an id, element {place}": _text(element)
        for place, (element, name) in enumerate(named)
        if element.tag in tags
    }


def _text(element: object) -> str:
    """The text of a sentence; of one that is all <w> tokens, Chinese ones touch."""
    text = "".join(element.itertext())  # type: ignore[attr-defined]
    tokens = [t for t in element.iter("{*}w", "w")]  # type: ignore[attr-defined]
    words = ["".join(token.itertext()).strip() for token in tokens]
    # TEI has punctuation outside of words: <w>Where</w> <w>to</w><pc>?</pc>
    if "".join("".join(words).split()) != "".join(text.split()):
        return one_line(text)
    return "".join(words) if any(map(has_han, words)) else " ".join(words)


def _unpacked(path: Path) -> bytes:
    data = read_bytes(path)
    if not data.startswith(_GZIP):
        return data
    unpacker = zlib.decompressobj(wbits=31)
    try:
        unpacked = unpacker.decompress(data, MAX_FILE_BYTES + 1)
    except zlib.error as error:
        raise InputError(f"is a damaged gzip file: {error}", where=str(path)) from error
    if len(unpacked) > MAX_FILE_BYTES:
        limit = MAX_FILE_BYTES // 1024 // 1024
        raise InputError(f"refused: unpacks to more than {limit} MB", where=str(path))
    return unpacked


def _beside(path: Path, name: str) -> Path:
    """Where a document lies that the alignment at ``path`` names as seen from its own folder."""
    plain = PurePosixPath(name.replace("\\", "/").lstrip("/").removesuffix(".gz"))
    if not plain.name or ".." in plain.parts:
        raise InputError(f"names no document: {name!r}", where=str(path))
    folders = (path.parent, path.parent / "xml", path.parent / "raw", path.parent.parent)
    for one in [*(folder / plain for folder in folders), path.parent / plain.name]:
        for file in (one, one.with_name(f"{one.name}.gz")):
            if file.is_file():
                return file
    raise InputError(
        f"its document {plain} does not lie beside it",
        where=str(path),
        hint="name the two documents with --source and --target",
    )


def _name(document: str) -> str:
    return PurePosixPath(document).name.removesuffix(".gz").removesuffix(".xml")


def write_intertext(
    path: Path, items: Iterable[Item], source_lang: str, target_lang: str
) -> Written:
    """Write the alignment and its two documents: news.xml, news.zh.xml and news.en.xml.

    As InterText names them, news.zh.en.xml has the same documents. A segment is an <s>,
    a paragraph a <p>; InterText has no place for scores.
    """
    if path.suffix.lower() == ".gz":
        raise UsageError("InterText is written without gzip", where=str(path), hint="name it .xml")
    codes = (source_lang, target_lang)
    stem = _stem(path, codes)
    paths = [path.with_name(f"{stem}.{spellings(code)[0]}.xml") for code in codes]
    changes = Changes()
    units = 0
    with ExitStack() as stack:
        links = stack.enter_context(replacing(path))
        texts = [stack.enter_context(replacing(one)) for one in paths]
        names = [quoteattr(one.name) for one in paths]
        links.write(
            b'<?xml version="1.0" encoding="utf-8"?>\n'
            + f"<linkGrp toDoc={names[1]} fromDoc={names[0]}>\n".encode()
        )
        for text in texts:
            text.write(b'<?xml version="1.0" encoding="utf-8"?>\n<text>\n')
        documents = [_Document(), _Document()]
        for units, item in enumerate(items, start=1):
            pair = pair_of(item)
            targets: list[str] = []
            for place, segments in enumerate((pair.source, pair.target)):
                side = ("source", "target")[place]
                lines = [
                    documents[place].line(segment, side, units, changes.append)
                    for segment in segments
                ]
                texts[place].write("".join(text for _, text in lines).encode("utf-8"))
                targets.append(" ".join(name for name, _ in lines))
            kind = f"{len(pair.target)}-{len(pair.source)}"
            link = f'<link type="{kind}" xtargets="{targets[1]};{targets[0]}" status="auto"/>\n'
            links.write(link.encode("utf-8"))
        links.write(b"</linkGrp>\n")
        for text, document in zip(texts, documents):
            text.write(f"{document.end()}</text>\n".encode())
    return changes.written(units)


class _Document:
    """The paragraphs and sentences of one side, numbered from 1 as "2:1"."""

    def __init__(self) -> None:
        self._paragraph = self._sentence = 0
        self._block: int | None = None

    def line(self, segment: Segment, side: str, unit: int, report: Report) -> tuple[str, str]:
        """The name of the next sentence, and its line with what must stand before it."""
        before = ""
        if self._block != segment.block:
            before = self.end() + f'<p id="{self._paragraph + 1}">\n'
            self._block = segment.block
            self._paragraph, self._sentence = self._paragraph + 1, 0
        self._sentence += 1
        name = f"{self._paragraph}:{self._sentence}"
        text = escape(segment_text(segment.text, side, unit, report))
        return name, f'{before}<s id="{name}">{text}</s>\n'

    def end(self) -> str:
        """What closes the paragraph that is open."""
        return "</p>\n" if self._paragraph else ""


def _stem(path: Path, codes: tuple[str, str]) -> str:
    """The name without its suffix, and without the two languages: news of news.zh.en.xml."""
    for first in spellings(codes[0]):
        for second in spellings(codes[1]):
            ending = f".{first}.{second}.xml"
            if path.name.endswith(ending) and path.name != ending:
                return path.name.removesuffix(ending)
    return path.stem
