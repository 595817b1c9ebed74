"""Codes and addresses that pass from one side to the other unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from corpus.model import Severity
from corpus.numerals import HANZI, chinese_number
from qa.rule import Hit, Rule
from qa.unit import Tongue, Unit

#: COVID-19, G20, F-16, PCT, 5G, A380, iPhone14: capitals, or letters with digits.
_CODE = re.compile(
    r"""
    (?<![A-Za-z0-9_./@-])
    (?: [A-Z]{2,}[a-z]? | [A-Za-z]+[-–]?\d | \d+[A-Z] )
    [A-Za-z0-9]* (?: [-–/.][A-Za-z0-9]+ )*
    (?![A-Za-z0-9_@])
    """,
    re.VERBOSE,
)
#: What each of them holds in Chinese text, and in English those with digits.
_LATIN = re.compile("[A-Za-z]")
_WITH_DIGITS = re.compile(r"\d(?:[A-Z]|(?<=[A-Za-z/.–-]\d))")
#: Figures with a unit are for unit.mismatch: 5km, 30GB; Roman numerals for the numbers.
_UNIT = re.compile(
    r"\d+(?:[kMGT]?eV|[KMGT]?B|[kKMG]?Hz|[kMG]?W|[kM]?Wh|kV|V|A|C|F|K|M|B|L|N|J|Pa"
    r"|[kKcm]?[Mm]|KG|RMB|USD|AM|PM)"
    r"|[IVXLC]+|(?:KM|KG|CM|MM|ML|RMB|USD|CNY|HKD|EUR|GBP|JPY|AM|PM|TV|OK|II|III|IV|NO|PS|PPT|VS)"
)
_ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s，。；、）】》（(<>\"“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:pdf|docx?|xlsx?|pptx?|txt|html?|zip|csv|json|xml)\b",
    re.ASCII | re.IGNORECASE,
)
#: What each of these holds, // or www. or @ or the ending of a file: most texts have none.
_ADDRESSED = re.compile(
    r"[/@.](?:(?<=//)|(?<=@)"
    r"|(?i:(?<=www.)|(?<=\.)(?:pdf|docx?|xlsx?|pptx?|txt|html?|zip|csv|json|xml)\b))",
    re.ASCII,
)

#: What a code may have been in the other language.
_KNOWN: tuple[tuple[str, str], ...] = (
    (r"(?:SARS-?)?COVI?D?-?(?:19|2)?", r"新冠|冠状|疫情|肺炎|病毒|corona|pandemic|epidemic|virus"),
    (r"SARS-?COV-?2", r"新冠|corona"),
    (r"G-?20", r"二十国|20国"),
    (r"G-?7", r"七国|7国"),
    (r"G-?77", r"七十七国|77国"),
    (r"PM-?2\.5", r"细颗粒|particulate|fine"),
    (r"CO-?2", r"二氧化碳|carbon"),
    (r"B-?2-?B|B-?2-?C|P-?2-?P|O-?2-?O", r"企业|点对点|business|consumer|peer|online"),
    (r"[12][0-9]{3}S|\d+S|\d+TH|\d+ST|\d+ND|\d+RD", r""),
    (r"4S", r"dealer"),
    (r"3C", r"electronic|consumer"),
    (r"[1-4]-?D", r"[一二三四]维|立体|dimension"),
    (r"APPS?", r"应用|客户端|\bapp"),
    (r"AI", r"人工智能|intelligen|爱|哎"),
    (r"IT", r"信息|technolog"),
    (r"KTV", r"karaoke"),
    (r"CEO|CFO|CTO|COO", r"chief|president|executive|总裁|首席|执行官"),
    (r"NGO", r"non-?government"),
    (r"DNA|RNA|MRNA", r"基因|核酸|genetic|gene"),
    (r"WIFI|WI-FI", r"wi-?fi|wireless|无线"),
)

#: A name with a number, 神舟二十一号 as Shenzhou-21: the name is for the names' checks.
_NUMBERED_NAME = re.compile(r"[A-Z][a-z]{3,}[-–](\d+)")
_ORDINAL = re.compile(rf"(\d+|[{HANZI}]+)号")

#: Small words that an abbreviation may leave out.
_SMALL = frozenset("of and the for in on to a an de".split())


def codes(unit: Unit) -> Iterator[Hit]:
    """A code or abbreviation of one side is not on the other: PCT, G20, F-16, COVID-19.

    Compared without case, hyphens, blanks and plural s. An abbreviation that the other side
    writes out is passed over, by its initials (TISC, Technology and Innovation Support Center)
    and by a list (G20 for 二十国集团). The English may abbreviate what the Chinese writes out
    (WIPO for 产权组织), so from that side only codes with digits are looked for.

    Wrong where a Chinese abbreviation in Latin letters has another one in English
    (KTV, HR) and where a product's name was localised.
    """
    if not unit.chinese.strip() or not unit.english.strip():
        return
    seen: set[str] = set()
    for found in _CODE.finditer(_plain(unit.chinese)) if _LATIN.search(unit.chinese) else ():
        code = _key(found.group())
        if code in seen or _UNIT.fullmatch(found.group()):
            continue
        seen.add(code)
        if not _there(found.group(), unit.english):
            yield _hit("zh", found)
    for found in _CODE.finditer(_plain(unit.english)) if _WITH_DIGITS.search(unit.english) else ():
        code = _key(found.group())
        if code in seen or _UNIT.fullmatch(found.group()) or not _mixed(found.group()):
            continue
        seen.add(code)
        if not _there(found.group(), unit.chinese):
            yield _hit("en", found, note=True)


def _hit(tongue: Tongue, found: re.Match[str], note: bool = False) -> Hit:
    other = "English" if tongue == "zh" else "Chinese"
    message = f"{found.group()} is not in the {other}."
    return Hit(tongue, found.span(), message, found.group(), "note" if note else None)


def _there(code: str, other: str) -> bool:
    """Whether the other side holds the code, written so or otherwise."""
    key = _key(code)
    if key in _key(other) or key.removesuffix("S") in _key(other):
        return True
    digits = re.findall(r"\d+", code)
    letters = re.sub(r"[^A-Za-z]", "", code)
    if digits and not letters:
        return True
    for pattern, instead in _KNOWN:
        if re.fullmatch(pattern, code, re.IGNORECASE):
            return not instead or re.search(instead, other, re.IGNORECASE) is not None
    numbered = _NUMBERED_NAME.fullmatch(code)
    if numbered and Fraction(numbered[1]) in _ordinals(other):
        return True
    written = letters.upper() in _key(other) or _spelled_out(letters.upper(), other)
    return written and all(number in other for number in digits)


def _ordinals(chinese: str) -> Iterator[Fraction]:
    """What stands before 号: 嫦娥六号, 长征5号."""
    for numeral in _ORDINAL.findall(chinese):
        yield from [Fraction(numeral)] if numeral.isdecimal() else chinese_number(numeral) or ()


def _spelled_out(letters: str, text: str) -> bool:
    """Whether words in a row begin with these letters, small words left out or not."""
    words = re.findall(r"[A-Za-z]+", text)
    for kept in (words, [word for word in words if word.lower() not in _SMALL]):
        initials = "".join(word[0].upper() for word in kept)
        if len(letters) > 1 and letters in initials:
            return True
    return False


def _plain(text: str) -> str:
    """The text with addresses blanked, its length kept."""
    if not _ADDRESSED.search(text):
        return text
    return _ADDRESS.sub(lambda found: " " * len(found.group()), text)


def _key(text: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", text.upper())


def _mixed(code: str) -> bool:
    """Capitals and digits: G20, but not post-90s or mid-2020."""
    return bool(re.search(r"\d", code) and re.search(r"[A-Z]", code))


def addresses(unit: Unit) -> Iterator[Hit]:
    """A web address, mail address or file name is on one side only.

    The protocol, www., a final slash and the case of the host don't count. Wrong where the
    translation rightly points to a page in its own language.
    """
    if not _ADDRESSED.search(unit.chinese) and not _ADDRESSED.search(unit.english):
        return
    for tongue in (unit.source, unit.target):
        other: Tongue = "en" if tongue == "zh" else "zh"
        listed = {_address(found.group()) for found in _ADDRESS.finditer(unit.text(other))}
        if not unit.text(other).strip():
            continue
        for found in _ADDRESS.finditer(unit.text(tongue)):
            address = found.group().rstrip(".,;:!?'")
            if _address(address) not in listed:
                span = (found.start(), found.start() + len(address))
                where = "target" if tongue == unit.source else "source"
                # a site named by its address (中新网 as www.chinanews.com) loses nothing
                severity: Severity | None = None if tongue == unit.source else "note"
                message = f"{address} is not in the {where}."
                yield Hit(tongue, span, message, address, severity)


def _address(text: str) -> str:
    text = text.rstrip(".,;:!?'")
    return re.sub(r"^(?:https?://)?(?:www\.)?|/$", "", text, flags=re.IGNORECASE).lower()


RULES = (
    Rule(
        "alphanumeric.mismatch",
        codes,
        "warning",
        "Accuracy/Mistranslation",
        {
            "Xbench": "Alphanumeric Mismatch",
            "Trados": "Modified alphanumerics (Number Verifier)",
            "memoQ": "alphanumeric code (3304-3306)",
            "pofilter": "acronyms",
        },
    ),
    Rule(
        "url.mismatch",
        addresses,
        "error",
        "Accuracy/Mistranslation",
        {
            "Xbench": "URL Mismatch",
            "CheckMate": "UNEXPECTED_PATTERN (URLs, Email addresses)",
            "pofilter": "urls, emails, filepaths",
        },
    ),
)
