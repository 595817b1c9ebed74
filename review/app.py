"""The routes of the review page: thin, everything that decides lies elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from flask import Flask, Response, abort, jsonify, request

from corpus.decisions import KINDS, Kind
from corpus.errors import DuiyiError, OutputError
from corpus.xml_text import one_line
from review import page
from review.clerk import Clerk
from review.document import Conflict, Document
from review.folder import Folder
from review.guard import guard

#: Kinds that a window asks for by name and rows alone, or with texts or a cut.
_PLAIN: tuple[Kind, ...] = tuple(
    kind for kind in KINDS if kind not in ("dismiss", "undo")
)

Answer = tuple[Response, int] | Response


@dataclass(frozen=True, slots=True)
class Site:
    """What the routes work on."""

    folder: Folder
    clerk: Clerk
    #: the secret part of the address
    token: str
    #: stops the server, after the answer
    finish: Callable[[], None]
    #: what made this, for the foot of the page
    version: str = ""


def make_app(site: Site) -> Flask:
    """The application, with every address under the secret."""
    app = Flask(__name__, static_folder=None, template_folder=None)
    guard(app, site.token)
    root = f"/{site.token}"

    def document(number: int) -> Document:
        found = site.folder.document(number)
        if found is None:
            abort(404)
        return found

    @app.get(f"{root}/")
    def folder_page() -> str:
        return page.folder_page(site.folder)

    @app.get(f"{root}/review.css")
    def style() -> Response:
        return Response(page.style(), mimetype="text/css")

    @app.get(f"{root}/review.js")
    def script() -> Response:
        return Response(page.script(), mimetype="text/javascript")

    @app.get(f"{root}/<int:number>/")
    def document_page(number: int) -> str:
        found = document(number)
        if found.ledger.decisions:
            site.clerk.see_to(found)
        return page.document_page(found, number, site.version)

    @app.get(f"{root}/<int:number>/changes")
    def changes(number: int) -> Answer:
        return jsonify(_changes(document(number), request.args.get("since", 0, int)))

    @app.get(f"{root}/<int:number>/texts")
    def texts(number: int) -> Answer:
        found = document(number)
        with found.lock:
            return jsonify(found.shown([_asked()])[0].row.texts)

    @app.get(f"{root}/<int:number>/cuts")
    def cuts(number: int) -> str:
        found = document(number)
        with found.lock:
            shown = found.shown([_asked()])
            if "next" in request.args:
                shown = found.with_next(shown[0])
        return page.cuts_html(found, shown)

    @app.post(f"{root}/<int:number>/decide")
    def decide(number: int) -> Answer:
        found = document(number)
        asked = request.get_json()
        version = int(asked["version"])
        done = _decide(found, asked)
        site.clerk.see_to(found)
        if asked.get("kind") in ("dismiss", "undo", "redo"):
            # the same finding may stand in other documents too
            for other in site.folder.open_documents():
                other.redraw()
        return jsonify({**_changes(found, version), **done})

    @app.post(f"{root}/finish")
    def finish() -> Answer:
        site.clerk.end()  # the memories first, so that the answer is true
        site.finish()
        problems = [one.picture.problem for one in site.folder.open_documents()]
        ended = "The review has ended; you can close this window."
        told = " ".join(filter(None, problems)) or "The memories are written."
        return jsonify({"message": f"{told} {ended}"})

    @app.errorhandler(Conflict)
    def conflict(error: Conflict) -> Answer:
        number = (request.view_args or {})["number"]
        asked = request.get_json(silent=True) or {}
        told = _changes(document(number), int(asked.get("version", 0)))
        message = "This pair was changed in another window: here it is as it stands."
        return jsonify({**told, "message": message}), 409

    @app.errorhandler(DuiyiError)
    def refused(error: DuiyiError) -> Answer | tuple[str, int]:
        if request.method == "GET" and request.path.endswith("/"):
            return page.error_page(str(error)), 500
        return jsonify({"message": str(error)}), 500 if isinstance(error, OutputError) else 400

    @app.errorhandler(KeyError)
    @app.errorhandler(TypeError)
    @app.errorhandler(ValueError)
    def misshapen(error: Exception) -> Answer:
        return jsonify({"message": "a request that is not the page's own"}), 400

    return app


def _asked() -> tuple[str, str]:
    return request.args["row"], request.args["key"]


def _decide(document: Document, asked: dict[str, Any]) -> dict[str, Any]:
    """Do what a window asks for; where to look, and what to say."""
    kind, when = asked["kind"], _now()
    if kind in ("undo", "redo"):
        back = document.undo(when) if kind == "undo" else document.redo(when)
        if back is None:
            return {"message": f"Nothing to {kind}.", "focus": ""}
        decision, slug = back
        verb = "Undone" if kind == "undo" else "Done again"
        # a redo takes back the undo of what it does again
        return {"message": f"{verb}: {page.told(document.meant(decision))}.", "focus": slug}
    rows = [(str(slug), str(key)) for slug, key in asked.get("rows", [])]
    if kind == "dismiss":
        reason = _typed(asked["reason"])
        slug = document.dismiss(*rows[0], int(asked["finding"]), reason, when)
        return {"message": f"Finding dismissed in {slug}.", "focus": slug}
    if kind not in _PLAIN or (kind != "include" and not rows):
        raise ValueError(kind)
    texts = asked.get("texts")
    focus = document.decide(
        kind, rows, when=when,
        texts=None if texts is None else _texts(document, rows[0], texts),
        cut=(int(asked["cut"][0]), int(asked["cut"][1])) if "cut" in asked else None,
        undecided=asked.get("undecided") is True,
    )
    return {"message": _message(kind, focus, len(rows), asked), "focus": focus}


def _message(kind: str, slug: str, rows: int, asked: dict[str, Any]) -> str:
    if kind == "include":
        what = "accepted and undecided" if asked.get("undecided") else "accepted"
        return f"The memory holds {what} pairs."
    if rows > 1 and kind in ("accept", "reject", "reopen"):
        return f"{rows} pairs {page.DONE[kind]}."
    return f"Pair {slug}: {page.DONE[kind]}."


def _texts(document: Document, row: tuple[str, str], texts: Any) -> tuple[str, str]:
    """What a reviewer wrote, on one line a side; as it was where nothing else was written."""
    with document.lock:
        old = document.shown([row])[0].row.texts
    new = [
        before if _typed(before) == _typed(text) else _typed(text)
        for before, text in zip(old, texts)
    ]
    return new[0], new[1]


def _typed(text: str) -> str:
    """What somebody typed or pasted, on one line: cells of a spreadsheet have tabs between."""
    return one_line(text.replace("\t", " "))


def _changes(document: Document, since: int) -> dict[str, Any]:
    """What a window that shows an earlier version must change, and the version it then shows."""
    with document.lock:
        now, old = document.picture, document.earlier(since)
        told = {"version": now.version, "progress": page.progress(document, now)}
        if old is None:
            return {**told, "reload": True}
    before = {one.slug: one for one in old.shown}
    changed = [one.slug for one in now.shown if before.get(one.slug) != one]
    order = [one.slug for one in now.shown]
    moved = order != [one.slug for one in old.shown]
    return {
        **told,
        "rows": page.rows_html(document, now, changed) if changed else {},
        "order": order if moved else None,
    }


def _now() -> str:
    return datetime.now(timezone.utc).strftime("%Y%m%dT%H%M%SZ")
