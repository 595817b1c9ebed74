from __future__ import annotations

from pathlib import Path

from review.picture import first_change, ranks
from tests.review.sample import walk, write_folder
from tests.review.test_document import opened, row


def test_the_worst_rows_come_first(tmp_path: Path) -> None:
    document = opened(write_folder(tmp_path, [walk()]))
    assert sorted(ranks(document.picture), key=ranks(document.picture).__getitem__) == [
        "5", "3", "1", "2", "4",
    ]


def test_the_first_row_that_is_not_as_it_was(tmp_path: Path) -> None:
    document = opened(write_folder(tmp_path, [walk()]))
    before = document.picture.shown
    document.decide("accept", [row(document, 3), row(document, 4)])
    assert first_change(before, document.picture.shown) == "4"
    document.decide("merge", [row(document, 3), row(document, 4)])
    assert first_change(before, document.picture.shown) == "4-5"
    assert first_change(before, before[:4]) == "4"
    assert document.picture.shown[3].label == "4–5"
