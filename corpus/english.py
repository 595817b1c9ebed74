"""Where an English sentence ends.

. ! ? end a sentence, together with the quotes and brackets that close behind them, when
what follows can begin one. ; : and dashes do not.
"""

from __future__ import annotations

import re

from corpus.straight_quotes import StraightQuotes

_STOP = re.compile("[.!?…。！？—–]")

#: The marks with what closes behind them: . | ?! | ... | . . . | ." | .') | ?" | .[12] | —”
_ENDING = re.compile(
    r"""
    (?P<marks> \.(?:[ ]\.){2,3} | [.!?…。！？]+ | [—–]+ (?= [”’"'] ) )
    (?P<closing> [”’"')\]}»」』）】》]* )
    (?: [.!?。！？]+ [”’"')\]}]* )*
    (?: (?: \[\d{1,3}\] )+ | [¹²³⁴-⁹①-⑳]+ )?               # a footnote's mark
    """,
    re.VERBOSE,
)

#: A closing quote that stands apart: immune . " It
_QUOTE_APART = re.compile(r"[ ]([\"”’])(?=\s|$)")
_DASHES = re.compile("[—–]+")

#: How a sentence can begin: perhaps marks that open, then a capital, a figure, a Chinese
#: character, or a name that is written small: iPhone, eBay.
_BEGINNING = re.compile(
    r"""
    \s* (?P<opening> [“‘"'(\[{«—–•**¿-]* \s? )
    (?: (?P<word> [A-Z]\. | [A-ZÀ-ÖØ-Þ][\w’'-]* ) | \d | [a-z]{1,2}[A-Z]
      | [\u2E80-\uFFEF] | [$€£¥#@] | (?<= [(\[] ) \w )
    """,
    re.VERBOSE,
)

#: A name follows: never an end.
_TITLES = frozenset(
    """
    Mr Mrs Ms Messrs Mme Mlle Dr Drs Prof Rev Hon Gen Col Sgt Capt Cpt Cdr Cmdr Lt Maj Adm Cpl
    Brig Gov Sen Rep Pres Supt Insp Fr St Ste Mt Ft
    """.split()
)
#: A figure follows, else it is a word (compared in small letters): No. 5, but "I said no. Then".
_BEFORE_FIGURES = frozenset(
    """
    no nos fig figs vol vols p pp ch chap chs art arts sec secs sect para paras eq eqs tab ref
    refs pt ser app ex col bk cl ill pl est tel rm bldg
    """.split()
)
#: Something always follows. As written: Ed may be a man.
_GOING_ON = frozenset(
    "e.g E.g i.e I.e eg ie cf Cf viz approx Approx ca incl resp trans ed eds".split()
)
#: May end a sentence: then what follows says so, see STARTERS. As written: he sat, the sun.
_OPEN = frozenset(
    """
    etc v vs Vs Inc INC inc Ltd LTD ltd Co CO Corp CORP Bros Jr Sr Esq PLC plc al Ave Blvd Rd Dept
    Univ Assn Dist Govt Intl Mfg Assoc Asst
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun
    Ph.D PhD M.Phil B.Sc M.Sc Ed.D
    """.split()
)
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")

#: Words that begin sentences and hardly ever names: behind "U.S.", "etc." or "Plan B." they
#: tell that a sentence has ended. A sentence that begins with a name there is missed.
STARTERS = frozenset(
    """
    A About According After All Also Although Among An And Another Any Are As At Because Before
    Both But By Can Could Despite Did Do Does During Each Even Every Few Finally First For From
    Further Furthermore Had Has Have He Hence Her Here His How However I If In Indeed Instead
    Is It Its Last Later Many Meanwhile More Moreover Most Much My Nevertheless Next No
    Nonetheless Nor Not Nothing Now Of On Once One Only Or Other Others Our Over People Perhaps
    Second Several She Should Similarly Since So Some Soon Still Such Than That The Their Then
    There Therefore These They Third This Those Though Through Thus To Today Two Under Unlike
    Until Was We Were What When Where Whether Which While Who Why With Within Without Would Yes
    Yesterday Yet You Your
    """.split()
)

#: "Where are you?" Wang asked. – the speaker's name and a verb of saying, behind a quote.
_REPORTING = re.compile(
    r"""
    \s+ (?! Nobody | No\ one | None | Every(?:one|body) | Some(?:one|body) )
    (?: I | (?:(?:Mr|Mrs|Ms|Dr|Prof)\.\s)? [A-Z][\w’'-]+ (?: \s[A-Z][\w’'-]+ ){0,3} ) \s
    (?: said | says | asked | asks | stated | replied | answered | added | explained | cried
      | shouted | exclaimed | whispered | murmured | muttered | remarked | noted | told
      | continued | insisted | demanded | called | wondered | observed | declared | concluded )\b
    """,
    re.VERBOSE,
)

