from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.folder import occupied
from cli.main import run
from review import serve
from review.clerk import Clerk
from review.folder import Folder
from tests.review.sample import walk, write_folder

ACCEPT = (
    '{"number": 1, "kind": "accept", "pairs": '
    '[{"source": "路很滑。", "target": "The road was slippery."}]}\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "out", [walk()])


def serving(monkeypatch: pytest.MonkeyPatch, finished: bool) -> list[Folder]:
    """A server that ends at once; the folders that it was given."""
    given: list[Folder] = []

    def served(
        folder: Folder, clerk: Clerk, *, port: int, version: str, tell: Callable[[str], None]
    ) -> bool:
        given.append(folder)
        tell(f"http://127.0.0.1:{port}/x/")
        return finished

    monkeypatch.setattr(serve, "serve", served)
    return given


def test_the_address_is_data_and_the_rest_is_talk(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    serving(monkeypatch, finished=True)
    assert run(["review", str(folder), "--port", "8123"]) == 0
    told = capsys.readouterr()
    assert told.out == "http://127.0.0.1:8123/x/\n"
    assert told.err == "duiyi: open this address in a browser; Ctrl-C ends the review\n"


def test_a_review_that_was_interrupted(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    serving(monkeypatch, finished=False)
    assert run(["review", str(folder)]) == 130
    assert capsys.readouterr().err.endswith("duiyi: interrupted; what was finished is kept\n")


def test_dismissals_go_where_align_looks_for_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    given = serving(monkeypatch, finished=True)
    monkeypatch.chdir(tmp_path)
    run(["review", str(folder)])
    (tmp_path / "seeds").mkdir()
    beside = tmp_path / "seeds" / "duiyi-ignore.tsv"
    beside.touch()
    run(["review", str(folder)])
    named = tmp_path / "mine.tsv"
    named.touch()
    run(["review", str(folder), "--ignore", str(named)])
    chosen = [one.ignored.path.resolve() for one in given]
    assert chosen == [folder / "duiyi-ignore.tsv", beside, named]


@pytest.mark.parametrize("made", [True, False])
def test_a_folder_without_results(
    tmp_path: Path, made: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty"
    if made:
        empty.mkdir()
    assert run(["review", str(empty)]) == 2
    assert capsys.readouterr().err == (
        f"duiyi: {empty}: no results of duiyi align here (duiyi align FILE -o FOLDER makes one)\n"
    )
    assert empty.exists() == made
    assert not list(tmp_path.rglob(".duiyi.lock"))


def test_two_on_one_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with occupied(folder):
        assert run(["review", str(folder)]) == 2
    assert capsys.readouterr().err == (
        f"duiyi: {folder}: another run or review is at work here (one at a time: end it first)\n"
    )


def test_decisions_that_cannot_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "walk.decisions.jsonl").write_text(ACCEPT + "yes\n", encoding="utf-8")
    assert run(["review", str(folder), "--write"]) == 2
    assert "walk.decisions.jsonl:2: not a decision of duiyi review" in capsys.readouterr().err


def test_writing_the_memories_without_a_page(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "walk.decisions.jsonl").write_text(ACCEPT + '{"number": 2, "ki', encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert run(["review", str(folder), "--write"]) == 0
    assert capsys.readouterr() == (
        "",
        "duiyi: walk.decisions.jsonl: its last line was cut off before it was saved,"
        " and is left out\nduiyi: walk.reviewed.tmx: 1 pair\n",
    )
    assert {path: path.read_bytes() for path in before} == before
    assert sorted(path.name for path in set(folder.iterdir()) - set(before)) == [
        ".duiyi.lock", "walk.reviewed.pairs.jsonl", "walk.reviewed.tmx",
    ]


def test_without_decisions_there_is_nothing_to_write(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["review", str(folder), "--write"]) == 0
    assert capsys.readouterr().err == (
        f"duiyi: {folder}: nothing was decided here yet, so there is nothing to write\n"
    )
    assert not list(folder.glob("*.reviewed.*"))


def test_the_web_server_is_loaded_only_for_a_page() -> None:
    program = "import sys, cli.main, cli.review; print('flask' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout == "False\n"
