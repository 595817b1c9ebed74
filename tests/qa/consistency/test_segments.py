from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from corpus.model import Side
from qa.consistency.model import Departure, Place
from qa.consistency.segments import departures
from qa.consistency.store import Store, Text

LIU = "刘华指出，中国已成为该组织的重要合作伙伴国。"
ZHANG = "张志成指出，中国已成为该组织的重要合作伙伴国。"


def found(
    tmp_path: Path, pairs: Iterable[tuple[str, str]], side: Side = "target"
) -> list[Departure]:
    with Store(tmp_path / "work") as store:
        store.load(
            Text("doc", index, index + 1, source, target)
            for index, (source, target) in enumerate(pairs)
        )
        return list(departures(store, side))


def test_the_majority_is_the_proposal_and_places_are_told(tmp_path: Path) -> None:
    one, = found(
        tmp_path,
        [
            ("人事司司长", "Director General of the Personnel Department"),
            ("人事司司长", "Head of Human Resources"),
            ("人事司司长", "Director General of the Personnel Department"),
        ],
    )
    assert (one.rule, one.severity, one.match) == ("consistency.target", "warning", "exact")
    assert one.subject == "人事司司长"
    assert one.proposal.text == "Director General of the Personnel Department"
    assert one.proposal.count == 2
    assert one.proposal.places == (Place("doc", 0, 1), Place("doc", 2, 3))
    assert one.variant.text == "Head of Human Resources"
    assert one.variant.places == (Place("doc", 1, 2),)
    assert one.variant.chrf is not None and one.variant.chrf < 30


def test_a_final_stop_is_harmless(tmp_path: Path) -> None:
    one, = found(tmp_path, [("欢迎光临", "Welcome"), ("欢迎光临。", "Welcome.")])
    assert one.severity == "note"
    assert "the final mark only" in one.message


def test_numbers_differ_and_the_rest_is_told(tmp_path: Path) -> None:
    pairs = [
        ("截至2023年底，中国知识产权人才已增长至86万人。", "By the end of 2023 there were 860,000."),
        ("截至2024年底，中国知识产权人才已增长至90万人。", "By the end of 2024 there were 900,000."),
    ]
    assert found(tmp_path, pairs) == []
    one, = found(tmp_path, [pairs[0], (pairs[1][0], "900,000 people worked in IP by late 2024.")])
    assert (one.match, one.severity) == ("numbers", "warning")
    assert one.variant.facing == pairs[1][0]


def test_the_same_number_in_two_ways_is_told_once(tmp_path: Path) -> None:
    source = "全球无形资产价值已超过79.4万亿美元。"
    one, = found(
        tmp_path,
        [
            (source, "Intangible assets are worth more than $79.4 trillion."),
            (source, "Intangible assets are worth more than $79.4 billion."),
        ],
    )
    assert one.match == "exact"
    assert "billion" in one.variant.text


def test_names_differ_and_the_rest_is_told(tmp_path: Path) -> None:
    same = [
        (LIU, "Ms. Liu pointed out that China has become a key partner."),
        (ZHANG, "Zhang pointed out that China has become a key partner."),
    ]
    assert found(tmp_path, same) == []
    one, = found(tmp_path, [same[0], (ZHANG, "The country now matters a lot, Zhang said.")])
    assert one.match == "names"
    assert one.variant.facing == ZHANG


def test_a_small_edit_does_not_explain_another_translation(tmp_path: Path) -> None:
    one, = found(
        tmp_path,
        [
            ("自2019年起，产权组织已成功举办了多届知识产权与前沿技术对话会。",
             "Since 2019, WIPO has held several sessions of its Conversation on IP."),
            ("自2019年起，产权组织成功举办了多届知识产权与前沿技术对话会。",
             "Talks about frontier technology began some years ago."),
        ],
    )
    assert (one.match, one.severity) == ("near", "note")


def test_different_texts_are_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, [("目录", "Contents"), ("内容", "Matter"), ("2023", "2023")]) == []


def test_several_sources_with_one_target_are_a_note(tmp_path: Path) -> None:
    one, = found(tmp_path, [("目录", "Contents"), ("内容", "Contents")], "source")
    assert (one.rule, one.severity, one.subject) == ("consistency.source", "note", "Contents")
    assert {one.proposal.text, one.variant.text} == {"目录", "内容"}


def test_the_fingerprint_outlives_a_new_majority(tmp_path: Path) -> None:
    first, second = ("司长", "Director General"), ("司长", "Department Head")
    before, = found(tmp_path / "a", [first, first, second])
    after, = found(tmp_path / "b", [first, second, second])
    assert before.proposal.text != after.proposal.text
    assert before.fingerprint == after.fingerprint


def test_nothing_is_left_in_the_folder(tmp_path: Path) -> None:
    found(tmp_path, [("目录", "Contents")])
    assert not (tmp_path / "work").exists()
