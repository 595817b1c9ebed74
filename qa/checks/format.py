"""The form of the target: widths, blanks, doubled words, broken characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from qa.checks.untranslated import HAN
from qa.rule import Hit, Rule
from qa.unit import Unit

#: Full-width punctuation, letters and digits; curly quotes belong to English as well.
_FULLWIDTH = re.compile(r"[，。；：！？（）【】《》〈〉「」『』、～％＋－＝／＆０-９Ａ-Ｚａ-ｚ\N{IDEOGRAPHIC SPACE}]+")


def fullwidth(unit: Unit) -> Iterator[Hit]:
    """The English holds full-width Chinese punctuation, digits or letters.

    Marks between Chinese characters are passed over: `untranslated.residue` speaks of those.
    Wrong where a text about typography shows the marks on purpose.
    """
    text = unit.english
    if text.isascii():
        return
    for found in _FULLWIDTH.finditer(text):
        start, end = found.span()
        if HAN.match(text[start - 1 : start]) and HAN.match(text[end : end + 1]):
            continue
        shown = found.group().replace("\N{IDEOGRAPHIC SPACE}", "U+3000")
        yield Hit("en", (start, end), f"Full-width in the English: {shown}", shown)


#: Blanks that are wrong in English: doubled inside a line, before a mark, none after one. A blank
#: or mark is asked for first: three times as fast as all that follows at each letter.
_SPACES_EN = re.compile(
    r"""
    (?=[ \N{NO-BREAK SPACE}.!?,;])(?:
    (?P<double>(?<=\S)[ \N{NO-BREAK SPACE}]{2,}(?=\S))
  | (?P<before>(?<=\w)[ ]+(?=[,;:!?)\]”](?:\s|$)|\.(?:\s|$)(?![ ]?\.)))
  | (?P<missing>(?<=[a-z]{2})[.!?](?=[A-Z][a-z]+\b(?![./@]))|(?<=[a-z])[,;](?=[A-Za-z]{2}))
  | (?P<inside>(?<=\()[ ]+(?=\w)|(?<=[A-Za-z])[ ](?=['’](?:s|t|re|ve|ll|d|m)\b))
    )
    """,
    re.VERBOSE,
)
#: What each of these holds, looked at where a blank or mark stands: most texts have none.
_MAY_SPACE = re.compile(
    r"""
    [ \N{NO-BREAK SPACE}.!?,;](?:
    [ \N{NO-BREAK SPACE}.,;:!?)\]”'’](?<=[ \N{NO-BREAK SPACE}].) | (?<=\([ ])
  | [A-Za-z](?<=[.!?,;].)
    )
    """,
    re.VERBOSE,
)
#: In Chinese: a blank before or after a full-width mark, doubled blanks between characters.
_SPACES_ZH = re.compile(
    r"""
    (?P<before>(?<=\S)[ ]+(?=[，。；：！？、）》】]))
  | (?P<double>(?<=[㐀-鿿])[ ]{2,}(?=[㐀-鿿]))
    """,
    re.VERBOSE,
)
_SPACE_WORDS = {
    "double": "more than one blank",
    "before": "a blank before a mark",
    "missing": "no blank after a mark",
    "inside": "a blank that parts what belongs together",
}


def space(unit: Unit) -> Iterator[Hit]:
    """A blank is doubled, missing or in the wrong place in the target.

    Web addresses, file names, decimals and abbreviations (U.S., e.g.) are passed over. Wrong in
    tables that align with blanks, in French-style spacing, and in names like Yahoo!Mail.
    """
    text = unit.text(unit.target)
    pattern = _SPACES_EN if unit.target == "en" else _SPACES_ZH
    if unit.target == "en" and not _MAY_SPACE.search(text):
        return
    for found in pattern.finditer(text):
        start, end = found.span()
        if found.lastgroup == "missing" and _in_address(text, start):
            continue
        around = text[max(0, start - 8) : end + 8].strip()
        what = _SPACE_WORDS[found.lastgroup or "double"]
        yield Hit(unit.target, (start, end), f"There is {what}: {around}", around)


def _in_address(text: str, place: int) -> bool:
    start = max(text.rfind(blank, 0, place) for blank in " \n\t(（") + 1
    word = text[start:].split(maxsplit=1)[0]
    return bool(re.search(r"://|www\.|@|/|\.(?:com|org|net|cn|int|gov|edu)\b|\w\.\w+\.\w", word))


#: Doubled words that English has: he had had, that that; and what people say twice.
_TWICE = frozenset(
    """
    had that very so no yes bye ha he ho oh ah hey well now there really far many long again more
    never her blah knock tut chop walla tsk hear come go please on in is do who what why wait quick
    bora sing pago baden duran yo
    """.split()
)
#: the the, Rwanda Rwanda, water/swamp water/swamp
_REPEATED = re.compile(
    r"(?<![\w/-])(?P<word>[^\W\d_]+(?:[/-][^\W\d_]+)*)(?:[ \t]+(?P=word)(?![\w’'/-]))+",
    re.IGNORECASE,
)
#: Characters said twice: 丽丽 is Li Li.
_REDUPLICATED = re.compile(r"([㐀-鿿])\1")
_MARKS_TWICE = re.compile(r"(?<![.。])([,;:，；：、。])\1+|(?<![. ])\.\.(?![. ]*\.)")
#: What both begin with, found in a tenth of the time.
_MARK_AGAIN = re.compile(r"([,;:，；：、。.])\1")
_LETTERS = re.compile(r"[^\W\d_]+")
#: Longer phrases than this stand twice on purpose: slogans, refrains.
_PHRASE_MAX = 6
#: Words that return as a whole: "of the house of the house"; not "bigger and bigger and".
_PHRASE_TWICE = re.compile(
    r"\b(?P<phrase>(?!(?:and|or|by|after|to|for)\b)"
    rf"[^\W\d_]+(?:[ ][^\W\d_]+){{1,{_PHRASE_MAX - 1}}})(?<!\band)(?<!\bto)(?<!\bby)(?<!\bafter)"
    r"(?<!\bor)(?<!\bin)(?<!\bfor)[ ](?P=phrase)\b",
    re.IGNORECASE,
)


def repeat(unit: Unit) -> Iterator[Hit]:
    """A word, a phrase or a mark stands twice in a row in the target.

    Chinese reduplication (人人, 常常, 讨论讨论) and what English doubles (had had, very very,
    bye bye) are passed over, names too (Bora Bora). Wrong for stage laughter and stammering.
    """
    text = unit.text(unit.target)
    returns = _returns(text) if unit.target == "en" else None
    if returns:
        spans: list[tuple[int, int]] = []
        for pattern in (_PHRASE_TWICE, _REPEATED) if returns > 1 else (_REPEATED,):
            for found in pattern.finditer(text):
                start, end = found.span()
                if any(start < other[1] and other[0] < end for other in spans):
                    continue
                if pattern is _REPEATED and _meant(found, unit.chinese):
                    continue
                spans.append((start, end))
                shown = found.group()
                yield Hit("en", (start, end), f"Repeated: {shown}", shown)
    for found in _MARKS_TWICE.finditer(text) if _MARK_AGAIN.search(text) else ():
        yield Hit(unit.target, found.span(), f"Repeated: {found.group()}", found.group(), "note")


def _returns(text: str) -> int:
    """How many words stand twice in a row: 0 if none do, 2 for phrases of up to ``_PHRASE_MAX``.

    A longer run counts as 1, since it may be one word of many parts. The patterns by themselves
    try every start.
    """
    words = _LETTERS.findall(text.lower())
    if len(set(words)) == len(words):
        return 0
    found = int(any(map(eq, words, words[1:])))
    pairs = list(zip(words, words[1:]))
    if len(set(pairs)) == len(pairs):
        return found
    places: dict[tuple[str, str], list[int]] = {}
    for place, pair in enumerate(pairs):
        for before in places.setdefault(pair, []):
            size = place - before
            if size > 1 and words[before:place] == words[place : place + size]:
                if size <= _PHRASE_MAX:
                    return 2
                found = 1
        places[pair].append(place)
    return found


def _meant(found: re.Match[str], chinese: str) -> bool:
    if found["word"].lower() in _TWICE:
        return True
    capital = all(part[0].isupper() for part in found.group().split())
    return capital and _REDUPLICATED.search(chinese) is not None


#: UTF-8 read as Latin-1 or Windows-1252 (â€™ Ã© ä¸­), GBK read from U+FFFD (锟斤拷), lost
#: characters, controls.
_BROKEN = re.compile(
    r"""
    \N{REPLACEMENT CHARACTER}+ | 锟斤拷\S* | (?:烫烫|屯屯)+
  | â€[™œ\x9d\x93\x94“”¦\u0080-\u00ff]? | (?:Ã[\u0080-\u00bf]){1,}
  | (?:[äåæçèé][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}){2,} | ï¼[\u0080-\u00bf‚ƒŒ]
  | [\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]+ | &(?:amp;)+(?:lt|gt|quot|amp|nbsp);
  | (?<![A-Za-z])andamp;\w*
    """,
    re.VERBOSE,
)
#: What all of these begin with, but the last: found in a moment, and hardly ever there.
_BREAKING = re.compile(
    r"[\N{REPLACEMENT CHARACTER}锟烫屯âÃäåæçèéï&\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]"
)


def encoding(unit: Unit) -> Iterator[Hit]:
    """Characters were broken on the way: mojibake, U+FFFD, controls.

    Looked for on both sides. Wrong in texts about encodings, and where Portuguese or French words
    in capitals happen to hold such pairs (Ã followed by a symbol).
    """
    for tongue in (unit.source, unit.target):
        text = unit.text(tongue)
        if not _BREAKING.search(text) and "andamp;" not in text:
            continue
        for found in _BROKEN.finditer(text):
            shown = found.group()[:20]
            written = "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in shown)
            yield Hit(tongue, found.span(), f"Broken characters: {written}", written)


RULES = (
    Rule(
        "format.fullwidth",
        fullwidth,
        "warning",
        "Locale conventions/Character width",
        {
            "Verifika": "Wrong end punctuation",
            "CheckMate": "ALLOWED_CHARACTERS",
            "Trados": "Forbidden characters",
            "memoQ": "forbidden character (3120), full-width digit (3065)",
        },
    ),
    Rule(
        "format.space",
        space,
        "note",
        "Linguistic conventions/Typography",
        {
            "Xbench": "Double Blank",
            "Verifika": "Multiple spacing",
            "Trados": "Multiple spaces, Unintentional spaces before",
            "memoQ": "multiple whitespaces (3050), spaces around signs (3071-3076)",
            "pofilter": "doublespacing, puncspacing",
        },
    ),
    Rule(
        "format.repeat",
        repeat,
        "warning",
        "Linguistic conventions/Grammar",
        {
            "Xbench": "Repeated Word",
            "CheckMate": "SUSPECT_PATTERN (Double word)",
            "Trados": "Repeated words in target, Multiple dots",
            "memoQ": "duplicate word (3085)",
            "pofilter": "doublewords",
        },
    ),
    Rule(
        "format.encoding",
        encoding,
        "error",
        "Design/Character encoding",
        {"CheckMate": "SUSPECT_PATTERN (Possible corrupted characters)"},
    ),
)
