"""``duiyi convert``: from one exchange format to another, merging and choosing pairs."""

from __future__ import annotations

import os
import sys
from datetime import datetime, timezone
from importlib.metadata import version
from pathlib import Path

import click

from cli import exit_codes, options
from cli.bitext import directed, spelled
from cli.inputs import Told, opened, say
from cli.merge import merged
from corpus.amounts import some
from corpus.errors import UsageError
from corpus.formats import Format, Writing, format_of, names, write_file, write_stream
from corpus.judged import selected
from corpus.model import SEVERITIES, Severity


@click.command("convert")
@click.argument("files", metavar="IN... OUT", nargs=-1, required=True)
@click.option("--from", "input_format", metavar="NAME",
              help=f"Format of IN, if not its suffix's: {', '.join(names())}.")  # fmt: skip
@click.option("--to", "output_format", metavar="NAME", help="Format of OUT, if not its suffix's.")
@options.languages
@click.option("--min-score", type=click.FloatRange(0, 1), default=0.0, metavar="P",
              help="Leave out pairs that score lower.")  # fmt: skip
@click.option("--skip-findings", type=click.Choice(SEVERITIES),
              help="Leave out pairs with a finding this grave or graver.")  # fmt: skip
@click.option("--dedupe", is_flag=True, help="Keep the first of pairs with equal texts.")
@click.option("--reverse", is_flag=True, help="Exchange source and target: an en-zh memory.")
@click.option("--segtype", type=click.Choice(("sentence", "paragraph")), default="sentence",
              show_default=True, help="TMX: let CAT tools split units of several sentences.",
              )  # fmt: skip
@click.option("--source", type=click.Path(path_type=Path), metavar="FILE",
              help="Formats without text (align, intertext, moses): the source's text …",
              )  # fmt: skip
@click.option("--target", type=click.Path(path_type=Path), metavar="FILE",
              help="… and the target's, where they do not lie beside IN.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Stop at the first unit that cannot be read.")
def command(
    files: tuple[str, ...],
    input_format: str | None,
    output_format: str | None,
    source_lang: str,
    target_lang: str,
    min_score: float,
    skip_findings: Severity | None,
    dedupe: bool,
    reverse: bool,
    segtype: str,
    source: Path | None,
    target: Path | None,
    strict: bool,
) -> int:
    """Convert the pairs of IN to OUT, by their suffixes.

    Several IN become one OUT, each pair with the name of its document. "-" is standard
    input or output (with --from, --to). Units that cannot be read are told and left out,
    and the exit code is then 2.
    """
    if len(files) < 2:
        raise UsageError("two files are needed", hint="duiyi convert IN OUT")
    *inputs, output = files
    chosen = format_of(output, output_format, "--to")
    sources = [(name, format_of(name, input_format)) for name in inputs]
    texts = _texts(source, target, sources)
    lost = Told("cannot be read")
    name, first_format = sources[0]
    with opened(name, first_format) as stream:
        direction = options.direction_of(source_lang, target_lang)
        direction = spelled(stream, name, first_format, direction)
        bitext = directed(
            merged(
                sources, direction.codes, _refusing if strict else lost.at,
                first=stream, texts=texts,
            ),
            name, direction, coded=first_format.codes is not None,
        )  # fmt: skip
        pairs = selected(
            bitext.items,
            min_score=min_score,
            dedupe=dedupe,
            reverse=reverse,
            skip_findings=skip_findings,
        )
        direction = bitext.direction.exchanged if reverse else bitext.direction
        how = Writing(*direction.codes, version("duiyi"), _date(), segtype)
        if output == "-":
            done = write_stream(sys.stdout.buffer, pairs, chosen, how)
        else:
            done = write_file(Path(output), pairs, chosen, how)
    changed = Told("changed")
    for change in done.changes:
        changed.at(output)(change)
    changed.count = done.changed
    lost.end()
    changed.end()
    left_out = f", {done.left_out} left out" if done.left_out else ""
    say(f"{output}: {some(done.units, 'pair')}{left_out}")
    return exit_codes.UNREADABLE if lost.count else exit_codes.DONE


def _texts(
    source: Path | None, target: Path | None, sources: list[tuple[str, Format]]
) -> tuple[Path, Path] | None:
    if source is None and target is None:
        return None
    if source is None or target is None:
        raise UsageError("--source and --target belong together")
    if len(sources) > 1 or sources[0][1].files is None:
        raise UsageError(
            "--source and --target name the texts of one file that holds none",
            where=sources[-1][0],
        )
    return source, target


def _refusing(name: str) -> None:
    """No report: the first unit that cannot be read is an error."""


def _date() -> str:
    """SOURCE_DATE_EPOCH as TMX writes it; no clock, so that equal input gives equal bytes."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isdigit():
        return ""
    return datetime.fromtimestamp(int(epoch), timezone.utc).strftime("%Y%m%dT%H%M%SZ")
