"""Every place of an English text that negates or may give back a negation.

Each has a kind, which says how surely it answers a Chinese negation. ``corpus.negation_signs``
reads the Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from corpus.lowered import lowered
from corpus.negation_opposites import Opposite
from corpus.negations import (
    ENGLISH_NEGATION,
    NEGATIVE,
    PREFIXED,
    EnglishKind,
    Sign,
    blank,
    counterparts,
    english_negations,
    given_back,
)
from corpus.words import Word, stem
from corpus.written import Written

_WORDS_KEPT = 1 << 15

#: English words that give a negation back without not, in small letters like all that follow.
WORDS = re.compile(
    r"""
    \b(?: fail(?:s|ed|ing|ures?)? | lack\w* | refus\w+ | decline[sd]? | declining | unlike | hardly
      | barely | scarcely | scarce | seldom | rarely | rare
      | (?<!\ba\ )(?:few|little) | prevent\w* | avoid\w*
      | absen\w+ | missing | miss(?:es|ed)? | free\ of | free\ from | \w+-free
      | den(?:y|ies|ied|ying|ials?)
      | reject\w* | ban(?:s|ned|ning)? | prohibit\w* | forb(?:id|ade|idden|ids|idding)
      | far\ from | instead(?:\ of)? | rather\ than | other\ than | yet\ to | except\w* | exclud\w+
      | regardless
      | unless | neglect\w* | ignor\w+ | devoid | nor | nil | zero | withh[eo]ld\w*
      | rul(?:e[sd]?|ing)\ out
      | rule\ it\ out
      | too\ \w+\ (?:for\ (?:\w+\ ){1,3})?to
        (?!\ (?:it|him|them|me|us|the|an?|th\w+|h[ie][sr]|y?our)\b)
      | false | disdain\w*
      | non\ ?-?\ ?[a-z]{3,}
      | (?!less\b|bless|unless|doubtless|nonetheless|nevertheless|regardless|wireless)
        [a-z]{3,}less(?:ly|ness)?
      | ill-\w+ | lest | by\ no\ means | reluctan\w+
      | (?:be|un)?grudging\w* | bypass\w* | in\ vain | futile
      | stop(?:s|ped|ping)? | ceas\w+ | suspend\w*
      | suspension | abandon\w*
      | dis(?:agree|allow|approv|appear|satisf|obe|qualif|regard|like|pleas
        |inclin|interest|trust|believ|abil|continu|credit|honest|order|unit|advant|comfort
        |similar|loyal|respect|prov)\w*
      | mis(?:tak|under|lead|led|rep|treat|trust|behav|inform|match|place)\w*
      | (?:less|fewer|lower|smaller|shorter) | beyond | void | out\ of | outside | barr(?:ed|ing)
      | suspicious | anything\ but
      | before\ (?:daybreak|dawn|sunrise|first\ light) | still\ dark   # 天还没亮
      )\b
    """,
    re.VERBOSE,
)
#: Words that give one back now and then: 不佳 poor, 不高 low, 还没 yet, 不到 under, 不亮
#: stays off.
_WEAK = re.compile(
    r"""
    \b(?: only | until | till | but | yet | before | poor | bad | wrong | weak | small | low
      | short\w* | insignificant | difficult\w* | hard | empty | vacan\w+ | vanish\w* | gone
      | lost | lose[sr]?
      | loss | oppos\w+ | against | contrary | questionable
      | forget\w* | forgot\w* | doubt\w* | died\ (?:out|away) | worse | worst | hate[sd]?
      | anti-?\w* | otherwise | despite
      | under(?!st|t[ao]k|go|w[ae]nt|gr|li|ly|lay|sc|p|co|wa|way|\b) \w* | nearly
      | almost
      | remain\w* | keep\w* | kept | continu\w+ | conceal\w* | hid(?:e|den)? | quit | halt\w*
      | ended
      | end | resist\w* | rather | surpris\w+ | sudden\w* | secret\w* | simpl[ey] | afraid | fear\w*
      | nearly | insult | alone | unless | cheap | mere | merely | just
      | stay(?:s|ed|ing)?\ (?:off|away|out|still|shut|closed|dark|silent)
      )\b
    """,
    re.VERBOSE,
)
#: Turns that answer a Chinese negation and negate.
_TURNS = re.compile(
    r"\bno\s(?:longer|more|other)\b|\bnothing\s(?:(?:for\sit\s)?but|else|more|less)\b"
    r"|\bnot\sso\s(?:much|many)\b"
    r"|\b(?:not|\w+n['’]t|never|cannot)\b(?=(?:\s[\w-]+){0,7}?\s(?:until|till|unless|without)\b)"
    r"|\bout\sof\s(?:the\s)?reach\b|\bno\sdoubt\b|\b(?:no|little)\s(?:choice|option|alternative)\b"
    r"|\bno\s(?:less|fewer|later|sooner|better)\b"
    r"|\bnot\s(?:least|alone|limited|only|just|merely|simply|solely)\b|\bno\sone\b"
    r"|\bcould(?:n['’]t|\snot)\s(?:have\s)?cared?\sless\b"
    r"|\b(?:do|does|did|ca|wo|could|would)n['’]t\s(?:it|they|he|she|you|we|i)"
    r"\s(?:agree|think|see|know|remember)\b"
    r"|\bnor\b(?:(?<=^nor)|(?<=[.;!?]\snor))"
)
#: Turns that answer one Chinese turn and nothing else.
_FACING_TURNS = (
    (re.compile("不仅|不但|不光|不只|不单|非但|不止|何止|不独"),
     re.compile(r"\b(?:not|\w+n['’]t)\s(?:only|just|merely|simply|solely)\b")),
    (re.compile("无论|不管|不论|任凭"), re.compile(r"\bno\smatter\b|\bregardless\b")),
    (re.compile("无疑|难怪|不愧|怪不得"), re.compile(r"\bno\s(?:doubt|wonder)\b|\bundoubtedly\b")),
    (re.compile("无[限穷]"), re.compile(r"\binfinit\w*")),
    (re.compile("例外"), re.compile(r"\bwithout\sexception\b")),
    (re.compile("除非|否则|若非|除了|除[^，。；]{1,12}外"),
     re.compile(r"\bunless\b|\botherwise\b|\bor\selse\b|\bexcept\w*")),
    (re.compile("直到|直至|才|之前|以前"), re.compile(r"\buntil\b|\btill\b|\bbefore\b")),
    (re.compile("空前|首次|第一次|头一[次回]"), re.compile(r"\b(?:(?:as|like)\s)?never\sbefore\b")),
    (re.compile("擅自|私自|私下"),
     re.compile(r"\bwithout\s(?:\w+\s)?(?:leave|permission|authori[sz]ation|approval|consent)\b")),
    (re.compile("空腹|空肚子|饿着肚子"),
     re.compile(r"\bwithout\s(?:\w+\s)?(?:food|eating|breakfast|a\smeal)\b"
                r"|\b(?:not|\w+n['’]t)\s(?:\w+\s)?eat\w*")),
    # 登录失败 as "if you cannot log in"
    (re.compile("失败|失灵|失效"),
     re.compile(r"\b(?:cannot|can['’]t|could\snot|couldn['’]t|unable|did\snot|didn['’]t"
                r"|not\swork\w*)\b")),
    (re.compile("最"),
     re.compile(r"\b(?:nothing|nobody|no\sone|never|no)\s(?:\w+\s)??(?:better|greater|worse)\b")),
    (re.compile("老样子|照旧|如故|如初|一如|还是那"),
     re.compile(r"\b(?:not|\w+n['’]t|never)\s(?:\w+\s){0,2}?(?:chang\w+|aged?\b|alter\w+)")),
    (re.compile("与其|代替|取代"), re.compile(r"\brather\sthan\b|\binstead\b")),
    # 没道歉，反而 as "instead of apologising": there it answers the 没
    (re.compile("反而|而是"), re.compile(r"\binstead\b(?!\sof\b)")),
)
_OR = re.compile(r"\bn?or\b")
#: … not beyond its sentence, nor in a question: could not tell whether it was suicide or murder.
_OVER = re.compile(r"[.!?;]\s|\b(?:if|whether)\b")
#: How far an "or" goes on with a negation: had not been interviewed or provided any content.
_GOES_ON = 160


#: Limits: 不低于 is "at least" as well as "not less than".
_LIMITS = re.compile("不[得应能可]?(?:低|少|小|短|超|高|大|多|晚|迟|早|逾|长)[于过出]?")
_LIMITED = re.compile(
    r"\b(?:at\s(?:least|most)|up\sto|within|minimum|maximum"
    r"|or\s(?:more|less|above|below|over|fewer)|and\s(?:above|below)|by)\b"
)


#: Turns that answer where the Chinese asks for them: 更像外交而非科学 is "more akin to diplomacy
#: than science", 不修改就不能使用 "cannot be used without changes".
_ASKED_TURNS = (
    (_LIMITS, _LIMITED),
    (re.compile("[而并]非|不是"), re.compile(r"\b(?:more|less)\b(?=[^.;]{1,80}\bthan\b)")),
    (re.compile("[不没未无][^。；]{1,30}[就则便将也]?[不没无]"), re.compile(r"\bwithout\b")),
)
_FACED = Written([chinese for chinese, _ in _FACING_TURNS])
_ASKED = Written([chinese for chinese, _ in _ASKED_TURNS])


def english_signs(
    english: str,
    words: Sequence[Word],
    chinese: str,
    meant: Sequence[frozenset[str]] = (),
    opposites: Sequence[Opposite] = (),
) -> list[Sign]:
    """The signs of negation of an English text, in order.

    ``meant``: for each Chinese word that is no negation the stems of what it means.
    """
    small = lowered(english)
    found: list[Sign] = []

    def take(start: int, end: int, kind: EnglishKind) -> None:
        for sign in found:
            if start < sign.end and sign.start < end:
                return
        found.append(Sign(start, end, kind))

    shown = small
    for number in _FACED.within(chinese):
        asked, answer = _FACING_TURNS[number]
        if asked.search(chinese):
            for match in answer.finditer(shown):
                take(*match.span(), "told")
            shown = blank(answer, shown)
    starts = _starts(small, words)
    twice = len(NEGATIVE.findall(chinese))
    plain = [mark for mark in english_negations(english) if shown[mark.start] != " "]
    for mark in plain:
        # not impossible; but "not unprecedented" for 前所未有 has one too many
        doubled = twice != 1 and PREFIXED.match(shown, mark.end + 1)
        take(mark.start, mark.end, "weak" if doubled else "plain")
    for match in _matches(_TURNS, small, starts["turn"]):
        take(*match.span(), "turn")
    for number in _ASKED.within(chinese):
        asked, answer = _ASKED_TURNS[number]
        if asked.search(chinese):
            for match in answer.finditer(small):
                take(*match.span(), "turn")
    for match in _matches(ENGLISH_NEGATION, shown, starts["plain"]):
        extra = twice == 1 and PREFIXED.match(shown, match.end() + 1)
        take(*match.span(), "plain" if extra else "weak")
    back = counterparts(chinese)
    listed: list[tuple[Iterable[re.Match[str]], EnglishKind]] = [
        (_matches(PREFIXED, shown, starts["prefix"]), "prefix"),
        (_matches(WORDS, shown, starts["word"]), "word"),
        (_matches(_WEAK, shown, starts["weak"]), "weak"),
    ]
    for answer in dict.fromkeys(one.words for one in opposites):
        listed.append((answer.finditer(shown), "opposite"))
    for matches, kind in listed:
        for match in matches:
            start, end = match.span()
            own = _word_from(shown, start)
            if own == "nor" and "neither" in small:
                continue                # the "neither" answers
            # 还 is "yet", but no "yet to"; 出 is "out of"
            if " " in match.group() and own != "out":
                told = not given_back(chinese, shown)[start:end].strip()
            else:
                told = any(answer.match(shown, start) for answer in back) or _meant(own, meant)
                # 逾期 is to fail to meet a date, but no "fail to pay"
                told = told and not (own.startswith("fail") and small.startswith(" to ", end))
            take(start, end, "told" if told else kind)
    for match in _OR.finditer(english) if plain else ():
        if shown[match.start()] == " ":
            continue                    # or else
        ends = [mark.end for mark in plain if 0 < match.start() - mark.end < _GOES_ON]
        if ends and not _OVER.search(english, ends[-1], match.start()):
            take(*match.span(), "shared")
    return sorted(found)


#: The words with which what is longer than a word begins.
_OPENING: dict[EnglishKind, frozenset[str]] = {
    "turn": frozenset("not never cannot no nothing out little could nor".split()),
    "word": frozenset(
        "free far rather other yet rule rules ruled ruling too non ill by in anything before still"
        " out".split()
    ),
    "weak": frozenset("died anti stay stays stayed staying".split()),
}
_LISTED: tuple[tuple[re.Pattern[str], EnglishKind], ...] = (
    (ENGLISH_NEGATION, "plain"), (PREFIXED, "prefix"), (WORDS, "word"), (_WEAK, "weak"),
)


def _starts(small: str, words: Sequence[Word]) -> dict[str, list[int]]:
    """Where patterns of each kind may match: few words begin a match, and most are met again."""
    starts: dict[str, list[int]] = {"turn": [], "plain": [], "prefix": [], "word": [], "weak": []}
    for word in words:
        for kind, offset in _begun(word.text):
            starts[kind].append(word.start + offset)
    if "-free" in small:
        # tax-free begins before the word that tells
        starts["word"] += [found.start() for found in _WITHOUT_IT.finditer(small)]
        starts["word"].sort()
    return starts


_WITHOUT_IT = re.compile(r"\b\w+-free\b")


@lru_cache(_WORDS_KEPT)
def _begun(word: str) -> tuple[tuple[EnglishKind, int], ...]:
    """The kinds of signs that a word may begin, and how far in it."""
    small = lowered(word)
    begun: set[tuple[EnglishKind, int]]
    if small.isalpha():
        begun = {(kind, 0) for pattern, kind in _LISTED if pattern.match(small)}
    else:                       # don't: a word may begin behind the apostrophe
        begun = {
            (kind, match.start()) for pattern, kind in _LISTED for match in pattern.finditer(small)
        }
    begun |= {(kind, 0) for kind, opening in _OPENING.items() if small in opening}
    begun |= {("turn", place) for kind, place in begun if kind == "plain"}
    return tuple(sorted(begun))


def _matches(
    pattern: re.Pattern[str], text: str, starts: Sequence[int]
) -> Iterator[re.Match[str]]:
    """As ``finditer``, where it is known which places a match may begin at."""
    done = 0
    for start in starts:
        match = pattern.match(text, start) if start >= done else None
        if match:
            done = match.end()
            yield match


def _meant(word: str, meant: Sequence[frozenset[str]]) -> bool:
    """Whether a word gives back one of the Chinese words that are no negations."""
    stems = _stems(word)
    for stemmed in stems:
        for glosses in meant:
            if stemmed in glosses:
                return True
    return False


def _word_from(small: str, start: int) -> str:
    found = _WORD.match(small, start)
    return found.group() if found else ""


_WORD = re.compile(r"[\w'’-]+")


def _stems(word: str) -> tuple[str, ...]:
    """Stems of a word and of what an adverb is made of: simply, simple."""
    if not word.endswith("ly"):
        return (stem(word),)
    return stem(word), stem(word[:-2]), stem(f"{word[:-1]}e")


def base_of(text: str) -> str:
    """Stem of a word without its negative prefix or ending: unnecessary, groundless."""
    bare = re.sub(r"^(?:non[ -]*|un|in|im|ir|il|dis)", "", text.lower())
    return stem(re.sub(r"less(?:ly|ness)?$", "", bare))
