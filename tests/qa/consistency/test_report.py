from __future__ import annotations

import re

from qa.consistency.model import Departure, Entry, Place, Result, Variant
from qa.consistency.report import Piece, by_document, holding, pieces, render

BEST = Variant("Director General", 3, (Place("a", 0, 1), Place("a", 4, 5), Place("b", 1, 2)))
OTHER = Variant("Head of <b>Department</b>", 1, (Place("c", 0, 1),), chrf=12.3)


def result(*departures: Departure) -> Result:
    entry = Entry("name", "刘华", (), "person", 3, 3, Variant("Liu Hua", 3, ()))
    return Result(4, 3, departures, (), (entry,), 0, 0, {"chrf": "chrF2|version:x"})


DEPARTURE = Departure(
    "consistency.target", "warning", "exact", "司长", "target", BEST, OTHER, "Told otherwise."
)


def test_the_page_stands_alone_and_escapes() -> None:
    page = render(result(DEPARTURE), signature="duiyi x")
    assert "<b>Department" not in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert DEPARTURE.fingerprint in page
    assert "One Chinese text, several English texts" in page
    assert "刘华" in page and "chrF2|version:x" in page


def test_links_to_the_reports() -> None:
    page = render(result(DEPARTURE), link=lambda place: f"{place.doc}.html#p{place.index + 1}")
    assert '<a href="a.html#p5">5</a>' in page


def test_a_batch_without_findings_says_so() -> None:
    assert "Nothing departs" in render(result())


def test_equal_results_give_equal_pages() -> None:
    assert render(result(DEPARTURE)) == render(result(DEPARTURE))


def test_what_differs_from_the_proposal_is_marked() -> None:
    assert pieces("the new talent hub", "the talent hub") == [
        Piece("the", False), Piece(" new", True), Piece(" talent hub", False),
    ]  # fmt: skip


def test_the_term_is_marked_in_its_sentence() -> None:
    assert holding("人事司司长出席", "司长") == [
        Piece("人事司", False), Piece("司长", True), Piece("出席", False),
    ]  # fmt: skip


def test_documents_are_named_once() -> None:
    assert [(doc, len(some)) for doc, some in by_document(BEST.places)] == [("a", 2), ("b", 1)]
