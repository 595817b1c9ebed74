import pytest

from align.marks import read_marks


@pytest.mark.parametrize(
    "text, opens, closes, asks",
    [
        ("“你去哪里？”", True, True, True),
        ("他说：“好。”", False, True, False),
        ("'Where are you going?' she said.", True, False, False),
        ("\"I don't know,\" he said.", True, False, False),
        ("It was the boys' school.", False, False, False),
        ("She asked, \"Why?\"", False, True, True),
        ("‘Why not?’", True, True, True),
        ("「走吧。」", True, True, False),
    ],
)
def test_quotations_and_questions(text: str, opens: bool, closes: bool, asks: bool) -> None:
    marks = read_marks([text])
    assert (marks.opens[0], marks.closes[0], marks.asks[0]) == (opens, closes, asks)


def test_counts_run_over_the_sentences() -> None:
    marks = read_marks(["真的？", "（笑）真的吗！？"])
    assert marks.counts.tolist() == [[0] * 5, [1, 0, 0, 0, 0], [2, 1, 0, 0, 1]]


def test_nothing_to_read() -> None:
    assert read_marks([]).counts.tolist() == [[0] * 5]
