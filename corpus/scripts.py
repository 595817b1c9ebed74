"""Which script and which language a stretch of text is in."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from corpus.model import Language

#: Chinese characters: the unified ideographs with their extensions, 〇 and 々.
HAN = (
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇々"
    "\U00020000-\U0002fa1f\U00030000-\U0003347f"
)
#: Letters of any Latin alphabet, full-width ones included.
LATIN = (
    "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
    "\uff21-\uff3a\uff41-\uff5a"
)

_HAN = re.compile(f"[{HAN}]")
#: The group is the first letter, which says whether the word is capitalised.
_LATIN_WORD = re.compile(f"([{LATIN}])[{LATIN}]*(?:['’-][{LATIN}]+)*")
#: Hiragana, katakana, hangul: the text is neither Chinese nor English.
_KANA = "\u3041-\u3096\u30a1-\u30fa\u1100-\u11ff\uac00-\ud7a3"
_KANA_OR_HANGUL = re.compile(f"[{_KANA}]")
_OTHER_LETTER = re.compile(rf"[^\W\d_{HAN}{LATIN}{_KANA}]")
#: What stands in brackets or quotes is a gloss or another's words: "guanxi (关系)",
#: 技术与创新支持中心(TISC), 他高呼：“I have a dream…”.
_ASIDE = re.compile(
    r"""
    [(（\[［【][^()（）\[\]［］【】]*[)）\]］】] | “[^“”]*” | "[^"\n]*" | 《[^《》]*》
    """,
    re.VERBOSE,
)
#: An address is in no language: https://www.wipo.int/portal/en, woc@wipo.int.
_ADDRESS = re.compile(
    r"""
    https?://[\x21-\x7e]+ | www\.[\x21-\x7e]+ | [\w.+-]{1,64}@[\w.-]{1,250}
    """,
    re.VERBOSE | re.ASCII,
)

#: A word that begins with a capital may be a name inside Chinese text, so it weighs half:
#: "IP Key China 项目" is Chinese, "the word 项目 is rare" English.
_CAPITALISED_WEIGHT = 0.5
#: A Chinese character against an English word: 下载 Microsoft Office for Mac is Chinese.
_HAN_WEIGHT = 1.5
#: Share of kana or hangul among the East Asian letters above which a text is Japanese or
#: Korean. Japanese runs at .5 and more; a Chinese article that quotes "の" stays Chinese.
_FOREIGN_SHARE = 0.15
#: Words below which function words don't tell one European language from another.
_WORDS_TO_JUDGE = 4

_ENGLISH = frozenset(
    """
    the of and to in for is on that with as by at from are was be has have it this its an or not
    were which their but will they his her been who he she you we our your i had would can could
    all more than what there if so when into about after
    """.split()
)
#: Function words of the languages that WIPO, the UN and the EU publish in beside English; words
#: that are English too (French "on", German "was", Spanish "me") are left out, and single
#: letters, which are variables ("x ≥ y and y ≥ x"), and "et al.".
_OTHER_EUROPEAN = frozenset(
    """
    le la les des du est dans pour une qui que sur par au aux avec ce cette sont ont pas ses
    der die das und den von zu mit ist im für auf dem nicht ein eine des sich auch als wird
    el los las del en por con para una se su lo más como fue sus
    il di che della dei nel con per una del sono gli anche alla delle
    o os da do das dos em um uma não para com na no pela pelo
    het een van en dat niet met voor zijn
    """.split()
)

#: A date alone on its line, as on the other language versions of a site: "30 avril 2024".
_FOREIGN_DATE = re.compile(
    r"""
    (?:\d{1,2}\.?\s+(?:de\s+)?|1er\s+)?
    (?: janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre
      | décembre|decembre
      | januar|februar|märz|juni|juli|oktober|dezember
      | enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre
      | janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro
      | gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre )
    (?:\s+(?:de\s+)?\d{4})?
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Letters(NamedTuple):
    """How much of each script a text holds."""

    #: Chinese characters
    han: int
    #: words in Latin letters
    words: int
    #: the same, capitalised words counting half
    weight: float
    #: kana and hangul
    foreign: int
    #: letters of any other alphabet
    other: int


