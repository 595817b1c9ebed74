"""The user's five documents, against beads that a person made (``tests/golden/*.align``)."""

from functools import cache
from pathlib import Path

import pytest

from align.documents import align_document
from align.encoder import default_encoder
from align.evaluation import evaluate
from corpus.ladders import Link, read_links
from corpus.model import Alignment
from corpus.reading import read_document

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"


@cache
def aligned(number: str) -> Alignment:
    (path,) = (ROOT / "seeds").glob(f"{number}_*.txt")
    return align_document(read_document(path), encoder=default_encoder())


@pytest.mark.parametrize("number", ["000", "003"])
def test_every_bead_is_as_a_person_made_it(number: str) -> None:
    found = [
        Link(
            tuple(segment.number for segment in pair.source),
            tuple(segment.number for segment in pair.target),
        )
        for pair in aligned(number).pairs
    ]
    assert found == read_links(GOLDEN / f"{number}.align")
    assert evaluate(read_links(GOLDEN / f"{number}.align"), found).strict.f1 == 1.0


@pytest.mark.parametrize("number", ["000", "003"])
def test_right_pairs_score_as_right(number: str) -> None:
    low = [pair.source_text for pair in aligned(number).pairs if pair.score < 0.5]
    assert low == []


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        ("000", "interleaved", "Chinese first"),
        ("001", "mixed", "not parallel"),
        ("002", "mono", "only Chinese"),
        ("003", "blocks", "the English block, then the Chinese block"),
        ("004", "mono", "only Chinese"),
    ],
)
def test_the_layout_is_stated_with_its_reason(number: str, kind: str, words: str) -> None:
    layout = aligned(number).layout
    assert layout.kind == kind
    assert words in layout.reason


@pytest.mark.parametrize("number", ["001", "002", "004"])
def test_what_is_not_parallel_has_no_pairs_and_loses_nothing(number: str) -> None:
    pairs = aligned(number).pairs
    assert not any(pair.paired for pair in pairs)
    assert len(pairs) == {"001": 40, "002": 34, "004": 629}[number]
    starts = [segment.start for pair in pairs for segment in pair.source + pair.target]
    assert starts == sorted(starts)


def test_annotations_of_the_exported_word_file_are_listed() -> None:
    kinds = [noise.kind for noise in aligned("004").noise]
    assert kinds.count("comment") == 1
    assert kinds.count("bookmark") == len(kinds) - 1 > 200
    (comment,) = (noise for noise in aligned("004").noise if noise.kind == "comment")
    assert comment.text.startswith("Comment by ToriWANG: 原文EEU和EU不是一个组织。")
