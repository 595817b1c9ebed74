"""``duiyi consistency``: what a batch of translations renders in several ways."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import click

from cli import exit_codes, options
from corpus.amounts import some
from corpus.errors import InputError

if TYPE_CHECKING:  # heavy: imported where used
    from qa.consistency.model import Place, Result
    from qa.consistency.store import Text

#: Where the engine keeps what it works on, inside the output folder; gone when the run is.
_WORK = ".duiyi/consistency"
_PARQUET = ".parquet"
_RESULTS = ".pairs.jsonl"
#: What ``duiyi review`` adds to a document's name, and the files it leaves beside the results.
_REVIEWED = ".reviewed"
_OF_A_REVIEW = (".reviewed.tmx", ".reviewed.pairs.jsonl", ".decisions.jsonl")
#: Files of pairs that a folder is searched for, beside the results of ``duiyi align``.
_SUFFIXES = (
    ".tmx", ".xlf", ".xliff", ".xlf2", ".sdlxliff", ".mqxliff", ".mxliff", ".jsonl", ".tsv", ".csv",
    _PARQUET,
)  # fmt: skip
#: What this command itself, and its helpers, write: no pairs.
_OURS = ("consistency.jsonl", "duiyi-ignore.tsv", "terms.tsv")
#: Columns of the table where no terminal sets them.
_FILE_WIDTH = 160


@click.command("consistency", short_help="Find what a batch renders in several ways.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...",
                type=click.Path(path_type=Path))  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, metavar="DIR",
    help="Folder for consistency.html, .xlsx and .jsonl; made if it is not there.",
)  # fmt: skip
@click.option(
    "--min-score", type=click.FloatRange(0, 1), default=0.5, show_default=True,
    help="Leave out pairs that are less probable, where the input has scores.",
)  # fmt: skip
@click.option(
    "--export-terms", type=click.Choice(["tbx", "tsv", "omegat"]),
    help="Write the terms and names that were mined as DIR/terms.tbx, terms.tsv, or terms.utf8"
    " for OmegaT.",
)  # fmt: skip
@click.option(
    "--export-parquet", type=click.Path(path_type=Path), metavar="DIR",
    help="Write the pairs with their keys as Parquet, which later runs read as PATH.",
)  # fmt: skip
@click.option("--from", "input_format", metavar="NAME",
              help="Format of a file or of -, if not its suffix's; not of what is in a folder."
              "  [default of -: jsonl]")  # fmt: skip
@options.languages
@options.findings(default_fail_on="never")
@options.reviewing
@click.option("-q", "--quiet", is_flag=True, help="Errors only.")
def command(
    paths: tuple[Path, ...],
    output: Path,
    min_score: float,
    export_terms: str | None,
    export_parquet: Path | None,
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
    quiet: bool,
) -> int:
    """Find what a batch renders in several ways: segments, names and terms.

    Each PATH is a folder of results of duiyi align, or TMX, XLIFF, TSV, CSV, JSON lines or
    Parquet; "-" is standard input. Equal and nearly equal texts with several translations,
    names against pinyin, and the terms of the batch, mined from the pairs themselves, each
    with a proposal.
    """
    from align.encoder import default_encoder
    from cli.folder import occupied
    from corpus.files import replacing, write_text
    from qa.consistency import workbook
    from qa.consistency.examine import examine
    from qa.consistency.lines import lines
    from qa.consistency.report import render
    from qa.consistency.store import Store
    from qa.rules import selected

    source = options.source_tongue(source_lang, target_lang)
    settings = options.settings_of(preset, only, skip, settings_file)
    selected(settings)  # refuses names that no rule has
    dismissed = options.dismissed(ignore, baseline, paths)
    terms = options.terms_of(terms_file, source_lang, target_lang)
    with occupied(output):
        files = _files(paths, output)
        with Store(output / _WORK) as store:
            store.load(
                _texts(files, paths, input_format, source_lang, target_lang, min_score),
                [path for path in files if path.suffix == _PARQUET],
            )
            if export_parquet is not None:
                store.export(export_parquet)
            result = examine(
                store, source=source, settings=settings, dismissals=dismissed,
                termbase=terms,
                encoder=default_encoder(), tell=_teller(quiet),
            )  # fmt: skip
        page = render(
            result, source_lang=source_lang, target_lang=target_lang,
            signature=_signature(), link=_links(files, output),
        )  # fmt: skip
        write_text(output / "consistency.html", page)
        with replacing(output / "consistency.jsonl") as stream:
            for line in lines(result):
                stream.write(line.encode("utf-8") + b"\n")
        with replacing(output / "consistency.xlsx") as stream:
            workbook.write(stream, result)
        if export_terms is not None:
            _export(result, output, export_terms)
    if not quiet:
        _show(result)
    counts: Counter[str] = Counter(one.severity for one in result.departures)
    return exit_codes.FINDINGS if options.grave(counts, fail_on) else exit_codes.DONE


def _files(paths: Sequence[Path], output: Path) -> list[Path]:
    """The files of pairs that the paths name, each once, in a stable order."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(_inside(path, output))
            if not inside:
                raise InputError(
                    "no results of duiyi align and no other pairs in it", where=str(path),
                    hint="*.pairs.jsonl, TMX, XLIFF, TSV, CSV or Parquet are read",
                )
            found.extend(inside)
        elif path.exists() or str(path) == "-":
            found.append(path)
        else:
            raise InputError("no such file or folder", where=str(path), hint="check the path")
    return list(dict.fromkeys(found))


