from __future__ import annotations

import pytest

from corpus.judged import pair_of
from corpus.model import Finding, Judgement, Pair, Segment, Side
from corpus.paragraphs import paragraph_items


def segments(side: str, text: str, number: int, block: int) -> tuple[Segment, ...]:
    language = "zh" if side == "source" else "en"
    if not text:
        return ()
    return (Segment(text, language, number, 0, len(text), 1, block),)  # type: ignore[arg-type]


def pair(index: int, source: str, target: str, blocks: tuple[int, int], score: float = 1) -> Pair:
    return Pair(
        index, segments("source", source, index, blocks[0]),
        segments("target", target, index, blocks[1]), score,
    )


def finding(side: Side, span: tuple[int, int]) -> Finding:
    return Finding("a.b", "note", "m", side, span, "", "")


TEXT = [
    pair(0, "雨停了。", "The rain stopped.", (0, 1), 0.8),
    pair(1, "天亮了。", "", (0, 1), 0.0),
    pair(2, "我们走。", "We go.", (0, 1), 0.9),
    pair(3, "标题", "Title", (2, 3)),
    pair(4, "", "Stray.", (0, 5), 0.0),
]


def test_sentences_of_a_paragraph_are_one_unit() -> None:
    joined = [pair_of(item) for item in paragraph_items(TEXT)]
    assert [(p.index, p.source_text, p.target_text, p.type) for p in joined] == [
        (0, "雨停了。天亮了。我们走。", "The rain stopped. We go.", "3-2"),
        (1, "标题", "Title", "1-1"),
        (2, "", "Stray.", "0-1"),
    ]
    # 21 characters of .8, 4 of 0, 10 of .9
    assert joined[0].score == pytest.approx((21 * 0.8 + 10 * 0.9) / 35)


def test_one_paragraph_facing_two_is_one_unit() -> None:
    pairs = [pair(0, "甲。", "A.", (0, 1)), pair(1, "乙。", "B.", (0, 2)), pair(2, "丙。", "C.", (3, 4))]
    assert [pair_of(item).target_text for item in paragraph_items(pairs)] == ["A. B.", "C."]


def test_findings_point_to_the_same_words() -> None:
    items = [
        Judgement(TEXT[0], 0.8, 0.0, 0.5, (finding("target", (4, 8)),)),
        Judgement(TEXT[1], 0.0, 1.0, 0.0, (finding("source", (0, 0)),)),
        Judgement(TEXT[2], 0.9, 0.0, 0.0, (finding("source", (2, 3)), finding("target", (3, 5)))),
    ]
    [joined] = paragraph_items(items)
    assert isinstance(joined, Judgement)
    texts = {"source": joined.pair.source_text, "target": joined.pair.target_text}
    assert [texts[f.side][slice(*f.span)] for f in joined.findings] == [
        "rain", "天亮了。", "走", "go"
    ]
    assert joined.omission == pytest.approx(4 / 12)


def test_nothing() -> None:
    assert list(paragraph_items([])) == []
