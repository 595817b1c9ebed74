from __future__ import annotations

from corpus.model import Language, Segment
from review.cuts import Segments, boundary, halves, likely_cut, places, rewritten


def side(language: Language, *texts: str) -> Segments:
    return tuple(
        Segment(text, language, number, 100 * number, 100 * number + len(text), number + 1)
        for number, text in enumerate(texts)
    )


def texts(segments: Segments) -> list[str]:
    return [segment.text for segment in segments]


ENGLISH = side("en", "At three we came to the river, and it was high.", "We went home.")
CHINESE = side("zh", "三点钟我们到了河边，水涨得很高。", "我们回家了。")


def test_places_are_ends_sentences_and_clauses() -> None:
    assert [(place.offset, place.sentence) for place in places(CHINESE)] == [
        (0, True), (10, False), (16, True), (22, True),
    ]
    assert [(place.offset, place.sentence) for place in places(ENGLISH)] == [
        (0, True), (31, False), (48, True), (61, True),
    ]
    assert [place.offset for place in places(())] == [0]


def test_a_segment_that_was_glued_shows_its_sentences() -> None:
    glued = side("zh", "雨停了。我们出门。")
    assert [place.offset for place in places(glued) if place.sentence] == [0, 4, 9]


def test_cutting_between_segments() -> None:
    first, second = halves(ENGLISH, 48)
    assert (first, second) == (ENGLISH[:1], ENGLISH[1:])
    assert halves(ENGLISH, 0) == ((), ENGLISH)
    assert halves(ENGLISH, 61) == (ENGLISH, ())
    assert halves(ENGLISH, 900) == (ENGLISH, ())


def test_cutting_inside_a_segment_keeps_its_places() -> None:
    first, second = halves(ENGLISH, 31)
    assert texts(first) == ["At three we came to the river,"]
    assert texts(second) == ["and it was high.", "We went home."]
    assert (first[0].start, first[0].end, first[0].number) == (0, 30, 0)
    assert (second[0].start, second[0].end, second[0].number) == (31, 47, 0)


def test_the_blank_between_two_segments_belongs_to_neither() -> None:
    assert halves(ENGLISH, 47) == (ENGLISH[:1], ENGLISH[1:])


def test_where_the_second_of_two_neighbours_begins() -> None:
    assert boundary(ENGLISH[:1], ENGLISH) == 48
    assert boundary((), ENGLISH) == 0
    assert boundary(ENGLISH, ENGLISH) == 61


def test_the_proposed_cut_is_at_the_same_share_of_both_sides() -> None:
    assert likely_cut(CHINESE, ENGLISH) == (16, 48)
    three = side("en", "Rain.", "It was a long day by the river and the water rose.", "Home.")
    assert likely_cut(side("zh", "我们在河边度过了漫长的一天，下了雨，水涨了。", "回家。"), three) == (22, 57)
    assert likely_cut(CHINESE, ()) == (16, 0)


def test_rewritten_text_takes_the_places_of_the_old() -> None:
    before = CHINESE
    made = rewritten("三点钟到了河边。回家了。水很高。", before, before[0])
    assert [(one.text, one.number) for one in made] == [
        ("三点钟到了河边。", 0), ("回家了。", 1), ("水很高。", 1),
    ]
    [odd] = rewritten("We left.  Then it rained.", ENGLISH, ENGLISH[0])
    assert odd.text == "We left.  Then it rained."
    [new] = rewritten("Rain.", (), Segment("", "en", -1, 0, 0, 0))
    assert (new.text, new.language, new.number) == ("Rain.", "en", -1)
