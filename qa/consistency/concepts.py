"""The terms of a batch, learnt from its pairs: each with its renderings, the best one first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from align.wordmatch import TokenEncoder
from corpus.phrases import find, is_acronym
from corpus.words import english_words
from qa.consistency.acronyms import Acronyms, acronyms, spells
from qa.consistency.candidates import SHORTEST, Candidate, candidates
from qa.consistency.meanings import SMALL, Key, meaning, says, sort_of, turned
from qa.consistency.model import Bitext
from qa.consistency.projection import Projection, by_term, project

#: Renderings of one term that are looked for.
RENDERINGS = 12
#: Mean similarity of the term's words to a rendering that comes once before it is told as a
#: departure: in right pairs, words that translate each other have a median of .73, others 0.
ALIKE = 0.40
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
                same = says(meaning(key, known), best)
                same = same and not turned(source, key, mine[0], known)
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
        same = says(meanings[key], main) and not turned(term.text, key, best, known)
        if same or met[key] >= MET and (counts[key] > 1 or alike[key] >= ALIKE):
            renderings.append(Rendering(key, texts[key], same))
    renderings.sort(key=lambda one: (one.key != best, not one.same))
    content = sum(word not in SMALL for word in best)
    sort = sort_of(term.text)
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
        if key[0] in known and any(says(meaning(key, known), other) for other in said):
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
        content = sum(word not in SMALL for word in key)
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
