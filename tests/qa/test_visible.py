"""Characters that nobody would see."""

from __future__ import annotations

import pytest

from qa.visible import encodable, marked_up, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\N{RIGHT-TO-LEFT OVERRIDE}反", "[U+202E]反"),
        ("响\x07铃", "响[U+0007]铃"),
        ("\ufeff题目", "[U+FEFF]题目"),
        ("a\N{ZERO WIDTH SPACE}b", "a[U+200B]b"),
        ("半\ud800个", "半[U+D800]个"),
        ("行\x85行", "行[U+0085]行"),
    ],
)
def test_unseen_characters_are_named(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "两行\n和\t制表",
        "全角\N{IDEOGRAPHIC SPACE}空格和\N{NO-BREAK SPACE}空格",
        "家庭 👨\N{ZERO WIDTH JOINER}👩",
        "\U00020000字, naïve, “quoted”…",
    ],
)
def test_what_can_be_seen_or_is_needed_stays(text: str) -> None:
    assert plain(text) == text
    assert str(marked_up(text)) == text


def test_html_is_escaped_around_the_boxes() -> None:
    assert marked_up("<b>\N{RIGHT-TO-LEFT OVERRIDE}&") == (
        '&lt;b&gt;<span class="unseen" title="U+202E right-to-left override">U+202E</span>&amp;'
    )
    assert marked_up("\x00") == (
        '<span class="unseen" title="U+0000 control character">U+0000</span>'
    )


def test_what_utf_8_refuses_becomes_the_replacement_character() -> None:
    assert encodable("半\ud800个\x07") == "半\N{REPLACEMENT CHARACTER}个\x07"
