"""How Chinese sounds in Latin letters, and whether an English word sounds like it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate, islice, product

from corpus.syllables import readings

#: Readings of a whole name that are tried: 解 has six, most characters one.
_READINGS_MAX = 24

#: Surnames as Hong Kong, Taiwan and overseas families write them.
ABROAD = {
    "张": "cheung chang teo", "许": "hui hsu koh", "陈": "chan chen tan", "李": "lee li",
    "黄": "wong ng ooi",
    "林": "lam lim lin", "王": "wong wang ong", "梁": "leung leong liang", "何": "ho", "郑": "cheng tay",
    "刘": "lau liu low", "周": "chow chou chau", "吴": "ng wu goh", "叶": "yip ip yeh",
    "曾": "tsang tseng",
    "邓": "tang teng", "谢": "tse hsieh chia", "蔡": "choi tsai chua", "杨": "yeung yang yeo",
    "罗": "law lo", "郭": "kwok kuo quek", "余": "yu yee", "苏": "so su", "冯": "fung feng",
    "卢": "lo lu",
    "朱": "chu choo", "徐": "tsui hsu chui", "胡": "wu hu", "赵": "chiu chao", "孙": "suen sun",
    "高": "ko kao",
    "关": "kwan", "萧": "siu hsiao", "潘": "poon pan", "莫": "mok", "邱": "yau chiu", "廖": "liu liao",
    "霍": "fok", "钟": "chung", "江": "kong chiang", "谭": "tam", "汤": "tong", "方": "fong fang",
    "石": "shek shih", "袁": "yuen yuan", "龚": "kung", "洪": "hung ang", "容": "yung", "伍": "ng wu",
    "区": "au", "彭": "pang peng", "简": "kan chien", "沈": "shum shen sim", "顾": "koo ku",
    "陆": "luk lu",
    "姚": "yiu yao", "贺": "ho", "温": "wan", "骆": "lok", "范": "fan", "宋": "sung soong", "蒋": "chiang",
    "丁": "ting", "魏": "wei", "崔": "tsui choi", "金": "kim", "朴": "park", "文": "moon man",
    "尹": "yoon",
    "韩": "han hon", "安": "ahn", "阮": "nguyen yuen", "黎": "lai le", "裴": "pui bui", "武": "vu",
}  # fmt: skip

#: Words kept in memory.
_KEPT = 1 << 15

#: Readings as surnames, which dictionaries list last or not at all.
_SURNAME_READINGS = {
    "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "区": "ou", "查": "zha", "任": "ren",
    "盖": "ge", "朴": "piao", "冼": "xian", "洗": "xian", "缪": "miao", "宓": "mi", "覃": "qin",
    "翟": "zhai", "尉迟": "yuchi", "万俟": "moqi", "长孙": "zhangsun", "乐": "yue", "员": "yun",
    "繁": "po", "华": "hua", "纪": "ji", "贾": "jia", "盛": "sheng", "召": "shao", "折": "she",
}  # fmt: skip


def folded(text: str) -> str:
    """The comparison key of Latin text: lower case, accents gone, ü as u, ß as ss."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part)).translate(_PLAIN)


_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"})


@lru_cache(_KEPT)
def _all_readings(character: str) -> tuple[str, ...]:
    """Readings in every spelling: pinyin, Wade-Giles, surnames abroad."""
    found = set(ABROAD.get(character, "").split())
    for reading in readings(character):
        found |= {reading.replace("v", "u"), wade_giles(reading)}
    return tuple(sorted(found - {""}))


#: A word made of nothing but syllables, tones left out, ü written v. Some that no character has
#: are among them (fai, rin); 嗯 and 哼 (ng, hng) make no names and are not.
_SYLLABLES = re.compile(
    r"""(?: (?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?
            (?:i(?:ang|ong|ng|an|ao|[aeonu])?|u(?:ang|ai|an|[aeino])?|v(?:an|[en])?
              |ang|eng|ong|ai|ao|an|ei|en|er|ou|[aoe])
        )+""",
    re.VERBOSE,
)


@lru_cache(_KEPT)
def may_be_pinyin(word: str) -> bool:
    """Whether a lower-case word can be cut into syllables of pinyin: shanghai, not london."""
    return _SYLLABLES.fullmatch(word) is not None


#: What only words can be made of that spell characters in any of these ways: no Smith, no Brown.
_SPELT = re.compile(
    "(?:(?:[bcdfghjklmnpqrstvwxyz]|[zcst]h|t[sz]|ss|hs|ng|kw)?[aeiou]+(?:ng|rk|[nhrkmptwy])?"
    "|h?ng?|h?m)+"
)


def spelled_within(text: str, key: str, most: int = 3) -> bool:
    """Whether some characters in a row, at most three, are spelled like the lower-case word."""
    if not _SPELT.fullmatch(key):
        return False
    first = key[:1]
    return any(
        first in _beginnings(character) and _spelled_from(text, start, key, most)
        for start, character in enumerate(text)
    )


@lru_cache(_KEPT)
def _beginnings(character: str) -> frozenset[str]:
    return frozenset(reading[0] for reading in _all_readings(character))


