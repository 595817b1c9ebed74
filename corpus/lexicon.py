"""What a Chinese word can be in English by CC-CEDICT, and which words carry no content."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.cedict import cedict
from corpus.words import english_texts, stem

#: Words whose glosses are kept in memory as stems.
_GLOSSES_KEPT = 1 << 16

#: In a sense: remarks that are no translation. Most senses have none, and the signs of one are
#: found in a tenth of the time that a pattern takes.
_BRACKETED = re.compile(r"\([^)\n]*\)|\[[^\]\n]*\]")  # (literary), [gong1 si1]
_MEASURE_OR_VARIANT = re.compile("^(?:CL:|(?:old )?variant of|see |used in).*", re.MULTILINE)
_ABBREVIATED = re.compile(r"\b(?:abbr\.|sb|sth|lit\.|fig\.|esp\.|e\.g\.|i\.e\.)")
#: 公司|公司 in "variant of 公司"
_CHINESE = re.compile(r"[^\x00-\x7F]+")

#: Gloss words that would match anything.
FUNCTION_WORDS = frozenset(
    """
    a an and are as at be been being but by can could did do does for from had has have he her
    him his how i if in into is it its may me might more most must my no nor not of on one or
    other our she should so some such than that the their them then there these they this those
    to up us was we were what when where which while who whom why will with would you your
    """.split()
)

#: Chinese words that a translation need not show: particles, prepositions, conjunctions,
#: pronouns, copulas, general measure words and empty verbs. Not in the list although short:
#: negations (不, 没有, 未), quantities (全, 每, 各, 多) and 能, 应, which carry meaning.
CHINESE_FUNCTION_WORDS = frozenset(
    """
    的 地 得 了 着 过 吗 呢 吧 啊 呀 嘛 啦 哦 么 之 者 所 其 该 此 本 这 那 哪 这个 那个 这些 那些 这样
    那样 这么 那么 这里 那里 这种 那种 是 为 有 在 于 把 被 将 让 使 给 对 向 从 自 由 以 用 按 据 到
    跟 与 和 及 同 并 而 且 或 但 则 即 若 如 因 就 才 又 也 还 都 便 却 再 已 已经 曾 正 正在 会 要
    可 可以 来 去 上 下 里 中 内 间 个 位 名 项 种 些 件 次 一个 一种 一些 一下 我 你 您 他 她 它 我们
    你们 他们 她们 它们 自己 咱们 什么 怎么 以及 并且 而且 或者 但是 然而 不过 因为 所以 因此 由于
    为了 如果 虽然 尽管 即使 只要 只有 对于 关于 至于 根据 按照 通过 随着 作为 进行 就是 也是 还是
    们 性 化 其中 其他 此外 同时 之间 之后 之前 以后 以前 之一 等 等等 方面 时候 的话 来说 而言 一样 似的
    """.split()
)


def senses(word: str) -> list[str]:
    """The dictionary's senses of a Chinese word, remarks taken out; none if unknown."""
    cleaned = (sense.strip(" ;,") for sense in _said(word).split("\n"))
    return [" ".join(sense.split()) for sense in cleaned if sense]


def _said(word: str) -> str:
    """The senses of a word without remarks, a line each."""
    said = cedict().senses(word).replace("/", "\n").replace(";", "\n")
    if "(" in said or "[" in said:
        said = _BRACKETED.sub(" ", said)
    if "CL:" in said or "variant of" in said or "see " in said or "used in" in said:
        said = _MEASURE_OR_VARIANT.sub(" ", said)
    if "sb" in said or "sth" in said or "." in said:
        said = _ABBREVIATED.sub(" ", said)
    return said if said.isascii() else _CHINESE.sub(" ", said)


@lru_cache(_GLOSSES_KEPT)
def glosses(word: str) -> frozenset[str]:
    """Stems of the content words in all senses of a Chinese word."""
    return frozenset(filter(None, map(_content_stem, english_texts(_said(word)))))


@lru_cache(_GLOSSES_KEPT)
def _content_stem(word: str) -> str:
    """The stem of an English word; "" if it carries no content."""
    return "" if word.lower() in FUNCTION_WORDS else stem(word)


@lru_cache(_GLOSSES_KEPT)
def broad_glosses(word: str) -> frozenset[str]:
    """The glosses of a word, or of its parts where the dictionary lacks the whole.

    知识产权局 has no entry; 知识产权 and 局 have. Single characters of an unknown word
    are left out (their many senses match anything), except in words of two.
    """
    whole = glosses(word)
    if whole or len(word) < 2:
        return whole
    found: set[str] = set()
    start = 0
    while start < len(word):
        for end in range(len(word), start, -1):
            part = glosses(word[start:end]) if end - start < len(word) else frozenset()
            if part and (end - start > 1 or len(word) == 2):
                found |= part
                start = end
                break
        else:
            start += 1
    return frozenset(found)
