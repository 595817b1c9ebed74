"""What a run would do: the documents that it would align, and those that are unchanged."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # heavy: imported where used
    from cli.batch import Task
    from cli.work import Order


def rehearse(tasks: Sequence[Task], order: Order) -> None:
    """Print a line a document, and write nothing: ``to do`` or ``unchanged``, tab, path."""
    states = list(_states(tasks, order))
    for state, path in states:
        print(f"{state}\t{path}")
    waiting = sum(state == "to do" for state, _ in states)
    print(f"duiyi: {waiting} of {len(states)} documents to do", file=sys.stderr)


def _states(tasks: Sequence[Task], order: Order) -> Iterator[tuple[str, str]]:
    from cli.records import Records, options_key

    records = Records(order.output, options_key(order))
    for task in tasks:
        done = records.find(records.marked(task)) is not None
        yield "unchanged" if done else "to do", str(task.path)
