"""From documents to alignments: which blocks may face each other, and which pairs are none."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace

from align.beads import Bead
from align.couplets import align_couplets
from align.encoder import Encoder
from align.halves import parted
from align.layout import detect, forced
from align.repair import repaired
from align.sides import ACCEPTED, Sides, align_stretch, side_of, sides_of
from align.strays import rejoined
from corpus.languages import language
from corpus.model import Alignment, Document, Layout, LayoutKind, Pair, Segment

#: Below this share of the shorter side's characters in accepted pairs, the two languages of a
#: document are no translations of each other. Translations reach .6 and more even when
#: abridged, unrelated texts on one subject stay under .1. Costs: a text of which a quarter
#: was translated must be given with --layout.
MIXED_SHARE = 0.25


def align_document(
    document: Document,
    *,
    encoder: Encoder,
    layout: LayoutKind | None = None,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
) -> Alignment:
    """Align the two languages of one document with each other.

    The layout is detected unless given. A document with one language, or with two that are
    no translations of each other, comes out with every segment unpaired.
    """
    blocks = parted(document.blocks, encoder)
    seen = forced(layout) if layout else detect(blocks)
    sides = sides_of(blocks)
    beads: list[Bead] = []
    if seen.kind == "interleaved":
        beads = align_couplets(blocks, sides, encoder)
    elif seen.kind == "blocks":
        beads = align_stretch(sides, sides.everything, encoder)
    if seen.kind in ("interleaved", "blocks"):
        beads = rejoined(sides, beads, encoder)
        share = _accepted_share(sides, beads)
        if share < MIXED_SHARE and layout is None:
            seen = Layout(
                "mixed",
                f"not parallel: only {share:.0%} of the shorter text is a translation of the"
                f" other; {seen.reason}",
            )
            beads = []
    if beads:
        texts = document.text, document.text
        pairs = repaired(_pairs(sides, beads, source_lang, document.name), encoder, texts)
    else:
        pairs = _unpaired(sides, source_lang, document.name)
    return Alignment(
        name=document.name,
        layout=seen,
        source_lang=source_lang,
        target_lang=target_lang,
        pairs=pairs,
        noise=document.noise,
        encoding=document.encoding,
        encoding_reason=document.encoding_reason,
        path=document.path,
    )


def align_files(
    source: Document,
    target: Document,
    *,
    encoder: Encoder,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
) -> Alignment:
    """Align two documents, each in one language."""
    own = side_of(source.blocks), side_of(target.blocks)
    sides = Sides(*own) if language(source_lang) == "zh" else Sides(own[1], own[0])
    beads = rejoined(sides, align_stretch(sides, sides.everything, encoder), encoder)
    return Alignment(
        name=source.name,
        layout=Layout("two-files", f"{source.path} against {target.path}"),
        source_lang=source_lang,
        target_lang=target_lang,
        pairs=repaired(
            _pairs(sides, beads, source_lang, source.name), encoder, (source.text, target.text)
        ),
        noise=source.noise + target.noise,
        encoding=source.encoding,
        encoding_reason=source.encoding_reason,
        path=source.path,
    )


def align_lines(
    source: Sequence[str],
    target: Sequence[str],
    *,
    encoder: Encoder,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
    name: str = "",
) -> Alignment:
    """Align two lists of sentences as they are; blank ones come out unpaired.

    A segment's number is its place in the list.
    """
    read = _lines(source, source_lang), _lines(target, target_lang)
    written = [tuple(segment for segment in side if segment.text) for side in read]
    blank = [[segment for segment in side if not segment.text] for side in read]
    sides = Sides(*written) if language(source_lang) == "zh" else Sides(*written[::-1])
    beads = align_stretch(sides, sides.everything, encoder)
    pairs = _with_blanks(_pairs(sides, beads, source_lang, name), *blank)
    return Alignment(
        name=name,
        layout=Layout("two-files", "one sentence a line"),
        source_lang=source_lang,
        target_lang=target_lang,
        pairs=pairs,
    )


def _lines(lines: Sequence[str], code: str) -> list[Segment]:
    tongue = language(code)
    found: list[Segment] = []
    start = 0
    for place, line in enumerate(lines):
        text = line.strip()
        left = start + line.index(text)
        found.append(Segment(text, tongue, place, left, left + len(text), place + 1))
        start += len(line) + 1
    return found


def _with_blanks(
    pairs: Iterable[Pair], source: Iterable[Segment], target: Iterable[Segment]
) -> tuple[Pair, ...]:
    """The pairs with the blank lines of both sides put between them, unpaired."""
    waiting = deque(source), deque(target)
    woven: list[Pair] = []

    def blanks_before(pair: Pair | None) -> None:
        for side, blanks in enumerate(waiting):
            segments = () if pair is None else (pair.source, pair.target)[side]
            while blanks and (pair is None or segments and blanks[0].number < segments[0].number):
                blank = (blanks.popleft(),)
                own, other = (blank, ()) if side == 0 else ((), blank)
                woven.append(Pair(len(woven), own, other, 0.0, doc))

    doc = ""
    for pair in pairs:
        doc = pair.doc
        blanks_before(pair)
        woven.append(replace(pair, index=len(woven)))
    blanks_before(None)
    return tuple(woven)


def _accepted_share(sides: Sides, beads: Iterable[Bead]) -> float:
    """Characters of the shorter side in accepted pairs, as a share of all its characters."""
    accepted = [bead for bead in beads if bead.score >= ACCEPTED]
    shares = [
        sum(len(segments[i].text) for bead in accepted for i in range(*_range(bead, side)))
        / max(1, sum(len(segment.text) for segment in segments))
        for side, segments in (("zh", sides.chinese), ("en", sides.english))
    ]
    return max(shares)


def _range(bead: Bead, side: str) -> tuple[int, int]:
    return bead.source if side == "zh" else bead.target


def _pairs(sides: Sides, beads: Iterable[Bead], source_lang: str, doc: str) -> tuple[Pair, ...]:
    chinese_first = language(source_lang) == "zh"
    pairs: list[Pair] = []
    for bead in beads:
        chinese = sides.chinese[bead.source[0] : bead.source[1]]
        english = sides.english[bead.target[0] : bead.target[1]]
        source, target = (chinese, english) if chinese_first else (english, chinese)
        pairs.append(Pair(len(pairs), source, target, bead.score, doc))
    return tuple(pairs)


def _unpaired(sides: Sides, source_lang: str, doc: str) -> tuple[Pair, ...]:
    """Every segment by itself, in the document's order."""
    everything = sorted(
        [(segment, "zh") for segment in sides.chinese]
        + [(segment, "en") for segment in sides.english],
        key=lambda item: item[0].start,
    )
    source = "zh" if language(source_lang) == "zh" else "en"
    return tuple(
        Pair(index, (segment,), (), 0.0, doc)
        if owner == source
        else Pair(index, (), (segment,), 0.0, doc)
        for index, (segment, owner) in enumerate(everything)
    )
