"""Gaps: clauses, whole sentences, and runs inside clauses that are there."""

from __future__ import annotations

from corpus.clauses import chinese_clauses
from corpus.words import chinese_words
from qa.coverage_spans import gaps
from qa.coverage_words import Met
from tests.qa.test_coverage_features import side

TEXT = "同学们应拥抱变革与创新，善用技术工具，参观了展览中心和图书馆。会议于周五结束。"


def facing(text: str, lost: str) -> Met:
    """The text's words, those inside ``lost`` unmet."""
    words = [word for word in chinese_words(text) if word.text.isalnum()]
    start = text.index(lost)
    met = [0.0 if start <= word.start < start + len(lost) else 1.0 for word in words]
    partner = [-1 if one == 0 else place for place, one in enumerate(met)]
    return Met(
        tuple(words),
        [1.0] * len(words),
        list(met),
        list(met),
        partner,
        list(met),
    )


def found(text: str, lost: str) -> list[tuple[str, str]]:
    nothing = side([])
    listed = gaps(facing(text, lost), nothing, text, chinese_clauses(text))
    return [(gap.kind, text[gap.start : gap.end]) for gap in listed]


def test_a_clause() -> None:
    lost = "同学们应拥抱变革与创新"
    assert found(TEXT, lost) == [("clause", lost)]


def test_closing_marks_are_not_quoted() -> None:
    text = "他说：“我们必须尽快采取行动，否则后果不堪设想。”"
    assert found(text, "否则后果不堪设想")[0][1] == "否则后果不堪设想"


def test_a_mark_stands_with_its_partner() -> None:
    text = "（二）无合法有效驾驶证驾驶，投保人在投保时隐瞒（故意或重大过失）病情和职业的。"
    assert found(text, "二）无合法有效驾驶证驾驶") == [("clause", "（二）无合法有效驾驶证驾驶")]
    assert found(text, "故意或重大过失") == [("words", "故意或重大过失")]
    assert found(text, "隐瞒（故意或重大过失") == [("words", "隐瞒（故意或重大过失）")]


def test_a_whole_sentence_of_several() -> None:
    assert found(TEXT, "会议于周五结束") == [("sentence", "会议于周五结束")]


def test_words_inside_a_clause() -> None:
    text = "委员会于周五在北京讨论了气候变化和能源安全问题。"
    assert found(text, "气候变化和能源安全") == [("words", "气候变化和能源安全")]


def test_one_word_is_not_told() -> None:
    text = "委员会于周五在北京讨论了气候变化和能源安全问题。"
    assert found(text, "讨论") == []


def test_nothing_lost() -> None:
    listed = gaps(facing(TEXT, "。"), side([]), TEXT, chinese_clauses(TEXT))
    assert [gap for gap in listed if gap.weight > 1] == []
