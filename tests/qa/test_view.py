"""What a report's rows hold."""

from __future__ import annotations

from corpus.model import Finding, Judgement, Pair, Segment
from qa.view import Row, rows, shortened
from tests.qa import sample


def shown(made: sample.Sample) -> tuple[Row, ...]:
    alignment, judgements, _ = made
    return rows(judgements, alignment.source_lang, alignment.target_lang)


def test_rows_stand_in_document_order_and_know_their_rank() -> None:
    found = shown(sample.wipo())
    assert [row.number for row in found] == list(range(1, 10))
    # the lost clauses; the lost sentence; a stray "first"; then by what is lost and the score
    assert sorted(found, key=lambda row: row.rank)[:3] == [found[6], found[8], found[1]]
    assert found[3].rank == 9


def test_notes_are_numbered_from_the_worst_down() -> None:
    row = shown(sample.wipo())[6]
    assert [(note.number, note.finding.severity) for note in row.notes] == [
        (1, "error"),
        (2, "warning"),
        (3, "warning"),
        (4, "note"),
    ]
    assert row.severity == "error"
    assert row.worst((4, 2)) == "warning"


def test_marked_words_and_the_whole_side() -> None:
    row = shown(sample.wipo())[6]
    assert row.notes[2].marked == "expand knowledge"
    assert row.notes[3].marked == ""
    assert [note.number for note in row.target.whole] == [4]
    assert [piece.text for piece in row.source.pieces if len(piece.over) == 2] == [
        "广泛吸收各领域的研究成果"
    ]


def test_lines_of_a_side_are_one_or_a_range() -> None:
    found = shown(sample.talent())
    assert found[1].source.lines == "43"
    assert found[1].target.lines == "15"
    segments = tuple(Segment(t, "zh", i, 0, 1, 7 + i) for i, t in enumerate("一二"))
    row = rows([Judgement(Pair(0, segments, (), 0.0), 0, 1, 0)], "zh-CN", "en-US")[0]
    assert row.source.lines == "7–8"
    assert row.target.lines == ""


def test_an_unpaired_segment_opens_with_the_side_it_has() -> None:
    only = Segment("Only English.", "en", 0, 0, 13, 1)
    row = rows([Judgement(Pair(0, (), (only,), 0.0), 0.0, 0.0, 1.0)], "zh-CN", "en-US")[0]
    assert row.source.empty and not row.paired
    assert (row.excerpt, row.excerpt_lang) == ("Only English.", "en-US")


def test_a_finding_on_the_empty_side_speaks_of_the_whole() -> None:
    only = Segment("一句话。", "zh", 0, 0, 4, 1)
    lost = Finding("untranslated.empty", "error", "empty", "target", (0, 3), "", "Accuracy")
    row = rows([Judgement(Pair(0, (only,), (), 0.0), 0.0, 1.0, 0.0, (lost,))], "zh", "en")[0]
    assert [note.number for note in row.target.whole] == [1]
    assert row.notes[0].marked == ""


def test_long_texts_are_shortened_on_one_line() -> None:
    assert shortened("两行\n文字") == "两行 文字"
    assert shortened("一二三四五六", 4) == "一二三…"
