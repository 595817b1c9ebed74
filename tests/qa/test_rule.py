from collections.abc import Iterable

from corpus.model import Finding, Pair, Segment
from qa.rule import Hit, Rule
from qa.unit import Unit, unit_of


def forums(unit: Unit) -> Iterable[Hit]:
    """A forum of the source
    is not in the target.

    Wrong where a forum is called
    a conference.

    Examples: 論壇.
    """
    place = unit.chinese.index("论坛")
    yield Hit("zh", (place, place + 2), "“论坛” is not there", "论坛", severity="error")
    yield Hit("en", (0, 0), "the whole side", "")


RULE = Rule("forum.missing", forums, "warning", "Accuracy/Omission")


def test_the_docstring_is_what_the_user_reads() -> None:
    assert RULE.summary == "A forum of the source is not in the target."
    assert RULE.explanation == "Wrong where a forum is called a conference.\n\nExamples: 論壇."


def test_hits_become_findings_on_source_and_target_that_quote_the_text() -> None:
    chinese = Segment("他們參加了論壇。", "zh", 0, 0, 8, 1)
    english = Segment("They took part.", "en", 0, 0, 15, 1)
    unit = unit_of(Pair(0, (english,), (chinese,), 0.9), "en")
    first, second = RULE.findings(unit)
    assert first == Finding(
        "forum.missing", "error", "“論壇” is not there", "target", (5, 7), "論壇",
        "Accuracy/Omission",
    )  # fmt: skip
    assert (second.severity, second.side, second.span) == ("warning", "source", (0, 0))
