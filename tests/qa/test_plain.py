"""Findings as lines."""

from __future__ import annotations

from corpus.model import Finding, Judgement, Pair, Segment
from qa import plain
from tests.qa import sample


def test_every_finding_is_a_line_with_its_place() -> None:
    alignment, judgements, text = sample.wipo()
    place = "seeds/000_883c093399264277.txt"
    assert list(plain.lines(alignment.path, judgements, text)) == [
        f"{place}:18:114: note addition.content “first” has no counterpart in the Chinese.",
        f"{place}:120:45: error omission.content Two clauses are not in the English: "
        "拥抱变革与创新 and 广泛吸收各领域的研究成果.",
        f"{place}:120:65: warning omission.content “extensively draw on research from all "
        "fields” is not in the English.",
        f"{place}:122:161: warning negation.changed Where the list of things to absorb would "
        "stand, nothing is said.",
        f"{place}:122:88: note omission.condensed The English summarises the sentence.",
        f"{place}:135:1: warning omission.segment This sentence has no counterpart in the English.",
    ]


def odd(message: str, span: tuple[int, int] = (0, 0)) -> list[Judgement]:
    text = "一\n二"
    finding = Finding("a.b", "note", message, "source", span, "", "Accuracy")
    pair = Pair(0, (Segment(text, "zh", 0, 0, 3, 1),), (), 0.0)
    return [Judgement(pair, 0.0, 1.0, 0.0, (finding,))]


def test_a_message_stays_on_its_line() -> None:
    assert list(plain.lines("x", odd("two\nlines\r\n\x1b[31mred"))) == [
        "x:1:1: note a.b two lines [U+001B][31mred"
    ]


def test_github_escapes_what_would_end_a_command() -> None:
    judged = odd("100 %\nof: a, b", (0, 1))
    assert list(plain.github("dir,a:b/文.txt", judged, "一\n二")) == [
        "::notice file=dir%2Ca%3Ab/文.txt,line=1,endLine=1,col=1,endColumn=2,title=a.b"
        "::100 %25%0Aof: a, b"
    ]


def test_github_takes_no_columns_over_several_lines() -> None:
    assert list(plain.github("f", odd("whole"), "一\n二")) == [
        "::notice file=f,line=1,endLine=2,title=a.b::whole"
    ]


def test_nothing_found_is_no_line() -> None:
    alignment, judgements, text = sample.monolingual()
    assert list(plain.lines(alignment.path, judgements, text)) == []
    assert list(plain.github(alignment.path, judgements, text)) == []
