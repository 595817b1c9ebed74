import numpy as np

from align.aligner import align, posterior
from align.beads import Bead
from align.corridor import full
from align.encoder import default_encoder
from align.evidence import NAMES, NULL_NAMES
from align.lattice import all_beads
from align.reader import read_side
from align.weights import Weights

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


def test_where_few_sentences_seem_unpaired_each_of_them_is_less_so() -> None:
    source = read_side(CHINESE[:3], default_encoder(), chinese=True)
    target = read_side(ENGLISH[:3], default_encoder(), chinese=False)
    lattice = all_beads(full(3, 3))
    columns = np.zeros((len(lattice), len(NAMES)))
    # an unpaired sentence is rare whatever it says; then its worth depends on the text's gaps
    rare = np.zeros(len(NULL_NAMES))
    rare[0] = -9.0
    told = rare.copy()
    told[NULL_NAMES.index("unpaired, by the text's gaps")] = 5.0
    beads = np.zeros(len(NAMES))
    plain, signed = (
        posterior(lattice, columns, source, target, 0.0, Weights(beads, own, own, (0.0, 0.0)))
        for own in (rare, told)
    )
    assert 0 < plain.source.sum() < 0.05
    assert signed.source.sum() < 0.7 * plain.source.sum()
    assert signed.target.sum() < 0.7 * plain.target.sum()


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


#: A short article, sentence by sentence.
TOWN = [
    ("市政府上周宣布，今年将在老城区新建三所小学。",
     "The city government announced last week that three new primary schools would be built in"
     " the old town this year."),
    ("工程预计明年春天完工，总投资约两亿元。",
     "The work is expected to be finished next spring at a total cost of about 200 million yuan."),
    ("附近的居民对这个消息表示欢迎。", "People living nearby welcomed the news."),
    ("不过，也有人担心施工期间交通会更加拥堵。",
     "Some, however, fear that traffic will get worse during construction."),
    ("去年全市新增人口超过五万。",
     "Last year the city's population grew by more than fifty thousand."),
    ("许多年轻家庭选择住在地铁站旁边。",
     "Many young families choose to live next to a metro station."),
]  # fmt: skip


def scores(chinese: list[int], english: list[int]) -> dict[tuple[int, ...], float]:
    """Scores by the numbers of the article's sentences on both sides."""
    beads = align(
        [TOWN[n][0] for n in chinese], [TOWN[n][1] for n in english], encoder=default_encoder()
    )
    return {
        (*chinese[slice(*bead.source)], *english[slice(*bead.target)]): bead.score
        for bead in beads
        if bead.paired
    }


def test_right_pairs_are_believed_however_few_they_are() -> None:
    for count in (1, 2, 3, 6):
        found = scores(list(range(count)), list(range(count)))
        assert list(found) == [(n, n) for n in range(count)]
        assert min(found.values()) > 0.95


def test_a_sentence_that_one_side_left_out_says_nothing_against_its_neighbours() -> None:
    for chinese, english in (([0, 1], [0]), ([0], [0, 1]), ([2, 0], [0]), ([4], [3, 4])):
        found = scores(chinese, english)
        (both,) = set(chinese) & set(english)
        assert list(found) == [(both, both)]
        assert found[both, both] > 0.5
    # nor do three of six
    found = scores([0, 1, 2, 3, 4, 5], [0, 1, 2])
    assert list(found) == [(0, 0), (1, 1), (2, 2)]
    assert min(found.values()) > 0.9


def test_few_sentences_that_do_not_belong_together_are_no_pairs() -> None:
    for chinese, english in (([0], [2]), ([1], [4]), ([0, 1], [4, 5]), ([1, 2, 3], [5, 0, 4])):
        found = scores(chinese, english)
        assert not [place for place, score in found.items() if score >= 0.5]
