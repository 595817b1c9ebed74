"""How likely it is that a negation is lost or added, from what answers it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

from corpus.negation_match import Answers, Site, fits
from corpus.negation_signs import AFFIRMS, compares
from corpus.negations import NEGATIVE, facing

Question = Literal["lost", "added"]
Features = dict[str, float]

#: Beyond these a feature grows no more.
_MOST = 2
_NEAR_MOST = 1.5
_OTHERS_MOST = 3

_ASKS = re.compile("[吗呢？?]|难道|岂|何[不必尝须苦]")
_ASKS_WHICH = re.compile("[？?]|难道|岂|何|哪|谁|怎")
#: A direction or result behind 不: 看不到, 冲不垮; English says unable or impossible.
_RESULT = tuple("了到起出过来上下开住成完")
_MODAL = tuple("会能得可应")
_IMPERATIVE = ("别", "莫", "勿", "切勿", "毋", "不要", "别再", "切莫")
#: Characters of words that may have become an English negation.
_MAY_NEGATE = re.compile("[绝拒缺失难停止反除避防违罢忘漏少仅只才直尚还仍很零空徒弃差弱低错误免禁]")
_TAKES_BACK = re.compile(r"\b(?:but|until|than|unless|only|just)\b")
#: Characters behind an English negation in which a turn takes it back: no choice but.
_TAKES_BACK_WITHIN = 90


#: Verbs that negate themselves: 未停止 is "not stop", and "stop" no answer.
_NEGATIVE_VERB = re.compile(
    "[能会曾必得再完全被使让]{0,2}(?:停[止下]|消[失除]|平息|忘|否[认定决]|失[败效去]|拒绝|反对|怀疑|缺[乏少]|放弃"
    "|忽[视略]|禁止|避免|阻[止碍挡]|排除|破坏|丧失|终止|中断|隐瞒|掩饰|抵抗|违[反背]|取消|结束|退[出缩]|厌|讨厌|白费|落空)"
)
_MILDER = ("word", "prefix", "weak")
#: Characters behind a negation that are the same when it is said again.
_SAME = 2
#: 谁也没来 and 怎么也不肯 ask nothing.
_RHETORICAL = re.compile("岂|何|怎么(?!也)|难道|谁(?![也都])|哪(?![里儿]?[也都])|干吗|为什么|为啥")
_IS_NOT = re.compile("不是|并非|而非|原非|绝非|不在|不在于|不为|没有?[把将]")
_BUT_IS = re.compile("而[是在仅只为]|而且|只[是不]|却是|[，,][^，。；]{0,4}是")
_BUT = re.compile(r"\bbut\b")
_NEGATES = re.compile(r"\b(?:not|no|never|without|neither|nor|cannot|hardly|less|rather)\b|n['’]t")
_CONTRAST_WITHIN = 60


#: Doubt where a word asks that seldom becomes a negation.
_HALF = 0.3
#: Doubt where an "or" goes on with the negation of the clause before: 未…，也未….
_LITTLE = 0.2
#: Characters between two parallel negations.
_PARALLEL_WITHIN = 40


def lost(
    chinese: str, english: str, found: Answers, least: float = 0.0
) -> list[tuple[float, int]]:
    """For each Chinese negation the chance that the English lost it, with its site's number.

    Those less likely than ``least`` are left out.
    """
    listed = []
    for number, site in enumerate(found.sites):
        if site.sign.kind not in ("plain", "free"):
            continue
        if least and _surely_answered(found, number, least):
            continue
        chance = _probability("lost", lost_features(chinese, english, found, number))
        if chance >= least:
            listed.append((chance, number))
    return listed


def added(
    chinese: str, english: str, found: Answers, least: float = 0.0
) -> list[tuple[float, int]]:
    """For each English negation the chance that the Chinese has none, with its number.

    Those less likely than ``least`` are left out.
    """
    askers = {sign: site for site, sign in found.answer.items()}
    listed = []
    for number, sign in enumerate(found.signs):
        if sign.kind != "plain":
            continue
        if least and number in askers and _surely_asked(found, askers[number], number, least):
            continue
        chance = _probability("added", added_features(chinese, english, found, number))
        if chance >= least:
            listed.append((chance, number))
    return listed


#: What the features of an answered negation may be; the others are 0, or known at once.
_ANSWERED: dict[Question, dict[str, float]] = {
    "lost": {
        "plain signs left": _MOST, "words left": _MOST, "weak signs left": _OTHERS_MOST,
        "nearest": _NEAR_MOST, "nearest plain": _NEAR_MOST, "bare": 1, "literal": 1,
        "literal clause": 1,
    },
    "added": {
        "plain signs left": _MOST, "free signs left": _MOST, "hidden signs left": _MOST,
        "nearest": _NEAR_MOST, "nearest plain": _NEAR_MOST, "literal": 1, "covered": 1,
    },
}


def _surely_answered(found: Answers, number: int, least: float) -> bool:
    """Whether a "not" answers from so near that its features need not be worked out.

    Or a word that says the same from the other side: hard for 不容易.
    """
    answer = found.answer.get(number)
    if answer is None:
        return False
    distance = found.distance[number][answer]
    known: Features = {"long": math.log(len(found.words))}
    if (number, answer) in found.opposite:
        known |= {"answer opposite": 1.0, "distance of another kind": distance}
    elif found.signs[answer].kind in ("plain", "turn"):
        turn = float(found.signs[answer].kind == "turn")
        known |= {"answer turn": turn, "distance": distance}
    else:
        return False
    return _at_most("lost", known) < least


def _surely_asked(found: Answers, site: int, number: int, least: float) -> bool:
    """Whether a 不 that a "not" answers is so near that its features need not be worked out."""
    kind = found.sites[site].sign.kind
    if kind not in ("plain", "free"):
        return False
    distance = found.distance[site][number]
    known: Features = {
        "asker free": float(kind == "free"),
        "asker told": float(kind == "free" and found.sites[site].told),
        "distance": distance,
        "long": math.log(len(found.words)),
    }
    return _at_most("added", known, {"nearest plain": distance}) < least


def _at_most(
    question: Question, known: Features, upper: Mapping[str, float] = MappingProxyType({})
) -> float:
    """No smaller than the chance by the features that are known, whatever the others are.

    ``upper`` says of some of the others that they are no greater.
    """
    weights, _ = _weights(question)
    most = _most(question)
    for name, own in upper.items():
        most -= max(0.0, weights[name]) * max(0.0, _ANSWERED[question][name] - own)
    return _chance(most + sum(weights[name] * own for name, own in known.items()))


@cache
def _most(question: Question) -> float:
    weights, intercept = _weights(question)
    most = sum(max(0.0, weights[name] * own) for name, own in _ANSWERED[question].items())
    return intercept + most


def lost_features(chinese: str, english: str, found: Answers, number: int) -> Features:
    """What speaks for and against a Chinese negation's being lost."""
    site = found.sites[number]
    answer = found.answer.get(number)
    kind = found.signs[answer].kind if answer is not None else "none"
    distance = found.distance[number][answer] if answer is not None else 0.0
    used = set(found.answer.values())
    free = [sign.kind for place, sign in enumerate(found.signs) if place not in used]
    doubt = 1.0 if kind in ("none", "told") else 0.5 if kind in ("weak", "shared") else 0.0
    apt = answer is not None and (number, answer) in found.opposite
    if apt:
        kind, doubt = "opposite", 0.0
    elif kind in _MILDER and _NEGATIVE_VERB.match(chinese, site.sign.end):
        kind, doubt = "told", 1.0
    parallel = _parallel(chinese, found, number)
    if kind == "shared" and parallel:
        doubt = _LITTLE
    values: Features = {
        f"answer {name}": float(kind == name)
        for name in ("turn", "shared", "prefix", "word", "weak", "told", "opposite", "none")
    }
    misfit = answer is not None and not apt and fits(english, site, found.signs[answer]) is False
    values["misfit"] = float(misfit)
    plain = kind in ("plain", "turn")
    values["distance"] = distance if plain else 0.0
    values["distance of another kind"] = 0.0 if plain else distance
    values["distance of or"] = distance if kind == "shared" else 0.0
    values["plain signs left"] = min(_MOST, free.count("plain") + free.count("turn"))
    values["words left"] = min(_MOST, free.count("prefix") + free.count("word"))
    values["weak signs left"] = min(_OTHERS_MOST, free.count("weak"))
    apart = [
        (found.distance[number][place], sign.kind)
        for place, sign in enumerate(found.signs)
        if sign.kind not in ("told", "opposite")
    ]
    values["nearest"] = min([_NEAR_MOST, *(far for far, _ in apart)])
    values["nearest plain"] = min([_NEAR_MOST, *(far for far, own in apart if own == "plain")])
    values["bare"] = float(_bare(site, found))
    values["literal"] = found.literal
    values["literal clause"] = site.literal
    values["long"] = math.log(len(found.words))
    around: Features = {
        "": 1.0,
        "found": float(bool(site.negated)),
        "not found": float(site.known and not site.negated),
        "literal": found.literal,
        "literal clause": site.literal,
        **_form(chinese, site),
        "parallel": float(parallel),
        "repeated": float(_repeated(chinese, found, number)),
        "contrast": float(_contrast(chinese, english, site)),
        "others": min(_OTHERS_MOST, sum(o.sign.kind in ("plain", "free") for o in found.sites) - 1),
    }
    return {**values, **{f"doubt {name}".strip(): doubt * own for name, own in around.items()}}


