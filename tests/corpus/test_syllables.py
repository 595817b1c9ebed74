"""Our pinyin against pypinyin's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.syllables import readings, syllables

_SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("重庆", "chong qing"),
        ("重要", "zhong yao"),
        ("战略", "zhan lve"),
        ("吕", "lv"),
        ("了不起", "liao bu qi"),
        ("WIPO总干事", "WIPO zong gan shi"),
        ("", ""),
    ],
)
def test_syllables(text: str, spelled: str) -> None:
    assert list(syllables(text)) == spelled.split()


def test_readings_come_with_the_usual_one_first() -> None:
    assert readings("单")[:2] == ("dan", "chan")
    assert readings("A") == ("",)


def test_as_pypinyin_spells() -> None:
    from pypinyin import lazy_pinyin

    texts = {
        run
        for path in sorted(_SEEDS.iterdir())
        for run in re.findall("[\u4e00-\u9fff]+", path.read_bytes().decode("utf-8", "replace"))
    }
    assert len(texts) > 300
    for text in texts:
        assert list(syllables(text)) == lazy_pinyin(text)
