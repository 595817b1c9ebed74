"""Our cut of Chinese text into words against jieba's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.segmenter import cut, is_word

_SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("我们开展合作。", "我们 开展 合作 。"),
        # no word of the dictionary: the hidden Markov model
        ("他来到了网易杭研大厦", "他 来到 了 网易 杭研 大厦"),
        ("COVID-19疫情，3.5%", "COVID - 19 疫情 ， 3.5%"),
        # figures and letters, which jieba-rs keeps in one piece
        ("见2.2.4节和IL-10", "见 2.2 . 4 节 和 IL - 10"),
        ("600606.SH涨1-2TeV", "600606 . SH 涨 1 - 2TeV"),
        # with letters, and in the dictionary
        ("AT&T和T恤，C++", "AT&T 和 T恤 ， C++"),
        ("", ""),
    ],
)
def test_words(text: str, words: str) -> None:
    assert cut(text) == words.split()


def test_the_words_give_the_text() -> None:
    text = "产权组织 与中国，\r\n开展\N{IDEOGRAPHIC SPACE}合作 OK？"
    assert "".join(cut(text)) == text


def test_words_of_the_dictionary() -> None:
    assert [is_word(word) for word in ("中国", "C++", "中国和", "杭研", "")] == [
        True, True, False, False, False
    ]  # fmt: skip


def test_as_jieba_cuts() -> None:
    import jieba

    jieba.setLogLevel("WARNING")
    lines = [
        line
        for path in sorted(_SEEDS.iterdir())
        for line in path.read_bytes().decode("utf-8", "replace").splitlines()
    ]
    # halves of lines too: words cut apart are unknown ones
    lines += [line[len(line) // 2 :] for line in lines]
    assert len(lines) > 300
    for line in lines:
        assert list(cut(line)) == list(jieba.cut(line))
