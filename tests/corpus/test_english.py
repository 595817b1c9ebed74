"""Cuts by the rule; whole texts stand in ``cases/sentences_en.tsv`` (test_segmentation)."""

import pytest

from corpus.english import sentence_ends


@pytest.mark.parametrize(
    "marked",
    [
        "The rain stopped.| We went out.",
        "Mr. Liu came.| He spoke.",
        "“Why?”| Nobody knew.",
        "“Why?” he asked.| Nobody knew.",
        "It grew by 3.5 percent.| Then it fell.",
        "See No. 5 of the list.| It is short.",
        "The meeting was at an end.|Next week there is another.",
        "He shouted!!!| She left.",
    ],
)
def test_where_a_sentence_ends(marked: str) -> None:
    pieces = marked.split("|")
    ends = [len("".join(pieces[:count])) for count in range(1, len(pieces))]
    assert sentence_ends("".join(pieces)) == ends


@pytest.mark.parametrize(
    "text",
    ["", "no point at all", "made with Node.js and sold", "e.g. This one", "Well... I think"],
)
def test_where_none_ends(text: str) -> None:
    assert sentence_ends(text) == []
