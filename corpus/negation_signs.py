"""Every place of a Chinese text that negates or may stand for a negation.

Each has a kind, which says how surely the English must negate as well. ``corpus.negation_english``
reads the English; ``corpus.negation_match`` finds out which sign answers which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.lexicon import FUNCTION_WORDS, senses
from corpus.lowered import lowered
from corpus.names import chinese_names
from corpus.negation_english import WORDS
from corpus.negations import (
    ENGLISH_NEGATION,
    FREE,
    NEGATIVE,
    NEUTRAL,
    NOT_DONE,
    PLAIN,
    PREFIXED,
    STRONG,
    Sign,
    blank,
    hidden_at,
    hidden_in,
)
from corpus.words import chinese_words, english_words, stem

_WORDS_KEPT = 1 << 15

#: Words that ask for a negation whatever follows; the dictionary has most of them as words.
_OWN = frozenset(
    """
    不 没 没有 未 无 勿 切勿 莫 切莫 别 别再 毋 并无 尚无 仍无 暂无 均无 毫无 也无 已无 还无 再无 从无
    不要 不得 不会 不能 不可 不可能 不应 不应该 不该 不是 并不 并不是 不再 不必 不需 不需要 不用 不想
    不愿 不愿意 不肯 不敢 不许 不准 不宜 不予 不曾 不容 不让 不算 不如 不及 不够 不太 不大 不很 不怎么
    不怎么样 不见得 不一定 不至于 不了 未能 未曾 未经 未必 没能 没法 没人 没什么 无法 无权 无意 无需
    无须 无从 无人 用不着 想不到
    """.split()
)
#: Of the next, those that one English negation alone turns round: "no one was moved" for 无不.
AFFIRMS = re.compile(
    "不[得能会可]不|不无|(?:毫无|无一)例外|无(?:时(?:无刻)?|人|一|日)?不|不约而同"
    "|[莫没]有?(?:人|谁)?[^，。；]{0,8}不|没[过隔]?[几两][天年月周]|好不容易|不[停断住]地"
    "|[忍禁]不住|不禁|情不自禁|不由得|二话[没不]说|非[^，。；]{1,8}(?:不可|不行|莫属)"
)
#: Two negations that affirm, and turns that need none in English.
_DOUBLE = re.compile(
    r"""
    不得不 | 不能不 | 不会不 | 不可不 | 不无(?!聊) | (?:毫无|无一)例外
  | 无(?:时(?:无刻)?|人|一|日|所)不(?=[^，。；]) | 无[不处][^，。；]{0,2}不 | 无不
  | 没有?(?:人|谁|什么|任何|一[个种条件位天次])[^，。；]{0,8}不(?![同少断久足利必良])
  | 不是不 | 不是没有? | 并[非不]是?没有? | 并非不 | 不至于不 | 未必不 | 难免不 | 莫不
  | 不[^，。；]{1,4}不[行可] | 非[^，。；]{1,8}(?:不可|不行|莫属)
  | 好不容易 | 二话[没不]说 | 不[停断住]地 | [忍禁]不住 | 不禁 | 情不自禁 | 不由得 | 不失为 | 不乏 | [少免]不了 | 离不开 | 不可或缺 | 不亚于
  | 不(?:逊|次|下)于 | 不逊色 | 不胫而走 | 不约而同 | 不知(?:何故|怎么?的?|为何|不觉) | (?<=[一-鿿])不[已息绝休止](?![一-鿿])
  | 不[早多大长高快上冷紧卑]不[晚迟少小短矮低慢下热松亢]
  | 再[^，。；]{1,4}不过 | 不是[吗么]
  | 没[过隔]?(?:多久|几|一会|一阵|两[天年])      # soon: 没隔几天, 没一会儿
    """,
    re.VERBOSE,
)
#: "Rather than": 与其抱怨，不如行动.
_RATHER = re.compile("与其[^。；！？]{1,24}?(不如)")
#: After a negation they soften it: not so, less, not enough; "less" answers 不那么 as "not" does.
_COMPARES = re.compile(r"[不没](?:那么|这么|太|够|如|及|很|大|怎么|甚|算|再那么)")


def negative_signs(chinese: str) -> tuple[list[Sign], str]:
    """Signs with a character that negates, and the text with their places blank."""
    found: list[Sign] = []
    masked = chinese
    if not NEGATIVE.search(masked):
        return found, masked
    for name in chinese_names(chinese):
        # 无锡, 不丹, 莫言; but 别多问, 莫让懒惰
        if NEGATIVE.search(name.text) and not _NO_NAME.match(name.text):
            masked = without(masked, name.start, name.end)
    for match in _RATHER.finditer(masked):
        found.append(Sign(*match.span(1), "neutral"))
        masked = without(masked, *match.span(1))
    for pattern, kind in ((_DOUBLE, "double"), (NEUTRAL, "neutral")):
        matches, masked = _taken(pattern, masked)
        found += [Sign(*one.span(), kind) for one in matches if NEGATIVE.search(one.group())]
    for word in _negative_words(chinese, masked):
        found.append(word)
        masked = without(masked, word.start, word.end)
    for pattern, kind in _CHARACTERS:
        if not NEGATIVE.search(masked):
            break               # most texts: their words have told
        matches, masked = _taken(pattern, masked)
        found += [Sign(*one.span(), kind) for one in matches]
    return found, masked


#: 别 is hardly ever a surname, and 莫 none before these.
_NO_NAME = re.compile("别|莫[让要看说问等怕把再以因忘笑过使叫为待到]")


def forbidding_signs(chinese: str, english: str) -> list[Sign]:
    """严禁 and 拒不 that no "ban" or "refuse" of the English gives back: they ask for a "not".

    So do 少有人 without a "few", and 何尝 where the English asks nothing.
    """
    if not _FORBIDDING.search(chinese):
        return []
    small = lowered(english)
    found = [Sign(*match.span(), "plain") for match in _FORBIDS.finditer(chinese)]
    found = [sign for sign in found if not used_up(chinese, small, sign)]
    if not _WONDERS.search(small):
        found += [Sign(*match.span(), "plain") for match in _RHETORICAL.finditer(chinese)]
    return sorted(found)


#: 禁用, 禁止入内; 禁忌 and 不禁 are none, 解禁 and 违禁 lift and break a ban.
_FORBIDS = re.compile(
    "(?<![不解违宵囚拘失情])(?:严禁|禁[止用入])|拒[不绝]|谢绝|缺[乏少]|否[认决]"
    "|[很极甚绝]少(?:有人|人)?|(?<![很极甚绝至不多])少有人|鲜[有见]|鲜为人知|罕[见有]|切忌"
    "|(?<=[应请须当该量必])避免"
)
#: Questions that are none: 何尝不 and 岂不 affirm. In English they stay a question, or negate.
_RHETORICAL = re.compile(
    "何[尝曾](?![^，。；！？]{0,2}[不没无])|岂[能会敢容是](?![不无])"
    "|(?:怎么?|哪[里儿]?)[能会敢肯](?![^，。；！？]{0,3}[不没无])"
    "|哪[里儿][有是]|何来(?=\\w)|休[想要](?![^，。]{0,3}不)"
)
_WONDERS = re.compile(r"\?|\b(?:how|why|what|who|as (?:if|though)|dare|dream)\b")
#: What each of these holds.
_FORBIDDING = re.compile("[禁拒谢缺否少鲜罕何岂休避忌怎哪]")


def hidden_signs(masked: str) -> list[Sign]:
    """Words with a negation inside, in a Chinese text without those of ``negative_signs``."""
    found: list[Sign] = []
    for pattern, refusing in hidden_in(masked):
        kind = "refusal" if refusing else "hidden"
        matches, masked = _taken(pattern, masked)
        found += [Sign(*one.span(), kind) for one in matches]
    return found


def used_up(chinese: str, small: str, sign: Sign) -> bool:
    """Whether English in small letters gives a hidden negation back as it is: refuse for 拒绝."""
    return any(counterpart.search(small) for counterpart in hidden_at(chinese, sign.start))


#: Don't, said to somebody: 你别感觉有必要.
_DONT = re.compile("(?<=[你您们])别(?![的人样处名致墅])")
#: What the characters say that no word holds, the surest first.
_CHARACTERS = ((STRONG, "plain"), (_DONT, "plain"), (FREE, "free"), (PLAIN, "plain"))


def _negative_words(chinese: str, masked: str) -> Iterator[Sign]:
    """Words with a negative character: plain, or by the dictionary free.

    未必 and 一无所知 are plain, since every sense of theirs negates; 不同 and 未成年 are not.
    """
    if not NEGATIVE.search(masked):
        return
    for word in chinese_words(chinese):
        if not NEGATIVE.search(word.text) or masked[word.start : word.end] != word.text:
            continue
        if _CUT.match(chinese, word.start):
            yield Sign(word.start, word.start + 1, "plain")
            continue
        said = _said(word.text)
        if said is not None:
            yield Sign(word.start, word.end, *said)


@lru_cache(_WORDS_KEPT)
def _said(word: str) -> tuple[str, frozenset[str]] | None:
    """The kind of a word with a negative character, and what else the dictionary has for it."""
    if word in _OWN:
        return "plain", frozenset()
    if word in _SUNK or len(word) == 1 or not _IN_WORDS.search(word):
        return None                     # 没收 | 到: what the segmenter took for confiscate
    listed = senses(word)
    if listed:
        return "plain" if all(map(_negates, listed)) else "free", _told(listed)
    return ("plain", frozenset()) if _MADE_UP.match(word) else None


#: 不 before words that the segmenter may cut: 不适 | 用; 做 | 不成, which is no "won't do".
_CUT = re.compile(
    f"不(?=适[用合应]|安排|平衡|满[足意]|明[白确]|同意|成立|公[布开]|足以|解[释决]|便于"
    f"|[足到满](?=[\\d一两二三四五六七八九十百千半]))|{NOT_DONE}"
)
#: Words in 没 mò that 没收到 and 没入选 are cut into; the neutral ones are gone before.
_SUNK = frozenset("没收 没落 没入 没顶 没过".split())
_IN_WORDS = re.compile("[不没未无非]")
#: 并非如此, 不感兴趣: in no dictionary, but words to the segmenter.
_MADE_UP = re.compile(r"(?=...)[并再也从来绝毫]*(?:[不没无]|并非|绝非|从未|并未)")


def _negates(sense: str) -> bool:
    small = lowered(sense)
    return any(pattern.search(small) for pattern in (ENGLISH_NEGATION, PREFIXED, WORDS))


def _told(listed: list[str]) -> frozenset[str]:
    """Stems of the senses that do without a negation: 不少 many, 不足 insufficient."""
    return frozenset(
        stem(word.text)
        for sense in listed
        if not ENGLISH_NEGATION.search(lowered(sense))
        for word in english_words(sense)
        if word.text.lower() not in FUNCTION_WORDS
    )


def compares(chinese: str, sign: Sign) -> bool:
    """Whether a Chinese negation softens, 不那么 or 不如, so that "less" answers it."""
    return _COMPARES.match(chinese, sign.start) is not None


def _taken(pattern: re.Pattern[str], text: str) -> tuple[list[re.Match[str]], str]:
    """The matches of a pattern, and the text with their places blank."""
    found = list(pattern.finditer(text))
    return found, blank(pattern, text) if found else text


def without(text: str, start: int, end: int) -> str:
    """A text with one place blank."""
    return text[:start] + " " * (end - start) + text[end:]


def only_until(chinese: str, english: str) -> list[Sign]:
    """才 behind a point of time where the English has an until: it asks for a "not until"."""
    if "才" not in chinese or not _UNTIL.search(english):
        return []
    return [Sign(*found.span(1), "plain") for found in _ONLY_THEN.finditer(chinese)]


_UNTIL = re.compile(r"\b(?:until|till)\b")
_ONLY_THEN = re.compile("(?:到|[直以之]后|至)[^，。；！？]{0,20}?(才)")
