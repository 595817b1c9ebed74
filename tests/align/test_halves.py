import pytest

from align.encoder import default_encoder
from align.halves import parted
from corpus.model import Block
from corpus.scripts import language_of

REST = ["新食堂今天开业。", "The new canteen opened today.", "校足球队赢了。", "The football team won."]


def blocks(*texts: str) -> list[Block]:
    found, start = [], 0
    for line, text in enumerate(texts, start=1):
        found.append(Block(start, start + len(text), text, language_of(text), line))
        start += len(text) + 1
    return found


def texts(found: tuple[Block, ...]) -> list[str]:
    return [block.text for block in found]


@pytest.mark.parametrize(
    ("line", "halves"),
    [
        ("新闻 News", ["新闻", "News"]),
        ("个人简历 Curriculum Vitae", ["个人简历", "Curriculum Vitae"]),
        ("Agenda 会议议程", ["Agenda", "会议议程"]),
        ("1. 研究方法 Methods", ["1. 研究方法", "Methods"]),
        ("李明 Li Ming", ["李明", "Li Ming"]),
    ],
)
def test_a_heading_in_both_languages_is_two(line: str, halves: list[str]) -> None:
    assert texts(parted(blocks(line, *REST), default_encoder())) == halves + REST


@pytest.mark.parametrize(
    "line",
    ["打开 Excel", "主演 Tom Hanks", "下载 Microsoft Office", "NBA 总决赛", "本报记者 John Smith"],
)
def test_a_brand_or_a_person_in_a_chinese_line_stays(line: str) -> None:
    assert texts(parted(blocks(line, *REST), default_encoder())) == [line, *REST]


def test_a_chinese_article_stays_chinese() -> None:
    article = blocks("机器学习 Machine Learning", *["这是一篇关于计算机的文章。"] * 5)
    assert parted(article, default_encoder()) == tuple(article)


def test_halves_keep_their_places() -> None:
    document = blocks(*REST, "新闻 News")
    chinese, english = parted(document, default_encoder())[-2:]
    assert (chinese.language, english.language) == ("zh", "en")
    assert english.start == document[-1].start + 3
    assert english.end == document[-1].end
    assert (chinese.line, english.line) == (5, 5)
