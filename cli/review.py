"""``duiyi review``: a local page on which the result of align becomes a memory."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli import exit_codes, options
from cli.inputs import say
from corpus.amounts import some

if TYPE_CHECKING:  # heavy: imported where used
    from review.clerk import Clerk
    from review.folder import Folder

_HIGHEST_PORT = 65_535


@click.command("review", short_help="Review results of align on a local page.")
@click.argument("folder", metavar="OUT", type=click.Path(path_type=Path))
@click.option(
    "--port", type=click.IntRange(0, _HIGHEST_PORT), default=0, metavar="N",
    help="Serve on this port.  [default: any free one]",
)  # fmt: skip
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--write", is_flag=True,
    help="No page: only write the memories anew from the decisions made before.",
)  # fmt: skip
@options.choosing
@options.reviewing
def command(
    folder: Path,
    port: int,
    open_page: bool,
    write: bool,
    preset: str | None,
    only: tuple[str, ...],
    skip: tuple[str, ...],
    settings_file: Path | None,
    terms_file: Path | None,
    ignore: Path | None,
    baseline: Path | None,
) -> int:
    """Review the pairs of OUT, a folder of duiyi align, on a local page.

    Prints the page's address. There you accept, reject and edit pairs, merge and split them,
    and dismiss findings. Every decision is saved at once in OUT/NAME.decisions.jsonl; the
    pairs you stand behind are in OUT/NAME.reviewed.tmx. A pair that you change is checked
    again, by the rules, settings and terms that align was given, unless you give others here.
    Ctrl-C ends the review, and so does the page's own button.
    """
    from cli.choices import Choices, kept
    from cli.folder import occupied
    from qa.checks.terms import rules
    from review.clerk import Clerk
    from review.folder import read_summaries
    from review.judging import judging

    summaries = read_summaries(folder)  # told before anything is locked or loaded
    languages = [(one.source_lang, one.target_lang) for one in summaries if one.source_lang]
    codes = languages[0] if languages else ("zh-CN", "en-US")
    told = kept(
        folder, Choices(preset, only, skip, settings_file, terms_file, ignore, baseline)
    )
    settings = options.settings_of(told.preset, told.only, told.skip, told.settings)
    terms = rules(options.terms_of(told.terms, *codes))
    clerk = Clerk(judging(options.source_tongue(*codes), settings, terms))
    with occupied(folder, hint="one at a time: end it first"):
        site = _folder(folder, told.ignore, told.baseline)
        if write:
            return _write(site, clerk)
        return _serve(site, clerk, port, open_page)


def _folder(path: Path, ignore: Path | None, baseline: Path | None) -> Folder:
    from qa.dismissals import IGNORE_FILE, find_ignore
    from review.dismissed import IgnoreFile
    from review.folder import Folder, read_summaries

    inputs = [Path(one.path) for one in read_summaries(path)]
    # the file that align would read; where there is none, one beside the results
    chosen = ignore or find_ignore([*inputs, path]) or path / IGNORE_FILE
    return Folder(path, IgnoreFile(chosen, baseline))


def _write(folder: Folder, clerk: Clerk) -> int:
    failed, begun = False, False
    for document in folder.begun_documents():
        begun = True
        clerk.work(document)
        picture = document.picture
        failed = failed or bool(picture.problem)
        pairs = some(picture.units or 0, "pair")
        say(picture.problem or f"{document.name}.reviewed.tmx: {pairs}")
    if not begun:
        say(f"{folder.path}: nothing was decided here yet, so there is nothing to write")
    return exit_codes.UNREADABLE if failed else exit_codes.DONE


def _serve(folder: Folder, clerk: Clerk, port: int, open_page: bool) -> int:
    from importlib.metadata import version

    from review.serve import serve

    for document in folder.begun_documents():  # a broken file of decisions is told here
        clerk.see_to(document)

    def tell(address: str) -> None:
        print(address, flush=True)
        say("open this address in a browser; Ctrl-C ends the review")
        if open_page:
            import webbrowser

            webbrowser.open(address)

    if serve(folder, clerk, port=port, version=f"duiyi {version('duiyi')}", tell=tell):
        return exit_codes.DONE
    sys.stdout.flush()
    raise KeyboardInterrupt
