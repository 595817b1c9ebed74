"""A review page for the tests: the application without a port, and a window that asks it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from corpus.model import Judgement, Pair
from review.app import Site, make_app
from review.clerk import Clerk
from review.dismissed import IgnoreFile
from review.folder import Folder

TOKEN = "secret"
HOST = "127.0.0.1:8123"


def judge(pairs: Sequence[Pair], originals: Sequence[Pair]) -> list[Judgement]:
    """Finds every pair half right."""
    return [Judgement(pair, 0.5, 0.0, 0.0) for pair in pairs]


class Window:
    """A browser's window on a folder of results; the clerk works when it is told to."""

    def __init__(self, path: Path, finish: Callable[[], None] = lambda: None) -> None:
        self.folder = Folder(path, IgnoreFile(path / "duiyi-ignore.tsv"))
        self.clerk = Clerk(judge)
        app = make_app(Site(self.folder, self.clerk, TOKEN, finish, "duiyi 0"))
        self.client: FlaskClient = app.test_client()
        self.version = 1
        self.port = "8123"

    def get(self, path: str, **headers: str) -> TestResponse:
        return self.client.get(f"/{TOKEN}/{path}", **self._from(headers))

    def post(self, path: str, body: object, **headers: str) -> TestResponse:
        return self.client.post(f"/{TOKEN}/{path}", json=body, **self._from(headers))

    def rows(self, number: int = 1) -> list[list[str]]:
        """What a window says of each row: its slug and the key of its texts."""
        document = self.folder.document(number)
        assert document is not None
        return [[one.slug, one.key] for one in document.picture.shown]

    def decide(self, kind: str, places: Sequence[int] = (), **more: object) -> TestResponse:
        rows = self.rows()
        body = {"kind": kind, "rows": [rows[place] for place in places], "version": self.version}
        answer = self.post("1/decide", {**body, **more})
        self.version = (answer.json or {}).get("version", self.version)
        return answer

    def _from(self, headers: dict[str, str]) -> dict[str, Any]:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return {
            "headers": {"Host": HOST, **named}, "environ_overrides": {"SERVER_PORT": self.port},
        }
