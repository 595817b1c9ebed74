"""The journey of one document: read, align, judge, write. Runs in a worker process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

from align.documents import align_document, align_files, align_lines
from align.encoder import Encoder, default_encoder
from align.encoders import encoder_name, encoder_named
from cli.account import account
from cli.batch import Task
from cli.inputs import say
from cli.records import Records
from cli.vector_cache import CachedEncoder
from corpus.directions import NAMES, Direction, languages_seen
from corpus.errors import DuiyiError, InputError
from corpus.files import replacing, write_text
from corpus.judged import Written
from corpus.ladders import write_align
from corpus.languages import language
from corpus.model import Alignment, Judgement, LayoutKind, Severity
from corpus.pairs_lines import write_pair_lines
from corpus.paragraphs import paragraph_items
from corpus.reading import document_from_bytes, read_document, read_text
from corpus.termbase import Term
from corpus.tmx import write_tmx
from qa.checks.terms import rules
from qa.dismissals import Dismissals
from qa.mqm import Scale
from qa.report import render
from qa.rules import RULES
from qa.run import judge
from qa.settings import Settings
from qa.summary import DocumentSummary, failed, summarise
from qa.unit import Tongue


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asked for, the same for every document of the run."""

    output: Path
    #: name of the encoder that the alignment rests on
    encoder: str = "use"
    #: where its vectors are kept from run to run
    cache: Path | None = None
    encoding: str | None = None
    layout: LayoutKind | None = None
    direction: Direction = Direction()
    min_score: float = 0.5
    #: a finding this grave or graver keeps a pair out of the memory
    skip_findings: Severity | None = None
    #: the memory's units: pairs as they are, or whole paragraphs
    unit: str = "sentence"
    #: the memory's segtype
    segtype: str = "sentence"
    #: whether the memory keeps only the first of units with equal texts
    dedupe: bool = False
    #: whether the memory's source is the target of the alignment
    reverse: bool = False
    settings: Settings = Settings()
    terms: tuple[Term, ...] = ()
    dismissals: Dismissals = Dismissals()

    @property
    def source(self) -> Tongue:
        return "zh" if language(self.direction.source) == "zh" else "en"


def align_task(task: Task, order: Order, records: Records) -> DocumentSummary:
    """Do one document of a batch; what is wrong with it is in the summary, never raised."""
    summary = _align_task(task, order)
    records.keep(task, summary)
    return summary


def _align_task(task: Task, order: Order) -> DocumentSummary:
    begun = perf_counter()
    try:
        if task.data is None:
            document = read_document(task.path, encoding=order.encoding)
        else:
            document = document_from_bytes(task.data, "-", task.name, order.encoding)
        alignment = align_document(
            replace(document, name=task.name),
            encoder=_encoder(order),
            layout=order.layout,
            source_lang=order.direction.source,
            target_lang=order.direction.target,
        )
        return _finish(alignment, task.name, order, begun)
    except DuiyiError as error:
        return failed(str(task.path), task.name, str(error))
    except MemoryError:
        reason = f"{task.path}: not enough memory for this document (split it into parts)"
        return failed(str(task.path), task.name, reason)
    except Exception as error:  # a bug stops this document, not the batch
        reason = f"{task.path}: a bug in duiyi: {type(error).__name__}: {error}"
        return failed(str(task.path), task.name, " ".join(reason.split()))


def align_two(source: Path, target: Path, order: Order, segmented: bool) -> DocumentSummary:
    """Align two files and write the three files of the result, named after the source."""
    begun = perf_counter()
    alignment, order = _two_files(source, target, order, segmented)
    return _finish(alignment, source.stem, order, begun)


def write_ladder(
    source: Path, target: Path, order: Order, segmented: bool
) -> tuple[str, ...]:
    """Align two files and write only which numbers face each other: ``SOURCE.align``.

    The numbers are those of lines if ``segmented``, else of sentences, from 0. Gives the
    account of it.
    """
    begun = perf_counter()
    alignment, _ = _two_files(source, target, order, segmented)
    write_text(order.output / f"{source.stem}.align", write_align(alignment.pairs))
    return account(alignment, perf_counter() - begun)


