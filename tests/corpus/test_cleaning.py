from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.cleaning import clean
from corpus.extracted import Extracted, Mark, Tongue
from corpus.markdown_documents import read_markdown
from corpus.model import Block, Noise
from corpus.reading import read_document
from corpus.subtitle_documents import read_subtitles

SEEDS = Path(__file__).parents[2] / "seeds"
CASES = Path(__file__).parent / "cases"

TITLE = "WIPO中国:激发未来知识产权人才"
ENGLISH = "Ms. Liu Hua pointed out that innovation is a catalyst for growth."
CHINESE = "刘华指出，创新是增长的催化剂。"

#: What may stand between blocks and noise: blanks, invisible marks, separators.
GAP = re.compile(
    r"[\s|｜∣┃│/／"
    "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}\N{WORD JOINER}"
    "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{SOFT HYPHEN}]*"
)


def cleaned(text: str) -> tuple[tuple[Block, ...], tuple[Noise, ...]]:
    return clean(Extracted(text, "utf-8", ""))


def texts(text: str) -> list[str]:
    return [block.text for block in cleaned(text)[0]]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(noise.kind, noise.text) for noise in cleaned(text)[1]]


def assert_nothing_lost(text: str) -> None:
    assert_whole(Extracted(text, "utf-8", ""))


def assert_whole(extracted: Extracted) -> None:
    """Blocks, noise and gaps give back the text, and gaps hold nothing but blanks and bars."""
    text = extracted.text
    blocks, noise = clean(extracted)
    place = 0
    for part in sorted((*blocks, *noise), key=lambda part: part.start):
        assert place <= part.start < part.end
        assert GAP.fullmatch(text, place, part.start)
        assert part.text == text[part.start : part.end]
        assert part.text == part.text.strip()
        before = re.findall("\r\n|\r|\n", text[: part.start])
        assert part.line == len(before) + 1
        place = part.end
    assert GAP.fullmatch(text, place)
    assert list(blocks) == sorted(blocks, key=lambda block: block.start)
    assert list(noise) == sorted(noise, key=lambda part: part.start)


