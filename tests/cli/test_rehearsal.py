from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from cli.batch import Task
from cli.records import Records, options_key
from cli.rehearsal import rehearse
from cli.work import Order
from qa.summary import DocumentSummary

ROOT = Path(__file__).parents[2]


def test_what_is_done_and_what_is_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    order = Order(output=tmp_path / "out")
    done, new = (Task(tmp_path / f"{name}.txt", name) for name in ("done", "new"))
    for task in (done, new):
        task.path.write_text("你好", encoding="utf-8")
    records = Records(order.output, options_key(order))
    records.keep(
        records.marked(done), DocumentSummary(path=str(done.path), name="done", status="done")
    )
    before = sorted(tmp_path.rglob("*"))
    rehearse([done, new], order)
    told = capsys.readouterr()
    assert told.out == f"unchanged\t{done.path}\nto do\t{new.path}\n"
    assert told.err == "duiyi: 1 of 2 documents to do\n"
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
@pytest.mark.parametrize(
    ("flags", "line"),
    [
        (["-n"], "duiyi align seeds -o out --jobs 3 --dry-run"),
        (["-nk"], "duiyi align seeds -o out --jobs 3 --dry-run"),
        (["--no-print-directory"], "duiyi align seeds -o out --jobs 3"),
        ([], "duiyi align seeds -o out --jobs 3"),
    ],
)
def test_make_asks_for_it_when_nothing_is_to_be_done(
    flags: list[str], line: str, tmp_path: Path
) -> None:
    # in place of the environment: a program that prints how it was called
    program = tmp_path / "venv" / "bin" / "duiyi"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\necho "called: duiyi $*"\n', encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "venv" / ".installed").touch()
    told = subprocess.run(
        ["make", *flags, "corpus", f"VENV={tmp_path}/venv", "OUT=out", "JOBS=3"],
        cwd=ROOT, capture_output=True, text=True, check=True,
        env={"PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert told.stdout.splitlines()[-1] == f"called: {line}"
