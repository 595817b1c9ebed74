"""Lines that hold both languages: 图:产权组织中国办事处|Photo: WOC becomes two blocks.

A Latin name inside Chinese text or a Chinese gloss inside English text is no second
language of the line. So a line is cut only where both parts stand as text of their own:
each nearly pure in its script, of a length that could be a translation of the other, and
parted by a separator, a wide blank or the end of a sentence. Where nothing but a blank or
nothing at all parts them (第一章 总则 Chapter I General Provisions), the English part must
read like English, or many lines of the document must have the same shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpus.lines import trimmed
from corpus.model import Language
from corpus.scripts import HAN, LATIN, count, has_han, has_latin, language_of


class Piece(NamedTuple):
    """A part of a line in one language."""

    start: int
    end: int
    language: Language


#: Bars and wide blanks; a slash is judged apart, it stands in 和/或 and TCP/IP as well.
_BAR = re.compile(r"\s*[|｜∣┃│]\s*|\s*\t\s*|[^\S\n\r]{2,}|\N{IDEOGRAPHIC SPACE}+")
_SLASH = re.compile(r"(?:(?<!\s)\s++)?[/／]\s*")
_BRACKETED = re.compile(r"[(（\[［【][^()（）\[\]［］【】]*[)）\]］】]|“[^“”]*”|《[^《》]*》|\"[^\"]*\"")

#: English words per Chinese character between which two short texts can be translations.
#: Running text has .31 to 1.17; names of offices in short form go down to .2 (产权组织中国办事处,
#: WOC's Photo), 国 "country" up to 1, 法定代表人 "legal representative of a company" in between.
_RATIO = (0.15, 3.0)
#: Between the cells of a table, abbreviations face long names: 世界知识产权组织, WIPO.
_CELL_RATIO = (0.04, 6.0)
#: With nothing but a blank between, the English may not be so much longer: 下载 Microsoft Office
#: for Mac has 2.
_BARE_RATIO = 1.5
#: Share of the other script that a part may hold and still count as nearly pure: WIPO in a
#: Chinese heading, one glossed term in an English sentence.
_FOREIGN_SHARE = 0.34
#: The smallest part that is text of its own.
_LEAST_HAN, _LEAST_WORDS = 2, 1
#: Inside a paragraph, sentences must be this long to count as a change of language:
#: 他说了一句：OK. 大家都笑了。 is Chinese throughout.
_SENTENCE_HAN, _SENTENCE_WORDS = 6, 4

#: The seam of a line with nothing but a blank, or nothing, between its languages.
_SEAM = re.compile(
    rf"""
      (?<=[{HAN}）】》”。！？；：，、…])[ \xa0]*(?=[“"'(]?[{LATIN}]) # 总则 Chapter
    | (?<=[{LATIN}0-9.,!?;:)”"'’%])[ \xa0]*(?=[“《【（]?[{HAN}])    # Provisions 第一章
    """,
    re.VERBOSE,
)
#: Words that show an English phrase, not a brand or a person.
_ENGLISH_GLUE = re.compile(
    r"\b(?:the|of|and|or|to|in|on|for|with|by|from|at|an?|is|are|was|were|be|this|that|its|as)\b"
)
#: Headings that laws, contracts and reports share: 第一章 … Chapter I …, 附件 Annex.
_ENGLISH_HEADING = re.compile(
    r"(?:Chapter|Article|Section|Part|Annex|Appendix|Schedule|Table|Figure|Chart|Box|Item|Unit"
    r"|Lesson|Volume|Step|Rule|Title|Clause)\s+(?:\d|[IVXLC]+\b|[A-Z]\b|One|Two|Three|Four|Five)"
)
_CHINESE_HEADING = re.compile(
    r"第[\d〇零一二三四五六七八九十百]+[章节條条款编編部分单單元课課卷步]|附[件录錄表图圖]|[图圖表]\s*\d|专栏\s*\d"
)
#: A numbered list counts as no text: "1.", "(a)", "一、".
_SENTENCE = re.compile(
    r"""
    .+?(?: [。！？；]+[”’」』）)]* | [.!?]+[”’")]*(?=\s|[^\x00-\x7f]|$) | $ )\s*
    """,
    re.VERBOSE,
)

#: A longer line is no paragraph but a data dump, and stays whole.
_LONGEST = 50_000

#: Share of a document's lines, and their least number, that must have a bare seam before
#: the loose rule is trusted: a glossary or a bilingual list.
_LOOSE_SHARE = 0.3
_LOOSE_LEAST = 3


def split(text: str, start: int, end: int, *, loose: bool = False) -> list[Piece]:
    """The pieces of a line, in order; one piece if the line is of one language.

    ``loose`` trusts a bare seam between two pure parts, as in a list of terms (see
    ``has_bare_seam`` and ``loose_is_justified``).
    """
    line = text[start:end]
    if len(line) <= _LONGEST and has_han(line) and has_latin(line):
        for cuts in (_bars(line), _slash(line), _sentences(line), _bare_seam(line, loose)):
            if cuts:
                return [
                    Piece(*trimmed(text, start + a, start + b), language)
                    for a, b, language in cuts
                ]
    return [Piece(start, end, language_of(line))]


def has_bare_seam(line: str) -> bool:
    """Whether a line falls into one Chinese and one English part with only a blank between."""
    return bool(has_han(line) and has_latin(line) and _bare_seam(line, loose=True))


def loose_is_justified(lines: Iterable[str]) -> bool:
    """Whether so many lines have a bare seam that the document is a bilingual list."""
    seen = [has_bare_seam(line) for line in lines]
    return sum(seen) >= max(_LOOSE_LEAST, _LOOSE_SHARE * len(seen))


def _bars(line: str) -> list[Piece]:
    separators = list(_outside(line, _BAR.finditer(line)))
    cells = any("\t" in found.group() for found in separators)
    return _accepted(line, list(_parts(line, separators)), _CELL_RATIO if cells else _RATIO)


def _slash(line: str) -> list[Piece]:
    """One slash, Chinese alone on one side and English alone on the other.

    One with blanks around it parts more than those without: 学生和/或老人 / students and/or seniors.
    """
    found = list(_outside(line, _SLASH.finditer(line)))
    wide = [slash for slash in found if len(slash.group()) > 2]
    found = wide or found
    if len(found) != 1:
        return []
    parts = list(_parts(line, found))
    if len(parts) != 2:
        return []
    one, other = (line[start:end] for start, end in parts)
    pure = not (has_latin(one) and has_han(one)) and not (has_latin(other) and has_han(other))
    return _accepted(line, parts) if pure else []


def _sentences(line: str) -> list[Piece]:
    """Whole sentences of both languages, one after the other in one paragraph."""
    spans: list[tuple[int, int]] = []
    protected = _Protected(line)
    opened = 0
    for found in _SENTENCE.finditer(line):
        if not protected.holds(found.end()):
            spans.append((opened, found.end()))
            opened = found.end()
    if opened < len(line):
        spans.append((opened, len(line)))
    groups = _grouped(line, spans)
    if len(groups) < 2:
        return []
    for piece in groups:
        letters = count(line[piece.start : piece.end])
        long_enough = (
            letters.han >= _SENTENCE_HAN
            if piece.language == "zh"
            else letters.words >= _SENTENCE_WORDS
        )
        if not long_enough or not _nearly_pure(line[piece.start : piece.end], piece.language):
            return []
    return groups


def _bare_seam(line: str, loose: bool) -> list[Piece]:
    """Exactly one change of script in the line, outside brackets and quotes."""
    seams = [
        found
        for found in _outside(line, _SEAM.finditer(line))
        if not has_han(line[found.end() : found.end() + 2]) or _after_latin(line, found.start())
    ]
    if len(seams) != 1:
        return []
    parts = list(_parts(line, seams))
    pieces = _accepted(line, parts)
    if len(pieces) != 2:
        return []
    english = next(line[p.start : p.end] for p in pieces if p.language == "en")
    chinese = next(line[p.start : p.end] for p in pieces if p.language == "zh")
    if _foreign_share(english, "en") or _foreign_share(chinese, "zh"):
        return []
    if loose or (_ENGLISH_HEADING.match(english) and _CHINESE_HEADING.match(chinese)):
        return pieces
    words = count(english).words
    if words > _BARE_RATIO * count(chinese).han:
        return []
    reads_english = words >= _SENTENCE_WORDS and _ENGLISH_GLUE.search(english) is not None
    return pieces if reads_english and english[0].isupper() else []


def _after_latin(line: str, offset: int) -> bool:
    """Whether the last letter before is Latin: there is no seam in "1. 专利", "第3条"."""
    while offset and not line[offset - 1].isalpha():
        offset -= 1
    return bool(offset) and has_latin(line[offset - 1])


def _outside(line: str, found: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    protected = _Protected(line)
    for match in found:
        if not protected.holds(match.start()):
            yield match


class _Protected:
    """The stretches in brackets and quotes; asked at rising offsets."""

    def __init__(self, line: str) -> None:
        self._spans = [found.span() for found in _BRACKETED.finditer(line)]
        self._place = 0

    def holds(self, offset: int) -> bool:
        while self._place < len(self._spans) and self._spans[self._place][1] <= offset:
            self._place += 1
        return self._place < len(self._spans) and self._spans[self._place][0] < offset


def _parts(line: str, separators: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    start = 0
    for found in separators:
        if line[start : found.start()].strip():
            yield start, found.start()
            start = found.end()
        elif not line[:start].strip():
            start = found.end()
    if line[start:].strip():
        yield start, len(line)


def _grouped(line: str, spans: Iterable[tuple[int, int]]) -> list[Piece]:
    """Neighbouring spans of one language joined; spans without letters go to the one before."""
    groups: list[Piece] = []
    waiting: int | None = None
    for start, end in spans:
        language = language_of(line[start:end])
        letters = count(line[start:end])
        if not (letters.han or letters.words or letters.other or letters.foreign):
            if groups:
                groups[-1] = groups[-1]._replace(end=end)
            elif waiting is None:
                waiting = start
            continue
        if waiting is not None:
            start, waiting = waiting, None
        if groups and groups[-1].language == language:
            groups[-1] = groups[-1]._replace(end=end)
        else:
            groups.append(Piece(start, end, language))
    return groups


def _accepted(
    line: str, parts: list[tuple[int, int]], ratio: tuple[float, float] = _RATIO
) -> list[Piece]:
    """The parts as pieces if each is text of its own in one of the two languages."""
    groups = _grouped(line, parts)
    if len(groups) < 2 or {piece.language for piece in groups} != {"zh", "en"}:
        return []
    han = words = 0
    for piece in groups:
        part = line[piece.start : piece.end]
        letters = count(part)
        if not _nearly_pure(part, piece.language):
            return []
        if piece.language == "zh":
            han += letters.han
        else:
            words += letters.words
    if han < _LEAST_HAN or words < _LEAST_WORDS:
        return []
    return groups if ratio[0] <= words / han <= ratio[1] else []


def _foreign_share(part: str, language: Language) -> float:
    letters = count(_BRACKETED.sub(" ", part))
    total = letters.han + letters.weight
    if not total:
        return 0.0
    return (letters.weight if language == "zh" else letters.han) / total


def _nearly_pure(part: str, language: Language) -> bool:
    return _foreign_share(part, language) <= _FOREIGN_SHARE
