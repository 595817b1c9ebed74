from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import InputError, UsageError
from corpus.model import Judgement
from qa.dismissals import read_ignore
from qa.summary import summarise
from review.dismissed import IgnoreFile
from review.document import Conflict, Document
from tests.review.sample import walk, write_folder


@pytest.fixture
def document(tmp_path: Path) -> Document:
    return opened(write_folder(tmp_path, [walk()]))


def opened(folder: Path) -> Document:
    """The walk, as another start of the program reads it."""
    return Document(folder, summarise(*walk()), IgnoreFile(folder / "duiyi-ignore.tsv"))


def row(document: Document, place: int) -> tuple[str, str]:
    """What a window says of the row at a place."""
    one = document.picture.shown[place]
    return one.slug, one.key


def states(document: Document) -> str:
    """The rows' states by their first letters."""
    return "".join(one.row.review[0] for one in document.picture.shown)


def test_sentences_come_back_from_the_lines(document: Document) -> None:
    first = document.picture.shown[0].row.pair
    assert [one.text for one in first.source] == ["雨停了。", "我们出门。"]
    assert (first.type, first.properties) == ("2-2", {})


def test_a_decision_outlives_the_program(document: Document) -> None:
    assert document.decide("accept", [row(document, 0), row(document, 4)]) == "1"
    assert document.decide("reject", [row(document, 3)]) == "4"
    assert states(document) == "auura"
    assert states(opened(document.folder)) == "auura"
    assert document.picture.counts == {"accepted": 2, "undecided": 2, "rejected": 1}


def test_what_is_so_already_is_no_decision(document: Document) -> None:
    document.decide("accept", [row(document, 0)])
    document.decide("accept", [row(document, 0), row(document, 1)])
    document.decide("accept", [row(document, 0)])
    assert [len(one.pairs) for one in document.ledger.decisions] == [1, 1]


def test_undo_and_redo_one_after_the_other(document: Document) -> None:
    document.decide("accept", [row(document, 0)])
    document.decide("merge", [row(document, 3), row(document, 4)])
    assert document.picture.shown[3].slug == "4-5"
    back = document.undo()
    assert back is not None and (back[0].kind, back[1]) == ("merge", "4")
    document.undo()
    assert (states(document), document.undo()) == ("uuuuu", None)
    document.redo()
    again = document.redo()
    assert again is not None and document.meant(again[0]).kind == "merge"
    assert [one.slug for one in document.picture.shown] == ["1", "2", "3", "4-5"]
    assert (states(document), document.redo()) == ("auuu", None)
    document.undo()
    document.decide("reject", [row(document, 4)])
    assert document.redo() is None  # something else was decided since
    assert states(opened(document.folder)) == "auuur"


def test_a_window_that_shows_an_old_pair_is_told(document: Document) -> None:
    old = row(document, 1)
    new = ("路很滑。", "The path was slippery.")
    document.decide("edit", [old], texts=new)
    with pytest.raises(Conflict):
        document.decide("accept", [old])
    assert document.shown([row(document, 1)])[0].row.texts == new


@pytest.mark.parametrize(
    ("kind", "places", "more", "what"),
    [
        ("merge", (0, 2), {}, "only neighbours can be put together"),
        ("merge", (1, 0), {}, "only neighbours can be put together"),
        ("edit", (0,), {"texts": ("", "")}, "both texts are empty"),
        ("edit", (0,), {"texts": ("雨停了。", "")}, "a text is empty"),
        ("split", (0,), {"cut": (0, 0)}, "one of the two pairs would be empty"),
        ("split", (2,), {"cut": (6, 0)}, "one of the two pairs would be empty"),
        ("move", (0, 1), {"cut": (99, 99)}, "one of the two pairs would be empty"),
    ],
)
def test_what_makes_no_sense_is_refused_and_not_saved(
    document: Document, kind: str, places: tuple[int, ...], more: dict[str, object], what: str
) -> None:
    with pytest.raises(UsageError, match=what):
        about = [row(document, at) for at in places]
        document.decide(kind, about, **more)  # type: ignore[arg-type]
    assert document.ledger.decisions == []


def test_what_the_file_would_not_give_back_is_refused(document: Document) -> None:
    with pytest.raises(InputError):
        document.decide("split", [row(document, 0)])
    with pytest.raises(InputError):
        document.decide("edit", [row(document, 0), row(document, 1)], texts=("a", "b"))
    assert not document.ledger.path.exists()


def test_dismissing_a_finding_and_taking_it_back(document: Document, tmp_path: Path) -> None:
    def found() -> list[str]:
        judgement = document.picture.shown[4].judgement
        return [one.rule for one in judgement.findings] if judgement else []

    document.dismiss(*row(document, 4), 1, "three is the hour")
    assert found() == ["omission.content"]
    assert list(read_ignore(tmp_path / "duiyi-ignore.tsv").values()) == ["three is the hour"]
    assert found() == ["omission.content"]
    document.undo()
    assert found() == ["number.missing", "omission.content"]
    assert read_ignore(tmp_path / "duiyi-ignore.tsv") == {}
    document.redo()
    assert found() == ["omission.content"]
    with pytest.raises(Conflict):
        document.dismiss(*row(document, 4), 2, "not there")


def test_a_changed_pair_waits_for_the_checks(document: Document) -> None:
    document.decide("merge", [row(document, 1), row(document, 2)])
    assert [pair.source_text for pair in document.pending()] == ["路很滑。他没有带伞。"]
    assert document.picture.pending == 1
    [pair] = document.pending()
    document.learn([Judgement(pair, 0.7, 0.4, 0.1)])
    judgement = document.picture.shown[1].judgement
    assert judgement is not None and judgement.score == 0.7
    assert document.pending() == []


def test_text_that_was_judged_before_is_not_judged_again(document: Document) -> None:
    document.decide("split", [row(document, 0)], cut=(4, 18))
    document.decide("merge", [row(document, 0), row(document, 1)])
    assert document.pending() == []


def test_the_memory_is_out_of_date_until_it_is_written(document: Document) -> None:
    document.decide("accept", [row(document, 0)])
    assert document.picture.units is None
    document.write()
    assert document.picture.units == 1
    document.decide("reject", [row(document, 0)])
    assert document.picture.units is None


def test_a_new_run_keeps_decisions_and_tells_what_lapsed(document: Document) -> None:
    document.decide("accept", [row(document, 0)])
    document.decide("edit", [row(document, 1)], texts=("路很滑。", "The path was slippery."))
    document.decide("accept", [row(document, 4)])
    alignment, judgements = walk()
    # the other run has another translation of the last sentence
    last = judgements[4]
    other = replace(last.pair.target[0], text="At three we were there.")
    judgements[4] = Judgement(replace(last.pair, target=(other,)), 0.8, 0.6, 0.0)
    write_folder(document.folder, [(alignment, judgements)])
    again = opened(document.folder)
    assert states(again) == "aeuuu"
    assert [(one.decision.kind, one.pair.target) for one in again.picture.lapsed] == [
        ("accept", "At three we came to the river, and the water was high."),
    ]


def test_a_folder_that_lost_its_lines(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        opened(tmp_path)
    assert str(error.value) == (
        f"{tmp_path}/walk.pairs.jsonl: cannot read: No such file or directory"
        " (run duiyi align again)"
    )
