from __future__ import annotations

import pytest

from corpus.negation_match import answers, fits, keys_of


@pytest.mark.parametrize(
    ("chinese", "english", "matched"),
    [
        ("他没有来，她不走。", "He did not come; she won't go.", ["没有 not", "不 won't"]),
        ("不会制造不必要的壁垒。", "It will create unnecessary barriers.", ["不必要 unnecessary"]),
        ("会议没有举行。", "The meeting was held.", []),
        ("他不承认。", "His denial was clear.", ["不 denial"]),
        ("这题不容易，也不贵。", "It is hard but not dear.", ["不 hard", "不 not"]),
        ("他无助地发现无法理解。", "Helplessly he found that he could not understand.",
         ["无助 Helplessly", "无法 not"]),
        ("该党没有决定，各方都不高兴。", "All were unhappy: the party had not decided.",
         ["没有 not", "不 unhappy"]),
    ],
)
def test_which_answers_which(chinese: str, english: str, matched: list[str]) -> None:
    found = answers(chinese, english)
    assert found is not None
    told = []
    for site, number in sorted(found.answer.items()):
        own, other = found.sites[site].sign, found.signs[number]
        told.append(f"{chinese[own.start:own.end]} {english[other.start:other.end]}")
    assert told == matched


@pytest.mark.parametrize(
    ("chinese", "english"), [("他来了。", "He came."), ("", "Not so."), ("不。", ""), (" ", " ")]
)
def test_nothing_to_answer(chinese: str, english: str) -> None:
    assert answers(chinese, english) is None


def test_whether_a_prefix_negates_the_same() -> None:
    english = "It is unnecessary to mend the road, and he doesn't sing."
    found = answers("没有必要修路，他不会唱歌。", english)
    assert found is not None
    first, second = found.sites
    prefixed = next(sign for sign in found.signs if sign.kind == "prefix")
    plain = next(sign for sign in found.signs if sign.kind == "plain")
    assert fits(english, first, prefixed) is True
    assert fits(english, second, prefixed) is False
    assert fits(english, first, plain) is None


def test_keys() -> None:
    assert keys_of("held") >= {"hold"}
    assert keys_of("unknown") >= {"known", "know"}


def test_nothing_is_said_of_what_is_no_text() -> None:
    assert answers("不" * 6_000, "not " * 1_500) is None
