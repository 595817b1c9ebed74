from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.breaks import begins_item, breaks, pieces
from corpus.model import Language


@pytest.mark.parametrize(
    ("language", "marked", "kinds"),
    [
        ("zh", "必须：|（1）戴帽；|（2）穿鞋。", ["list", "list"]),
        ("zh", "如下：|①公开；|②公平。", ["list", "list"]),
        ("zh", "气候与农业 |全球变暖", ["blank"]),
        ("zh", "一、总则　|本法适用于公园", ["wide"]),
        ("zh", "这幅画是父亲留下的\n|谁也不能卖", ["line"]),
        ("zh", "春天来了；|夏天走了", ["semicolon"]),
        ("zh", "原因如下：|天气太热", ["colon"]),
        ("zh", "时间：5:30", []),
        ("zh", "他来了，她走了", []),
        ("zh", "使用 Excel 打开", []),
        ("en", "Do this: |(a) open; |(b) close", ["list", "list"]),
        ("en", "Irrigation |The table is falling", ["capital"]),
        ("en", "made in the U.S. |Beijing is far", ["stop"]),
        ("en", "so |He left, but Mr. |Wang stayed", ["capital", "stop"]),
        ("en", "It was late, and I left", []),
        ("en", "The students\nwaiting outside", []),
        ("en", "version 3.5 of it", []),
        ("zh", "这幅画是父亲留下的  \n|谁也不能卖", ["line"]),
        ("en", "Rainfall fell  \nby a third", []),
        ("en", "Rainfall\t\n|It fell\n  by a third", ["line"]),
    ],
)
def test_where_a_segment_might_be_two(
    language: Language, marked: str, kinds: list[str]
) -> None:
    text = marked.replace("|", "")
    found = breaks(text, language)
    assert [one.kind for one in found] == kinds
    assert [text[a:b] for a, b in pieces(text, found)] == [
        part.strip() for part in marked.split("|")
    ]


@given(st.text(st.sampled_from("他走了。；：，（1）①\n\t 　A.b;:!\"”"), max_size=30))
def test_gaps_hold_white_space_only(text: str) -> None:
    text = text.strip()
    for language in ("zh", "en"):
        place = 0
        for start, end in pieces(text, breaks(text, language)):
            assert text[place:start].strip() == ""
            assert start < end or not text
            assert text[start:end] == text[start:end].strip()
            place = end
        assert place == len(text)


def test_the_mark_of_an_item() -> None:
    assert [begins_item(t) for t in ("（1）帽", "2. Wear", "(a) open", "① 公开", "2024年", "A cat")] == [
        True, True, True, True, False, False,
    ]
