from __future__ import annotations

import pytest

from qa.consistency.model import Bitext, Departure, Entry, Place
from qa.consistency.names import Names, known_names


def looked_at(*pairs: tuple[str, str]) -> tuple[dict[str, Entry], list[Departure]]:
    texts = [Bitext(zh, en, Place("d", index)) for index, (zh, en) in enumerate(pairs)]
    names = Names(known_names(zh for zh, _ in pairs))
    for text in texts:
        names.add(text)
    entries, departures = names.entries()
    return {entry.source: entry for entry in entries}, departures


LIU = (
    "产权组织中国办事处主任刘华与他们进行了深入交流。",
    "Ms. Liu Hua, Director of the WOC, engaged in an in-depth discussion with the group.",
)
MS_LIU = ("刘华指出，价值已超过79.4万亿美元。", "Ms. Liu highlighted that it has surpassed $79.4 trillion.")


def test_title_and_surname_are_consistent() -> None:
    entries, departures = looked_at(LIU, MS_LIU)
    assert departures == []
    entry = entries["刘华"]
    assert (entry.best.text, entry.count, entry.rendered) == ("Liu Hua", 2, 2)
    assert [variant.text for variant in entry.shorter] == ["Liu"]


def test_another_spelling_is_not() -> None:
    _, departures = looked_at(LIU, MS_LIU, ("刘华说，会议很重要。", "Liu Hwa said the meeting mattered."))
    one, = departures
    assert (one.rule, one.severity) == ("name.inconsistent", "warning")
    assert (one.proposal.text, one.variant.text) == ("Liu Hua", "Liu Hwa")
    assert one.variant.places == (Place("d", 2),)


def test_the_proposal_is_pinyin_when_both_come_once() -> None:
    _, departures = looked_at(("刘华表示", "Liu Hwa said"), ("刘华指出", "Liu Hua said"))
    assert departures[0].proposal.text == "Liu Hua"


@pytest.mark.parametrize(
    "english",
    ["Zhang Zhi-cheng stated it.", "Zhicheng Zhang stated it.", "Zhang Zhi Cheng stated it."],
)
def test_order_and_hyphen_are_consistent(english: str) -> None:
    _, departures = looked_at(
        ("张志成表示，要继续推进。", "Zhang Zhicheng said so."), ("张志成表示，要继续推进。", english)
    )
    assert departures == []


def test_wade_giles_beside_pinyin_is_told() -> None:
    _, departures = looked_at(
        ("张志成表示，要继续推进。", "Zhang Zhicheng said so."),
        ("张志成介绍，要继续推进。", "Zhang Zhicheng introduced it."),
        ("张志成表示，要继续推进。", "Chang Chih-ch’eng said so."),
    )
    assert [one.variant.text for one in departures] == ["Chang Chih-ch’eng"]


def test_a_known_spelling_is_told_however_few_letters_it_shares() -> None:
    xu = [("徐磊表示，要继续推进。", "Xu Lei said so."), ("徐磊指出，很好。", "Xu Lei pointed it out.")]
    _, departures = looked_at(*xu, ("徐磊说，好。", "Hsu Lei said it was good."))
    assert [one.variant.text for one in departures] == ["Hsu Lei"]


def test_the_two_syllables_of_a_given_name_apart_are_one() -> None:
    entries, departures = looked_at(
        ("李嘉诚表示，要继续推进。", "Li Ka-shing said so."),
        ("李嘉诚介绍，要继续推进。", "The Li Ka Shing Foundation introduced it."),
        ("李嘉诚指出，很好。", "Li Jiacheng pointed it out."),
    )
    assert entries["李嘉诚"].best.count == 2
    assert [one.variant.text for one in departures] == ["Li Jiacheng"]


def test_a_month_is_no_place() -> None:
    assert "五月" not in looked_at(("论坛于五月在杭州举行。", "It was held in Hangzhou in May."))[0]


def test_adjectives_of_countries_are_consistent() -> None:
    entries, departures = looked_at(("比利时很小。", "Belgium is small."), ("比利时人", "a Belgian"))
    assert departures == []
    assert entries["比利时"].best.text == "Belgium"


def test_an_old_name_of_a_city_is_told() -> None:
    _, departures = looked_at(
        ("他去了广州。", "He went to Guangzhou."), ("广州很大。", "Guangzhou is large."),
        ("广州很热。", "Canton is hot."),
    )  # fmt: skip
    assert [(one.subject, one.variant.text) for one in departures] == [("广州", "Canton")]


def test_a_foreign_name_and_its_surname_are_consistent() -> None:
    first = ("脊髓灰质炎疫苗发明人乔纳斯·索尔克放弃专利独占权", "Jonas Salk’s decision to forgo patents")
    _, departures = looked_at(first, ("乔纳斯·索尔克出生于纽约。", "Salk was born in New York."))
    assert departures == []
    _, departures = looked_at(first, first, ("乔纳斯·索尔克很有名。", "Jonas Salke is well known."))
    assert [one.variant.text for one in departures] == ["Jonas Salke"]


def test_the_next_word_s_first_character_is_no_part_of_the_name() -> None:
    entries, _ = looked_at(
        LIU, MS_LIU, ("刘华还强调了知识产权的重要作用。", "Ms. Liu also underscored the role of IP.")
    )
    assert "刘华还" not in entries
    assert entries["刘华"].count == 3


def test_a_given_name_cut_short_is_completed_by_its_pinyin() -> None:
    entries, _ = looked_at(("冯诣博", "Feng Yibo"))
    assert entries["冯诣博"].best.text == "Feng Yibo"
