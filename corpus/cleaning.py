"""From the text of a file to its blocks and its noise: nothing is lost between the two."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from corpus.bilingual_lines import loose_is_justified, split
from corpus.extracted import Extracted, Mark, Tongue
from corpus.furniture import (
    EDGE_LINES,
    INLINE_CAPTION,
    is_credit_line,
    is_site_name,
    is_weak_button,
    kind_of,
)
from corpus.hard_wraps import Row, join_rows
from corpus.lines import LineNumbers, lines_of, trimmed
from corpus.model import Block, Language, Noise
from corpus.running_heads import running_heads
from corpus.scripts import count, language_of

#: [bookmark: FunCunProofread461]: the names that Word's text export writes out.
_BOOKMARK = re.compile(r"\[bookmark: [^\[\]\n\r]{1,80}\]")
#: An exported comment stands behind a tab, to the end of its line. "Comment by the editor:"
#: at the beginning of a line is text.
_COMMENT = re.compile(r"(?<=\t)Comment by [^:：\n\r]{1,60}[:：][^\n\r]*")
#: What is cut out of the middle of a line, by kind.
_INLINE = (("bookmark", _BOOKMARK), ("comment", _COMMENT), ("caption", INLINE_CAPTION))

#: A flattened paragraph break: a Chinese sentence, a blank, a Chinese sentence. Some people
#: type a blank after every full stop; then it parts nothing.
_FLATTENED = re.compile(
    r"[。！？][”’」』）)]?([ \N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}]+)(?=[^\s\x00-\x7f])"
)
_CHINESE_STOP = re.compile(r"[。！？][”’」』）)]?")
#: Above this share of full stops with a blank behind them, blanks are a habit; so they are if
#: they stand behind this share of the commas (subtitles: 他们来了， 又走了。 没有人知道。).
_HABIT_SHARE = 0.5
_COMMA_HABIT_SHARE = 0.1
_COMMA = re.compile(r"[，、；：,;:](?P<blank>[ \N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}])?")

#: A repeat must be long enough to be no name or answer: 好的, "Yes", 主持人.
_REPEAT_HAN, _REPEAT_WORDS = 6, 4
#: A title has no more characters than this in either language.
_TITLE_CHARACTERS = 200
#: The title is the first block in its language, and among so many first blocks of all.
_TITLE_BLOCKS = 4
_STOPS = tuple("。！？.!?；;：:…”\"，,")
#: A button needs another within so many pieces to vouch for it.
_VOUCHING = 2


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of the text on its way to be a block (kind "") or noise."""

    start: int
    end: int
    line: int
    kind: str = ""
    language: Language = "other"
    #: part of a line that holds both languages
    bilingual: bool = False


def clean(extracted: Extracted) -> tuple[tuple[Block, ...], tuple[Noise, ...]]:
    """Blocks and noise in text order; between them lies only white space or a separator."""
    text = extracted.text
    stretches = list(_stretches(text, extracted.marks))
    stretches = _furniture(text, stretches)
    stretches = _unwrapped(text, stretches, extracted.joined)
    stretches = list(_in_languages(text, stretches, extracted.tongues))
    stretches = _repeats(text, stretches)
    numbers = LineNumbers(text)
    blocks = tuple(
        Block(s.start, s.end, text[s.start : s.end], s.language, numbers.at(s.start))
        for s in stretches
        if not s.kind
    )
    noise = tuple(
        Noise(s.kind, s.start, s.end, text[s.start : s.end], numbers.at(s.start))
        for s in stretches
        if s.kind
    )
    return blocks, noise


def _stretches(text: str, marks: tuple[Mark, ...]) -> Iterator[_Stretch]:
    """Lines without their annotations and what the format declares, and these, in order."""
    declared = sorted((mark.start, mark.end, mark.kind) for mark in marks)
    place = 0
    for start, end, number in lines_of(text):
        while place < len(declared) and declared[place][1] <= start:
            place += 1
        here = declared[place : bisect_left(declared, (end,), place)]
        clipped = [(max(a, start), min(b, end), kind) for a, b, kind in here]
        cut = start
        for begin, stop, kind in _disjoint([*clipped, *_annotations(text, start, end)]):
            yield from _trim(text, cut, begin, number)
            yield from _trim(text, begin, stop, number, kind)
            cut = stop
        yield from _trim(text, cut, end, number)


def _trim(text: str, start: int, end: int, line: int, kind: str = "") -> Iterator[_Stretch]:
    start, end = trimmed(text, start, end)
    if start < end:
        yield _Stretch(start, end, line, kind)


