"""What a batch calls its terms: renderings that are one, the best of them, and departures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from align.wordmatch import TokenEncoder
from corpus.lexicon import FUNCTION_WORDS
from corpus.longest_match import LongestMatch
from corpus.people import TITLES
from corpus.phrases import find, is_acronym, phrase_key
from corpus.words import english_words, stem
from qa.consistency.acronyms import Acronyms, acronyms, expanded, spells
from qa.consistency.candidates import LEAST, SHORTEST, Candidate, candidates
from qa.consistency.model import Departure, Entry, Place, Variant
from qa.consistency.names import Bitext
from qa.consistency.projection import ORGANISATION, PAIRS, Projection, by_term, project

#: Places kept of a variant; all are counted.
PLACES = 20
#: Renderings of one term that are looked for.
RENDERINGS = 12
#: Mean similarity of the term's words to a rendering that comes once before it is told as a
#: departure: in right pairs, words that translate each other have a median of .73, others 0.
ALIKE = 0.40
#: Characters from which a departure is a warning; shorter words have more senses: 空间 is
#: space, room and Raum.
_WARNING_LENGTH = 3
#: Share of the rendered pairs that the best rendering and its forms must have before another
#: one is a departure, for long terms and for short ones. Below, the word has several senses,
#: and the table tells them.
_SETTLED, _SETTLED_SHORT = 0.55, 0.75
#: The same for titles and organisations, which have one sense: a title changed halfway has two
#: renderings of equal weight. Below a third, the renderings were badly found.
_SETTLED_NAMED = 1 / 3
#: Letters that two words of one family share at the beginning, and their part of the shorter
#: one: analysis and analytical, sovereign and sovereignty, vertex and vertices.
_FAMILY, _FAMILY_PART = 4, 0.55
#: Letters of a word that another one begins with: low and lower, Jew and Jewish.
_ROOT = 3
#: Letters of a word inside another one: antigen in autoantigen, consistent in inconsistent.
_INSIDE = 5

#: Part of the term's words that a departure must meet: particles is no rendering of 次级粒子.
MET = 0.7
#: Mean similarity below which a rendering is left out altogether, unless it comes often.
_LEAST_ALIKE = 0.25
_OFTEN = 3
#: What being met weighs that rests on nothing but meeting often, where 1 is a perfect likeness.
_UNALIKE = 0.3
#: What each content word beyond one and a half a Chinese word takes from a rendering's weight.
_SURPLUS = 0.25
#: Such words from which a rendering is a sentence's, not the term's: nothing departs from it.
_MOST_SURPLUS = 1.5

#: What a clause has and no term: enterprises were established is no rendering of 企业.
_FINITE = frozenset(
    "is are was were be been has have had will would shall should can could must".split()
)
_NUMERAL = re.compile("[一二两三四五六七八九十百千万亿]")
_SMALL = frozenset(stem(word) for word in FUNCTION_WORDS)

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rendering:
    """An English phrase for a term."""

    key: Key
    #: as it stands most often
    text: str
    #: whether it says the same as the best one: its abbreviation, a part, another order
    same: bool


@dataclass(frozen=True, slots=True)
class Concept:
    """A Chinese term, its shorter forms, and how English says it."""

    source: str
    aliases: tuple[str, ...]
    sort: str
    #: the best first, then those that say the same, then others
    renderings: tuple[Rendering, ...]
    #: whether the best one is no longer than the term: 高水平 is not high-level IP talent hubs
    sure: bool = True


def learn(
    pairs: Sequence[Bitext], names: Collection[str], encoder: TokenEncoder | None
) -> list[Concept]:
    """The terms of the pairs with their renderings, the weightiest first."""
    found = candidates((pair.chinese for pair in pairs), names)
    known = acronyms(pair.english for pair in pairs)
    projected = by_term(project(pairs, [one.text for one in found], encoder))
    clauses = {text for text, some in projected.items() if all(map(_clause, some))}
    if clauses:
        # 海关查获侵权商品 is a sentence, and it stood before 侵权商品, which is a term
        found = [one for one in found if one.text not in clauses]
        over = [pair for pair in pairs if any(text in pair.chinese for text in clauses)]
        again = by_term(project(over, [one.text for one in found], encoder))
        numbers = {pair: number for number, pair in enumerate(pairs)}
        for text, some in again.items():
            mine = projected.setdefault(text, [])
            taken = {one.pair for one in mine}
            moved = (replace(one, pair=numbers[over[one.pair]]) for one in some)
            mine.extend(one for one in moved if one.pair not in taken)
            mine.sort(key=lambda one: one.pair)
    concepts: list[Concept] = []
    for one in found:
        concept = _concept(one, projected.get(one.text, []), pairs, known)
        if concept is not None:
            concepts.append(concept)
    return _joined(concepts, known)


def _clause(one: Projection) -> bool:
    """Whether a stretch is no phrase: it has a finite verb, or a figure of the sentence."""
    if any(word in _FINITE for word in one.key):
        return True
    return any(word[0].isdigit() for word in one.key) and not _NUMERAL.search(one.term)


def widened(
    concepts: Sequence[Concept],
    unrendered: Mapping[str, Sequence[Bitext]],
    encoder: TokenEncoder | None,
) -> list[Concept] | None:
    """The concepts with what else stands for them where nothing known does; None if nothing.

    Most pairs show what a term is mostly called; only those without it can show the rest.
    """
    pairs = list(dict.fromkeys(pair for some in unrendered.values() for pair in some))
    sources = {source: one for one in concepts for source in (one.source, *one.aliases)}
    projected = by_term(project(pairs, sources, encoder))
    known = acronyms(pair.english for pair in pairs)
    found: dict[str, list[Rendering]] = {}
    for source, some in projected.items():
        concept = sources[source]
        mine = [rendering.key for rendering in concept.renderings]
        counts = Counter(one.key for one in some)
        texts = _texts(some, pairs)
        best = meaning(mine[0], known)
        for key in sorted(counts, key=lambda one: (-counts[one], one)):
            own = [one for one in some if one.key == key]
            if key in mine or _clause(own[0]):
                continue
            if max(one.met for one in own) >= MET and max(one.alike for one in own) >= ALIKE:
                same = _one(meaning(key, known), best)
                same = same and not _turned(source, key, mine[0], known)
                rendering = Rendering(key, texts[key], same)
                found.setdefault(concept.source, []).append(rendering)
    if not found:
        return None
    wider = []
    for one in concepts:
        renderings = [*one.renderings, *found.get(one.source, [])]
        first = renderings[0].key
        renderings.sort(key=lambda rendering: (rendering.key != first, not rendering.same))
        wider.append(replace(one, renderings=tuple(renderings[: 2 * RENDERINGS])))
    return wider


def _concept(
    term: Candidate, projected: Sequence[Projection], pairs: Sequence[Bitext], known: Acronyms
) -> Concept | None:
    """The classes of a term's renderings, by how many pairs have them."""
    projected = _likely(projected, known)
    texts = _texts(projected, pairs)
    chosen = _chosen(projected, pairs, term)
    counts = Counter(key for key, _ in chosen)
    if not counts:
        return None
    known = {**known, **_initials(counts, texts)}
    meanings = {key: meaning(key, known) for key in counts}
    classes: Counter[frozenset[str]] = Counter()
    for key, count in counts.items():
        classes[meanings[key]] += count
    main = min(classes, key=lambda one: (-classes[one], -len(one), sorted(one)))
    inside = [key for key in counts if meanings[key] == main]
    best = min(inside, key=lambda key: (-counts[key], len(key), key))
    spelled = known.get(best[0]) if len(best) == 1 else None
    alike: dict[Key, float] = {}
    for key, value in chosen:
        alike[key] = max(alike.get(key, 0.0), value)
    met: dict[Key, float] = {}
    for one in projected:
        met[one.key] = max(met.get(one.key, 0.0), one.met)
    renderings = [Rendering(best, texts[best], True)]
    if spelled and spelled not in counts:
        renderings.append(Rendering(spelled, _as_written(spelled, pairs), True))
    for key in sorted(counts, key=lambda one: (-counts[one], one)):
        if key == best:
            continue
        same = _one(meanings[key], main) and not _turned(term.text, key, best, known)
        if same or met[key] >= MET and (counts[key] > 1 or alike[key] >= ALIKE):
            renderings.append(Rendering(key, texts[key], same))
    renderings.sort(key=lambda one: (one.key != best, not one.same))
    content = sum(word not in _SMALL for word in best)
    sort = _sort(term.text)
    # 条法司司长 is two words, Director General of the Legal Affairs Department five
    needed = len(term.text) if sort != "term" else 1.5 * term.words + _MOST_SURPLUS
    return Concept(term.text, (), sort, tuple(renderings[:RENDERINGS]), content <= needed)


