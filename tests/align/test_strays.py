from align.beads import Bead
from align.encoder import default_encoder
from align.sides import sides_of
from align.strays import rejoined
from corpus.model import Block, Language

TEXTS: list[tuple[Language, str]] = [
    ("zh", "中国特色新型智库是国家软实力的重要组成部分。"),
    ("zh", "在上海,同济大学常态化举办知识产权法硕士项目。力促国际人才密切交流。"),
    ("zh", "发挥智库作用,突出高端与特色"),
    ("en", "Leveraging think tank, highlighting high-end and distinctive features"),
    ("en", "Modern Chinese-style think tanks are an important component of soft power."),
    (
        "en",
        "In Shanghai, Tongji University has regularly hosted an IP law master's program. It"
        " fosters close international talent exchanges.",
    ),
]


def blocks(texts: list[tuple[Language, str]]) -> list[Block]:
    found, start = [], 0
    for line, (language, text) in enumerate(texts, start=1):
        found.append(Block(start, start + len(text), text, language, line))
        start += len(text) + 1
    return found


def places(beads: list[Bead]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [(bead.source, bead.target) for bead in beads]


def test_a_heading_that_moved_finds_its_translation() -> None:
    sides = sides_of(blocks(TEXTS))
    ladder = [
        Bead((0, 0), (0, 1), 0.0),
        Bead((0, 1), (1, 2), 0.9),
        Bead((1, 2), (2, 3), 0.9),
        Bead((2, 3), (3, 4), 0.9),
        Bead((3, 4), (4, 4), 0.0),
    ]
    made = rejoined(sides, ladder, default_encoder())
    assert places(made) == [
        ((0, 1), (1, 2)),
        ((1, 2), (2, 3)),
        ((2, 3), (3, 4)),
        ((3, 4), (0, 1)),
    ]
    assert made[-1].score >= 0.5


def short_headings(chinese: str, english: str) -> list[Bead]:
    """A heading of two characters that stands behind its paragraph in the translation."""
    texts: list[tuple[Language, str]] = [("zh", chinese), TEXTS[0], TEXTS[4], ("en", english)]
    ladder = [
        Bead((0, 1), (0, 0), 0.0), Bead((1, 2), (0, 1), 0.9), Bead((2, 2), (1, 2), 0.0)
    ]  # fmt: skip
    return rejoined(sides_of(blocks(texts)), ladder, default_encoder())


def test_a_heading_of_two_characters_moves_if_it_is_a_paragraph_and_very_much_alike() -> None:
    made = short_headings("背景", "Background")
    assert places(made) == [((0, 1), (1, 2)), ((1, 2), (0, 1))]
    assert made[0].score >= 0.5
    assert len(short_headings("背景", "Appendix")) == 3


def test_a_paragraph_moves_with_all_its_sentences() -> None:
    sides = sides_of(blocks(TEXTS))
    ladder = [
        Bead((0, 0), (0, 1), 0.0),
        Bead((0, 1), (1, 2), 0.9),
        Bead((1, 2), (2, 2), 0.0),
        Bead((2, 3), (2, 2), 0.0),
        Bead((3, 4), (2, 2), 0.0),
        Bead((4, 4), (2, 3), 0.0),
        Bead((4, 4), (3, 4), 0.0),
    ]
    made = rejoined(sides, ladder, default_encoder())
    assert places(made) == [
        ((0, 1), (1, 2)),
        ((1, 2), (2, 3)),
        ((2, 3), (3, 4)),
        ((3, 4), (0, 1)),
    ]


def test_what_means_something_else_stays_left_over() -> None:
    other: list[tuple[Language, str]] = [
        ("zh", "猪肉价格连续第三周下降。"),
        ("en", "The museum opens at nine and closes at five, except on Mondays."),
    ]
    sides = sides_of(blocks(other))
    ladder = [Bead((0, 1), (0, 0), 0.0), Bead((1, 1), (0, 1), 0.0)]
    assert rejoined(sides, ladder, default_encoder()) == ladder


def test_nothing_left_over_changes_nothing() -> None:
    sides = sides_of(blocks(TEXTS))
    ladder = [Bead((0, 4), (0, 4), 0.9)]
    assert rejoined(sides, ladder, default_encoder()) == ladder
    assert rejoined(sides, [], default_encoder()) == []


def test_a_pair_nobody_believes_gives_its_sentences_back() -> None:
    sides = sides_of(blocks(TEXTS))
    ladder = [
        Bead((0, 1), (1, 2), 0.9),
        Bead((1, 2), (2, 3), 0.9),
        Bead((2, 3), (3, 4), 0.9),
        Bead((3, 4), (0, 1), 0.3),
    ]
    made = rejoined(sides, ladder, default_encoder())
    assert places(made) == places(ladder)
    assert made[-1].score >= 0.5