def _spelled_from(text: str, start: int, key: str, most: int) -> bool:
    if not most or start >= len(text):
        return False
    for reading in _all_readings(text[start]):
        if key == reading:
            return True
        if key.startswith(reading) and _spelled_from(
            text, start + 1, key[len(reading) :], most - 1
        ):
            return True
    return False


@lru_cache(_KEPT)
def spellings(text: str) -> frozenset[str]:
    """All ways to write the text in pinyin as one lower-case word, Wade-Giles among them."""
    found: set[str] = set()
    if text in _SURNAME_READINGS:
        found |= {_SURNAME_READINGS[text], wade_giles(_SURNAME_READINGS[text])}
    found |= set(ABROAD.get(text, "").split())
    for reading in islice(product(*map(readings, text)), _READINGS_MAX):
        joined = "".join(reading)
        # 吕 is Lü, Lu, Lyu or Lv in passports and papers
        for umlaut in ("u", "v", "yu", "ue") if "v" in joined else ("u",):
            found.add(joined.replace("v", umlaut))
        found.add("".join(wade_giles(syllable) for syllable in reading))
    found.discard("")
    return frozenset(found)


#: Wade-Giles beside pinyin, apostrophes left out: 邓 Teng, 秦 Ch'in, 徐 Hsu, 仁 jen.
_WADE_GILES = (
    (r"^zhi$|^chi$", "chih"), (r"^(z|c|s)i$", r"\1u"), (r"^shi$", "shih"), (r"^ri$", "jih"),
    (r"^zh|^q|^j", "ch"), (r"^x", "hs"), (r"^z|^c(?!h)", "ts"), (r"^r", "j"), (r"^b", "p"),
    (r"^d", "t"), (r"^g", "k"), (r"ong$", "ung"), (r"ian$", "ien"), (r"v", "u"),
    (r"(?<=[^y])ue$", "ueh"), (r"^ye$", "yeh"), (r"ie$", "ieh"), (r"^you$", "yu"), (r"^yi$", "i"),
    (r"(?<=k)ui$", "uei"), (r"(?<=[tlnhkpjs])uo$", "o"),
)  # fmt: skip


@lru_cache(_KEPT)
def wade_giles(syllable: str) -> str:
    """The older spelling of a pinyin syllable: xu is hsu."""
    for pattern, instead in _WADE_GILES:
        syllable = re.sub(pattern, instead, syllable)
    return syllable


#: Sounds as transliteration tells them apart, one letter each: P T K S L M N F W H Y; V stands
#: between W, F and P, J between K and S (g before e), D between T and S (th). Order matters.
#: Before each the letters of which it needs one.
_ENGLISH_SOUNDS = tuple(
    (frozenset(letters), re.compile(pattern), instead)
    for letters, pattern, instead in (
        ("kgp", r"^(kn|gn|pn)", "N"), ("w", r"^wr", "L"), ("p", r"^ps", "S"), ("x", r"^x", "S"),
        ("m", r"^mc", "MK"), ("scz", r"sch|tch|sh|ch(?=[eiy])|tsch|cz|sz|zh", "S"),
        ("n", r"tion|sion", "SN"), ("g", r"ough|igh(?=t|$)|augh", ""), ("p", r"ph", "F"),
        ("t", r"th", "D"), ("c", r"ch", "J"), ("kqc", r"ck|q|k|c(?![eiy])", "K"),
        ("g", r"dg(?=e)", "S"), ("g", r"g(?=[eiy])", "J"), ("g", r"gh|g", "K"), ("j", r"j", "J"),
        ("x", r"x", "KS"), ("csz", r"c|s|z", "S"), ("bp", r"b|p", "P"), ("dt", r"d|t", "T"),
        ("lr", r"l|r", "L"), ("m", r"mm?", "M"), ("n", r"ng?", "N"), ("f", r"f", "F"),
        ("v", r"v", "V"), ("w", r"w", "W"), ("h", r"h", "H"),
        ("y", r"^y|(?<=[aeiou])y(?=[aeiou])", "Y"), ("u", r"^u(?=[aeio])", "W"),
    )
)  # fmt: skip
_NO_LETTER, _NO_SOUND = re.compile("[^a-z]"), re.compile("[^A-Z]")

#: The same for a pinyin syllable's initial, by its first letter: zh, ch and sh sound as z, c
#: and s. Its final adds N, 儿 and 尔 are L.
_INITIALS = {
    letter: sound
    for letters, sound in (
        ("zcsq", "S"), ("j", "J"), ("x", "X"), ("bp", "P"), ("dt", "T"), ("gk", "K"), ("lr", "L"),
        ("m", "M"), ("n", "N"), ("f", "F"), ("w", "W"), ("h", "H"), ("y", "Y"),
    )
    for letter in letters
}  # fmt: skip

