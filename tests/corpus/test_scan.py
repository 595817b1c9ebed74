from __future__ import annotations

import re
from fractions import Fraction

from corpus.scan import Reading, Scan


def test_a_place_belongs_to_the_first_that_takes_it() -> None:
    scan = Scan("5月20日 and 20")
    assert [match.group() for match in scan.free(re.compile("[0-9]+日"))] == ["20日"]
    assert [match.group() for match in scan.free(re.compile("[0-9]+"))] == ["5", "20"]
    assert not scan.is_free(2, 5)
    assert scan.free_until(0, 5) == 0


def test_what_a_text_holds() -> None:
    scan = Scan("In 5kg, Twenty-One workers, １２ days, no one", frozenset({"one", "two", "days"}))
    assert scan.has_figures
    assert scan.before_figures == {" "}
    assert scan.behind_figures == {"k", " "}
    assert scan.words == {"one", "days"}
    assert scan.has("twenty-one")
    assert not scan.has("thirty")
    assert not Scan("三名工人").has_figures


def test_a_pattern_is_asked_only_where_the_text_holds_what_it_needs() -> None:
    scan = Scan("上半年和下半场")
    halves = re.compile("[上下]半")
    assert [match.group() for match in scan.free(halves, "季度", "场")] == ["上半", "下半"]
    assert list(Scan("上半年和下半年").free(halves, "季度", "场")) == []


def test_words_are_found_in_small_letters_and_keep_their_places() -> None:
    scan = Scan("İn HALF a year")
    assert [match.span() for match in scan.free_words(re.compile("half"))] == [(3, 7)]
    assert not scan.is_free(3, 7)


def test_quantities_are_cut_out_of_the_text() -> None:
    number = Scan("共86万人").quantity((1, 4), "count", 860_000)
    assert (number.text, number.value, number.vague) == ("86万", Fraction(860_000), "")
    magnitude = Scan("数百人").quantity((0, 2), "count", 100, "soft", upper=Fraction(900))
    assert (magnitude.vague, magnitude.upper) == ("few", Fraction(900))


def test_a_reading_becomes_a_quantity() -> None:
    reading = Reading("约50米", 1, 3, "50", Fraction(50), unit="m", kind="measure", stop=4)
    assert reading.figure
    assert reading.before(3) == "约"
    assert reading.quantity().text == "50米"
