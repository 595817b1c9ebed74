"""The server as its own program, asked over its port."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.review.sample import walk, write_folder

#: Serves without ``cli``: loading all its options takes longer than the test.
PROGRAM = """
import signal
import sys
from pathlib import Path
from review.clerk import Clerk
from review.dismissed import IgnoreFile
from review.folder import Folder
from review.serve import serve
ignored = sys.argv[3] == "ignored"
signal.signal(signal.SIGINT, signal.SIG_IGN if ignored else signal.default_int_handler)
path = Path(sys.argv[1])
folder = Folder(path, IgnoreFile(path / "duiyi-ignore.tsv"))
tell = lambda address: print(address, flush=True)
clerk = Clerk(lambda pairs, all: [])
finished = serve(folder, clerk, port=int(sys.argv[2]), version="x", tell=tell)
print("finished" if finished else "interrupted", flush=True)
"""


@contextmanager
def served(folder: Path, port: int = 0, sigint: str = "heard") -> Iterator[tuple[str, Any]]:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder), str(port), sigint],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip(), process
    finally:
        process.kill()
        process.communicate()


def post(address: str, path: str, body: object) -> Any:
    request = urllib.request.Request(
        address + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path, [walk()])


def accept_first(address: str) -> None:
    with urllib.request.urlopen(f"{address}1/", timeout=60) as answer:
        page = answer.read().decode()
    key = page.split('data-key="')[1].split('"')[0]
    post(address, "1/decide", {"kind": "accept", "rows": [["1", key]], "version": 1})


def test_it_serves_until_the_page_says_finish_and_writes_the_memory(folder: Path) -> None:
    with served(folder) as (address, process):
        assert address.startswith("http://127.0.0.1:")
        assert len(address.rstrip("/").rsplit("/", 1)[1]) >= 32
        accept_first(address)
        post(address, "finish", {})
        assert process.stdout.read().strip() == "finished"
        assert process.wait(60) == 0
    assert "The rain stopped." in (folder / "walk.reviewed.tmx").read_text(encoding="utf-8")


def test_finish_ends_it_where_a_shell_script_started_it_in_the_background(folder: Path) -> None:
    with served(folder, sigint="ignored") as (address, process):
        accept_first(address)
        post(address, "finish", {})
        assert process.wait(60) == 0
        assert process.stdout.read().strip() == "finished"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_with_everything_written(folder: Path, number: int) -> None:
    with served(folder) as (address, process):
        accept_first(address)
        process.send_signal(number)
        assert process.stdout.read().strip() == "interrupted"
        assert process.wait(60) == 0
    assert "The rain stopped." in (folder / "walk.reviewed.tmx").read_text(encoding="utf-8")


def test_a_killed_server_loses_no_decision(folder: Path) -> None:
    with served(folder) as (address, process):
        accept_first(address)
        process.kill()
    [line] = (folder / "walk.decisions.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["kind"] == "accept"


def test_a_port_that_is_taken_is_one_clear_line(folder: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with served(folder, port) as (_, process):
            error = process.stderr.read().strip().splitlines()[-1]
    assert error.endswith(f"127.0.0.1:{port}: cannot listen: Address already in use"
                          " (choose another --port, or none)")  # fmt: skip
