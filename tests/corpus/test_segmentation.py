from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Block, Language
from corpus.segmentation import segments, spans

CASES = Path(__file__).parent / "cases"
LANGUAGES: tuple[Language, ...] = ("zh", "en")
#: What the rules look at, so that random texts meet them often.
ALPHABET = st.sampled_from(
    "。！？…—!?.,，：；“”‘’「」『』\"'()（）《》 \n\t\N{IDEOGRAPHIC SPACE}\N{NO-BREAK SPACE}"
    "①[]19aBUS的他说介绍克尔斯Mr"
)


@settings(deadline=None)
@given(st.text(ALPHABET, max_size=60), st.sampled_from(LANGUAGES))
def test_spans_and_gaps_rejoin_to_the_text(text: str, language: Language) -> None:
    place = 0
    for start, end in spans(text, language):
        assert place <= start < end <= len(text)
        assert text[place:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        place = end
    assert text[place:].strip() == ""


@settings(deadline=None)
@given(st.text(max_size=40), st.sampled_from((*LANGUAGES, "other")))
def test_any_text_can_be_cut(text: str, language: Language) -> None:
    pieces = [text[start:end] for start, end in spans(text, language)]
    assert "".join("".join(pieces).split()) == "".join(text.split())


def cases(language: Language) -> Iterator[object]:
    lines = (CASES / f"sentences_{language}.tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("# "):
            continue
        text, remark = line.replace("\\n", "\n").split("\t")
        wrong = pytest.mark.xfail(reason=remark) if remark.startswith("wrong:") else ()
        yield pytest.param(text, language, id=f"{language}-{number}", marks=wrong)


@pytest.mark.parametrize(("marked", "language"), [*cases("zh"), *cases("en")])
def test_a_sentence_ends_where_a_person_ends_it(marked: str, language: Language) -> None:
    text = marked.replace("|", "")
    assert [text[start:end] for start, end in spans(text, language)] == [
        piece.strip() for piece in marked.split("|")
    ]


def test_segments_keep_their_places() -> None:
    text = "标题\n\n\N{IDEOGRAPHIC SPACE}她走了。\n第二行！ 完。\nHe left. She stayed."
    middle, last = text.index("她") - 1, text.index("He")
    blocks = (
        Block(0, 2, "标题", "zh", 1),
        Block(middle, last - 1, text[middle : last - 1], "zh", 3),
        Block(last, len(text), text[last:], "en", 5),
    )
    found = segments(blocks)
    assert [s.text for s in found] == [
        "标题", "她走了。", "第二行！", "完。", "He left.", "She stayed.",
    ]
    assert [s.number for s in found] == [0, 1, 2, 3, 4, 5]
    assert [s.line for s in found] == [1, 3, 4, 4, 5, 5]
    assert [s.block for s in found] == [0, 1, 1, 1, 2, 2]
    assert [text[s.start : s.end] for s in found] == [s.text for s in found]
    assert found[-1].language == "en"


def test_nothing_in_nothing_out() -> None:
    assert spans("", "zh") == []
    assert spans(" \N{IDEOGRAPHIC SPACE}\n", "en") == []
    assert segments(()) == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("piece", "。 . … “ \" ( （ () 《 a 他 — ① 1. 他. 。）".split())
def test_a_line_of_one_repeated_piece_takes_linear_time(piece: str, language: Language) -> None:
    started = time.process_time()
    spans(piece * (200_000 if len(piece) == 1 else 40_000), language)
    assert time.process_time() - started < 10  # at most 0.5 s here; quadratic: minutes
