import numpy as np
import pytest

from align.corridor import full
from align.encoder import default_encoder
from align.evidence import (
    NAMES,
    NULL_NAMES,
    Side,
    closeness,
    evidence,
    lengths,
    null_evidence,
    paragraph_breaks,
)
from align.lattice import all_beads
from align.reader import read_side

CHINESE = ["“你去哪里？”他问。", "专家们今天来了。", "她没有回答。"]
ENGLISH = ["'Where are you going?' he asked.", "The experts came today.", "She gave no answer."]


@pytest.fixture(scope="module")
def sides() -> tuple[Side, Side]:
    encoder = default_encoder()
    return (
        read_side(CHINESE, encoder, chinese=True, paragraphs=[0, 0, 1]),
        read_side(ENGLISH, encoder, chinese=False, paragraphs=[4, 4, 4]),
    )


def test_right_pairs_resemble_each_other_more_than_wrong_ones(sides: tuple[Side, Side]) -> None:
    lattice = all_beads(full(3, 3))
    columns = evidence(lattice, *sides, 0.0)
    for name in ("cosine", "words met by each other, share"):
        column = NAMES.index(name)
        single = {
            (int(lattice.row[bead]), int(lattice.column[bead])): columns[bead, column]
            for bead in range(len(lattice))
            if lattice.source[bead] == lattice.target[bead] == 1
        }
        for row in range(3):
            assert max(range(3), key=lambda j, i=row: single[i, j]) == row  # type: ignore[misc]


def test_marks_agree_where_both_open_a_quotation(sides: tuple[Side, Side]) -> None:
    lattice = all_beads(full(3, 3))
    columns = evidence(lattice, *sides, 0.0)
    opened = columns[:, NAMES.index("both open a quotation")] > 0
    assert set(zip(lattice.row[opened], lattice.column[opened])) == {(0, 0)}
    alone = columns[:, NAMES.index("quotation in the source only")] > 0
    assert (lattice.row[alone] == 0).all() and (lattice.column[alone] > 0).all()


def test_every_kind_of_evidence_is_finite(sides: tuple[Side, Side]) -> None:
    lattice = all_beads(full(3, 3))
    columns = evidence(lattice, *sides, 0.0)
    assert columns.shape == (len(lattice), len(NAMES))
    assert np.isfinite(columns).all()


def test_paragraph_ends_inside_a_bead_are_counted(sides: tuple[Side, Side]) -> None:
    lattice = all_beads(full(3, 3))
    breaks = paragraph_breaks(lattice, *sides)
    crossing = (lattice.row <= 1) & (lattice.row + lattice.source == 3)
    assert (breaks == crossing).all()


def test_lengths_are_characters_and_words() -> None:
    assert lengths(["你 好。"], chinese=True).tolist() == [3]
    assert lengths(["How do you do?"], chinese=False).tolist() == [4]


def test_a_long_sentence_counts_more_as_unpaired(sides: tuple[Side, Side]) -> None:
    rows = null_evidence(sides[1], 0.5)
    assert rows[:, 0].tolist() == [1, 1, 1]
    assert rows[0, 1] > rows[1, 1]
    assert (rows[:, 2:4] == rows[:, :2] / 2).all()


def test_what_a_text_has_of_gaps_is_the_same_for_each_sentence(sides: tuple[Side, Side]) -> None:
    place = NULL_NAMES.index("unpaired, by the text's gaps")
    assert null_evidence(sides[1], 0.5)[:, place].tolist() == [0, 0, 0]
    assert null_evidence(sides[1], 0.5, -1.5)[:, place].tolist() == [-1.5, -1.5, -1.5]


def test_some_evidence_says_more_in_a_close_translation(sides: tuple[Side, Side]) -> None:
    lattice = all_beads(full(3, 3))
    free, close = evidence(lattice, *sides, -1.0), evidence(lattice, *sides, 2.0)
    plain, closely = NAMES.index("cosine"), NAMES.index("cosine, closely translated")
    assert (free[:, plain] == close[:, plain]).all()
    assert close[:, closely] == pytest.approx(2 * close[:, plain])
    assert free[:, closely] == pytest.approx(-free[:, plain])


def test_three_pairs_say_little_about_how_closely_a_text_is_translated(
    sides: tuple[Side, Side],
) -> None:
    lattice = all_beads(full(3, 3))
    single = (lattice.source == 1) & (lattice.target == 1)
    right = (single & (lattice.row == lattice.column)).astype(np.float64)
    cosines = evidence(lattice, *sides, 0.0)[:, NAMES.index("cosine")]
    # their mean, and five usual pairs beside them, four and half of two; .1 is one step
    mean = (cosines @ right + 5 * 0.57) / 8
    assert closeness(lattice, right, 2.0, *sides) == pytest.approx((mean - 0.57) / 0.1)
    assert closeness(lattice, np.zeros(len(lattice)), 9.0, *sides) == 0
    assert closeness(lattice, 100 * right, 0.0, *sides) == 1  # no closer than a textbook