def _likely(projected: Sequence[Projection], known: Acronyms) -> list[Projection]:
    """Without clauses, and stretches that only chance brought together: alike in nothing and
    rare."""
    projected = [one for one in projected if not _clause(one)]
    counts = Counter(one.key for one in projected)
    sure = {
        one.key for one in projected if one.alike >= _LEAST_ALIKE or counts[one.key] >= _OFTEN
    }
    # an abbreviation is alike in nothing, but stands for what is: WOC for Office in China
    said = [meaning(key, known) for key in sorted(sure)]
    for key in counts:
        if key[0] in known and any(_one(meaning(key, known), other) for other in said):
            sure.add(key)
    return [one for one in projected if one.key in sure]


def _as_written(key: Key, pairs: Sequence[Bitext]) -> str:
    """A phrase as the first pair writes it that has it."""
    for pair in pairs:
        for start, end in find(key, pair.english):
            return pair.english[start:end]
    return " ".join(key)


def _texts(projected: Sequence[Projection], pairs: Sequence[Bitext]) -> dict[Key, str]:
    """Each key as it is written most often."""
    seen: dict[Key, Counter[str]] = {}
    for one in projected:
        text = " ".join(pairs[one.pair].english[one.span[0] : one.span[1]].split())
        seen.setdefault(one.key, Counter())[text] += 1
    return {
        key: min(some, key=lambda text: (-some[text], text.lower() != text, len(text), text))
        for key, some in seen.items()
    }