def _two_files(
    source: Path, target: Path, order: Order, segmented: bool
) -> tuple[Alignment, Order]:
    """The alignment, and the order with the languages that the two files are in."""
    if not segmented:
        first, second = (read_document(path, encoding=order.encoding) for path in (source, target))
        order = _directed(order, (source, target), (first.text, second.text))
        alignment = align_files(
            first,
            second,
            encoder=_encoder(order),
            source_lang=order.direction.source,
            target_lang=order.direction.target,
        )
        return alignment, order
    read, other = (read_text(path, encoding=order.encoding) for path in (source, target))
    order = _directed(order, (source, target), (read.text, other.text))
    alignment = align_lines(
        _lines(read.text),
        _lines(other.text),
        encoder=_encoder(order),
        source_lang=order.direction.source,
        target_lang=order.direction.target,
        name=source.stem,
    )
    alignment = replace(
        alignment, path=str(source), encoding=read.encoding, encoding_reason=read.reason
    )
    return alignment, order


def _directed(order: Order, paths: tuple[Path, Path], texts: tuple[str, str]) -> Order:
    """The order in the direction of the two files, which is told where it is not the one asked."""
    seen, codes = languages_seen(*texts), order.direction.codes
    if seen is None or "other" in seen or seen[0] == language(codes[0]) != seen[1]:
        return order
    if seen[0] == seen[1]:
        raise InputError(
            f"is {NAMES[seen[1]]}, as is {paths[0]}",
            where=str(paths[1]),
            hint="one of --source and --target must be Chinese, the other English",
        )
    if order.direction.told:
        raise InputError(
            f"is {NAMES[seen[0]]}, not {NAMES[seen[1]]} ({codes[0]})",
            where=str(paths[0]),
            hint="exchange --source and --target, or --source-lang and --target-lang",
        )
    order = replace(order, direction=order.direction.exchanged)
    say(
        f"{paths[0]} is {NAMES[seen[0]]} and {paths[1]} {NAMES[seen[1]]}: aligned from"
        f" {order.direction.source} to {order.direction.target} (--source-lang, --target-lang)"
    )
    return order


def _encoder(order: Order) -> Encoder:
    if order.cache is None:
        return encoder_named(order.encoder)
    return encoder_named(order.encoder, partial(CachedEncoder, folder=order.cache))


def _lines(text: str) -> list[str]:
    """The lines as every editor counts them; a last line feed begins no line."""
    return text.removesuffix("\n").split("\n") if text else []


def _finish(alignment: Alignment, name: str, order: Order, begun: float) -> DocumentSummary:
    """Judge an alignment and write its three files; ``begun`` is when reading it began."""
    alignment = _spelled(alignment, order)
    judgements = _judgements(alignment, order)
    files = [f"{name}.tmx", f"{name}.pairs.jsonl", f"{name}.report.html"]
    written = _write_memory(order.output / files[0], alignment, judgements, order)
    with replacing(order.output / files[1]) as stream:
        write_pair_lines(stream, judgements)
    scale = Scale(order.settings.penalties)
    page = render(alignment, judgements, scale=scale, signature=signature(order), rules=RULES)
    write_text(order.output / files[2], page)
    # a line break in a segment is where the page or the file wrapped it: nothing lost with it
    summary = summarise(alignment, judgements, scale=scale, files=files, changed=written.cut)
    return replace(summary, account=account(alignment, perf_counter() - begun))


def _spelled(alignment: Alignment, order: Order) -> Alignment:
    """The alignment with its Chinese code as the text is written: zh-TW, zh-HK."""
    texts = [
        "\n".join(pair.source_text for pair in alignment.pairs),
        "\n".join(pair.target_text for pair in alignment.pairs),
    ]
    source, target = order.direction.written(*texts).codes
    return replace(alignment, source_lang=source, target_lang=target)


def _judgements(alignment: Alignment, order: Order) -> list[Judgement]:
    if alignment.layout.kind in ("mono", "mixed"):
        # no translation is there, so nothing is missing from it
        return [Judgement(pair, 0.0, 0.0, 0.0) for pair in alignment.pairs]
    judged = judge(
        alignment.pairs,
        source=order.source,
        encoder=default_encoder(),
        settings=order.settings,
        aligned=True,
        extra=rules(order.terms),
    )
    return list(order.dismissals.heard(judged))


def _write_memory(
    path: Path, alignment: Alignment, judgements: Sequence[Judgement], order: Order
) -> Written:
    units = paragraph_items(judgements) if order.unit == "paragraph" else judgements
    with replacing(path) as stream:
        return write_tmx(
            stream,
            units,
            source_lang=alignment.source_lang,
            target_lang=alignment.target_lang,
            tool_version=version("duiyi"),
            segtype=order.segtype,
            min_score=order.min_score,
            skip_findings=order.skip_findings,
            dedupe=order.dedupe,
            reverse=order.reverse,
        )


def signature(order: Order) -> str:
    """How results are made: the versions that they depend on."""
    return f"duiyi {version('duiyi')}, encoder {encoder_name(order.encoder)}"
