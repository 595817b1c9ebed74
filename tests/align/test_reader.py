import numpy as np

from align.beads import LONGEST
from align.encoder import default_encoder
from align.excerpt import LONGEST_READ, excerpt
from align.reader import SideReader, read_side

TEXTS = ["专家们今天来了。", "她没有回答。"]


def test_one_pass_gives_what_several_give() -> None:
    encoder = default_encoder()
    side = read_side(TEXTS, encoder, chinese=True)
    assert np.allclose(side.runs[:, 0], encoder.encode(TEXTS), atol=1e-5)
    assert np.allclose(side.runs, encoder.runs(TEXTS, LONGEST, ""), atol=1e-6)
    assert side.words.texts[:2] == ("专家", "们")
    assert len(side.marks.counts) == 3 and side.lengths.tolist() == [8, 6]


def test_another_encoder_gives_the_spans_and_ours_the_words() -> None:
    class Initials:
        name = "initials"

        def encode(self, texts: list[str]) -> np.ndarray:  # type: ignore[type-arg]
            return np.array([[text[0] == "专", text[0] == "她"] for text in texts], np.float32)

    side = read_side(TEXTS, Initials(), chinese=True)  # type: ignore[arg-type]
    assert side.runs.shape == (2, LONGEST, 2)
    # the run of both leans to the longer sentence
    assert side.runs[0, 1, 0] > side.runs[0, 1, 1]
    ours = read_side(TEXTS, default_encoder(), chinese=True)
    assert np.array_equal(side.words.vectors, ours.words.vectors)


def test_of_a_chapter_both_ends_are_read_and_its_length_is_whole() -> None:
    chapter = "专家今天介绍情况" * 2000
    side = read_side([chapter], default_encoder(), chinese=True)
    assert side.lengths.tolist() == [16_000]
    # 专家|今天|介绍|情况: a word has two characters
    assert abs(len(side.words.texts) - LONGEST_READ / 2) < 5
    assert np.allclose(side.runs[0, 0], default_encoder().encode([chapter])[0], atol=1e-4)
    assert np.array_equal(*(default_encoder().encode([one]) for one in (chapter, excerpt(chapter))))


def test_what_is_forgotten_was_read_in_blocks_and_parts_are_whole() -> None:
    texts = [f"第{number}位专家介绍了情况，大家都听得很认真，没有人离开会场。" for number in range(900)]
    reader = SideReader(texts, default_encoder(), chinese=True)
    assert reader.vectors(0, 10).shape == (10, 512)
    part = reader.side(100, 103)
    assert part.words.texts[:3] == ("第", "100", "位")
    assert np.allclose(part.runs[:, 0], default_encoder().encode(texts[100:103]), atol=1e-5)
    reader.forget(850)
    assert len(reader.side(850, 900)) == 50
