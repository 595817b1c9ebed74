from gaps import counted, f1, told
from gold import Gold

TALE = Gold(
    "tales/001",
    ("天亮了。", "下雨了，", "谁也没来。"),
    ("It was day.", "It rained.", "We went home."),
    (((0,), (0,)), ((1,), (1,)), ((2,), ()), ((), (2,))),
)


def test_a_bead_counts_only_as_a_whole() -> None:
    counts = counted({((0,), (0,)), ((1, 2), (1,))}, set(TALE.beads))
    assert counts.tolist() == [1, 2, 4]
    assert f1(counts) == 2 / 6


def test_nothing_found_in_nothing_is_no_success() -> None:
    assert f1(counted(set(), set())) == 0


def test_what_is_told_of_unpaired_sentences() -> None:
    # the Chinese sentence that nothing faces was joined to its neighbour
    found = {((0,), (0,)), ((1, 2), (1,)), ((), (2,))}
    assert told("a tale", [(TALE, found)]) == (
        "a tale: F1 tales 0.5714; unpaired sentences (2): precision 1.000, recall 0.500"
    )


def test_sets_are_told_apart_and_unpaired_sentences_summed() -> None:
    paper = Gold("papers/1", ("一。",), (), (((0,), ()),))
    right = paper, set(paper.beads)
    assert told("both", [(TALE, set(TALE.beads)), right, right]) == (
        "both: F1 tales 1.0000, papers 1.0000;"
        " unpaired sentences (4): precision 1.000, recall 1.000"
    )
    assert told("all wrong", [(paper, set())]).endswith("precision 0.000, recall 0.000")
