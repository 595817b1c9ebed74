"""The table at the end of a run."""

from __future__ import annotations

from rich.console import Console

from cli.table import table
from qa import summary
from tests.qa import sample


def printed(documents: list[summary.DocumentSummary]) -> list[str]:
    console = Console(width=140, color_system=None)
    with console.capture() as captured:
        console.print(table(documents))
    return [" ".join(line.split()) for line in captured.get().splitlines()]


def test_one_line_a_document_and_the_sums() -> None:
    made = [summary.summarise(*parts[:2]) for parts in (sample.talent(), sample.wipo())]
    made.append(summary.failed("seeds/x.docx", "x", "not a Word file"))
    assert printed(made) == [
        "document status layout segments pairs unpaired noise score errors warnings notes "
        "penalty/1000",
        "000_883c093399264277 done interleaved 10|8 8 1 2 0.93 1 3 2 45.5",
        "003_9f0c3fb0883e18a6 done blocks 4|5 3 1 2 0.93 1 1 1 47.2",
        "x failed",
        "all 11 2 0.93 2 4 3 46.2",
    ]


def test_one_document_needs_no_sums() -> None:
    alignment, judgements, _ = sample.monolingual()
    assert printed([summary.cached(summary.summarise(alignment, judgements))])[1:] == [
        "mono cached mono 2|0 0 2 0 – 0 0 0 –"
    ]


def test_brackets_in_a_name_are_no_markup() -> None:
    made = summary.failed("[red]x", "[red]x[/nothing]", "bad \x1b[31m")
    assert printed([made])[1] == "[red]x[/nothing] failed"
