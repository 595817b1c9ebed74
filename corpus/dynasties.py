"""Dynasties: which one each side names, 清朝 against "the Ming court"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

#: Chinese dynasties, longer names first, and how English spells them.
_NAMES = {
    "西夏": ("Western Xia", "Xixia", "Tangut"), "西周": ("Western Zhou", "Zhou", "Chou"),
    "东周": ("Eastern Zhou", "Zhou", "Chou"), "西汉": ("Western Han", "Former Han", "Han"),
    "东汉": ("Eastern Han", "Later Han", "Han"), "西晋": ("Western Jin", "Jin", "Chin"),
    "东晋": ("Eastern Jin", "Jin", "Chin"), "北魏": ("Northern Wei", "Wei"),
    "北宋": ("Northern Song", "Northern Sung", "Song", "Sung"),
    "南宋": ("Southern Song", "Southern Sung", "Song", "Sung"),
    "满清": ("Qing", "Ch'ing", "Manchu"), "蒙元": ("Yuan", "Mongol"),
    "夏": ("Xia", "Hsia"), "商": ("Shang",), "周": ("Zhou", "Chou"), "秦": ("Qin", "Ch'in"),
    "汉": ("Han",), "晋": ("Jin", "Chin"), "隋": ("Sui",), "唐": ("Tang", "T'ang"),
    "宋": ("Song", "Sung"), "辽": ("Liao", "Khitan"), "金": ("Jin", "Chin", "Jurchen"),
    "元": ("Yuan", "Mongol"), "明": ("Ming",), "清": ("Qing", "Ch'ing", "Manchu"),
}  # fmt: skip
#: 清朝, 唐代, 明末清初, 宋元时期, 清廷; 近代 and 现代 hold no dynasty, nor do 古代 and 当代. A single 明
#: or 元 without such a word beside it is "bright" or money.
_CHINESE = re.compile(
    rf"{'|'.join(name for name in _NAMES if len(name) > 1)}"
    r"|[夏商周秦汉晋隋唐宋辽金元明清](?=朝(?!鲜|阳|[向着代])|代(?!表|理|替|码|价|号|谢|办|工)|廷|王朝)"
    r"|[明清元宋唐汉秦](?=[明清元宋唐汉秦]?(?:两代|时期|之际|以来|末年|初年|中叶))"
    r"|[明清元宋唐汉秦](?=[末初][明清元宋唐汉秦][末初])|(?<=[明清元宋唐汉秦][末初])[明清元宋唐汉秦](?=[末初])"
)
#: The Ming dynasty, the Qing court, Tang poets: such a word behind, in small letters, tells the
#: dynasty from a surname.
_BEHIND = (
    r"(?=(?:[-\s](?:and|or|to|the|Ming|Qing|Song|Yuan|Tang|Han)){0,3}[-\s]"
    r"(?:[Dd]ynast|[Cc]ourt\b|[Ee]ra\b|period\b|times\b|emperor\b|[Ee]mpire\b|poets?\b|reigns?\b))"
)
_CHARACTERS = frozenset("".join(_NAMES))
_SPELT = sorted({spelling for own in _NAMES.values() for spelling in own}, key=len, reverse=True)
_ENGLISH = re.compile(rf"\b(?P<name>{'|'.join(map(re.escape, _SPELT))})\b{_BEHIND}")


class Dynasties(NamedTuple):
    """A dynasty that the English doesn't name, and another that stands there for it."""

    chinese: tuple[int, int]
    english: tuple[int, int]


@lru_cache(16)
def other_dynasty(chinese: str, english: str) -> Dynasties | None:
    """The first dynasty of the Chinese that the English gives as another one; None mostly.

    Told only where the English names a dynasty that no character of the Chinese explains.
    """
    if _CHARACTERS.isdisjoint(chinese):
        return None
    strangers = [
        found.span("name")
        for found in _ENGLISH.finditer(english)
        if not any(name in chinese for name, own in _NAMES.items() if found["name"] in own)
    ]
    if not strangers:
        return None
    for found in _CHINESE.finditer(chinese):
        if not any(spelling in english for spelling in _NAMES[found.group()]):
            return Dynasties(found.span(), strangers[0])
    return None
