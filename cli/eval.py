"""``duiyi eval``: how well alignments agree with hand-made ones."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from align.evaluation import Evaluation, Tally, evaluate, mean_f1, total
from cli import exit_codes
from corpus.errors import InputError, UsageError, unreadable
from corpus.ladders import Link, parse_links, read_links

#: What a folder is searched for.
SUFFIXES = (".align", ".ladder", ".xml")

#: The rows of the table and the keys of the JSON.
_MEASURES = (
    ("strict", "strict, every bead"),
    ("lax", "lax, every bead"),
    ("paired", "strict, unpaired left out"),
    ("published", "strict, as vecalign's score.py"),
    ("published_lax", "lax, as vecalign's score.py"),
    ("unpaired", "unpaired sentences"),
)


@click.command("eval", short_help="Compare an alignment with a hand-made one.")
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="A table for people, or JSON.",
)  # fmt: skip
def command(gold: Path, out: Path, form: str) -> int:
    """Compare the alignment OUT with the hand-made GOLD: two files, or two folders of them.

    Files of folders belong together by name without suffix. Each is an .align file
    ([0, 1]:[0] a line), a hunalign ladder or an InterText alignment; a file's beginning
    says which. A folder of texts with a folder "gold" in it stands for that, and "-" for
    standard input.

    Strict: a pair is right if the other file has exactly the same one. Lax: if one of its
    source sentences faces one of its target sentences there too. Unpaired sentences count,
    one by one; the rows "as vecalign's score.py" leave them out of recall, as papers do.
    """
    done: dict[str, Evaluation] = {}
    failed = False
    for name, wanted, found in _documents(gold, out):
        try:
            gold_links, links = _links(wanted), _links(found)
            done[name] = evaluate(gold_links, links)
            if told := _of_other_texts(gold_links, links):
                click.echo(f"duiyi: {found}: {told}", err=True)
        except InputError as error:
            click.echo(f"duiyi: {error}", err=True)
            failed = True
    if done:
        click.echo(_as_json(done) if form == "json" else _as_text(done))
    return exit_codes.UNREADABLE if failed else exit_codes.DONE


def _links(path: Path) -> list[Link]:
    """The beads of a file; "-" is standard input."""
    if str(path) == "-":
        return parse_links(sys.stdin.buffer.read(), "-")
    return read_links(path)


def _of_other_texts(gold: Sequence[Link], links: Sequence[Link]) -> str:
    """What shows that two alignments count different sentences, or nothing.

    One that lists no unpaired sentences may end before the text does.
    """
    (m, n), (i, j) = _sizes(gold), _sizes(links)
    whole = not all(link.paired for link in links)
    if (i, j) == (m, n) or (i <= m and j <= n and not whole):
        return ""
    return f"counts {i} x {j} sentences, the gold file {m} x {n}; are they of the same texts?"


def _sizes(links: Sequence[Link]) -> tuple[int, int]:
    """Sentences of either side, as far as an alignment counts them."""
    return (
        max((number for link in links for number in link.source), default=-1) + 1,
        max((number for link in links for number in link.target), default=-1) + 1,
    )


def _documents(gold: Path, out: Path) -> list[tuple[str, Path, Path]]:
    """The name, the gold file and the tested file of each document."""
    if gold.is_dir() and (gold / "gold").is_dir():
        gold = gold / "gold"
    if str(gold) == str(out) == "-":
        raise UsageError("GOLD and OUT cannot both be standard input", hint="name one of them")
    if not gold.is_dir():
        return [(gold.stem, gold, _same_stem(out, gold.stem) if out.is_dir() else out)]
    try:
        files = sorted(path for path in gold.iterdir() if path.suffix in SUFFIXES)
    except OSError as error:
        raise unreadable(error, gold) from error
    if not files:
        raise InputError("no alignments in it", where=str(gold), hint=", ".join(SUFFIXES))
    if not out.is_dir():
        if len(files) > 1:
            raise InputError(
                f"one file for the {len(files)} of {gold}", where=str(out), hint="name a folder"
            )
        return [(files[0].stem, files[0], out)]
    return [(path.stem, path, _same_stem(out, path.stem)) for path in files]


def _same_stem(folder: Path, stem: str) -> Path:
    """The file of that name in ``folder``; the first suffix's, if there is none."""
    options = [folder / f"{stem}{suffix}" for suffix in SUFFIXES]
    return next((path for path in options if path.exists()), options[0])


def _signature() -> str:
    return f"duiyi {version('duiyi')}, unmentioned sentences unpaired, unpaired one by one"


def _as_text(done: Mapping[str, Evaluation]) -> str:
    whole = total(done.values())
    head: tuple[str, ...] = ("", "precision", "recall", "F1", "right", "found", "gold")
    rows = [head]
    rows += [_row(title, getattr(whole, key)) for key, title in _MEASURES]
    rows += [head, *(_row(name, tally) for name, tally in sorted(whole.types.items()))]
    if len(done) > 1:
        rows += [head, *(_row(name, one.strict) for name, one in done.items())]
        rows.append(("mean of documents", "", "", f"{mean_f1([*done.values()]):.4f}", "", "", ""))
    return f"{_columns(rows)}\n{_signature()}"


def _row(title: str, tally: Tally) -> tuple[str, ...]:
    rates = (f"{rate:.4f}" for rate in (tally.precision, tally.recall, tally.f1))
    return (title, *rates, str(tally.found_right), str(tally.found), str(tally.wanted))


def _columns(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    lines = (
        "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)


def _as_json(done: Mapping[str, Evaluation]) -> str:
    whole = {
        "signature": _signature(),
        "micro": _figures(total(done.values())),
        "macro": {"strict": {"f1": round(mean_f1([*done.values()]), 6)}},
        "documents": [{"name": name, **_figures(one)} for name, one in done.items()],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _figures(one: Evaluation) -> dict[str, Any]:
    figures: dict[str, Any] = {key: _rates(getattr(one, key)) for key, _ in _MEASURES}
    figures["types"] = {name: _rates(tally) for name, tally in sorted(one.types.items())}
    return figures


def _rates(tally: Tally) -> dict[str, float | int]:
    return {
        "precision": round(tally.precision, 6),
        "recall": round(tally.recall, 6),
        "f1": round(tally.f1, 6),
        "right": tally.found_right,
        "found": tally.found,
        "gold": tally.wanted,
        "gold_right": tally.wanted_right,
    }
