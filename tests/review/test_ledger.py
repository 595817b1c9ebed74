from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpus.decisions import Decision, PairTexts
from corpus.errors import InputError, OutputError
from review.ledger import Ledger

ACCEPT = Decision(0, "accept", "", (PairTexts("雨停了。", "The rain stopped."),))
LINE = (
    '{"number": 1, "kind": "accept", "pairs": '
    '[{"source": "雨停了。", "target": "The rain stopped."}]}\n'
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "walk.decisions.jsonl"


def test_a_decision_is_on_disk_when_it_is_added(path: Path) -> None:
    ledger = Ledger(path)
    assert not path.exists()
    assert ledger.add(ACCEPT).number == 1
    assert path.read_text(encoding="utf-8") == LINE
    assert ledger.add(ACCEPT).number == 2
    assert [one.number for one in Ledger(path).decisions] == [1, 2]


def test_a_line_that_was_cut_off_is_told_and_then_written_over(path: Path) -> None:
    path.write_bytes((LINE + '{"number": 2, "kind": "acc雨').encode()[:-1])
    ledger = Ledger(path)
    assert [one.number for one in ledger.decisions] == [1]
    assert ledger.torn == '{"number": 2, "kind": "acc\N{REPLACEMENT CHARACTER}'
    ledger.add(ACCEPT)
    assert path.read_text(encoding="utf-8") == LINE + LINE.replace(": 1", ": 2")
    assert Ledger(path).torn == ""


def test_a_broken_line_is_named(path: Path) -> None:
    path.write_text(LINE + "accepted!\n" + LINE, encoding="utf-8")
    with pytest.raises(InputError, match=r"walk\.decisions\.jsonl:2: not a decision"):
        Ledger(path)
    path.write_bytes(b"\xff\n")
    with pytest.raises(InputError, match=r"walk\.decisions\.jsonl: not UTF-8"):
        Ledger(path)


def test_what_cannot_be_saved_was_not_decided(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = Ledger(path)
    ledger.add(ACCEPT)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError) as error:
        ledger.add(ACCEPT)
    assert str(error.value) == (
        f"{path}: cannot write: No space left on device (nothing was decided)"
    )
    monkeypatch.undo()
    assert len(ledger.decisions) == 1
    ledger.add(ACCEPT)
    assert [one.number for one in Ledger(path).decisions] == [1, 2]
