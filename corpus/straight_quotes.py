"""Which straight quotes open and which close, told by counting."""

from __future__ import annotations


class StraightQuotes:
    """The straight double quotes of a text, asked from left to right, each read once.

    The first opens, the second closes, and so on. Wrong after a quote that is never
    closed and after inches: 5'11".
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._counted = 0
        self._open = False

    def closes(self, place: int) -> bool:
        """Whether the quote at ``place`` closes; places must not go down."""
        self._open ^= bool(self._text.count('"', self._counted, place) % 2)
        self._counted = place
        return self._open