def _annotations(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """What exports and captions leave inside a line."""
    for kind, pattern in _INLINE:
        for found in pattern.finditer(text, start, end):
            yield found.start(), found.end(), kind


def _disjoint(spans: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The spans in order; of two that overlap, what is left of the later one."""
    reached = -1
    for begin, stop, kind in sorted(spans):
        if stop > reached:
            yield max(begin, reached), stop, kind
            reached = stop


def _furniture(text: str, stretches: list[_Stretch]) -> list[_Stretch]:
    """Whole pieces that belong to the page: buttons, credits, copyright, site names."""
    words = [text[s.start : s.end] for s in stretches]
    judged = [
        s if s.kind else replace(s, kind=kind_of(word)) for s, word in zip(stretches, words)
    ]
    last = len(judged) - 1
    for place, (stretch, word) in enumerate(zip(judged, words)):
        if stretch.kind:
            continue
        if min(place, last - place) < EDGE_LINES and is_site_name(word):
            judged[place] = replace(stretch, kind="page furniture")
        elif is_weak_button(word):
            near = judged[max(0, place - _VOUCHING) : place + _VOUCHING + 1]
            if any(other.kind == "page furniture" for other in near):
                judged[place] = replace(stretch, kind="page furniture")
        elif is_credit_line(word) and not _faces_credit(words, place):
            judged[place] = replace(stretch, kind="caption")
    for place in running_heads(words, [stretch.kind for stretch in judged]):
        judged[place] = replace(judged[place], kind="running head")
    return judged


def _faces_credit(words: list[str], place: int) -> bool:
    """A credit in the other language before or behind it: the two are translations."""
    mine = language_of(words[place])
    return any(
        is_credit_line(word) and language_of(word) != mine
        for word in words[max(0, place - 1) : place + 2]
    )


def _unwrapped(
    text: str, stretches: list[_Stretch], declared: tuple[tuple[int, int], ...]
) -> list[_Stretch]:
    """Lines that were broken at a fixed width, or that the format joins, made paragraphs."""
    shared = {a.line for a, b in zip(stretches, stretches[1:]) if a.line == b.line}
    starts = {line.number: line.start for line in lines_of(text)}
    rows: list[Row] = []
    for stretch in stretches:
        if not stretch.kind and stretch.line not in shared:
            start = starts[stretch.line]
            indent = stretch.start - start + text.count(
                "\N{IDEOGRAPHIC SPACE}", start, stretch.start
            )
            rows.append(Row(stretch.start, stretch.end, stretch.line, indent))
    ends = dict(declared or join_rows(text, rows))
    joined: list[_Stretch] = []
    for stretch in stretches:
        if joined and stretch.start < joined[-1].end:
            continue
        joined.append(replace(stretch, end=ends.get(stretch.start, stretch.end)))
    return joined


def _in_languages(
    text: str, stretches: list[_Stretch], tongues: tuple[Tongue, ...]
) -> Iterator[_Stretch]:
    """Each piece of text cut at changes of language, with its language."""
    plain = [s for s in stretches if not s.kind]
    loose = loose_is_justified(text[s.start : s.end] for s in plain)
    declared = _Declared(tongues)
    for stretch in stretches:
        if stretch.kind:
            yield stretch
            continue
        said = declared.at(stretch.start, stretch.end)
        pieces = split(text, stretch.start, stretch.end, loose=loose)
        if len(pieces) == 1:
            spans = list(_paragraphs(text, stretch.start, stretch.end))
            for start, end in spans:
                language = said or pieces[0].language
                if len(spans) > 1 and not said:
                    language = language_of(text[start:end])
                yield _Stretch(start, end, stretch.line, "", language)
            continue
        for start, end, language in pieces:
            yield _Stretch(start, end, stretch.line, "", language, True)


class _Declared:
    """What the format says of the language at an offset; spans come in text order."""

    def __init__(self, tongues: Iterable[Tongue]) -> None:
        self._tongues = sorted(tongues, key=lambda tongue: tongue.start)
        self._place = 0

    def at(self, start: int, end: int) -> Language | None:
        while self._place < len(self._tongues) and self._tongues[self._place].end <= start:
            self._place += 1
        if self._place < len(self._tongues):
            tongue = self._tongues[self._place]
            if tongue.start <= start and end <= tongue.end:
                return tongue.language
        return None


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Chinese paragraphs that an export has run together with blanks between them."""
    cuts = [found.span(1) for found in _FLATTENED.finditer(text, start, end)]
    stops = len(_CHINESE_STOP.findall(text, start, end))
    commas = [found["blank"] is not None for found in _COMMA.finditer(text, start, end)]
    if (len(cuts) > 1 and len(cuts) > _HABIT_SHARE * stops) or (
        cuts and sum(commas) > _COMMA_HABIT_SHARE * len(commas)
    ):
        cuts = []
    for cut_start, cut_end in cuts:
        yield start, cut_start
        start = cut_end
    yield start, end


def _repeats(text: str, stretches: list[_Stretch]) -> list[_Stretch]:
    """Later copies of the title, of bilingual captions, and lines doubled on the spot."""
    titles: dict[Language, str] = {}
    seen: set[str] = set()
    heads = 0
    before = ""
    result: list[_Stretch] = []
    for stretch in stretches:
        if stretch.kind:
            result.append(stretch)
            continue
        word = text[stretch.start : stretch.end]
        key = f"{stretch.language}:{word}"
        if word in titles.values():
            stretch = replace(stretch, kind="repeated title")
        elif (stretch.bilingual and key in seen) or (word == before and _is_title(word)):
            stretch = replace(stretch, kind="repeated line")
        elif (
            heads < _TITLE_BLOCKS
            and stretch.language not in titles
            and not stretch.bilingual
        ):
            # the first block of a language, even if it is a sentence: then there is no title
            titles[stretch.language] = word if _is_title(word) else ""
        if stretch.bilingual:
            seen.add(key)
        heads += 1
        before = word
        result.append(stretch)
    return result


def _is_title(line: str) -> bool:
    if len(line) > _TITLE_CHARACTERS or line.endswith(_STOPS):
        return False
    letters = count(line)
    return letters.han >= _REPEAT_HAN or letters.words >= _REPEAT_WORDS
