"""The same finding in a later run has the same fingerprint."""

from __future__ import annotations

from dataclasses import replace

from corpus.model import Finding, Pair, Segment
from qa.fingerprint import fingerprint, normalised, segment_fingerprint

FIRST = Segment("这些技术增强了创新能力。", "zh", 0, 0, 12, 1)
SECOND = Segment("因此,它们是有力工具。", "zh", 1, 12, 23, 1)
ENGLISH = Segment("These technologies are tools.", "en", 0, 30, 59, 3)
PAIR = Pair(0, (FIRST, SECOND), (ENGLISH,), 0.9)
#: 创新能力
LOST = Finding("omission.content", "warning", "lost", "source", (7, 11), "创新能力", "Accuracy")


def test_place_score_severity_and_wording_do_not_count() -> None:
    moved = replace(PAIR, index=9, score=0.1, source=(replace(FIRST, line=80), SECOND))
    reworded = replace(LOST, message="other words", severity="error", evidence="x")
    assert fingerprint(moved, reworded) == fingerprint(PAIR, LOST)
    assert segment_fingerprint(moved, reworded) == segment_fingerprint(PAIR, LOST)


def test_width_case_and_blanks_do_not_count() -> None:
    wide = replace(PAIR, target=(replace(ENGLISH, text="ＴHESE  technologies are tools."),))
    assert fingerprint(wide, LOST) == fingerprint(PAIR, LOST)
    assert normalised(" Ａ\N{NO-BREAK SPACE}\tb ") == "a b"


def test_rule_texts_and_marked_words_count() -> None:
    other_target = replace(PAIR, target=(replace(ENGLISH, text="These are tools."),))
    prints = {
        fingerprint(PAIR, LOST),
        fingerprint(PAIR, replace(LOST, rule="omission.condensed")),
        fingerprint(PAIR, replace(LOST, span=(4, 7))),
        fingerprint(PAIR, replace(LOST, span=(0, 0))),
        fingerprint(other_target, LOST),
    }
    assert len(prints) == 5


def test_realignment_keeps_the_segments_fingerprint_only() -> None:
    parted = replace(PAIR, source=(FIRST,))
    assert segment_fingerprint(parted, LOST) == segment_fingerprint(PAIR, LOST)
    assert fingerprint(parted, LOST) != fingerprint(PAIR, LOST)


def test_a_span_over_both_sentences_belongs_to_both() -> None:
    both = replace(LOST, span=(7, 14))
    first = replace(LOST, span=(7, 12))
    assert segment_fingerprint(PAIR, both) != segment_fingerprint(PAIR, first)


def test_fingerprints_stay_what_they_are() -> None:
    # dismissed findings are stored with them: a change here loses people's decisions
    assert fingerprint(PAIR, LOST) == "33c0580767c13680f146"
    assert segment_fingerprint(PAIR, LOST) == "9b182e8f1298e4486a0b"


def test_a_lone_surrogate_is_no_reason_to_fail() -> None:
    broken = replace(PAIR, source=(replace(FIRST, text="半\ud800个"),))
    assert len(fingerprint(broken, LOST)) == 20
