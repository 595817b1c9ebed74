"""One document under review, as all windows of the page share it."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.decisions import Decision, Dismissal, Kind, live, read_decision
from corpus.errors import InputError, UsageError
from corpus.judged import TYPE, pair_of
from corpus.languages import language
from corpus.model import Judgement, Language, Pair
from corpus.pairs_lines import read_pair_lines
from qa.fingerprint import segment_fingerprint
from qa.summary import DocumentSummary
from qa.view import row_of
from review import result
from review.apply import STATES, replay
from review.dismissed import IgnoreFile
from review.ledger import SUFFIX, Ledger
from review.picture import Picture, Shown, first_change, key_of
from review.rows import Review, Row, beginning, labels, names, segment_origins

#: What align calls a document's pairs, after its name.
PAIRS = ".pairs.jsonl"

#: States that a window may still show and ask the changes since; an older one loads anew.
_REMEMBERED = 200


class Conflict(Exception):
    """The pair is no longer what the window shows: another window changed it."""


class Document:
    """Pairs, decisions and judgements of one document; every method is safe in threads."""

    def __init__(self, folder: Path, summary: DocumentSummary, ignored: IgnoreFile) -> None:
        self.folder = folder
        self.summary = summary
        self.name = summary.name
        self.languages = (summary.source_lang, summary.target_lang)
        self.lock = threading.RLock()
        self._ignored = ignored
        self.judgements = _read(folder, summary)
        self._tongues: tuple[Language, Language] = (
            language(self.languages[0]), language(self.languages[1]),
        )
        self._origins = segment_origins(self.judgements)
        self._judged: dict[tuple[str, str], Judgement] = {}
        for one in self.judgements:
            self._judged.setdefault((one.pair.source_text, one.pair.target_text), one)
        self.ledger = Ledger(folder / f"{self.name}{SUFFIX}")
        self._review = self._replayed()
        self._drawn: dict[int, Shown] = {}
        self._drawn_with: Mapping[str, str] = {}
        self._pictures: deque[Picture] = deque(maxlen=_REMEMBERED)
        self._problem = ""
        self._units: int | None = None
        self._redraw()

    @property
    def picture(self) -> Picture:
        """What the page shows now."""
        return self._pictures[-1]

    def earlier(self, version: int) -> Picture | None:
        """What the page showed at a version, if that is remembered."""
        with self.lock:
            return next((one for one in self._pictures if one.version == version), None)

    def shown(self, about: Sequence[tuple[str, str]]) -> list[Shown]:
        """The rows of these slugs and keys; Conflict if they are others by now."""
        with self.lock:
            return [self.picture.shown[place] for place in self._places(about)]

    def with_next(self, one: Shown) -> list[Shown]:
        """A row and the one after it."""
        with self.lock:
            [place] = self._places([(one.slug, one.key)])
            return list(self.picture.shown[place : place + 2])

    def decide(
        self,
        kind: Kind,
        about: Sequence[tuple[str, str]],
        *,
        when: str = "",
        texts: tuple[str, str] | None = None,
        cut: tuple[int, int] | None = None,
        undecided: bool = False,
    ) -> str:
        """Decide about rows (each slug and key) and give the slug of the row to look at.

        Raises Conflict when a row is not what the window shows, UsageError when the
        decision makes no sense, OutputError when it could not be saved.
        """
        with self.lock:
            places = self._places(about)
            rows, looked_at = self._review.rows, min(places, default=0)
            if kind in STATES:
                places = [place for place in places if rows[place].state != STATES[kind]]
            called = names(rows)
            decision = Decision(
                0, kind, when, tuple(called[place] for place in places),
                texts=texts, cut=cut, undecided=undecided,
            )
            # nothing to say where all of it is so already
            if places or kind == "include":
                self._refuse(decision, places)
                self._add(decision)
            shown = self.picture.shown
            return shown[min(looked_at, len(shown) - 1)].slug if about else ""

    def dismiss(
        self, slug: str, key: str, number: int, reason: str, when: str = ""
    ) -> str:
        """Dismiss the finding of that number (from 1, as shown) of a row."""
        with self.lock:
            [place] = self._places([(slug, key)])
            shown = self.picture.shown[place]
            if shown.judgement is None:
                raise Conflict
            notes = row_of(shown.judgement, slug, 1, *self.languages).notes
            if not 1 <= number <= len(notes):
                raise Conflict
            finding = notes[number - 1].finding
            dismissal = Dismissal(
                segment_fingerprint(shown.row.pair, finding),
                finding.rule, notes[number - 1].marked, reason,
            )
            self._ignored.add(dismissal)
            called = names(self._review.rows)[place]
            self._add(Decision(0, "dismiss", when, (called,), dismissal=dismissal))
            return slug

    def undo(self, when: str = "") -> tuple[Decision, str] | None:
        """Take back the last decision that holds; None if there is none.

        Gives it with the slug of the row to look at.
        """
        with self.lock:
            holding = live(self.ledger.decisions)
            return self._undo(holding[-1], when) if holding else None

    def redo(self, when: str = "") -> tuple[Decision, str] | None:
        """Take back the last undo, if nothing was decided since."""
        with self.lock:
            decisions = self.ledger.decisions
            undone: list[Decision] = []
            for decision in decisions:
                if decision.kind != "undo":
                    undone = []
                elif undone and decision.undoes == undone[-1].number:
                    undone.pop()
                else:
                    undone.append(decision)
            return self._undo(undone[-1], when) if undone else None

    def pending(self) -> list[Pair]:
        """Pairs that the checks have not seen, each text once."""
        with self.lock:
            wanted = {
                one.row.texts: one.row.pair
                for one in self.picture.shown
                if one.judgement is None
            }
            return list(wanted.values())

    def learn(self, judgements: Sequence[Judgement]) -> None:
        """Take what the checks say of pairs."""
        with self.lock:
            for one in judgements:
                self._judged[one.pair.source_text, one.pair.target_text] = one
            self._redraw()

    def tell(self, problem: str) -> None:
        """Show what went wrong behind the page; nothing takes it away again."""
        with self.lock:
            if problem != self._problem:
                self._problem = problem
                self._redraw()

    def write(self) -> int:
        """Write the memory as the review stands."""
        with self.lock:
            review, judged = self._review, dict(self._judged)
            told = len(self.ledger.decisions), self.picture.pending

        def heard(row: Row) -> Judgement | None:
            return self._heard(row, judged)

        written = result.write(self.folder, self.name, review, heard, self.languages)
        with self.lock:
            if told == (len(self.ledger.decisions), self.picture.pending):
                self._units = written
                self._redraw()
        return written

    def redraw(self) -> None:
        """Look again: a finding that was dismissed elsewhere goes here too."""
        with self.lock:
            self._redraw()

    def _places(self, about: Sequence[tuple[str, str]]) -> list[int]:
        shown = self.picture.shown
        places = {one.slug: place for place, one in enumerate(shown)}
        found = [places.get(slug, -1) for slug, _ in about]
        if any(place < 0 or shown[place].key != key for place, (_, key) in zip(found, about)):
            raise Conflict
        return found

    def _refuse(self, decision: Decision, places: Sequence[int]) -> None:
        kind, pairs = decision.kind, decision.pairs
        # what the file would not give back is not written into it
        read_decision(decision.line(), self.name)
        if kind in ("merge", "move") and (
            len(places) != 2 or places[1] != places[0] + 1
        ):
            raise UsageError("only neighbours can be put together")
        if decision.texts is not None:
            if not any(decision.texts):
                raise UsageError("both texts are empty", hint="reject the pair instead")
            for old, new in zip((pairs[0].source, pairs[0].target), decision.texts):
                if old and not new:
                    raise UsageError("a text is empty", hint="reject the pair instead")
        if decision.cut is not None:
            after = replay(self._review, [decision], self._tongues).rows
            if len(after) != len(self._review.rows) + (kind == "split"):
                raise UsageError("one of the two pairs would be empty")

    def _undo(self, decision: Decision, when: str) -> tuple[Decision, str]:
        before = self.picture.shown
        self._add(Decision(0, "undo", when, undoes=decision.number))
        holding = live(self.ledger.decisions)
        meant = self.meant(decision)
        if meant.dismissal is not None:
            if meant in holding:
                self._ignored.add(meant.dismissal)
            else:
                self._ignored.remove(meant.dismissal.fingerprint)
            self._redraw()
        return decision, first_change(before, self.picture.shown)

    def meant(self, decision: Decision) -> Decision:
        """The decision, or where it is an undo, the one that it took back."""
        by_number = {one.number: one for one in self.ledger.decisions}
        while decision.kind == "undo" and decision.undoes in by_number:
            decision = by_number[decision.undoes]
        return decision

    def _add(self, decision: Decision) -> None:
        numbered = self.ledger.add(decision)
        self._units = None
        if numbered.kind == "undo":
            self._review = self._replayed()
        else:
            self._review = replay(self._review, [numbered], self._tongues)
        self._redraw()

    def _replayed(self) -> Review:
        return replay(beginning(self.judgements), live(self.ledger.decisions), self._tongues)

    def _heard(
        self, row: Row, judged: Mapping[tuple[str, str], Judgement]
    ) -> Judgement | None:
        judgement = row.judgement or judged.get(row.texts)
        if judgement is None:
            return None
        return self._ignored.heard(replace(judgement, pair=row.pair))

    def _redraw(self) -> None:
        # most rows are the same objects as before: 3,000 pairs are drawn in a few milliseconds
        same = self._drawn_with is self._ignored.reasons
        rows = self._review.rows
        drawn: dict[int, Shown] = {}
        for label, row in zip(labels(rows, self._origins), rows):
            old = self._drawn.get(id(row))
            if old is None or old.row is not row or old.judgement is None or not same:
                old = Shown(label, row, self._heard(row, self._judged), key_of(row))
            drawn[id(row)] = old if old.label == label else replace(old, label=label)
        self._drawn, self._drawn_with = drawn, self._ignored.reasons
        shown = tuple(drawn[id(row)] for row in rows)
        version = self._pictures[-1].version + 1 if self._pictures else 1
        self._pictures.append(
            Picture(
                version, shown, self._review.include_undecided, self._review.lapsed,
                self._problem, self._units,
            )
        )


def _read(folder: Path, summary: DocumentSummary) -> list[Judgement]:
    """What align wrote about a document; InputError if that cannot be read."""
    path = folder / f"{summary.name}{PAIRS}"
    try:
        with path.open("rb") as stream:
            items = list(
                read_pair_lines(
                    stream, str(path),
                    source_lang=summary.source_lang, target_lang=summary.target_lang,
                )
            )
    except OSError as error:
        raise InputError(
            f"cannot read: {error.strerror or error}", where=str(path),
            hint="run duiyi align again",
        ) from error
    found = []
    for item in items:
        pair = pair_of(item)
        properties = {key: value for key, value in pair.properties.items() if key != TYPE}
        pair = replace(pair, properties=properties)
        judged = item if isinstance(item, Judgement) else Judgement(pair, pair.score, 0.0, 0.0)
        found.append(replace(judged, pair=pair))
    return found
