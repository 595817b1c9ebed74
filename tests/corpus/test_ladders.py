from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import InputError
from corpus.ladders import Link, parse_align, parse_intertext, parse_ladder, read_links, write_align
from corpus.model import Language, Pair, Segment


def segment(number: int, language: Language) -> Segment:
    return Segment(f"s{number}", language, number, 0, 0, number + 1)


def pair(index: int, source: range, target: range, score: float) -> Pair:
    return Pair(
        index,
        tuple(segment(number, "zh") for number in source),
        tuple(segment(number, "en") for number in target),
        score,
    )


def test_written_as_the_contract_says() -> None:
    pairs = [
        pair(0, range(0, 2), range(0, 1), 0.97314),
        pair(1, range(2, 3), range(1, 1), 0),
        pair(2, range(3, 3), range(1, 2), 0),
        pair(3, range(3, 4), range(2, 4), 1),
    ]
    assert write_align(pairs) == (
        "[0, 1]:[0]:0.9731\n[2]:[]:0.0000\n[]:[1]:0.0000\n[3]:[2, 3]:1.0000\n"
    )
    assert write_align([]) == ""


beads = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 10_000)).filter(
        lambda bead: bead[0] + bead[1] > 0
    )
)


@settings(deadline=None)
@given(beads)
def test_what_is_written_is_read_back(shapes: list[tuple[int, int, int]]) -> None:
    source = target = 0
    pairs: list[Pair] = []
    for wide, high, score in shapes:
        sides = range(source, source + wide), range(target, target + high)
        pairs.append(pair(len(pairs), *sides, score / 10_000))
        source, target = source + wide, target + high
    links = parse_align(write_align(pairs), "x.align")
    assert [(link.source, link.target, link.score) for link in links] == [
        (
            tuple(one.number for one in made.source),
            tuple(one.number for one in made.target),
            made.score,
        )
        for made in pairs
    ]
    assert [n for link in links for n in link.source] == list(range(source))
    assert [n for link in links for n in link.target] == list(range(target))


@settings(deadline=None)
@given(beads)
def test_a_ladder_gives_back_its_beads(shapes: list[tuple[int, int, int]]) -> None:
    source = target = 0
    rungs, links = [], []
    for wide, high, score in shapes:
        rungs.append(f"{source}\t{target}\t{score}\n")
        sides = range(source, source + wide), range(target, target + high)
        links.append(Link(tuple(sides[0]), tuple(sides[1]), float(score)))
        source, target = source + wide, target + high
    rungs.append(f"{source}\t{target}\t0\n")
    assert parse_ladder("".join(rungs), "x.ladder") == links


@settings(deadline=None)
@given(st.text("[]0123,: .-\t\nx", max_size=30))
def test_a_bad_file_is_told_never_a_bug(text: str) -> None:
    for parse in (parse_align, parse_ladder):
        try:
            parse(text, "x")
        except InputError as error:
            assert error.where.startswith("x:")


def test_align_with_and_without_scores() -> None:
    text = "[0, 1]:[0]\n\n [2] : [ ] : 0.5 \n[]:[1]:-1e-3\r\n[3]:[2,3]:1\n"
    assert parse_align(text, "x") == [
        Link((0, 1), (0,)),
        Link((2,), (), 0.5),
        Link((), (1,), -0.001),
        Link((3,), (2, 3), 1.0),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[0]:[0]\n[1:[1]", "x:2:1: expected a list as [0, 1], found '[1:[1]'"),
        ("[0]:[a]", "x:1:5: expected a list as [0, 1], found '[a]'"),
        ("[0][1]", "x:1:4: expected a colon, found '[1]'"),
        ("[0]", "x:1:4: expected a colon"),
        ("[0]:[0]:high", "x:1:9: expected a score, found 'high'"),
        ("[0]:[0] 1", "x:1:9: expected a colon, found '1'"),
    ],
)
def test_align_errors_name_the_place(text: str, message: str) -> None:
    with pytest.raises(InputError) as raised:
        parse_align(text, "x")
    assert str(raised.value) == message


def test_ladder() -> None:
    text = "0\t0\t0.3\n2\t1\t-0.3\n3\t1\t0\n3\t2\t1.5\n5\t4\t0\n"
    assert parse_ladder(text, "x") == [
        Link((0, 1), (0,), 0.3),
        Link((2,), (), -0.3),
        Link((), (1,), 0.0),
        Link((3, 4), (2, 3), 1.5),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("0\t0\t0\n2\tb\t0", "x:2:3: expected a number, found 'b\\t0'"),
        ("0\t0\t0\n2\t2\t0\n1\t3\t0", "x:3:1: the ladder goes backwards"),
        ("0\t0\tx", "x:1:5: expected a score, found 'x'"),
        ("7", "x:1:1: a ladder's line is i TAB j TAB score"),
    ],
)
def test_ladder_errors_name_the_place(text: str, message: str) -> None:
    with pytest.raises(InputError) as raised:
        parse_ladder(text, "x")
    assert str(raised.value) == message


INTERTEXT = """<?xml version='1.0' encoding='utf-8'?>
<linkGrp toDoc='news.en.xml' fromDoc='news.zh.xml'>
<link type='1-2' xtargets='1:1;1:1 1:2' status='man'/>
<link type='0-1' xtargets=';2:1' status='man'/>
<link type='1-0' xtargets='1:10;' status='man'/>
<link type='2-1' xtargets='1:9 2:1;2:2' status='auto' mark='0'/>
</linkGrp>
"""


def test_intertext_names_become_ranks() -> None:
    # target names 1:1 1:9 1:10 2:1, source names 1:1 1:2 2:1 2:2
    assert parse_intertext(INTERTEXT.encode(), "x") == [
        Link((0, 1), (0,)),
        Link((2,), ()),
        Link((), (2,)),
        Link((3,), (1, 3)),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<linkGrp><link xtargets='1:1'/></linkGrp>", "x:1:1: a link needs xtargets='…;…'"),
        (
            "<linkGrp>\n<link xtargets='a;1:1'/></linkGrp>",
            "x:2:1: 'a' names no sentence (expected 12 or 3:12)",
        ),
        # eval has no --from to name
        (
            "<tmx version='1.4'/>",
            "x: no <linkGrp> in it (of XML, InterText's and OPUS's alignments are read)",
        ),
    ],
)
def test_intertext_errors_name_the_place(text: str, message: str) -> None:
    with pytest.raises(InputError) as raised:
        parse_intertext(text.encode(), "x")
    assert str(raised.value) == message


def test_a_file_is_known_by_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "news"
    path.write_bytes(b"\xef\xbb\xbf[0]:[0]\n")
    assert read_links(path) == [Link((0,), (0,))]
    path.write_text("0\t0\t1\n1\t1\t0\n")
    assert read_links(path) == [Link((0,), (0,), 1.0)]
    path.write_text("<linkGrp><link xtargets='1;1'/></linkGrp>")
    assert read_links(path) == [Link((0,), (0,))]


def test_unreadable_files(tmp_path: Path) -> None:
    path = tmp_path / "news.align"
    with pytest.raises(InputError, match="no such file"):
        read_links(path)
    path.write_bytes(b"")
    with pytest.raises(InputError, match="holds no alignment"):
        read_links(path)
    path.write_bytes(b"[0]:[0]\n\xff\xfe")
    with pytest.raises(InputError) as raised:
        read_links(path)
    assert str(raised.value) == f"{path}:2: is not UTF-8"
