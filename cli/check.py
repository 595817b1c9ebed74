"""``duiyi check``: what the translation in a bitext got wrong or left out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from cli import exit_codes, options
from cli.inputs import Told, opened
from corpus.errors import UsageError
from corpus.model import Alignment, Judgement, Layout

if TYPE_CHECKING:  # heavy: imported where used
    from cli.references import References
    from corpus.directions import Direction
    from corpus.formats import Format
    from corpus.judged import Item
    from corpus.problem import Problem
    from qa.settings import Settings

_OUTPUTS = ("text", "jsonl", "html", "xlsx", "sarif", "github")


@click.command("check", short_help="Say what a translation got wrong or left out.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format", "output_format", type=click.Choice(_OUTPUTS), default="text", show_default=True,
    help="A line a finding, a JSON line a pair, a page, a workbook, SARIF, annotations.",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE",
    help="Where to write it.  [default: stdout]",
)  # fmt: skip
@click.option("--from", "input_format", metavar="NAME", help="Format of FILE, if not its suffix's.")
@options.languages
@options.findings(default_fail_on="error")
@options.reviewing
@click.option("--fast", is_flag=True, help="Without the evidence of word vectors.")
@click.option(
    "--reference", "--against", "reference", type=click.Path(path_type=Path), metavar="FILE",
    help="Compare with the translations in FILE (chrF, BLEU, TER): another bitext, matched by"
    " source, or a text file, a line a pair.",
)  # fmt: skip
def command(
    file: Path,
    output_format: str,
    output: Path | None,
    input_format: str | None,
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
    fast: bool,
    reference: Path | None,
) -> int:
    """Check the pairs of FILE: TMX, XLIFF, TSV or CSV (columns source, target), JSON lines, …

    All that convert reads is checked. Exits with 1 if there is a finding as grave as
    --fail-on, and with 2 if units could not be read. Of a TMX, what CAT tools drop or never
    match is told on stderr. "-" reads standard input (name its format with --from).
    """
    from align.encoder import default_encoder
    from cli.bitext import directed, spelled
    from corpus.formats import format_of
    from corpus.judged import pair_of
    from qa.checks.terms import rules
    from qa.run import judge

    direction = options.direction_of(source_lang, target_lang)
    settings = options.settings_of(preset, only, skip, settings_file)
    chosen = format_of(str(file), input_format)
    counts: Counter[str] = Counter()
    lost = Told("units cannot be read")
    name = str(file)
    stream = click.get_current_context().with_resource(opened(name, chosen))
    direction = spelled(stream, name, chosen, direction)
    bitext = directed(
        _read(stream, name, chosen, direction, lost), name, direction, chosen.codes is not None
    )
    source_lang, target_lang = bitext.direction.codes
    judged = judge(
        map(pair_of, bitext.items),
        source=options.source_tongue(source_lang, target_lang),
        encoder=default_encoder(),
        settings=settings,
        aligned=False,
        fast=fast,
        extra=rules(options.terms_of(terms_file, source_lang, target_lang)),
    )
    judgements = _counted(options.dismissed(ignore, baseline, [file]).heard(judged), counts)
    alignment = Alignment(
        name=file.stem,
        layout=Layout("two-files", f"{chosen.about}, checked as it is"),
        source_lang=source_lang,
        target_lang=target_lang,
        pairs=(),
        path=str(file),
    )
    references = None
    if reference is not None:
        if output_format != "jsonl":
            raise UsageError(
                "--reference and --against add to the JSON lines", hint="with --format jsonl"
            )
        from cli.references import References

        references = References(reference, source_lang, target_lang)
    with _output(output) as stream:
        if output_format == "xlsx":
            from corpus.spreadsheets import write_xlsx

            write_xlsx(stream, judgements)
        else:
            for piece in _told(output_format, alignment, judgements, settings, references):
                stream.write(piece.encode("utf-8", "surrogatepass"))
    if references is not None:
        references.tell()
    lost.end()
    if lost.count:
        return exit_codes.UNREADABLE
    return exit_codes.FINDINGS if options.grave(counts, fail_on) else exit_codes.DONE


def _read(
    stream: IO[bytes], name: str, chosen: Format, direction: Direction, lost: Told
) -> Iterator[Item]:
    """The pairs that can be read; all that is wrong with the file is told, once."""
    from corpus.formats import read_stream

    audited: set[tuple[int, str]] = set()
    if chosen.audit is not None:
        told = Told("problems of the file")
        for problem in chosen.audit(stream, name):
            audited.add((problem.unit, problem.kind))
            told.at(name)(problem)
        told.end()
        stream.seek(0)

    def report(problem: Problem) -> None:
        if (problem.unit, problem.kind) in audited:
            lost.count += 1
        else:
            lost.at(name)(problem)

    yield from read_stream(
        stream, name, chosen, source_lang=direction.source, target_lang=direction.target,
        report=report,
    )


def _counted(judgements: Iterable[Judgement], counts: Counter[str]) -> Iterator[Judgement]:
    for judgement in judgements:
        counts.update(finding.severity for finding in judgement.findings)
        yield judgement


def _told(
    output_format: str,
    alignment: Alignment,
    judgements: Iterable[Judgement],
    settings: Settings,
    references: References | None,
) -> Iterator[str]:
    """The output in pieces; formats that need all pairs at once come as one piece."""
    from corpus.pairs_lines import json_line

    if output_format == "jsonl":
        if references is not None:
            return (json_line(record) + "\n" for record in references.lines(judgements))
        return (json_line(judgement.as_json()) + "\n" for judgement in judgements)
    if output_format in ("text", "github"):
        from qa import plain

        tell = plain.lines if output_format == "text" else plain.github
        return (line + "\n" for line in tell(alignment.path, judgements))
    return iter((_page(output_format, alignment, list(judgements), settings),))


def _from_here(path: str) -> str:
    """A path below the working folder relative to it: so code review finds its file."""
    absolute, here = Path(path).absolute(), Path.cwd()
    return str(absolute.relative_to(here)) if absolute.is_relative_to(here) else path


def _page(
    output_format: str, alignment: Alignment, judgements: list[Judgement], settings: Settings
) -> str:
    from dataclasses import replace
    from importlib.metadata import version

    from qa.rules import RULES

    if output_format == "sarif":
        from qa.sarif import Checked, sarif

        return sarif([Checked(_from_here(alignment.path), judgements)], RULES, version("duiyi"))
    from qa.mqm import Scale
    from qa.report import render

    whole = replace(alignment, pairs=tuple(judgement.pair for judgement in judgements))
    return render(whole, judgements, scale=Scale(settings.penalties), rules=RULES)


@contextmanager
def _output(output: Path | None) -> Iterator[IO[bytes]]:
    if output is None or str(output) == "-":
        yield sys.stdout.buffer
    else:
        from corpus.files import replacing

        with replacing(output) as stream:
            yield stream
