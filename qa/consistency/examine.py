"""One run over a batch: segments by the engine, names and terms pair by pair."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import active_children, get_context
from pathlib import Path
from typing import Any

from align.wordmatch import TokenEncoder
from corpus.model import SEVERITIES, Severity
from corpus.simplified import simplified
from corpus.termbase import Term
from qa.consistency import chrf, segments
from qa.consistency.concepts import learn, widened
from qa.consistency.keys import SKETCH
from qa.consistency.model import Bitext, Departure, Entry, Place, Result
from qa.consistency.names import Names, known_names
from qa.consistency.store import SECOND, Store
from qa.consistency.termbase import Watched
from qa.consistency.terms import Terms
from qa.dismissals import Dismissals
from qa.settings import Settings
from qa.unit import Tongue

#: Pairs from which terms are learnt; beyond, about as many are taken evenly, and what was
#: learnt is looked for in all. A term must have a share of 1 in 2,000 anyway.
LEARNT = 6_000
#: The same for names, which belong to few documents: of a million pairs one in five is read, and
#: a name that comes in ten pairs is missed once in ten times, in twenty once in a hundred.
NAMES_LEARNT = 200_000

#: What a reviewer settles first: names and terms, which return in every document.
_RULES = (
    "term.forbidden", "term.missing", "name.inconsistent", "term.inconsistent",
    "consistency.target", "consistency.source",
)  # fmt: skip

#: Pairs from which names are looked for in a second process: it takes seconds to start.
BESIDE = 20_000

Told = tuple[list[Entry], list[Departure]]

#: Told what is being done, for a progress line.
Tell = Callable[[str], Any]


def examine(
    store: Store,
    *,
    source: Tongue,
    settings: Settings = Settings(),
    dismissals: Dismissals = Dismissals(),
    termbase: Sequence[Term] = (),
    encoder: TokenEncoder | None = None,
    learn_terms: bool = True,
    tell: Tell = lambda step: None,
) -> Result:
    """Everything that a batch renders in several ways."""
    with _stopping():
        return _examine(
            store, source, settings, dismissals, termbase, encoder, learn_terms, tell
        )


@contextmanager
def _stopping() -> Iterator[None]:
    """End the second process when the first one fails: nobody waits for its result."""
    before = set(active_children())
    try:
        yield
    except BaseException:
        for child in set(active_children()) - before:
            child.terminate()
        raise


def _examine(
    store: Store,
    source: Tongue,
    settings: Settings,
    dismissals: Dismissals,
    termbase: Sequence[Term],
    encoder: TokenEncoder | None,
    learn_terms: bool,
    tell: Tell,
) -> Result:
    found: list[Departure] = []
    untold = 0
    tell("names, beside the rest")
    finish_names = _names_beside(store, source)
    for side in ("target", "source"):
        rule = f"consistency.{side}"
        if settings.selects(rule):
            tell(f"one {'source' if side == 'target' else 'target'}, several {side}s")
            kept, more = segments.limited(segments.departures(store, side))
            found += kept
            untold += more
    if termbase:
        tell("term base")
        watched = Watched(termbase, source)
        for pair in bitexts(store, source):
            watched.add(pair)
        found += watched.departures()
    terms: list[Entry] = []
    if learn_terms and settings.selects("term.inconsistent"):
        tell("terms")
        terms, departing = _terms(store, source, encoder)
        found += departing
    name_entries, departing = finish_names()
    found += departing
    heard = [one for one in map(lambda one: _heard(one, settings), found) if one is not None]
    shown = [one for one in heard if not dismissals.hides(one.fingerprint)]
    return Result(
        pairs=store.pairs,
        documents=store.documents,
        departures=tuple(sorted(shown, key=_rank)),
        terms=tuple(terms),
        names=tuple(name_entries),
        dismissed=len(heard) - len(shown),
        untold=untold,
        signatures={
            "chrf": chrf.signature(),
            "near": f"indel similarity of masked texts >= {segments.NEAR:.0f} of 100,"
            f" min-hash sketch of {SKETCH}, chrF below {segments.FAR:.0f}",
            "learnt": f"names from {_share(store, NAMES_LEARNT)},"
            f" terms from {_share(store, LEARNT)}; counted in all",
        },
    )


def names_of(store: Store, source: Tongue) -> Told:
    """The table of names and what departs, pair by pair."""
    names = Names(known_names(pair.chinese for pair in learnt(store, source, NAMES_LEARNT)))
    for pair in bitexts(store, source):
        names.add(pair)
    return names.entries()


def names_of_files(folder: Path, files: Sequence[Path], source: Tongue) -> Told:
    """The same in a process of its own, which has nothing but the files."""
    with Store(folder, files) as store:
        return names_of(store, source)


def _names_beside(store: Store, source: Tongue) -> Callable[[], Told]:
    """Begin with the names, in a second process where there are many pairs; call for the end."""
    if store.pairs < BESIDE:
        return lambda: names_of(store, source)
    pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
    work = pool.submit(names_of_files, store.folder / SECOND, store.files, source)

    def finish() -> Told:
        with pool:
            return work.result()

    return finish


def _terms(
    store: Store, source: Tongue, encoder: TokenEncoder | None
) -> tuple[list[Entry], list[Departure]]:
    pairs = list(learnt(store, source, LEARNT))
    concepts = learn(pairs, known_names(pair.chinese for pair in pairs), encoder)
    terms = Terms(concepts)
    for pair in bitexts(store, source):
        terms.add(pair)
    wider = widened(concepts, terms.unrendered, encoder)
    if wider is not None:
        terms.widen(wider)
        for pair in bitexts(store, source):
            terms.add(pair)
    return terms.entries()


def bitexts(store: Store, source: Tongue, where: str = "true") -> Iterator[Bitext]:
    """The pairs in their order with the texts told apart by language, the Chinese in
    simplified characters: 劉華 is 刘华."""
    chinese, english = ("source", "target") if source == "zh" else ("target", "source")
    columns = f"{chinese}, {english}, doc, place, line"
    for zh, en, doc, place, line in store.in_order(columns, where):
        yield Bitext(simplified(zh), en, Place(doc, place, line))


def learnt(store: Store, source: Tongue, most: int) -> Iterator[Bitext]:
    """At most so many pairs, evenly taken, each text once."""
    step = _step(store, most)
    seen: set[int] = set()
    for pair in bitexts(store, source, f"number % {step} = 0"):
        known = hash(pair[:2])
        if known not in seen:
            seen.add(known)
            yield pair


def _step(store: Store, most: int) -> int:
    return max(1, -(-store.pairs // most))


def _share(store: Store, most: int) -> str:
    step = _step(store, most)
    return "all pairs" if step == 1 else f"one pair in {step}"


def _heard(departure: Departure, settings: Settings) -> Departure | None:
    if not settings.selects(departure.rule):
        return None
    severity: Severity | None = settings.severity(departure.rule, departure.severity)
    return None if severity is None else replace(departure, severity=severity)


def _rank(departure: Departure) -> tuple[int, int, int]:
    """The gravest first, then by rule, then what concerns most pairs; the rest as found."""
    rule = _RULES.index(departure.rule)
    return SEVERITIES.index(departure.severity), rule, -departure.proposal.count
