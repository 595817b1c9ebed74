"""A batch of documents in parallel processes: one bad document never stops the others."""

from __future__ import annotations

import multiprocessing
import signal
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, TimeoutError, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pebble import ProcessExpired, ProcessPool

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


Work = Callable[[Task], DocumentSummary]
Done = Callable[[DocumentSummary], None]


def tasks_of(paths: Sequence[Path]) -> list[Task]:
    """A task for each path, named by its stem; a second "report" becomes "report-2"."""
    taken: set[str] = set()
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
    tasks: Sequence[Task], work: Work, *, jobs: int, timeout: float | None, done: Done
) -> list[DocumentSummary]:
    """Do all tasks, ``jobs`` at a time, and give their summaries in the tasks' order.

    ``work`` runs in worker processes and must be picklable; ``done`` hears of each summary
    as it comes, in this process. ``timeout`` is in seconds a document. On Ctrl-C the
    workers are stopped at once: what they had finished is on disk.
    """
    summaries: dict[str, DocumentSummary] = {}
    results: Iterator[tuple[Task, DocumentSummary]]
    if min(jobs, len(tasks)) <= 1 and timeout is None:
        results = ((task, work(task)) for task in tasks)
    else:
        results = _in_processes(tasks, work, min(jobs, len(tasks)), timeout)
    for task, summary in results:
        summaries[task.name] = summary
        done(summary)
    return [summaries[task.name] for task in tasks]


def _in_processes(
    tasks: Sequence[Task], work: Work, jobs: int, timeout: float | None
) -> Iterator[tuple[Task, DocumentSummary]]:
    # "spawn": a fork of a process with BLAS and progress threads can hang
    pool: Any = ProcessPool(
        max_workers=max(1, jobs),
        initializer=_leave_interrupts_to_the_parent,
        context=multiprocessing.get_context("spawn"),
    )
    tries: Counter[str] = Counter()
    pending: dict[Future[DocumentSummary], Task] = {}

    def schedule(task: Task) -> None:
        tries[task.name] += 1
        pending[pool.schedule(work, args=[task], timeout=timeout)] = task

    try:
        for task in tasks:
            schedule(task)
        while pending:
            finished, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in finished:
                task = pending.pop(future)
                try:
                    yield task, future.result()
                except ProcessExpired as error:
                    if tries[task.name] < TRIES:
                        schedule(task)
                    else:
                        yield task, _failed(task, f"its process died (code {error.exitcode})")
                except TimeoutError:
                    yield task, _failed(
                        task, f"not done after {timeout:g} seconds (see --timeout)"
                    )
        pool.close()
    except BaseException:
        pool.stop()
        raise
    finally:
        pool.join()


def _failed(task: Task, reason: str) -> DocumentSummary:
    return failed(str(task.path), task.name, f"{task.path}: {reason}")


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