def _chosen(
    projected: Sequence[Projection], pairs: Sequence[Bitext], term: Candidate
) -> list[tuple[Key, float]]:
    """One key a pair: the weightiest that its English has.

    The weight of a key is the number of pairs that have it, times how much of the term it
    meets, less for words that the term does not need: talent hub, not high-level IP talent hubs.
    """
    met: dict[Key, float] = {}
    for one in projected:
        met[one.key] = max(met.get(one.key, 0.0), one.met * (_UNALIKE + max(0.0, one.alike)))
    english = [pairs[one.pair].english for one in projected]
    holds = {key: [bool(find(key, text)) for text in english] for key in met}
    weights = {}
    for key, whole in met.items():
        content = sum(word not in _SMALL for word in key)
        surplus = max(0.0, content - 1.5 * term.words)
        weights[key] = sum(holds[key]) * whole / (1 + _SURPLUS * surplus)
    ranked = sorted(met, key=lambda key: (-weights[key], -len(key), key))
    chosen: list[tuple[Key, float]] = []
    for number, one in enumerate(projected):
        key = next(key for key in ranked if key == one.key or holds[key][number])
        chosen.append((key, one.alike if key == one.key else 0.0))
    return chosen


def _initials(counts: Iterable[Key], texts: Mapping[Key, str]) -> dict[str, Key]:
    """Abbreviations that another rendering of the same term spells out."""
    keys = sorted(counts)
    found: dict[str, Key] = {}
    for short in keys:
        if len(short) == 1 and is_acronym(texts[short]):
            for long in keys:
                words = [word.text for word in english_words(texts[long])]
                if len(words) > 1 and spells(texts[short].removesuffix("s"), words):
                    found[short[0]] = long
    return found


def meaning(key: Key, known: Acronyms) -> frozenset[str]:
    """What a rendering says, for comparison: stems of its content, abbreviations written out."""
    words = expanded(key, known)
    return frozenset(word for word in words if word not in _SMALL) or frozenset(words)


