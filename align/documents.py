"""From documents to alignments: which blocks may face each other, and which pairs are none."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from align.aligner import align
from align.beads import Bead
from align.crossing import joined
from align.encoder import Encoder
from align.layout import detect, forced, owners
from corpus.languages import language
from corpus.model import Alignment, Block, Document, Layout, LayoutKind, Pair, Segment
from corpus.segmentation import segments

#: Below this share of the shorter side's characters in accepted pairs, the two languages of a
#: document are no translations of each other. Translations reach .6 and more even when
#: abridged, unrelated texts on one subject stay under .1. Costs: a text of which a quarter
#: was translated must be given with --layout.
MIXED_SHARE = 0.25
#: A pair counts as accepted from here on: more likely a translation than not.
ACCEPTED = 0.5
#: Characters of a run that stand for the whole when neighbouring runs are compared.
_RUN_SAMPLE = 400

#: Half-open ranges of Chinese and of English segments that may only face each other.
Stretch = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Sides:
    """The segments of a document, told apart by side."""

    chinese: tuple[Segment, ...]
    english: tuple[Segment, ...]

    @property
    def everything(self) -> Stretch:
        return (0, len(self.chinese)), (0, len(self.english))


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
    seen = forced(layout) if layout else detect(document.blocks)
    sides = _sides(document.blocks)
    beads: list[Bead] = []
    if seen.kind in ("interleaved", "blocks", "two-files"):
        beads = _align_within(sides, _stretches(document.blocks, seen, sides, encoder), encoder)
        share = _accepted_share(sides, beads)
        if share < MIXED_SHARE and layout is None:
            seen = Layout(
                "mixed",
                f"{seen.reason}; but only {share:.0%} of the shorter text is a translation"
                " of the other: not parallel",
            )
            beads = []
    if beads:
        pairs = _pairs(sides, beads, source_lang, document.name)
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
    own = _side(source.blocks), _side(target.blocks)
    sides = Sides(*own) if language(source_lang) == "zh" else Sides(own[1], own[0])
    beads = _align_within(sides, [sides.everything], encoder)
    return Alignment(
        name=source.name,
        layout=Layout("two-files", f"{source.path} against {target.path}"),
        source_lang=source_lang,
        target_lang=target_lang,
        pairs=_pairs(sides, beads, source_lang, source.name),
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
    beads = _align_within(sides, [sides.everything], encoder)
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


def _side(blocks: Sequence[Block], places: Iterable[int] | None = None) -> tuple[Segment, ...]:
    """The segments of the blocks at ``places`` (all by default), numbered from 0."""
    found: list[Segment] = []
    for place in range(len(blocks)) if places is None else places:
        for segment in segments([blocks[place]]):
            found.append(replace(segment, number=len(found), block=place))
    return tuple(found)


def _sides(blocks: Sequence[Block]) -> Sides:
    owned = owners(blocks)
    chinese, english = (
        _side(blocks, [place for place, owner in enumerate(owned) if owner == language])
        for language in ("zh", "en")
    )
    return Sides(chinese, english)


def _stretches(
    blocks: Sequence[Block], layout: Layout, sides: Sides, encoder: Encoder
) -> list[Stretch]:
    """Which segments may face which: everything, or in an interleaved document couplets of runs."""
    if layout.kind != "interleaved":
        return [sides.everything]
    runs = [
        [place for place, _ in run]
        for _, run in groupby(enumerate(owners(blocks)), lambda item: item[1])
    ]
    samples = ["\n".join(blocks[place].text for place in run)[:_RUN_SAMPLE] for run in runs]
    vectors = encoder.encode(samples)
    gains = [float(a @ b) for a, b in zip(vectors, vectors[1:])]
    chinese = [segment.block for segment in sides.chinese]
    english = [segment.block for segment in sides.english]
    stretches: list[Stretch] = []
    for couplet in couplets(gains):
        first, last = runs[couplet[0]][0], runs[couplet[-1]][-1] + 1
        stretches.append(
            (
                (bisect_left(chinese, first), bisect_left(chinese, last)),
                (bisect_left(english, first), bisect_left(english, last)),
            )
        )
    return stretches


def couplets(gains: Sequence[float]) -> list[tuple[int, ...]]:
    """Partition ``len(gains) + 1`` runs into neighbours taken together and runs left alone.

    ``gains[i]`` is the likeness of run i and run i + 1; the sum over the chosen couplets
    is greatest. Runs alternate in language, so a couplet is always one of each.
    """
    # best[i]: greatest sum over the first i runs
    best = [0.0, 0.0]
    for gain in gains:
        best.append(max(best[-1], best[-2] + gain))
    chosen: list[tuple[int, ...]] = []
    end = len(best) - 1
    while end > 0:
        if end > 1 and best[end] > best[end - 1]:
            chosen.append((end - 2, end - 1))
            end -= 2
        else:
            chosen.append((end - 1,))
            end -= 1
    return chosen[::-1]


def _align_within(sides: Sides, stretches: Iterable[Stretch], encoder: Encoder) -> list[Bead]:
    """Align each stretch by itself; the beads count in the whole document's segments."""
    beads: list[Bead] = []
    for (zh_start, zh_end), (en_start, en_end) in stretches:
        chinese = sides.chinese[zh_start:zh_end]
        english = sides.english[en_start:en_end]
        texts = [segment.text for segment in chinese], [segment.text for segment in english]
        found = align(
            *texts,
            encoder=encoder,
            chinese_paragraphs=[segment.block for segment in chinese],
            english_paragraphs=[segment.block for segment in english],
        )
        for bead in joined(found, *texts):
            beads.append(
                Bead(
                    (bead.source[0] + zh_start, bead.source[1] + zh_start),
                    (bead.target[0] + en_start, bead.target[1] + en_start),
                    bead.score,
                )
            )
    return beads


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
