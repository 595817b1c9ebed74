from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import InputError
from qa.consistency import store as stored
from qa.consistency.store import Store, Text

TEXTS = [
    Text("a", 0, 1, '他说:"好,\n走吧"', "He said, \"Let's go\\N\""),
    Text("a", 1, 2, "目录", "Contents"),
    Text("b", 0, 1, "2023", "2023"),
]


def test_any_text_comes_back_as_it_was(tmp_path: Path) -> None:
    with Store(tmp_path / "work") as store:
        store.load(TEXTS)
        query = "SELECT doc, place, line, source, target FROM pairs ORDER BY number"
        assert [Text(*row) for row in store.rows(query)] == TEXTS
        assert (store.pairs, store.documents) == (3, 2)


def test_several_files_are_one_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "CHUNK", 1)
    monkeypatch.setattr(stored, "CHUNKS_A_FILE", 2)
    with Store(tmp_path / "work") as store:
        store.load(TEXTS)
        assert len(store.files) == 2
        assert store.one("SELECT count(*) FROM pairs") == (3,)
        assert len(store.export(tmp_path / "kept")) == 2
    with Store(tmp_path / "again") as store:
        store.load([], sorted((tmp_path / "kept").iterdir()))
        assert store.one("SELECT source FROM pairs WHERE number = 1") == ("目录",)


def test_other_processes_give_the_same_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "CHUNK", 1)
    monkeypatch.setattr(stored, "BESIDE", 1)
    with Store(tmp_path / "work") as store:
        store.load(TEXTS)
        query = "SELECT doc, place, line, source, target FROM pairs ORDER BY number"
        assert [Text(*row) for row in store.rows(query)] == TEXTS


def test_no_pairs_at_all(tmp_path: Path) -> None:
    with Store(tmp_path / "work") as store:
        store.load([])
        assert store.pairs == 0


def test_files_of_others_in_the_folder_stay(tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    (work / "mine.txt").touch()
    (work / "pairs-00000.parquet").touch()  # of a run that was killed
    with Store(work) as store:
        store.load(TEXTS)
    assert [path.name for path in work.iterdir()] == ["mine.txt"]


def test_parquet_without_pairs_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.parquet"
    path.write_bytes(b"no parquet")
    with Store(tmp_path / "work") as store, pytest.raises(InputError, match="Parquet"):
        store.load([], [path])
