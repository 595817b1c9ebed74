from pathlib import Path

import pytest
from gold import Gold, beads_of, cut, grown, ladder, lone, morsels, read_sets, unrelated

TALE = Gold(
    "tales/001",
    ("天亮了。", "下雨了，", "我们回家。", "谁也没来。"),
    ("It was day.", "It rained, so we went home.", "Nobody came.", "Not one."),
    (((0,), (0,)), ((1, 2), (1,)), ((3,), (2, 3))),
)


def long_text(count: int) -> Gold:
    """So many pairs of one sentence each, told apart by their numbers."""
    return Gold(
        "made/001",
        tuple(f"第{n}天，船还没有来。" for n in range(count)),
        tuple(f"On day {n} the ship had not come." for n in range(count)),
        tuple(((n,), (n,)) for n in range(count)),
    )


def written(folder: Path, name: str, source: str, target: str, gold: str) -> None:
    for side, text in (("src", source), ("tgt", target), ("gold", gold)):
        (folder / side).mkdir(parents=True, exist_ok=True)
        end = ".align" if side == "gold" else ""
        (folder / side / f"{name}{end}").write_text(text, "utf-8")


def test_sets_are_read_with_the_chinese_side_first(tmp_path: Path) -> None:
    written(tmp_path / "b", "2", "天亮了。\n下雨了。\n", "It was day.\nRain.\n", "[0]:[0]\n[1]:[1]\n")
    written(tmp_path / "a", "1", "One.\nTwo and three.\n", "一。\n二。\n三。\n", "[0]:[0]\n[1]:[1, 2]\n")
    first, second = read_sets(tmp_path)
    assert first == Gold(
        "a/1", ("一。", "二。", "三。"), ("One.", "Two and three."), (((0,), (0,)), ((1, 2), (1,)))
    )
    assert (second.name, second.chinese[1], second.english[1]) == ("b/2", "下雨了。", "Rain.")


def test_what_a_cut_takes_from_one_side_leaves_its_partner_unpaired() -> None:
    text = long_text(200)
    short = cut(text, 1)
    assert short.name == "made/001 cut 1"
    lost = set(text.chinese) - set(short.chinese), set(text.english) - set(short.english)
    assert lost[0] or lost[1]
    kept = {
        (*(short.chinese[i] for i in source), *(short.english[j] for j in target))
        for source, target in short.beads
    }
    for chinese, english in zip(text.chinese, text.english):
        bead = [one for one, gone in ((chinese, lost[0]), (english, lost[1])) if one not in gone]
        assert tuple(bead) in kept
    assert len(kept) == 200 and cut(text, 1) == short != cut(text, 2)


def test_a_third_is_cut_out_where_passages_come_often() -> None:
    text = long_text(1000)
    few, many = cut(text, 1, 30), cut(text, 1, 10)
    shares = [sum(not (a and b) for a, b in one.beads) / 1000 for one in (few, many)]
    assert 0.1 < shares[0] < 0.25 < shares[1] < 0.45


def test_a_sentence_here_and_there_is_missing() -> None:
    text = long_text(1000)
    short = lone(text, 5)
    assert short.name == "made/001 lone 5" and short == lone(text, 5) != lone(text, 6)
    alone = [place for place, (a, b) in enumerate(short.beads) if not (a and b)]
    assert len(short.beads) == 1000 and 30 <= len(alone) <= 50
    # never two at once, now on this side and now on that
    gaps = [after - before for before, after in zip(alone, alone[1:])]
    assert 12 <= min(gaps) and max(gaps) < 37
    assert 10 <= len(text.chinese) - len(short.chinese) <= 40
    assert len(text.chinese) + len(text.english) - len(short.chinese + short.english) == len(alone)


def test_what_faced_two_sentences_is_alone_twice() -> None:
    found = lone(TALE, 2, 3)
    assert found.chinese == TALE.chinese[:3] and found.english == TALE.english
    assert found.beads == (((0,), (0,)), ((1, 2), (1,)), ((), (2,)), ((), (3,)))


def test_unrelated_texts_have_no_pairs() -> None:
    other = long_text(9)
    found = unrelated(TALE, other, 2)
    assert found.chinese == TALE.chinese[:2] and found.english == other.english[-2:]
    assert found.beads == (((0,), ()), ((1,), ()), ((), (0,)), ((), (1,)))


def test_morsels_are_right_or_lack_half_or_face_something_else() -> None:
    first, wrong, pair, half, others, *rest = morsels(long_text(30), 20, 10)
    chinese, english = "第{}天，船还没有来。", "On day {} the ship had not come."
    assert (first.chinese, first.english) == ((chinese.format(0),), (english.format(0),))
    assert first.beads == (((0,), (0,)),)
    assert wrong.english == (english.format(10),)
    assert wrong.beads == (((0,), ()), ((), (0,)))
    assert pair.chinese == (chinese.format(0), chinese.format(1))
    assert pair.beads == (((0,), (0,)), ((1,), (1,)))
    # the Chinese of the first lacks its second half
    assert (half.chinese, half.english) == (first.chinese, pair.english)
    assert half.beads == (((0,), (0,)), ((), (1,)))
    assert others.english == (english.format(10), english.format(11))
    assert others.beads == (((0,), ()), ((1,), ()), ((), (0,)), ((), (1,)))
    assert rest == []


def test_a_morsel_counts_its_sentences_anew() -> None:
    right, wrong, *_ = morsels(Gold("", TALE.chinese[1:], TALE.english[1:],
                                    (((0, 1), (0,)), ((2,), (1, 2)))), 1, 1)  # fmt: skip
    assert right.beads == (((0, 1), (0,)),)
    assert wrong.english == ("Nobody came.", "Not one.")


def test_a_ladder_fills_gaps_and_leaves_out_what_crosses() -> None:
    text = Gold("", ("一",) * 4, ("one",) * 4, (((0,), (1,)), ((1,), (0,)), ((3,), (3,))))
    assert ladder(text) == [
        ((0, 0), (0, 1)), ((0, 1), (1, 2)), ((1, 2), (2, 2)), ((2, 3), (2, 2)),
        ((3, 3), (2, 3)), ((3, 4), (3, 4)),
    ]  # fmt: skip
    assert ladder(TALE) == [((0, 1), (0, 1)), ((1, 3), (1, 2)), ((3, 4), (2, 4))]
    assert beads_of(ladder(TALE)) == set(TALE.beads)


@pytest.mark.parametrize(
    "sizes, steps",
    [
        ((4, 4), [((0, 2), (0, 2)), ((2, 4), (2, 4))]),
        ((1, 8), [((0, 1), (0, 6)), ((1, 1), (6, 7)), ((1, 1), (7, 8))]),
    ],
)
def test_a_bead_that_is_too_large_is_taken_apart(
    sizes: tuple[int, int], steps: list[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    bead = tuple(range(sizes[0])), tuple(range(sizes[1]))
    assert ladder(Gold("", ("一",) * sizes[0], ("one",) * sizes[1], (bead,))) == steps


def test_a_grown_text_says_nothing_twice() -> None:
    text = grown([long_text(90)], 250)
    # whole passages of forty, forty and ten
    assert 250 <= len(text.chinese) <= 290 and len(text.english) == len(text.chinese)
    assert len(text.beads) == len(text.chinese)
    for (source,), (target,) in text.beads:
        number = text.chinese[source].split("第")[-1].split("天")[0]
        assert f"ay {number} the ship" in text.english[target]
    passages = [text.chinese[start : start + 40] for start in range(0, 240, 40)]
    assert len(set(passages)) == len(passages)
