from pathlib import Path

from align.encoder import default_encoder
from align.sides import align_stretch, sides_of
from corpus.reading import read_document

SEED = next((Path(__file__).parents[2] / "seeds").glob("003_*.txt"))


def test_each_side_is_numbered_by_itself_and_knows_its_blocks() -> None:
    blocks = read_document(SEED).blocks
    sides = sides_of(blocks)
    for language, side in (("zh", sides.chinese), ("en", sides.english)):
        assert [segment.number for segment in side] == list(range(len(side)))
        assert {segment.language for segment in side} == {language}
        for segment in side:
            block = blocks[segment.block]
            start = segment.start - block.start
            assert block.text[start : start + len(segment.text)] == segment.text
    assert sides.everything == ((0, 24), (0, 30))


def test_a_stretch_counts_in_the_segments_of_the_whole() -> None:
    sides = sides_of(read_document(SEED).blocks)
    # 中国特色新型智库… and 中国国家知识产权局充分… against their two sentences
    beads = align_stretch(sides, ((17, 19), (23, 25)), default_encoder())
    assert [(bead.source, bead.target) for bead in beads] == [
        ((17, 18), (23, 24)),
        ((18, 19), (24, 25)),
    ]
