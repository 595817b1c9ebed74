"""How well an alignment agrees with a hand-made one: strict, lax, by type, unpaired.

Strict: a bead is right if the other alignment has exactly the same one. Lax (as in
vecalign's score.py, after https://aclanthology.org/W11-4624/): it is right if a
sentence of its source side and one of its target side face each other there.

Two conventions are in use for sentences that face nothing. Here every bead counts on
both sides. ``published`` leaves the unpaired ones out of recall only, as score.py and
Bertalign's evaluation do. To compare like with like, unpaired sentences count one by
one, and a sentence that one of the alignments does not mention is unpaired in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.ladders import Link


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts from which precision, recall and F1 follow; tallies of documents add up."""

    #: things that the tested alignment has, and how many of them are right
    found: int = 0
    found_right: int = 0
    #: things that the gold alignment has, and how many of them were found
    wanted: int = 0
    wanted_right: int = 0

    @property
    def precision(self) -> float:
        return self.found_right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.wanted_right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.found + other.found,
            self.found_right + other.found_right,
            self.wanted + other.wanted,
            self.wanted_right + other.wanted_right,
        )


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All that is counted for one document, or for several together."""

    #: every bead, unpaired sentences too
    strict: Tally = Tally()
    lax: Tally = Tally()
    #: unpaired sentences left out on both sides
    paired: Tally = Tally()
    #: unpaired sentences left out of recall: the figures that papers print
    published: Tally = Tally()
    published_lax: Tally = Tally()
    #: sentences that face nothing
    unpaired: Tally = Tally()
    #: "1-1", "1-2", "0-1", … to its strict tally
    types: Mapping[str, Tally] = field(default_factory=dict)

    def __add__(self, other: Evaluation) -> Evaluation:
        names = [*self.types, *(name for name in other.types if name not in self.types)]
        none = Tally()
        return Evaluation(
            self.strict + other.strict,
            self.lax + other.lax,
            self.paired + other.paired,
            self.published + other.published,
            self.published_lax + other.published_lax,
            self.unpaired + other.unpaired,
            {n: self.types.get(n, none) + other.types.get(n, none) for n in names},
        )


_Bead = tuple[tuple[int, ...], tuple[int, ...]]


def evaluate(gold: Sequence[Link], test: Sequence[Link]) -> Evaluation:
    """Count how far ``test`` agrees with ``gold``, both of the same two texts."""
    mentioned = (
        {number for link in (*gold, *test) for number in link.source},
        {number for link in (*gold, *test) for number in link.target},
    )
    wanted, found = _beads(gold, mentioned), _beads(test, mentioned)
    strict = _tally(wanted, found, wanted & found, wanted & found)
    wanted_pairs, found_pairs = _paired(wanted), _paired(found)
    right_pairs = wanted_pairs & found_pairs
    right_null = (wanted & found) - right_pairs
    lax_found = right_null | _touching(found_pairs, wanted_pairs)
    lax_wanted = _touching(wanted_pairs, found_pairs)
    wanted_null, found_null = wanted - wanted_pairs, found - found_pairs
    return Evaluation(
        strict=strict,
        lax=_tally(wanted, found, lax_wanted | right_null, lax_found),
        paired=_tally(wanted_pairs, found_pairs, right_pairs, right_pairs),
        published=_tally(wanted_pairs, found, right_pairs, wanted & found),
        published_lax=_tally(wanted_pairs, found, lax_wanted, lax_found),
        unpaired=_tally(wanted_null, found_null, right_null, right_null),
        types={
            name: _tally(of_gold, of_test, of_gold & of_test, of_gold & of_test)
            for name, of_gold, of_test in _by_type(wanted, found)
        },
    )


def total(evaluations: Iterable[Evaluation]) -> Evaluation:
    """All documents counted as one (micro average)."""
    return sum(evaluations, Evaluation())


def mean_f1(evaluations: Sequence[Evaluation]) -> float:
    """The mean of the documents' strict F1 (macro average)."""
    return sum(one.strict.f1 for one in evaluations) / len(evaluations) if evaluations else 0.0


def _beads(links: Iterable[Link], mentioned: tuple[set[int], set[int]]) -> set[_Bead]:
    """Beads as sets of numbers; of all that is mentioned, what no bead pairs stands alone."""
    beads = {
        (tuple(sorted(set(link.source))), tuple(sorted(set(link.target))))
        for link in links
        if link.paired
    }
    alone_source = mentioned[0].difference(*(source for source, _ in beads))
    alone_target = mentioned[1].difference(*(target for _, target in beads))
    beads.update(((number,), ()) for number in alone_source)
    beads.update(((), (number,)) for number in alone_target)
    return beads


def _paired(beads: set[_Bead]) -> set[_Bead]:
    return {bead for bead in beads if bead[0] and bead[1]}


def _touching(beads: set[_Bead], others: set[_Bead]) -> set[_Bead]:
    """The beads in which a source and a target sentence face each other in ``others`` too."""
    facing: dict[int, set[int]] = {}
    for source, target in others:
        for number in source:
            facing.setdefault(number, set()).update(target)
    return {
        bead
        for bead in beads
        if any(not facing.get(number, set()).isdisjoint(bead[1]) for number in bead[0])
    }


def _by_type(wanted: set[_Bead], found: set[_Bead]) -> Iterator[tuple[str, set[_Bead], set[_Bead]]]:
    shapes = sorted({(len(source), len(target)) for source, target in wanted | found})
    for shape in shapes:
        yield (
            f"{shape[0]}-{shape[1]}",
            {bead for bead in wanted if (len(bead[0]), len(bead[1])) == shape},
            {bead for bead in found if (len(bead[0]), len(bead[1])) == shape},
        )


def _tally(
    wanted: set[_Bead], found: set[_Bead], wanted_right: set[_Bead], found_right: set[_Bead]
) -> Tally:
    return Tally(len(found), len(found_right), len(wanted), len(wanted_right))
