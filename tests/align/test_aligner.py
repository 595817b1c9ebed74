from align.aligner import align
from align.beads import Bead
from align.encoder import default_encoder

CHINESE = [
    "今年3月，第五届国家知识产权专家咨询委员会成立，由48名专家组成。",
    "这些专家来自各个领域。",
    "培训中心四年来共培训学员近2000人次。",
    "加载中...",
    "清华大学正在探索设立新的硕士项目，今年面向全国招生，第一批学生九月入学。",
]
ENGLISH = [
    "In March of this year, the fifth National IP Expert Advisory Committee was established,"
    " comprising 48 experts.",
    "These experts come from various fields.",
    "Over the past four years, the training center has trained nearly 2,000 participants.",
    "Tsinghua University is exploring the establishment of a new master's program.",
    "It will start recruiting nationwide this year; the first students enrol in September.",
]


def shapes(beads: list[Bead]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [(bead.source, bead.target) for bead in beads]


def test_pairs_splits_and_leftovers() -> None:
    beads = align(
        CHINESE,
        ENGLISH,
        encoder=default_encoder(),
        chinese_paragraphs=[0, 0, 1, 2, 3],
        english_paragraphs=[0, 0, 1, 2, 2],
    )
    assert shapes(beads) == [
        ((0, 1), (0, 1)),
        ((1, 2), (1, 2)),
        ((2, 3), (2, 3)),
        ((3, 4), (3, 3)),
        ((4, 5), (3, 5)),
    ]
    assert [bead.score > 0.5 for bead in beads] == [True, True, True, False, True]
    assert beads[3].score == 0


def test_every_sentence_is_in_exactly_one_bead() -> None:
    for chinese, english in ((CHINESE, ENGLISH[::-1]), (CHINESE[:1], ENGLISH), (CHINESE, ["Hi."])):
        beads = align(chinese, english, encoder=default_encoder())
        source = [number for bead in beads for number in range(*bead.source)]
        target = [number for bead in beads for number in range(*bead.target)]
        assert source == list(range(len(chinese)))
        assert target == list(range(len(english)))


def test_one_side_or_both_empty() -> None:
    encoder = default_encoder()
    assert align([], [], encoder=encoder) == []
    assert shapes(align(["好。"], [], encoder=encoder)) == [((0, 1), (0, 0))]
    assert shapes(align([], ["Good."], encoder=encoder)) == [((0, 0), (0, 1))]


def test_sentences_without_words_do_no_harm() -> None:
    beads = align(["……", "", CHINESE[1]], ["...", ENGLISH[1]], encoder=default_encoder())
    assert ((2, 3), (1, 2)) in shapes(beads)


def test_two_runs_are_equal() -> None:
    first = align(CHINESE, ENGLISH, encoder=default_encoder())
    assert first == align(CHINESE, ENGLISH, encoder=default_encoder())


def test_a_paragraph_end_inside_a_pair_counts_against_it() -> None:
    chinese = ["他走了。", "她也走了。"]
    english = ["He left, and so did she.", "Nobody stayed."]
    apart = align(
        chinese,
        english,
        encoder=default_encoder(),
        chinese_paragraphs=[0, 1],
        english_paragraphs=[0, 1],
    )
    together = align(
        chinese,
        english,
        encoder=default_encoder(),
        chinese_paragraphs=[0, 0],
        english_paragraphs=[0, 0],
    )
    joined = [bead for bead in together if bead.source == (0, 2)]
    assert not any(
        bead.source == (0, 2) and bead.score >= other.score for bead in apart for other in joined
    )


def test_texts_that_have_nothing_to_do_with_each_other() -> None:
    english = [
        "The cat slept on the warm stones of the harbour wall.",
        "Nobody had seen the postman since Tuesday.",
        "Her grandmother's recipe asked for three lemons and a pinch of salt.",
        "Rain was expected before the evening ferry.",
        "The violin had lost two of its strings.",
    ]
    beads = align(CHINESE, english, encoder=default_encoder())
    assert not [bead for bead in beads if bead.score >= 0.5]
