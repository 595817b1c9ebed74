"""What a negation negates, and whether the other language negates the same word.

Counting negations cannot tell "did not attend" from "did attend" in a sentence that has another
"not". So the word behind a negation is looked up in the dictionary: where the other text has
that word and no sign of negation near it, the negation is lost; where it has not, the thought
was put in other words and nothing can be said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from corpus.irregular import base_form
from corpus.negations import PREFIXED, english_negations, without_neutral
from corpus.lexicon import CHINESE_FUNCTION_WORDS, FUNCTION_WORDS, broad_glosses
from corpus.words import Word, chinese_words, english_words, stem

_TEXTS_KEPT = 1 << 10
_WORDS_KEPT = 1 << 15
_PREFIX = re.compile("^(?:un|in|im|ir|il)")

#: Words that negate what follows. 不少, 不同, 不久 and their like are words of their own.
_NEGATORS = frozenset(
    """
    不 没 没有 未 无 未能 未曾 不能 不会 不可 不要 不得 不应 不应该 不再 不必 不敢 不想 不愿 不愿意 不肯
    无法 并非 并未 并不 并没有 别 毫无 从未 从不 尚未 尚无 绝不 决不 毫不 不曾 不许 不准 不需 不需要 无须 无需
    没能 没法 不宜 不予 暂无 均未 均无 仍未 仍无 还未 还没 还没有 也不 也没 也没有 都不 都没 都没有
    """.split()
)
#: Between a negation and what it negates: 没有|在|北京|举行 negates 举行, but 北京 will do.
_PASSED = frozenset(
    """
    能 能够 会 可 可以 要 想 敢 肯 愿 愿意 应 应当 应该 得 必 必须 再 对 向 与 和 给 将 有 是 太 很
    完全 真正 任何 什么 其他 所 到 于 曾 曾经 只 仅 都 也 就 一定 马上 立即 直接 轻易 这 那 这样
    那么 进行 作出 做出 予以 加以 得到 出现 发生 存在 具有 拥有 提供 使 让 感到 觉得 认为
    """.split()
)
#: After these the verb is far: 没有|被|宇宙中的过程|抵消, 不能用探测器观测.
_FAR = frozenset("被 把 用 在 由 以 从 为 受到 受 因 通过".split())
#: How many words further a negated word may stand.
_AHEAD = 4
_CLAUSE_END = frozenset("，。；：！？、,.;:!?（）()“”\"")

#: A negated word has one of these before or behind it, so many words away.
_BEFORE, _BEHIND = 6, 3
_SIGN = re.compile(
    r"""
    not | no | never | none | nobody | nothing | nowhere | neither | nor | cannot | without | dont
  | \w+n['’]t | hardly | barely | scarcely | rarely | seldom | few | little | fewer | less
  | unable | far | unless | until | before | yet | too | only | anything | instead | rather
  | free | nil | zero
  | than | against | beyond | exempt\w* | spare\w* | unlikely | fail\w* | refus\w+ | lack\w*
  | prevent\w* | avoid\w* | stop\w* | ceas\w+ | den(?:y|ie)\w* | reject\w* | declin\w+ | ban\w*
  | prohibit\w* | forb\w+ | exclud\w+ | absen\w+ | miss\w* | lose\w* | lost | ignor\w+ | neglect\w*
  | doubt\w* | difficult\w* | hard | reluctant\w* | unwilling\w* | hesita\w+ | halt\w* | suspend\w*
  | still | contrary | resist\w* | abandon\w* | short\w* | [a-z]{3,}less | \w+-free
  | non[a-z]* | oppos\w+ | dis(?:agree|allow|approv|like|pleas|satisf|obe|qualif|regard)\w*
  | mis[a-z]{4,}
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: Negated English words that say nothing of their own.
_EMPTY = frozenset(
    """
    only just merely simply even really very much more any all necessarily yet been being get got
    let make made take taken go going gone want need able fully longer doubt matter one
    two first think say said know known
    """.split()
)
#: Stems in so many glosses that finding one proves nothing.
_EVERYWHERE = frozenset(
    "say do make be have go get give take come can use one thing way put hear see".split()
)
#: Anything of a Chinese negation, hidden ones too.
_CHINESE_SIGN = re.compile(
    "[不没未无非否莫勿别免禁拒缺失难停止反除避防违绝罢忘漏少仅只才直岂哪谁怎何吗么尚还仍很零空白徒弃差弱低错误]"
)
#: Characters around a Chinese word in which a negation may stand.
_NEAR = 8


class Negated(NamedTuple):
    """A negation and the word it negates."""

    negation: Word
    word: Word


@lru_cache(_TEXTS_KEPT)
def chinese_negated(chinese: str) -> tuple[Negated, ...]:
    """The negations of a Chinese text whose negated word can be told."""
    return tuple(_chinese_negated(chinese))


def _chinese_negated(chinese: str) -> Iterator[Negated]:
    words = chinese_words(chinese)
    shown = without_neutral(chinese)
    for place, word in enumerate(words):
        if word.text not in _NEGATORS or shown[word.start : word.end] != word.text:
            continue
        if place and words[place - 1].text in "无不没非未除":
            continue
        for next_word in words[place + 1 : place + 1 + _AHEAD]:
            if next_word.text in _CLAUSE_END or next_word.text in _NEGATORS:
                break
            if next_word.text in _FAR:
                break
            if next_word.text in _PASSED or next_word.text in CHINESE_FUNCTION_WORDS:
                continue
            yield Negated(word, next_word)
            break


def lost_in_english(chinese: str, english: str) -> list[Negated]:
    """Negations whose negated word the English has, with no sign of negation near it."""
    found = chinese_negated(chinese)
    if not found:
        return []
    words = english_words(english)
    keys = [_keys(word.text) for word in words]
    lost = []
    for negated in found:
        meant = broad_glosses(negated.word.text)
        places = [place for place, own in enumerate(keys) if (own & meant) - _EVERYWHERE]
        if places and not any(_signed(words, place, english) for place in places):
            lost.append(negated)
    return lost


@lru_cache(_TEXTS_KEPT)
def literalness(chinese: str, english: str) -> float:
    """Part of the Chinese content words that the dictionary finds again in the English.

    News has a median of .6, novels .4: where it is low, a thought put the other way round
    (不上这当 as "clever") is as likely as an error.
    """
    keys = frozenset[str]().union(*(_keys(word.text) for word in english_words(english)))
    asked = found = 0
    for word in chinese_words(chinese):
        if word.text in CHINESE_FUNCTION_WORDS or word.text in _NEGATORS:
            continue
        meant = broad_glosses(word.text)
        if meant:
            asked += 1
            found += not keys.isdisjoint(meant)
    return found / asked if asked else 0.0


def _signed(words: list[Word], place: int, english: str) -> bool:
    """Whether a sign of negation stands near the word, in its sentence, or in the word."""
    first, last = max(0, place - _BEFORE), min(len(words), place + _BEHIND + 1)
    if any(word.text.lower() == "or" for word in words[first:place]):
        first = max(0, first - _BEFORE)  # had not been interviewed or provided any content
    while first < place and "." in english[words[first].end : words[first + 1].start]:
        first += 1
    return any(
        _SIGN.fullmatch(word.text) or PREFIXED.fullmatch(word.text) for word in words[first:last]
    )


@lru_cache(_TEXTS_KEPT)
def english_negated(english: str) -> tuple[Negated, ...]:
    """The negations of an English text whose negated word can be told."""
    words = english_words(english)
    marks = {mark.start for mark in english_negations(english)}
    return tuple(
        Negated(word, negated)
        for place, word in enumerate(words)
        if word.start in marks
        for negated in list(_content(words[place + 1 : place + 1 + _AHEAD]))[:1]
    )


def added_in_english(chinese: str, english: str) -> list[Negated]:
    """English negations whose negated word the Chinese has, with no sign of negation near it."""
    found = english_negated(english)
    if not found:
        return []
    listed = [word for word in chinese_words(chinese) if word.text not in CHINESE_FUNCTION_WORDS]
    added = []
    for negated in found:
        keys = _keys(negated.word.text)
        own = [one for one in listed if keys & broad_glosses(one.text)]
        if own and not any(_near_sign(chinese, one) for one in own):
            added.append(negated)
    return added


def _content(words: Iterable[Word]) -> Iterator[Word]:
    for word in words:
        key = word.text.lower()
        if key not in FUNCTION_WORDS and key not in _EMPTY and not key.endswith("ly"):
            yield word


def _near_sign(chinese: str, word: Word) -> bool:
    clause = re.split("[，。；！？,;]", chinese[: word.start])[-1]
    start = word.start - max(len(clause), _NEAR)
    return _CHINESE_SIGN.search(chinese, max(0, start), word.end + _NEAR) is not None


@lru_cache(_WORDS_KEPT)
def _keys(word: str) -> frozenset[str]:
    """Stems under which a word is looked up: held is hold, unknown is known."""
    lower = word.lower()
    forms = {lower, base_form(lower)}
    bare = _PREFIX.sub("", lower)
    if bare != lower and PREFIXED.fullmatch(lower):
        forms |= {bare, base_form(bare)}
    return frozenset(map(stem, forms))
