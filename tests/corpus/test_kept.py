from __future__ import annotations

import gc
import weakref

from corpus.kept import kept


class _Result:
    """What a weak reference can watch."""


def test_a_text_is_worked_out_once() -> None:
    asked: list[str] = []

    @kept(100)
    def upper(text: str) -> str:
        asked.append(text)
        return text.upper()

    assert [upper("ab"), upper("cd"), upper("ab")] == ["AB", "CD", "AB"]
    assert asked == ["ab", "cd"]


def test_long_texts_are_not_kept_and_take_no_room() -> None:
    asked: list[str] = []

    @kept(100)
    def size(text: str) -> int:
        asked.append(text)
        return len(text)

    size("ab")
    assert size("x" * 26) == size("x" * 26) == 26
    assert len(asked) == 3
    size("ab")
    assert len(asked) == 3


def test_no_more_is_kept_than_texts_of_that_size() -> None:
    alive: list[weakref.ref[_Result]] = []

    @kept(100)
    def result(text: str) -> _Result:
        found = _Result()
        alive.append(weakref.ref(found))
        return found

    for number in range(1000):
        result(f"{number:010}")
    gc.collect()
    living = [reference for reference in alive if reference() is not None]
    # ten characters each: five to ten of a thousand
    assert 5 <= len(living) <= 10
    assert living == alive[-len(living) :]


def test_what_is_asked_for_again_outlives_the_rest() -> None:
    asked: list[str] = []

    @kept(100)
    def upper(text: str) -> str:
        asked.append(text)
        return text.upper()

    for number in range(50):
        upper("twenty characters ..")
        upper(f"{number:020}")
    assert asked.count("twenty characters ..") == 1


def test_the_generations_may_turn_while_a_text_is_worked_out() -> None:
    """As when another thread asks: here the function itself asks for what fills them."""

    @kept(8)
    def upper(text: str) -> str:
        if text == "a":
            for other in ("bb", "cc", "dd"):
                upper(other)
        return text.upper()

    assert [upper("a"), upper("a"), upper("dd")] == ["A", "A", "DD"]
