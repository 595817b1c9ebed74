"""Content that one side has and the other does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from corpus.list_items import lost_item
from corpus.model import Severity
from corpus.names import chinese_names
from corpus.negation_match import answers
from corpus.quantity_match import compare
from corpus.renderings import rendered
from corpus.words import chinese_words, english_words
from qa.negation_doubt import added, lost
from qa.rule import Check, Hit, Rule
from qa.unit import Content, Gap, Tongue, Unit

Preset = Literal["lenient", "balanced", "strict"]

#: ``omission`` from which a loss is called probable. Of the right article pairs (some of which
#: do leave something out) .53 calls 4 %, .65 2 %, .33 8 %; bench/RESULTS_QA.md has what each
#: finds.
CONTENT_LIMITS: Mapping[Preset, float] = {"lenient": 0.65, "balanced": 0.53, "strict": 0.33}
#: ``addition`` from which content is called added: people mind it less, so later.
ADDITION_LIMITS: Mapping[Preset, float] = {"lenient": 0.75, "balanced": 0.6, "strict": 0.45}
#: Below ``omission`` the limit, but above this part of it, a gap is told as a note.
_CONDENSED = 0.65
#: A gap so heavy (rare words without counterpart) is more than condensing.
_HEAVY = 3.0
#: Stretches quoted in one message; the rest are counted.
_MOST_QUOTED = 5
#: A segment of fewer characters (Chinese) or words is a heading, a caption or furniture ...
_LEAST_TEXT: Mapping[Tongue, int] = {"zh": 20, "en": 12}
#: ... unless it ends as a sentence and has at least so many.
_LEAST_SENTENCE: Mapping[Tongue, int] = {"zh": 6, "en": 4}
_SENTENCE_END = re.compile(r"(?:[。！？!?]|(?<!\.)\.)[”’」』）\"')]*\s*$")

#: Capitals that stand for words which can't be seen: WOC for 产权组织中国办事处.
_ACRONYM = re.compile(r"\b[A-Z]{2,}\b")
#: An English side of so few words with an acronym among them is not measured: whether "Photo:
#: WOC" leaves anything out of 图:产权组织中国办事处 only who knows WOC can say. Costs: what
#: such a caption really leaves out.
_FEW_WORDS = 3

_NAMES = {"zh": "Chinese", "en": "English"}
_QUOTES = {"zh": "“{}”", "en": "“{}”"}


def content(limit: float = CONTENT_LIMITS["balanced"]) -> Check:
    """The check with its limit."""

    def check(unit: Unit) -> Iterator[Hit]:
        """Part of the source is not carried over into the target.

        The words, clauses and sentences of the source without counterpart are named. Judged
        by content, not by length alone: word vectors, dictionary, numbers and names, matched
        one to one. An error when a number, a person's name, a negation or a whole sentence is
        lost. So is the one item that a list lacks, where the dictionary finds all others.

        Wrong where the translator said the thing in quite other words, put a pronoun for a name, or
        where the source says twice what the target rightly says once (为我所用 after 吸收).
        """
        found = unit.content(unit.source)
        if not unit.pair.paired or found is None:
            return
        told: tuple[Gap, ...] = ()
        if found.lost >= limit:
            hit = _hit(unit, unit.source, found, "not carried over into")
            if hit is not None:
                told = found.gaps
                yield hit
        yield from _item(unit, told)

    return check


def _item(unit: Unit, told: Sequence[Gap]) -> Iterator[Hit]:
    """The item that a Chinese source's list has more than the English one, unless told."""
    item = lost_item(unit.chinese, unit.english) if unit.source == "zh" else None
    if item and not any(gap.start < item[1] and item[0] < gap.end for gap in told):
        quoted = _QUOTES["zh"].format(unit.chinese[slice(*item)])
        message = f"{quoted} is not carried over into the English, whose list is one shorter."
        yield Hit("zh", item, message, f"[{item[0]}, {item[1]}]", "warning")


def condensed(limit: float = CONTENT_LIMITS["balanced"]) -> Check:
    """The check with the limit of ``omission.content``, below which it speaks."""

    def check(unit: Unit) -> Iterator[Hit]:
        """The target condenses the source; what is missing may be redundant or inferable.

        People agree on such losses in fewer than half of the cases, so it is only a note.
        """
        found = unit.content(unit.source)
        if not unit.pair.paired or found is None or not _CONDENSED * limit <= found.lost < limit:
            return
        hit = _hit(unit, unit.source, found, "perhaps only implied in", mild=True)
        if hit is not None:
            yield hit

    return check


def addition(limit: float = ADDITION_LIMITS["balanced"]) -> Check:
    """The check with its limit."""

    def check(unit: Unit) -> Iterator[Hit]:
        """The target says something that the source does not say.

        Wrong where the translator rightly made explicit what Chinese leaves open (subjects,
        full names, titles, explanations for foreign readers).
        """
        found = unit.content(unit.target)
        if not unit.pair.paired or found is None or found.lost < limit:
            return
        hit = _hit(unit, unit.target, found, "without a source in")
        if hit is not None:
            grave = hit.severity == "error" or hit_weight(found.gaps) >= _HEAVY
            yield Hit(
                hit.tongue, hit.span, hit.message, hit.evidence, "warning" if grave else "note"
            )

    return check


