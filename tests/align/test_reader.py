import numpy as np

from align.beads import LONGEST
from align.encoder import default_encoder
from align.reader import read_side

TEXTS = ["专家们今天来了。", "她没有回答。"]


def test_one_pass_gives_what_several_give() -> None:
    encoder = default_encoder()
    side = read_side(TEXTS, encoder, chinese=True)
    assert np.allclose(side.runs[:, 0], encoder.encode(TEXTS), atol=1e-5)
    assert np.allclose(side.runs, encoder.runs(TEXTS, LONGEST, ""), atol=1e-6)
    assert side.words.texts[:2] == ("专家", "们")
    assert len(side.marks.counts) == 3 and side.lengths.tolist() == [8, 6]


def test_another_encoder_gives_the_spans_and_ours_the_words() -> None:
    class Lengths:
        name = "lengths"

        def encode(self, texts: list[str]) -> np.ndarray:  # type: ignore[type-arg]
            return np.array([[len(text)] for text in texts], np.float32)

    side = read_side(TEXTS, Lengths(), chinese=True)  # type: ignore[arg-type]
    assert side.runs[:, :2, 0].tolist() == [[8, 14], [6, 6]]
    ours = read_side(TEXTS, default_encoder(), chinese=True)
    assert np.array_equal(side.words.vectors, ours.words.vectors)
