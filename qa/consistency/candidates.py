"""Recurrent Chinese terms of a batch: nouns and runs of words that keep together."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.jieba_dictionary import dictionary_text
from corpus.lexicon import CHINESE_FUNCTION_WORDS, senses
from corpus.people import SPEAKS
from corpus.words import Word, chinese_information, chinese_words

#: Characters of a term.
SHORTEST, LONGEST = 2, 12
#: Words of a term: 替代性 争议 解决 机制 has four, 世界 知识产权 组织 中国 办事处 five.
WORDS = 5
#: Times a term must come; of many pairs, one in so many as well.
LEAST = 2
ONE_IN = 2_000
#: Terms that are kept.
MOST = 600
#: Information (``chinese_information``) below which a single word is everyday language: 问题
#: 7.1, 工作 6.6, 情况 7.2; 人才 8.8 and 专利 9.8 are above. It loses 银行 (8.2).
TELLING = 8.5
#: Normalised pointwise mutual information of the loosest two neighbours in a run. Words that
#: meet by chance are at 0, 知识产权 人才 at .3, 国家 知识产权局 above .4.
TOGETHER = 0.15

#: Parts of speech in jieba's dictionary. Nouns, nominal verbs, abbreviations end a term;
#: adjectives and attributes (高级, 国际) may open it, verbs stand inside only.
_HEADS = ("n", "vn", "an", "j", "l", "nz")
_OPENERS = ("b", "a", "z", "s", "f")
_INSIDE = ("v", "m", "q", "u")
#: Everyday words that are nouns, yet no part of a term at either end.
_PLAIN = frozenset(
    "有关 情况 方面 问题 工作 活动 时候 今天 今年 近日 目前 期间 过程 记者 全国 各地 多项 我国 时代 未来"
    " 重要 主要 相关 不同 其中 以上 以下 以来 之间 特别 最后 同学 同学们 大家 人们 方式 东西 样子 声音".split()
)

#: Verbs that a run of words can't end in, though the dictionary gives senses without "to".
_NO_ENDS = frozenset("能够 可能 应该 应当 必须 无法 可以 需要 没有 成为 包括 具有 进行 属于".split())

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
#: 两大浪潮, 万人: counting, no term, unless the dictionary has it (一带一路, 三农).
_COUNTING = re.compile("[一二两三四五六七八九十百千万亿半几数多各每某这那]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A Chinese term that recurs."""

    text: str
    #: pairs that have it
    count: int
    #: C-value: how often it comes, weighted by length, without the longer terms it is part of
    value: float
    #: number of words
    words: int


def candidates(texts: Iterable[str], names: Collection[str] = ()) -> list[Candidate]:
    """The terms of the texts, the weightiest first; ``names`` are told elsewhere."""
    runs: Counter[tuple[str, ...]] = Counter()
    single: Counter[str] = Counter()
    total = 0
    number = 0
    for text in texts:
        number += 1
        words = chinese_words(text)
        total += len(words)
        single.update({word.text for word in words})
        runs.update(set(_runs(words)))
    least = max(LEAST, number // ONE_IN)
    kept = {
        run: count
        for run, count in runs.items()
        if count >= least and _fits("".join(run), names) and _together(run, runs, single, number)
    }
    return _valued(kept)


def _fits(text: str, names: Collection[str]) -> bool:
    if not SHORTEST <= len(text) <= LONGEST or not _HAN.fullmatch(text):
        return False
    if text in names:
        return False
    long = [name for name in names if len(name) > 2]
    if any(text in name or text.startswith(name[1:]) for name in long):
        return False  # 志成, 志成介绍 of 张志成
    return not _COUNTING.match(text) or (len(text) > SHORTEST and bool(senses(text)))


def _runs(words: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    """Runs of touching words that could be a term."""
    for first in range(len(words)):
        if not _opens(words[first].text):
            continue
        for size in range(1, WORDS + 1):
            last = first + size - 1
            if last >= len(words) or (size > 1 and words[last].start != words[last - 1].end):
                break
            word = words[last].text
            if size > 1 and not (_heads(word) or _opens(word) or _inside(word)):
                break
            if (size > 1 and _ends(word)) or (_heads(word) and _tells(word)):
                yield tuple(one.text for one in words[first : last + 1])


def _tells(word: str) -> bool:
    return len(word) >= SHORTEST and chinese_information(word) >= TELLING


def _heads(word: str) -> bool:
    return _is(word, _HEADS) and word not in _PLAIN and word not in _NO_ENDS


def _ends(word: str) -> bool:
    """Nouns, and verbs that are nouns as well: 组织 is to organise and organisation."""
    if _heads(word):
        return True
    if word in SPEAKS or not _inside(word) or word in _NO_ENDS:
        return False
    return any(not sense.startswith("to ") for sense in senses(word))


def _opens(word: str) -> bool:
    return (_is(word, _HEADS) or _is(word, _OPENERS)) and word not in _PLAIN


def _inside(word: str) -> bool:
    return len(word) > 1 and _is(word, _INSIDE)


def _is(word: str, flags: tuple[str, ...]) -> bool:
    if word in CHINESE_FUNCTION_WORDS or not _HAN.fullmatch(word):
        return False
    flag = parts_of_speech().get(word)
    if flag is None:  # a word that the segmenter guessed: a name or a coinage
        return flags is _HEADS and len(word) > 1
    return flag in flags or (flags is _HEADS and flag[0] == "n")


@cache
def parts_of_speech() -> dict[str, str]:
    """Word to part of speech in jieba's dictionary."""
    lines = dictionary_text().splitlines()
    return {word: flag for word, _, flag in (line.split(" ") for line in lines)}


def _together(
    run: tuple[str, ...], runs: Counter[tuple[str, ...]], single: Counter[str], number: int
) -> bool:
    """Whether each word of a run comes with its neighbour more often than by chance."""
    if len(run) == 1 or number < 2:
        return True
    for one, two in zip(run, run[1:]):
        joint = max(runs.get((one, two), 0), runs[run]) / number
        apart = single[one] * single[two] / number**2
        if joint < 1.0 and math.log(joint / apart) / -math.log(joint) < TOGETHER:
            return False
    return True


def _valued(kept: dict[tuple[str, ...], int]) -> list[Candidate]:
    """C-value (Frantzi, Ananiadou and Mima 2000) over words; a part that never stands on its
    own falls away."""
    inside: dict[tuple[str, ...], list[int]] = {}
    for run, count in kept.items():
        for start in range(len(run)):
            for end in range(start + 1, len(run) + 1):
                part = run[start:end]
                if part != run and part in kept:
                    inside.setdefault(part, []).append(count)
    found = []
    for run, count in kept.items():
        around = inside.get(run, [])
        if around and max(around) >= count:
            continue
        own = count - (sum(around) / len(around) if around else 0.0)
        text = "".join(run)
        found.append(Candidate(text, count, math.log2(len(run) + 1) * own, len(run)))
    found.sort(key=lambda one: (-one.value, one.text))
    return found[:MOST]
