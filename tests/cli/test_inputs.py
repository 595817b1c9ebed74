from __future__ import annotations

import io
import os
import threading
from pathlib import Path

import pytest

from cli.inputs import Told, opened
from corpus.errors import InputError
from corpus.problem import Problem


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(b"abc")
    with opened(path) as stream:
        assert stream.read() == b"abc"


def test_standard_input_can_be_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(b"abc")

    monkeypatch.setattr("sys.stdin", Stdin())
    with opened("-") as stream:
        assert stream.read() == b"abc"
        stream.seek(0)
        assert stream.read() == b"abc"


def test_so_can_a_named_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(b"abc",))
    writer.start()
    with opened(path) as stream:
        writer.join()
        stream.seek(1)
        assert stream.read() == b"bc"


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no.tsv: no such file"):
        opened(tmp_path / "no.tsv")
    with pytest.raises(InputError, match="cannot be read: Is a directory"):
        opened(tmp_path)


def test_the_first_are_told_and_the_rest_counted(capsys: pytest.CaptureFixture[str]) -> None:
    told = Told("cannot be read")
    for unit in range(1, 24):
        told.at("m.tmx")(Problem("tmx.single", "no tuv in en-US", unit, line=unit + 1))
    told.end()
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "duiyi: m.tmx:2: unit 1: no tuv in en-US"
    assert len(lines) == 21
    assert lines[-1] == "duiyi: 3 more cannot be read"


def test_nothing_more_to_say(capsys: pytest.CaptureFixture[str]) -> None:
    told = Told("cannot be read")
    told.at("m.tmx")(Problem("tmx.single", "no tuv in en-US", 1))
    capsys.readouterr()
    told.end()
    assert capsys.readouterr().err == ""
