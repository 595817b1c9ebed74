from __future__ import annotations

import io
import sys
from collections.abc import Sequence

import pytest

from cli.progress import progress
from qa.summary import DocumentSummary, failed

GOOD = DocumentSummary("a.txt", "a", "done", account=("layout blocks: Chinese, then English",))
BAD = failed("[b].txt", "b", "[b].txt: the file is empty")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(
    summaries: Sequence[DocumentSummary], *, quiet: bool = False, verbose: bool = False
) -> None:
    with progress(len(summaries), quiet=quiet, verbose=verbose) as tell:
        for summary in summaries:
            tell(summary)


@pytest.mark.parametrize("quiet", [True, False])
def test_elsewhere_than_on_a_terminal_only_what_went_wrong(
    quiet: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    told([GOOD, BAD, GOOD], quiet=quiet)
    assert capsys.readouterr() == ("", "duiyi: [b].txt: the file is empty\n")


def test_verbose_tells_how_each_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    told([GOOD, BAD], verbose=True)
    assert capsys.readouterr() == (
        "",
        "duiyi: a: layout blocks: Chinese, then English\nduiyi: [b].txt: the file is empty\n",
    )


def on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, summaries: Sequence[DocumentSummary], *, quiet: bool = False
) -> str:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    told(summaries, quiet=quiet)
    return terminal.getvalue()


def test_a_terminal_has_a_bar_and_the_line_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = on_a_terminal(monkeypatch, [GOOD, BAD])
    assert "aligning" in shown and "2/2" in shown
    # [b] is a file's name and no colour
    assert "duiyi: [b].txt: the file is empty" in shown
    assert "\x1b[3" not in shown  # NO_COLOR: no colours


@pytest.mark.parametrize(("summaries", "quiet"), [([GOOD], False), ([GOOD, GOOD], True)])
def test_no_bar_for_one_document_nor_in_quiet(
    monkeypatch: pytest.MonkeyPatch, summaries: list[DocumentSummary], quiet: bool
) -> None:
    assert "aligning" not in on_a_terminal(monkeypatch, summaries, quiet=quiet)
