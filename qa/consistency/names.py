"""How a batch writes the names of people and places, and where it writes one otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from rapidfuzz import fuzz

from corpus.foreign import FOREIGN
from corpus.gazetteer import english_words
from corpus.longest_match import LongestMatch
from corpus.names import Name, chinese_names
from corpus.people import surname_of
from corpus.pinyin import folded, spellings
from corpus.renderings import latin_names, rendered
from corpus.words import pinyin
from qa.consistency.model import Departure, Entry, Place, Variant

#: Places kept of a variant; all are counted.
PLACES = 20

#: Letters that two forms of a place name share at the least: Belgium, Belgian.
_SHARED = 4

#: What the name of an organisation ends in.
_ORGANISATION = re.compile("(?:组织|[局部委院会社署厅司处办所校厂行]|中心|大学|公司|集团|银行|法院)$")
#: A country as an adjective comes after the noun when both are as frequent.
_ADJECTIVE = re.compile(r"(?:an|ese|ish|ch|i)$")
#: Characters of a place's name from which its English has several words: 粤港澳大湾区.
_LONG_PLACE = 5
#: Indel similarity (0 to 100) of what two spellings of a name don't share: Hua and Hwa 67,
#: Zhicheng and Chihch’eng 82, but Hua and Jian 29, and those are two people.
_LIKE = 50.0
#: The same for foreign names, which are found by ear: Salk and Salke 89, Austin and Australia 67.
_LIKE_FOREIGN = 70.0

#: What makes a name that was found the beginning of another one: Liu Hua-min, Liu Huaqing.
_GOES_ON = re.compile(r"[^\W\d_]|[-’'](?!s\b)[^\W\d_]|\s[A-Z][a-z]")
#: 五月 is May to the dictionary, and so is capitalised.
_CALENDAR = re.compile("(?:[正腊]|十?[一二三四五六七八九十])月|(?:星期|周|礼拜)[一二三四五六日天]")
#: Letters of a syllable that stands by itself: Ka and Shing, in Li Ka Shing.
_SYLLABLE = 6
_TITLES = ("Mr.", "Ms.", "Mrs.", "Dr.", "Mr", "Ms")

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$")
#: Small words inside foreign names.
_PARTICLES = frozenset("de of the von van da del la al bin di du der den ter".split())


class Bitext(NamedTuple):
    """A pair with its two texts told apart by language."""

    chinese: str
    english: str
    place: Place


class Rendering(NamedTuple):
    """A name as one English text gives it."""

    #: what stands there: "Liu Hua", "Zhi-cheng Zhang"
    text: str
    #: comparison key: parts in order of the Chinese, joined given names; "liu|hua"
    parts: tuple[str, ...]
    #: whether all parts are the pinyin of the Chinese
    spelled: bool = False


@dataclass(slots=True)
class _Record:
    """What is known of one Chinese name so far."""

    name: Name
    count: int = 0
    seen: Counter[tuple[str, ...]] = field(default_factory=Counter)
    texts: dict[tuple[str, ...], Counter[str]] = field(default_factory=dict)
    places: dict[tuple[str, ...], list[Place]] = field(default_factory=dict)
    spelled: set[tuple[str, ...]] = field(default_factory=set)
    full: dict[str, Rendering] = field(default_factory=dict)

    def add(self, rendering: Rendering, place: Place) -> None:
        parts = rendering.parts
        self.seen[parts] += 1
        self.texts.setdefault(parts, Counter())[rendering.text] += 1
        places = self.places.setdefault(parts, [])
        if len(places) < PLACES:
            places.append(place)
        if rendering.spelled:
            self.spelled.add(parts)
        if len(parts) > 1 or self.name.kind == "place":
            self.full.setdefault(rendering.text, rendering)
        elif rendering.spelled and self.name.kind == "person":
            # Ms. Liu: with a title before it, and no given name behind
            for title in _TITLES:
                self.full.setdefault(f"{title} {rendering.text}", rendering)

    def seen_in(self, english: str) -> Rendering | None:
        """A full rendering that was seen before and stands here as well: a short way past
        ``render``, which splits and folds the whole text."""
        for text, rendering in self.full.items():
            start = english.find(text)
            if start >= 0:
                end = start + len(text)
                if not english[start - 1 : start].isalpha() and not _GOES_ON.match(english, end):
                    return rendering
        return None

    def merge(self, other: _Record) -> None:
        self.count += other.count
        for parts, count in other.seen.items():
            self.seen[parts] += count
            self.texts.setdefault(parts, Counter()).update(other.texts[parts])
            places = sorted({*self.places.get(parts, []), *other.places[parts]}, key=_order)
            self.places[parts] = places[:PLACES]
        self.spelled |= other.spelled

    def variant(self, parts: tuple[str, ...]) -> Variant:
        return Variant(_commonest(self.texts[parts]), self.seen[parts], tuple(self.places[parts]))


def known_names(texts: Iterable[str]) -> dict[str, Name]:
    """The names of people and places in Chinese texts, each as it is first found.

    Organisations have translations, not sounds: they are terms.
    """
    known: dict[str, Name] = {}
    for text in texts:
        for name in chinese_names(text):
            if (
                len(name.text) > 1
                and name.kind != "organisation"
                and not _ORGANISATION.search(name.text)
                and not _CALENDAR.fullmatch(name.text)
                and (name.sure or name.kind == "person")
            ):
                known.setdefault(name.text, name)
    return known


class Names:
    """The known names of a batch, looked for pair by pair."""

    def __init__(self, known: Mapping[str, Name]) -> None:
        self.known = known
        self._matcher = LongestMatch(known)
        self._records: dict[str, _Record] = {}

    def add(self, pair: Bitext) -> None:
        """Take a pair's names with their renderings."""
        told: set[str] = set()
        lower = pair.english.lower()
        for found in self._matcher.find(pair.chinese):
            if found.text in told:
                continue
            name = self.known[found.text]
            record = self._records.get(found.text)
            seen = record.seen_in(pair.english) if record else None
            if record is not None and seen is not None:
                told.add(found.text)
                record.count += 1
                record.add(seen, pair.place)
                continue
            if record is not None and _absent(name, lower):
                told.add(found.text)
                record.count += 1
                continue
            rendering, text = render(replace(name, start=found.start, end=found.end), pair)
            if text in told:
                continue
            told.add(text)
            record = self._records.setdefault(text, _Record(name))
            record.count += 1
            if rendering is not None:
                record.add(rendering, pair.place)

    def entries(self) -> tuple[list[Entry], list[Departure]]:
        """The table of names that were rendered, the most frequent first, and what departs."""
        self._join_parts()
        entries: list[Entry] = []
        departures: list[Departure] = []
        for text, record in sorted(self._records.items(), key=lambda item: _rank(item[1])):
            if not record.seen:
                continue
            entry = _entry(text, record)
            entries.append(entry)
            departures.extend(_departures(entry))
        return entries, departures

    def _join_parts(self) -> None:
        """刘华还 beside 刘华 is the same man with the next word's first character."""
        for text in sorted(self._records, key=len, reverse=True):
            record = self._records[text]
            if record.name.kind != "person" or len(text) < 3:
                continue
            shorter = self._records.get(text[:-1])
            if shorter is None or record.spelled & _whole(record.spelled):
                continue
            if shorter.count >= record.count:
                shorter.merge(record)
                del self._records[text]


