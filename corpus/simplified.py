"""Traditional Chinese read as Simplified, character by character, for evidence only."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from corpus.kept import kept

#: Characters of the texts whose simplified form is kept: the numbers ask again for each pair.
_CHARACTERS_KEPT = 1 << 17


@cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")


@kept(_CHARACTERS_KEPT)
def simplified(text: str) -> str:
    """The text in simplified characters, as long as the original: offsets hold in both.

    The dictionary, the numbers and the encoder know 萬 as 万. What OpenCC would make longer
    or shorter stays as it is. Words stay those of their region: 軟體 becomes 软体, not 软件.
    """
    try:
        converted: str = _converter().convert(text)
    except UnicodeEncodeError:  # a lone surrogate
        return text
    return converted if len(converted) == len(text) else text


#: Han characters of the basic plane: what OpenCC changes.
_HAN = re.compile("[\u3400-\u9fff]+")


def as_written(quoting: str, original: str) -> str:
    """A text that quotes the simplified form of ``original``, quoting what stands there.

    Runs of Han characters that the simplified form does not have stay as they are.
    """
    plain = simplified(original)
    if plain == original:
        return quoting

    def restored(run: re.Match[str]) -> str:
        place = plain.find(run.group())
        return original[place : place + len(run.group())] if place >= 0 else run.group()

    return _HAN.sub(restored, quoting)
