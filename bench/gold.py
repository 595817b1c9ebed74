"""Hand-aligned texts given by path, and texts made from them by cutting text out.

A set is a folder with ``src/NAME``, ``tgt/NAME`` (one sentence a line) and
``gold/NAME.align``. The side with more Chinese characters is the Chinese one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from align.beads import LONGEST, MOST
from align.lattice import Ranges
from corpus.ladders import read_links

Bead = tuple[tuple[int, ...], tuple[int, ...]]

#: Longest passage that is cut out, in beads; single sentences are as frequent as the rest.
_LONGEST_CUT = 20
#: A passage is cut out of either side about every so many beads.
_CUT_EVERY = 30
#: A single bead of either side about every so many beads, where single sentences are missing.
_LONE_EVERY = 25

#: Beads of texts that are a few sentences long.
_MORSELS = 2, 3, 4, 5, 6, 8

#: Beads of a passage, when a long text is made of short ones.
_PASSAGE = 40
#: Phrases that make sentences of a long text differ.
_HEADS = (
    ("第二天早上", "the next morning"),
    ("在码头边", "down by the docks"),
    ("据邻居们说", "according to the neighbours"),
    ("三年以后", "three years later"),
    ("在他父亲的店里", "in his father's shop"),
    ("那天下着大雨", "it was raining hard that day"),
    ("临近中秋节", "close to the Mid-Autumn Festival"),
    ("老王后来回忆", "as Old Wang recalled later"),
    ("在北京的会议上", "at the meeting in Beijing"),
    ("谁也没想到", "though nobody expected it"),
    ("按照合同第九条", "under article nine of the contract"),
    ("在半山腰的庙里", "in the temple halfway up the hill"),
    ("说来也怪", "strange to say"),
    ("火车开动之前", "before the train pulled out"),
    ("据1998年的统计", "according to the figures for 1998"),
    ("当着众人的面", "in front of everybody"),
)


@dataclass(frozen=True, slots=True)
class Gold:
    """A text with its alignment by hand."""

    name: str
    chinese: tuple[str, ...]
    english: tuple[str, ...]
    beads: tuple[Bead, ...]


def read_sets(folder: Path) -> Iterator[Gold]:
    """All hand-aligned texts of the sets below a folder, in order of their names."""
    for path in sorted(folder.glob("*/gold/*.align")):
        place = path.parent.parent
        sides = [
            tuple((place / side / path.stem).read_text("utf-8").splitlines())
            for side in ("src", "tgt")
        ]
        beads = tuple((link.source, link.target) for link in read_links(path))
        if _chinese_characters(sides[0]) < _chinese_characters(sides[1]):
            sides.reverse()
            beads = tuple((target, source) for source, target in beads)
        yield Gold(f"{place.name}/{path.stem}", sides[0], sides[1], beads)


def cut(gold: Gold, seed: int, every: int = _CUT_EVERY) -> Gold:
    """The text with passages taken out of either side; what faced them becomes unpaired.

    A passage about ``every`` so many beads: 30 takes a sixth of them, 10 a third.
    """
    random = np.random.default_rng(seed)
    beads = sorted(gold.beads, key=lambda bead: (bead[0] or (-1,), bead[1] or (-1,)))
    beads = [bead for bead in beads if bead[0] and bead[1]]
    gone: tuple[set[int], set[int]] = (set(), set())
    place = int(random.integers(0, every))
    while place < len(beads):
        count = 1 if random.random() < 0.5 else int(random.integers(2, _LONGEST_CUT + 1))
        side = int(random.integers(0, 2))
        for bead in beads[place : place + count]:
            gone[side].update(bead[side])
        place += count + int(random.integers(5, 2 * every))
    return _without(gold, gone, f"{gold.name} cut {seed}")


def lone(gold: Gold, seed: int, every: int = _LONE_EVERY) -> Gold:
    """The text with one bead's sentences taken out of either side about every so many beads.

    A translator who overlooks a sentence leaves such a text: what faced it stands alone among
    pairs.
    """
    random = np.random.default_rng(seed)
    beads = sorted(bead for bead in gold.beads if bead[0] and bead[1])
    gone: tuple[set[int], set[int]] = (set(), set())
    place = int(random.integers(0, every))
    while place < len(beads):
        side = int(random.integers(0, 2))
        gone[side].update(beads[place][side])
        place += int(random.integers(every // 2, every * 3 // 2))
    return _without(gold, gone, f"{gold.name} lone {seed}")


def _without(gold: Gold, gone: tuple[set[int], set[int]], name: str) -> Gold:
    """The text without some sentences of either side; what faced only them is unpaired."""
    kept = [
        [number for number in range(len(texts)) if number not in lost]
        for texts, lost in zip((gold.chinese, gold.english), gone)
    ]
    places = [{number: place for place, number in enumerate(numbers)} for numbers in kept]
    links = [
        tuple(
            tuple(places[side][number] for number in bead[side] if number in places[side])
            for side in (0, 1)
        )
        for bead in gold.beads
    ]
    single: list[Bead] = []
    for source, target in links:
        if source and target:
            single.append((source, target))
        else:
            single += [((number,), ()) for number in source]
            single += [((), (number,)) for number in target]
    return Gold(
        name,
        tuple(gold.chinese[number] for number in kept[0]),
        tuple(gold.english[number] for number in kept[1]),
        tuple(single),
    )


def unrelated(one: Gold, other: Gold, size: int) -> Gold:
    """The Chinese beginning of one text against the English end of another: no pairs."""
    chinese, english = one.chinese[:size], other.english[-size:]
    beads: list[Bead] = [((number,), ()) for number in range(len(chinese))]
    beads += [((), (number,)) for number in range(len(english))]
    return Gold(f"{one.name} against {other.name}", chinese, english, tuple(beads))


def morsels(gold: Gold, every: int, apart: int) -> Iterator[Gold]:
    """Texts of one pair, and of a few: right, lacking half of a side, and wrong ones.

    Wrong is what stood ``apart`` beads from each other. A heading faced by a heading is a
    document of its own to the aligner; so is a note of four sentences.
    """
    beads = sorted(bead for bead in gold.beads if bead[0] and bead[1])
    for turn, place in enumerate(range(0, len(beads) - apart, every)):
        for size in (1, _MORSELS[turn % len(_MORSELS)]):
            near, far = (beads[start : start + size] for start in (place, place + apart))
            name = f"{gold.name} morsel {place} of {size}"
            yield _excerpt(gold, f"{name} right", near, near)
            if size > 1:
                half = near[: (size + 1) // 2]
                sides = (near, half) if turn % 2 else (half, near)
                yield _excerpt(gold, f"{name} half", *sides)
            yield _excerpt(gold, f"{name} wrong", near, far)


def _excerpt(gold: Gold, name: str, source: Sequence[Bead], target: Sequence[Bead]) -> Gold:
    """The Chinese of some beads against the English of the same, of fewer or of others."""
    numbers = [[n for bead in source for n in bead[0]], [n for bead in target for n in bead[1]]]
    places = [{number: place for place, number in enumerate(side)} for side in numbers]
    beads: list[Bead] = [
        (tuple(places[0][n] for n in bead[0]), tuple(places[1][n] for n in bead[1]))
        for bead in source
        if bead in target
    ]
    paired = [{place for bead in beads for place in bead[side]} for side in (0, 1)]
    beads += [((place,), ()) for place in range(len(numbers[0])) if place not in paired[0]]
    beads += [((), (place,)) for place in range(len(numbers[1])) if place not in paired[1]]
    return Gold(
        name,
        tuple(gold.chinese[number] for number in numbers[0]),
        tuple(gold.english[number] for number in numbers[1]),
        tuple(beads),
    )


def grown(texts: Sequence[Gold], sentences: int) -> Gold:
    """A text of so many Chinese sentences (up to a passage more), made of all texts.

    They are cut into passages, which come over and over, in another order in each round; from
    the second round on every other bead begins with a phrase of its own on both sides. So no
    two stretches are equal, as in a real text of that length.
    """
    random = np.random.default_rng(sentences)
    chinese: list[str] = []
    english: list[str] = []
    beads: list[Bead] = []
    passages = [part for text in texts for part in _passages(text)]
    rounds = 0
    while len(chinese) < sentences:
        for place in random.permutation(len(passages)).tolist():
            if len(chinese) >= sentences:
                break
            for own, other in passages[place]:
                source, target = list(own), list(other)
                if rounds and source and target and random.random() < 0.5:
                    heads = [_HEADS[int(random.integers(len(_HEADS)))] for _ in range(2)]
                    source[0] = f"{heads[0][0]}，{heads[1][0]}，{source[0]}"
                    target[0] = f"{heads[0][1]}, {heads[1][1]}, {target[0]}"
                beads.append(
                    (
                        tuple(range(len(chinese), len(chinese) + len(source))),
                        tuple(range(len(english), len(english) + len(target))),
                    )
                )
                chinese += source
                english += target
        rounds += 1
    return Gold(f"grown to {sentences}", tuple(chinese), tuple(english), tuple(beads))


def _passages(gold: Gold) -> Iterator[list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """The texts of the beads of a ladder, some forty at a time."""
    steps = [
        (gold.chinese[slice(*source)], gold.english[slice(*target)])
        for source, target in ladder(gold)
    ]
    for start in range(0, len(steps), _PASSAGE):
        yield steps[start : start + _PASSAGE]


def ladder(gold: Gold) -> list[Ranges]:
    """The alignment as a ladder: crossing beads left out, gaps filled with unpaired sentences.

    A bead larger than any that the aligner makes is taken apart in the middle.
    """
    end: Bead = ((len(gold.chinese),), (len(gold.english),))
    rungs: list[Ranges] = []
    i = j = 0
    for source, target in [*sorted(bead for bead in gold.beads if bead[0] and bead[1]), end]:
        a, b, c, d = min(source), max(source) + 1, min(target), max(target) + 1
        if a < i or c < j:
            continue
        rungs += [((k, k + 1), (j, j)) for k in range(i, a)]
        rungs += [((a, a), (k, k + 1)) for k in range(j, c)]
        if (source, target) != end:
            rungs += _fitting((a, b), (c, d))
        i, j = b, d
    return rungs


def beads_of(ranges: Sequence[Ranges]) -> set[Bead]:
    """A ladder as sets of sentence numbers: what is counted."""
    return {(tuple(range(*source)), tuple(range(*target))) for source, target in ranges}


def _fitting(source: tuple[int, int], target: tuple[int, int]) -> list[Ranges]:
    sizes = source[1] - source[0], target[1] - target[0]
    if sum(sizes) <= MOST and max(sizes) <= LONGEST:
        return [(source, target)]
    if min(sizes) == 1:
        # one against seven: the last ones stay unpaired
        keep = (source[0], source[0] + min(sizes[0], LONGEST)), (
            target[0],
            target[0] + min(sizes[1], LONGEST),
        )
        rest: list[Ranges] = [((k, k + 1), (keep[1][1],) * 2) for k in range(keep[0][1], source[1])]
        rest += [((source[1],) * 2, (k, k + 1)) for k in range(keep[1][1], target[1])]
        return [keep, *rest]
    middle = source[0] + sizes[0] // 2, target[0] + sizes[1] // 2
    return [
        *_fitting((source[0], middle[0]), (target[0], middle[1])),
        *_fitting((middle[0], source[1]), (middle[1], target[1])),
    ]


def _chinese_characters(texts: Sequence[str]) -> int:
    return sum("\u4e00" <= letter <= "\u9fff" for text in texts for letter in text)