def segment(unit: Unit) -> Iterable[Hit]:
    """A segment of the source has nothing facing it.

    An error when it is a sentence with content, a note when it is a heading, a caption or
    another short line: in hand-aligned articles 5 % of the segments stand alone, rightly.
    """
    if unit.pair.target or not unit.pair.source:
        return
    text = unit.text(unit.source)
    size = _size(text, unit.source)
    ended = _SENTENCE_END.search(text) is not None
    least = (_LEAST_SENTENCE if ended else _LEAST_TEXT)[unit.source]
    severity: Severity = "error" if size >= least else "note"
    yield Hit(
        unit.source,
        (0, 0),
        f"This {_NAMES[unit.source]} text has no translation.",
        f"{size} {'characters' if unit.source == 'zh' else 'words'}",
        severity,
    )


def hit_weight(gaps: Sequence[Gap]) -> float:
    """Content of the heaviest gap."""
    return max((gap.weight for gap in gaps), default=0.0)


def _hit(
    unit: Unit, tongue: Tongue, found: Content, what: str, *, mild: bool = False
) -> Hit | None:
    """The finding over all gaps; ``mild`` ones are notes whatever they hold."""
    if not found.gaps or _abbreviated(unit.english):
        return None
    text = unit.text(tongue)
    heaviest = max(found.gaps, key=lambda gap: gap.weight)
    other: Tongue = "en" if tongue == "zh" else "zh"
    quoted = [_QUOTES[tongue].format(text[gap.start : gap.end]) for gap in shown(found.gaps)]
    more = len(found.gaps) - len(quoted)
    listing = _listing(quoted, more)
    verb = "is" if len(found.gaps) == 1 else "are"
    severity: Severity = "note"
    if not mild:
        severity = "error" if _is_grave(unit, tongue, found.gaps) else "warning"
    return Hit(
        tongue,
        (heaviest.start, heaviest.end),
        f"{listing} {verb} {what} the {_NAMES[other]}.",
        f"probability {found.lost:.2f}; "
        + ", ".join(f"[{gap.start}, {gap.end}] {gap.share:.0%}" for gap in found.gaps),
        severity,
    )


def _is_grave(unit: Unit, tongue: Tongue, gaps: Sequence[Gap]) -> bool:
    """Whether a whole sentence, a number, a name or a negation is in a gap."""
    return (
        any(gap.kind == "sentence" for gap in gaps)
        or _numbers(unit, tongue, gaps)
        or (tongue == "zh" and _names(unit, gaps))
        or _negates(unit, tongue, gaps)
    )


def _abbreviated(english: str) -> bool:
    return len(english_words(english)) <= _FEW_WORDS and _ACRONYM.search(english) is not None


def shown(gaps: Sequence[Gap]) -> list[Gap]:
    """The gaps that a message quotes: the heaviest, by place."""
    heavy = sorted(gaps, key=lambda gap: -gap.weight)[:_MOST_QUOTED]
    return sorted(heavy, key=lambda gap: gap.start)


def _listing(quoted: Sequence[str], more: int) -> str:
    if more:
        return ", ".join(quoted) + f" and {more} more"
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


def _numbers(unit: Unit, tongue: Tongue, gaps: Sequence[Gap]) -> bool:
    """Whether a number lies in a gap that the other side does not have."""
    numbers = compare(unit.chinese, unit.english)
    lost = numbers.missing_in_english if tongue == "zh" else numbers.missing_in_chinese
    return any(
        number.weight == "hard" and number.start < gap.end and gap.start < number.end
        for number in lost
        for gap in gaps
    )


def _names(unit: Unit, gaps: Sequence[Gap]) -> bool:
    """Whether a gap holds a name that the English does not give; places are too frequent."""
    return any(
        name.sure and name.kind != "place" and not rendered(name, unit.english)
        for name in chinese_names(unit.chinese)
        if any(name.start < gap.end and gap.start < name.end for gap in gaps)
    )


#: Chance from which a negation is no longer on the other side.
_LOST_NEGATION = 0.5


def _negates(unit: Unit, tongue: Tongue, gaps: Sequence[Gap]) -> bool:
    """Whether a gap holds a negation that the other side lacks, read as by ``negation.changed``."""
    found = answers(unit.chinese, unit.english)
    if found is None:
        return False
    if tongue == "zh":
        doubts = lost(unit.chinese, unit.english, found)
        starts = {number: found.sites[number].sign.start for _, number in doubts}
    else:
        doubts = added(unit.chinese, unit.english, found)
        starts = {number: found.signs[number].start for _, number in doubts}
    return any(
        chance >= _LOST_NEGATION and gap.start <= starts[number] < gap.end
        for chance, number in doubts
        for gap in gaps
    )


def _size(text: str, tongue: Tongue) -> int:
    if tongue == "en":
        return len(english_words(text))
    return sum(len(word.text) for word in chinese_words(text) if word.text[0].isalnum())


#: Others measure the length only, and so nothing here is the same check: near by purpose.
_SHORT = {"CheckMate": "TARGET_LENGTH", "Trados": "Shorter by", "pofilter": "short"}
_LONG = {"CheckMate": "TARGET_LENGTH", "Trados": "Longer by", "pofilter": "long"}

RULES = (
    Rule(
        "omission.segment",
        segment,
        "error",
        "Accuracy/Omission",
        {
            "Xbench": "Untranslated Segment",
            "CheckMate": "MISSING_TARGETSEG",
            "Trados": "Forgotten and empty translations",
            "memoQ": "empty target (3010)",
            "pofilter": "untranslated",
        },
    ),
    Rule("omission.content", content(), "warning", "Accuracy/Omission", _SHORT),
    Rule("omission.condensed", condensed(), "note", "Accuracy/Omission"),
    Rule("addition.content", addition(), "warning", "Accuracy/Addition", _LONG),
)
