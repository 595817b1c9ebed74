from __future__ import annotations

import textwrap

import pytest

from corpus.hard_wraps import Row, join_rows
from corpus.lines import lines_of, trimmed

ENGLISH = [
    "Ms. Liu Hua said that new waves of innovation are reshaping the world, and that the office "
    "would go on working with universities, companies and the public to make the system of "
    "intellectual property known to those who need it most, above all to small enterprises.",
    "The visitors asked about careers. She answered that international organisations look for "
    "people who know both law and technology, who write well in two languages, and who have "
    "learnt to listen before they speak; all of that can be learnt in the summer school.",
    "Nobody asked about the weather.",
]
CHINESE = [
    "刘华表示，新的创新浪潮正在深刻重塑全球格局，办事处将继续与高校、企业和公众合作，让最需要知识产权制度的人，"
    "特别是中小企业，了解并用好这一制度，从而把创意变成资产，把资产变成发展的动力。",
    "来访者询问了职业规划。她回答说，国际组织需要既懂法律又懂技术、能用两种语言写作、并且学会了先倾听再发言的人，"
    "这些本领都可以在暑期学校里学到，也可以在远程课程和实习中慢慢积累起来。",
]


def rows(text: str) -> list[Row]:
    found = []
    for line in lines_of(text):
        start, end = trimmed(text, line.start, line.end)
        if start < end:
            found.append(Row(start, end, line.number, start - line.start))
    return found


def joined(text: str) -> list[str]:
    return ["".join(text[a:b].split()) for a, b in join_rows(text, rows(text))]


def bare(paragraphs: list[str]) -> list[str]:
    return ["".join(paragraph.split()) for paragraph in paragraphs]


@pytest.mark.parametrize("width", [48, 60, 72, 80])
def test_wrapped_english_is_joined(width: int) -> None:
    text = "\n\n".join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in ENGLISH)
    assert joined(text) == bare(ENGLISH)


@pytest.mark.parametrize("width", [20, 28, 36])
def test_wrapped_chinese_is_joined(width: int) -> None:
    paragraphs = CHINESE * 2
    text = "\n\n".join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in paragraphs)
    assert joined(text) == bare(paragraphs)


def test_an_indent_opens_a_paragraph() -> None:
    text = "\n".join(
        "\n".join(textwrap.wrap(paragraph, 66, initial_indent="    ")) for paragraph in ENGLISH
    )
    assert joined(text) == bare(ENGLISH)


def test_one_paragraph_a_line_stays() -> None:
    text = "\n".join(ENGLISH * 4)
    assert joined(text) == bare(ENGLISH * 4)


def test_verse_stays() -> None:
    verse = [
        "白日依山尽，", "黄河入海流。", "欲穷千里目，", "更上一层楼。",
        "床前明月光，", "疑是地上霜。", "举头望明月，", "低头思故乡。",
    ]
    assert joined("\n".join(verse)) == verse


def test_english_verse_stays() -> None:
    verse = """The little fox went down the lane
To look for autumn berries there,
And came back in the evening rain
With nothing in his coat but air.
The little hen behind the door
Had watched him go, and laughed, and said:
Whoever wants a berry more
Should look for it in June instead.""".splitlines()
    assert joined("\n".join(verse)) == bare(verse)


def test_a_list_stays() -> None:
    items = [f"{n}. The office in city number {n} opened in the year {2000 + n}" for n in range(9)]
    assert joined("\n".join(items)) == bare(items)


def test_a_dialogue_stays() -> None:
    lines = ["“Where were you yesterday evening?”", "“At home, with my brother.”"] * 6
    assert joined("\n".join(lines)) == bare(lines)


def test_a_short_text_is_joined_if_its_translation_is_wrapped() -> None:
    paragraphs = [*ENGLISH[:2], CHINESE[0]]
    widths = [66, 66, 30]
    text = "\n\n".join(
        "\n".join(textwrap.wrap(paragraph, width)) for paragraph, width in zip(paragraphs, widths)
    )
    assert joined(text) == bare(paragraphs)
    alone = "\n".join(textwrap.wrap(CHINESE[0], 30))
    assert len(joined(alone)) == len(alone.splitlines())
