from __future__ import annotations

from multiprocessing import active_children
from pathlib import Path

import pytest

from qa.consistency import examine as examined
from qa.consistency.lines import lines
from qa.consistency.store import Store, Text
from qa.settings import Settings

PAIRS = [
    ("刘华指出，价值已超过79.4万亿美元。", "Ms. Liu Hua said it surpassed $79.4 trillion."),
    ("刘华说，会议很重要。", "Liu Hwa said the meeting mattered."),
    ("目录", "Contents"),
    ("目录", "Table of contents"),
]


def told(tmp_path: Path, settings: Settings = Settings()) -> list[str]:
    with Store(tmp_path / "work") as store:
        store.load(Text("d", place, 1, zh, en) for place, (zh, en) in enumerate(PAIRS))
        result = examined.examine(store, source="zh", settings=settings, learn_terms=False)
        return list(lines(result))


def test_a_second_process_gives_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = told(tmp_path)
    assert len(here) == 4  # the run, a name, a segment, the table's one name
    monkeypatch.setattr(examined, "BESIDE", 1)
    assert told(tmp_path) == here
    assert not (tmp_path / "work").exists()


def test_settings_set_severities_and_skip(tmp_path: Path) -> None:
    settings = Settings(skip=("consistency",), severities={"name.*": "error"})
    _, finding, _ = told(tmp_path, settings)
    assert '"rule": "name.inconsistent", "severity": "error"' in finding


def test_a_failure_ends_the_second_process_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(examined, "BESIDE", 1)
    monkeypatch.setattr(examined.segments, "departures", broken)
    with pytest.raises(MemoryError):
        told(tmp_path)
    for child in active_children():
        child.join(20)
    assert active_children() == []
    with Store(tmp_path / "work") as store:  # the next run clears what is left
        store.load([])
    assert not (tmp_path / "work").exists()
