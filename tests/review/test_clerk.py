from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.errors import OutputError
from corpus.model import Judgement, Pair
from review.clerk import Clerk
from review.document import Document
from tests.review.sample import walk, write_folder
from tests.review.test_document import opened, row


@pytest.fixture
def document(tmp_path: Path) -> Document:
    return opened(write_folder(tmp_path, [walk()]))


def half(pairs: Sequence[Pair], originals: Sequence[Pair]) -> list[Judgement]:
    """A judge who finds everything half right, and knows the document."""
    assert len(originals) == 5
    return [Judgement(pair, 0.5, 0.0, 0.0) for pair in pairs]


def test_changed_pairs_are_judged_and_the_memory_is_written(document: Document) -> None:
    document.decide("merge", [row(document, 0), row(document, 1)])
    document.decide("accept", [row(document, 0)])
    clerk = Clerk(half)
    clerk.start()
    clerk.see_to(document)
    clerk.end()
    judgement = document.picture.shown[0].judgement
    assert judgement is not None and judgement.score == 0.5
    assert (document.picture.units, document.picture.problem) == (1, "")
    memory = (document.folder / "walk.reviewed.tmx").read_text(encoding="utf-8")
    assert '<prop type="x-align-score">0.5000</prop>' in memory


def test_a_document_nobody_decided_about_gets_no_memory(document: Document) -> None:
    Clerk(half).work(document)
    assert not (document.folder / "walk.reviewed.tmx").exists()


def test_what_goes_wrong_stands_on_the_page(
    document: Document, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(self: Document) -> None:
        raise OutputError("cannot write: No space left on device", where="walk.reviewed.tmx")

    document.decide("accept", [row(document, 0)])
    monkeypatch.setattr(Document, "write", full)
    Clerk(half).work(document)
    assert document.picture.problem == "walk.reviewed.tmx: cannot write: No space left on device"
    monkeypatch.undo()
    Clerk(half).work(document)
    assert document.picture.problem == ""


def test_a_bug_does_not_end_the_review(
    document: Document, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(pairs: Sequence[Pair], originals: Sequence[Pair]) -> list[Judgement]:
        raise ZeroDivisionError("1/0")

    document.decide("merge", [row(document, 0), row(document, 1)])
    Clerk(broken).work(document)
    assert document.picture.problem == "a bug in duiyi: ZeroDivisionError: 1/0"
    assert "ZeroDivisionError" in capsys.readouterr().err
