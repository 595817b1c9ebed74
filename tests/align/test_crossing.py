import pytest

from align.beads import Bead
from align.crossing import joined

QUOTATION = "“截至2023年底,北京、上海、广东三地每万人口高价值发明专利拥有量均超过全国平均水平的两倍以上。”"
SPEAKER = "张志成表示,中国国家知识产权局将继续大力推进知识产权人才高地建设。"
SPOKEN = '"By the end of 2023, … more than double the national average," Zhang stated.'
REST = "The CNIPA will continue to squarely promote the construction of IP talent hubs."
PAIRS = [Bead((0, 1), (0, 1), 0.9), Bead((1, 2), (1, 2), 0.8)]


def test_a_speaker_named_on_either_side_of_the_cut_joins_the_two() -> None:
    assert joined(PAIRS, [QUOTATION, SPEAKER], [SPOKEN, REST]) == [Bead((0, 2), (0, 2), 0.8)]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        # the Chinese names the speaker with the quotation, as the English does
        (["“…两倍以上。”张志成表示。", "中国国家知识产权局将继续推进。"], [SPOKEN, REST]),
        # the English names the speaker where the Chinese does
        (
            [QUOTATION, SPEAKER],
            ['"By the end of 2023, … national average."', "Zhang stated that it will go on."],
        ),
        # no quotation: he says one thing, then another
        (["全国已有86万人。", "刘华指出,这很重要。"], ["There are 860,000.", "Liu said it matters."]),
        # English dialogue ends with a speaker, the Chinese goes on with something else
        (["“你去哪里？”", "她没有回答,走了。"], ['"Where are you going?" he asked.', "She left."]),
    ],
)
def test_other_neighbours_stay_apart(chinese: list[str], english: list[str]) -> None:
    assert joined(PAIRS, chinese, english) == PAIRS


def test_an_unpaired_sentence_is_never_joined() -> None:
    beads = [Bead((0, 1), (0, 1), 0.9), Bead((1, 2), (1, 1), 0.0), Bead((2, 2), (1, 2), 0.0)]
    assert joined(beads, [QUOTATION, SPEAKER], [SPOKEN, REST]) == beads


def test_nothing_grows_longer_than_a_bead_may_be() -> None:
    beads = [Bead((0, 1), (0, 3), 0.9), Bead((1, 2), (3, 7), 0.9)]
    english = ["One.", "Two.", SPOKEN, REST, "Five.", "Six.", "Seven."]
    assert joined(beads, [QUOTATION, SPEAKER], english) == beads
