"""Another translation of the same source, to measure a bitext against."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from corpus.errors import InputError, UsageError
from corpus.formats import format_of, read_pairs
from corpus.model import Judgement, Pair
from corpus.reading import read_text
from qa.metrics import sentence_nearness, text_nearness


class References:
    """The translations of a file, and how near the checked pairs came to them."""

    def __init__(self, path: Path, source_lang: str, target_lang: str) -> None:
        self._path = path
        self._target_lang = target_lang
        self._by_source: dict[str, str] = {}
        self._lines: list[str] | None = None
        self._compared: list[tuple[str, str]] = []
        self._pairs = 0
        try:
            format_of(str(path))
        except UsageError:  # no bitext: a line a pair
            self._lines = read_text(path).text.splitlines()
        else:
            for pair in read_pairs(path, source_lang=source_lang, target_lang=target_lang):
                # the first of several, as CAT tools keep it
                self._by_source.setdefault(_key(pair.source_text), pair.target_text)

    def lines(self, judgements: Iterable[Judgement]) -> Iterator[dict[str, Any]]:
        """The JSON of each judgement, with ``reference`` where there is one to compare with."""
        for place, judgement in enumerate(judgements):
            record = judgement.as_json()
            self._pairs += 1
            reference = self._of(judgement.pair, place)
            if reference:
                translation = judgement.pair.target_text
                self._compared.append((translation, reference))
                near = sentence_nearness(translation, reference, self._target_lang)
                record["reference"] = near.as_json()
            yield record

    def tell(self) -> None:
        """Say on stderr how near the whole text is, with the signatures of the metrics."""
        if not self._compared:
            raise InputError("has no reference for any pair", where=str(self._path))
        translations, references = zip(*self._compared)
        near, signatures = text_nearness(translations, references, self._target_lang)
        count = f"{len(self._compared)} of {self._pairs} pairs"
        print(f"duiyi: against {self._path} ({count}):", file=sys.stderr)
        for name, score, signature in zip(
            ("chrF", "BLEU", "TER"), (near.chrf, near.bleu, near.ter), signatures
        ):
            print(f"  {name:<5}{score:6.2f}  {signature}", file=sys.stderr)

    def _of(self, pair: Pair, place: int) -> str | None:
        if self._lines is None:
            return self._by_source.get(_key(pair.source_text))
        if place >= len(self._lines):
            raise InputError(
                f"has {len(self._lines)} lines, fewer than there are pairs", where=str(self._path)
            )
        return self._lines[place].strip()


def _key(source: str) -> str:
    return " ".join(source.split())
