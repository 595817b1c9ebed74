"""Every place of a Chinese or English text that negates or may stand for a negation.

Each has a kind, which says how surely the other language must negate as well.
``corpus.negation_match`` finds out which sign answers which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from corpus.lexicon import FUNCTION_WORDS, senses
from corpus.lowered import lowered
from corpus.names import chinese_names
from corpus.negation_opposites import Opposite
from corpus.negations import (
    ENGLISH_NEGATION,
    FREE,
    HIDDEN_CHINESE,
    NEUTRAL,
    NOT_DONE,
    PLAIN,
    PREFIXED,
    REFUSING,
    STRONG,
    blank,
    english_negations,
    given_back,
)
from corpus.words import chinese_words, english_words, stem

#: plain: 没有, 不会, not, never · free: often told without one (不少 many, 不足 short of) ·
#: double: an affirmation made of two (不得不 must) · neutral: only looks like one (不断) ·
#: refusal: a word with one inside (拒绝 refuse, 缺乏 lack) · hidden: one that seldom becomes a
#: "not" (错 wrong, 哪里).
ChineseKind = Literal["plain", "free", "double", "neutral", "refusal", "hidden"]
#: turn: no longer, not until · prefix: unable · word: fail, lack, hardly · weak: but, less, poor
#: · shared: "or" behind a not · told: gives back another word of the Chinese (but for 但).
#: · opposite: says from the other side what one Chinese negation says.
EnglishKind = Literal["plain", "turn", "shared", "prefix", "word", "weak", "opposite", "told"]

#: Characters that negate.
NEGATIVE = re.compile("[不没无未非别勿莫毋否]")

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
    "|[莫没]有?(?:人|谁)?[^，。；]{0,8}不|没[过隔]?[几两][天年月周]"
)
#: Two negations that affirm, and turns that need none in English.
_DOUBLE = re.compile(
    r"""
    不得不 | 不能不 | 不会不 | 不可不 | 不无(?!聊) | (?:毫无|无一)例外
  | 无(?:时(?:无刻)?|人|一|日|所)不(?=[^，。；]) | 无[不处][^，。；]{0,2}不 | 无不
  | 没有?(?:人|谁|什么|任何|一[个种条件位天次])[^，。；]{0,8}不(?![同少断久足利必良])
  | 不是不 | 不是没有? | 并[非不]是?没有? | 并非不 | 不至于不 | 未必不 | 难免不 | 莫不
  | 不[^，。；]{1,4}不[行可] | 非[^，。；]{1,8}(?:不可|不行|莫属)
  | [忍禁]不住 | 不禁 | 情不自禁 | 不由得 | 不失为 | 不乏 | [少免]不了 | 离不开 | 不可或缺 | 不亚于
  | 不(?:逊|次|下)于 | 不逊色 | 不胫而走 | 不约而同 | 不知(?:何故|怎么?的?|为何|不觉) | (?<=[一-鿿])不[已息绝休止](?![一-鿿])
  | 不[早多大长高快上冷紧卑]不[晚迟少小短矮低慢下热松亢]
  | 再[^，。；]{1,4}不过 | 不是[吗么]
  | 没[过隔]?(?:多久|几|一会|一阵|两[天年])      # soon: 没隔几天, 没一会儿
    """,
    re.VERBOSE,
)
#: After a negation they soften it: not so, less, not enough; "less" answers 不那么 as "not" does.
_COMPARES = re.compile(r"[不没](?:那么|这么|太|够|如|及|很|大|怎么|甚|算|再那么)")

#: English words that give a negation back without not, in small letters like all that follow.
_WORDS = re.compile(
    r"""
    \b(?: fail(?:s|ed|ing|ures?)? | lack\w* | refus\w+ | decline[sd]? | declining | unlike | hardly
      | barely | scarcely | scarce | seldom | rarely | rare
      | (?<!\ba\ )(?:few|little) | prevent\w* | avoid\w*
      | absen\w+ | missing | miss(?:es|ed)? | free\ of | free\ from | \w+-free
      | den(?:y|ies|ied|ying|ials?)
      | reject\w* | ban(?:s|ned|ning)? | prohibit\w* | forb(?:id|ade|idden|ids|idding)
      | far\ from | instead | rather\ than | other\ than | yet\ to | except\w* | exclud\w+
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
    (re.compile("例外"), re.compile(r"\bwithout\sexception\b")),
    (re.compile("除非|否则|若非|除了"),
     re.compile(r"\bunless\b|\botherwise\b|\bor\selse\b|\bexcept\w*")),
    (re.compile("直到|直至|才|之前|以前"), re.compile(r"\buntil\b|\btill\b|\bbefore\b")),
    (re.compile("空前|首次|第一次|头一[次回]"), re.compile(r"\b(?:(?:as|like)\s)?never\sbefore\b")),
    (re.compile("擅自|私自|私下"),
     re.compile(r"\bwithout\s(?:\w+\s)?(?:leave|permission|authori[sz]ation|approval|consent)\b")),
    (re.compile("最"),
     re.compile(r"\b(?:nothing|nobody|no\sone|never|no)\s(?:\w+\s)??(?:better|greater|worse)\b")),
    (re.compile("老样子|照旧|如故|如初|一如|还是那"),
     re.compile(r"\b(?:not|\w+n['’]t|never)\s(?:\w+\s){0,2}?(?:chang\w+|aged?\b|alter\w+)")),
    (re.compile("与其|反而|而是|代替|取代"), re.compile(r"\brather\sthan\b|\binstead\b")),
)
_OR = re.compile(r"\bn?or\b")
#: … not beyond its sentence, nor in a question: could not tell whether it was suicide or murder.
_OVER = re.compile(r"[.!?;]\s|\b(?:if|whether)\b")
#: How far an "or" goes on with a negation: had not been interviewed or provided any content.
_GOES_ON = 160


