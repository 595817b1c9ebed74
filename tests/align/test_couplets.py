import pytest

from align.couplets import align_couplets, matched
from align.encoder import default_encoder
from align.sides import sides_of
from corpus.model import Block, Language
from tests.cli.sample import PAIRS


def lines(*parts: tuple[Language, str]) -> list[Block]:
    blocks, start = [], 0
    for number, (language, text) in enumerate(parts, start=1):
        blocks.append(Block(start, start + len(text), text, language, number))
        start += len(text) + 1
    return blocks


def zh(text: str) -> tuple[Language, str]:
    return "zh", text


def en(text: str) -> tuple[Language, str]:
    return "en", text


SPEECH = zh("她指出,生成式人工智能与大语言模型等前沿技术是推动创新的重要力量。")
SPOKEN = en("She said generative AI and large language models are powerful drivers of innovation.")
FORUM = zh("论坛吸引了100多位来自国际组织和政府部门的代表以及国内外知名专家出席。")
PRICES = en("The price of pork fell for the third week in a row, and eggs became cheaper too.")


@pytest.mark.parametrize(
    ("gains", "expected"),
    [
        ([], [(0,)]),
        ([0.9], [(0, 1)]),
        ([0.9, 0.1, 0.9], [(0, 1), (2, 3)]),
        # the first paragraph was not translated, so the second language leads
        ([0.1, 0.9, 0.1, 0.9], [(0,), (1, 2), (3, 4)]),
        ([0.2, 0.9, 0.2], [(0,), (1, 2), (3,)]),
        # a run is never taken for less than nothing
        ([-0.1, 0.5], [(0,), (1, 2)]),
    ],
)
def test_the_likest_neighbours_go_together(
    gains: list[float], expected: list[tuple[int, ...]]
) -> None:
    assert matched(gains) == expected


def aligned(blocks: list[Block]) -> list[tuple[tuple[int, int], tuple[int, int], bool]]:
    beads = align_couplets(blocks, sides_of(blocks), default_encoder())
    return [(bead.source, bead.target, bead.score >= 0.5) for bead in beads]


def test_names_are_paired_by_their_place_where_place_has_proved_right() -> None:
    blocks = lines(SPEECH, SPOKEN, zh("图:产权组织"), en("Photo: WOC"), zh("高一铭"), en("Tom"))
    assert aligned(blocks) == [
        ((0, 1), (0, 1), True),
        ((1, 2), (1, 2), True),
        ((2, 3), (2, 3), True),
    ]


def test_lists_of_lines_are_paired_line_by_line() -> None:
    names = [zh("王楠"), zh("廖雅如"), zh("冯诣博"), en("Wang Nan"), en("Liao Yaru"), en("Bob")]
    assert aligned(lines(SPEECH, SPOKEN, *names))[1:] == [
        ((1, 2), (1, 2), True),
        ((2, 3), (2, 3), True),
        ((3, 4), (3, 4), True),
    ]


def test_place_alone_pairs_nothing_where_the_texts_are_not_translations() -> None:
    blocks = lines(FORUM, PRICES, SPEECH, PRICES, zh("高一铭"), en("Tom"))
    assert not any(accepted for _, _, accepted in aligned(blocks))


def test_a_name_does_not_face_a_paragraph() -> None:
    blocks = lines(SPEECH, SPOKEN, zh("王楠"), PRICES)
    assert not any(accepted for _, _, accepted in aligned(blocks)[1:])


def test_a_heading_without_translation_leaves_its_neighbours_as_they_are() -> None:
    pairs = [part for chinese, english in PAIRS for part in (zh(chinese), en(english))]
    blocks = lines(zh("新闻"), *pairs)
    beads = align_couplets(blocks, sides_of(blocks), default_encoder())
    assert [(bead.source, bead.target) for bead in beads] == [
        ((0, 1), (0, 0)),
        ((1, 2), (0, 1)),
        ((2, 3), (1, 2)),
        ((3, 4), (2, 3)),
    ]
    assert all(bead.score > 0.5 for bead in beads[1:])
