"""Cutting a text where findings begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.marks import Piece, pieces, whole

TEXT = "同学们应拥抱变革与创新,善用技术工具。"


def test_without_findings_the_text_is_one_piece() -> None:
    assert pieces(TEXT, {}) == (Piece(TEXT),)


def test_an_empty_text_has_no_pieces() -> None:
    assert pieces("", {}) == ()


def test_a_finding_cuts_out_its_words() -> None:
    assert pieces(TEXT, {1: (4, 11)}) == (
        Piece("同学们应"),
        Piece("拥抱变革与创新", (1,), (1,)),
        Piece(",善用技术工具。"),
    )


def test_overlapping_findings_share_a_piece_and_end_apart() -> None:
    assert pieces(TEXT, {1: (4, 11), 2: (9, 16)}) == (
        Piece("同学们应"),
        Piece("拥抱变革与", (1,)),
        Piece("创新", (1, 2), (1,)),
        Piece(",善用技术", (2,), (2,)),
        Piece("工具。"),
    )


def test_the_same_span_twice_and_one_inside_another() -> None:
    assert pieces("一二三四", {1: (0, 4), 2: (1, 2), 3: (1, 2)}) == (
        Piece("一", (1,)),
        Piece("二", (1, 2, 3), (2, 3)),
        Piece("三四", (1,), (1,)),
    )


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (2, (Piece("ab"), Piece("", (1,), (1,)), Piece("cd"))),
        (4, (Piece("abcd"), Piece("", (1,), (1,)))),
    ],
)
def test_an_empty_span_is_a_place_to_put_something_in(
    place: int, expected: tuple[Piece, ...]
) -> None:
    assert pieces("abcd", {1: (place, place)}) == expected


def test_spans_past_the_end_are_cut_off_there() -> None:
    assert pieces("abcd", {1: (2, 99), 2: (-3, 1)}) == (
        Piece("a", (2,), (2,)),
        Piece("b"),
        Piece("cd", (1,), (1,)),
    )


def test_astral_characters_count_one() -> None:
    assert pieces("\U00020000好😀", {1: (1, 2)})[1] == Piece("好", (1,), (1,))


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        (TEXT, (0, 0), True),
        ("", (0, 3), True),
        (TEXT, (90, 95), True),
        (TEXT, (0, 1), False),
        (TEXT, (5, 5), False),
        ("abcd", (4, 4), False),
    ],
)
def test_which_spans_speak_of_the_whole_side(
    text: str, span: tuple[int, int], expected: bool
) -> None:
    assert whole(text, span) is expected


@given(
    st.text("一二ab,。\U00020000", max_size=12),
    st.lists(st.tuples(st.integers(-2, 14), st.integers(-2, 14)), max_size=5),
)
def test_joined_pieces_are_the_text_and_each_finding_ends_once(
    text: str, spans: list[tuple[int, int]]
) -> None:
    numbered = dict(enumerate(spans, start=1))
    found = pieces(text, numbered)
    assert "".join(piece.text for piece in found) == text
    ended = sorted(number for piece in found for number in piece.ending)
    assert ended == sorted(numbered)
