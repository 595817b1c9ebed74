"""Behind the page: has changed pairs judged, and keeps the memories on disk up to date."""

from __future__ import annotations

import sys
import threading
import traceback

from corpus.errors import DuiyiError
from review.document import Document
from review.judging import Judging


class Clerk:
    """One thread that does what nobody should wait for."""

    def __init__(self, judging: Judging) -> None:
        self._judging = judging
        self._wake = threading.Condition()
        #: by identity, in the order in which they changed
        self._changed: dict[int, Document] = {}
        self._ending = False
        self._thread = threading.Thread(target=self._run, name="clerk", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def see_to(self, document: Document) -> None:
        """Look at a document that was changed, soon."""
        with self._wake:
            self._changed[id(document)] = document
            self._wake.notify()

    def end(self) -> None:
        """Do what is left, then stop."""
        with self._wake:
            self._ending = True
            self._wake.notify()
        if self._thread.is_alive():
            self._thread.join()

    def work(self, document: Document) -> None:
        """Judge what is not judged, and write the memory; what goes wrong stands on the page."""
        try:
            if document.pending():
                self._judge(document)
            if document.ledger.decisions:
                document.write()
            document.tell("")
        except DuiyiError as error:
            document.tell(str(error))
        except Exception as error:  # a bug of ours must not end the review
            traceback.print_exc(file=sys.stderr)
            document.tell(f"a bug in duiyi: {type(error).__name__}: {error}")

    def _judge(self, document: Document) -> None:
        originals = [one.pair for one in document.judgements]
        document.learn(self._judging(document.pending(), originals))

    def _run(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._changed or self._ending)
                if not self._changed:
                    return
                document = self._changed.pop(next(iter(self._changed)))
            self.work(document)