class Sign(NamedTuple):
    """A place that negates, or may."""

    start: int
    end: int
    kind: str
    #: for a Chinese word of the dictionary: stems that give it back without a negation
    told: frozenset[str] = frozenset()


def negative_signs(chinese: str) -> tuple[list[Sign], str]:
    """Signs with a character that negates, and the text with their places blank."""
    found: list[Sign] = []
    masked = chinese
    if not NEGATIVE.search(masked):
        return found, masked
    for name in chinese_names(chinese):
        # 无锡, 不丹, 莫言; 别 is hardly ever a surname: 别多问
        if NEGATIVE.search(name.text) and not name.text.startswith("别"):
            masked = without(masked, name.start, name.end)
    for pattern, kind in ((_DOUBLE, "double"), (NEUTRAL, "neutral")):
        matches, masked = _taken(pattern, masked)
        found += [Sign(*one.span(), kind) for one in matches if NEGATIVE.search(one.group())]
    for word in _negative_words(chinese, masked):
        found.append(word)
        masked = without(masked, word.start, word.end)
    for pattern, kind in _CHARACTERS:
        matches, masked = _taken(pattern, masked)
        found += [Sign(*one.span(), kind) for one in matches]
    return found, masked


def forbidding_signs(chinese: str, english: str) -> list[Sign]:
    """严禁 and 拒不 that no "ban" or "refuse" of the English gives back: they ask for a "not"."""
    found = [Sign(*match.span(), "plain") for match in _FORBIDS.finditer(chinese)]
    return [sign for sign in found if not used_up(chinese, lowered(english), sign)]


#: 禁用, 禁止入内; 禁忌 and 不禁 are none, 解禁 and 违禁 lift and break a ban.
_FORBIDS = re.compile("(?<![不解违宵囚拘失情])(?:严禁|禁[止用入])|拒[不绝]|谢绝|缺[乏少]|否[认决]")


def hidden_signs(masked: str) -> list[Sign]:
    """Words with a negation inside, in a Chinese text without those of ``negative_signs``."""
    found: list[Sign] = []
    for pattern, counterpart in HIDDEN_CHINESE:
        kind = "refusal" if (pattern, counterpart) in REFUSING else "hidden"
        matches, masked = _taken(pattern, masked)
        found += [Sign(*one.span(), kind) for one in matches]
    return found


def used_up(chinese: str, small: str, sign: Sign) -> bool:
    """Whether English in small letters gives a hidden negation back as it is: refuse for 拒绝."""
    return any(
        counterpart.search(small)
        for pattern, counterpart in HIDDEN_CHINESE
        if pattern.match(chinese, sign.start)
    )


#: Don't, said to somebody: 你别感觉有必要.
_DONT = re.compile("(?<=[你您们])别(?![的人样处名致墅])")
#: What the characters say that no word holds, the surest first.
_CHARACTERS = ((STRONG, "plain"), (_DONT, "plain"), (FREE, "free"), (PLAIN, "plain"))


def _negative_words(chinese: str, masked: str) -> Iterator[Sign]:
    """Words with a negative character: plain, or by the dictionary free.

    未必 and 一无所知 are plain, since every sense of theirs negates; 不同 and 未成年 are not.
    """
    for word in chinese_words(chinese):
        shown = masked[word.start : word.end]
        if shown != word.text or not NEGATIVE.search(shown):
            continue
        if _CUT.match(chinese, word.start):
            yield Sign(word.start, word.start + 1, "plain")
        elif word.text in _OWN:
            yield Sign(word.start, word.end, "plain")
        elif word.text in _SUNK:
            continue                    # 没收 | 到: what the segmenter took for confiscate
        elif len(word.text) > 1 and _IN_WORDS.search(word.text):
            listed = senses(word.text)
            if listed:
                plain = all(map(_negates, listed))
                yield Sign(word.start, word.end, "plain" if plain else "free", _told(listed))
            elif _MADE_UP.match(word.text):
                yield Sign(word.start, word.end, "plain")