def _absent(name: Name, lower: str) -> bool:
    """Whether a place can't be in a text, since not even the beginning of a rendering is: a
    short way past ``render``. Names that are recognised by ear need the long one."""
    if name.kind != "place" or FOREIGN.fullmatch(name.text) or not name.sure:
        return False
    return not any(key[:_SHARED] in lower for key in name.renderings)


def render(name: Name, pair: Bitext) -> tuple[Rendering | None, str]:
    """The name in the pair's English, None if it is not there, and the Chinese it stands for.

    A person's Chinese may grow or shrink by a character where the English says so: 冯诣 in
    冯诣博 is Feng Yibo.
    """
    span = rendered(name, pair.english)
    if span is None:
        return None, name.text
    if name.kind == "place":
        return _place(name, pair.english, span), name.text
    words = _run(pair.english, span)
    if name.kind == "person" and surname_of(name.text):
        after = pair.chinese[name.end : name.end + 1]
        longer = name.text + after if re.match("[一-鿿]", after) and len(name.text) < 4 else ""
        for text in (name.text, longer, name.text[:-1]):
            if len(text) > 1:
                whole = _spelled(text, words)
                if whole is not None:
                    return whole, text
        return _person(name, words, pair.english, span), name.text
    return _foreign(name, words), name.text


