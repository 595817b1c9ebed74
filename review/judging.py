"""What the checks say of pairs whose texts a reviewer changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from corpus.model import Judgement, Pair

if TYPE_CHECKING:  # heavy: imported when the first pair is judged, behind the open page
    from qa.rule import Rule
    from qa.settings import Settings
    from qa.unit import Tongue

#: Lengths are judged against the document's own ratio (``qa.coverage_lengths``), so some of its
#: pairs are judged along. With so many a document's ratio is believed by six sevenths;
#: more would make an edit wait.
CONTEXT = 60

Judging = Callable[[Sequence[Pair], Sequence[Pair]], list[Judgement]]


def judging(source: Tongue, settings: Settings, extra: Sequence[Rule] = ()) -> Judging:
    """A function that judges pairs, given the pairs of the document they belong to.

    The models are loaded when it is first called.
    """

    def judged(pairs: Sequence[Pair], document: Sequence[Pair]) -> list[Judgement]:
        from align.encoder import default_encoder
        from qa.run import judge

        together = [*pairs, *_some([pair for pair in document if pair.paired])]
        found = judge(
            together, source=source, encoder=default_encoder(),
            settings=settings, aligned=False, extra=extra,
        )  # fmt: skip
        return [one for one, _ in zip(found, pairs)]

    return judged


def _some(pairs: Sequence[Pair]) -> Sequence[Pair]:
    """Pairs from all parts of the document."""
    step = max(1, -(-len(pairs) // CONTEXT))
    return pairs[::step]
