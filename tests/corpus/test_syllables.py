"""Our pinyin against pypinyin's own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from corpus.installed import data_file
from corpus.syllables import first_letters, readings, syllables

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


def test_first_letters() -> None:
    assert [first_letters(character) for character in "单中A"] == ["cds", "z", "A"]


def test_every_phrase_begins_with_a_letter_of_its_first_character() -> None:
    path = data_file("pypinyin", "phrases_dict.json")
    phrases = json.loads(path.read_text(encoding="utf-8"))
    assert len(phrases) > 40_000
    for phrase in phrases:
        assert syllables(phrase)[0][0] in first_letters(phrase[0]), phrase


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
