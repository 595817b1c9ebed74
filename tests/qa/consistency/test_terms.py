"""Terms mined from real sentences of the seeds and from sentences written for the purpose.

Mostly without an encoder: dictionary, sound, spelling and what goes together must be enough.
"""

from __future__ import annotations

from align.encoder import default_encoder
from align.wordmatch import TokenEncoder
from qa.consistency.concepts import learn
from qa.consistency.model import Bitext, Departure, Entry, Place
from qa.consistency.terms import Terms

WIPO = [
    ("产权组织通过构建全球政策平台提供支持。", "WIPO provides comprehensive services including policy platforms."),
    ("自1980年加入世界知识产权组织以来，中国积极参与。", "Since joining WIPO in 1980, China has contributed actively."),
    ("产权组织已成功举办了十一届对话会。", "WIPO has successfully held 11 sessions of the Conversation."),
    ("利用产权组织的注册体系。", "Make use of WIPO’s registration systems."),
    ("常态化举办世界知识产权组织硕士项目。",
     "It has hosted the World Intellectual Property Organization (WIPO) master's program."),
    ("世界知识产权组织成立于1967年。", "The World Intellectual Property Organization was founded in 1967."),
    ("加强知识产权保护。", "Strengthen intellectual property protection."),
    ("提升知识产权意识。", "Build awareness in IP."),
    ("重视知识产权人才。", "Value intellectual property (IP) talent."),
]  # fmt: skip
TITLE = [
    ("人事司司长介绍了情况。", "The Director General of the Personnel Department briefed the press."),
    ("人事司司长出席会议。", "The Director General of the Personnel Department attended."),
    ("人事司司长表示，要继续努力。", "The Director General of the Personnel Department said so."),
    ("人事司司长李明表示，要继续努力。", "Li Ming, Head of the Department of Human Resources, said so."),
]


def mined(
    *pairs: tuple[str, str], encoder: TokenEncoder | None = None
) -> tuple[dict[str, Entry], list[Departure]]:
    texts = [Bitext(zh, en, Place("d", number)) for number, (zh, en) in enumerate(pairs)]
    terms = Terms(learn(texts, (), encoder))
    for text in texts:
        terms.add(text)
    entries, departures = terms.entries()
    return {entry.source: entry for entry in entries}, departures


def test_an_abbreviation_its_long_form_and_a_short_chinese_form_are_one_concept() -> None:
    entries, departures = mined(*WIPO)
    entry = entries["世界知识产权组织"]
    assert entry.aliases == ("产权组织",)
    assert "产权组织" not in entries
    assert entry.count == entry.rendered == 6
    assert entry.best.text == "WIPO"
    long = "World Intellectual Property Organization"
    assert [variant.text for variant in entry.shorter] == [long]
    assert entry.others == ()
    assert [one for one in departures if one.subject == entry.source] == []


def test_a_title_changed_halfway_is_told() -> None:
    _, departures = mined(*TITLE, encoder=default_encoder())
    one, = departures
    assert (one.rule, one.severity) == ("term.inconsistent", "warning")
    assert one.subject == "人事司司长"
    assert one.proposal.text == "Director General of the Personnel Department"
    assert one.variant.places == (Place("d", 3),)


def test_inflection_hyphens_articles_and_case_are_no_variants() -> None:
    _, departures = mined(
        ("成员国应当合作。", "The member states should cooperate."),
        ("成员国代表出席。", "Delegates of a Member State attended."),
        ("成员国已经批准。", "Member-states have ratified it."),
    )
    assert departures == []