#: 1. | 1.2. | (a). | IV. | A. | Figure 1.2. | Chapter II. standing before its item.
_NUMBERING = re.compile(
    r"""
    \s* (?: (?: Figure | Fig\. | Table | Chapter | Section | Part | Article | Box | Step | Annex
          | Appendix | Exhibit | Example | Note ) \s )?
    [(\[]? (?: \d{1,3} (?: [.-]\d{1,3} ){0,4} | [IVXLC]{1,6} | [A-Za-z] ) [)\]]? \.
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: The mark of an item inside a sentence: Do two things: 1. Open … 2. Close; (1. School of …;
#: 2. Institute of …). Costs: "The answer is: 5. Then" is one sentence.
_ITEM = re.compile(r"[:;(（—–]\s*(?:and\s+|or\s+)?(?:\d{1,2}|[ivx]{1,4}|[IVX]{1,4}|[A-Za-z])$")

#: What follows a.m. and p.m. in the same sentence: 9 a.m. Monday, 5 p.m. Beijing time.
_CLOCK = frozenset("a.m p.m A.M P.M".split())
_AFTER_CLOCK = re.compile(
    r"""
    \s* (?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day | (?:Jan|Febr)uary | March | April | May
      | June | July | August | (?:Septem|Octo|Novem|Decem)ber | [A-Z]{2,4}T\b | GMT | UTC
      | (?:[A-Z][a-z]+\s){1,2} [Tt]ime \b | Eastern | Central | Pacific )
    """,
    re.VERBOSE,
)

#: A blank forgotten behind a full stop: end.Next — not Node.js, Booking.Com, e.g.This
_GLUED_BEHIND = re.compile(r"[“\"‘(]?[A-Z][a-z]*(?:\s|,|['’][a-z])")
_NOT_GLUED = re.compile(r"(?:Com|Net|Org|Js|Io|Ai|Cn|Gov|Edu)\b")

#: Characters looked at before a point for the word it may belong to.
_LONGEST_ABBREVIATION = 24


def sentence_ends(text: str) -> list[int]:
    """Offsets behind each sentence's last character, in order; the last sentence's left out."""
    ends: list[int] = []
    place = start = 0
    quotes = StraightQuotes(text)
    while (stop := _STOP.search(text, place)) is not None:
        ending = _ENDING.match(text, stop.start())
        if ending is None:
            place = _DASHES.match(text, stop.start()).end()  # type: ignore[union-attr]
            continue
        place = end = ending.end()
        apart = _QUOTE_APART.match(text, end)
        if apart is not None and (apart[1] in "”’" or quotes.closes(apart.start(1))):
            end = apart.end()
        if _ends(text, start, ending, end):
            ends.append(end)
            place = start = end
    return ends


def _ends(text: str, start: int, ending: re.Match[str], end: int) -> bool:
    """Whether the sentence that began at ``start`` ends with ``ending``, at ``end``."""
    marks, closing = ending["marks"], ending["closing"] or text[ending.end() : end]
    if end == len(text):
        return False
    if not text[end].isspace():
        return _glued(text, ending)
    following = _BEGINNING.match(text, end)
    if following is None:
        return False
    if closing and _REPORTING.match(text, end):
        return False
    if marks[0] == "." and len(marks) == 1 and not closing:
        return _point_ends(text, start, ending.start(), following)
    if marks[0] in ".…" and not closing:
        # Well... I think; x . . . A
        word = following["word"] or ""
        return len(word) > 1 and word[:2] not in ("I’", "I'")
    return True


def _glued(text: str, ending: re.Match[str]) -> bool:
    """Whether a sentence ends although no blank follows: end.Next, end?”Next, 完了。下"""
    end = ending.end()
    if ending["marks"][-1] in "。！？":
        return True
    behind = _GLUED_BEHIND.match(text, end)
    if behind is None or _NOT_GLUED.match(text, end):
        return False
    before = text[max(0, ending.start() - 3) : ending.start()]
    return before.isalpha() and before.islower() and len(before) == 3


def _point_ends(text: str, start: int, place: int, following: re.Match[str]) -> bool:
    """Whether the one point at ``place``, with white space behind it, is a full stop."""
    numbering = _NUMBERING.match(text, start, place + 1)
    if numbering is not None and numbering.end() == place + 1:
        return False
    window = text[max(start, place - _LONGEST_ABBREVIATION) : place].split()
    word = window[-1].lstrip("([{“‘\"'—–-") if window else ""
    if word in _TITLES or word in _GOING_ON:
        return False
    if _ITEM.search(text, max(start, place - _LONGEST_ABBREVIATION), place):
        return False
    if word in _CLOCK:
        return _AFTER_CLOCK.match(text, place + 1) is None
    if word.lower() in _BEFORE_FIGURES:
        return not following.group().lstrip()[:1].isdigit()
    opening = following["opening"].strip()
    starts = following["word"] in STARTERS or (opening != "" and opening[-1] not in "([")
    if len(word) == 1 and word.isupper():
        return starts
    if word in _OPEN or _DOTTED.fullmatch(word):
        return starts
    return True
