from __future__ import annotations

from corpus.longest_match import Found, LongestMatch


def test_the_longest_wins_and_nothing_overlaps() -> None:
    matcher = LongestMatch(["产权", "知识产权", "知识产权局", "局"])
    assert list(matcher.find("国家知识产权局说产权")) == [
        Found("知识产权局", 2, 7), Found("产权", 8, 10),
    ]  # fmt: skip


def test_a_single_character_is_found_where_no_longer_one_is() -> None:
    matcher = LongestMatch(["局", "局长"])
    assert [hit.text for hit in matcher.find("局长到局里")] == ["局长", "局"]


def test_nothing_is_looked_for_and_nothing_found() -> None:
    assert list(LongestMatch([""]).find("知识产权")) == []
    assert list(LongestMatch(["知识产权"]).find("")) == []
