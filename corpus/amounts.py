"""How many of something, in words."""

from __future__ import annotations


def some(count: int, what: str, rest: str = "") -> str:
    """A number of things: "1 table", "2 text boxes", "3 symbols left out"."""
    ending = "" if count == 1 else "es" if what.endswith("x") else "s"
    return f"{count} {what}{ending} {rest}".rstrip()
