from __future__ import annotations

import pytest

from corpus.phrases import phrase_key
from qa.consistency.meanings import meaning, says, sort_of, turned

KNOWN = {"WIPO": phrase_key("World Intellectual Property Organization")}


def same(one: str, other: str) -> bool:
    return says(meaning(phrase_key(one), KNOWN), meaning(phrase_key(other), KNOWN))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("WIPO", "World Intellectual Property Organization"),
        ("Office in China", "WIPO Office in China"),
        ("legal positivist", "legal positivism"),
        ("the member states", "a Member State"),
        ("antigen", "autoantigens"),
    ],
)
def test_one_says_the_other_or_part_of_it(one: str, other: str) -> None:
    assert same(one, other) and same(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("Director General", "Head"), ("space", "room"), ("patent law", "trade law")]
)
def test_others_do_not(one: str, other: str) -> None:
    assert not same(one, other)


def test_words_that_say_nothing_count_only_where_there_are_no_others() -> None:
    assert meaning(phrase_key("Office in China"), {}) == {"offic", "china"}
    assert meaning(("in",), {}) == {"in"}


def test_another_order_of_an_organisations_name_is_another_name() -> None:
    turn = phrase_key("General Customs Administration"), phrase_key(
        "General Administration of Customs"
    )
    assert turned("海关总署", *turn, {})
    assert not turned("合作框架", phrase_key("framework of cooperation"),
                      phrase_key("cooperation framework"), {})  # fmt: skip


@pytest.mark.parametrize(
    ("term", "sort"),
    [("司长", "title"), ("人事司司长", "title"), ("海关总署", "organisation"), ("空间", "term")],
)
def test_what_sort_of_term_it_is(term: str, sort: str) -> None:
    assert sort_of(term) == sort
