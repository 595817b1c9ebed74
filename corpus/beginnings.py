"""Where in a dictionary the lines lie that begin with a character, without reading the lines.

A dictionary of a hundred thousand lines is looked up for a few hundred words of an article.
It stays as it is, in the bytes of its file, and only these places are worked out.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Letters = NDArray[np.uint8]
Places = NDArray[np.int64]

#: Half-open stretches by character. Tuples of numbers, since Python's garbage collector walks
#: through all lists there are again and again.
Runs = dict[str, tuple[tuple[int, int], ...]]

#: By the number of bytes behind the first in UTF-8: the least first byte, and its bits that
#: are the character's.
_LONGER = ((0xC0, 0x1F), (0xE0, 0x0F), (0xF0, 0x07))
#: The bits of a later byte that are the character's.
_LATER = 0x3F


def characters(letters: Letters, places: Places) -> Places:
    """The code points that begin at these places of UTF-8."""
    lead = letters[places].astype(np.int64)
    found = lead.copy()
    for least, bits in _LONGER:
        longer = lead >= least
        found[longer] = lead[longer] & bits
    for behind, (least, _) in enumerate(_LONGER, 1):
        longer = lead >= least
        found[longer] = found[longer] << 6 | letters[places[longer] + behind] & _LATER
    return found


def runs(starts: Places, end: int, *first: Places) -> Runs:
    """Half-open stretches of the lines by each character that they are looked up by.

    ``starts`` are the lines' places or numbers, ``end`` is the one behind the last. ``first`` are
    one code point a line, or several: those of its simplified and its traditional word.
    """
    changes = np.ones(len(starts), dtype=bool)
    changes[1:] = np.any([np.diff(some) != 0 for some in first], axis=0)
    begin = np.flatnonzero(changes)
    places = [*starts[begin].tolist(), end]
    found: Runs = {}
    for start, stop, *codes in zip(places, places[1:], *(some[begin].tolist() for some in first)):
        for character in map(chr, set(codes)):
            found[character] = (*found.get(character, ()), (start, stop))
    return found
