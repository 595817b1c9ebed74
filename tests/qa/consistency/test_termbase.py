from __future__ import annotations

from corpus.termbase import Term
from qa.consistency.model import Bitext, Entry, Place, Variant
from qa.consistency.termbase import Watched, mined

BASE = [Term(("成员国",), ("member state",), ("participant",)), Term(("司长",), ("director",))]


def test_texts_are_told_once_with_their_places() -> None:
    watched = Watched(BASE, "zh")
    for number, english in enumerate(
        ["Member states agreed.", "All agreed.", "All agreed.", "Participants agreed."]
    ):
        watched.add(Bitext("成员国同意。", english, Place("d", number)))
    missing, forbidden = watched.departures()
    assert (missing.rule, missing.variant.text, missing.variant.count) == (
        "term.missing", "All agreed.", 2,
    )  # fmt: skip
    assert missing.proposal == Variant("member state", 1, (Place("d", 0),))
    assert (forbidden.rule, forbidden.severity) == ("term.forbidden", "error")
    assert forbidden.variant == Variant("participant", 1, (Place("d", 3),))


def test_english_to_chinese() -> None:
    watched = Watched(BASE, "en")
    watched.add(Bitext("各国同意。", "The member states agreed.", Place("d", 0)))
    one, = watched.departures()
    assert (one.subject, one.variant.text, one.variant.facing) == (
        "member states", "各国同意。", "The member states agreed.",
    )  # fmt: skip


def test_mined_terms_as_a_base() -> None:
    entry = Entry(
        "term", "世界知识产权组织", ("产权组织",), "organisation", 6, 6, Variant("WIPO", 5, ()),
        (Variant("World Intellectual Property Organization", 1, ()),), (Variant("IPO", 1, ()),),
    )  # fmt: skip
    assert mined([entry]) == [
        Term(
            ("世界知识产权组织", "产权组织"),
            ("WIPO", "World Intellectual Property Organization"),
            (),
            "properNoun",
            "6 pairs; also IPO (1)",
        )
    ]
