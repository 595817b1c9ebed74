from repair import Damaged, _judged, damaged

from corpus.segmentation import segments

LINES = tuple(f"第{n}天早上，船还没有到码头。" for n in range(60))
ENGLISH = tuple(f"On the morning of day {n} the ship had not reached the quay." for n in range(60))


def texts(side: Damaged) -> list[str]:
    return [block.text for block in side.document.blocks]


def test_undamaged_lines_are_paragraphs_of_five() -> None:
    side = damaged(ENGLISH[:7], "en", "none", 1)
    assert texts(side) == [" ".join(ENGLISH[:5]), " ".join(ENGLISH[5:7])]
    text = side.document.text
    assert sorted(side.ends) == [text.index(line) + len(line) for line in ENGLISH[:7]]
    assert {segment.end for segment in segments(side.document.blocks)} == side.ends


def test_stops_are_lost_but_the_end_of_the_line_is_known() -> None:
    side = damaged(LINES, "zh", "stops", 1)
    text = side.document.text
    lost = [end for end in side.ends if text[end - 1] != "。"]
    assert len(side.ends) == 60 and 2 <= len(lost) <= 12
    for end in lost:
        assert text[:end].endswith("船还没有到码头") and text[end] == " "
    # at the end of a paragraph the stop stays
    assert all(block.endswith("。") for block in texts(side))


def test_lines_are_wrapped_between_words() -> None:
    side = damaged(ENGLISH, "en", "wraps", 1)
    whole = damaged(ENGLISH, "en", "none", 1)
    assert len(texts(side)) > len(texts(whole)) == 12
    assert " ".join(texts(side)) == " ".join(texts(whole))
    # a break in the middle of a sentence is no end
    assert len(side.ends) == 60


def test_the_judgement_counts_what_changed_on_each_side_of_the_truth() -> None:
    side = damaged(("天亮了。", "船来了，", "人走了。"), "zh", "none", 1)
    found = segments(side.document.blocks)
    # 船来了， ends with a comma: the hand-made line ends there, the segmentation does not
    assert [segment.text for segment in found] == ["天亮了。", "船来了，人走了。"]
    counted = _judged("zh", side, found)
    assert counted["zh boundaries"] == 3 and counted["zh missed before"] == 1
    assert counted["zh split, right"] == counted["zh joined, wrong"] == 0
    joined = [segment for segment in found if segment.end != 4]
    assert _judged("zh", side, joined)["zh joined, wrong"] == 1
