import os
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from distributed import LocalCluster

from cli.batch import Task, run
from cli.pools import pool_for
from corpus.errors import UsageError
from qa.summary import DocumentSummary


def summary(task: Task) -> DocumentSummary:
    return DocumentSummary(path=str(task.path), name=task.name, status="done")


def killed_once(task: Task, *, mark: Path) -> DocumentSummary:
    """Its worker is killed in the middle of the third document, the first time."""
    if task.name == "2" and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return summary(task)


def test_one_document_needs_no_pool() -> None:
    assert pool_for(1, jobs=8) is None
    assert pool_for(0, jobs=8, cluster="local") is None


def test_a_cluster_cannot_give_a_document_up() -> None:
    with pytest.raises(UsageError, match="--timeout does not reach into a cluster"):
        pool_for(2, jobs=2, timeout=1.0, cluster="local")


def test_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cli.pools._PATIENCE", 1)
    with pytest.raises(UsageError) as error:
        pool_for(2, jobs=2, cluster="tcp://127.0.0.1:1")
    assert str(error.value) == (
        "no Dask scheduler answers at tcp://127.0.0.1:1 (is it running?)"
    )


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """A real scheduler with two workers, each a process of its own."""
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2,
        threads_per_worker=1,
        dashboard_address=None,
        local_directory=str(tmp_path),
        silence_logs="CRITICAL",
    ) as cluster:
        yield str(cluster.scheduler_address)


def test_a_worker_of_a_real_cluster_is_killed_and_nothing_is_lost(
    scheduler: str, tmp_path: Path
) -> None:
    tasks = [Task(Path(f"{number}.txt"), str(number)) for number in range(8)]
    pool = pool_for(8, jobs=2, cluster=scheduler)
    given = run(tasks, partial(killed_once, mark=tmp_path / "mark"), pool, lambda one: None)
    assert [(one.name, one.status) for one in given] == [(str(n), "done") for n in range(8)]
    assert (tmp_path / "mark").exists()
