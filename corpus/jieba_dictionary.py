"""jieba's dictionary (349,046 words with counts and parts of speech), read as far as needed.

A word is looked up under its first character, and only the words that begin with a character
of the text are read: a few thousand for an article. jieba itself builds the table of all
words and their beginnings, in a second and 60 MB, and keeps it in the folder for temporary
files, where anybody may write.
"""

from __future__ import annotations

import re
from functools import cache

from corpus.installed import data_file

#: Sum of all counts in jieba 0.42.1's dictionary.
TOTAL = 60_101_967

#: A run of lines that begin with the same character.
_RUN = re.compile(r"^(.).*\n?(?:\1.*\n?)*", re.MULTILINE)


class Dictionary:
    """Words by their beginnings."""

    def __init__(self, text: str) -> None:
        # each word behind a line's end, the first one too
        self._text = text = f"\n{text}"
        self._runs: dict[str, list[tuple[int, int]]] = {}
        for run in _RUN.finditer(text):
            self._runs.setdefault(run[1], []).append(run.span())
        #: word to count, beginning of a word to 0; whole for the characters in ``read``
        self.counts: dict[str, int] = {}
        self.read: set[str] = set()

    def need(self, text: str) -> None:
        """Read the words that begin with any character of the text."""
        for character in set(text) - self.read:
            self._read(character)

    def count(self, word: str) -> int:
        """How often the word was seen; 0 for a word that is not in the dictionary."""
        self.need(word[:1])
        return self.counts.get(word, 0)

    def is_person(self, word: str) -> bool:
        """Whether the dictionary calls the word, of two and more characters, a person's name."""
        if len(word) < 2:
            return False
        for start, end in self._runs.get(word[0], ()):
            line = self._text.find(f"\n{word} ", start - 1, end) + 1
            if line and self._text[line : self._text.find("\n", line)].split()[2][:2] == "nr":
                return True
        return False

    def _read(self, character: str) -> None:
        counts = self.counts
        for start, end in self._runs.get(character, ()):
            fields = self._text[start:end].split()
            words = fields[::3]
            counts.update(zip(words, map(int, fields[1::3])))
            counts.setdefault(character, 0)
            size = 2
            while words := [word for word in words if len(word) > size]:
                for beginning in {word[:size] for word in words}:
                    counts.setdefault(beginning, 0)
                size += 1
        # last, so that no other thread takes the character for read before it is
        self.read.add(character)


def dictionary_text() -> str:
    """The dictionary as jieba ships it: word, count and part of speech, one word a line."""
    return data_file("jieba", "dict.txt").read_text(encoding="utf-8")


@cache
def dictionary() -> Dictionary:
    """The one dictionary of this process."""
    return Dictionary(dictionary_text())