def _run(english: str, span: tuple[int, int]) -> list[str]:
    """The words of the capitalised run that the span lies in."""
    for latin in latin_names(english):
        if latin.start < span[1] and span[0] < latin.end:
            start, end = latin.start, latin.end
            break
    else:
        start, end = span
    words = (_POSSESSIVE.sub("", word) for word in _WORD.findall(english[start:end]))
    return [word for word in words if word]


def _letters(text: str) -> str:
    return re.sub("[^a-z]", "", folded(text))


def _spelled(chinese: str, words: Sequence[str]) -> Rendering | None:
    """The stretch of words that is the whole name in pinyin or another known spelling."""
    surname = surname_of(chinese)
    given = chinese[len(surname) :]
    if not surname or not given:
        return None
    own = (pinyin(surname), pinyin(given))
    family, first = spellings(surname), spellings(given)
    keys = [_letters(word) for word in words]
    for size in (2, 3, 4):
        for start in range(len(words) - size + 1):
            for cut in (1, size - 1):
                for turned in (False, True):
                    left = "".join(keys[start : start + cut])
                    right = "".join(keys[start + cut : start + size])
                    parts = (right, left) if turned else (left, right)
                    if parts[0] in family and parts[1] in first:
                        text = " ".join(words[start : start + size])
                        return Rendering(text, _umlaut(parts, own), _umlaut(parts, own) == own)
    return None


def _umlaut(parts: tuple[str, str], own: tuple[str, str]) -> tuple[str, str]:
    """Lü, Lyu and Lv are one spelling of 吕."""
    first, second = (
        mine if "v" in mine and part in {mine.replace("v", other) for other in ("u", "yu", "v")}
        else part
        for part, mine in zip(parts, own)
    )
    return first, second


def _person(
    name: Name, words: Sequence[str], english: str, span: tuple[int, int]
) -> Rendering | None:
    """A surname with what stands beside it, or alone: Liu Hwa, Ms. Liu."""
    surname = surname_of(name.text)
    family = spellings(surname)
    hit = _letters(_POSSESSIVE.sub("", english[span[0] : span[1]]))
    for place, word in enumerate(words):
        key = _letters(word)
        if key not in family:
            continue
        beside = [
            other
            for other in (*words[place + 1 : place + 2], *words[max(0, place - 1) : place])
            if _letters(other) not in english_words() and len(_letters(other)) > 1
        ]
        syllables = words[place + 1 : place + 3]
        if len(name.text) - len(surname) == len(syllables) == 2 and _syllables(syllables):
            given = "".join(map(_letters, syllables))
            return Rendering(f"{word} {' '.join(syllables)}", (key, given))
        if not beside:
            return Rendering(word, (key,), key == pinyin(surname))
        after = place + 1 < len(words) and beside[0] == words[place + 1]
        text = f"{word} {beside[0]}" if after else f"{beside[0]} {word}"
        return Rendering(text, (key, _letters(beside[0])))
    given = pinyin(name.text[len(surname) :])
    return Rendering(english[span[0] : span[1]], (hit,), hit == given)


def _syllables(words: Sequence[str]) -> bool:
    """Whether two words are a given name in two parts: Ka Shing, but not Hua Foundation."""
    return _letters(words[-1]) not in english_words() and all(
        1 < len(_letters(word)) <= _SYLLABLE and "-" not in word for word in words
    )


def _foreign(name: Name, words: Sequence[str]) -> Rendering | None:
    kept = [
        word
        for word in words
        if _letters(word) not in english_words() or word.lower() in _PARTICLES
    ]
    while kept and kept[0].lower() in _PARTICLES - {"de", "von", "van", "da", "del", "al", "bin"}:
        kept.pop(0)
    kept = kept or list(words[:1])
    if not kept:
        return None
    return Rendering(" ".join(kept), tuple(_letters(word) for word in kept))


