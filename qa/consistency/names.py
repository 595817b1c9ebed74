"""How a batch writes the names of people and places, and where it writes one otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from corpus.foreign import FOREIGN
from corpus.longest_match import LongestMatch
from corpus.names import Name, chinese_names
from qa.consistency.model import PLACES, Bitext, Departure, Entry, Place, Variant
from qa.consistency.name_departures import departures_of
from qa.consistency.name_renderings import Rendering, render

#: Letters that two forms of a place name share at the least: Belgium, Belgian.
_SHARED = 4

#: What the name of an organisation ends in.
_ORGANISATION = re.compile("(?:组织|[局部委院会社署厅司处办所校厂行]|中心|大学|公司|集团|银行|法院)$")
#: A country as an adjective comes after the noun when both are as frequent.
_ADJECTIVE = re.compile(r"(?:an|ese|ish|ch|i)$")
#: What makes a name that was found the beginning of another one: Liu Hua-min, Liu Huaqing.
_GOES_ON = re.compile(r"[^\W\d_]|[-’'](?!s\b)[^\W\d_]|\s[A-Z][a-z]")
#: 五月 is May to the dictionary, and so is capitalised.
_CALENDAR = re.compile("(?:[正腊]|十?[一二三四五六七八九十])月|(?:星期|周|礼拜)[一二三四五六日天]")
_TITLES = ("Mr.", "Ms.", "Mrs.", "Dr.", "Mr", "Ms")


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
            departures.extend(departures_of(entry))
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


def _whole(spelled: Iterable[tuple[str, ...]]) -> set[tuple[str, ...]]:
    return {parts for parts in spelled if len(parts) > 1}


def _commonest(counter: Counter[str]) -> str:
    return min(counter, key=lambda text: (-counter[text], text))


def _rank(record: _Record) -> tuple[int, str]:
    return -record.count, record.name.text


def _order(place: Place) -> tuple[str, int]:
    return place.doc, place.index
