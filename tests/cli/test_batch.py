import os
import signal
from functools import partial
from pathlib import Path

from cli.batch import Task, run, tasks_of
from cli.pools import pool_for
from qa.summary import DocumentSummary, failed


def summary(task: Task) -> DocumentSummary:
    return DocumentSummary(path=str(task.path), name=task.name, status="done", pairs=len(task.name))


def dying(task: Task, *, marks: Path, deaths: int) -> DocumentSummary:
    """Dies of SIGKILL the first ``deaths`` times it is asked to do "fatal"."""
    if task.name == "fatal":
        mark = marks / str(len(list(marks.iterdir())))
        if int(mark.name) < deaths:
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return summary(task)


def hanging(task: Task) -> DocumentSummary:
    if task.name == "endless":
        signal.pause()
    return summary(task)


def tasks(*names: str) -> list[Task]:
    return [Task(Path(f"{name}.txt"), name) for name in names]


def test_documents_of_one_name_get_files_of_their_own() -> None:
    paths = [Path("a/report.txt"), Path("b/report.txt"), Path("report-2.txt"), Path("c/report.md")]
    assert [task.name for task in tasks_of(paths)] == [
        "report",
        "report-2",
        "report-2-2",
        "report-3",
    ]


def test_summaries_come_in_the_tasks_order_for_any_number_of_jobs() -> None:
    for jobs in (1, 2):
        heard: list[str] = []
        given = run(
            tasks("c", "a", "b"),
            summary,
            pool_for(3, jobs=jobs),
            done=lambda one: heard.append(one.name),
        )
        assert [one.name for one in given] == ["c", "a", "b"]
        assert sorted(heard) == ["a", "b", "c"]


def test_a_worker_killed_once_is_replaced_and_its_document_done(tmp_path: Path) -> None:
    given = run(
        tasks("one", "fatal", "two"),
        partial(dying, marks=tmp_path, deaths=1),
        pool_for(3, jobs=2),
        done=lambda one: None,
    )
    assert [one.status for one in given] == ["done", "done", "done"]


def test_a_document_that_kills_its_worker_twice_fails_alone(tmp_path: Path) -> None:
    given = run(
        tasks("one", "fatal", "two"),
        partial(dying, marks=tmp_path, deaths=9),
        pool_for(3, jobs=2),
        done=lambda one: None,
    )
    assert given[1] == failed("fatal.txt", "fatal", "fatal.txt: its process died (exit code -9)")
    assert [given[0].status, given[2].status] == ["done", "done"]


def test_a_document_that_hangs_is_given_up() -> None:
    given = run(tasks("endless", "one"), hanging, pool_for(2, jobs=2, timeout=5), lambda one: None)
    assert given[0].status == "failed"
    assert given[0].reason == "endless.txt: not done in the time given (see --timeout)"
    assert given[1].status == "done"
