from __future__ import annotations

from corpus.phrases import phrase_key
from qa.consistency.acronyms import acronyms, expanded, spells
from qa.consistency.meanings import meaning


def test_explained_abbreviations() -> None:
    known = acronyms([
        "the China National Intellectual Property Administration (CNIPA) held a conference",
        "visited the WIPO Office in China (WOC).",
        "especially small and medium-sized enterprises (SMEs).",
        "the World Intellectual Property Organization (WIPO)",
        "the city (Beijing) and the house (NATO)",
    ])
    assert known["CNIPA"] == phrase_key("China National Intellectual Property Administration")
    assert known["SME"] == phrase_key("small and medium-sized enterprises")
    assert "NATO" not in known
    assert meaning(phrase_key("WOC"), known) == meaning(
        phrase_key("World Intellectual Property Organization Office in China"), known
    )


def test_an_abbreviation_of_itself_ends() -> None:
    assert expanded(("AA",), {"AA": ("AA", "x")})[0] == "AA"


def test_initials() -> None:
    assert spells("R&D", ["research", "and", "development"])
    assert spells("DoE", ["Department", "of", "Energy"])
    assert not spells("IP", ["international", "law"])