def _form(chinese: str, site: Site) -> Features:
    """How the Chinese negation is made."""
    start, end = site.sign.start, site.sign.end
    text, behind = chinese[start:end], chinese[end : end + 1]
    free = site.sign.kind == "free"
    return {
        "free": float(free),
        "told": float(site.told),
        "free unlisted": float(free and not site.sign.told),
        "没": float(text[0] == "没"),
        "无": float("无" in text),
        "未": float("未" in text),
        "imperative": float(text in _IMPERATIVE),
        "modal": float(behind in _MODAL or text[-1] in _MODAL),
        "是": float(behind == "是" or text[-1] == "是"),
        "result": float(behind in _RESULT),
        "compares": float(compares(chinese, site.sign)),
        "rhetorical": float(_RHETORICAL.search(chinese[max(0, start - 4) : start]) is not None),
        "asks": float(_ASKS.search(chinese, *site.clause) is not None),
        "last": float(not chinese[end:].strip()[:1].isalnum()),
    }


def _parallel(chinese: str, found: Answers, number: int) -> bool:
    """Whether the negation before it is the same and answered: 不能…，也不能…"""
    site = found.sites[number]
    before = [
        other
        for other in range(number)
        if found.sites[other].sign.kind == "plain" and other in found.answer
    ]
    if not before or site.sign.start - found.sites[before[-1]].sign.end > _PARALLEL_WITHIN:
        return False
    text = chinese[site.sign.start : site.sign.end]
    first = found.sites[before[-1]].sign
    return text == chinese[first.start : first.end] or chinese[site.sign.start - 1] in "也亦又"


