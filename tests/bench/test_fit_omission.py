"""Which samples are kept apart when figures are taken."""

from __future__ import annotations

from fit_omission import fold
from omission_sets import Sample


def folds(*groups: str) -> set[int]:
    return {fold(Sample("academic", "right", "书", "book", group)) for group in groups}


def test_pieces_of_one_academic_text_are_in_one_fold() -> None:
    # 4 to 8 are whole texts, and so are 19 to the end; the novels' chapters have their own hash
    assert len(folds("academic 4", "academic 8")) == 1
    assert len(folds("academic 19", "academic 27")) == 1
    assert len(folds("academic 0", "academic 4", "academic 9", "academic 14", "academic 19")) == 5
    assert folds("mac 001") <= set(range(5))
