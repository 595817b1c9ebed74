"""A batch that is killed again and again ends with the bytes of one that was left alone.

    python -m tests.acceptance.killed_runs [--kills 50]

Kills the run (or, every third time, one of its workers) with SIGKILL at a random moment of
a fixed seed, starts it again in the same folder, and at the end compares the folder with an
undisturbed run's, file by file.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.cli.sample import ARTICLE

#: Documents of the batch: enough that a run takes longer than the workers' start.
DOCUMENTS = 24
#: The longest a run may live, in seconds, before it is killed; an undisturbed one takes more.
LONGEST_LIFE = 9.0


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    kills: int = parser.parse_args(arguments).kills
    moments = random.Random(20261122)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        _documents(work / "in")
        _start(work, "left-alone").wait()
        killed = workers = 0
        while killed + workers < kills:
            if (killed + workers) % 8 == 0:  # a new start, or all would soon be done
                shutil.rmtree(work / "killed", ignore_errors=True)
            run = _start(work, "killed")
            try:
                run.wait(moments.uniform(0, LONGEST_LIFE))
                continue
            except subprocess.TimeoutExpired:
                pass
            children = _children(run.pid)
            if children and (killed + workers) % 3 == 2:
                subprocess.run(["kill", "-9", str(moments.choice(children))], check=False)
                run.wait()
                workers += 1
            else:
                run.send_signal(signal.SIGKILL)
                run.wait()
                killed += 1
            half = [path.name for path in _files(work / "killed") if not _is_whole(path)]
            assert not half, f"half-written: {half}"
        assert _start(work, "killed").wait() == 0
        _compare(work / "left-alone", work / "killed")
        files = len(_files(work / "left-alone"))
    print(f"{killed} runs and {workers} workers killed; {files} files equal, byte for byte")
    return 0


def _documents(folder: Path) -> None:
    folder.mkdir()
    for number in range(DOCUMENTS):
        article = ARTICLE.replace("79.4", f"{number}.4")
        (folder / f"article-{number:02}.txt").write_text(article, encoding="utf-8")


def _start(work: Path, output: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "cli.main", "align", str(work / "in")]
    return subprocess.Popen(
        [*command, "-o", str(work / output), "--jobs", "2", "--quiet"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _children(pid: int) -> list[int]:
    """The workers of a run: its children that Python's spawn started."""
    try:
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    children = [int(child) for child in told.split()]
    return [
        child
        for child in children
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()
    ]


def _files(folder: Path) -> list[Path]:
    """All files but the temporary ones, which the next run removes."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return [path for path in found if path.suffix != ".part"]


def _is_whole(path: Path) -> bool:
    """Whether a file of the batch ends as its kind must."""
    endings = {".tmx": b"</tmx>", ".jsonl": b"}", ".html": b"</html>", ".json": b"}"}
    ending = endings.get(path.suffix)
    return ending is None or path.read_bytes().rstrip().endswith(ending)


def _compare(expected: Path, found: Path) -> None:
    names = [[path.relative_to(root) for path in _files(root)] for root in (expected, found)]
    assert names[0] == names[1], set(names[0]) ^ set(names[1])
    for name in names[0]:
        assert (expected / name).read_bytes() == (found / name).read_bytes(), name


if __name__ == "__main__":
    sys.exit(main())
