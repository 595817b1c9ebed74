"""jieba's dictionary (349,046 words with counts and parts of speech), a word looked up at a time.

A table of all words would take a quarter of a second and 60 MB, and an article needs a few hundred
of them. To cut a text into words is the work of ``corpus.segmenter``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np

from corpus.beginnings import characters, runs
from corpus.installed import data_file

#: Sum of all counts in jieba 0.42.1's dictionary.
TOTAL = 60_101_967


class Dictionary:
    """Lines of a word, its count and its part of speech."""

    def __init__(self, data: bytes) -> None:
        # each word behind a line's end, the first one too
        self._data = b"\n" + data
        letters = np.frombuffer(self._data, dtype=np.uint8)
        starts = np.flatnonzero(letters[:-1] == ord("\n")) + 1
        self._runs = runs(starts, len(self._data), characters(letters, starts))

    def count(self, word: str) -> int:
        """How often the word was seen; 0 for a word that is not in the dictionary."""
        fields = self._fields(word)
        return int(fields[0]) if fields else 0

    def is_person(self, word: str) -> bool:
        """Whether the dictionary calls the word, of two and more characters, a person's name."""
        fields = self._fields(word) if len(word) > 1 else []
        return bool(fields) and fields[1].startswith(b"nr")

    def _fields(self, word: str) -> list[bytes]:
        """Count and part of speech of a word, nothing for one that is not listed."""
        line = b"\n%b " % word.encode("utf-8", "replace")
        for start, end in self._runs.get(word[:1], ()):
            found = self._data.find(line, start - 1, end)
            if found >= 0:
                start = found + len(line)
                return self._data[start : self._data.find(b"\n", start)].split()
        return []


def _file() -> Path:
    return data_file("jieba", "dict.txt")


def dictionary_text() -> str:
    """The dictionary as jieba ships it: word, count and part of speech, one word a line."""
    return _file().read_text(encoding="utf-8")


@cache
def dictionary() -> Dictionary:
    """The one dictionary of this process."""
    return Dictionary(_file().read_bytes())
