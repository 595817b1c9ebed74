"""Words with their places, and what they say."""

from __future__ import annotations

import pytest

from corpus.words import (
    chinese_information,
    chinese_words,
    english_texts,
    english_words,
    family,
    pinyin,
    stem,
)


def test_chinese_words_keep_their_places() -> None:
    text = "产权组织 与中国，开展合作。"
    words = chinese_words(text)
    assert "".join(word.text for word in words) == text.replace(" ", "")
    assert all(text[word.start : word.end] == word.text for word in words)


def test_white_space_is_no_word() -> None:
    assert [word.text for word in chinese_words("技术 \N{IDEOGRAPHIC SPACE} 工具")] == ["技术", "工具"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("deep-sea O’Brien didn't", ["deep", "sea", "O’Brien", "didn't"]),
        ("$1,234.5 and 79.4 trillion", ["1,234.5", "and", "79.4", "trillion"]),
        ("Zürich, café", ["Zürich", "café"]),
        ("", []),
    ],
)
def test_english_words(text: str, words: list[str]) -> None:
    found = english_words(text)
    assert [word.text for word in found] == english_texts(text) == words
    assert all(text[word.start : word.end] == word.text for word in found)


def test_rare_words_say_more() -> None:
    of, china, embrace = map(chinese_information, ("的", "中国", "拥抱"))
    assert of < china < embrace
    assert chinese_information("从未见过的一个词") >= embrace


def test_stems_bring_forms_together() -> None:
    assert stem("Innovations") == stem("innovation") == stem("INNOVATION")
    assert stem("embracing") == stem("embrace")
    assert stem("realization") == stem("realize")
    assert stem("people’s") == stem("people's") == stem("people")


def test_words_made_of_one_another_are_a_family() -> None:
    assert set(family(stem("positivists"))) & set(family(stem("positivism"))) == {"positiv"}
    assert set(family(stem("historians"))) & set(family(stem("history"))) == {"histor"}
    # "posit" is what the stemmer leaves of "position": no family of the "positivists"
    assert not set(family(stem("positions"))) & set(family(stem("positivists")))
    # too short to say anything without its ending
    assert family("nation") == ("nation",)
    assert family("") == ("",)


def test_pinyin_is_one_piece_without_tones() -> None:
    assert pinyin("志成") == "zhicheng"
    assert pinyin("吕") == "lv"
