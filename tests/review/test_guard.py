from __future__ import annotations

from pathlib import Path

import pytest

from tests.review.sample import walk, write_folder
from tests.review.site import HOST, Window


@pytest.fixture
def window(tmp_path: Path) -> Window:
    return Window(write_folder(tmp_path, [walk()]))


def test_our_own_page_is_answered(window: Window) -> None:
    assert window.get("").status_code == 200
    assert window.get("", Host="localhost:8123").status_code == 200
    assert window.get("1/", Sec_Fetch_Site="same-origin").status_code == 200
    assert window.decide("accept", [0]).status_code == 200
    answer = window.post("1/decide", {}, Origin=f"http://{HOST}")
    assert answer.status_code == 400  # understood, and found wanting


@pytest.mark.parametrize(
    "path", ["/", "/secre/", "/secret", "/secrets/", "//secret/", "/x/../secret/"]
)
def test_without_the_secret_there_is_nothing(window: Window, path: str) -> None:
    answer = window.client.get(path, **window._from({}))
    assert answer.status_code in (308, 404)
    assert b"walk" not in answer.data


@pytest.mark.parametrize(
    "host", ["evil.example:8123", "127.0.0.1", "127.0.0.1:80", "", "localhost"]
)
def test_a_name_that_was_made_to_point_here_is_refused(window: Window, host: str) -> None:
    assert window.get("", Host=host).status_code == 403


def test_on_the_port_of_http_browsers_leave_it_out(window: Window) -> None:
    window.port = "80"
    for host in ("127.0.0.1", "localhost", "127.0.0.1:80"):
        assert window.get("", Host=host).status_code == 200
    answer = window.post("1/decide", {}, Host="localhost", Origin="http://localhost")
    assert answer.status_code == 400  # understood, and found wanting
    assert window.get("", Host="evil.example").status_code == 403
    assert window.get("", Host="127.0.0.1:8123").status_code == 403


def test_pages_of_other_origins_are_refused(window: Window) -> None:
    body = {"kind": "accept", "rows": window.rows()[:1], "version": 1}
    for headers in (
        {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site"}, {"Sec_Fetch_Site": "same-site"},
    ):
        assert window.post("1/decide", body, **headers).status_code == 403
    assert window.get("1/", Sec_Fetch_Site="cross-site").status_code == 403
    document = window.folder.document(1)
    assert document is not None and document.ledger.decisions == []


def test_a_form_cannot_decide(window: Window) -> None:
    for mimetype in ("text/plain", "application/x-www-form-urlencoded"):
        answer = window.client.post(
            "/secret/1/decide", data='{"kind": "undo"}', content_type=mimetype, **window._from({})
        )
        assert answer.status_code == 415


def test_every_answer_says_what_a_browser_may_do_with_it(window: Window) -> None:
    for answer in (window.get(""), window.get("review.js"), window.get("nothing")):
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"
        assert "Access-Control-Allow-Origin" not in answer.headers


def test_no_file_can_be_read(window: Window) -> None:
    for path in ("summary.json", "walk.tmx", "..%2f..%2fetc/passwd", "../summary.json", "static/x"):
        assert window.get(path).status_code == 404
