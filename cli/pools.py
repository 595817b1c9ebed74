"""The pools a batch can run in: this machine's processes, or a Dask cluster's."""

from __future__ import annotations

import importlib
import multiprocessing
import signal
from concurrent.futures import Future
from typing import Any

import pebble

from cli.batch import Pool, Task, Work
from corpus.errors import UsageError
from qa.summary import DocumentSummary

#: Seconds to wait for a cluster's scheduler to answer.
_PATIENCE = 10


def pool_for(
    documents: int, *, jobs: int, timeout: float | None = None, cluster: str | None = None
) -> Pool | None:
    """The pool for so many documents; None where a pool would cost more than it saves."""
    if cluster is not None and timeout is not None:
        raise UsageError("--timeout does not reach into a cluster", hint="leave one of them out")
    jobs = min(jobs, documents)
    if not jobs:
        return None
    if cluster is not None:
        return ClusterPool(cluster, jobs)
    return ProcessPool(jobs, timeout) if jobs > 1 or timeout is not None else None


class ProcessPool:
    """Processes of this machine; one that dies takes only its own document with it."""

    deaths: tuple[type[Exception], ...] = (pebble.ProcessExpired,)

    def __init__(self, jobs: int, timeout: float | None = None) -> None:
        # "spawn": a fork of a process with BLAS and progress threads can hang
        self._pool: Any = pebble.ProcessPool(
            max_workers=jobs,
            initializer=_leave_interrupts_to_the_parent,
            context=multiprocessing.get_context("spawn"),
        )
        self._timeout = timeout

    def submit(self, work: Work, task: Task) -> Future[DocumentSummary]:
        """Start ``work(task)`` in the next free process."""
        future: Future[DocumentSummary] = self._pool.schedule(
            work, args=[task], timeout=self._timeout
        )
        return future

    def stop(self) -> None:
        """Kill the workers."""
        self._pool.stop()
        self._pool.join()

    def close(self) -> None:
        """Let the workers end."""
        self._pool.close()
        self._pool.join()


class ClusterPool:
    """The workers of a Dask cluster, over a folder that all of them share.

    ``address`` is a scheduler's ("tcp://host:8786"), or "local" for a cluster of ``jobs``
    processes on this machine. The scheduler gives a dead worker's documents to others.
    """

    def __init__(self, address: str, jobs: int) -> None:
        try:
            distributed: Any = importlib.import_module("distributed")
        except ImportError as error:
            raise UsageError(
                "--cluster needs Dask", hint="pip install 'duiyi[cluster]'"
            ) from error
        self.deaths: tuple[type[Exception], ...] = (distributed.KilledWorker,)
        self._cluster: Any = None
        if address == "local":
            self._cluster = distributed.LocalCluster(
                n_workers=jobs, threads_per_worker=1, dashboard_address=None
            )
        try:
            self._client: Any = distributed.Client(self._cluster or address, timeout=_PATIENCE)
        except (OSError, ValueError) as error:
            raise UsageError(
                f"no Dask scheduler answers at {address}", hint="is it running?"
            ) from error
        # pure=False: a second try must run, though it is the same call
        self._executor: Any = self._client.get_executor(pure=False)

    def submit(self, work: Work, task: Task) -> Future[DocumentSummary]:
        """Start ``work(task)`` on the cluster."""
        future: Future[DocumentSummary] = self._executor.submit(work, task)
        return future

    def stop(self) -> None:
        """Cancel what waits; a remote worker ends the document it is on."""
        self._executor.shutdown(wait=False)
        self.close()

    def close(self) -> None:
        """Leave the cluster; one of our own ends."""
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
