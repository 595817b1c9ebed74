from pathlib import Path

from align.documents import align_document, align_files, align_lines
from align.encoder import default_encoder
from corpus.reading import document_from_bytes

CHINESE = [
    "她指出,生成式人工智能与大语言模型等前沿技术是推动创新的重要力量。",
    "刘华还强调了知识产权在为企业赋能方面的重要作用,尤其是对中小企业而言。",
    "最后,刘华探讨了知识产权保护与创新和公共利益之间的平衡问题。",
]
ENGLISH = [
    "She highlighted that generative AI and large language models drive innovation.",
    "Ms. Liu also underscored the important role of IP in empowering businesses, especially SMEs.",
    "Finally, Ms. Liu addressed the balance between IP protection, innovation and public interest.",
]


def test_english_to_chinese_has_the_english_on_the_source_side() -> None:
    alignment = align_lines(
        ENGLISH, CHINESE, encoder=default_encoder(), source_lang="en-GB", target_lang="zh-TW"
    )
    assert [(pair.source_text, pair.target_text) for pair in alignment.pairs] == list(
        zip(ENGLISH, CHINESE)
    )


def test_blank_lines_keep_their_numbers_and_come_out_unpaired() -> None:
    source = ["", CHINESE[0], "  ", CHINESE[1], CHINESE[2], ""]
    target = [ENGLISH[0], "", ENGLISH[1], ENGLISH[2]]
    alignment = align_lines(source, target, encoder=default_encoder())
    found = [
        (
            [segment.number for segment in pair.source],
            [segment.number for segment in pair.target],
        )
        for pair in alignment.pairs
    ]
    assert found == [
        ([0], []),
        ([1], [0]),
        ([2], []),
        ([], [1]),
        ([3], [2]),
        ([4], [3]),
        ([5], []),
    ]
    assert [pair.index for pair in alignment.pairs] == list(range(7))


def test_two_files_are_aligned_as_two_files() -> None:
    source = document_from_bytes("\n".join(CHINESE).encode(), "zh.txt", "zh")
    target = document_from_bytes("\n".join(ENGLISH).encode(), "en.txt", "en")
    alignment = align_files(source, target, encoder=default_encoder())
    assert alignment.layout.kind == "two-files"
    assert alignment.layout.reason == "zh.txt against en.txt"
    assert [pair.type for pair in alignment.pairs] == ["1-1", "1-1", "1-1"]
    assert all(pair.score > 0.5 for pair in alignment.pairs)


def test_a_forced_layout_is_obeyed_where_detection_says_otherwise() -> None:
    text = "\n".join([*CHINESE, *ENGLISH]).encode()
    document = document_from_bytes(text, "article.txt", "article")
    encoder = default_encoder()
    assert align_document(document, encoder=encoder).layout.kind == "blocks"
    forced = align_document(document, encoder=encoder, layout="mono")
    assert forced.layout.reason == "as given with --layout"
    assert [pair.type for pair in forced.pairs] == ["1-0"] * 3 + ["0-1"] * 3


def test_every_segment_is_in_one_pair() -> None:
    for path in sorted((Path(__file__).parents[2] / "seeds").glob("00[013]_*.txt")):
        document = document_from_bytes(path.read_bytes(), str(path), path.stem)
        alignment = align_document(document, encoder=default_encoder())
        for side in ("source", "target"):
            numbers = [s.number for pair in alignment.pairs for s in getattr(pair, side)]
            assert sorted(numbers) == list(range(len(numbers)))
        text = "".join(s.text for pair in alignment.pairs for s in pair.source + pair.target)
        article = "".join(block.text for block in document.blocks)
        assert sorted("".join(text.split())) == sorted("".join(article.split()))
