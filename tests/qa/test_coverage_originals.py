"""Brackets that give a term in its original language say nothing new."""

from __future__ import annotations

import pytest

from qa.coverage_originals import originals


@pytest.mark.parametrize(
    ("chinese", "english", "terms"),
    [
        # quotation marks tell how long the term is
        ("他提出“边疆假说”（Frontier Thesis）。", "his frontier thesis", ["“边疆假说”"]),
        ("《国富论》 (Wealth) 与《国富论》(Wealth)", "the wealth", ["《国富论》"]),
        # as many words as the brackets have
        ("这就是使用者需求分析（User Need Analysis，UNA）。", "This is a UNA.", ["使用者需求分析"]),
        ("一种多巴胺（dopamine）分泌", "dopamine is released", ["多巴胺"]),
        # ... or letters, but no function word
        ("的国内生产总值（GDP）", "its GDP", ["国内生产总值"]),
    ],
)
def test_the_term_and_the_brackets_are_said(
    chinese: str, english: str, terms: list[str]
) -> None:
    found = [chinese[start:end] for start, end in originals(chinese, english)]
    assert found[1::2] == terms
    assert all(brackets[0] in "(（" and brackets[-1] in ")）" for brackets in found[::2])


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        # the English has neither
        ("他提出“边疆假说”（Frontier Thesis）。", "He proposed nothing."),
        # a reference to a book is given in English too
        ("只找局部最优（Sugrue，2005）", "only local optima (Sugrue, 2005)"),
        # variables
        ("每条边（u，v）", "each edge (u, v)"),
        # nothing stands before it
        ("（Frontier Thesis）", "frontier thesis"),
        ("A（Frontier Thesis）", "frontier thesis"),
        ("人工智能（中国）", "artificial intelligence"),
        ("", ""),
    ],
)
def test_other_brackets_stay_as_they_are(chinese: str, english: str) -> None:
    assert originals(chinese, english) == []
