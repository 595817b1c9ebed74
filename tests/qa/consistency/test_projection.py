from __future__ import annotations

from align.encoder import default_encoder
from align.wordmatch import TokenEncoder
from qa.consistency.model import Bitext, Place
from qa.consistency.projection import Associations, project

PAIRS = [
    Bitext("产权组织成立。", "WIPO was founded.", Place("d", 0)),
    Bitext("产权组织表示欢迎。", "WIPO welcomed this.", Place("d", 1)),
    Bitext("专利很重要。", "Patents are important, said the director.", Place("d", 2)),
]


def rendered(terms: list[str], encoder: TokenEncoder | None = None) -> list[tuple[str, str]]:
    return [
        (one.term, PAIRS[one.pair].english[slice(*one.span)])
        for one in project(PAIRS, terms, encoder)
    ]


def test_what_goes_together_renders_where_no_dictionary_helps() -> None:
    assert rendered(["产权组织"]) == [("产权组织", "WIPO"), ("产权组织", "WIPO")]


def test_likeness_helps_where_a_word_comes_once() -> None:
    assert rendered(["专利"], default_encoder()) == [("专利", "Patents")]


def test_meeting_once_proves_nothing() -> None:
    some = Associations([frozenset("a"), frozenset("ab")], [frozenset("x"), frozenset("xy")])
    assert some.dice("a", ["x", "y"]).tolist() == [1.0, 0.0]
    assert some.dice("none", ["x"]).tolist() == [0.0]
