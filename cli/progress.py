"""How far a batch is: a bar on a terminal, only what went wrong elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from cli.account import account_of, told
from qa.summary import DocumentSummary


@contextmanager
def progress(
    total: int, *, quiet: bool, verbose: bool = False
) -> Iterator[Callable[[DocumentSummary], None]]:
    """Give a function to call with each finished document.

    A failed document is told at once on stderr, one line each, on a terminal or not; with
    ``verbose`` every other one is, too.
    """
    # NO_COLOR and TERM=dumb are rich's to respect
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    shown = console.is_terminal and not quiet and total > 1
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=console,
        disable=not shown,
        transient=True,
    ) as bar:
        task = bar.add_task("aligning", total=total)

        def done(summary: DocumentSummary) -> None:
            account = told(summary.name, account_of(summary)) if verbose else []
            failure = [f"duiyi: {summary.reason}"] if summary.status == "failed" else []
            for line in [*failure, *account]:
                if shown:
                    console.print(line, markup=False)
                else:
                    print(line, file=sys.stderr)
            bar.advance(task)

        yield done
