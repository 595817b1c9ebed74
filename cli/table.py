"""The table that a run prints at its end, for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from qa.report import figure
from qa.summary import DocumentSummary, ordered, totals
from qa.visible import plain

_SIGNS = {"done": "green", "cached": "dim", "failed": "red"}


def table(documents: Sequence[DocumentSummary]) -> Table:
    """One line a document, and the sums below; why one failed was told when it did."""
    made = Table(box=None, pad_edge=False, show_footer=len(documents) > 1)
    whole = totals(documents)
    made.add_column("document", "all", overflow="fold", no_wrap=False, min_width=12)
    made.add_column("status")
    made.add_column("layout")
    for title, total in (
        ("segments", ""),
        ("pairs", str(whole.pairs)),
        ("unpaired", str(whole.unpaired)),
        ("noise", ""),
        ("score", figure(whole.mean_score)),
        ("errors", str(whole.severities["error"])),
        ("warnings", str(whole.severities["warning"])),
        ("notes", str(whole.severities["note"])),
        ("penalty/1000", figure(whole.penalty.rate, 1)),
    ):
        made.add_column(title, total, justify="right")
    for one in ordered(documents):
        made.add_row(*_cells(one))
    return made


def _cells(one: DocumentSummary) -> list[Text]:
    status = Text(one.status, _SIGNS[one.status])
    if one.status == "failed":
        return [Text(plain(one.name)), status]
    numbers = (
        f"{one.source_segments}|{one.target_segments}",
        str(one.pairs),
        str(one.unpaired),
        str(one.noise),
        figure(one.mean_score),
    )
    return [
        Text(plain(one.name)),
        status,
        Text(one.layout),
        *(Text(number) for number in numbers),
        _count(one.count("error"), "bold red"),
        _count(one.count("warning"), "yellow"),
        _count(one.count("note"), ""),
        Text(figure(one.weighed.rate, 1)),
    ]


def _count(number: int, style: str) -> Text:
    return Text(str(number), style if number else "dim")
