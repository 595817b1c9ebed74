from __future__ import annotations

import pytest

from corpus.phrases import find, phrase_key


@pytest.mark.parametrize(
    "phrase, text, there",
    [
        ("member state", "All Member-States agreed.", "Member-States"),
        ("Director General", "the director-general’s office", "director-general"),
        ("talent hub", "high-level talent hubs", "talent hubs"),
        ("the United Nations", "As the United Nations’ agency", "United Nations"),
        ("WIPO", "WIPO’s systems", "WIPO"),
        ("SME", "small firms (SMEs)", "SMEs"),
    ],
)
def test_inflection_hyphens_articles_and_possessives(phrase: str, text: str, there: str) -> None:
    places = find(phrase_key(phrase), text)
    assert [text[start:end] for start, end in places] == [there]


@pytest.mark.parametrize(
    "phrase, text",
    [
        ("IT", "it is here"),
        ("US", "give us time"),
        ("intellectual property", "intellectual and other property"),
        ("", "anything"),
    ],
)
def test_look_alikes(phrase: str, text: str) -> None:
    assert find(phrase_key(phrase), text) == []


def test_a_heading_in_capitals_is_no_abbreviation() -> None:
    assert phrase_key("DEFINITIONS") == phrase_key("definition")
