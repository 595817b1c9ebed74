from __future__ import annotations

import pytest

from corpus.negations import english_negations, given_back


@pytest.mark.parametrize(
    ("english", "marks"),
    [
        ("It isn't so, and never was.", ["isn't", "never"]),
        ("Not only that, no matter what, no doubt.", []),
        ("It did not open until May.", []),
        ("Notes on knots.", []),
        ("He did not come, nor did he call; no matter.", ["not"]),
        ("It goes without saying that he left without a word.", ["without"]),
    ],
)
def test_english(english: str, marks: list[str]) -> None:
    assert [mark.text for mark in english_negations(english)] == marks


def test_what_translates_another_word_is_blanked() -> None:
    assert given_back("他去了，但没买", "he went but bought none.") == "he went     bought none."
    assert given_back("他去了", "he went but bought none.") == "he went but bought none."
