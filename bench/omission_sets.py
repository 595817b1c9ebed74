"""Pairs to fit and measure omission on: labelled by people, and with content cut out.

From DIR: ``qa/demetr-dev.jsonl``, ``qa/mqm-ted.jsonl``, ``qa/mqm-news2021.jsonl`` (their
segments alone, and runs of them as paragraphs) and the hand-aligned ``academic`` and
``mac-dev``. Cutting is random with a fixed seed.
"""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.clauses import chinese_clauses, english_clauses
from corpus.lexicon import CHINESE_FUNCTION_WORDS, FUNCTION_WORDS
from corpus.words import chinese_words

#: Articles: what the share of false alarms is counted on.
ARTICLES = (
    "academic", "academic paragraphs", "news2021 clean", "news2021 paragraphs", "demetr clean"
)  # fmt: skip

_SEED = 7
#: Right pairs taken from each set, so that no genre decides alone.
_RIGHT = {
    "mac": 350,
    "academic": 350,
    "mac paragraphs": 150,
    "academic paragraphs": 150,
    "demetr clean": 120,
    "ted clean": 200,
    "news2021 clean": 200,
}
#: Paragraphs taken from the labelled sets: runs of segments of one document and translator.
_RUNS = {"ted": 150, "news2021": 300}
#: Labels that speak against such a run; what is only translated wrongly may stay.
_WHOLE = ("omission", "addition", "untranslated", "non_translation")
#: Pairs without an omission label taken from each labelled set; all labelled ones are.
_UNLABELLED = 1000
_PHENOMENA = re.compile(r"_id(?:33|10|21|22|23|24|25|6|7|8|9|5)_")
_STOP = re.compile(r"[.!?。！？][\"”’)\]』」）]*\s*$")
_CLEAN = ("omission", "addition", "mistranslation", "untranslated", "non_translation")


#: document, Chinese and English lines (or the other way round)
_Bead = tuple[str, list[str], list[str]]
#: set, group, Chinese and English parts
_Right = tuple[str, str, list[str], list[str]]


@dataclass(frozen=True, slots=True)
class Sample:
    """One pair with what is known of it."""

    set: str
    #: "right", "mismatch", "human", a DEMETR phenomenon, or what was cut: "clause-en"
    kind: str
    chinese: str
    english: str
    #: samples of one group are never on both sides of a cross-validation
    group: str
    #: place of the pair it was made from
    right: int = -1
    #: what was cut out, or the text of the other language that has lost its counterpart
    lost: str = ""
    #: people's verdict on omission and on addition: None if they disagree
    omission: bool | None = None
    addition: bool | None = None
    #: at least six characters lost
    long: bool = False


def samples(data: Path) -> list[Sample]:
    """All samples in a fixed order."""
    chance = random.Random(_SEED)
    found = [*_human(data, chance)]
    for good, bad in _demetr(data):
        found.append(good)
        found.append(Sample(*bad, right=len(found) - 1))
    places = _plant(_rights(data, chance), chance, found)
    for place, after in zip(places, [*places[1:], places[0]]):
        other = chance.choice(places) if place % 2 else after
        one, two = found[place], found[other]
        if one.set == two.set and place != other:
            found.append(Sample(one.set, "mismatch", one.chinese, two.english, one.group, place))
    _plant(_runs(data, random.Random(_SEED)), random.Random(_SEED), found, skip=("word", "phrase"))
    return found


def _plant(
    rights: Sequence[_Right],
    chance: random.Random,
    found: list[Sample],
    skip: Sequence[str] = (),
) -> list[int]:
    """Add right pairs and what can be cut out of them; the places of the right pairs."""
    places = []
    for name, group, chinese, english in rights:
        place = len(found)
        places.append(place)
        right = Sample(name, "right", "".join(chinese), " ".join(english), group, place)
        found.append(right)
        for kind, left, second, lost in _cuts(chinese, english, chance):
            if left and second and kind.split("-")[0] not in skip:
                found.append(Sample(name, kind, left, second, group, place, lost))
    return places


def beads(folder: Path) -> Iterator[_Bead]:
    """(name, source lines, target lines) of a hand-aligned set."""
    for gold in sorted((folder / "gold").glob("*.align")):
        sides = [
            (folder / side / gold.stem).read_text(encoding="utf-8").split("\n")
            for side in ("src", "tgt")
        ]
        for line in gold.read_text(encoding="utf-8").splitlines():
            if not line.strip():
                continue
            first, second = (json.loads(part) for part in line.split(":")[:2])
            yield gold.stem, [sides[0][i] for i in first], [sides[1][i] for i in second]


