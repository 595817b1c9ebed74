"""Where the content lies that the other side does not carry."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from corpus.clauses import Span, sentences
from qa.coverage_features import Free
from qa.coverage_words import Met
from qa.unit import Gap, GapKind

#: A clause counts as lost when this part of its content is unmet ...
_LOST_SHARE = 0.6
#: ... and at least so much of it: one rare word and a frequent one.
_LOST_WEIGHT = 1.2
#: A sentence of several counts as lost when this part of its content is unmet.
_LOST_SENTENCE = 0.55
#: Words inside a clause that is otherwise there. People do not agree on runs of fewer than
#: three characters (a second rater confirms 40-45 %), so less than this stays unsaid.
_RUN_WEIGHT = 1.5
#: Words of less weight do not begin or end such a run: 这些, 相关, 问题.
_LIGHT = 0.6
#: Marks that stand around words, and what closes each.
_AROUND = {"“": "”", "‘": "’", "《": "》", "（": "）", "(": ")", "「": "」", "『": "』", "【": "】"}
_CLOSING = {closing: opening for opening, closing in _AROUND.items()}
#: What stands free on the other side where the run would be: it may be said in other words.
_FREE = 0.8


def gaps(own: Met, other: Met, text: str, clauses: list[Span]) -> tuple[Gap, ...]:
    """The stretches of a side without counterpart, by place.

    Clauses first, and whole sentences where all their clauses are lost; then runs of words
    in the clauses that are otherwise there.
    """
    if sum(own.gone) < _LOST_WEIGHT:
        return ()
    lost = _Lost(own)
    free: Free | None = None
    found: list[Gap] = []
    taken: list[Span] = []
    whole = sentences(text, clauses)
    for first, last in whole:
        kind: GapKind = "sentence" if len(whole) > 1 else "clause"
        stretch = (clauses[first][0], clauses[last - 1][1])
        gap = lost.gap(stretch, kind, _LOST_SENTENCE)
        if gap is not None and len(whole) > 1:
            found.append(gap)
            taken.append(stretch)
            continue
        for clause in clauses[first:last]:
            gap = lost.gap(clause, "clause", _LOST_SHARE)
            if gap is not None:
                found.append(gap)
                taken.append(clause)
    for run in own.runs:
        if sum([own.gone[word] for word in run]) < _RUN_WEIGHT:
            continue
        for words in _pieces(own, run, clauses, taken):
            gone = sum(own.gone[word] for word in words)
            if gone < _RUN_WEIGHT:
                continue
            free = free or Free(own, other)
            if gone - _FREE * free.content(words[0], words[-1]) >= _RUN_WEIGHT:
                start, end = own.words[words[0]].start, own.words[words[-1]].end
                share = gone / sum(own.weights[word] for word in words)
                found.append(Gap(start, end, gone, share, "words"))
    return tuple(_with_marks(gap, text) for gap in sorted(found, key=lambda gap: gap.start))


def _with_marks(gap: Gap, text: str) -> Gap:
    """The gap with the mark beside it whose partner it holds: （二）其他, not 二）其他."""
    start, end = gap.start, gap.end
    said = text[start:end]
    before, behind = text[max(start - 1, 0) : start], text[end : end + 1]
    if before in _AROUND and said.count(_AROUND[before]) > said.count(before):
        start -= 1
    if behind in _CLOSING and said.count(_CLOSING[behind]) > said.count(behind):
        end += 1
    return gap if end - start == len(said) else replace(gap, start=start, end=end)


def _pieces(
    own: Met, run: list[int], clauses: list[Span], taken: list[Span]
) -> Iterator[list[int]]:
    """A run cut at the ends of clauses, what is told already and light words at the ends off."""
    first, last = own.words[run[0]].start, own.words[run[-1]].start
    for clause in clauses:
        if clause[1] <= first or last < clause[0]:
            continue
        words = [
            place
            for place in run
            if _within(own.words[place].start, [clause])
            and not _within(own.words[place].start, taken)
        ]
        while words and own.weights[words[0]] < _LIGHT:
            words.pop(0)
        while words and own.weights[words[-1]] < _LIGHT:
            words.pop()
        if words:
            yield words


class _Lost:
    """What is lost of one side, asked for stretch by stretch."""

    __slots__ = ("_own", "_gone")

    def __init__(self, own: Met) -> None:
        self._own = own
        self._gone = list(accumulate(own.gone, initial=0.0))

    def gap(self, stretch: Span, kind: GapKind, least: float) -> Gap | None:
        """The stretch as a gap, if enough of its content is lost."""
        first, last = (bisect_left(self._own.starts, place) for place in stretch)
        gone = self._gone[last] - self._gone[first]
        if gone < _LOST_WEIGHT:
            return None
        weight = sum(self._own.weights[first:last])
        if gone < least * weight:
            return None
        words = [word for word in self._own.words[first:last] if any(map(str.isalnum, word.text))]
        return Gap(words[0].start, words[-1].end, gone, gone / weight, kind)


def _within(place: int, spans: list[Span]) -> bool:
    return any(start <= place < end for start, end in spans)
