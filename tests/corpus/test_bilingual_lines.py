"""Which lines hold both languages: cases/bilingual_lines.json, "*" stands for the whole line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.bilingual_lines import has_bare_seam, loose_is_justified, split

CASES = json.loads(
    (Path(__file__).parent / "cases" / "bilingual_lines.json").read_text(encoding="utf-8")
)

GLOSSARY = ["王楠 Wang Nan", "廖雅如 Liao Yaru", "专利 patent", "无形资产 intangible assets"]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_lines(case: dict[str, Any]) -> None:
    line = case["line"]
    found = [f"{p.language}:{line[p.start:p.end]}" for p in split(line, 0, len(line))]
    assert found == [part.replace("*", line) for part in case["parts"]]


def test_offsets_are_those_of_the_text() -> None:
    text = "x\n图:产权组织中国办事处|Photo: WOC\ny"
    pieces = split(text, 2, len(text) - 2)
    assert [(p.start, p.end) for p in pieces] == [(2, 13), (14, 24)]


@pytest.mark.parametrize("line", GLOSSARY)
def test_a_bare_blank_parts_only_in_a_bilingual_list(line: str) -> None:
    assert len(split(line, 0, len(line))) == 1
    assert [p.language for p in split(line, 0, len(line), loose=True)] == ["zh", "en"]


def test_a_bilingual_list_is_seen_by_its_share() -> None:
    prose = ["她探讨了全球知识产权现状。", "刘华指出，创新正在加速。"]
    assert loose_is_justified([*GLOSSARY, *prose])
    assert not loose_is_justified([*GLOSSARY[:2], *prose])
    assert not loose_is_justified([*GLOSSARY[:3], *(prose * 10)])


def test_a_latin_name_inside_a_sentence_is_no_seam() -> None:
    assert not has_bare_seam("按照WIPO的说法，创新正在加速。")
    assert not has_bare_seam("只有中文")
