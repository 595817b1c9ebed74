from __future__ import annotations

import pytest

from corpus.foreign import foreign, foreign_keys
from corpus.words import chinese_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("苏恩·斯泰普·索伦森先生", ["苏恩·斯泰普·索伦森"]),
        ("谢谢苏恩·斯泰普先生", ["苏恩·斯泰普"]),
        ("伦理道德", []),
        ("惠特默说", ["惠特默"]),
        ("这张图很清楚", []),
        ("我们和平解决", []),
        ("", []),
    ],
)
def test_foreign(text: str, expected: list[str]) -> None:
    found = foreign(text, chinese_words(text))
    assert [text[start:end] for start, end, _ in found if end - start > 2] == expected


def test_parts_that_the_dictionary_knows() -> None:
    assert "john" in foreign_keys("约翰·惠特默")