def _inside(folder: Path, output: Path) -> Iterator[Path]:
    """Files of pairs in a folder and below; where align left its lines, not its TMX.

    What came of a review holds only the pairs accepted so far, so it is read where it is named.
    """
    from cli.merge import of_a_merge

    for top, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        stems = {name.removesuffix(_RESULTS) for name in names if name.endswith(_RESULTS)}
        for name in sorted(names):
            if name.startswith(".") or name in _OURS or not name.lower().endswith(_SUFFIXES):
                continue
            if name.endswith(_OF_A_REVIEW):
                continue
            if stems and of_a_merge(name):
                continue  # the same units once more
            if name.endswith(_RESULTS) or Path(name).stem not in stems:
                yield Path(top) / name


def _texts(
    files: Iterable[Path],
    named: Sequence[Path],
    input_format: str | None,
    source_lang: str,
    target_lang: str,
    min_score: float,
) -> Iterator[Text]:
    """The pairs of the files that have both sides; those of a folder are what their suffix says."""
    from cli.inputs import opened
    from corpus.formats import format_of, read_stream
    from corpus.judged import pair_of
    from qa.consistency.store import Text

    for path in files:
        if path.suffix == _PARQUET:
            continue
        name = path.name.removesuffix(_RESULTS) if path.name.endswith(_RESULTS) else path.stem
        from_stdin = str(path) == "-"
        name = "stdin" if from_stdin else name
        told = input_format if path in named else None
        chosen = format_of(str(path), told or ("jsonl" if from_stdin else None))
        with opened(path, chosen) as stream:
            items = read_stream(
                stream, str(path), chosen, source_lang=source_lang, target_lang=target_lang
            )
            for pair in map(pair_of, items):
                source, target = pair.source_text.strip(), pair.target_text.strip()
                if source and target and pair.score >= min_score:
                    line = pair.source[0].line if pair.source else 0
                    yield Text(pair.doc or name, pair.index, line, source, target)


def _links(files: Iterable[Path], output: Path) -> Callable[[Place], str]:
    """Addresses of pairs in the reports that lie beside the files, as seen from ``output``."""
    reports: dict[str, str] = {}
    for path in files:
        if path.name.endswith(_RESULTS):
            name = path.name.removesuffix(_RESULTS).removesuffix(_REVIEWED)
            report = path.with_name(f"{name}.report.html")
            if report.exists():
                reports[name] = quote(Path(os.path.relpath(report, output)).as_posix())
    return lambda place: (
        f"{reports[place.doc]}#p{place.index + 1}" if place.doc in reports else ""
    )


def _export(result: Result, output: Path, kind: str) -> None:
    from corpus.files import replacing
    from corpus.termbase import terms_glossary, terms_tbx, terms_tsv
    from qa.consistency.termbase import mined

    terms = mined((*result.terms, *result.names))
    if kind == "tbx":
        name, data = "terms.tbx", terms_tbx(terms)
    elif kind == "tsv":
        name, data = "terms.tsv", terms_tsv(terms).encode("utf-8")
    else:  # the suffix by which OmegaT knows the encoding
        name, data = "terms.utf8", terms_glossary(terms).encode("utf-8")
    with replacing(output / name) as stream:
        stream.write(data)


def _teller(quiet: bool) -> Callable[[str], None]:
    if quiet or not sys.stderr.isatty():
        return lambda step: None
    return lambda step: print(f"duiyi: {step}", file=sys.stderr)


def _show(result: Result) -> None:
    from rich.console import Console
    from rich.table import Table

    from corpus.model import SEVERITIES

    counted: dict[str, Counter[str]] = {}
    for one in result.departures:
        counted.setdefault(one.rule, Counter())[one.severity] += 1
    table = Table(box=None, pad_edge=False)
    table.add_column(f"{some(result.documents, 'document')}, {some(result.pairs, 'pair')}")
    for severity in SEVERITIES:
        table.add_column(f"{severity}s", justify="right")
    for rule in sorted(counted):
        table.add_row(rule, *(str(counted[rule][severity]) for severity in SEVERITIES))
    mined = f"{some(len(result.terms), 'term')}, {some(len(result.names), 'name')}"
    table.add_row(mined, "", "", "")
    if result.dismissed:
        table.add_row(f"{result.dismissed} dismissed or known", "", "", "")
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = _FILE_WIDTH
    console.print(table)


def _signature() -> str:
    from importlib.metadata import version

    return f"duiyi {version('duiyi')}, duckdb {version('duckdb')}"
