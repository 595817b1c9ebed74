from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.errors import OutputError
from corpus.model import Finding, Judgement, Layout
from qa.dismissals import read_ignore
from review.ledger import Ledger
from tests.qa.sample import Builder
from tests.review.sample import walk, write_folder
from tests.review.site import Window


@pytest.fixture
def window(tmp_path: Path) -> Window:
    return Window(write_folder(tmp_path, [walk()]))


def test_a_decision_is_answered_with_what_has_changed(window: Window) -> None:
    told = window.decide("accept", [0]).json
    assert told is not None
    assert (told["message"], told["focus"], told["version"]) == ("Pair 1: accepted.", "1", 2)
    assert list(told["rows"]) == ["1"] and 'data-state="accepted"' in told["rows"]["1"]
    assert told["order"] is None
    assert (told["progress"]["accepted"], told["progress"]["undecided"]) == (1, 4)


def test_it_is_on_disk_before_the_window_hears_of_it(window: Window, tmp_path: Path) -> None:
    window.decide("accept", [0])
    [line] = (tmp_path / "walk.decisions.jsonl").read_text(encoding="utf-8").splitlines()
    record = json.loads(line)
    assert record["kind"] == "accept"
    assert record["pairs"] == [
        {"source": "雨停了。我们出门。", "target": "The rain stopped. We went out."}
    ]
    assert len(record["when"]) == len("20261123T031500Z")


def test_merging_gives_the_new_order(window: Window) -> None:
    told = window.decide("merge", [3, 4]).json
    assert told is not None
    assert told["order"] == ["1", "2", "3", "4-5"]
    assert list(told["rows"]) == ["4-5"] and told["focus"] == "4-5"
    assert "checking" in told["rows"]["4-5"]
    document = window.folder.document(1)
    assert document is not None
    window.clerk.work(document)
    told = window.get(f"1/changes?since={window.version}").json
    assert told is not None and "0.50" in told["rows"]["4-5"]
    assert (told["progress"]["pending"], told["order"]) == (0, None)


def test_a_line_break_between_chinese_characters_leaves_nothing(window: Window) -> None:
    window.decide("edit", [0], texts=["雨\n停了。\n我们走吧。", "The rain stopped.\nWe left."])
    document = window.folder.document(1)
    assert document is not None
    texts = document.picture.shown[0].row.texts
    assert texts == ("雨停了。我们走吧。", "The rain stopped. We left.")


def test_an_edit_is_one_line_and_leaves_the_other_text_as_it_was(window: Window) -> None:
    window.decide("edit", [0], texts=["雨停了。我们出门。", " It stopped\r\nraining.\tWe left. "])
    document = window.folder.document(1)
    assert document is not None
    one = document.picture.shown[0].row
    assert one.texts == ("雨停了。我们出门。", "It stopped raining. We left.")
    assert window.get(f"1/texts?row=1&key={window.rows()[0][1]}").json == list(one.texts)


def test_splitting_and_moving_at_the_places_that_are_offered(window: Window) -> None:
    slug, key = window.rows()[0]
    page = window.get(f"1/cuts?row={slug}&key={key}").text
    assert 'name="source" value="4" checked' in page
    assert 'name="target" value="18" checked' in page
    told = window.decide("split", [0], cut=[4, 18]).json
    assert told is not None and told["order"][:2] == ["1a", "1b"]
    slug, key = window.rows()[1]
    page = window.get(f"1/cuts?row={slug}&key={key}&next").text
    assert 'name="source" value="5" checked' in page and "Move the boundary" in page
    told = window.decide("move", [1, 2], cut=[0, 13]).json
    assert told is not None and told["order"][:3] == ["1a", "1b", "1–2".replace("–", "-")]


def test_dismissing_undoing_and_redoing(window: Window, tmp_path: Path) -> None:
    told = window.decide("dismiss", [4], finding=1, reason="the hour").json
    assert told is not None and told["message"] == "Finding dismissed in 5."
    assert list(read_ignore(tmp_path / "duiyi-ignore.tsv").values()) == ["the hour"]
    told = window.decide("undo").json
    assert told is not None
    assert (told["message"], told["focus"]) == ("Undone: finding dismissed.", "5")
    told = window.decide("redo").json
    assert told is not None and told["message"] == "Done again: finding dismissed."
    told = window.decide("redo").json
    assert told is not None and told["message"] == "Nothing to redo."


def test_accepting_many_is_one_decision(window: Window, tmp_path: Path) -> None:
    told = window.decide("accept", [0, 1, 3]).json
    assert told is not None and told["message"] == "3 pairs accepted."
    assert len(Ledger(tmp_path / "walk.decisions.jsonl").decisions) == 1
    told = window.decide("undo").json
    assert told is not None and told["message"] == "Undone: accepted (3 pairs)."