def count(text: str) -> Letters:
    """Count the letters of a text by script."""
    initials = _LATIN_WORD.findall(text)
    capitals = sum(map(str.isupper, initials))
    weight = len(initials) - (1 - _CAPITALISED_WEIGHT) * capitals
    if text.isascii():
        return Letters(0, len(initials), weight, 0, 0)
    return Letters(
        len(_HAN.findall(text)),
        len(initials),
        weight,
        len(_KANA_OR_HANGUL.findall(text)),
        len(_OTHER_LETTER.findall(text)),
    )


def language_of(text: str) -> Language:
    """The language of a text by its letters: "zh", "en", or "other" (also: no letters at all)."""
    text = _ADDRESS.sub(" ", text)
    outside = _ASIDE.sub(" ", text)
    letters = count(outside)
    if not (letters.han or letters.words or letters.foreign or letters.other):
        letters = count(text)
    east_asian = letters.han + letters.foreign
    if letters.foreign > _FOREIGN_SHARE * east_asian:
        return "other"
    if letters.other > east_asian + 2 * letters.words:
        return "other"
    if letters.han and _HAN_WEIGHT * letters.han >= letters.weight:
        return "zh"
    if not letters.words:
        return "other"
    return "en" if is_english(outside if letters.words else text) else "other"


#: Frequent characters that only one of the two scripts has, position by position. Left out are
#: those that the other script has too, with another meaning: 后, 里, 干, 面, 只, 于.
_SIMPLIFIED = (
    "这们来为国说时会对过发样还进动没现当学经实无与长机关点业将两间问战头体见产话给门东声论处义认条气题"
    "变电数报结务场计资许统区队决马书则听达强难权记类据边张该规万术领确传师观让识带导争运华组织际专创应车爱"
)
_TRADITIONAL = (
    "這們來為國說時會對過發樣還進動沒現當學經實無與長機關點業將兩間問戰頭體見產話給門東聲論處義認條氣題"
    "變電數報結務場計資許統區隊決馬書則聽達強難權記類據邊張該規萬術領確傳師觀讓識帶導爭運華組織際專創應車愛"
)
_SIMPLIFIED_ONLY = frozenset(_SIMPLIFIED) - frozenset(_TRADITIONAL)
_TRADITIONAL_ONLY = frozenset(_TRADITIONAL) - frozenset(_SIMPLIFIED)


def chinese_script(text: str) -> Literal["Hans", "Hant"] | None:
    """Simplified or traditional characters, by the frequent ones; None if none of them occurs.

    Wrong for a simplified text that quotes at length from a traditional one, and the reverse.
    """
    simplified = sum(character in _SIMPLIFIED_ONLY for character in text)
    traditional = sum(character in _TRADITIONAL_ONLY for character in text)
    if not simplified and not traditional:
        return None
    return "Hans" if simplified >= traditional else "Hant"


def is_english(text: str) -> bool:
    """Whether a text in Latin letters is English, or at least no other language for certain."""
    if _FOREIGN_DATE.fullmatch(text.strip()) and any(map(str.isdigit, text)):
        return False
    words = text.lower().split()
    if len(words) < _WORDS_TO_JUDGE:
        return True
    other = sum(word in _OTHER_EUROPEAN for word in words)
    return other < _OTHER_LEAST or sum(word in _ENGLISH for word in words) >= other


#: One "la" or "de" may be part of a name ("Côte de la Paix"): two function words are evidence.
_OTHER_LEAST = 2


def has_han(text: str) -> bool:
    """Whether there is at least one Chinese character."""
    return _HAN.search(text) is not None


def has_latin(text: str) -> bool:
    """Whether there is at least one Latin letter."""
    return _LATIN_WORD.search(text) is not None
