"""Clauses: where a stretch of a sentence ends that can be lost as a whole."""

from __future__ import annotations

import pytest

from corpus.clauses import chinese_clauses, english_clauses, sentences, stops

CHINESE = [
    (
        "她强调,在数字化时代背景下,同学们应拥抱变革与创新,善用技术工具。",
        ["她强调,在数字化时代背景下,", "同学们应拥抱变革与创新,", "善用技术工具。"],
    ),
    ("价值已超过79.4万亿美元，增长1,200倍。", ["价值已超过79.4万亿美元，", "增长1,200倍。"]),
    ("“就是今天。”他说完了，走了出去。", ["“就是今天。”", "他说完了，", "走了出去。"]),
    ("王楠", ["王楠"]),
    ("", []),
]

ENGLISH = [
    (
        "Ms. Liu cited two cases: Jonas Salk, who gave up $1,200, and U.S. law.",
        ["Ms. Liu cited two cases: ", "Jonas Salk, ", "who gave up $1,200, ", "and U.S. law."],
    ),
    (
        "It rained. “Yes,” he said. However, we went.",
        ["It rained. ", "“Yes,” he said. ", "However, we went."],
    ),
    ("new forms of expression—they are tools", ["new forms of expression—", "they are tools"]),
    ("Wang Nan", ["Wang Nan"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "clauses"), CHINESE)
def test_chinese(text: str, clauses: list[str]) -> None:
    assert [text[start:end] for start, end in chinese_clauses(text)] == clauses


@pytest.mark.parametrize(("text", "clauses"), ENGLISH)
def test_english(text: str, clauses: list[str]) -> None:
    assert [text[start:end] for start, end in english_clauses(text)] == clauses


@pytest.mark.parametrize("text", [text for text, _ in CHINESE + ENGLISH] + [",,,", " ", "。"])
def test_clauses_leave_no_gap(text: str) -> None:
    for clauses in (chinese_clauses(text), english_clauses(text)):
        assert "".join(text[start:end] for start, end in clauses) == text


def test_sentences_are_runs_of_clauses() -> None:
    text = "天下雨了，路上没有人。我们回家去吧！"
    clauses = chinese_clauses(text)
    assert sentences(text, clauses) == [(0, 2), (2, 3)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("天下雨了；路上没有人。“我们回家去吧！”他说。真的？！", 4),
        ("It rained (a lot). It cost 79.4 million; “Really?” he said...", 4),
        # what closes no sentence counts as well
        ("Dr. Li left.", 2),
        ("总之 etc.), 价格3.5元", 1),
        ("", 0),
    ],
)
def test_sentences_that_are_closed_are_counted(text: str, count: int) -> None:
    assert stops(text) == count
