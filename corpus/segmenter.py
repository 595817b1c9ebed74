"""Chinese text cut into words as jieba cuts it, by its counterpart in Rust (jieba-rs).

Both lay the words of one dictionary end to end so that their shares of running text multiply to
the most, and give what stays in single characters to a hidden Markov model, which finds names and
coinages. Figures and Latin letters between Chinese characters they cut differently, so that is
done here. ``tests/corpus/test_segmenter.py`` holds the result equal to jieba's own.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

#: What the dictionary cuts; marks and other scripts stand alone, character by character.
_RUN = re.compile(r"([一-鿕a-zA-Z0-9+#&._%\-]+)")
_BREAK = re.compile(r"(\r\n|\s)")
#: A piece that jieba-rs leaves whole or cuts in its own way: COVID-19, 2.2.4.
_NO_HAN = re.compile(r"[a-zA-Z0-9+#&._%\-]+")
#: Figures and Latin words beside the marks between them.
_LATIN_RUN = re.compile(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")


def cut(text: str) -> list[str]:
    """The words of a text in order; joined they give the text."""
    found: list[str] = []
    inside = True
    for part in _RUN.split(text):
        inside = not inside
        if inside:
            found += _words(part)
        elif len(part) < 2:
            found += part
        else:
            for piece in _BREAK.split(part):
                found += (piece,) if _BREAK.match(piece) else piece
    return found


def is_word(text: str) -> bool:
    """Whether jieba's dictionary has the word; what it hasn't, the model guessed."""
    listed: bool = _jieba().has_word(text)
    return listed


def _words(run: str) -> list[str]:
    words: list[str] = _jieba().cut(run)
    if not _NO_HAN.search(run):
        return words
    found: list[str] = []
    latin = ""
    for word in words:
        # AT&T and C++ are words of the dictionary
        if _NO_HAN.fullmatch(word) and not (len(word) > 1 and is_word(word)):
            latin += word
            continue
        found += filter(None, _LATIN_RUN.split(latin))
        latin = ""
        found.append(word)
    found += filter(None, _LATIN_RUN.split(latin))
    return found


@cache
def _jieba() -> Any:
    import rjieba  # reads its dictionary

    return rjieba
