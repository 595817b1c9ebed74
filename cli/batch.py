"""A batch of documents in parallel processes: one bad document never stops the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, TimeoutError, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from qa.summary import DocumentSummary, failed

#: A document whose process died is tried once more: the first death may have been another
#: program's doing (memory ran out, somebody killed it), a second one is the document's.
TRIES = 2


@dataclass(frozen=True, slots=True)
class Task:
    """One document to be done."""

    path: Path
    #: the name of its output files, unique in the batch
    name: str
    #: its content, if it came through standard input
    data: bytes | None = None
    #: what an earlier run's results are known by: see cli/records.py
    key: str = ""


Work = Callable[[Task], DocumentSummary]
Done = Callable[[DocumentSummary], None]


class Pool(Protocol):
    """Where documents are done: processes of this machine, or a cluster's."""

    #: what a future raises when the process that had its document died
    deaths: tuple[type[Exception], ...]

    def submit(self, work: Work, task: Task) -> Future[DocumentSummary]:
        """Start ``work(task)``; the future may raise a death or TimeoutError."""

    def stop(self) -> None:
        """Stop what is running, now."""

    def close(self) -> None:
        """Let the workers go; nothing is running any more."""


def tasks_of(paths: Sequence[Path], reserved: Iterable[str] = ()) -> list[Task]:
    """A task for each path, named by its stem; a second "report" becomes "report-2".

    So does a first one whose name is reserved for a result of the whole run.
    """
    taken = set(reserved)
    tasks: list[Task] = []
    for path in paths:
        name, number = path.stem, 1
        while name in taken:
            number += 1
            name = f"{path.stem}-{number}"
        taken.add(name)
        tasks.append(Task(path, name))
    return tasks


def run(
    tasks: Sequence[Task], work: Work, pool: Pool | None, done: Done
) -> list[DocumentSummary]:
    """Do all tasks and give their summaries in the tasks' order.

    ``work`` runs in the pool's processes and must be picklable; without a pool it runs
    here, one task after the other. ``done`` hears of each summary as it comes. On Ctrl-C
    the workers are stopped at once: what they had finished is on disk.
    """
    results: Iterator[tuple[Task, DocumentSummary]]
    if pool is None:
        results = ((task, work(task)) for task in tasks)
    else:
        results = _in_pool(tasks, work, pool)
    summaries: dict[str, DocumentSummary] = {}
    for task, summary in results:
        summaries[task.name] = summary
        done(summary)
    return [summaries[task.name] for task in tasks]


def _in_pool(
    tasks: Sequence[Task], work: Work, pool: Pool
) -> Iterator[tuple[Task, DocumentSummary]]:
    tries: Counter[str] = Counter()
    pending: dict[Future[DocumentSummary], Task] = {}

    def submit(task: Task) -> None:
        tries[task.name] += 1
        pending[pool.submit(work, task)] = task

    try:
        for task in tasks:
            submit(task)
        while pending:
            finished, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in finished:
                task = pending.pop(future)
                try:
                    yield task, future.result()
                except pool.deaths as error:
                    if tries[task.name] < TRIES:
                        submit(task)
                    else:
                        code = getattr(error, "exitcode", "unknown")
                        yield task, _failed(task, f"its process died (exit code {code})")
                except TimeoutError:
                    yield task, _failed(task, "not done in the time given (see --timeout)")
    except BaseException:
        pool.stop()
        raise
    pool.close()


def _failed(task: Task, reason: str) -> DocumentSummary:
    return failed(str(task.path), task.name, f"{task.path}: {reason}")
