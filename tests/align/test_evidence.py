import numpy as np
import pytest

from align.corridor import full
from align.encoder import default_encoder
from align.evidence import NAMES, Side, evidence, lengths, null_evidence, paragraph_breaks
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
    columns = evidence(lattice, *sides)
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
    columns = evidence(lattice, *sides)
    opened = columns[:, NAMES.index("both open a quotation")] > 0
    assert set(zip(lattice.row[opened], lattice.column[opened])) == {(0, 0)}
    alone = columns[:, NAMES.index("quotation in the source only")] > 0
    assert (lattice.row[alone] == 0).all() and (lattice.column[alone] > 0).all()


def test_every_kind_of_evidence_is_finite(sides: tuple[Side, Side]) -> None:
    lattice = all_beads(full(3, 3))
    columns = evidence(lattice, *sides)
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
    rows = null_evidence(sides[1])
    assert rows[:, 0].tolist() == [1, 1, 1]
    assert rows[0, 1] > rows[1, 1]