def _repeated(chinese: str, found: Answers, number: int) -> bool:
    """Whether the same was negated before and is answered: 不服从恶法…这种不服从."""
    sign = found.sites[number].sign
    text = chinese[sign.start : sign.end + _SAME]
    return any(
        other in found.answer and chinese.startswith(text, found.sites[other].sign.start)
        for other in range(number)
    )


def _contrast(chinese: str, english: str, site: Site) -> bool:
    """Whether 不是…而是 stands against a "but" that nothing negates before it."""
    behind = chinese[site.sign.end : site.sign.end + _CONTRAST_WITHIN]
    is_not = _IS_NOT.search(chinese, site.sign.start, site.sign.end + 2)
    if not is_not or not _BUT_IS.search(behind):
        return False
    return any(
        not _NEGATES.search(english, max(0, found.start() - _CONTRAST_WITHIN), found.start())
        for found in _BUT.finditer(english)
    )


def _bare(site: Site, found: Answers) -> bool:
    """Whether the negated word stands in the English with no sign near it."""
    return bool(site.negated) and not any(
        -3 <= place - found.at[number] <= 6
        for place in site.negated
        for number, sign in enumerate(found.signs)
        if sign.kind not in ("told", "opposite")
    )


def added_features(chinese: str, english: str, found: Answers, number: int) -> Features:
    """What speaks for and against an English negation's being added."""
    sign = found.signs[number]
    asker = next((site for site, answer in found.answer.items() if answer == number), None)
    kind = found.sites[asker].sign.kind if asker is not None else "none"
    distance = found.distance[asker][number] if asker is not None else 0.0
    if kind == "double" and asker is not None and _affirms(chinese, english, found, asker):
        kind, distance = "none", 0.0
    elif kind == "none" and (twice := _second_of_two(chinese, found)) is not None:
        kind, distance = "double", found.distance[twice][number]
    # sites that nothing answers, or nothing but what may stand there for another reason
    free = [
        site.sign.kind
        for place, site in enumerate(found.sites)
        if place not in found.answer or found.signs[found.answer[place]].kind in ("told", "weak")
    ]
    doubt = 1.0 if kind == "none" else _HALF if kind in ("hidden", "neutral") else 0.0
    values: Features = {
        f"asker {name}": float(kind == name)
        for name in ("free", "double", "none")
    }
    # 不少 is "a lot" already: it needs no "not"
    values["asker told"] = float(kind == "free" and asker is not None and found.sites[asker].told)
    plain = kind in ("plain", "free", "refusal")
    values["distance"] = distance if plain else 0.0
    values["distance of another kind"] = 0.0 if plain else distance
    values["plain signs left"] = min(_MOST, free.count("plain"))
    values["free signs left"] = min(_MOST, free.count("free") + free.count("double"))
    hidden = sum(free.count(own) for own in ("refusal", "hidden", "neutral"))
    values["hidden signs left"] = min(_MOST, hidden)
    apart = [
        (found.distance[place][number], site.sign.kind)
        for place, site in enumerate(found.sites)
        if site.sign.kind != "neutral"
    ]
    values["nearest"] = min([_NEAR_MOST, *(far for far, _ in apart)])
    values["nearest plain"] = min(
        [_NEAR_MOST, *(far for far, own in apart if own in ("plain", "free"))]
    )
    values["literal"] = found.literal
    values["covered"] = found.covered
    values["long"] = math.log(len(found.words))
    word = english[sign.start : sign.end].lower()
    ahead = found.negated[number]
    behind = english[sign.end : sign.end + _TAKES_BACK_WITHIN]
    around: Features = {
        "": 1.0,
        "found": float(bool(ahead) and ahead[0] in found.back),
        "found second": float(any(place in found.back for place in ahead)),
        "literal": found.literal,
        "covered": found.covered,
        "no": float(word in ("no", "none", "nothing", "nobody", "nor", "neither")),
        "without": float(word == "without"),
        "asks": float(_ASKS_WHICH.search(chinese) is not None),
        "may negate": float(_MAY_NEGATE.search(chinese) is not None),
        "taken back": float(_TAKES_BACK.search(behind) is not None),
        "others": min(_OTHERS_MOST, sum(one.kind == "plain" for one in found.signs) - 1),
    }
    return {**values, **{f"doubt {name}".strip(): doubt * own for name, own in around.items()}}


