"""The server of the review page: on this machine only, until somebody ends it."""

from __future__ import annotations

import _thread
import secrets
import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

from corpus.errors import OutputError
from review.app import Site, make_app
from review.clerk import Clerk
from review.folder import Folder

#: Loopback alone: nobody on the network sees the server.
_HOST = "127.0.0.1"

#: Seconds in which the answer to "finish" leaves before the server does.
_LAST_ANSWER = 0.3

#: Requests are answered at once; more threads than windows help nobody.
_THREADS = 4


def serve(
    folder: Folder, clerk: Clerk, *, port: int, version: str, tell: Callable[[str], None]
) -> bool:
    """Serve until the page is told to finish (True) or the program to stop (False).

    ``tell`` gets the address, once the port is open.
    """
    from waitress.server import create_server

    finished = threading.Event()

    def finish() -> None:
        finished.set()
        # not SIGINT: a shell script has it ignored for what it starts behind an "&"
        threading.Timer(_LAST_ANSWER, _thread.interrupt_main, [signal.SIGTERM]).start()

    token = secrets.token_urlsafe(24)
    app = make_app(Site(folder, clerk, token, finish, version))
    try:
        server: Any = create_server(app, host=_HOST, port=port, threads=_THREADS, ident=None)
    except OSError as error:
        raise OutputError(
            f"cannot listen: {error.strerror or error}", where=f"{_HOST}:{port}",
            hint="choose another --port, or none",
        ) from error
    clerk.start()
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _interrupted)
    tell(f"http://{_HOST}:{server.effective_port}/{token}/")
    try:
        server.run()  # ends quietly on KeyboardInterrupt
    finally:
        clerk.end()
    return finished.is_set()


def _interrupted(signal_number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