#: What it costs to hear one sound for another, of 1, either way round; unlisted pairs cost 1.
_NEAR = {
    both: cost
    for pair, cost in (
        ("VW", 0.0), ("VF", 0.0), ("VP", 0.3), ("WF", 0.5), ("WP", 0.5), ("PF", 0.5), ("JK", 0.0),
        ("JS", 0.0), ("DT", 0.0), ("DS", 0.1), ("TS", 0.5), ("KH", 0.3), ("HF", 0.4), ("JH", 0.2),
        ("MN", 0.3), ("JY", 0.2), ("SY", 0.6), ("NL", 0.6), ("KS", 0.7), ("WK", 0.7), ("WH", 0.5),
        ("SH", 0.8), ("VM", 0.8), ("YL", 0.8), ("JT", 0.6),
    )
    for both in (pair, pair[::-1])
}  # fmt: skip

#: What it costs to lose a sound: weak ones come and go (Fermont is 佛蒙特, Mark is 马克).
_LOST = {"Y": 0.25, "W": 0.3, "H": 0.35, "N": 0.5, "L": 0.45, "T": 0.6, "M": 0.7, "V": 0.7}
_LOST_ELSE = 0.8


#: Names begin alike: 普京 is not Russian, though the rest fits. Weak first sounds may be lost.
_WEAK = "YWH"
_FIRST_MAX = 0.5
_FIRST_DIFFERS = 0.7


#: First sounds, neither of them weak, that make two names; what it costs at least to lose one.
_APART = frozenset(
    first + second
    for first in "PTKSLMNFVJX"
    for second in "PTKSLMNFVJD"
    if first != second and _NEAR.get(first + second, 1.0) > _FIRST_MAX
)
_LEAST_LOST = min(lost for sound, lost in _LOST.items() if sound not in _WEAK)

_TWICE = re.compile(r"(.)\1")


@lru_cache(_KEPT)
def english_sounds(word: str) -> str:
    """The consonants of an English name as one letter each: Whitmer is WTML."""
    sounds = _TWICE.sub(r"\1", _NO_LETTER.sub("", folded(word)))
    if sounds.startswith("wh"):
        sounds = f"w{sounds[2:]}"
    for letters, pattern, instead in _ENGLISH_SOUNDS:
        if not letters.isdisjoint(sounds):
            sounds = pattern.sub(instead, sounds)
    return _TWICE.sub(r"\1", _NO_SOUND.sub("", sounds))


@lru_cache(_KEPT)
def chinese_sounds(text: str) -> str:
    """The consonants of a transliterated name: 惠特默 is HTM."""
    return _TWICE.sub(r"\1", "".join(map(_sounds, text)))


@lru_cache(_KEPT)
def _sounds(character: str) -> str:
    syllable = readings(character)[0]
    if syllable == "er":
        return "L"
    return _INITIALS.get(syllable[:1], "") + "N" * syllable.endswith(("n", "ng"))


#: The sound that each letter begins a word with, all of them where it may be several (kn, wr, ph);
#: a vowel may begin with any.
_FIRST_SOUNDS = {
    letter: sounds
    for letters, sounds in (
        ("b", "P"), ("c", "SKJ"), ("d", "TS"), ("f", "F"), ("g", "KJN"), ("h", "H"), ("j", "J"),
        ("k", "KN"), ("lr", "L"), ("m", "M"), ("n", "N"), ("p", "PNSF"), ("q", "K"),
        ("szx", "S"), ("t", "TDS"), ("v", "V"), ("w", "WL"), ("y", "Y"),
    )
    for letter in letters
}  # fmt: skip


@lru_cache(_KEPT)
def other_letters(chinese: str) -> frozenset[str]:
    """The letters that begin no English word of a likeness above ``_FIRST_DIFFERS``."""
    first = chinese_sounds(chinese)[:1]
    return frozenset(
        letter
        for letter, sounds in _FIRST_SOUNDS.items()
        if all(first + sound in _APART for sound in sounds)
    )


def likeness(chinese: str, english: str) -> float:
    """How much an English name sounds like a Chinese transliteration, 0 to 1."""
    return _likeness(chinese_sounds(chinese), english_sounds(english))


def sound_alike(sounds: str, english: str, limit: float) -> bool:
    """Whether an English name and the sounds of a Chinese one have at least this likeness."""
    heard = english_sounds(english)
    if sounds[:1] + heard[:1] in _APART:
        # at least the first sound is lost or heard wrongly
        most = 1.0 - min(_FIRST_MAX, _LEAST_LOST) / max(len(sounds), len(heard))
        if most * _FIRST_DIFFERS < limit:
            return False
    return _likeness(sounds, heard) >= limit


@lru_cache(_KEPT)
def _likeness(left: str, right: str) -> float:
    if not left or not right:
        return 0.0
    added = [_LOST.get(sound, _LOST_ELSE) for sound in right]
    row = list(accumulate(added, initial=0.0))
    for first in left:
        lost = _LOST.get(first, _LOST_ELSE)
        before, row = row, [row[0] + lost]
        for place, second in enumerate(right):
            cost = 0.0 if first == second else _NEAR.get(first + second, 1.0)
            row.append(
                min(before[place] + cost, before[place + 1] + lost, row[-1] + added[place])
            )
    score = max(0.0, 1.0 - row[-1] / max(len(left), len(right)))
    return score * _FIRST_DIFFERS if left[0] + right[0] in _APART else score
