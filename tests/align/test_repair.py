from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.documents import align_document
from align.encoder import default_encoder
from corpus.cleaning import clean
from corpus.extracted import Extracted
from corpus.model import Document, Pair
from corpus.pairs_lines import pair_line


def document(text: str) -> Document:
    blocks, noise = clean(Extracted(text, "utf-8", ""))
    return Document("a.txt", "a", text, "utf-8", "", blocks, noise)


def pairs(text: str) -> tuple[Pair, ...]:
    return align_document(document(text), encoder=default_encoder()).pairs


def shown(found: tuple[Pair, ...]) -> list[tuple[list[str], list[str]]]:
    return [
        ([s.text for s in pair.source], [s.text for s in pair.target]) for pair in found
    ]


def repairs(found: tuple[Pair, ...]) -> list[str]:
    return [s.repair for pair in found for s in (*pair.source, *pair.target) if s.repair]


LIST = """进入车间前必须做到：（1）戴好安全帽；（2）穿上防护鞋；（3）检查工具。听到警报应立即离开。
安全第一，人人有责。

Before entering the workshop:
(1) Put on a safety helmet.
(2) Wear protective shoes.
(3) Check your tools.
Leave at once when you hear the alarm.
Safety first; everyone is responsible.
"""


def test_a_list_glued_to_a_sentence_faces_its_items() -> None:
    found = pairs(LIST)
    assert shown(found)[:4] == [
        (["进入车间前必须做到："], ["Before entering the workshop:"]),
        (["（1）戴好安全帽；"], ["(1) Put on a safety helmet."]),
        (["（2）穿上防护鞋；"], ["(2) Wear protective shoes."]),
        (["（3）检查工具。"], ["(3) Check your tools."]),
    ]
    assert repairs(found) == ["split:list"] * 3


def test_a_heading_glued_to_its_sentence_faces_the_heading() -> None:
    found = pairs(
        "气候与农业 全球变暖正在改变农作物的生长季节。小麦的收割提早了两周。\n\n"
        "Climate and Agriculture\nGlobal warming is changing the growing season of crops."
        " Wheat is harvested two weeks earlier.\n"
    )
    assert shown(found)[:2] == [
        (["气候与农业"], ["Climate and Agriculture"]),
        (
            ["全球变暖正在改变农作物的生长季节。"],
            ["Global warming is changing the growing season of crops."],
        ),
    ]
    assert repairs(found) == ["split:blank"]


def test_numbers_and_places_are_those_of_the_mended_segments() -> None:
    text = LIST
    found = pairs(text)
    for side in ([p.source for p in found], [p.target for p in found]):
        segments = [segment for part in side for segment in part]
        assert sorted(segment.number for segment in segments) == list(range(len(segments)))
        for segment in segments:
            assert text[segment.start : segment.end] == segment.text
            assert segment.line == text.count("\n", 0, segment.start) + 1
    assert [pair.index for pair in found] == list(range(len(found)))


@pytest.mark.parametrize(
    "text",
    [
        # two English sentences for one Chinese with a comma: both are right
        "他打开窗户，外面的雨已经停了。大家都松了一口气。\n\n"
        "He opened the window. The rain outside had stopped. Everyone was relieved.\n",
        # semicolons against full stops
        "春天来了，花开了；夏天到了，蝉叫了。我们都很高兴。\n\n"
        "Spring came and the flowers opened. Summer arrived and the cicadas sang."
        " We were all happy.\n",
        # a speaker's colon
        "老师问：“谁愿意回答这个问题？”教室里没有人说话。\n\n"
        "The teacher looked round the room. \"Who would like to answer this question?\""
        " Nobody in the classroom spoke.\n",
    ],
)
def test_what_one_side_writes_in_two_sentences_stays_whole(text: str) -> None:
    assert repairs(pairs(text)) == []


def test_a_sentence_broken_over_lines_is_joined() -> None:
    found = pairs(
        "图书馆每天早上八点准时打开大门，等在门口的\n学生们快步走进阅览室寻找座位。\n\n"
        "The library opens its doors at eight every morning, and the students waiting at the"
        " gate hurry into the reading room to look for seats.\n"
    )
    assert shown(found)[0][0] == [
        "图书馆每天早上八点准时打开大门，等在门口的\n学生们快步走进阅览室寻找座位。"
    ]
    assert repairs(found) == ["joined:line"]


def test_a_stop_inside_brackets_is_no_end() -> None:
    found = pairs(
        "他出生在一个小镇（现在叫临河。）的郊外。后来全家搬到了省城。\n\n"
        "He was born on the outskirts of a small town now called Linhe. Later the whole family"
        " moved to the provincial capital.\n"
    )
    assert [len(pair.source) for pair in found] == [1, 1]


ALPHABET = st.sampled_from(
    ["他走了", "。", "，", "；", "：", "（1）", "①", "“", "”", "（", "）", " ", "\t", "\n", "\n\n", "　",
     "He left", ". ", "; ", ": ", "(1) ", "1. ", "Dr. ", "No. 5", "The", "Wang", "!", "/", "|", "3"]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(ALPHABET, min_size=1, max_size=40).map("".join).filter(str.strip))
def test_no_text_is_lost(text: str) -> None:
    read = document(text)
    found = align_document(read, encoder=default_encoder()).pairs
    for side in ([p.source for p in found], [p.target for p in found]):
        segments = [segment for part in side for segment in part]
        assert sorted(segment.number for segment in segments) == list(range(len(segments)))
    kept = sorted(
        (s.start, s.end) for p in found for s in (*p.source, *p.target)
    )
    assert all(text[s.start : s.end] == s.text for p in found for s in (*p.source, *p.target))
    assert all(before[1] <= after[0] for before, after in zip(kept, kept[1:]))
    covered = "".join(text[start:end] for start, end in kept)
    blocks = "".join(block.text for block in read.blocks)
    lines = [json.loads(pair_line(pair)) for pair in found]
    assert "".join("".join(one["source"] + one["target"] for one in lines).split()) == "".join(
        "".join(pair.source_text + pair.target_text for pair in found).split()
    )
    for side, segments in (
        ("source_segments", [s for p in found for s in p.source]),
        ("target_segments", [s for p in found for s in p.target]),
    ):
        assert [n for one in lines for n in one[side]] == [s.number for s in segments]
    # what parts a bilingual line (a bar, a slash) is in neither
    assert "".join(covered.split()).replace("/", "").replace("|", "") == "".join(
        blocks.split()
    ).replace("/", "").replace("|", "")
