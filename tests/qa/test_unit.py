from corpus.model import Pair, Segment
from qa.unit import Content, Coverage, unit_of

CHINESE = Segment("八十六萬人參加了論壇。", "zh", 0, 0, 11, 1)
ENGLISH = Segment("860,000 people took part.", "en", 0, 0, 25, 1)


def test_sides_are_told_by_language_in_either_direction() -> None:
    forward = unit_of(Pair(0, (CHINESE,), (ENGLISH,), 0.9))
    assert (forward.side("zh"), forward.side("en")) == ("source", "target")
    assert (forward.source, forward.target) == ("zh", "en")
    backward = unit_of(Pair(0, (ENGLISH,), (CHINESE,), 0.9), "en")
    assert (backward.side("zh"), backward.side("en")) == ("target", "source")
    assert backward.english == forward.english == "860,000 people took part."


def test_checks_see_simplified_characters_at_the_same_places() -> None:
    unit = unit_of(Pair(0, (CHINESE,), (ENGLISH,), 0.9))
    assert unit.chinese == "八十六万人参加了论坛。"
    assert unit.pair.source_text == "八十六萬人參加了論壇。"


def test_omission_is_always_of_the_source() -> None:
    coverage = Coverage(zh=Content(0.8), en=Content(0.1), score=0.9)
    forward = unit_of(Pair(0, (CHINESE,), (ENGLISH,), 0.9))
    assert (forward.omission, forward.addition) == (0.0, 0.0)
    for source, expected in (("zh", (0.8, 0.1)), ("en", (0.1, 0.8))):
        unit = type(forward)(
            forward.pair, forward.chinese, forward.english, source, 0.9, coverage  # type: ignore
        )
        assert (unit.omission, unit.addition) == expected
