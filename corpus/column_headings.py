"""Headings of the columns of a table that holds a translation: 序号 | 中文 | English | 备注."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from corpus.model import Language

Column = TypeVar("Column", bound=Hashable)

#: What people call a column, folded to lower case.
_LANGUAGES: tuple[tuple[Language, str], ...] = (
    ("zh", "中文 汉语 漢語 简体中文 繁體中文 中 chinese zh zh-cn zh_cn zh-tw zh-hans zh-hant"),
    ("en", "英文 英语 英語 英 english en en-us en_us en-gb"),
)
#: Columns of text that are not called by their language.
_TEXTS = frozenset(
    "source target 原文 译文 譯文 源文 源语 目标语 translation 术语 術語 term".split()
)
#: Columns of what is no text of the article.
_ASIDES = frozenset(
    "序号 序號 编号 編號 no. no id # 备注 備註 注释 註釋 note notes comment comments remark remarks"
    .split()
)
_HEADINGS: dict[str, Language] = {
    name: language for language, names in _LANGUAGES for name in names.split()
}


@dataclass(frozen=True, slots=True)
class Columns(Generic[Column]):
    """What the first row of a table says of its columns."""

    #: whether there are headings
    named: bool
    languages: Mapping[Column, Language]
    #: columns without text of the article
    asides: frozenset[Column]


def headings(texts: Mapping[Column, str]) -> Columns[Column]:
    """The columns if the row is one of headings.

    Both languages are named (年份 | 中文 | English, whatever the others are called), or all
    cells are known and two of them are of texts.
    """
    folded = {column: text.strip().casefold() for column, text in texts.items()}
    known = {column: _HEADINGS[name] for column, name in folded.items() if name in _HEADINGS}
    asides = frozenset(column for column, name in folded.items() if name in _ASIDES)
    others = [name for column, name in folded.items() if column not in {*known, *asides}]
    both = set(known.values()) == {"zh", "en"}
    texts_alone = not known and len(others) >= 2 and all(name in _TEXTS for name in others)
    if not both and not texts_alone:
        return Columns(False, {}, frozenset())
    return Columns(True, known, asides)