#: 不 before words that the segmenter may cut: 不适 | 用; 做 | 不成, which is no "won't do".
_CUT = re.compile(
    f"不(?=适[用合应]|安排|平衡|满[足意]|明[白确]|同意|成立|公[布开]|足以|解[释决]|便于)|{NOT_DONE}"
)
#: Words in 没 mò that 没收到 and 没入选 are cut into; the neutral ones are gone before.
_SUNK = frozenset("没收 没落 没入 没顶 没过".split())
_IN_WORDS = re.compile("[不没未无非]")
#: 并非如此, 不感兴趣: in no dictionary, but words to the segmenter.
_MADE_UP = re.compile(r"(?=...)[并再也从来绝毫]*(?:[不没无]|并非|绝非|从未|并未)")


def _negates(sense: str) -> bool:
    small = lowered(sense)
    return any(pattern.search(small) for pattern in (ENGLISH_NEGATION, PREFIXED, _WORDS))


def _told(listed: list[str]) -> frozenset[str]:
    """Stems of the senses that do without a negation: 不少 many, 不足 insufficient."""
    return frozenset(
        stem(word.text)
        for sense in listed
        if not ENGLISH_NEGATION.search(lowered(sense))
        for word in english_words(sense)
        if word.text.lower() not in FUNCTION_WORDS
    )


def english_signs(
    english: str, chinese: str, meant: frozenset[str], opposites: Sequence[Opposite] = ()
) -> list[Sign]:
    """The signs of negation of an English text, in order.

    ``meant``: stems of what the Chinese words mean that are no negations.
    """
    small = lowered(english)
    found: list[Sign] = []

    def take(start: int, end: int, kind: EnglishKind) -> None:
        if all(end <= sign.start or sign.end <= start for sign in found):
            found.append(Sign(start, end, kind))

    shown = small
    for asked, answer in _FACING_TURNS:
        if asked.search(chinese):
            for match in answer.finditer(shown):
                take(*match.span(), "told")
            shown = blank(answer, shown)
    twice = len(NEGATIVE.findall(chinese))
    plain = [mark for mark in english_negations(english) if shown[mark.start] != " "]
    for mark in plain:
        # not impossible; but "not unprecedented" for 前所未有 has one too many
        doubled = twice != 1 and PREFIXED.match(shown, mark.end + 1)
        take(mark.start, mark.end, "weak" if doubled else "plain")
    turns = [_TURNS]
    turns += (answer for asked, answer in _ASKED_TURNS if asked.search(chinese))
    for pattern in turns:
        for match in pattern.finditer(small):
            take(*match.span(), "turn")
    for match in ENGLISH_NEGATION.finditer(shown):
        extra = twice == 1 and PREFIXED.match(shown, match.end() + 1)
        take(*match.span(), "plain" if extra else "weak")
    faced = given_back(chinese, shown)
    listed: tuple[tuple[re.Pattern[str], EnglishKind], ...] = (
        (PREFIXED, "prefix"), (_WORDS, "word"), (_WEAK, "weak"),
    )
    listed += tuple((words, "opposite") for words in dict.fromkeys(one.words for one in opposites))
    for pattern, kind in listed:
        for match in pattern.finditer(shown):
            start, end = match.span()
            own = _word_from(shown, start)
            # 还 is "yet", but no "yet to"; 出 is "out of"
            given = (own == "out" or " " not in match.group()) and not meant.isdisjoint(_stems(own))
            phrase = " " in match.group() and own != "out"
            blanked = faced[start:end] if phrase else faced[start]
            if own == "nor" and "neither" in small:
                continue                # the "neither" answers
            told = given or not blanked.strip()
            take(start, end, "told" if told else kind)
    for match in _OR.finditer(english):
        if shown[match.start()] == " ":
            continue                    # or else
        ends = [mark.end for mark in plain if 0 < match.start() - mark.end < _GOES_ON]
        if ends and not _OVER.search(english, ends[-1], match.start()):
            take(*match.span(), "shared")
    return sorted(found)


def _word_from(small: str, start: int) -> str:
    found = _WORD.match(small, start)
    return found.group() if found else ""


_WORD = re.compile(r"[\w'’-]+")


def _stems(word: str) -> tuple[str, ...]:
    """Stems of a word and of what an adverb is made of: simply, simple."""
    if not word.endswith("ly"):
        return (stem(word),)
    return stem(word), stem(word[:-2]), stem(f"{word[:-1]}e")


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


def base_of(text: str) -> str:
    """Stem of a word without its negative prefix or ending: unnecessary, groundless."""
    bare = re.sub(r"^(?:non[ -]*|un|in|im|ir|il|dis)", "", text.lower())
    return stem(re.sub(r"less(?:ly|ness)?$", "", bare))


def only_until(chinese: str, english: str) -> list[Sign]:
    """才 behind a point of time where the English has an until: it asks for a "not until"."""
    if not _UNTIL.search(english):
        return []
    return [Sign(*found.span(1), "plain") for found in _ONLY_THEN.finditer(chinese)]


_UNTIL = re.compile(r"\b(?:until|till)\b")
_ONLY_THEN = re.compile("(?:到|[直以之]后|至)[^，。；！？]{0,20}?(才)")
