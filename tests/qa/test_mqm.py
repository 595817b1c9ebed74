"""Penalties worked out by hand."""

from __future__ import annotations

import pytest

from corpus.model import Finding, Judgement, Pair, Segment, Severity
from qa.mqm import Penalty, Scale, length, penalty, together


def finding(rule: str, severity: Severity, mqm: str = "Accuracy/Omission") -> Finding:
    return Finding(rule, severity, "message", "source", (0, 0), "", mqm)


def judged(source: str, target: str, *findings: Finding) -> Judgement:
    pair = Pair(
        0,
        (Segment(source, "zh", 0, 0, len(source), 1),) if source else (),
        (Segment(target, "en", 0, 0, len(target), 1),) if target else (),
        0.9,
    )
    return Judgement(pair, 0.9, 0.0, 0.0, findings)


TEN_WORDS = "She highlighted the importance of using technology and open resources."


def test_an_error_is_five_a_warning_one_a_note_nothing() -> None:
    found = penalty(
        [
            judged("她强调", TEN_WORDS, finding("omission.content", "error")),
            judged("她强调", TEN_WORDS, finding("number.missing", "warning", "Accuracy/Number")),
            judged("她强调", "", finding("omission.condensed", "note")),
        ]
    )
    assert found == Penalty(6.0, 20, "words", {"Accuracy/Number": 1.0, "Accuracy/Omission": 5.0})
    assert found.rate == 300.0


def test_the_alignment_is_no_error_of_the_translator() -> None:
    found = penalty([judged("一", TEN_WORDS, finding("align.low_score", "error"))])
    assert found.total == 0.0


def test_weights_are_the_users_to_set() -> None:
    scale = Scale(
        weights={"error": 10.0, "warning": 2.0, "note": 0.5},
        rules={"omission.segment": 25.0, "align.unpaired": 3.0},
    )
    found = penalty(
        [
            judged(
                "一",
                TEN_WORDS,
                finding("omission.segment", "warning"),
                finding("omission.condensed", "note"),
                finding("align.unpaired", "note"),
            )
        ],
        scale=scale,
    )
    assert found.total == 28.5


def test_the_weights_are_told_in_words() -> None:
    assert Scale().told == "error 5, warning 1, note 0, findings on the alignment nothing"
    assert Scale(rules={"omission.segment": 25, "number.extra": 0.5}).told == (
        "error 5, warning 1, note 0, number.extra 0.5, omission.segment 25, "
        "findings on the alignment nothing"
    )


def test_without_words_there_is_no_rate() -> None:
    found = penalty([judged("一", "", finding("omission.segment", "error"))])
    assert found.total == 5.0
    assert found.rate is None


def test_chinese_targets_are_counted_in_characters() -> None:
    found = penalty([judged("One.", "中国加入WIPO已40年。")], "zh-CN")
    assert (found.words, found.unit) == (8, "characters")


@pytest.mark.parametrize(
    ("text", "chinese", "expected"),
    [
        ("Liu Hua's 1,200 deep-sea ships", False, 6),
        ("", False, 0),
        ("79.4万亿美元", True, 5),
        ("\U00020000、〇", True, 2),
    ],
)
def test_what_counts(text: str, chinese: bool, expected: int) -> None:
    assert length(text, chinese=chinese) == expected


def test_a_batch_weighs_documents_by_their_length() -> None:
    whole = together(
        [Penalty(5.0, 100, "words", {"A": 5.0}), Penalty(1.0, 900, "words", {"A": 0.5, "B": 0.5})]
    )
    assert whole == Penalty(6.0, 1000, "words", {"A": 5.5, "B": 0.5})
    assert whole.rate == 6.0


def test_a_batch_of_both_directions_says_so() -> None:
    whole = together([Penalty(0.0, 1, "words", {}), Penalty(0.0, 1, "characters", {})])
    assert whole.unit == "words and characters"
