from align.beads import SHAPES, Bead


def test_shapes_reach_from_one_to_one_to_one_to_six() -> None:
    assert SHAPES[0] == (1, 1) and (1, 6) in SHAPES and (6, 1) in SHAPES
    assert (2, 6) not in SHAPES and (0, 1) not in SHAPES


def test_a_bead_with_an_empty_side_is_no_pair() -> None:
    assert Bead((0, 1), (0, 2), 0.9).paired
    assert not Bead((0, 1), (2, 2), 0.0).paired
