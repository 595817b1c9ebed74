"""Read around the seams only, a text among its neighbours has the sums of a full reading."""

import numpy as np

from align.encoder import default_encoder

CHINESE = [
    "他打开窗户，望着下面的港口，过了很久才说话。",
    "“好。”",
    "",
    "船还没有从岛上回来，天却比他想的冷得多，于是他又把窗关上了……",
    "第二天早上，第一条船终于出现在海面上。",
]


def test_neighbours_give_the_sums_of_the_joined_text() -> None:
    encoder = default_encoder()
    (read,) = encoder.read(CHINESE, "")
    # what the five texts sum to among each other is the joined text, read as one
    whole = encoder.runs_from(read.halves, 1)[:, 0]
    total, count = read.halves.among.sum(axis=(0, 1)), read.halves.among_count.sum()
    joined = encoder.tokens(["".join(CHINESE)])
    assert count == len(joined.states)
    assert np.allclose(total, joined.states.sum(axis=0), atol=1e-3)
    assert np.allclose(whole, encoder.encode(CHINESE), atol=1e-5)


def test_halves_add_up_to_the_text() -> None:
    (read,) = default_encoder().read(CHINESE, "")
    first = read.tokens.places.first
    for number in range(len(CHINESE)):
        own = read.tokens.states[first[number] : first[number + 1]].sum(axis=0)
        assert np.allclose(read.halves.alone[number].sum(axis=0), own, atol=1e-3)
    assert read.halves.alone_count.sum(axis=1).tolist() == np.diff(first).tolist()


def test_a_text_alone_among_no_neighbours_is_itself() -> None:
    (read,) = default_encoder().read(CHINESE[:1], "")
    assert np.allclose(read.halves.alone, read.halves.among, atol=1e-4)
    assert read.halves.alone_count.tolist() == read.halves.among_count.tolist()