def _lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _human(data: Path, chance: random.Random) -> Iterator[Sample]:
    for name in ("ted", "news2021"):
        rows = _lines(data / "qa" / f"mqm-{name}.jsonl")
        chance.shuffle(rows)
        unlabelled = 0
        for row in rows:
            spans: list[list[object]] = row["spans"]  # type: ignore[assignment]
            lost = [span for span in spans if span[0] == "omission" and span[2] == "zh"]
            added = [span for span in spans if span[0] == "addition"]
            unlabelled += not lost
            if not lost and unlabelled > _UNLABELLED:
                continue
            raters = int(row["n_raters"])  # type: ignore[call-overload]
            yield Sample(
                name,
                "human",
                str(row["zh"]),
                str(row["en"]),
                _document(row),
                omission=_verdict(lost, raters),
                addition=_verdict(added, raters),
                long=any(int(s[4]) - int(s[3]) >= 6 for s in lost),  # type: ignore[call-overload]
            )


def _verdict(spans: Sequence[list[object]], raters: int) -> bool | None:
    if not spans:
        return False
    most = len({span[6] for span in spans}) * 2 > raters
    return True if most or any(span[1] == "major" for span in spans) else None


def _demetr(data: Path) -> Iterator[tuple[Sample, tuple[str, str, str, str, str]]]:
    for row in _lines(data / "qa" / "demetr-dev.jsonl"):
        kind = str(row["phenomenon"])
        if _PHENOMENA.search(kind):
            chinese = str(row["zh"])
            yield (
                Sample("demetr", "good", chinese, str(row["good"]), chinese),
                ("demetr", kind, chinese, str(row["bad"]), chinese),
            )


def others(data: Path, found: Sequence[Sample]) -> list[Sample]:
    """The right pairs of the hand-aligned sets that are no samples: their words teach as well."""
    known = {(sample.chinese, sample.english) for sample in found}
    return [
        Sample(name, "right", chinese, english, group)
        for name, rows in _hand_aligned(data)
        for _, group, (chinese,), (english,) in _single(name, rows)
        if (chinese, english) not in known
    ]


def _hand_aligned(data: Path) -> Iterator[tuple[str, list[_Bead]]]:
    """The name and the beads of each hand-aligned set, Chinese first."""
    yield "mac", list(beads(data / "mac-dev"))
    yield "academic", [(doc, right, left) for doc, left, right in beads(data / "academic")]


def _single(name: str, rows: Sequence[_Bead]) -> Iterator[_Right]:
    """Each bead with both sides alone."""
    for number, (doc, chinese, english) in enumerate(rows):
        if chinese and english:
            yield name, _chapter(name, doc, number), ["".join(chinese)], [_joined(english)]


def _chapter(name: str, doc: str, number: int) -> str:
    """The group of a bead: a book's chapter; the academic set is one text, cut in pieces."""
    return f"{name} {doc if name == 'mac' else number // 40}"


def _rights(data: Path, chance: random.Random) -> list[_Right]:
    found: list[_Right] = []
    for name, rows in _hand_aligned(data):
        found.extend(_single(name, rows))
        found.extend(_paragraphs(name, rows, chance))
    for row in _lines(data / "qa" / "demetr-dev.jsonl"):
        for key in ("good", "reference"):
            right = ("demetr clean", str(row["zh"]), [str(row["zh"])], [str(row[key])])
            if right not in found:
                found.append(right)
    for name in ("ted", "news2021"):
        rows_of = _lines(data / "qa" / f"mqm-{name}.jsonl")
        seen: set[str] = set()
        for row in rows_of:
            label: dict[str, str] = row["label"]  # type: ignore[assignment]
            if str(row["zh"]) not in seen and all(label[key] == "none" for key in _CLEAN):
                seen.add(str(row["zh"]))
                sides = [str(row["zh"])], [str(row["en"])]
                found.append((f"{name} clean", _document(row), *sides))
    chance.shuffle(found)
    left = dict(_RIGHT)
    kept = []
    for right in found:
        left[right[0]] -= 1
        if left[right[0]] >= 0:
            kept.append(right)
    return kept


def _paragraphs(
    name: str, rows: Sequence[_Bead], chance: random.Random
) -> Iterator[_Right]:
    """Runs of two to six beads, joined."""
    place = 0
    while place < len(rows):
        doc = rows[place][0]
        run = [row for row in rows[place : place + chance.randint(2, 6)] if row[0] == doc]
        group = _chapter(name, doc, place)
        place += len(run)
        if len(run) > 1 and all(chinese and english for _, chinese, english in run):
            yield (
                f"{name} paragraphs",
                group,
                ["".join(chinese) for _, chinese, _ in run],
                [_joined(english) for _, _, english in run],
            )


