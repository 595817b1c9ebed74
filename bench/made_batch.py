"""A batch of pairs as large as one likes, made of dictionary words by a small grammar.

The words are CC-CEDICT's, drawn as often as words of running text are (Zipf), so that nearly
every sentence is new while names, terms and turns of phrase return. Documents have thirty
pairs, people and terms of their own; a share of the pairs is boilerplate that returns as it
is, with other numbers, or with one word changed; a share of the translations departs.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from random import Random
from typing import NamedTuple

from corpus.lexicon import senses
from corpus.pinyin import wade_giles
from corpus.words import chinese_information
from pypinyin import lazy_pinyin
from qa.consistency.candidates import parts_of_speech

#: Pairs in a document, and what it has of its own.
DOCUMENT = 30
_PEOPLE, _TERMS = 3, 5

#: Sizes of the vocabulary.
_NOUNS, _VERBS, _ADJECTIVES = 6000, 1500, 800
_ALL_TERMS, _ALL_PEOPLE, _BOILERPLATE = 4000, 5000, 4000

#: Shares of pairs: boilerplate; of these, with a word added, and as many with a number.
_AGAIN, _NEARLY = 0.12, 0.1
#: Shares of uses that depart: a term, a person, a sentence of the boilerplate.
_OTHER_TERM, _OTHER_NAME, _OTHER_SENTENCE = 0.02, 0.01, 0.03

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
)
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉萍红兰建文斌宇浩凯秀辉鹏飞鑫波慧巧美志成海峰"
    "长宏亮晨阳雪梅琳婷欣怡佳俊博翔哲睿思远诗雨泽清嘉子涵梓轩"
)  # fmt: skip
_PLACES = (
    "北京 上海 天津 重庆 杭州 南京 苏州 广州 深圳 成都 武汉 长沙 济南 青岛 大连 沈阳 哈尔滨 郑州 合肥 福州"
).split()

#: Clauses: n is a noun phrase, v a verb, p a person, c a place, d a number, y a year.
_CLAUSES = (
    ("{n}将{v}{m}", "{n} will {v} {m}"),
    ("{n}必须{v}{m}", "{n} must {v} {m}"),
    ("{n}开始{v}{m}", "{n} began to {v} {m}"),
    ("{n}没有{v}{m}", "{n} did not {v} {m}"),
    ("{c}的{n}帮助{m}{v}{o}", "{n} of {c} helps {m} to {v} {o}"),
    ("{n}是{m}的基础", "{n} is the basis of {m}"),
    ("{n}达到{d}个", "{n} reached {d}"),
    ("{n}同比增长{d}%", "{n} rose by {d}% year on year"),
    ("在{m}方面，{n}可以{v}{o}", "as for {m}, {n} can {v} {o}"),
    ("{y}年，{n}计划{v}{m}", "in {y}, {n} planned to {v} {m}"),
    ("为了{v}{m}，{n}需要{o}", "in order to {v} {m}, {n} needs {o}"),
    ("{p}希望{v}{m}", "{p} hopes to {v} {m}"),
    ("{p}在{c}参观了{n}", "{p} visited {n} in {c}"),
    ("由于{n}，{m}不能{v}{o}", "because of {n}, {m} cannot {v} {o}"),
)
_OPENINGS = (
    ("", ""), ("", ""), ("", ""), ("此外，", "Besides, "), ("{p}表示，", "{p} said that "),
    ("{p}在会上指出，", "{p} pointed out at the meeting that "), ("截至{y}年底，", "By the end of {y}, "),
    ("与此同时，", "Meanwhile, "), ("据{c}媒体报道，", "According to the media of {c}, "),
    ("近年来，", "In recent years, "),
)  # fmt: skip
_JOINS = (("，", ", "), ("，", ", and "), ("；", "; "), ("，而", ", while "), ("，因此", ", so "))


class Word(NamedTuple):
    """A Chinese word or phrase with its English, and another one that a translator may take."""

    chinese: str
    english: str
    other: str


class Pair(NamedTuple):
    """A pair of the batch."""

    doc: str
    source: str
    target: str


class _Drawn:
    """Words by rank, drawn with frequencies that fall as 1 / rank."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self._sums = list(accumulate(1 / (rank + 10) for rank in range(len(words))))

    def draw(self, random: Random) -> Word:
        return self.words[bisect(self._sums, random.random() * self._sums[-1])]


class _Document(NamedTuple):
    people: Sequence[Word]
    terms: Sequence[Word]


def batch(count: int, seed: int = 5) -> Iterator[Pair]:
    """So many pairs, the same for the same arguments."""
    random = Random(seed)
    boilerplate = [_sentence(random, _document(random)) for _ in range(_BOILERPLATE)]
    turned = boilerplate[1:] + boilerplate[:1]
    ranks = _Drawn(
        [Word(one.chinese, one.english, other.english) for one, other in zip(boilerplate, turned)]
    )
    document = _document(random)
    for number in range(count):
        if number % DOCUMENT == 0:
            document = _document(random)
        name = f"doc-{number // DOCUMENT:06}"
        if random.random() < _AGAIN:
            again = ranks.draw(random)
            source, target = again.chinese, again.english
            if random.random() < _NEARLY:
                source, target = source[:-1] + "等。", target[:-1] + " and so on."
            elif random.random() < _NEARLY:
                figure = str(random.randrange(2, 10_000))
                source, target = f"第{figure}条：{source}", f"Article {figure}: {target}"
            if random.random() < _OTHER_SENTENCE:
                target = again.other
            yield Pair(name, source, target)
        else:
            made = _sentence(random, document)
            yield Pair(name, made.chinese, made.english)