def _affirms(chinese: str, english: str, found: Answers, asker: int) -> bool:
    """Whether 无不 or 不能不 faces one English negation alone: "no one was moved"."""
    start = found.sites[asker].sign.start
    if not AFFIRMS.match(chinese, start):
        return False
    if sum(sign.kind in _FULL for sign in found.signs) != 1:
        return False
    behind = english[found.signs[found.answer[asker]].end :].lower()
    return not any(
        turn.match(chinese, start) and words.search(behind) for turn, words in _NEGATED_RIGHTLY
    )


#: Affirmations that one English negation gives back with one of these words behind it: could not
#: stop laughing, no easy task.
_NEGATED_RIGHTLY = facing(
    ("[忍禁]不住|不禁|情不自禁|不由得",
     "help|resist|contain|h[oe]ld|ke(?:ep|pt)|refrain|suppress|repress|stifle|stop|control|restrain"
     "|bear|stand|take|hid|wait|but|any (?:longer|more)"),
    ("不[停断住]地", "stop|ceas|paus|end|let|rest|interrupt|break|quiet|still"),
    ("二话[没不]说", "word|hesita|ado|question|thought|fuss|sa(?:y|id)|demur|argu|think|blink"),
    ("非", "but|other|except|anyone|else|fail|only|without|unless|until|short|less"),
    ("好不容易", "eas(?:y|ily)|without|simple|small|mean|little|until"),
)


def _second_of_two(chinese: str, found: Answers) -> int | None:
    """A site of two negations of which one has its own: 不是不想 as "not that I don't want"."""
    for number, site in enumerate(found.sites):
        if site.sign.kind != "double" or number not in found.answer:
            continue
        twice = len(NEGATIVE.findall(chinese, site.sign.start, site.sign.end)) > 1
        if twice and found.signs[found.answer[number]].kind in ("plain", "turn"):
            return number
    return None


_FULL = ("plain", "turn", "prefix", "word", "weak")


def _probability(question: Question, values: Features) -> float:
    weights, intercept = _weights(question)
    return _chance(intercept + sum(weights[name] * value for name, value in values.items()))


def _chance(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


@cache
def _weights(question: Question) -> tuple[dict[str, float], float]:
    with (files("qa") / "data" / "negation.json").open("rb") as stream:
        stored: dict[str, Any] = json.load(stream)
    model = stored[question]
    return model["weights"], float(model["intercept"])