def _runs(data: Path, chance: random.Random) -> list[_Right]:
    """Runs of two to six segments of the labelled sets, joined: another two kinds of texts."""
    found: list[_Right] = []
    for name, most in _RUNS.items():
        texts: dict[str, dict[int, dict[str, object]]] = defaultdict(dict)
        for row in _lines(data / "qa" / f"mqm-{name}.jsonl"):
            text, number = str(row["id"]).rsplit(":", 1)
            texts[text][int(number)] = row
        runs: list[_Right] = []
        for text in sorted(texts):
            numbers = sorted(texts[text])
            while numbers:
                size = chance.randint(2, 6)
                run, numbers = numbers[:size], numbers[size:]
                rows = [texts[text][number] for number in run]
                if len(run) < 2 or run[-1] - run[0] >= len(run) or not all(map(_whole, rows)):
                    continue
                sides = [[str(row[side]).strip() for row in rows] for side in ("zh", "en")]
                runs.append((f"{name} paragraphs", _document(rows[0]), *sides))
        found.extend(chance.sample(runs, min(most, len(runs))))
    return found


def _whole(row: dict[str, object]) -> bool:
    label: dict[str, str] = row["label"]  # type: ignore[assignment]
    return all(label[key] == "none" for key in _WHOLE)


def _document(row: dict[str, object]) -> str:
    """The document of a labelled segment: ted2021:DIDI-NLP:talk.2:84 is of talk.2."""
    return str(row["id"]).rsplit(":", 2)[1]


def _joined(lines: Sequence[str]) -> str:
    return " ".join(line.strip() for line in lines if line.strip())


def _cuts(
    chinese: list[str], english: list[str], chance: random.Random
) -> Iterator[tuple[str, str, str, str]]:
    """(kind, Chinese, English, what lost its counterpart), one of each kind that fits."""
    left, right = "".join(chinese), " ".join(english)
    count = len(english)
    if count > 1:
        cut = chance.randrange(count)
        yield "sentence-en", left, " ".join(english[:cut] + english[cut + 1 :]), chinese[cut]
        cut = chance.randrange(count)
        yield "sentence-zh", "".join(chinese[:cut] + chinese[cut + 1 :]), right, english[cut]
    if count > 2:
        kept = sorted(chance.sample(range(count), count // 2))
        yield "half-en", left, " ".join(english[place] for place in kept), ""
        yield "half-zh", "".join(chinese[place] for place in kept), right, ""
    clauses = english_clauses(right)
    long = [span for span in clauses if len(right[slice(*span)].split()) >= 4]
    if len(clauses) > 1 and long:
        start, end = chance.choice(long)
        rest = _without(_stopped(right, start, end), start, end)
        rest = re.sub(r"[,;:]\s*$", ".", rest)
        yield "clause-en", left, rest[:1].upper() + rest[1:], right[start:end]
    clauses = chinese_clauses(left)
    long = [span for span in clauses if span[1] - span[0] >= 6]
    if len(clauses) > 1 and long:
        start, end = chance.choice(long)
        whole = _stopped(left, start, end)
        rest = re.sub(r"[，,；：、]\s*$", "。", whole[:start] + whole[end:])
        yield "clause-zh", rest, right, left[start:end]
    words = [match.span() for match in re.finditer(r"\S+", right)]
    if len(words) >= 8:
        size = chance.randint(3, 5)
        first = chance.randrange(len(words) - size)
        start, end = words[first][0], words[first + size - 1][1]
        yield "phrase-en", left, _without(right, start, end), right[start:end]
        content = [
            (start, end)
            for start, end in words
            if end - start > 3 and right[start:end].strip(".,").lower() not in FUNCTION_WORDS
        ]
        if content:
            start, end = chance.choice(content)
            yield "word-en", left, _without(right, start, end), right[start:end]
    cells = chinese_words(left)
    if len(cells) >= 8:
        size = chance.randint(2, 4)
        first = chance.randrange(len(cells) - size)
        start, end = cells[first].start, cells[first + size - 1].end
        yield "phrase-zh", left[:start] + left[end:], right, left[start:end]
        content = [
            (cell.start, cell.end)
            for cell in cells
            if len(cell.text) > 1 and cell.text not in CHINESE_FUNCTION_WORDS
        ]
        if content:
            start, end = chance.choice(content)
            yield "word-zh", left[:start] + left[end:], right, left[start:end]


def _stopped(text: str, start: int, end: int) -> str:
    """The text with a stop before the cut, where the cut takes the end of a sentence with it.

    A translator who leaves out the end of a sentence still ends it; places stay as they are.
    """
    before = text[:start].rstrip()
    stop = _STOP.search(text[start:end])
    if not stop or not before or _STOP.search(before) or before[-1] not in ",;:，；：、":
        return text
    return f"{before[:-1]}{stop[0][0]}{text[len(before) :]}"


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start].rstrip()} {text[end:].lstrip()}".strip()
