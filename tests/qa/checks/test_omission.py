"""The omission rules: when they speak, what they quote, how grave it is."""

from __future__ import annotations

from dataclasses import replace

from corpus.model import Finding, Pair, Segment
from qa.checks.omission import ADDITION_LIMITS, CONTENT_LIMITS, RULES, addition, content
from qa.rule import Check
from qa.unit import Content, Coverage, Gap, Tongue, Unit, unit_of

CHINESE = "同学们应拥抱变革与创新，善用技术工具，推送68项服务。"
ENGLISH = "Students should use technology."


def unit(
    *gaps: Gap, lost: float = 0.8, added: float = 0.0, source: Tongue = "zh", english: str = ENGLISH
) -> Unit:
    zh = (Segment(CHINESE, "zh", 0, 0, len(CHINESE), 1),)
    en = (Segment(english, "en", 0, 0, len(english), 1),) if english else ()
    pair = Pair(0, zh, en, 0.9) if source == "zh" else Pair(0, en, zh, 0.9)
    made = unit_of(pair, source)
    whole = (Gap(0, len(english), 4.0, 0.9, "clause"),) if added else ()
    return replace(made, coverage=Coverage(Content(lost, gaps), Content(added, whole), 0.9))


def gap(text: str, kind: str = "clause") -> Gap:
    start = CHINESE.index(text)
    assert kind in ("clause", "sentence", "words")
    return Gap(start, start + len(text), 2.0, 0.9, kind)  # type: ignore[arg-type]


def spoken(made: Unit) -> list[Finding]:
    return [finding for rule in RULES for finding in rule.findings(made)]


def test_a_lost_clause_is_quoted() -> None:
    (finding,) = spoken(unit(gap("同学们应拥抱变革与创新")))
    assert (finding.rule, finding.severity, finding.side) == (
        "omission.content",
        "warning",
        "source",
    )
    assert finding.span == (0, 11)
    assert finding.message == "“同学们应拥抱变革与创新” is not carried over into the English."


def test_several_gaps_are_one_finding() -> None:
    (finding,) = spoken(unit(gap("拥抱变革"), gap("善用技术工具")))
    assert finding.message == "“拥抱变革” and “善用技术工具” are not carried over into the English."


def test_a_lost_number_is_an_error() -> None:
    (finding,) = spoken(unit(gap("推送68项服务")))
    assert finding.severity == "error"


def test_a_lost_person_is_an_error() -> None:
    chinese = "会议由司长张志成主持，王楠介绍了情况。"
    pair = Pair(
        0,
        (Segment(chinese, "zh", 0, 0, len(chinese), 1),),
        (Segment("Wang Nan spoke.", "en", 0, 0, 15, 1),),
        0.9,
    )
    lost = Content(0.8, (Gap(0, 10, 2.0, 0.9, "clause"),))
    (finding,) = spoken(replace(unit_of(pair), coverage=Coverage(lost, Content(0.0), 0.9)))
    assert finding.severity == "error"


def test_a_lost_negation_is_an_error() -> None:
    chinese = "药片饭后服用，孕妇不得服用。"
    for english, severity in (
        ("Take the tablets after meals.", "error"),
        ("Take the tablets after meals, never otherwise.", "warning"),
    ):
        pair = Pair(
            0,
            (Segment(chinese, "zh", 0, 0, len(chinese), 1),),
            (Segment(english, "en", 0, 0, len(english), 1),),
            0.9,
        )
        lost = Content(0.8, (Gap(7, 13, 2.0, 0.9, "clause"),))
        (finding,) = spoken(replace(unit_of(pair), coverage=Coverage(lost, Content(0.0), 0.9)))
        assert finding.severity == severity


def test_a_lost_sentence_is_an_error() -> None:
    (finding,) = spoken(unit(gap("善用技术工具", "sentence")))
    assert finding.severity == "error"


def test_below_the_limit_it_is_a_note() -> None:
    (finding,) = spoken(unit(gap("善用技术工具"), lost=0.4))
    assert (finding.rule, finding.severity) == ("omission.condensed", "note")
    assert finding.message == "“善用技术工具” is perhaps only implied in the English."


def test_far_below_the_limit_nothing_is_said() -> None:
    assert spoken(unit(gap("善用技术工具"), lost=0.1)) == []


def test_without_a_place_nothing_is_said() -> None:
    assert spoken(unit(lost=0.9)) == []


def test_an_addition_points_into_the_target() -> None:
    (finding,) = spoken(unit(lost=0.0, added=0.9))
    assert (finding.rule, finding.side, finding.severity) == (
        "addition.content",
        "target",
        "warning",
    )


def test_from_english_the_chinese_is_the_target() -> None:
    (finding,) = spoken(unit(gap("善用技术工具"), source="en"))
    assert (finding.rule, finding.side) == ("addition.content", "target")


def test_an_unpaired_sentence_is_an_error_a_heading_a_note() -> None:
    (finding,) = spoken(unit(english=""))
    assert (finding.rule, finding.severity) == ("omission.segment", "error")
    for text, severity in (
        ("加载中...", "note"),
        ("突出高端与特色", "note"),
        ("会议于周五结束。", "error"),
    ):
        heading = (Segment(text, "zh", 0, 0, len(text), 1),)
        (finding,) = spoken(unit_of(Pair(0, heading, (), 0.0)))
        assert finding.severity == severity


def test_no_coverage_no_finding() -> None:
    assert spoken(replace(unit(gap("善用技术工具")), coverage=None)) == []


def test_presets_move_the_limits() -> None:
    made = unit(gap("善用技术工具"), lost=0.55, added=0.7)

    def count(check: Check) -> int:
        return len(list(check(made)))

    assert count(content(CONTENT_LIMITS["lenient"])) == 0
    assert count(content(CONTENT_LIMITS["strict"])) == 1
    assert count(addition(ADDITION_LIMITS["lenient"])) == 0
    assert count(addition(ADDITION_LIMITS["strict"])) == 1


def test_an_acronym_may_hold_any_number_of_words() -> None:
    assert spoken(unit(gap("拥抱变革"), english="Photo: WOC")) == []
    assert spoken(unit(gap("拥抱变革"), english="Photo: the office")) != []


def test_the_item_that_a_list_lacks_is_told_below_the_limit() -> None:
    chinese, english = "他会说英语、法语、德语和西班牙语。", "He speaks English, French and Spanish."
    start = chinese.index("德语")

    def made(*gaps: Gap, lost: float = 0.1, source: Tongue = "zh") -> Unit:
        zh = (Segment(chinese, "zh", 0, 0, len(chinese), 1),)
        en = (Segment(english, "en", 0, 0, len(english), 1),)
        pair = Pair(0, zh, en, 0.9) if source == "zh" else Pair(0, en, zh, 0.9)
        coverage = Coverage(Content(lost, gaps), Content(0.0), 0.9)
        return replace(unit_of(pair, source), coverage=coverage)

    (finding,) = spoken(made())
    assert (finding.rule, finding.severity) == ("omission.content", "warning")
    assert finding.side == "source"
    assert finding.span == (start, start + 2)
    assert finding.message == (
        "“德语” is not carried over into the English, whose list is one shorter."
    )
    # once, where the clause that holds it is told
    assert len(spoken(made(Gap(0, len(chinese) - 1, 2.0, 0.9, "clause"), lost=0.9))) == 1
    # nobody left it out where the English is the source
    assert spoken(made(source="en")) == []
