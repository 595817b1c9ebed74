"""Punctuation: how a text ends, and marks that come in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.model import Severity
from qa.rule import Hit, Rule
from qa.unit import Tongue, Unit

#: What may stand after the last mark: “他来了。”）
_CLOSING = "”’\"')）]】」』》〉*_ \t\n\N{IDEOGRAPHIC SPACE}\N{NO-BREAK SPACE}"

#: Marks at the end, by what they mean.
_ENDS = {
    "。": "stop", ".": "stop", "．": "stop", "｡": "stop",
    "？": "question", "?": "question", "⁈": "question",
    "！": "exclamation", "!": "exclamation",
    "…": "dots", "⋯": "dots",
    "，": "pause", ",": "pause", "、": "pause", "；": "pause", ";": "pause", "：": "pause",
    ":": "pause", "—": "pause", "–": "pause", "-": "pause",
}  # fmt: skip

_NAMES = {
    "stop": "a full stop",
    "question": "a question mark",
    "exclamation": "an exclamation mark",
    "dots": "dots",
    "pause": "a comma, semicolon, colon or dash",
    "none": "no mark",
}

#: Ends that a translator may choose freely: excitement is toned down, commas end sentences
#: where the bead was cut, trailing off becomes a stop.
_FREE = frozenset(
    {
        frozenset(pair)
        for pair in (
            ("stop", "exclamation"), ("stop", "pause"), ("stop", "dots"), ("dots", "pause"),
            ("dots", "exclamation"), ("dots", "question"), ("exclamation", "pause"),
            ("exclamation", "question"), ("none", "pause"), ("none", "dots"),
        )
    }
)  # fmt: skip

#: Words that make a Chinese sentence a question without its mark, and indirect ones.
_ASKS = re.compile(r"[吗呢么]|什么|怎么|为何|为什么|是否|谁|哪|几|多少|何")


def end(unit: Unit) -> Iterator[Hit]:
    """The two sides end in different punctuation.

    Compared are full stop, question mark, exclamation mark and dots of both writings; quotation
    marks and brackets after them don't count. A stop for an exclamation mark, or a comma where a
    bead was cut inside a sentence, is the translator's freedom.

    Wrong for headings, where one language likes a stop and the other not, for rhetorical
    questions told as statements, and for beads of several sentences that end elsewhere.
    """
    if len(unit.pair.source) > 1 or len(unit.pair.target) > 1:
        return
    if not unit.chinese.strip() or not unit.english.strip():
        return
    chinese, english = ending(unit.chinese), ending(unit.english)
    if chinese == english or frozenset((chinese, english)) in _FREE:
        return
    if "question" in (chinese, english) and _asks_inside(unit):
        return
    text = unit.text(unit.target)
    place = len(text.rstrip(_CLOSING))
    severity: Severity = "note"
    if "question" in (chinese, english) and "none" not in (chinese, english):
        severity = "warning"
    yield Hit(
        unit.target,
        (max(0, place - 1), place),
        f"The Chinese ends in {_NAMES[chinese]}, the English in {_NAMES[english]}.",
        f"{chinese} against {english}",
        severity,
    )


def ending(text: str) -> str:
    """What a text ends in, quotation marks and brackets aside: stop, question, none …"""
    bare = text.rstrip(_CLOSING)
    return _ENDS.get(bare[-1:], "none")


def _asks_inside(unit: Unit) -> bool:
    """A question that goes on: “Why?” he asked. Or told indirectly: he asked why."""
    if "？" in unit.chinese or "?" in unit.chinese:
        return "?" in unit.english
    return _ASKS.search(unit.chinese) is not None


#: A question or exclamation mark, or half a hyphen, where the sentence goes on. Not where a
#: quotation ends ("Why?" he asked), nor in short- and long-term. A sign that no sentence has at
#: the end of a word (acid~ and, military^ parade); a mark behind a word that ends nothing (of
#: the. three, an? infected). The mark comes first and what stands before it after, for speed.
_INSIDE = re.compile(
    r"""
    [-?!.,:;~^_@](?:
    (?<=[a-z][?!])(?=[ ][a-z0-9(]) | (?<=[a-z]-)(?=[ ](?!and\b|or\b|to\b|but\b|nor\b)[a-z])
  | (?P<blank>(?<=[a-z][ ]-))(?=[a-z]) | (?<=[a-z]{5}\.)(?=[ ][a-z]+[ ])
  | (?<=\w[~^_@])(?=\s|$)
  | (?<=\b[Tt]he[.,;:?!])(?=[ ]\w) | (?<=\b(?:an|of)[.,;?!])(?=[ ][a-z0-9])
  | (?<=\b(?:more|than|each|have|been)[.;?!])(?=[ ][a-z0-9]) | (?<=\b(?:and|has)[.;?!])(?=[ ]\w)
    )
    """,
    re.VERBOSE,
)


def inside(unit: Unit) -> Iterator[Hit]:
    """A mark stands in the English where the sentence goes on: not? the down.

    A note: of planted marks half are seen, since a comma or a colon may stand nearly everywhere.
    Wrong for names with a mark (Yahoo! is), drawn-out words (thanks~), suspended hyphens (pre-
    and post-war are passed over), interjections (oh! how lovely) and abbreviations of five
    letters or more.
    """
    for found in _INSIDE.finditer(unit.english):
        start, end = found.span()
        start -= found["blank"] is not None
        around = unit.english[max(0, start - 8) : end + 8].strip()
        yield Hit("en", (start, end), f"The sentence goes on after a mark: {around}", around)


#: Marks that come in pairs, opening and closing, by language.
_PAIRS: dict[Tongue, tuple[tuple[str, str], ...]] = {
    "zh": (("（", "）"), ("(", ")"), ("《", "》"), ("【", "】"), ("[", "]"), ("“", "”"), ("「", "」")),
    "en": (("(", ")"), ("[", "]"), ("“", "”")),
}
#: The opening marks, and what may open what a mark closes.
_PARTNERS: dict[Tongue, tuple[frozenset[str], dict[str, str]]] = {
    tongue: (
        frozenset("（(").union(opening for opening, _ in listed),
        {closing: opening for opening, closing in listed} | {")": "(（", "）": "（("},
    )
    for tongue, listed in _PAIRS.items()
}
_QUOTES = frozenset("“”「」\"")
_STRAIGHT = re.compile('"')
_ANY_PAIRED = re.compile(r"[()（）《》【】\[\]“”「」\"]")

#: A bracket that closes what none opened: 1) first, a) first, (1) and 1）.
_LISTED = re.compile(r"(?:^|(?<=[\s;；，,。:：]))(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})[)）]")


def unpaired(unit: Unit) -> Iterator[Hit]:
    """A bracket or quotation mark has no partner.

    Only the target is looked at, and only what the source has in order: where both sides lack the
    partner, the quotation runs over several segments. Numbers of lists (1) a) need no partner.

    Wrong where a speech begins in this segment on one side only because the sentences were
    cut differently, so quotation marks are notes.
    """
    target = _unpaired(unit.text(unit.target), unit.target)
    source = _unpaired(unit.text(unit.source), unit.source) if target else []
    for mark, place in target:
        quote = mark in _QUOTES
        if any((other in _QUOTES) == quote for other, _ in source):
            continue
        yield Hit(
            unit.target,
            (place, place + 1),
            f"{mark} has no partner.",
            mark,
            "note" if quote else "warning",
        )


def _unpaired(text: str, tongue: Tongue) -> list[tuple[str, int]]:
    """Marks without a partner, with their places; mixed widths （…) count as partners."""
    left, opened = _alone(text, tongue)
    if (left or opened) and _LISTED.search(text):
        # not looked for before: where all have partners no number of a list has a bracket alone
        text = _LISTED.sub(lambda found: _without_number(found, found.string), text)
        left, opened = _alone(text, tongue)
    curly = [found for found in opened + left if found[0] in "“”"]
    straight = [found.start() for found in _STRAIGHT.finditer(text)]
    if len(straight) % 2 and len(curly) % 2:
        # "so”: one straight, one curly, and yet a pair
        left = [found for found in left if found not in curly]
        opened = [found for found in opened if found not in curly]
    elif len(straight) % 2 and not re.search(r'\d\s?"', text):  # 21" is a screen
        left.append(('"', straight[-1]))
    return sorted(left + opened, key=lambda found: found[1])


def _alone(text: str, tongue: Tongue) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """What closes and what opens without a partner, straight quotation marks aside."""
    openings, partner = _PARTNERS[tongue]
    left: list[tuple[str, int]] = []
    opened: list[tuple[str, int]] = []
    for found in _ANY_PAIRED.finditer(text):
        mark = found.group()
        if mark in openings:
            opened.append((mark, found.start()))
        elif mark in partner:
            for index in range(len(opened) - 1, -1, -1):
                if opened[index][0] in partner[mark]:
                    del opened[index]
                    break
            else:
                left.append((mark, found.start()))
    return left, opened


def _without_number(found: re.Match[str], text: str) -> str:
    """Blanks for the number of a list; in (see 5 A) the bracket is a partner."""
    before = text[: found.start()]
    open_still = sum(map(before.count, "(（")) > sum(map(before.count, ")）"))
    return found.group() if open_still else " " * len(found.group())


RULES = (
    Rule(
        "punctuation.end",
        end,
        "note",
        "Linguistic conventions/Punctuation",
        {
            "Verifika": "End punctuation",
            "Trados": "End punctuation",
            "memoQ": "different end punctuation (3020)",
            "pofilter": "endpunc",
        },
    ),
    Rule("punctuation.inside", inside, "note", "Linguistic conventions/Punctuation"),
    Rule(
        "punctuation.unpaired",
        unpaired,
        "warning",
        "Linguistic conventions/Punctuation",
        {
            "Xbench": "Unpaired Symbols, Unpaired Quotes",
            "CheckMate": "UNEXPECTED_PATTERN (Opening parenthesis, Closing parenthesis, "
            "Bracketing characters)",
            "Trados": "Brackets",
            "memoQ": "brackets and quotation marks (3077, 3088, 3089)",
            "pofilter": "brackets, doublequoting",
        },
    ),
)