def _document(random: Random) -> _Document:
    people, terms = _people(), _terms()
    return _Document(
        [people.draw(random) for _ in range(_PEOPLE)], [terms.draw(random) for _ in range(_TERMS)]
    )


def _sentence(random: Random, document: _Document) -> Word:
    chinese, english = _filled(random, random.choice(_OPENINGS), document)
    for turn in range(random.choice((1, 2, 2, 3, 3))):
        if turn:
            join = random.choice(_JOINS)
            chinese, english = chinese + join[0], english + join[1]
        own = _filled(random, random.choice(_CLAUSES), document)
        chinese, english = chinese + own[0], english + own[1]
    return Word(f"{chinese}。", f"{english[:1].upper()}{english[1:]}.", "")


def _filled(random: Random, pattern: tuple[str, str], document: _Document) -> tuple[str, str]:
    words = {}
    for slot in "nmovpcdy":
        if f"{{{slot}}}" in pattern[0]:
            words[slot] = _slot(random, slot, document)
    return (
        pattern[0].format(**{slot: pair[0] for slot, pair in words.items()}),
        pattern[1].format(**{slot: pair[1] for slot, pair in words.items()}),
    )


def _slot(random: Random, slot: str, document: _Document) -> tuple[str, str]:
    if slot == "v":
        return _verbs().draw(random)[:2]
    if slot == "p":
        person = random.choice(document.people)
        return person.chinese, person[2 if random.random() < _OTHER_NAME else 1]
    if slot == "c":
        place = random.choice(_PLACES)
        return place, "".join(lazy_pinyin(place)).capitalize()
    if slot == "d":
        number = random.randrange(2, 10_000)
        return str(number), f"{number:,}"
    if slot == "y":
        year = str(random.randrange(1978, 2026))
        return year, year
    if random.random() < 0.3:
        term = random.choice(document.terms)
        return term.chinese, "the " + term[2 if random.random() < _OTHER_TERM else 1]
    noun = _nouns().draw(random)
    if random.random() < 0.5:
        kind = _adjectives().draw(random)
        return f"{kind.chinese}的{noun.chinese}", f"the {kind.english} {noun.english}"
    return noun.chinese, f"the {noun.english}"


@cache
def _nouns() -> _Drawn:
    return _Drawn(_listed(("n", "nz", "l"), "", _NOUNS))


@cache
def _verbs() -> _Drawn:
    return _Drawn(_listed(("v",), "to ", _VERBS))


@cache
def _adjectives() -> _Drawn:
    return _Drawn(_listed(("a", "b"), "", _ADJECTIVES))


def _listed(flags: tuple[str, ...], opening: str, size: int) -> list[Word]:
    """The most frequent words of two or three characters that the dictionary renders plainly."""
    found = []
    for word, flag in parts_of_speech().items():
        if flag in flags and 2 <= len(word) <= 3:
            plain = [
                sense.removeprefix(opening)
                for sense in senses(word)
                if sense.startswith(opening) and _plain(sense.removeprefix(opening))
            ]
            if plain:
                found.append(Word(word, plain[0], plain[-1]))
    found.sort(key=lambda one: (chinese_information(one.chinese), one.chinese))
    return found[:size]


def _plain(sense: str) -> bool:
    words = sense.split(" ")
    return (
        len(words) <= 2
        and words[0] not in ("to", "the", "a", "an", "not")
        and all(word.isascii() and word.isalpha() and word.islower() for word in words)
    )


@cache
def _terms() -> _Drawn:
    """Terms of two nouns; the other rendering says its second word otherwise."""
    random, nouns = Random(1), _nouns().words
    found: dict[str, Word] = {}
    while len(found) < _ALL_TERMS:
        first, second = random.choice(nouns[:2500]), random.choice(nouns[:2500])
        instead = second.other if second.other != second.english else random.choice(nouns).english
        found[first.chinese + second.chinese] = Word(
            first.chinese + second.chinese,
            f"{first.english} {second.english}",
            f"{first.english} {instead}",
        )
    return _Drawn(list(found.values()))


@cache
def _people() -> _Drawn:
    """People with pinyin; the other spelling is Wade-Giles or turned round."""
    random = Random(2)
    found: dict[str, Word] = {}
    while len(found) < _ALL_PEOPLE:
        family = random.choice(_SURNAMES)
        given = "".join(random.choices(_GIVEN, k=random.choice((1, 2, 2))))
        first, rest = lazy_pinyin(family)[0], lazy_pinyin(given)
        usual = f"{first.capitalize()} {''.join(rest).capitalize()}"
        abroad = f"{wade_giles(first).capitalize()} {'-'.join(map(wade_giles, rest)).capitalize()}"
        turned = f"{''.join(rest).capitalize()} {first.capitalize()}"
        found[family + given] = Word(family + given, usual, random.choice((abroad, turned)))
    return _Drawn(list(found.values()))
