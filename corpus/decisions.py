"""What a reviewer decides about the pairs of a document, as one JSON object a line.

A decision names its pairs by their texts, so it outlives a new run and another alignment.
Lines are only ever added: to take a decision back is another decision.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal, get_args

from corpus.errors import InputError
from corpus.pairs_lines import json_line

Kind = Literal[
    "accept", "reject", "reopen", "edit", "merge", "split", "move", "dismiss", "include", "undo"
]
KINDS: tuple[Kind, ...] = get_args(Kind)

#: How many pairs a kind names; the others any number from one up.
_PAIRS: dict[Kind, int] = {
    "edit": 1, "merge": 2, "split": 1, "move": 2, "dismiss": 1, "include": 0, "undo": 0,
}


@dataclass(frozen=True, slots=True)
class PairTexts:
    """A pair named by its texts."""

    source: str
    target: str
    #: 0-based place among the document's pairs with the same two texts
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A finding that a reviewer holds for wrong."""

    #: as in ``duiyi-ignore.tsv``
    fingerprint: str
    rule: str
    #: the words that it marks
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One step of a review."""

    #: from 1 up in its file: what an undo names
    number: int
    kind: Kind
    #: when, as TMX writes it: 20261123T031500Z
    when: str = ""
    #: the pairs as they stood: two neighbours for merge and move
    pairs: tuple[PairTexts, ...] = ()
    #: edit: the texts as they shall be
    texts: tuple[str, str] | None = None
    #: split and move: offsets into the joined source and target where the second pair begins
    cut: tuple[int, int] | None = None
    dismissal: Dismissal | None = None
    #: include: whether undecided pairs go into the memory too
    undecided: bool = False
    #: undo: the number of the decision taken back
    undoes: int = 0

    def line(self) -> str:
        """The decision as JSON, without the line feed."""
        record: dict[str, Any] = {"number": self.number, "kind": self.kind}
        if self.when:
            record["when"] = self.when
        if self.pairs:
            record["pairs"] = [_pair_record(pair) for pair in self.pairs]
        if self.texts is not None:
            record["texts"] = list(self.texts)
        if self.cut is not None:
            record["cut"] = list(self.cut)
        if self.dismissal is not None:
            one = self.dismissal
            record["finding"] = {
                "fingerprint": one.fingerprint, "rule": one.rule, "text": one.text,
            }
            record["reason"] = one.reason
        if self.kind == "include":
            record["undecided"] = self.undecided
        if self.kind == "undo":
            record["undoes"] = self.undoes
        return json_line(record)


def read_decision(line: str, where: str) -> Decision:
    """The decision of a line; InputError if it is none."""
    try:
        return _decision(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(
            "not a decision of duiyi review", where=where,
            hint="mend the line or remove it; the decisions after it still hold",
        ) from error


def live(decisions: list[Decision]) -> list[Decision]:
    """The decisions that were not taken back, in their order, without any undo."""
    taken_back: set[int] = set()
    # from the last up: an undo that was itself taken back takes nothing back
    for decision in reversed(decisions):
        if decision.kind == "undo" and decision.number not in taken_back:
            taken_back.add(decision.undoes)
    return [
        decision
        for decision in decisions
        if decision.kind != "undo" and decision.number not in taken_back
    ]


def _pair_record(pair: PairTexts) -> dict[str, Any]:
    record: dict[str, Any] = {"source": pair.source, "target": pair.target}
    return record | ({"nth": pair.nth} if pair.nth else {})


def _decision(record: dict[str, Any]) -> Decision:
    kind = KINDS[KINDS.index(record["kind"])]
    pairs = tuple(
        PairTexts(_text(one["source"]), _text(one["target"]), _whole(one.get("nth", 0)))
        for one in record.get("pairs", [])
    )
    if len(pairs) != _PAIRS.get(kind, max(1, len(pairs))):
        raise ValueError(f"{kind} of {len(pairs)} pairs")
    return Decision(
        number=_whole(record["number"]),
        kind=kind,
        when=_text(record.get("when", "")),
        pairs=pairs,
        texts=_two(record["texts"], _text) if kind == "edit" else None,
        cut=_two(record["cut"], _whole) if kind in ("split", "move") else None,
        dismissal=_dismissal(record) if kind == "dismiss" else None,
        undecided=record["undecided"] is True if kind == "include" else False,
        undoes=_whole(record["undoes"]) if kind == "undo" else 0,
    )


def _dismissal(record: dict[str, Any]) -> Dismissal:
    finding = record["finding"]
    return Dismissal(
        _text(finding["fingerprint"]),
        _text(finding["rule"]),
        _text(finding["text"]),
        _text(record["reason"]),
    )


def _two(values: Any, check: Any) -> Any:
    first, second = values
    return check(first), check(second)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is wanted")
    return value


def _whole(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise TypeError("a whole number is wanted")
    return value
