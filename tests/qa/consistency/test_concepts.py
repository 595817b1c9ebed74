from __future__ import annotations

from qa.consistency.concepts import Concept, learn, widened
from qa.consistency.model import Bitext, Place
from tests.qa.consistency.test_terms import WIPO


def texts(*pairs: tuple[str, str]) -> list[Bitext]:
    return [Bitext(zh, en, Place("d", number)) for number, (zh, en) in enumerate(pairs)]


def learnt(*pairs: tuple[str, str]) -> dict[str, Concept]:
    return {one.source: one for one in learn(texts(*pairs), (), None)}


def test_the_best_rendering_leads_and_what_says_the_same_follows() -> None:
    wipo = learnt(*WIPO)["世界知识产权组织"]
    assert wipo.aliases == ("产权组织",)
    long = "World Intellectual Property Organization"
    assert [(one.text, one.same) for one in wipo.renderings[:2]] == [(long, True), ("WIPO", True)]
    assert [one.same for one in wipo.renderings] == sorted(
        (one.same for one in wipo.renderings), reverse=True
    )
    assert (wipo.sort, wipo.sure) == ("organisation", True)


def test_a_clause_is_no_term() -> None:
    clause = ("海关查获侵权商品", "Customs seized infringing goods")
    found = learnt(
        (f"{clause[0]}。", f"{clause[1]}."),
        (f"昨日{clause[0]}。", "Infringing goods were seized by Customs yesterday."),
        ("侵权商品已销毁。", "The infringing goods have been destroyed."),
    )
    assert clause[0] not in found


def test_nothing_more_is_learnt_from_pairs_that_show_nothing() -> None:
    concepts = learn(texts(*WIPO), (), None)
    assert widened(concepts, {}, None) is None
    again = widened(concepts, {"世界知识产权组织": texts(("世界知识产权组织。", "Yes."))}, None)
    assert again is None