def _one(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether one says the other, or part of it, in any word class: Office in China and WIPO
    Office in China, legal positivist and legal positivism."""
    few, many = sorted((first, second), key=len)
    return all(any(_related(one, other) for other in many) for one in few)


def _turned(term: str, key: Key, best: Key, known: Acronyms) -> bool:
    """Whether the name of an organisation or a title has the same words in another order:
    General Customs Administration, General Administration of Customs. For other terms, that
    is English grammar: framework of cooperation, cooperation framework."""
    if _sort(term) == "term":
        return False
    one, other = (
        [word for word in expanded(words, known) if word not in _SMALL] for words in (key, best)
    )
    return one != other and sorted(one) == sorted(other)


def _related(one: str, other: str) -> bool:
    """Whether two stems are of one family of words."""
    first, second = sorted((one.lower(), other.lower()), key=len)
    if first == second or (len(first) >= _INSIDE and first in second):
        return True
    if len(first) >= _ROOT and second.startswith(first):
        return True
    shared = 0
    while shared < len(first) and first[shared] == second[shared]:
        shared += 1
    return shared >= _FAMILY and shared >= _FAMILY_PART * len(first)


def _sort(term: str) -> str:
    if term in TITLES or term[-2:] in TITLES:
        return "title"
    if len(term) >= _WARNING_LENGTH and ORGANISATION.search(term):
        return "organisation"
    return "term"


def _joined(concepts: Sequence[Concept], known: Acronyms) -> list[Concept]:
    """A short Chinese form joins its long one: 产权组织 and 世界知识产权组织 are both WIPO."""
    by_length = sorted(concepts, key=lambda one: (-len(one.source), one.source))
    into: dict[str, str] = {}
    for short in by_length:
        for long in by_length:
            if len(long.source) > len(short.source) and long.source not in into:
                if long.source.endswith(short.source) and _same_best(short, long, known):
                    into[short.source] = long.source
                    break
    merged: list[Concept] = []
    for one in concepts:
        if one.source in into:
            continue
        shorter = [other for other in concepts if into.get(other.source) == one.source]
        merged.append(_with(one, shorter))
    return merged


def _same_best(short: Concept, long: Concept, known: Acronyms) -> bool:
    """Whether both have one best rendering, and that is a name or a phrase: of 数学模型 and
    模型, models says only what they share."""
    key = short.renderings[0].key
    first, second = meaning(key, known), meaning(long.renderings[0].key, known)
    return first == second and len(first) > 1 and len(short.source) > SHORTEST


def _with(one: Concept, shorter: Sequence[Concept]) -> Concept:
    if not shorter:
        return one
    renderings = list(one.renderings)
    for other in shorter:
        for rendering in other.renderings:
            if all(rendering.key != mine.key for mine in renderings):
                renderings.append(rendering)
    best = renderings[0].key
    renderings.sort(key=lambda rendering: (rendering.key != best, not rendering.same))
    aliases = tuple(other.source for other in shorter)
    return replace(one, aliases=aliases, renderings=tuple(renderings))


@dataclass(slots=True)
class _Count:
    pairs: int = 0
    rendered: int = 0
    seen: Counter[Key] = field(default_factory=Counter)
    places: dict[Key, list[Place]] = field(default_factory=dict)
    #: pairs without a known rendering: their turns, and the first of them whole
    turns: set[int] = field(default_factory=set)
    unrendered: list[Bitext] = field(default_factory=list)

    def add(self, key: Key, place: Place) -> None:
        self.seen[key] += 1
        some = self.places.setdefault(key, [])
        if len(some) < PLACES:
            some.append(place)


class Terms:
    """Learnt terms, counted pair by pair."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self._concepts = concepts
        self._of = {
            source: number
            for number, one in enumerate(concepts)
            for source in (one.source, *one.aliases)
        }
        self._matcher = LongestMatch(self._of)
        self._counts = [_Count() for _ in concepts]
        self._forms = _forms(concepts)
        self._turn = 0
        self._again: set[int] | None = None

    def add(self, pair: Bitext) -> None:
        """Count a pair's terms: all forms of the best rendering, or else the first other one."""
        turn, self._turn = self._turn, self._turn + 1
        if self._again is not None and turn not in self._again:
            return
        lower = pair.english.lower()
        for number in sorted({self._of[hit.text] for hit in self._matcher.find(pair.chinese)}):
            count = self._counts[number]
            if self._again is None:
                count.pairs += 1
            elif turn not in count.turns:
                continue
            forms: list[tuple[int, int]] = []
            for rendering, plain in self._forms[number]:
                places = _spans(rendering, plain, pair.english, lower)
                if not places or (forms and not rendering.same):
                    continue
                if all(_within(place, forms) for place in places):
                    continue  # Intellectual Property inside World Intellectual Property …
                forms.extend(places)
                count.add(rendering.key, pair.place)
                if not rendering.same:
                    break
            count.rendered += bool(forms)
            if forms:
                count.turns.discard(turn)
            else:
                count.turns.add(turn)
                if self._again is None and len(count.unrendered) < PAIRS:
                    count.unrendered.append(pair)

    def widen(self, concepts: Sequence[Concept]) -> None:
        """Take concepts with more renderings: the same pairs are to be added again, in their
        order, and only those count that no known rendering was in."""
        self._concepts = concepts
        self._forms = _forms(concepts)
        self._again = set().union(*(count.turns for count in self._counts))
        self._turn = 0

    @property
    def unrendered(self) -> dict[str, list[Bitext]]:
        """Pairs in which no known rendering of a term is, some of each term."""
        return {
            concept.source: count.unrendered
            for concept, count in zip(self._concepts, self._counts)
            if count.unrendered
        }

    def entries(self) -> tuple[list[Entry], list[Departure]]:
        """The table of terms that were rendered, and what departs from the best."""
        entries: list[Entry] = []
        departures: list[Departure] = []
        for concept, count in zip(self._concepts, self._counts):
            entry = _entry(concept, count)
            if entry is not None:
                entries.append(entry)
                departures.extend(_departures(entry) if concept.sure else ())
        entries.sort(key=lambda entry: (-entry.count, entry.source))
        return entries, departures


def _forms(concepts: Iterable[Concept]) -> list[list[tuple[Rendering, str]]]:
    return [
        [(rendering, rendering.text.lower()) for rendering in one.renderings] for one in concepts
    ]


def _spans(
    rendering: Rendering, plain: str, english: str, lower: str
) -> Sequence[tuple[int, int]]:
    """Where a rendering stands: as it is mostly written, by string, else by the key of each word.

    Splitting a text into words costs a hundred times what looking for a string does.
    """
    start = lower.find(plain) if len(lower) == len(english) else -1
    if start >= 0 and not lower[start - 1 : start].isalnum():
        end = start + len(plain)
        if not lower[end : end + 1].isalnum() and phrase_key(english[start:end]) == rendering.key:
            return ((start, end),)
    return find(rendering.key, english) if _possible(rendering.key, english, lower) else ()


def _possible(key: Key, english: str, lower: str) -> bool:
    """Whether a text has all that its words would begin with: studi is stud in study."""
    return all(part in english if part[0].isupper() else part[:-1] in lower for part in key)


def _within(place: tuple[int, int], forms: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in forms)


def _entry(concept: Concept, count: _Count) -> Entry | None:
    variants = {
        rendering.key: Variant(
            rendering.text, count.seen[rendering.key], tuple(count.places[rendering.key])
        )
        for rendering in concept.renderings
        if count.seen[rendering.key]
    }
    same = [one.key for one in concept.renderings if one.same and one.key in variants]
    if not same or count.rendered < LEAST:
        return None
    same.sort(key=lambda key: -variants[key].count)
    others = [one.key for one in concept.renderings if not one.same and one.key in variants]
    return Entry(
        "term",
        concept.source,
        concept.aliases,
        concept.sort,
        count.pairs,
        count.rendered,
        variants[same[0]],
        tuple(variants[key] for key in same[1:]),
        tuple(variants[key] for key in others),
    )


def _departures(entry: Entry) -> Iterator[Departure]:
    """Renderings beside the best one, where that is settled: in two pairs, and in more."""
    settled = entry.rendered - sum(variant.count for variant in entry.others)
    long = len(entry.source) >= _WARNING_LENGTH or entry.sort != "term"
    named = len(entry.source) >= _WARNING_LENGTH and entry.sort != "term"
    share = _SETTLED_NAMED if named else _SETTLED if long else _SETTLED_SHORT
    if settled < 2 or settled < entry.rendered * share:
        return
    for variant in entry.others:
        if variant.count >= settled + named:
            continue
        message = (
            f"{entry.source} is “{variant.text}” here and “{entry.best.text}” in"
            f" {entry.best.count} other {'pair' if entry.best.count == 1 else 'pairs'}."
        )
        yield Departure(
            "term.inconsistent", "warning" if long else "note", "term", entry.source, "target",
            entry.best, variant, message,
        )  # fmt: skip