def _place(name: Name, english: str, span: tuple[int, int]) -> Rendering:
    if len(name.text) >= _LONG_PLACE and "·" not in name.text:
        words = _run(english, span)
        return Rendering(" ".join(words), tuple(_letters(word) for word in words))
    text = _POSSESSIVE.sub("", english[span[0] : span[1]])
    key = _letters(text)
    bare = re.sub("[市省县区州镇]$", "", name.text) if len(name.text) > 2 else name.text
    return Rendering(text, (key,), key in (pinyin(bare), pinyin(name.text)))


def _entry(text: str, record: _Record) -> Entry:
    ranked = sorted(
        record.seen,
        key=lambda parts: (
            -record.seen[parts],
            parts not in record.spelled,
            bool(_ADJECTIVE.search(parts[0])),
            parts,
        ),
    )
    best = ranked[0]
    if record.name.kind in ("person", "foreign"):
        # a full form before short ones, however frequent: Liu Hua before Ms. Liu
        full = [parts for parts in ranked if len(parts) > 1] or ranked
        full.sort(key=lambda parts: (parts not in record.spelled, -record.seen[parts], parts))
        best = max(full, key=lambda parts: record.seen[parts])  # pinyin first of equals
    shorter, others = [], []
    for parts in ranked:
        if parts == best:
            continue
        if _same(record.name, parts, best, record.spelled):
            shorter.append(record.variant(parts))
        else:
            others.append(record.variant(parts))
    return Entry(
        "name",
        text,
        (),
        record.name.kind,
        record.count,
        sum(record.seen.values()),
        record.variant(best),
        tuple(shorter),
        tuple(others),
    )


def _same(
    name: Name, parts: tuple[str, ...], best: tuple[str, ...], spelled: set[tuple[str, ...]]
) -> bool:
    """Whether a form is the best one made shorter, inflected, or another name in the lists."""
    if set(parts) <= set(best) or set(best) <= set(parts):
        return True
    if name.kind == "place":
        if best in spelled:
            shared = min(_SHARED, len(best[0]))
            return parts[0][:shared] == best[0][:shared]
        return True  # America and U.S.: the lists know both
    if name.kind == "foreign":
        short, long = sorted(("".join(parts), "".join(best)), key=len)
        return long in (short, f"{short}s", f"{short}es")  # Hottentot, Hottentots
    return False


def _departures(entry: Entry) -> Iterator[Departure]:
    for variant in entry.others:
        if not _himself(entry, variant.text):
            continue  # somebody else: for name.changed, which sees the pair
        message = (
            f"{entry.source} is {variant.text} here and {entry.best.text} in"
            f" {_times(entry.best.count)}."
        )
        yield Departure(
            "name.inconsistent", "warning", "name", entry.source, "target",
            entry.best, variant, message,
        )  # fmt: skip


def _himself(entry: Entry, text: str) -> bool:
    """Whether a rendering can be meant for the name at all, and not for one beside it."""
    if entry.sort == "place":
        return True
    words = _WORD.findall(text)
    if entry.sort == "person" and surname_of(entry.source):
        if _spelled(entry.source, words) is not None:
            return True  # Hsu Lei for 徐磊, though Xu and Hsu are hardly alike in letters
        if len(words) == 1:
            return False  # Chen beside 程鑫杰, Shenyang beside 沈敏斌
    limit = _LIKE_FOREIGN if entry.sort == "foreign" else _LIKE
    return _like(text, entry.best.text, limit)


def _like(one: str, other: str, limit: float) -> bool:
    """Whether two names can be spellings of one: what they don't share is alike in letters."""
    first, second = ([_letters(word) for word in text.split()] for text in (one, other))
    shared = set(first) & set(second)
    rest = ["".join(word for word in words if word not in shared) for words in (first, second)]
    return fuzz.ratio(*rest) >= limit if all(rest) else True


def _times(count: int) -> str:
    return "another pair" if count == 1 else f"{count} other pairs"


def _whole(spelled: Iterable[tuple[str, ...]]) -> set[tuple[str, ...]]:
    return {parts for parts in spelled if len(parts) > 1}


def _commonest(counter: Counter[str]) -> str:
    return min(counter, key=lambda text: (-counter[text], text))


def _rank(record: _Record) -> tuple[int, str]:
    return -record.count, record.name.text


def _order(place: Place) -> tuple[str, int]:
    return place.doc, place.index