FRAGMENTS = st.sampled_from(
    [
        TITLE, ENGLISH, CHINESE, "王楠", "Wang Nan", "关注", "媒体滚动", "加载中...", "|", "｜",
        "/", "\t", "  ", " ", "\u3000", "\u00a0", "\u200b", "\ufeff", "\n", "\n\n", "\r\n", "\r",
        "\u2028", "\x0c",
        "[bookmark: _GoBack]", "\tComment by LI: 好", "(Photo: ZGC Forum)", "(图:  WOC)", "“", "”",
        "(", "）", "——", "图:产权组织中国办事处|Photo: WOC",
        "第一章 总则 Chapter I General Provisions",
        "1.", "。", ". ",
        "30 avril 2024", "编辑:晏如 责任编辑:吕可珂", "All rights reserved.", "新浪财经", "Photo: WOC",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(FRAGMENTS, max_size=30).map("".join))
def test_nothing_is_lost_from_lines_like_ours(text: str) -> None:
    assert_nothing_lost(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_nothing_is_lost_from_any_text(text: str) -> None:
    assert_nothing_lost(text)


@pytest.mark.parametrize(
    "part", ["1.", "a-", "a@", "中 a", "“中”a", "编辑:a ", "。 ", "(图:", "[bookmark: "]
)
def test_a_hostile_line_takes_no_long_time(part: str) -> None:
    """Patterns that look back over the line once made these take minutes."""
    began = time.monotonic()
    assert_nothing_lost(part * 10_000)
    assert time.monotonic() - began < 10


MARKDOWN = st.sampled_from(
    [
        "# ", "## 题 ##", "> ", "- ", "* [x] ", "```\n", "---\n", "| 专利 | patent |\n", "|:--|--|\n",
        "<!-- ", " -->", "[1]: https://www.wipo.int\n", "![图](a.png)\n", "<div>\n", "title: 报告\n",
        ENGLISH, CHINESE, "\n", "\n\n", "**", "(Photo: WOC)",
    ]
)
SUBTITLES = st.sampled_from(
    [
        "1\n", "00:00:01,000 --> 00:00:03,500\n", "WEBVTT\n", "NOTE 译者注\n", "{\\an8}", "<v Liu>",
        ENGLISH, CHINESE, "\n", "\n\n", "- ", "(Photo: WOC)", "[bookmark: a]", "\u3000",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(MARKDOWN, max_size=20).map("".join))
def test_nothing_is_lost_from_markdown(text: str) -> None:
    assert_whole(read_markdown(text.encode(), "a.md"))


@settings(max_examples=200, deadline=None)
@given(st.lists(SUBTITLES, max_size=20).map("".join))
def test_nothing_is_lost_from_subtitles(text: str) -> None:
    cue = f"{text}\n\n00:00:01,000 --> 00:00:03,500\n{text}"
    assert_whole(read_subtitles(cue.encode(), "a.srt"))


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_nothing_is_lost_from_the_seeds(seed: Path) -> None:
    assert_nothing_lost(seed.read_text(encoding="utf-8"))


@pytest.mark.parametrize("number", ["000", "001", "003"])
def test_seeds_in_full(number: str) -> None:
    """Line, language or kind of noise, and the first 20 characters of each part."""
    document = read_document(next(SEEDS.glob(f"{number}_*")))
    parts = [(b.start, f"{b.line}\t{b.language}\t{b.text[:20]}") for b in document.blocks]
    parts += [(n.start, f"{n.line}\t[{n.kind}]\t{n.text[:20]}") for n in document.noise]
    expected = (CASES / f"seed_{number}.tsv").read_text(encoding="utf-8").splitlines()
    assert [row for _, row in sorted(parts)] == expected


def test_seed_002_is_sixteen_chinese_lines() -> None:
    document = read_document(next(SEEDS.glob("002_*")))
    assert [block.language for block in document.blocks] == ["zh"] * 16
    assert document.noise == ()


def test_seed_004_is_chinese_with_annotations() -> None:
    document = read_document(next(SEEDS.glob("004_*")))
    assert len(document.blocks) == 279
    assert {block.language for block in document.blocks} == {"zh"}
    assert not any("bookmark" in block.text for block in document.blocks)
    assert [noise.kind for noise in document.noise].count("bookmark") == 247
    others = [noise for noise in document.noise if noise.kind != "bookmark"]
    assert [(noise.kind, noise.line) for noise in others] == [("comment", 59)]
    assert others[0].text.startswith("Comment by ToriWANG: 原文EEU和EU不是一个组织。")
    block = next(block for block in document.blocks if block.line == 59)
    assert block.text.endswith("我们将尽一切努力确保取得进展。")


def test_a_bookmark_inside_a_line_parts_it() -> None:
    text = f"{CHINESE}[bookmark: _GoBack]{CHINESE}"
    assert texts(text) == [CHINESE, CHINESE]
    assert kinds(text) == [("bookmark", "[bookmark: _GoBack]")]


def test_a_comment_needs_its_tab() -> None:
    assert texts("Comment by the editor: this is text.") == ["Comment by the editor: this is text."]
    assert kinds(f"{CHINESE}\tComment by LI: 核对") == [("comment", "Comment by LI: 核对")]


def test_captions_inside_a_line() -> None:
    text = f"(Photo: ZGC Forum) {CHINESE} (图:  WOC)"
    assert texts(text) == [CHINESE]
    assert [kind for kind, _ in kinds(text)] == ["caption", "caption"]


def test_a_bilingual_caption_stays_once() -> None:
    line = "图:产权组织中国办事处|Photo: WOC"
    text = f"{line}\n{CHINESE}\n{line}"
    assert texts(text) == ["图:产权组织中国办事处", "Photo: WOC", CHINESE]
    assert kinds(text) == [
        ("repeated line", "图:产权组织中国办事处"), ("repeated line", "Photo: WOC")
    ]


def test_a_credit_beside_its_translation_stays() -> None:
    assert texts("图:产权组织中国办事处\n\nPhoto: WOC") == ["图:产权组织中国办事处", "Photo: WOC"]
    assert kinds(f"{CHINESE}\nPhoto: WOC\n{ENGLISH}") == [("caption", "Photo: WOC")]


def test_the_first_title_stays() -> None:
    text = f"{TITLE}\n\n{ENGLISH}\n{TITLE}\n{TITLE}\n{CHINESE}"
    assert texts(text) == [TITLE, ENGLISH, CHINESE]
    assert [kind for kind, _ in kinds(text)] == ["repeated title"] * 2


def test_only_the_first_block_of_a_language_is_its_title() -> None:
    speaker = "Ms. Liu Hua, Director of the Office"
    text = f"{TITLE}\nA Forum on Intellectual Property\n{speaker}\n{ENGLISH}\n{speaker}\n{ENGLISH}"
    assert texts(text).count(speaker) == 2


def test_a_line_doubled_on_the_spot() -> None:
    text = f"{ENGLISH}\n{CHINESE}\n论坛开幕式的现场\n论坛开幕式的现场\n\n论坛开幕式的现场\n对。\n对。"
    assert kinds(text) == [("repeated line", "论坛开幕式的现场")] * 2


def test_repeated_speech_is_no_title() -> None:
    text = f"大家下午好！\n{CHINESE}\n大家下午好！\n主持人\n谢谢\n主持人"
    assert cleaned(text)[1] == ()


def test_a_weak_button_needs_company() -> None:
    assert kinds(f"{CHINESE}\n关注\n{ENGLISH}") == []
    assert kinds(f"{CHINESE}\n关注\n点赞\n{ENGLISH}") == [
        ("page furniture", "关注"), ("page furniture", "点赞")
    ]
    assert texts(f"{CHINESE}\n评论\n\nComments\n{ENGLISH}")[1:3] == ["评论", "Comments"]


def test_a_site_name_is_furniture_at_the_edges_only() -> None:
    assert kinds(f"新浪财经\n{CHINESE}") == [("page furniture", "新浪财经")]
    middle = "\n".join([CHINESE] * 8 + ["新浪财经"] + [ENGLISH] * 8)
    assert kinds(middle) == []


def test_flattened_paragraphs_are_parted() -> None:
    text = "创新分布不均。主要在城市。 他强调，政策要多元。成效在于认知。"
    assert texts(text) == ["创新分布不均。主要在城市。", "他强调，政策要多元。成效在于认知。"]


def test_a_blank_after_every_stop_is_a_habit() -> None:
    text = "创新分布不均。 主要在城市。 他强调，政策要多元。 成效在于认知。"
    assert texts(text) == [text]


def test_a_blank_after_commas_is_a_habit_too() -> None:
    text = "大家看， 这里是冰山。 它浮在水面上。水很冷， 风很大。"
    assert texts(text) == [text]


def test_a_wrapped_paragraph_is_one_block() -> None:
    lines = [
        "Ms. Liu Hua said that new waves of innovation are",
        "reshaping the world, and that the office would go",
        "on working with universities, companies and the",
        "public to make the system known to all the people",
        "who need it most, above all to small enterprises,",
        "which rarely have lawyers of their own and often",
        "learn of the rules of the market when they have",
        "broken one of them.",
    ]
    assert texts("\n".join(lines)) == ["\n".join(lines)]


def test_a_paragraph_that_the_format_joins() -> None:
    text = f"{CHINESE}\n{CHINESE}\n{ENGLISH}"
    joined = ((0, 2 * len(CHINESE) + 1),)
    blocks, _ = clean(Extracted(text, "pdf", "", joined=joined))
    assert [block.text for block in blocks] == [f"{CHINESE}\n{CHINESE}", ENGLISH]


def test_what_the_format_declares_is_believed() -> None:
    text = "Rights\nComment by LI: 好\nRésumé"
    extracted = Extracted(
        text, "docx", "", (Mark(7, 23, "comment"),), (Tongue(24, 30, "other"),)
    )
    blocks, noise = clean(extracted)
    assert [(block.text, block.language) for block in blocks] == [
        ("Rights", "en"), ("Résumé", "other")
    ]
    assert [(part.kind, part.text) for part in noise] == [("comment", "Comment by LI: 好")]
