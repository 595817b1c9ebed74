"""Figures that are no quantities: addresses, codes, section numbers, list marks, references.

COVID-19 and F-16 are names and compared as strings elsewhere; a list mark may rightly be
dropped or written in another way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from string import ascii_letters, ascii_lowercase, ascii_uppercase

from corpus.numerals import chinese_number, figure_value, roman_number
from corpus.quantities import Kind, Quantity
from corpus.scan import Scan

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[\x21-\x7E]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[A-Za-z.]+"
    r"|(?<![\w-])[\w-]{1,63}\.(?:com|org|net|cn|gov|edu)\b[\x21-\x7E]*",
    re.ASCII,
)
_ADDRESS_SIGNS = ("://", "www.", "@", ".com", ".org", ".net", ".cn", ".gov", ".edu")
#: COVID-19, G20, 5G, H1N1, F-16, ISO 9001, PM2.5; but not US$5, Q3, 5km, 2025WIPO, 2.7K.
_CODE = re.compile(
    r"""
    (?<![A-Za-z0-9$])(?!(?:US|RMB|USD|CNY|HK|HKD|Q|FY|EUR|GBP|No|no|p|pp|Vol)\.?\d|\d\dH\d\d)
    (?:
        [A-Za-z]{1,12}\d[A-Za-z\d.]*(?:-[A-Za-z\d]+)*
      | [A-Z][A-Za-z]*-(?!\d0s\b)\d[A-Za-z\d]*                # not Post-90s
      | (?:ISO|GB/T|GB|IEC|IEEE|RFC|EN|CVE)[\s-]?\d[\d:.-]*
      | (?<![\d.])\d+(?:[A-Z](?![A-Za-z])|[A-Z]+\d[A-Za-z\d]*|x\d+)
    )
    (?![,.]?\d)
    """,
    re.VERBOSE | re.ASCII,
)
#: What stands before or behind the figures of a code; a blank only behind a name of these.
_BEFORE_CODED = frozenset(f"{ascii_letters}-")
_BEHIND_CODED = frozenset(f"{ascii_uppercase}x")
_CODE_WITH_BLANK = re.compile("ISO|GB|IEC|IEEE|RFC|EN|CVE")
_SECTION = re.compile(
    r"""
    (?<=\d[ckm]m)[23](?!\d) | (?<=\dm)[23](?!\d)                # 22cm2
  | (?P<version>(?<![\d.])\d{1,3}(?:\.\d{1,3}){2,5}(?![\d.]))    # 2.1.3, 192.168.1.1
  | \[\d{1,3}(?:[-,–]\s?\d{1,3})*\]                              # [12], a footnote mark
  | (?P<telephone>(?<!\d)(?:\+\d{2,3}[- ])?\d{3,4}-\d{7,8}(?!\d)
      | (?<!\d)\+?\d{2,4}[- ]\d{3,4}-\d{3,4}(?!\d) | \+\d{2,3}[- ]\d{5,})
    """,
    re.VERBOSE,
)
#: Behind a figure of 22cm2 and [12]; before +86 10 1234567.
_SECTION_ENDS = frozenset("ckm]")
_ABROAD = "+"
#: In small letters. "Figure 2-1" is 图2.1.
_REFERENCE = re.compile(
    r"\b(?:fig(?:ure)?s?|tables?|eq(?:uation)?s?|sections?|chapters?)\b\.?\s?\(?"
    r"(?P<number>\d{1,2}[-–.]\d{1,3})(?![\d.])"
    r"|(?<=[图表式])\s?(?P<own>\d{1,2}[-–.]\d{1,3})(?![\d.%])"
)
#: (Sewell 2005, 110–111): the other language may leave references out.
_CITATION = re.compile(
    r"\((?:[^()]{0,60}?[A-Z][^()]{0,60}?)(?P<year>(?:1[89]|20)\d\d)[a-z]?"
    r"(?:[,:]\s?(?:pp?\.\s?)?\d+(?:[-–]\d+)?)?\)"
)
_CITATION_ENDS = frozenset(f"){ascii_lowercase}")
_REFERENCE_WORDS = ("fig", "table", "eq", "section", "chapter", "图", "表", "式")
_REFERENCE_JOINTS = frozenset("-–.")
#: Figures of a telephone number that stay the same from abroad and inside the country.
_SUBSCRIBER = 7
#: The most figures between two points of a version or section.
_PART_FIGURES = 3
_FIGURE = re.compile(r"\d+")
_LIST_MARK = re.compile(
    r"""
    ^\s*[(（]?
    (?: (?P<mark>\d{1,2}|[ivxIVX]{1,5}|[一二三四五六七八九十]{1,3}) (?:[)）]|、(?![一二三四五六七八九十\d])|[.．](?!\d))
      | (?P<section>\d{1,2}\.\d{1,2}(?:\.\d{1,2})*)\s+(?=[A-Z\u4e00-\u9fff])
      | \d{1,2}(?:\.\d{1,2}){2,}(?=[\u4e00-\u9fff]) )                # 10.1.1图模型
    \s*
    """,
    re.VERBOSE,
)


def figures_in_names(scan: Scan) -> Iterator[Quantity]:
    """Takes the places of such figures; yields those that may answer to a number."""
    mark = _LIST_MARK.match(scan.text)
    if mark:
        scan.take(mark.start(), mark.end())
        value = _mark_value(mark["mark"] or "0")
        if value is not None:
            yield scan.quantity(mark.span(), "count", value, "silent")
    if not scan.has_figures:
        return
    for _ in scan.free(_ADDRESS) if scan.has(*_ADDRESS_SIGNS) else ():
        pass
    joints = scan.before_figures & scan.behind_figures
    for match in scan.free(_SECTION) if _has_sections(scan, joints) else ():
        if match["telephone"]:
            number = re.sub(r"\D", "", match["telephone"])[-_SUBSCRIBER:]
            yield scan.quantity(match.span(), "count", int(number), "plain")
        elif match["version"]:
            parts = match["version"].split(".")
            number = "".join(part.zfill(_PART_FIGURES) for part in parts)
            yield scan.quantity(match.span(), "count", int(number), "plain")
    referred = joints & _REFERENCE_JOINTS and scan.has(*_REFERENCE_WORDS)
    for match in scan.free_words(_REFERENCE) if referred else ():
        group = "number" if match["number"] else "own"
        number = re.sub("[-–]", ".", match[group])
        yield scan.quantity(match.span(group), "count", Fraction(number), "soft")
    for match in scan.free(_CODE) if _has_codes(scan) else ():
        figure = _FIGURE.search(match.group())
        value = figure_value(figure.group()) if figure else None
        if value is not None:           # 二十国集团 may be the G20
            yield scan.quantity(match.span(), "count", value, "silent")


def _has_sections(scan: Scan, joints: frozenset[str]) -> bool:
    """Whether something beside a figure, or between two, is what a section has there."""
    if scan.behind_figures & _SECTION_ENDS or "-" in joints or _ABROAD in scan.before_figures:
        return True
    return "." in joints and scan.text.count(".") > 1       # 2.1.3


def _has_codes(scan: Scan) -> bool:
    """Whether a figure stands beside what a code has there."""
    if _BEFORE_CODED & scan.before_figures or _BEHIND_CODED & scan.behind_figures:
        return True
    return _CODE_WITH_BLANK.search(scan.text) is not None


def citations(scan: Scan) -> Iterator[Quantity]:
    """The figures of references in brackets that no date has taken."""
    if not scan.behind_figures & _CITATION_ENDS or "(" not in scan.text:
        return
    for match in _CITATION.finditer(scan.text):
        for figure in _FIGURE.finditer(scan.text, match.start(), match.end()):
            if scan.is_free(*figure.span()):
                scan.take(*figure.span())
                kind: Kind = "year" if figure.span() == match.span("year") else "count"
                value = figure_value(figure.group())
                if value is not None:
                    yield scan.quantity(figure.span(), kind, value, "soft")


def _mark_value(mark: str) -> Fraction | None:
    if mark.isdecimal():
        return Fraction(int(mark))
    roman = roman_number(mark.upper())
    if roman is not None:
        return roman
    values = chinese_number(mark)
    return values[0] if values else None
