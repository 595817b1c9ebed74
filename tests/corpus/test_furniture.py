"""Page furniture: cases/furniture.tsv lists lines and their kind; an empty kind is text."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.furniture import INLINE_CAPTION, is_credit_line, is_site_name, is_weak_button, kind_of

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "cases" / "furniture.tsv")
    .read_text(encoding="utf-8")
    .splitlines()[1:]
]


@pytest.mark.parametrize(("kind", "line"), ROWS, ids=[line for _, line in ROWS])
def test_lines(kind: str, line: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize("line", ["关注", "已关注", "分享", "Share", "Comments", "评论 (3)"])
def test_a_weak_button_is_told(line: str) -> None:
    assert is_weak_button(line)


@pytest.mark.parametrize("line", ["关注度", "分享经验", "Share of votes", ""])
def test_a_heading_is_no_weak_button(line: str) -> None:
    assert not is_weak_button(line)


def test_site_names_match_whole_lines() -> None:
    assert is_site_name("新浪财经") and is_site_name("新华网 >")
    assert not is_site_name("新浪财经报道") and not is_site_name("新华网记者")


@pytest.mark.parametrize(
    "caption",
    [
        "(Photo: ZGC Forum)", "(图:  WOC)", "（图片来源：新华社）", "(Photo by Li Hua)",
        "(Image courtesy of WIPO)", "（新华社记者 张三 摄）", "（图/视觉中国）",
        "（本报记者张三摄）", "（莫京娜摄）", "（主办方供图）", "[Photo/Xinhua]", "[Photo by Li Hua/China Daily]",
    ],
)
def test_inline_captions(caption: str) -> None:
    found = INLINE_CAPTION.search(f"正文。 {caption} 正文")
    assert found is not None and found.group() == caption


@pytest.mark.parametrize(
    "text",
    [
        "清华大学联合施普林格·自然(Springer Nature)共同发布", "（见图：专利申请量）是错的",
        "(photo albums, maps and drawings)", "(Credit: 3 points; see the table) is given (a)",
        "技术与创新支持中心(TISC)", "（摄影作品的保护期）", "（现场拍摄）",
        "（记者问及此事时，他拒绝拍摄）",
        "[photo] and [image] are tags", "see [1/2]",
    ],
)
def test_brackets_in_running_text_are_no_captions(text: str) -> None:
    assert INLINE_CAPTION.search(text) is None


def test_credit_lines() -> None:
    assert is_credit_line("Photo: WOC") and is_credit_line("图：产权组织中国办事处")
    assert is_credit_line("新华社记者张三摄") and is_credit_line("海报片方供图")
    assert not is_credit_line("图:产权组织中国办事处|Photo: WOC")
    assert not is_credit_line("图书馆：知识的殿堂")
    assert not is_credit_line("Photography: a short history of an art")