def test_what_the_memory_holds(window: Window) -> None:
    told = window.decide("include", undecided=True).json
    assert told is not None
    assert told["message"] == "The memory holds accepted and undecided pairs."
    assert told["progress"]["include_undecided"] is True


def test_an_older_window_is_told_and_shown_what_changed(window: Window) -> None:
    old = window.rows()[1]
    window.decide("merge", [0, 1])
    answer = window.post("1/decide", {"kind": "accept", "rows": [old], "version": 1})
    assert answer.status_code == 409 and answer.json is not None
    assert answer.json["message"] == (
        "This pair was changed in another window: here it is as it stands."
    )
    assert answer.json["order"] == ["1-2", "3", "4", "5"]
    forgotten = window.get("1/changes?since=77").json
    assert forgotten is not None and forgotten["reload"] is True


@pytest.mark.parametrize(
    "body",
    [
        {"kind": "accept", "version": 1},
        {"kind": "approve", "rows": [["1", "x"]], "version": 1},
        {"rows": [], "version": 1},
        {"kind": "undo", "rows": []},
        {"kind": "dismiss", "rows": [], "version": 1},
        [],
        "undo",
    ],
)
def test_what_the_page_would_not_send(window: Window, body: object) -> None:
    assert window.post("1/decide", body).status_code == 400
    document = window.folder.document(1)
    assert document is not None and document.ledger.decisions == []


def test_what_cannot_be_saved_is_told(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Ledger, decision: object) -> None:
        raise OutputError("cannot write: No space left on device", where="walk.decisions.jsonl")

    monkeypatch.setattr(Ledger, "add", full)
    answer = window.decide("accept", [0])
    assert (answer.status_code, answer.json) == (
        500, {"message": "walk.decisions.jsonl: cannot write: No space left on device"}
    )


def test_documents_that_are_not_there(window: Window) -> None:
    assert window.get("2/").status_code == 404
    assert window.get("0/").status_code == 404


def test_a_document_that_cannot_be_read_is_a_page(window: Window, tmp_path: Path) -> None:
    (tmp_path / "walk.pairs.jsonl").write_text("{", encoding="utf-8")
    answer = window.get("1/")
    assert answer.status_code == 500
    assert "walk.pairs.jsonl:1" in answer.text and "All documents" in answer.text


def test_finishing_ends_the_server(tmp_path: Path) -> None:
    ended: list[bool] = []
    window = Window(write_folder(tmp_path, [walk()]), lambda: ended.append(True))
    window.clerk.start()
    window.decide("accept", [0])
    told = window.post("finish", {}).json
    assert told == {
        "message": "The memories are written. The review has ended; you can close this window."
    }
    assert (ended, (tmp_path / "walk.reviewed.tmx").exists()) == ([True], True)


def test_finishing_tells_what_could_not_be_written(tmp_path: Path) -> None:
    window = Window(write_folder(tmp_path, [walk()]))
    document = window.folder.document(1)
    assert document is not None
    document.tell("walk.reviewed.tmx: cannot write: No space left on device")
    told = window.post("finish", {}).json
    assert told is not None and told["message"].startswith("walk.reviewed.tmx: cannot write: No")


def test_hostile_text_is_text_everywhere(tmp_path: Path) -> None:
    hostile = "</textarea><script>alert(1)</script>\N{RIGHT-TO-LEFT OVERRIDE}反\ud800"
    made = Builder(hostile + "\nBad.", 'a<b>&"c')
    mark = Finding("custom.1", "error", "<img src=x>", "source", (0, 11), "<i>", "<MQM>")
    made.add(hostile, "Bad.", findings=(mark,))
    alignment = made.alignment(Layout("interleaved", "<b>"), (), "x")
    window = Window(write_folder(tmp_path, [(alignment, made.judgements)]))
    slug, key = window.rows()[0]
    told = window.decide("accept", [0]).json
    assert told is not None
    for page in (
        window.get("").text, window.get("1/").text, told["rows"]["1"],
        window.get(f"1/cuts?row={slug}&key={key}").text,
    ):
        assert "<script>alert" not in page
        assert "<img" not in page and "<i>" not in page and "<b>" not in page
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in page
    assert window.get(f"1/texts?row={slug}&key={key}").json == [hostile, "Bad."]
    judged = window.folder.document(1)
    assert judged is not None and isinstance(judged.judgements[0], Judgement)


def test_nothing_is_fetched_from_elsewhere(window: Window) -> None:
    for path in ("", "1/", "review.css", "review.js"):
        page = window.get(path).text
        assert "//" not in page.replace("http://www.w3.org", "").replace("// ", "")
