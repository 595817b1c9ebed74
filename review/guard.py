"""Who may speak to the server: the page that it printed the address of, and nobody else."""

from __future__ import annotations

import hmac

from flask import Flask, Response, abort, request

#: More than the texts of any pair, or the names of 100,000 rows.
_MOST_BYTES = 8_000_000

_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def guard(app: Flask, token: str) -> None:
    """Refuse what does not come from our own page.

    The address holds a secret, so another user of the machine or a page on the web cannot
    guess it. A name that was made to point here (DNS rebinding) shows in Host, a page of
    another origin in Origin and Sec-Fetch-Site; and no form can send JSON.
    """
    app.config["MAX_CONTENT_LENGTH"] = _MOST_BYTES
    app.before_request(lambda: _refuse(token))
    app.after_request(_headed)


def _refuse(token: str) -> None:
    hosts = _hosts()
    if request.headers.get("Host", "") not in hosts:
        abort(403)
    first = request.path.split("/")[1] if request.path.startswith("/") else ""
    if not hmac.compare_digest(first.encode(), token.encode()):
        abort(404)
    if request.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none"):
        abort(403)
    if request.method not in ("GET", "HEAD"):
        origin = request.headers.get("Origin")
        if origin is not None and origin not in [f"http://{host}" for host in hosts]:
            abort(403)
        if request.mimetype != "application/json":
            abort(415)


def _hosts() -> list[str]:
    """How a browser may call this server; it leaves out the port that http has anyway."""
    port = request.environ.get("SERVER_PORT", "")
    named = [f"127.0.0.1:{port}", f"localhost:{port}"]
    return [*named, "127.0.0.1", "localhost"] if port == "80" else named


def _headed(response: Response) -> Response:
    response.headers.update(_HEADERS)
    return response
